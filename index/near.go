package index

import (
	"cmp"
	"math"
	"slices"

	"presseschau/analyzers"
)

// maxSteps bounds the letters that are looked at for one word, some
// milliseconds. Words found until then are proposed.
const maxSteps = 100_000

// maxNear is the number of words that may be meant for one.
const maxNear = 5

// correction is what may be meant by a word that was typed: one form, or two if
// a blank was left out or if they are the parts of a compound.
type correction struct {
	forms []string
	parts bool
	score float64 // logarithm of the likelihood, but for a constant
	cost  int     // tenths of a wrong letter
}

// costWeight is what a tenth of a wrong letter costs in the logarithm of the
// number of documents: a word with one wrong letter must be some hundred times
// as frequent as what was typed. Together they are the noisy channel of
// Kernighan, Church and Gale, "A Spelling Correction Program Based on a Noisy
// Channel Model", COLING 1990.
const costWeight = 0.4

func likelihood(documents int, cost int) float64 {
	return math.Log(float64(documents)) - costWeight*float64(cost)
}

// incidental is the part of all documents from which it counts no more that a
// word is in yet more of them: haben is everywhere, but nobody looks for it, so
// that Habek is rather Habeck.
const incidental = 10

// reach is how far a form of a length may be from what is meant, in tenths of
// a wrong letter. Nearly every short word is like another.
func reach(letters int) int {
	switch {
	case letters < 4:
		return 4
	case letters < 5:
		return 10
	case letters < 7:
		return 13
	case letters < 10:
		return 17
	}
	return 20
}

// settled is the likelihood of a word near by from which one does not look
// farther, which takes six times as long.
const settled = 2

// nearest gives the words that are most likely meant by a form, best first. Of
// a form that is there it looks near by only: what is farther would have to be a
// thousand times as frequent.
func (v *wordList) nearest(german *analyzers.Analyzer, form string, there bool) []correction {
	if found, ok := v.sought.get(form, there); ok {
		return found
	}
	found := v.lookNearest(german, form, there)
	v.sought.put(form, there, found)
	return found
}

func (v *wordList) lookNearest(german *analyzers.Analyzer, form string, there bool) []correction {
	far := reach(len(form))
	if there {
		far = min(far, analyzers.DistanceUnit)
	}
	out := v.within(german.Distance(form, min(far, analyzers.DistanceUnit)))
	if far <= analyzers.DistanceUnit || len(out) > 0 && out[0].score >= settled {
		return out
	}
	return v.within(german.Distance(form, far))
}

// within gives the likeliest words within the limit of a distance.
func (v *wordList) within(d *analyzers.Distance) []correction {
	var out []correction
	v.walk(d, func(i, cost int) {
		if cost == 0 {
			return
		}
		x := correction{score: likelihood(min(int(v.counts[i]), v.documents/incidental), cost), cost: cost}
		if len(out) == maxNear && x.score <= out[maxNear-1].score {
			return
		}
		x.forms = []string{v.form(i)}
		out = append(out, x)
		slices.SortStableFunc(out, func(a, b correction) int { return cmp.Compare(b.score, a.score) })
		out = out[:min(len(out), maxNear)]
	})
	return out
}

// walk visits the forms within the limit of a distance. The list is walked as
// the tree that it is: what begins with letters that are too far is skipped.
func (v *wordList) walk(d *analyzers.Distance, visit func(i, cost int)) {
	limit := d.Limit()
	for i, steps := 0, 0; i < v.len() && steps < maxSteps; {
		form := v.bytes(i)
		depth := common(d.Form(), form)
		d.Truncate(depth)
		alive := true
		for alive && depth < len(form) {
			alive = d.Push(form[depth])
			depth++
			steps++
		}
		if !alive {
			i = v.behind(i, form[:depth])
			d.Truncate(depth - 1)
			continue
		}
		if c := d.Cost(); c <= limit {
			visit(i, c)
		}
		i++
	}
}

// common is the number of letters at the beginning of both.
func common(a, b []byte) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// shortest is the number of letters of the words that a blank is missing
// between.
const shortest = 2

// apart gives the words that a form may be written together of, by the
// likelihood that both stand there.
func (v *wordList) apart(form string) []correction {
	var out []correction
	for at := shortest; at <= len(form)-shortest; at++ {
		left, right := v.count(form[:at]), v.count(form[at:])
		if left == 0 || right == 0 {
			continue
		}
		score := likelihood(left, blankCost) + likelihood(right, 0) - likelihood(v.documents, 0)
		out = append(out, correction{forms: []string{form[:at], form[at:]}, score: score, cost: blankCost})
	}
	return out
}

// Limits of what is tried with a compound that the vocabulary lacks.
const (
	shortestPart = 4
	maxCuts      = 3 // from each end
)

// inParts corrects a part of a compound whose other part is right. The longest
// right parts are tried first.
func (v *wordList) inParts(german *analyzers.Analyzer, form string) []correction {
	var out []correction
	for _, rightFirst := range []bool{false, true} {
		cuts := 0
		for n := len(form) - shortestPart; n >= shortestPart && cuts < maxCuts; n-- {
			wrong, right := form[:len(form)-n], form[len(form)-n:]
			if rightFirst {
				right, wrong = form[:n], form[n:]
			}
			there := v.count(right)
			if there == 0 {
				continue
			}
			cuts++
			for _, c := range v.nearest(german, wrong, false) {
				x := correction{forms: []string{c.forms[0], right}, parts: true, cost: c.cost,
					score: c.score + likelihood(there, 0) - likelihood(v.documents, 0)}
				if rightFirst {
					slices.Reverse(x.forms)
				}
				out = append(out, x)
			}
		}
	}
	return out
}
