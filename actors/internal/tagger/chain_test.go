package tagger

import (
	"math"
	"slices"
	"testing"
)

// sequences calls visit with every sequence of n labels that may be.
func sequences(n int, labels []Label, visit func([]Label)) {
	if len(labels) == n {
		visit(labels)
		return
	}
	before := Label(0)
	if len(labels) > 0 {
		before = labels[len(labels)-1]
	}
	for l := range Label(Labels) {
		if l.MayFollow(before) {
			sequences(n, append(labels, l), visit)
		}
	}
}

// TestPath compares the best labels and their probabilities with those from a
// list of all label sequences.
func TestPath(t *testing.T) {
	transitions, exp := Allowed(), Allowed()
	transitions[Begin(Person)][Inside(Person)], transitions[0][Begin(Place)] = 0.5, -0.7
	for a := range exp {
		for b := range exp[a] {
			exp[a][b] = float32(math.Exp(float64(transitions[a][b])))
		}
	}
	states := make([]Scores, 4)
	for i := range states {
		for b := range states[i] {
			states[i][b] = float32(math.Sin(float64(7*i + 3*b)))
		}
	}
	var sums [4]Scores
	var best []Label
	top, total := math.Inf(-1), float32(0)
	sequences(len(states), nil, func(labels []Label) {
		s := float64(transitions[0][labels[0]] + states[0][labels[0]])
		for i := 1; i < len(labels); i++ {
			s += float64(transitions[labels[i-1]][labels[i]] + states[i][labels[i]])
		}
		if s > top {
			top, best = s, slices.Clone(labels)
		}
		e := float32(math.Exp(s))
		total += e
		for i, l := range labels {
			sums[i][l] += e
		}
	})
	var p Path
	p.Viterbi(states, &transitions)
	p.Marginals(states, &exp)
	if !slices.Equal(p.Labels, best) {
		t.Errorf("the best labels are %v, want %v", p.Labels, best)
	}
	for i := range sums {
		for b := range sums[i] {
			if got, want := p.Marginal[i][b], sums[i][b]/total; math.Abs(float64(got-want)) > 1e-4 {
				t.Errorf("token %d, label %d: probability %v, want %v", i, b, got, want)
			}
		}
	}
}
