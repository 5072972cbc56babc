package index

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"presseschau/search"
)

// Parts of a dayNumber.
const (
	perMonth = 100
	perYear  = 10000
)

// calendar counts the hits by month or day. What has no date as exact as that is
// missing. The range of dates is widened to whole years, or to whole months, so
// that the neighbours of what is chosen are there.
func (q *run) calendar(ctx context.Context, facet search.Facet) (search.FacetResult, error) {
	filters := slices.Clone(q.filters)
	for i := range filters {
		if f := &filters[i]; f.facet == "" {
			whole := int32(perYear)
			if facet == search.DayFacet {
				whole = perMonth
			}
			f.lo, f.hi = max(1, f.lo/whole*whole), f.hi/whole*whole+whole-1
		}
	}
	days := map[int32]int{}
	buf := make([]uint32, chunk)
	for _, m := range q.parts {
		hits, err := applyAll(filters, -1, m.part, m.hits)
		if err != nil {
			return search.FacetResult{}, err
		}
		err = chunks(ctx, hits, buf, func(docs []uint32) {
			for _, d := range docs {
				days[m.part.cols.day[d]]++
			}
		})
		if err != nil {
			return search.FacetResult{}, err
		}
	}
	return calendarResult(facet, days), nil
}

// calendarResult sums days up, the earliest first.
func calendarResult(facet search.Facet, days map[int32]int) search.FacetResult {
	out := search.FacetResult{Facet: facet}
	counts := map[string]int{}
	for day, n := range days {
		year, month, of := day/perYear, day%perYear/perMonth, day%perMonth
		switch {
		case month == 0 || facet == search.DayFacet && of == 0:
			out.Missing += n
		case facet == search.DayFacet:
			counts[fmt.Sprintf("%04d-%02d-%02d", year, month, of)] += n
		default:
			counts[fmt.Sprintf("%04d-%02d", year, month)] += n
		}
	}
	values := slices.Sorted(maps.Keys(counts))
	out.Distinct = len(values)
	for i, v := range values {
		if len(values)-i > search.MaxFacetValues {
			out.Other += counts[v]
			continue
		}
		out.Values = append(out.Values, search.FacetValue{Value: v, Label: v, Count: counts[v]})
	}
	return out
}
