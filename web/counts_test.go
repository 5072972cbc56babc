package web

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"presseschau/corpus"
	"presseschau/search"
)

func (x *archive) facet(r search.Request, facet search.Facet) search.FacetResult {
	own := search.Filter{Facet: facet}
	r.Filters = slices.DeleteFunc(slices.Clone(r.Filters), func(f search.Filter) bool {
		if f.Facet == facet {
			own = f
		}
		return f.Facet == facet
	})
	counts := map[string]int{}
	out := search.FacetResult{Facet: facet}
	for _, h := range x.matching(r) {
		for _, v := range h.values(facet) {
			if v == search.None {
				out.Missing++
				continue
			}
			counts[v]++
		}
	}
	for _, v := range slices.Concat(own.Include, own.Exclude) {
		counts[v] += 0
	}
	out.Distinct = len(counts)
	for v, n := range counts {
		fv := search.FacetValue{Value: v, Label: v, Count: n, Selected: slices.Contains(own.Include, v), Excluded: slices.Contains(own.Exclude, v)}
		if v == search.None {
			fv.Count = out.Missing
		}
		if facet == search.ActorFacet {
			fv.Label, fv.Type = x.actor(v)
			if r.ActorFind != "" && !strings.Contains(strings.ToLower(fv.Label), strings.ToLower(r.ActorFind)) {
				continue
			}
		}
		out.Values = append(out.Values, fv)
	}
	slices.SortFunc(out.Values, func(a, b search.FacetValue) int {
		if facet == search.YearFacet || a.Count == b.Count {
			return strings.Compare(a.Value, b.Value)
		}
		return b.Count - a.Count
	})
	if facet != search.YearFacet && len(out.Values) > r.FacetSize {
		for _, v := range out.Values[r.FacetSize:] {
			out.Other += v.Count
		}
		out.Values = out.Values[:r.FacetSize]
	}
	return out
}

func (x *archive) actor(id string) (string, corpus.ActorType) {
	for _, e := range x.docs {
		for _, a := range e.actors {
			if a.ID == id {
				return a.Name, a.Type
			}
		}
	}
	return id, ""
}

func (x *archive) drops(r search.Request) []search.Drop {
	var out []search.Drop
	for i, f := range r.Filters {
		for _, v := range slices.Concat(f.Include, f.Exclude) {
			fewer := r
			fewer.Filters = slices.Delete(slices.Clone(r.Filters), i, i+1)
			label := v
			if f.Facet == search.ActorFacet {
				label, _ = x.actor(v)
			}
			if n := len(x.matching(fewer)); n > 0 {
				out = append(out, search.Drop{Facet: f.Facet, Value: v, Label: label, Total: n})
			}
		}
	}
	fewer := r
	fewer.Query = ""
	if n := len(x.matching(fewer)); n > 0 && r.Query != "" {
		out = append(out, search.Drop{Value: "query", Total: n})
	}
	return out
}

// Actor counts the articles that name the actor and those of its companions.
func (x *archive) Actor(_ context.Context, id string, companions int) (*search.Profile, error) {
	p := &search.Profile{Aliases: []string{"Die Genannte", `<b>&"`}}
	together := map[corpus.Actor]int{}
	for _, e := range x.docs {
		i := slices.IndexFunc(e.actors, func(a corpus.Actor) bool { return a.ID == id })
		if i < 0 {
			continue
		}
		p.Actor = e.actors[i]
		p.Articles++
		p.Comments += len(e.article.Comments)
		for _, a := range e.actors {
			together[a]++
		}
	}
	if p.Articles == 0 {
		return nil, search.ErrNoActor
	}
	delete(together, p.Actor)
	for a, n := range together {
		p.Companions = append(p.Companions, search.Companion{Actor: a, Articles: n, Association: float64(n)})
	}
	slices.SortFunc(p.Companions, func(a, b search.Companion) int {
		return cmp.Or(b.Articles-a.Articles, strings.Compare(a.Actor.ID, b.Actor.ID))
	})
	p.Companions = p.Companions[:min(len(p.Companions), companions)]
	return p, nil
}
