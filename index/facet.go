package index

import (
	"context"
	"fmt"
	"slices"

	"presseschau/search"

	"github.com/RoaringBitmap/roaring/v2"
)

// filter is a condition on the hits besides the query.
type filter struct {
	facet   search.Facet // "": the range of dates
	include *leaf        // nil: any
	exclude *leaf        // nil: none
	lo, hi  int32
}

// filters translates those of a request into terms.
func filtersOf(r *search.Request, facets *facetValues) []filter {
	var out []filter
	if r.From != "" || r.To != "" {
		lo, hi := dayRange(r.From, r.To)
		out = append(out, filter{lo: lo, hi: hi})
	}
	for _, f := range r.Filters {
		vals, prop := facets.of(f.Facet)
		out = append(out, filter{facet: f.Facet, include: anyOf(vals, prop, f.Include), exclude: anyOf(vals, prop, f.Exclude)})
	}
	return out
}

// anyOf compiles the choice of values of a facet, nil if there is none.
func anyOf(vals *values, p property, keys []string) *leaf {
	if len(keys) == 0 {
		return nil
	}
	l := &leaf{form: formKeywords, field: fieldKey}
	for _, k := range keys {
		if k == search.None {
			l.terms = append(l.terms, leafTerm{term: p.of(missing)})
			continue
		}
		if v := vals.byKey(k); v != nil {
			for _, t := range v.terms {
				l.terms = append(l.terms, leafTerm{term: p.of(t)})
			}
		}
	}
	l.key = keyOf(l)
	return l
}

// apply removes from the hits what the filter does not let pass.
func (f *filter) apply(p *part, hits *roaring.Bitmap) (*roaring.Bitmap, error) {
	if f.facet == "" {
		return roaring.And(hits, p.within(f.lo, f.hi)), nil
	}
	out := hits
	if f.include != nil {
		in, _, err := p.docsOf(f.include)
		if err != nil {
			return nil, fmt.Errorf("filter: %w", err)
		}
		out = roaring.And(out, in.docs)
	}
	if f.exclude != nil {
		ex, _, err := p.docsOf(f.exclude)
		if err != nil {
			return nil, fmt.Errorf("filter: %w", err)
		}
		out = roaring.AndNot(out, ex.docs)
	}
	return out, nil
}

// applyAll gives the hits that pass all filters but the one to skip.
func applyAll(filters []filter, skip int, p *part, hits *roaring.Bitmap) (*roaring.Bitmap, error) {
	out := hits
	for i := range filters {
		if i == skip {
			continue
		}
		var err error
		if out, err = filters[i].apply(p, out); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// count adds the values that hits have of a facet.
func (c *columns) count(ctx context.Context, facet search.Facet, to *counts, hits *roaring.Bitmap) error {
	if place, ok := inRecord(facet); ok {
		return c.records.countOne(ctx, place, to, hits)
	}
	if facet == search.AgencyFacet {
		return to.count(ctx, &c.agency, hits)
	}
	return to.count(ctx, &c.tongue, hits)
}

// facets counts the facets asked for. Each ignores its own filter; those that
// are in records and have none are counted together.
func (q *run) facets(ctx context.Context) ([]search.FacetResult, error) {
	together, err := q.countTogether(ctx)
	if err != nil {
		return nil, err
	}
	defer func() {
		for _, c := range together {
			q.index.pool.counters.put(c)
		}
	}()
	out := make([]search.FacetResult, 0, len(q.req.Facets))
	for _, facet := range q.req.Facets {
		var known *counts
		if place, ok := inRecord(facet); ok && together != nil && q.filterOf(facet) < 0 {
			known = together[place]
		}
		r, err := q.facet(ctx, facet, known)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

// filterOf gives the place of a facet's own filter, -1 if there is none.
func (q *run) filterOf(facet search.Facet) int {
	return slices.IndexFunc(q.filters, func(f filter) bool { return f.facet == facet })
}

// isTotal tells whether all documents are hits, whose counts are kept.
func (q *run) isTotal() bool {
	_, all := q.plan.root.(opAll)
	return all && len(q.filters) == 0
}

// countTogether counts the facets that are in records, nil if fewer than two of
// them are wanted of the hits.
func (q *run) countTogether(ctx context.Context) ([]*counts, error) {
	wanted := 0
	for _, facet := range q.req.Facets {
		if _, ok := inRecord(facet); ok && q.filterOf(facet) < 0 {
			wanted++
		}
	}
	if wanted < 2 || q.isTotal() {
		return nil, nil
	}
	var to [recorded]*counts
	for _, facet := range []search.Facet{search.OutletFacet, search.YearFacet, search.ActorFacet} {
		vals, _ := q.view.facets.of(facet)
		place, _ := inRecord(facet)
		to[place] = q.index.pool.counters.get(len(vals.all()), q.total)
	}
	for i, m := range q.parts {
		if err := m.part.cols.records.count(ctx, &to, q.final[i]); err != nil {
			return nil, err
		}
	}
	for _, c := range to {
		c.end()
	}
	return to[:], nil
}

// facet counts a facet, if its counts are not known.
func (q *run) facet(ctx context.Context, facet search.Facet, known *counts) (search.FacetResult, error) {
	if facet == search.MonthFacet || facet == search.DayFacet {
		return q.calendar(ctx, facet)
	}
	vals, _ := q.view.facets.of(facet)
	t := tally{facet: facet, values: vals, marks: marksOf(q.req, facet), size: q.req.FacetSize, byType: q.req.ByType && facet == search.ActorFacet}
	var err error
	switch {
	case known != nil:
		t.counts = known
	case q.isTotal():
		t.counts, err = q.view.total(ctx, facet, q.side())
	default:
		t.counts = q.index.pool.counters.get(len(vals.all()), q.total)
		defer q.index.pool.counters.put(t.counts)
		err = q.count(ctx, t.counts, facet, q.filterOf(facet))
		t.counts.end()
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
		if err := m.part.cols.count(ctx, facet, c, hits); err != nil {
			return err
		}
	}
	return nil
}
