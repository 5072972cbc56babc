package web

import (
	"strconv"
	"strings"
	"testing"

	"presseschau/search"
)

// TestLabelled draws a timeline: a digit for every year, one that is selected
// as #, and below it those that are written.
func TestLabelled(t *testing.T) {
	for _, tt := range [][2]string{
		{"", ""},
		{"0", "x"},
		{"01234567", "xxxxxxxx"},
		{"012##567", "xxxxxxxx"},
		{"0123456789", " x x x x x"},
		{"01234#6789", " x x x x x"},
		{"0123##6789", "x x x  x x"},
		{"####456789", "x x  x x x"},
		{"01234567890123456789", " x  x  x  x  x  x  x"},
		{"01234567890123456#89", "  x  x  x  x  x  x  "},
	} {
		var values []search.FacetValue
		for i, r := range tt[0] {
			values = append(values, search.FacetValue{Value: strconv.Itoa(2000 + i), Selected: r == '#'})
		}
		var got strings.Builder
		for _, shown := range labelled(values) {
			got.WriteByte(" x"[map[bool]int{true: 1}[shown]])
		}
		if got.String() != tt[1] {
			t.Errorf("%q: %q, want %q", tt[0], got.String(), tt[1])
		}
	}
}
