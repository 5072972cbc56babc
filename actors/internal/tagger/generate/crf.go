package main

import (
	"math"
	"math/rand/v2"
	"slices"

	"presseschau/actors/internal/tagger"
)

// example is a sentence to learn from or to measure on.
type example struct {
	words    []string
	features [][]int32 // by token
	labels   []tagger.Label
	weight   float32 // of its errors: a machine's labels teach less than a human's
}

// crf is a linear-chain conditional random field in training.
type crf struct {
	weights     []tagger.Scores // by feature
	squares     []tagger.Scores // sums of squared gradients (AdaGrad, Duchi et al. 2011)
	transitions tagger.Transitions
	transSquare tagger.Transitions
	mean        mean
	path        tagger.Path
	states      []tagger.Scores
}

// Constants of the training.
const (
	rate  = 0.15  // first step of AdaGrad
	decay = 1e-4  // pull of a weight towards zero, at each update
	seed  = 20140 // of the order of the sentences

	snapshots  = 10   // moments of an epoch that the weights are averaged over
	negligible = 1e-4 // an error below which no step is made

	smallest = 1e-3 // keeps AdaGrad's first steps finite
)

func newCRF(features int) *crf {
	m := &crf{weights: make([]tagger.Scores, features), squares: make([]tagger.Scores, features), transitions: tagger.Allowed()}
	return m
}

// train runs over the examples a number of times, with steps of a length at
// first (AdaGrad shortens them), in an order drawn by seed, and
// leaves the mean of the weights of the last runs, in a single one of all of it.
func (m *crf) train(examples []*example, epochs int, step float32) {
	m.mean = mean{weights: make([]tagger.Scores, len(m.weights))}
	order := rand.New(rand.NewPCG(seed, 0)).Perm(len(examples))
	for epoch := range epochs {
		r := rand.New(rand.NewPCG(seed, uint64(epoch)))
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for n, k := range order {
			m.update(examples[k], step)
			if (epoch > 0 || epochs == 1) && (n+1)%(len(order)/snapshots+1) == 0 {
				m.mean.add(m)
			}
		}
	}
	m.settle()
}

// mean sums up the weights at moments of the training. Their mean is better than
// any of them (Polyak and Juditsky 1992).
type mean struct {
	weights     []tagger.Scores
	transitions tagger.Transitions
	moments     int
}

func (s *mean) add(m *crf) {
	for i, w := range m.weights {
		for b, v := range w {
			s.weights[i][b] += v
		}
	}
	for a := range s.transitions {
		for b, v := range m.transitions[a] {
			s.transitions[a][b] += v
		}
	}
	s.moments++
}

// settle sets the weights to their mean.
func (m *crf) settle() {
	n := float32(m.mean.moments)
	if n == 0 {
		return
	}
	for i, w := range m.mean.weights {
		for b, v := range w {
			m.weights[i][b] = v / n
		}
	}
	for a := range m.transitions {
		for b, v := range m.mean.transitions[a] {
			m.transitions[a][b] = v / n
		}
	}
}

// score fills m.states for the features of a sentence.
func (m *crf) score(features [][]int32) {
	m.states = m.states[:0]
	for _, list := range features {
		var s tagger.Scores
		for _, f := range list {
			w := &m.weights[f]
			for b := range s {
				s[b] += w[b]
			}
		}
		m.states = append(m.states, s)
	}
}

// exponentials of the transitions.
func exponentials(t *tagger.Transitions) *tagger.Transitions {
	var e tagger.Transitions
	for a := range t {
		for b := range t[a] {
			e[a][b] = float32(math.Exp(float64(t[a][b])))
		}
	}
	return &e
}

// update makes one step along the gradient of the likelihood of a sentence.
func (m *crf) update(x *example, step float32) {
	m.score(x.features)
	exp := exponentials(&m.transitions)
	m.path.Marginals(m.states, exp)
	for i, list := range x.features {
		g := m.path.Marginal[i]
		g[x.labels[i]]--
		small := true
		for b := range g {
			g[b] *= x.weight
			if g[b] > negligible || g[b] < -negligible {
				small = false
			}
		}
		if small {
			continue
		}
		for _, f := range list {
			w, sq := &m.weights[f], &m.squares[f]
			for b := range g {
				d := g[b] + decay*w[b]
				sq[b] += d * d
				w[b] -= step * d / (float32(math.Sqrt(float64(sq[b]))) + smallest)
			}
		}
	}
	m.updateTransitions(x, exp, step)
}

// updateTransitions does the same for the pairs of neighbouring labels, of which
// the first is that of the sentence's beginning.
func (m *crf) updateTransitions(x *example, exp *tagger.Transitions, step float32) {
	var begin tagger.Transitions
	begin[0] = m.path.Marginal[0]
	m.updatePair(&begin, 0, x.labels[0], exp, x.weight, step)
	for i := 1; i < len(x.labels); i++ {
		pair := m.path.Pair(i, exp)
		m.updatePair(&pair, x.labels[i-1], x.labels[i], exp, x.weight, step)
	}
}

// updatePair makes the step for one pair: from its probabilities to the labels
// a and b that it has.
func (m *crf) updatePair(pair *tagger.Transitions, a, b tagger.Label, exp *tagger.Transitions, weight, step float32) {
	pair[a][b]--
	for a := range pair {
		for b, d := range pair[a] {
			if exp[a][b] == 0 || d == 0 {
				continue
			}
			d *= weight
			sq := &m.transSquare[a][b]
			*sq += d * d
			m.transitions[a][b] -= step * d / (float32(math.Sqrt(float64(*sq))) + smallest)
		}
	}
}

// measure counts what the model finds in sentences.
func (m *crf) measure(sentences []*example) *tally {
	t := &tally{}
	for _, x := range sentences {
		m.score(x.features)
		m.path.Viterbi(m.states, &m.transitions)
		t.add(x.labels, m.path.Labels)
	}
	return t
}

// prune keeps the most useful features: of large weights, and frequent.
func (m *crf) prune(ix *indexer, sentences []*example, most int) {
	if len(m.weights) <= most {
		return
	}
	useful := make([]float64, len(m.weights))
	for i, w := range m.weights {
		for _, v := range w {
			useful[i] = max(useful[i], math.Abs(float64(v-w[0])))
		}
		useful[i] *= math.Pow(float64(ix.counts[i]), usefulnessRoot)
	}
	sorted := slices.Clone(useful)
	slices.Sort(sorted)
	limit := sorted[len(sorted)-most]
	ix.keep(sentences, func(id int) bool { return useful[id] > limit })
	k := 0
	for i := range m.weights {
		if useful[i] > limit {
			m.weights[k], m.squares[k] = m.weights[i], m.squares[i]
			k++
		}
	}
	m.weights, m.squares = m.weights[:k], m.squares[:k]
}
