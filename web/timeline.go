package web

import (
	"slices"
	"strconv"

	"presseschau/search"
)

// Bounds of the timeline.
const (
	maxYears   = 80  // a longer span shows only the years with hits
	barHeight  = 100 // of the highest bar, in units of its drawing
	minHeight  = 3   // of a bar with any hit
	mostLabels = 8   // years that are written below the bars
)

// timeline is the histogram of years.
type timeline struct {
	form          // of the range
	Bars   []bar  //
	From   string // of the range
	To     string
	Height int    // of the drawing
	Zooms  []zoom // none if no year is chosen
}

// zoom is the histogram of the months of a year, or of the days of a month.
type zoom struct {
	Title  string
	Bars   []bar
	Height int
}

// bar is a year, a month or a day.
type bar struct {
	Name     string // of a year, which is also written below it; else in full
	Short    string // what is written below
	Count    int
	Y        int    // top of the bar in the drawing
	Height   int    // of the bar
	URL      string // toggles it, "" if it has no hits
	Selected bool
	Excluded bool
	Label    bool // Short is written below
}

func (b builder) timeline(results []search.FacetResult) *timeline {
	for _, f := range results {
		if f.Facet == search.YearFacet {
			if bars := b.bars(f); len(bars) > 0 {
				return &timeline{form: b.form(paramFrom, paramTo), Bars: bars,
					From: b.asked.From, To: b.asked.To, Height: barHeight, Zooms: b.zooms(results)}
			}
		}
	}
	return nil
}

func (b builder) bars(f search.FacetResult) []bar {
	values := spread(f.Values)
	out := drawn(values)
	for i, v := range values {
		br := &out[i]
		br.Name, br.Short = v.Value, v.Value
		switch {
		case v.Selected || v.Excluded:
			br.URL = b.link.without(search.YearFacet, v.Value)
		case v.Count > 0:
			br.URL = b.link.including(search.YearFacet, v.Value)
		}
	}
	return out
}

// drawn gives each value a bar, of a height by its count.
func drawn(values []search.FacetValue) []bar {
	most := 1
	for _, v := range values {
		most = max(most, v.Count)
	}
	labels := labelled(values)
	out := make([]bar, len(values))
	for i, v := range values {
		h := 0
		if v.Count > 0 {
			h = max(minHeight, v.Count*barHeight/most)
		}
		out[i] = bar{Count: v.Count, Y: barHeight - h, Height: h, Selected: v.Selected, Excluded: v.Excluded, Label: labels[i]}
	}
	return out
}

// labelled says which years are written below their bars: those that are
// selected first, then as many as fit from the last one back, none so close to
// another that they would touch where the bars are at their narrowest.
func labelled(values []search.FacetValue) []bool {
	every := (len(values) + mostLabels - 1) / mostLabels
	out := make([]bool, len(values))
	label := func(i int) {
		if near := out[max(0, i-every+1):min(len(out), i+every)]; !slices.Contains(near, true) {
			out[i] = true
		}
	}
	for i, v := range values {
		if v.Selected {
			label(i)
		}
	}
	for i := len(values) - 1; i >= 0; i-- {
		label(i)
	}
	return out
}

// spread fills the years between those with hits, so that the distance of
// bars is one of time.
func spread(values []search.FacetValue) []search.FacetValue {
	var years []int
	byYear := map[int]search.FacetValue{}
	for _, v := range values {
		if y, err := strconv.Atoi(v.Value); err == nil {
			years = append(years, y)
			byYear[y] = v
		}
	}
	if len(years) == 0 {
		return nil
	}
	first, last := years[0], years[len(years)-1]
	if last-first >= maxYears || last < first {
		first, last = 0, -1 // only the years with hits
	}
	var out []search.FacetValue
	for y := first; y <= last; y++ {
		v, ok := byYear[y]
		if !ok {
			v = search.FacetValue{Value: strconv.Itoa(y)}
		}
		out = append(out, v)
	}
	if out != nil {
		return out
	}
	for _, y := range years {
		out = append(out, byYear[y])
	}
	return out
}
