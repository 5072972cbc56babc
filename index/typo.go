package index

import (
	"math/bits"
	"unicode/utf8"
)

// nearForms finds the forms within an edit distance of a word: a letter too many,
// too few or another one, or two neighbours swapped. It simulates the automaton
// of Wu and Manber ("Fast text searching allowing errors", CACM 35, 1992) with
// the swaps of Hyyrö ("A bit-vector algorithm for computing Levenshtein and
// Damerau edit distances", 2003), and asks it only of forms whose letters are
// nearly those of the word.
type nearForms struct {
	word  []rune
	most  int // edits
	shape shape
	whole uint64 // a bit for each number of its letters
	ascii [utf8.RuneSelf]uint64
}

// maxEdits is the largest edit distance, and maxEdited the longest word of which
// one can be found: it has a bit for each of its letters and one more.
const (
	maxEdits  = 2
	maxEdited = 63
)

// longWord is the number of letters from which two may differ.
const longWord = 6

// newNearForms accepts what differs from a word of at most maxEdited letters by
// one, from longer words by two.
func newNearForms(word string) *nearForms {
	e := &nearForms{word: []rune(word), most: 1, shape: shapeOf([]byte(word))}
	e.whole = 1<<(len(e.word)+1) - 1
	if len(e.word) >= longWord {
		e.most = maxEdits
	}
	for i, r := range e.word {
		if r < utf8.RuneSelf {
			e.ascii[r] |= 1 << (i + 1)
		}
	}
	return e
}

// accepts tells whether a form is near enough. Bit j of at[d] says that the
// first j letters of the word are matched with d edits at most.
func (e *nearForms) accepts(form []byte) bool {
	var at [maxEdits + 1]uint64
	for d := range at {
		at[d] = 1<<(d+1) - 1
	}
	var before [maxEdits]uint64 // at behind the letter before
	last := uint64(0)           // places of that letter in the word
	for i := 0; i < len(form); {
		r, n := rune(form[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(form[i:])
		}
		i += n
		letter, old := e.places(r), at
		at[0] = old[0] << 1 & letter
		for d := 1; d <= e.most; d++ {
			swapped := before[d-1] << 2 & (letter << 1) & last
			at[d] = (old[d]<<1&letter | old[d-1]<<1 | old[d-1] | at[d-1]<<1 | at[d-1] | swapped) & e.whole
		}
		if at[e.most] == 0 {
			return false
		}
		before, last = [maxEdits]uint64(old[:]), letter
	}
	return at[e.most]>>len(e.word)&1 == 1
}

// places are the places of a letter in the word.
func (e *nearForms) places(letter rune) uint64 {
	if letter < utf8.RuneSelf {
		return e.ascii[letter]
	}
	var at uint64
	for i, r := range e.word {
		if r == letter {
			at |= 1 << (i + 1)
		}
	}
	return at
}

// likely gives the numbers, from first on, of the shapes that a form which is
// accepted may have.
func (e *nearForms) likely(shapes []shape, first int) []int {
	var out []int
	most := 2 * e.most
	for i, s := range shapes {
		if bits.OnesCount64(uint64(s^e.shape)) <= most && e.shape.isNear(s, e.most) {
			out = append(out, first+i)
		}
	}
	return out
}
