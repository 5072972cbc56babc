package index

import (
	"context"
	"runtime"

	"presseschau/search"

	"github.com/RoaringBitmap/roaring/v2"
	"golang.org/x/sync/errgroup"
)

// run is a search under way.
type run struct {
	index   *Index
	gen     *generation
	view    *view
	req     *search.Request
	plan    *plan
	filters []filter
	parts   []*matcher
	final   []*roaring.Bitmap // hits that pass all filters, by segment
	total   int
	groups  map[int64]folded // hits of groups of versions by label, once they are ranked
	stats   *leafStats       // of plan, made when first asked for
}

// parallelFrom is the number of documents from which segments are worked on at
// once. With fewer a query takes some hundred microseconds, and to wake another
// core costs more than it gains.
const parallelFrom = 100_000

// isSmall tells whether one core does a query.
func (v *view) isSmall() bool {
	return runtime.GOMAXPROCS(0) == 1 || v.stats.articles+v.stats.comments < parallelFrom
}

// inParallel does n pieces of work, on the cores there are.
func (v *view) inParallel(ctx context.Context, n int, work func(ctx context.Context, i int) error) error {
	if n == 1 || v.isSmall() {
		for i := range n {
			if err := work(ctx, i); err != nil {
				return err
			}
		}
		return nil
	}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range n {
		group.Go(func() error { return work(ctx, i) })
	}
	return group.Wait()
}

// inParallel works on all segments.
func (q *run) inParallel(ctx context.Context, work func(ctx context.Context, i int) error) error {
	return q.view.inParallel(ctx, len(q.view.segments), work)
}

// match finds the hits of a plan in all segments, and those that pass the
// filters.
func (q *run) match(ctx context.Context, p *plan) error {
	q.plan, q.total, q.stats = p, 0, nil
	q.parts = make([]*matcher, len(q.view.segments))
	q.final = make([]*roaring.Bitmap, len(q.view.segments))
	err := q.inParallel(ctx, func(ctx context.Context, i int) error {
		q.parts[i] = &matcher{part: q.view.segments[i], plan: p, scope: q.req.Scope}
		return q.parts[i].lookUp(ctx)
	})
	if err != nil {
		return err
	}
	for _, leaf := range q.rareCompounds() {
		err := q.inParallel(ctx, func(ctx context.Context, i int) error { return q.parts[i].lookNear(ctx, leaf) })
		if err != nil {
			return err
		}
	}
	err = q.inParallel(ctx, func(ctx context.Context, i int) error {
		m := q.parts[i]
		if err := m.match(ctx); err != nil {
			return err
		}
		var err error
		q.final[i], err = applyAll(q.filters, -1, m.part, m.hits)
		return err
	})
	if err != nil {
		return err
	}
	for _, docs := range q.final {
		q.total += int(docs.GetCardinality())
	}
	return nil
}

// rareEnough is the number of documents with a compound below which its parts
// near each other are looked for too. A common compound is written as one
// word, and to compare positions of common parts is slow.
const rareEnough = 50

// rareCompounds are the leaves whose parts are to be looked for.
func (q *run) rareCompounds() []int {
	var out []int
	for i, l := range q.plan.leaves {
		if l.near == nil {
			continue
		}
		n := 0
		for _, m := range q.parts {
			n += int(m.found[i].docs.AndCardinality(m.part.live))
		}
		if n < rareEnough {
			out = append(out, i)
		}
	}
	return out
}
