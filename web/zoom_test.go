package web

import (
	"strings"
	"testing"

	"presseschau/search"
)

func TestZoomed(t *testing.T) {
	for _, tt := range []struct{ from, to, years, want string }{
		{"", "", "", ""},
		{"", "", "2015", "2015"},
		{"", "", "2015 2016", ""},
		{"", "", "none", ""},
		{"2015", "2015", "", "2015"},
		{"2015-03", "2015-09", "", "2015"},
		{"2015-03", "2015-03", "2015", "2015-03"},
		{"2015-03-02", "2015-03-20", "", "2015-03"},
		{"2015-03-02", "2015-04-20", "2015", "2015"},
		{"2015", "2015-03", "", "2015"},
		{"2014-03", "2015-03", "2015", ""},
		{"2015-03", "", "", ""},
	} {
		a := asked{Request: search.Request{From: tt.from, To: tt.to}}
		if tt.years != "" {
			a.Filters = []search.Filter{{Facet: search.YearFacet, Include: strings.Fields(tt.years)}}
		}
		if got := a.zoomed(); got != tt.want {
			t.Errorf("from %q to %q, years %q: %q, want %q", tt.from, tt.to, tt.years, got, tt.want)
		}
	}
}

func TestPeriods(t *testing.T) {
	for _, tt := range []struct {
		of, first, last string
		n               int
	}{
		{"2015", "2015-01", "2015-12", 12},
		{"2016-02", "2016-02-01", "2016-02-29", 29},
		{"2015-12", "2015-12-01", "2015-12-31", 31},
		{"9999", "9999-01", "9999-12", 12},
		{"2015-13", "", "", 0},
	} {
		got := append([]string{""}, periods(tt.of)...)
		first := got[min(1, len(got)-1)]
		if len(got)-1 != tt.n || first != tt.first || got[len(got)-1] != tt.last {
			t.Errorf("%s: %d from %q to %q, want %d from %q to %q", tt.of, len(got)-1, first, got[len(got)-1], tt.n, tt.first, tt.last)
		}
	}
}

func TestCovers(t *testing.T) {
	for _, tt := range []struct {
		from, to, period string
		want             bool
	}{
		{"2015-03", "2015-03", "2015-03", true},
		{"2015-03", "2015-03", "2015-04", false},
		{"2015-06", "2015-08", "2015-07", true},
		{"2015-06", "2015-08", "2015-08", true},
		{"2015-06-12", "2015-06-14", "2015-06", true},
		{"2015-06-12", "2015-06-14", "2015-06-13", true},
		{"2015-06-12", "2015-06-14", "2015-06-15", false},
		{"2015", "2015", "2015-06", false}, // all of the year: no month is chosen
		{"", "", "2015-06", false},
	} {
		a := asked{Request: search.Request{From: tt.from, To: tt.to}}
		if got := a.covers(tt.period); got != tt.want {
			t.Errorf("%s to %s covers %s: %v, want %v", tt.from, tt.to, tt.period, got, tt.want)
		}
	}
}
