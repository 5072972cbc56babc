package web

import (
	"strconv"
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

// zoomFacet counts what a zoom shows: the days of a month or the months of a
// year.
func zoomFacet(zoomed string) search.Facet {
	if len(zoomed) == monthLength {
		return search.DayFacet
	}
	return search.MonthFacet
}

// zoom is nil if the search is narrowed to no year or month, or nothing is in it.
func (b builder) zoom(results []search.FacetResult) *zoom {
	within := b.asked.zoomed()
	if within == "" {
		return nil
	}
	for _, f := range results {
		if f.Facet == zoomFacet(within) {
			return b.zoomInto(within, f)
		}
	}
	return nil
}

func (b builder) zoomInto(within string, f search.FacetResult) *zoom {
	counts := map[string]int{}
	for _, v := range f.Values {
		counts[v.Value] = v.Count
	}
	var values []search.FacetValue
	total := 0
	for _, period := range periods(within) {
		total += counts[period]
		values = append(values, search.FacetValue{Value: period, Count: counts[period],
			Selected: b.asked.From == period && b.asked.To == period})
	}
	if total == 0 {
		return nil
	}
	z := &zoom{Title: b.lang.text("timeline.months", within), Bars: drawn(values), Height: barHeight}
	if len(within) == monthLength {
		z.Title = b.lang.text("timeline.days", b.lang.date(corpus.Date(within)))
		z.Year = within[:yearLength]
		z.Out = b.link.with(func(a *asked) {
			a.From, a.To = "", ""
			a.drop(search.YearFacet, "")
			a.filter(search.YearFacet).Include = []string{z.Year}
		})
	}
	for i, v := range values {
		br := &z.Bars[i]
		br.Name, br.Short = b.lang.date(corpus.Date(v.Value)), b.periodName(v.Value)
		switch {
		case v.Selected:
			br.URL = b.link.with(func(a *asked) { a.From, a.To = within, within })
		case v.Count > 0:
			br.URL = b.link.with(func(a *asked) { a.From, a.To = v.Value, v.Value })
		}
	}
	return z
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
