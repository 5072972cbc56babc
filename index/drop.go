package index

import (
	"context"
	"slices"

	"presseschau/search"
)

// drops says, for an answer without hits, how many there would be without each
// of its conditions.
func (q *run) drops(ctx context.Context, tree search.Node) ([]search.Drop, error) {
	var out []search.Drop
	add := func(d search.Drop, n int) {
		if d.Total = n; n > 0 {
			out = append(out, d)
		}
	}
	for i := range q.filters {
		n, err := q.totalWithout(i)
		if err != nil {
			return nil, err
		}
		add(q.dropOf(&q.filters[i]), n)
	}
	if _, all := tree.(search.All); !all && len(q.filters) > 0 {
		n, err := q.totalOf(ctx, search.All{}, q.req.Scope)
		if err != nil {
			return nil, err
		}
		add(search.Drop{Value: "query"}, n)
	}
	if q.req.Scope != search.InAll {
		n, err := q.totalOf(ctx, tree, search.InAll)
		if err != nil {
			return nil, err
		}
		add(search.Drop{Value: "scope"}, n)
	}
	return out, nil
}

func (q *run) dropOf(f *filter) search.Drop {
	if f.facet == "" {
		return search.Drop{Value: "date"}
	}
	at := slices.IndexFunc(q.req.Filters, func(r search.Filter) bool { return r.Facet == f.facet })
	d := search.Drop{Facet: f.facet}
	if chosen := append(slices.Clone(q.req.Filters[at].Include), q.req.Filters[at].Exclude...); len(chosen) == 1 {
		d.Value, d.Label = chosen[0], chosen[0]
		vals, _ := q.view.facets.of(f.facet)
		if v := vals.byKey(d.Value); v != nil {
			d.Label = v.label
		}
	}
	return d
}

// totalWithout counts the hits that pass all filters but one.
func (q *run) totalWithout(skip int) (int, error) {
	n := 0
	for _, m := range q.parts {
		hits, err := applyAll(q.filters, skip, m.part, m.hits)
		if err != nil {
			return 0, err
		}
		n += int(hits.GetCardinality())
	}
	return n, nil
}

// totalOf counts the hits of another query or scope under the same filters.
func (q *run) totalOf(ctx context.Context, tree search.Node, scope search.Scope) (int, error) {
	req := *q.req
	req.Scope = scope
	other := &run{index: q.index, gen: q.gen, view: q.view, req: &req, filters: q.filters}
	err := other.match(ctx, compile(tree, req.Match, q.gen.analysis, q.view.facets))
	return other.total, err
}
