package tagger

import (
	"slices"
	"sync/atomic"
)

// remembered is what a word by itself adds to the scores of the token that it
// is, and of its neighbours by place: most words of a text are seen again. It is
// not changed once it is there.
type remembered struct {
	word   word
	alone  sums
	speaks bool // alone speaks for a label but the first
	beside [places]sums
}

// memorySize is the number of words that a model remembers, a power of two: with
// what is known of them 10 MB.
const memorySize = 1 << 16

// memory has the words that were seen last, by their hash. All taggers of a model
// share it.
type memory []atomic.Pointer[remembered]

// remember gives what is known of a word.
func (t *Tagger) remember(w string) *remembered {
	hash := Hash(w)
	place := &t.model.memory[hash%memorySize]
	known := place.Load()
	if known == nil || known.word.hash != hash {
		known = t.look(w, t.model.lists.describe(w, hash, t.model.caseOf(w, hash)))
		place.Store(known)
	}
	return known
}

// look adds up what a word adds by itself.
func (t *Tagger) look(text string, w word) *remembered {
	r := &remembered{word: w}
	t.features = aloneFeatures(text, &w, t.features[:0])
	t.add(t.features, &r.alone)
	weights := r.alone.weights()
	r.speaks = slices.Max(weights[:]) > 0
	for place := range r.beside {
		t.features = besideFeatures(&w, place, t.features[:0])
		t.add(t.features, &r.beside[place])
	}
	return r
}

// Common tells whether a word is a form of a common noun.
func (m *Model) Common(w string) bool { return m.nouns.Is(w, Hash(w)) }

// caseOf tells how a word of this hash begins, and whether it is a common noun.
func (m *Model) caseOf(w string, hash uint64) uint64 {
	switch {
	case !inUpperCase(w):
		return small
	case m.nouns.Is(w, hash):
		return common
	}
	return named
}
