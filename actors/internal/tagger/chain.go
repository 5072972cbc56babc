package tagger

import (
	"math"
	"slices"
)

// Transitions are the second part of a linear-chain conditional random field
// (Lafferty, McCallum and Pereira 2001): [a][b] weighs label b behind label a.
type Transitions [Labels][Labels]float32

// Scores is the score of each label for one token.
type Scores [Labels]float32

// Allowed gives transitions without weights: those that Label.MayFollow
// excludes are minus infinity.
func Allowed() Transitions {
	var t Transitions
	for a := range Label(Labels) {
		for b := range Label(Labels) {
			if !b.MayFollow(a) {
				t[a][b] = float32(math.Inf(-1))
			}
		}
	}
	return t
}

// Path is the room that a sentence's decoding needs; it is reused.
type Path struct {
	Labels   []Label
	Marginal []Scores // probability of each label at each token
	back     [][Labels]Label
	emit     []Scores // exponentials of the states
	alpha    []Scores // forward and backward probabilities, scaled
	beta     []Scores
}

func (p *Path) resize(n int) {
	if cap(p.Labels) < n {
		size := max(n, MaxTokens+8)
		p.Labels, p.back = make([]Label, size), make([][Labels]Label, size)
		p.Marginal, p.emit, p.alpha, p.beta = make([]Scores, size), make([]Scores, size), make([]Scores, size), make([]Scores, size)
	}
	p.Labels, p.back, p.Marginal = p.Labels[:n], p.back[:n], p.Marginal[:n]
	p.emit, p.alpha, p.beta = p.emit[:n], p.alpha[:n], p.beta[:n]
}

// Viterbi sets p.Labels to the most likely labels of a sentence (Viterbi 1967).
func (p *Path) Viterbi(states []Scores, t *Transitions) {
	p.resize(len(states))
	if len(states) == 0 {
		return
	}
	score := states[0]
	for b := range score {
		score[b] += t[0][b] // a sentence begins as behind a token outside
	}
	for i := 1; i < len(states); i++ {
		var next Scores
		for b := range Labels {
			best, from := float32(math.Inf(-1)), Label(0)
			for a := range Labels {
				if s := score[a] + t[a][b]; s > best {
					best, from = s, Label(a)
				}
			}
			next[b], p.back[i][b] = best+states[i][b], from
		}
		score = next
	}
	best := Label(0)
	for b := range Label(Labels) {
		if score[b] > score[best] {
			best = b
		}
	}
	for i := len(states) - 1; i >= 0; i-- {
		p.Labels[i] = best
		best = p.back[i][best]
	}
}

// Marginals sets p.Marginal by the forward-backward algorithm, each step
// scaled to a sum of one; exp holds the exponentials of the transitions.
func (p *Path) Marginals(states []Scores, exp *Transitions) {
	p.resize(len(states))
	for i, s := range states {
		p.emit[i] = s.exp()
		in := Scores{1} // before the sentence
		before := &in
		if i > 0 {
			before = &p.alpha[i-1]
		}
		for b := range s {
			sum := float32(0)
			for a := range before {
				sum += before[a] * exp[a][b]
			}
			p.alpha[i][b] = sum * p.emit[i][b]
		}
		p.alpha[i].normalise()
	}
	p.backward(exp)
}

// exp gives the exponentials of scores, that of the highest being one.
func (s *Scores) exp() (exp Scores) {
	top := slices.Max(s[:])
	for b, v := range s {
		exp[b] = float32(math.Exp(float64(v - top)))
	}
	return exp
}

// backward is the way back of Marginals.
func (p *Path) backward(exp *Transitions) {
	last := len(p.alpha) - 1
	for i := last; i >= 0; i-- {
		for a := range Labels {
			if i == last {
				p.beta[i][a] = 1
				continue
			}
			sum := float32(0)
			for b := range Labels {
				sum += exp[a][b] * p.emit[i+1][b] * p.beta[i+1][b]
			}
			p.beta[i][a] = sum
		}
		p.beta[i].normalise()
		for a := range Labels {
			p.Marginal[i][a] = p.alpha[i][a] * p.beta[i][a]
		}
		p.Marginal[i].normalise()
	}
}

// normalise scales to a sum of one.
func (s *Scores) normalise() {
	sum := float32(0)
	for _, v := range s {
		sum += v
	}
	for b := range s {
		s[b] /= sum
	}
}

// Pair gives the probabilities of the labels at tokens i-1 and i together,
// after Marginals.
func (p *Path) Pair(i int, exp *Transitions) Transitions {
	var pair Transitions
	sum := float32(0)
	for a := range pair {
		for b := range pair[a] {
			pair[a][b] = p.alpha[i-1][a] * exp[a][b] * p.emit[i][b] * p.beta[i][b]
			sum += pair[a][b]
		}
	}
	for a := range pair {
		for b := range pair[a] {
			pair[a][b] /= sum
		}
	}
	return pair
}
