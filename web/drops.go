package web

import (
	"strings"

	"presseschau/search"
)

// dropView is a condition without which there would be hits.
type dropView struct {
	Text string
	URL  string
}

// drops are the conditions without which there would be hits, with the hits.
func (b builder) drops(res *search.Result) []dropView {
	var out []dropView
	for _, d := range res.Drops {
		hits := b.lang.count("hits", d.Total)
		switch {
		case d.Facet != "":
			out = append(out, dropView{b.lang.text("drop.facet", b.dropLabel(res.Facets, d), hits), b.link.without(d.Facet, d.Value)})
		case d.Value == "query":
			out = append(out, dropView{b.lang.text("drop.query", hits), b.link.with(func(a *asked) { a.Query, a.Sort = "", "" })})
		case d.Value == "date":
			out = append(out, dropView{b.lang.text("drop.date", hits), b.link.with(func(a *asked) { a.From, a.To = "", "" })})
		case d.Value == "scope":
			out = append(out, dropView{b.lang.text("drop.scope", hits), b.link.with(func(a *asked) { a.Scope = search.InAll })})
		}
	}
	return out
}

// dropLabel names the value that is dropped, or all of the facet's filter.
func (b builder) dropLabel(results []search.FacetResult, d search.Drop) string {
	label := b.lang.text("facet."+string(d.Facet)) + ": "
	if d.Value != "" {
		return label + b.lang.facetLabel(d.Facet, search.FacetValue{Value: d.Value, Label: d.Label})
	}
	var names []string
	for _, f := range b.asked.Filters {
		if f.Facet != d.Facet {
			continue
		}
		for _, v := range f.Include {
			names = append(names, b.valueLabel(results, f.Facet, v))
		}
		for _, v := range f.Exclude {
			names = append(names, b.lang.text("filter.not")+" "+b.valueLabel(results, f.Facet, v))
		}
	}
	return label + strings.Join(names, " "+b.lang.text("filter.or")+" ")
}
