package index

import (
	"strconv"

	"presseschau/corpus"
)

// Dates are kept as year*10000 + month*100 + day, parts unknown being 0, so
// that they compare as integers. 0 is an unknown date.
func dayNumber(iso string) int32 {
	n := 0
	for _, at := range [][2]int{{0, 4}, {5, 7}, {8, 10}} {
		part := 0
		if len(iso) >= at[1] {
			part, _ = strconv.Atoi(iso[at[0]:at[1]]) // dates were checked where they came in
		}
		width := 100
		if at[0] == 0 {
			width = 1
		}
		n = n*width + part
	}
	return int32(n)
}

// minuteOf is the minute of the day, 0 if unknown.
func minuteOf(d corpus.Date) int {
	const hour, minute = 11, 14
	if len(d) < minute+2 {
		return 0
	}
	h, _ := strconv.Atoi(string(d[hour : hour+2]))
	m, _ := strconv.Atoi(string(d[minute : minute+2]))
	return h*60 + m
}

// dayRange is the range of day numbers of two ISO 8601 prefixes, both
// inclusive. An empty one is open; the unknown date is never within.
func dayRange(from, to string) (lo, hi int32) {
	lo, hi = 1, 99991231
	if from != "" {
		lo = dayNumber(from)
	}
	if to != "" {
		hi = dayNumber(to)
		if len(to) <= len("2015") {
			hi += 1231
		} else if len(to) <= len("2015-09") {
			hi += 31
		}
	}
	return lo, hi
}
