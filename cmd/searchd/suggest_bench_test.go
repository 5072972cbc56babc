package main

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
	"time"

	"presseschau/search"
)

// BenchmarkSuggestions corrects 200 misspelt words of the archive in searches
// without facets, and completes the beginnings of as many as somebody types
// them, letter by letter.
func BenchmarkSuggestions(b *testing.B) {
	lib, _ := benchImport(b)
	defer lib.Close()
	start := time.Now()
	if err := lib.index.PrepareSuggestions(b.Context()); err != nil {
		b.Fatal(err)
	}
	b.Logf("reading the vocabulary took %s", time.Since(start))
	var misspelt []search.Request
	var beginnings []string
	random := rand.New(rand.NewPCG(1, 2))
	for _, w := range frequentWords(b, lib, 200) {
		letters := []rune(w)
		for n := search.MinCompleted; n < len(letters); n++ {
			beginnings = append(beginnings, string(letters[:n]))
		}
		i := 1 + random.IntN(len(letters)-2)
		letters[i], letters[i+1] = letters[i+1], letters[i]
		misspelt = append(misspelt, search.Request{Query: string(letters), Page: 1, Size: 1, Facets: []search.Facet{}})
	}
	b.Run("correct", func(b *testing.B) {
		measure(b, misspelt, func(r search.Request) error {
			_, err := lib.index.Search(b.Context(), r)
			return err
		})
	})
	b.Run("complete", func(b *testing.B) {
		var took []time.Duration
		for i := 0; b.Loop(); i++ {
			start := time.Now()
			if _, err := lib.index.Complete(b.Context(), beginnings[i%len(beginnings)], search.DefaultCompletions); err != nil {
				b.Fatal(err)
			}
			took = append(took, time.Since(start))
		}
		slices.Sort(took)
		for _, percent := range []int{50, 95} {
			at := took[min(len(took)*percent/100, len(took)-1)]
			b.ReportMetric(float64(at.Microseconds())/1000, "p"+strconv.Itoa(percent)+"-ms")
		}
	})
}

// frequentWords are n long words among the most frequent of the archive.
func frequentWords(b *testing.B, lib *library, n int) []string {
	b.Helper()
	counts := map[string]int{}
	for _, words := range benchTexts(b, lib) {
		for _, w := range words {
			if len([]rune(w)) > 7 {
				counts[w]++
			}
		}
	}
	words := byCount(counts)
	return words[:min(n, len(words))]
}
