package main

import (
	"maps"
	"math"
	"slices"

	"presseschau/analyzers/internal/lexicon"
)

// costs gives the segments their costs, in the order of their forms.
func (inv inventory) costs() (forms []string, segments []lexicon.Segment) {
	modSum, headSum := 0.0, 0.0
	lemmas := map[string]bool{}
	sorted := slices.Sorted(maps.Keys(inv)) // sums of floats depend on the order
	for _, form := range sorted {
		s := inv[form]
		modSum += s.modPrior + s.modCount
		if s.head && !lemmas[s.headLemma] {
			lemmas[s.headLemma] = true
			headSum += s.headPrior + s.headCount
		}
	}
	for _, form := range sorted {
		s := inv[form]
		seg := lexicon.Segment{Modifier: lexicon.Never, Head: lexicon.Never, Lemma: lexicon.None}
		if s.modifier {
			seg.Modifier = cost((s.modPrior+s.modCount)/modSum/ambiguity(s.begun, s.modCount), form)
		}
		if s.head {
			seg.Strong = letters(form) >= 4 && s.headCount >= strongHead && s.ended-s.agreeing <= s.headCount*strongShare
			seg.Head = cost((s.headPrior+s.headCount)/headSum/ambiguity(s.ended, s.headCount), form)
		}
		forms, segments = append(forms, form), append(segments, seg)
	}
	return forms, segments
}

// cost turns a probability into a cost; short strings fit by chance and cost
// more.
func cost(p float64, form string) uint8 {
	c := -8 * math.Log(p)
	switch letters(form) {
	case 1, 2:
		c += 24
	case 3:
		c += 16
	case 4:
		c += 4
	}
	return uint8(min(max(c, 0), lexicon.Never-1))
}

// What a head has that tells a compound even behind an unknown word.
const (
	strongHead  = 20   // compounds, at least
	strongShare = 0.25 // for each of them, words and names that end so and are none, at most
)

// ambiguity is how many words begin or end like a segment for each compound
// that has it: the end of "Erfahrungen" is rarely that of Runge.
func ambiguity(simple, compounds float64) float64 {
	return 1 + simple/(compounds+1)
}
