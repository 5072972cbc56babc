package main

import (
	"math"
	"testing"

	"presseschau/actors/internal/tagger"
)

// TestCodebook rounds weights that lie evenly between -1 and 1, below which the
// first label's are always 1 more.
func TestCodebook(t *testing.T) {
	var weights []tagger.Scores
	var counts []int32
	const n = 4000
	for i := range n {
		v := 2*float32(i)/n - 1
		weights = append(weights, tagger.Scores{1, 1 + v, 1 - v})
		counts = append(counts, int32(1+i%5))
	}
	book := newCodebook(weights, counts)
	for b := range 2 {
		if book[b][0] != 0 {
			t.Errorf("label %d: the first value is %v, not 0", b+1, book[b][0])
		}
		sum := 0.0
		for _, w := range weights {
			near := math.Inf(1)
			for _, v := range book[b] {
				near = min(near, math.Abs(float64(v-w[b+1]+w[0])))
			}
			sum += near
		}
		if mean := sum / n; mean > 0.04 { // 1/32 at best
			t.Errorf("label %d: weights are rounded by %v on average: %v", b+1, mean, book[b])
		}
	}
}
