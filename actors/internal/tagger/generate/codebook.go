package main

import (
	"cmp"
	"math"
	"slices"

	"presseschau/actors/internal/tagger"
)

// codebookRoot is the exponent of a feature's count in how much its weights
// matter to the codebook.
const codebookRoot = 0.6

// codebookRuns is the number of steps towards the best values.
const codebookRuns = 60

// newCodebook finds for each label the values that its weights can be rounded to
// at the least error (Lloyd 1982). Frequent features count for more.
func newCodebook(weights []tagger.Scores, counts []int32) *tagger.Codebook {
	book := new(tagger.Codebook)
	sorted := make([]weighted, len(weights))
	for b := range book {
		for i, w := range weights {
			sorted[i] = weighted{float64(w[b+1] - w[0]), math.Pow(float64(counts[i]), codebookRoot)}
		}
		slices.SortFunc(sorted, func(x, y weighted) int { return cmp.Compare(x.value, y.value) })
		values := lloyd(sorted, len(book[b]))
		// 0 comes first.
		zero := slices.Index(values, 0)
		values = slices.Concat(values[zero:zero+1], values[:zero], values[zero+1:])
		for i, v := range values {
			book[b][i] = float32(v)
		}
	}
	return book
}

// weighted is a value and how much it matters.
type weighted struct{ value, weight float64 }

// lloyd gives n ascending values, one of them 0, near which the sorted ones are.
func lloyd(sorted []weighted, n int) []float64 {
	values := make([]float64, n)
	for i := range values { // more of them where most weights are, around 0
		const spread = 1.3
		values[i] = math.Tan(spread*(2*float64(i)+1-float64(n))/float64(n)) / 2
	}
	for range codebookRuns {
		sums := make([]weighted, n)
		k := 0
		for _, x := range sorted {
			for k+1 < n && math.Abs(values[k+1]-x.value) < math.Abs(values[k]-x.value) {
				k++
			}
			sums[k].value += x.value * x.weight
			sums[k].weight += x.weight
		}
		zero := 0
		for i, s := range sums {
			if s.weight > 0 {
				values[i] = s.value / s.weight
			}
			if math.Abs(values[i]) < math.Abs(values[zero]) {
				zero = i
			}
		}
		values[zero] = 0
	}
	return values
}
