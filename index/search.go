package index

import (
	"context"
	"slices"

	"presseschau/search"

	"github.com/RoaringBitmap/roaring/v2"
)

// Search answers a request. Errors are those of package search.
func (x *Index) Search(ctx context.Context, r search.Request) (*search.Result, error) {
	r, tree, err := r.Normalize()
	if err != nil {
		return nil, err
	}
	return ask(x, "search", func(g *generation, v *view) (*search.Result, error) { return x.answer(ctx, g, v, &r, tree) })
}

func (x *Index) answer(ctx context.Context, g *generation, v *view, r *search.Request, tree search.Node) (*search.Result, error) {
	q := &run{index: x, gen: g, view: v, req: r, filters: filtersOf(r, v.facets)}
	out := &search.Result{
		Query: search.QueryInfo{Text: r.Query, Parsed: tree.String()},
		Index: infoOf(g, v),
	}
	if err := q.match(ctx, compile(tree, r.Match, g.analysis, v.facets)); err != nil {
		return nil, err
	}
	if !r.IDsOnly {
		var err error
		if out.Query.Suggestion, err = q.suggest(ctx, tree); err != nil {
			return nil, err
		}
	}
	if q.total == 0 && r.Match == search.MatchAll && relaxable(tree) {
		strict := *q
		if err := q.match(ctx, compile(tree, search.MatchMost, g.analysis, v.facets)); err != nil {
			return nil, err
		}
		if q.total > 0 {
			out.Query.Relaxed = search.MatchMost
		} else {
			*q = strict
		}
	}
	out.Total = q.total
	return out, q.fill(ctx, out, tree)
}

// relaxable tells whether a query has enough words to do without one.
func relaxable(tree search.Node) bool {
	const enough = 3
	and, ok := tree.(search.And)
	if !ok {
		return false
	}
	wanted := 0
	for _, n := range and.Nodes {
		if asksForWords(n) {
			wanted++
		}
	}
	return wanted >= enough
}

// fill adds hits, facets and hints to an answer. Facets are counted while the
// hits are ranked and fetched.
func (q *run) fill(ctx context.Context, out *search.Result, tree search.Node) error {
	parts := []func(ctx context.Context) error{
		func(ctx context.Context) (err error) {
			out.Facets, err = q.facets(ctx)
			return err
		},
		func(ctx context.Context) (err error) {
			if q.total == 0 {
				out.Drops, err = q.drops(ctx, tree)
				return err
			}
			return q.page(ctx, out)
		},
	}
	return q.view.inParallel(ctx, len(parts), func(ctx context.Context, i int) error { return parts[i](ctx) })
}

// page adds the hits asked for.
func (q *run) page(ctx context.Context, out *search.Result) error {
	shown, err := q.rank(ctx)
	if err != nil {
		return err
	}
	out.Pageable = q.hitCount()
	if out.Hits, err = q.hits(ctx, shown.cands); err != nil {
		return err
	}
	if err := q.explain(ctx, shown.cands, out.Hits); err != nil {
		return err
	}
	if n := len(shown.cands); n > 0 && shown.more {
		out.NextCursor = q.cursorAfter(shown.cands[n-1], shown.last)
	}
	return nil
}

// leafStats counts the documents of each scored leaf in what is searched, over
// all segments.
func (q *run) leafStats() *leafStats {
	if q.stats != nil {
		return q.stats
	}
	ls := &leafStats{docs: make([]float64, len(q.plan.leaves))}
	for _, m := range q.parts {
		within := m.part.live
		switch q.req.Scope {
		case search.InComments:
			within = m.part.comments
		case search.InArticles:
			within = m.part.articles
		}
		ls.total += float64(within.GetCardinality())
		for i := range m.found {
			if q.plan.leaves[i].scored {
				ls.docs[i] += float64(m.found[i].docs.AndCardinality(within))
			}
		}
	}
	q.stats = ls
	return ls
}

// page is the candidates shown, in order.
type page struct {
	cands []candidate
	last  int  // number of the last one among all hits; meaningless behind a cursor
	more  bool // there are hits behind it
}

// rank gives the page asked for.
func (q *run) rank(ctx context.Context) (page, error) {
	by := order(q.req.Sort)
	from, err := q.start()
	if err != nil {
		return page{}, err
	}
	want := from.skip + q.req.Size
	kept := want + 1
	if q.rescores() {
		kept = max(kept, rescored)
	}
	ls := q.leafStats()
	tops := q.tops(kept)
	groups := make([]map[int64]folded, len(q.parts))
	err = q.inParallel(ctx, func(ctx context.Context, i int) (err error) {
		groups[i], err = q.rankPart(ctx, i, ls, tops[i%len(tops)], from.after)
		return err
	})
	if err != nil {
		return page{}, err
	}
	if q.folds() {
		t := &top{n: kept, order: by}
		q.offerGroups(groups, t, from.after)
		tops = append(tops, t)
	}
	var cands []candidate
	for _, t := range tops {
		cands = append(cands, t.list...)
	}
	cands = ranked(cands, by)
	if from.after == nil {
		if err := q.rescore(cands, by, ls); err != nil {
			return page{}, err
		}
	}
	last := min(want, len(cands))
	out := page{cands: cands[min(from.skip, last):last], last: last, more: len(cands) > want}
	if from.after != nil {
		out.last = rescored + 1 // any number from which on the cursor holds a candidate
	}
	return out, nil
}

// tops keep the best candidates of the segments: all that one core works on share
// one, so that it is full early.
func (q *run) tops(n int) []*top {
	tops := make([]*top, len(q.parts), len(q.parts)+1)
	if q.view.isSmall() && len(tops) > 1 {
		tops = tops[:1]
	}
	for i := range tops {
		tops[i] = &top{n: n, order: order(q.req.Sort)}
	}
	return tops
}

// rankPart offers the hits of a segment to t, and gives the best hit of each
// group of versions.
func (q *run) rankPart(ctx context.Context, i int, ls *leafStats, t *top, after *candidate) (map[int64]folded, error) {
	m := q.parts[i]
	if q.final[i].IsEmpty() {
		return nil, nil
	}
	if q.req.Sort != search.ByRelevance || !q.plan.ranks() {
		acc := q.index.pool.get(0)
		defer q.index.pool.put(acc, roaring.New())
		return q.collectPart(ctx, i, acc, t, after)
	}
	if m.scope != search.InAll || m.comments == nil {
		return q.rankBest(ctx, i, ls, t, after)
	}
	acc := q.index.pool.get(int(m.part.segment.Count()))
	wanted := roaring.Or(q.final[i], m.comments)
	if err := m.scoreAll(ctx, acc, wanted, ls, &q.view.stats); err != nil {
		return nil, err
	}
	defer q.index.pool.put(acc, wanted)
	m.collapseScores(acc, q.final[i])
	return q.collectPart(ctx, i, acc, t, after)
}

// rankBest is rankPart where no score depends on another document's. Of groups
// of versions all hits are scored, of the others only what may be shown.
func (q *run) rankBest(ctx context.Context, i int, ls *leafStats, t *top, after *candidate) (map[int64]folded, error) {
	m := q.parts[i]
	scorers, err := m.scorers(q.final[i], ls, &q.view.stats)
	if err != nil {
		return nil, err
	}
	if err := m.best(ctx, i, q.singles(i), scorers, t, after); err != nil || !q.folds() {
		return nil, err
	}
	acc := q.index.pool.get(int(m.part.segment.Count()))
	grouped := roaring.And(q.final[i], m.part.cols.grouped)
	if err := m.scoreAll(ctx, acc, grouped, ls, &q.view.stats); err != nil {
		return nil, err
	}
	defer q.index.pool.put(acc, grouped)
	return q.fold(ctx, i, acc, t.order)
}

func (q *run) collectPart(ctx context.Context, i int, acc *accumulator, t *top, after *candidate) (map[int64]folded, error) {
	if err := q.parts[i].collect(ctx, i, q.singles(i), acc, t, after); err != nil {
		return nil, err
	}
	return q.fold(ctx, i, acc, t.order)
}

// rescores tells whether the best hits are compared by distances of words.
func (q *run) rescores() bool {
	return q.req.Sort == search.ByRelevance && q.plan.proximityLeaves() != nil
}

// rescore adds the proximity bonus to the best candidates and orders them anew.
// They stay before all others, whose scores were lower without any bonus.
func (q *run) rescore(cands []candidate, by order, ls *leafStats) error {
	if !q.rescores() {
		return nil
	}
	best := cands[:min(rescored, len(cands))]
	for i, m := range q.parts {
		var docs []uint32
		for _, c := range best {
			if c.part == i {
				docs = append(docs, c.doc)
			}
		}
		slices.Sort(docs)
		bonus, err := m.proximity(docs, ls)
		if err != nil {
			return err
		}
		for j := range best {
			if best[j].part == i {
				best[j].bonus = bonus[best[j].doc]
				best[j].score += best[j].bonus
			}
		}
	}
	ranked(best, by)
	return nil
}
