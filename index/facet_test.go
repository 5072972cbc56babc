package index

import (
	"fmt"
	"strings"
	"testing"

	"presseschau/search"
)

func include(f search.Facet, values ...string) search.Filter {
	return search.Filter{Facet: f, Include: values}
}

func exclude(f search.Facet, values ...string) search.Filter {
	return search.Filter{Facet: f, Exclude: values}
}

// show prints a facet as "value:count", selected ones with +, excluded with -.
func show(r *search.Result, facet search.Facet) string {
	var out []string
	for _, f := range r.Facets {
		if f.Facet != facet {
			continue
		}
		for _, v := range f.Values {
			mark := ""
			if v.Selected {
				mark = "+"
			}
			if v.Excluded {
				mark = "-"
			}
			out = append(out, fmt.Sprintf("%s%s:%d", mark, v.Value, v.Count))
		}
		out = append(out, fmt.Sprintf("none:%d distinct:%d other:%d", f.Missing, f.Distinct, f.Other))
	}
	return strings.Join(out, " ")
}

func TestFacets(t *testing.T) {
	x, _ := newTest(t, news()...)
	for _, tc := range []struct {
		name  string
		req   search.Request
		facet search.Facet
		want  string
	}{
		{"all outlets", search.Request{}, search.OutletFacet, "Deutsche Welle:2 Der Spiegel:1 none:1 distinct:2 other:0"},
		{"all years", search.Request{}, search.YearFacet, "2015:1 2016:1 2017:1 none:1 distinct:3 other:0"},
		{"all actors", search.Request{}, search.ActorFacet, "state:usa:2 person:donald-trump:1 person:wladimir-putin:1 none:2 distinct:3 other:0"},
		{"with a query", search.Request{Query: "usa"}, search.OutletFacet, "Der Spiegel:1 Deutsche Welle:1 none:0 distinct:2 other:0"},
		{"own selection ignored", search.Request{Filters: []search.Filter{include(search.OutletFacet, "Der Spiegel")}}, search.OutletFacet, "Deutsche Welle:2 +Der Spiegel:1 none:1 distinct:2 other:0"},
		{"other selection applied", search.Request{Filters: []search.Filter{include(search.OutletFacet, "Der Spiegel")}}, search.YearFacet, "2015:1 none:0 distinct:1 other:0"},
		{"exclusion", search.Request{Filters: []search.Filter{exclude(search.OutletFacet, "Der Spiegel")}}, search.YearFacet, "2016:1 2017:1 none:1 distinct:2 other:0"},
		{"cut", search.Request{FacetSize: 1}, search.ActorFacet, "state:usa:2 none:2 distinct:3 other:2"},
		{"cut by type", search.Request{FacetSize: 1, ByType: true}, search.ActorFacet, "state:usa:2 person:donald-trump:1 none:2 distinct:3 other:1"},
		{"years are never cut", search.Request{FacetSize: 1}, search.YearFacet, "2015:1 2016:1 2017:1 none:1 distinct:3 other:0"},
		{"find", search.Request{ActorFind: "put"}, search.ActorFacet, "person:wladimir-putin:1 none:2 distinct:3 other:3"},
		{"selected without hits", search.Request{Filters: []search.Filter{include(search.OutletFacet, "Pravda")}}, search.OutletFacet, "Deutsche Welle:2 Der Spiegel:1 +Pravda:0 none:1 distinct:2 other:0"},
		{"months", search.Request{Facets: []search.Facet{search.MonthFacet}}, search.MonthFacet, "2015-09:1 2016-05:1 2017-12:1 none:1 distinct:3 other:0"},
		{"months of the years of a range", search.Request{From: "2016-03-01", To: "2017-11-01", Facets: []search.Facet{search.MonthFacet}}, search.MonthFacet, "2016-05:1 2017-12:1 none:0 distinct:2 other:0"},
		{"days of the months of a range", search.Request{From: "2015-09-01", To: "2015-09-01", Facets: []search.Facet{search.DayFacet}}, search.DayFacet, "2015-09-20:1 none:0 distinct:1 other:0"},
		{"comments by their year", search.Request{Scope: search.InComments}, search.YearFacet, "2015:2 none:1 distinct:1 other:0"},
		{"comments by their actors", search.Request{Scope: search.InComments}, search.ActorFacet, "person:wladimir-putin:1 none:2 distinct:1 other:0"},
	} {
		if got := show(find(t, x, tc.req), tc.facet); got != tc.want {
			t.Errorf("%s: got %q, want %q", tc.name, got, tc.want)
		}
	}
}

func TestFilters(t *testing.T) {
	x, _ := newTest(t, news()...)
	for _, tc := range []struct {
		name string
		req  search.Request
		want string
	}{
		{"two values are either", search.Request{Filters: []search.Filter{include(search.OutletFacet, "Der Spiegel", "Deutsche Welle")}}, "gespraeche kreml museum"},
		{"two facets are both", search.Request{Filters: []search.Filter{include(search.OutletFacet, "Deutsche Welle"), include(search.YearFacet, "2017")}}, "kreml"},
		{"unknown outlet", search.Request{Filters: []search.Filter{include(search.OutletFacet, search.None)}}, "haus"},
		{"unknown year", search.Request{Filters: []search.Filter{include(search.YearFacet, search.None)}}, "museum"},
		{"known year", search.Request{Filters: []search.Filter{exclude(search.YearFacet, search.None)}}, "gespraeche haus kreml"},
		{"no such outlet", search.Request{Filters: []search.Filter{include(search.OutletFacet, "Pravda")}}, ""},
		{"actor", search.Request{Filters: []search.Filter{include(search.ActorFacet, putin.ID)}}, "kreml"},
		{"from", search.Request{From: "2016"}, "haus kreml"},
		{"to", search.Request{To: "2016-05"}, "gespraeche haus"},
		{"from and to", search.Request{From: "2015-09-20", To: "2015-09-20"}, "gespraeche"},
	} {
		r := find(t, x, tc.req)
		if got := strings.Join(sorted(ids(r, "")), " "); got != tc.want {
			t.Errorf("%s: got %q, want %q", tc.name, got, tc.want)
		}
	}
}

func TestCountIsTotalAfterClick(t *testing.T) {
	x, _ := newTest(t, news()...)
	for _, query := range []string{"", "usa", "haus"} {
		for _, scope := range []search.Scope{search.InAll, search.InArticles, search.InComments} {
			for _, f := range find(t, x, search.Request{Query: query, Scope: scope}).Facets {
				for _, v := range f.Values {
					r := find(t, x, search.Request{Query: query, Scope: scope, Filters: []search.Filter{include(f.Facet, v.Value)}})
					if r.Total != v.Count {
						t.Errorf("%q in %s, %s=%s: total %d, counted %d", query, scope, f.Facet, v.Value, r.Total, v.Count)
					}
				}
			}
		}
	}
}

func TestDrops(t *testing.T) {
	x, _ := newTest(t, news()...)
	r := find(t, x, search.Request{Query: "kreml", Filters: []search.Filter{
		include(search.OutletFacet, "Der Spiegel"), include(search.YearFacet, "2017")}})
	if len(r.Drops) != 1 {
		t.Fatalf("drops = %+v, want one", r.Drops)
	}
	if d := r.Drops[0]; d.Facet != search.OutletFacet || d.Value != "Der Spiegel" || d.Total != 1 {
		t.Errorf("drop = %+v, want Der Spiegel with 1", d)
	}
	r = find(t, x, search.Request{Query: "jalta", Scope: search.InArticles})
	if len(r.Drops) != 1 || r.Drops[0].Value != "scope" || r.Drops[0].Total != 1 {
		t.Errorf("drops = %+v, want the scope with 1", r.Drops)
	}
}

// TestRenamedActor gives one actor two names, as a change of the knowledge base
// does while old articles keep the old one.
func TestRenamedActor(t *testing.T) {
	renamed := putin
	renamed.Name = "Präsident Putin"
	x, _ := newTest(t, art("a", "Eins", names(0, putin)), art("b", "Zwei", names(0, renamed, putin)))
	got := find(t, x, search.Request{})
	if s := show(got, search.ActorFacet); s != "person:wladimir-putin:2 none:0 distinct:1 other:0" {
		t.Errorf("actors: %s", s)
	}
	if n := find(t, x, search.Request{Filters: []search.Filter{include(search.ActorFacet, putin.ID)}}).Total; n != 2 {
		t.Errorf("filtered: %d, want 2", n)
	}
}

func TestMatchAny(t *testing.T) {
	x, _ := newTest(t, news()...)
	for _, tc := range []struct{ query, want string }{
		{"-usa -museum", "haus"},
		{"kreml jahr:2015", ""},
		{"kreml museum jahr:2017", "kreml"},
	} {
		r := find(t, x, search.Request{Query: tc.query, Match: search.MatchAny})
		if got := strings.Join(sorted(ids(r, "")), " "); got != tc.want {
			t.Errorf("%q: got %q, want %q", tc.query, got, tc.want)
		}
	}
}
