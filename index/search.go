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
		Index: search.IndexInfo{Generation: g.name, Articles: v.stats.articles, Comments: v.stats.comments},
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

// facets counts the facets asked for. Each ignores its own filter.
func (q *run) facets(ctx context.Context) ([]search.FacetResult, error) {
	out := make([]search.FacetResult, 0, len(q.req.Facets))
	for _, facet := range q.req.Facets {
		r, err := q.facet(ctx, facet)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

func (q *run) facet(ctx context.Context, facet search.Facet) (search.FacetResult, error) {
	vals, _ := q.view.facets.of(facet)
	skip := slices.IndexFunc(q.filters, func(f filter) bool { return f.facet == facet })
	t := tally{facet: facet, values: vals, marks: marksOf(q.req, facet), size: q.req.FacetSize}
	var err error
	if _, all := q.plan.root.(opAll); all && len(q.filters) == 0 {
		t.counts, err = q.view.total(ctx, facet, q.side())
	} else {
		t.counts = q.index.pool.counters.get(len(vals.all()))
		defer q.index.pool.counters.put(t.counts)
		err = q.count(ctx, t.counts, facet, skip)
	}
	if err != nil {
		return search.FacetResult{}, err
	}
	t.all = vals.all()
	t.all = t.all[:min(len(t.all), len(t.counts.n))]
	switch facet {
	case search.ActorFacet:
		for _, w := range words(q.req.ActorFind) {
			t.find = append(t.find, q.gen.analysis.german.Fold(w))
		}
	case search.YearFacet:
		t.size = len(t.all) // a time line has no gaps
	}
	return t.result(), nil
}

// side is that of the documents which are hits.
func (q *run) side() side {
	if q.req.Scope == search.InComments {
		return commentSide
	}
	return articleSide
}

// count counts the hits that pass all filters but the one to skip.
func (q *run) count(ctx context.Context, c *counts, facet search.Facet, skip int) error {
	for i, m := range q.parts {
		hits := q.final[i]
		if skip >= 0 {
			var err error
			if hits, err = applyAll(q.filters, skip, m.part, m.hits); err != nil {
				return err
			}
		}
		if err := c.count(ctx, m.part.cols.of(facet), hits); err != nil {
			return err
		}
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
	before := orderOf(q.req.Sort)
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
	tops := make([]*top, len(q.parts))
	err = q.inParallel(ctx, func(ctx context.Context, i int) error {
		t, err := q.rankPart(ctx, i, ls, &top{n: kept, before: before}, from.after)
		tops[i] = t
		return err
	})
	if err != nil {
		return page{}, err
	}
	var cands []candidate
	for _, t := range tops {
		cands = append(cands, t.list...)
	}
	cands = ranked(cands, before)
	if from.after == nil {
		if err := q.rescore(cands, before, ls); err != nil {
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

func (q *run) rankPart(ctx context.Context, i int, ls *leafStats, t *top, after *candidate) (*top, error) {
	m := q.parts[i]
	if q.final[i].IsEmpty() {
		return t, nil
	}
	if q.req.Sort != search.ByRelevance || !q.plan.ranks() {
		acc := q.index.pool.get(0)
		defer q.index.pool.put(acc, roaring.New())
		return t, m.collect(ctx, i, q.final[i], acc, t, after)
	}
	acc := q.index.pool.get(int(m.part.segment.Count()))
	wanted := q.final[i]
	if m.scope == search.InAll && m.comments != nil {
		wanted = roaring.Or(wanted, m.comments)
	}
	if err := m.scoreAll(ctx, acc, wanted, ls, &q.view.stats); err != nil {
		return t, err
	}
	defer q.index.pool.put(acc, wanted)
	if m.scope == search.InAll {
		m.collapseScores(acc)
	}
	return t, m.collect(ctx, i, q.final[i], acc, t, after)
}

// rescores tells whether the best hits are compared by distances of words.
func (q *run) rescores() bool {
	return q.req.Sort == search.ByRelevance && q.plan.proximityLeaves() != nil
}

// rescore adds the proximity bonus to the best candidates and orders them anew.
// They stay before all others, whose scores were lower without any bonus.
func (q *run) rescore(cands []candidate, before order, ls *leafStats) error {
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
	ranked(best, before)
	return nil
}
