package web

import (
	"slices"
	"strings"

	"presseschau/corpus"
	"presseschau/search"
)

// facetBox is a facet beside the hits.
type facetBox struct {
	Name   string // of the facet
	Title  string
	Rows   []facetRow
	Groups []facetGroup // of rows, for actors
	Folded bool         // the rows are shown on demand: the timeline shows them too
	Active bool         // a value is filtered by
	More   string       // address with more values, or ""
	Less   string       // address with as many as at first, or ""
	Find   *finder
}

// facetGroup is the actors of a type.
type facetGroup struct {
	Title string // "" for what has no type
	Rows  []facetRow
}

// facetRow is a value with its ways to filter.
type facetRow struct {
	Label    string
	Count    int
	Selected bool
	Excluded bool
	Toggle   string // includes the value, or lifts its filter
	Exclude  string // "" if a filter is on it
	Page     string // of an actor, else ""
}

// finder is the search box within a facet.
type finder struct {
	form
	Value string
	Clear string
}

// facetSteps are the numbers of values that "more" leads through.
func facetSteps() []int { return []int{search.DefaultFacet, 50, 200, search.MaxFacetValues} }

// facets are shown in this order, whatever the order of the answer.
func (b builder) facets(results []search.FacetResult) []facetBox {
	var out []facetBox
	for _, facet := range []search.Facet{search.OutletFacet, search.ActorFacet, search.YearFacet, search.AgencyFacet, search.LanguageFacet} {
		i := slices.IndexFunc(results, func(f search.FacetResult) bool { return f.Facet == facet })
		if i < 0 {
			continue
		}
		box := b.facet(results[i])
		if len(box.Rows) > 0 && (box.Active || results[i].Distinct >= leastValues(facet)) || box.Find != nil {
			out = append(out, box)
		}
	}
	return out
}

// leastValues is the number of values from which on a facet is worth its place.
func leastValues(facet search.Facet) int {
	switch facet {
	case search.AgencyFacet:
		return 1
	case search.LanguageFacet:
		return 2
	}
	return 0
}

func (b builder) facet(f search.FacetResult) facetBox {
	box := facetBox{Name: string(f.Facet), Title: b.lang.text("facet." + string(f.Facet))}
	values := slices.Clone(f.Values)
	if f.Facet == search.YearFacet {
		slices.Reverse(values)
	}
	isNone := func(v search.FacetValue) bool { return v.Value == search.None }
	if f.Missing > 0 && !slices.ContainsFunc(values, isNone) {
		values = append(values, search.FacetValue{Value: search.None, Count: f.Missing})
	}
	for _, v := range values {
		box.Rows = append(box.Rows, b.facetRow(f.Facet, v))
		box.Active = box.Active || v.Selected || v.Excluded
	}
	if f.Facet == search.ActorFacet {
		box.Groups = b.byType(values, box.Rows)
	}
	box.Folded = f.Facet == search.YearFacet
	if !box.Folded {
		box.More, box.Less = b.moreValues(f)
	}
	if f.Facet == search.ActorFacet && (f.Distinct > 0 || b.asked.ActorFind != "") {
		box.Find = &finder{form: b.form(paramActorFind), Value: b.asked.ActorFind,
			Clear: b.link.with(func(a *asked) { a.ActorFind = "" })}
	}
	return box
}

// byType groups the rows of values by the actors' types.
func (b builder) byType(values []search.FacetValue, rows []facetRow) []facetGroup {
	var out []facetGroup
	for _, kind := range []corpus.ActorType{corpus.Person, corpus.Org, corpus.State, ""} {
		var group facetGroup
		if kind != "" {
			group.Title = b.lang.text("actor.type." + string(kind) + ".many")
		}
		for i, v := range values {
			if v.Value == search.None && kind == "" || v.Value != search.None && v.Type == kind {
				group.Rows = append(group.Rows, rows[i])
			}
		}
		if len(group.Rows) > 0 {
			out = append(out, group)
		}
	}
	return out
}

func (b builder) facetRow(facet search.Facet, v search.FacetValue) facetRow {
	row := facetRow{Label: b.lang.facetLabel(facet, v), Count: v.Count, Selected: v.Selected, Excluded: v.Excluded}
	if facet == search.ActorFacet && v.Value != search.None {
		row.Page = actorAddress(v.Value, b.asked.lang)
	}
	if v.Selected || v.Excluded {
		row.Toggle = b.link.without(facet, v.Value)
		return row
	}
	row.Toggle = b.link.including(facet, v.Value)
	row.Exclude = b.link.excluding(facet, v.Value)
	return row
}

func (b builder) moreValues(f search.FacetResult) (more, less string) {
	size := b.asked.FacetSize
	if size == 0 {
		size = search.DefaultFacet
	}
	if size > search.DefaultFacet {
		less = b.link.with(func(a *asked) { a.FacetSize = search.DefaultFacet })
	}
	listed, cut := 0, false
	ofType := map[corpus.ActorType]int{}
	for _, v := range f.Values {
		if v.Value != search.None {
			listed++
			ofType[v.Type]++
			cut = cut || listed >= size || v.Type != "" && ofType[v.Type] >= (size+1)/2
		}
	}
	if !cut || listed >= f.Distinct {
		return "", less
	}
	for _, step := range facetSteps() {
		if step > size {
			return b.link.with(func(a *asked) { a.FacetSize = step }), less
		}
	}
	return "", less
}

// chips are the filters in force, in the order of the address.
func (b builder) chips(results []search.FacetResult) []chip {
	var out []chip
	for _, facet := range filterFacets() {
		prefix := b.lang.text("facet."+string(facet)) + ": "
		for _, f := range b.asked.Filters {
			if f.Facet != facet {
				continue
			}
			for _, v := range f.Include {
				out = append(out, chip{prefix + b.valueLabel(results, facet, v), false, b.link.without(facet, v)})
			}
			for _, v := range f.Exclude {
				out = append(out, chip{prefix + b.valueLabel(results, facet, v), true, b.link.without(facet, v)})
			}
		}
	}
	if text := b.rangeText(); text != "" {
		out = append(out, chip{text, false, b.link.with(func(a *asked) { a.From, a.To = "", "" })})
	}
	return out
}

// valueLabel names a value that is filtered by.
func (b builder) valueLabel(results []search.FacetResult, facet search.Facet, value string) string {
	label := search.FacetValue{Value: value}
	for _, f := range results {
		if f.Facet != facet {
			continue
		}
		for _, v := range f.Values {
			if v.Value == value {
				label = v
			}
		}
	}
	if facet == search.ActorFacet && label.Label == "" && value != search.None {
		label.Label = actorSlug(value)
	}
	return b.lang.facetLabel(facet, label)
}

// actorSlug makes an actor's id readable when its name is not at hand.
func actorSlug(id string) string {
	_, slug, ok := strings.Cut(id, ":")
	if !ok {
		return id
	}
	return strings.ReplaceAll(slug, "-", " ")
}

func (b builder) rangeText() string {
	from, to := b.lang.date(corpus.Date(b.asked.From)), b.lang.date(corpus.Date(b.asked.To))
	switch {
	case b.asked.From != "" && from == to:
		return from
	case b.asked.From != "" && b.asked.To != "":
		return b.lang.text("range.both", from, to)
	case b.asked.From != "":
		return b.lang.text("range.from", from)
	case b.asked.To != "":
		return b.lang.text("range.to", to)
	}
	return ""
}
