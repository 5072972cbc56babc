package search

import (
	"errors"
	"reflect"
	"strings"
	"testing"
)

// defaults is what the zero Request becomes.
func defaults() Request {
	return Request{
		Scope: InAll, Match: MatchAll, Sort: ByNewest, Page: 1, Size: DefaultSize,
		Facets: []Facet{OutletFacet, YearFacet, ActorFacet}, FacetSize: DefaultFacet,
	}
}

func TestNormalize(t *testing.T) {
	for _, c := range []struct {
		name  string
		given Request
		want  func(*Request)
	}{
		{"zero", Request{}, func(*Request) {}},
		{"query", Request{Query: "Merkel"}, func(r *Request) { r.Query, r.Sort = "Merkel", ByRelevance }},
		{"sort", Request{Query: "a", Sort: ByOldest}, func(r *Request) { r.Query, r.Sort = "a", ByOldest }},
		{"scope", Request{Scope: InComments}, func(r *Request) { r.Scope = InComments }},
		{"match", Request{Match: MatchAny}, func(r *Request) { r.Match = MatchAny }},
		{"last page", Request{Page: 100, Size: 100}, func(r *Request) { r.Page, r.Size = 100, 100 }},
		{"cursor", Request{Cursor: "x", Page: 1}, func(r *Request) { r.Cursor = "x" }},
		{"dates", Request{From: "1.9.2015", To: "2015"}, func(r *Request) { r.From, r.To = "2015-09-01", "2015" }},
		{"no facets", Request{Facets: []Facet{}}, func(r *Request) { r.Facets = []Facet{} }},
		{"facets", Request{Facets: []Facet{AgencyFacet, YearFacet, AgencyFacet}}, func(r *Request) { r.Facets = []Facet{AgencyFacet, YearFacet} }},
		{"facet size", Request{FacetSize: 1000}, func(r *Request) { r.FacetSize = 1000 }},
		{"actor find", Request{ActorFind: " put "}, func(r *Request) { r.ActorFind = "put" }},
		{"empty filter", Request{Filters: []Filter{{Facet: YearFacet}}}, func(*Request) {}},
		{"filters", Request{Filters: []Filter{
			{Facet: AgencyFacet, Include: []string{"DPA"}},
			{Facet: YearFacet, Include: []string{"none", "2017", " 2015", "2017"}},
			{Facet: OutletFacet, Include: []string{"taz"}},
			{Facet: OutletFacet, Include: []string{"DW"}, Exclude: []string{"none"}},
		}}, func(r *Request) {
			r.Filters = []Filter{
				{Facet: OutletFacet, Include: []string{"DW", "taz"}, Exclude: []string{"none"}},
				{Facet: YearFacet, Include: []string{"2015", "2017", "none"}},
				{Facet: AgencyFacet, Include: []string{"dpa"}},
			}
		}},
	} {
		want := defaults()
		c.want(&want)
		got, node, err := c.given.Normalize()
		if err != nil || node == nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, %v, %v; want %+v", c.name, got, node, err, want)
			continue
		}
		if again, _, err := got.Normalize(); err != nil || !reflect.DeepEqual(again, got) {
			t.Errorf("%s: normalised again: %+v, %v; want %+v", c.name, again, err, got)
		}
	}
}

func TestNormalizeErrors(t *testing.T) {
	long := strings.Repeat("ä", MaxValueRunes+1)
	many := strings.Split(strings.Repeat("x,", MaxValues), ",")
	for _, c := range []struct {
		param string
		given Request
	}{
		{"in", Request{Scope: "body"}},
		{"match", Request{Match: "some"}},
		{"sort", Request{Sort: "date"}},
		{"page", Request{Page: -1}},
		{"page", Request{Page: 501}},
		{"page", Request{Page: 1 << 62, Size: 100}},
		{"size", Request{Size: -1}},
		{"size", Request{Size: 101}},
		{"size", Request{Size: 1e9}},
		{"cursor", Request{Cursor: "x", Page: 2}},
		{"cursor", Request{Cursor: strings.Repeat("x", MaxCursorLen+1)}},
		{"cursor", Request{Cursor: "\xff"}},
		{"from", Request{From: "gestern"}},
		{"from", Request{From: "2015-02-30"}},
		{"to", Request{To: "2015-13"}},
		{"to", Request{From: "2016", To: "2015-12-31"}},
		{"filter", Request{Filters: []Filter{{Facet: "author", Include: []string{"x"}}}}},
		{"outlet", Request{Filters: []Filter{{Facet: OutletFacet, Include: []string{" "}}}}},
		{"-outlet", Request{Filters: []Filter{{Facet: OutletFacet, Exclude: []string{""}}}}},
		{"outlet", Request{Filters: []Filter{{Facet: OutletFacet, Include: []string{long}}}}},
		{"actor", Request{Filters: []Filter{{Facet: ActorFacet, Include: []string{"a\x00"}}}}},
		{"actor", Request{Filters: []Filter{{Facet: ActorFacet, Include: []string{"\xff"}}}}},
		{"year", Request{Filters: []Filter{{Facet: YearFacet, Include: []string{"17"}}}}},
		{"-year", Request{Filters: []Filter{{Facet: YearFacet, Exclude: []string{"2017-01"}}}}},
		{"agency", Request{Filters: []Filter{{Facet: AgencyFacet, Include: many}}}},
		{"actor", Request{Filters: []Filter{{Facet: OutletFacet, Include: many[:60]}, {Facet: ActorFacet, Include: many[:60]}}}},
		{"facets", Request{Facets: []Facet{"weekday"}}},
		{"facetSize", Request{FacetSize: -1}},
		{"facetSize", Request{FacetSize: MaxFacetValues + 1}},
		{"actorFind", Request{ActorFind: long}},
	} {
		_, _, err := c.given.Normalize()
		var got *ParamError
		if !errors.As(err, &got) || got.Param != c.param || got.Reason == "" || len(got.Value) > 300 {
			t.Errorf("Normalize(%.100v): %v; want a ParamError of %s", c.given, err, c.param)
		}
	}
	_, _, err := Request{Query: "a OR", Page: -1}.Normalize()
	if e := (*SyntaxError)(nil); !errors.As(err, &e) || e.Code != MissingOperand {
		t.Errorf("Normalize of a wrong query: %v; want a SyntaxError", err)
	}
	_, _, err = Request{Query: " ??? "}.Normalize()
	if e := (*SyntaxError)(nil); !errors.As(err, &e) || e.Code != NoWord {
		t.Errorf("Normalize of a query without a word: %v; want %s", err, NoWord)
	}
}

func TestNormalizeKeepsTheGiven(t *testing.T) {
	given := Request{Filters: []Filter{{Facet: OutletFacet, Include: []string{"b", "a"}}}, Facets: []Facet{YearFacet, YearFacet}}
	if _, _, err := given.Normalize(); err != nil {
		t.Fatal(err)
	}
	if in := given.Filters[0].Include; in[0] != "b" || len(given.Facets) != 2 {
		t.Errorf("the request given has changed: %+v", given)
	}
}
