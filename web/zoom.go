package web

import (
	"strconv"
	"strings"
	"time"

	"presseschau/corpus"
	"presseschau/search"
)

// Lengths of dates in ISO 8601.
const (
	yearLength  = len("2017")
	monthLength = len("2017-09")
)

// zoomed is the year or the month that the search is narrowed to, "" if it is
// neither.
func (a *asked) zoomed() string {
	if from, to := a.From, a.To; from != "" && to != "" {
		for _, n := range []int{monthLength, yearLength} {
			if len(from) >= n && len(to) >= n && from[:n] == to[:n] {
				return from[:n]
			}
		}
		return ""
	}
	for _, f := range a.Filters {
		if f.Facet == search.YearFacet && len(f.Include) == 1 && len(f.Include[0]) == yearLength && f.Include[0] != search.None {
			return f.Include[0]
		}
	}
	return ""
}

// zoomFacet counts what is in a year, months, or in a month, days.
func zoomFacet(within string) search.Facet {
	if len(within) == monthLength {
		return search.DayFacet
	}
	return search.MonthFacet
}

// zooms are the year and the month that the search is narrowed to, from the
// wider one: in a month one sees its neighbours, too.
func (a *asked) zooms() []string {
	within := a.zoomed()
	switch len(within) {
	case monthLength:
		return []string{within[:yearLength], within}
	case yearLength:
		return []string{within}
	}
	return nil
}

func (b builder) zooms(results []search.FacetResult) []zoom {
	var out []zoom
	for _, within := range b.asked.zooms() {
		for _, f := range results {
			if f.Facet == zoomFacet(within) {
				out = append(out, b.zoom(within, f)...)
			}
		}
	}
	return out
}

// zoom draws the periods within a year or a month; nothing if they have no hit.
func (b builder) zoom(within string, f search.FacetResult) []zoom {
	counts := map[string]int{}
	for _, v := range f.Values {
		counts[v.Value] = v.Count
	}
	var values []search.FacetValue
	total := 0
	for _, period := range periods(within) {
		total += counts[period]
		values = append(values, search.FacetValue{Value: period, Count: counts[period], Selected: b.asked.covers(period)})
	}
	if total == 0 {
		return nil
	}
	z := zoom{Title: b.lang.text("timeline.months", within), Bars: drawn(values), Height: barHeight}
	if len(within) == monthLength {
		z.Title = b.lang.text("timeline.days", b.lang.date(corpus.Date(within)))
	}
	for i, v := range values {
		br := &z.Bars[i]
		br.Name, br.Short = b.lang.date(corpus.Date(v.Value)), b.periodName(v.Value)
		switch {
		case v.Selected:
			br.URL = b.link.with(func(a *asked) { a.narrow(within) })
		case v.Count > 0:
			br.URL = b.link.with(func(a *asked) { a.narrow(v.Value) })
		}
	}
	return []zoom{z}
}

// covers tells whether the range of dates has a period, or a part of it. A range
// of whole years has chosen no month.
func (a *asked) covers(period string) bool {
	begins := func(date string) bool { return strings.HasPrefix(date, period) }
	if a.From == "" || a.To == "" {
		return false
	}
	n := len(period)
	return begins(a.From) || begins(a.To) || a.From[:min(n, len(a.From))] <= period && period <= a.To[:min(n, len(a.To))]
}

// narrow narrows the search to a year, a month or a day, and to nothing else.
func (a *asked) narrow(to string) {
	a.drop(search.YearFacet, "")
	a.From, a.To = to, to
	if len(to) == yearLength {
		a.From, a.To = "", ""
		a.filter(search.YearFacet).Include = []string{to}
	}
}

// periodName is what is written below the bar of a month or a day.
func (b builder) periodName(period string) string {
	n, _ := strconv.Atoi(period[len(period)-2:]) // periods are made of numbers
	if len(period) == monthLength {
		return b.lang.text("month.short." + strconv.Itoa(n))
	}
	return strconv.Itoa(n)
}

// periods are the months of a year or the days of a month.
func periods(of string) []string {
	step, layout := func(t time.Time) time.Time { return t.AddDate(0, 1, 0) }, "2006-01"
	if len(of) == monthLength {
		step, layout = func(t time.Time) time.Time { return t.AddDate(0, 0, 1) }, time.DateOnly
	}
	first, err := time.Parse("2006-01"[:len(of)], of)
	if err != nil {
		return nil // no such year or month
	}
	var out []string
	for t := first; t.Format(layout)[:len(of)] == of; t = step(t) {
		out = append(out, t.Format(layout))
	}
	return out
}
