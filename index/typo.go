package index

import "unicode/utf8"

// nearForms accepts the forms within an edit distance of a word: a letter too many,
// too few or another one, or two neighbours swapped. It simulates the automaton
// of Wu and Manber ("Fast text searching allowing errors", CACM 35, 1992) with
// the swaps of Hyyrö ("A bit-vector algorithm for computing Levenshtein and
// Damerau edit distances", 2003): bit j of at[d] says that the first j letters
// of the word are matched with d edits at most.
type nearForms struct {
	word   []rune
	most   int    // edits
	whole  uint64 // a bit for each number of its letters
	ascii  [utf8.RuneSelf]uint64
	states []editState // behind each byte of the form at hand, and before the first
}

// maxEdits is the largest edit distance, and maxEdited the longest word of which
// one can be found: it has a bit for each of its letters and one more.
const (
	maxEdits  = 2
	maxEdited = 63
)

type editState struct {
	at      [maxEdits + 1]uint64
	before  [maxEdits]uint64 // at behind the letter before
	letter  uint64           // places of the last letter in the word
	partial rune             // of a letter of several bytes, those read
	missing uint8            // bytes of it
}

// longWord is the number of letters from which two may differ.
const longWord = 6

// newNearForms accepts what differs from a word of at most maxEdited letters by
// one, from longer words by two.
func newNearForms(word string) *nearForms {
	e := &nearForms{word: []rune(word), most: 1}
	e.whole = 1<<(len(e.word)+1) - 1
	if len(e.word) >= longWord {
		e.most = maxEdits
	}
	for i, r := range e.word {
		if r < utf8.RuneSelf {
			e.ascii[r] |= 1 << (i + 1)
		}
	}
	var start editState
	for d := range start.at {
		start.at[d] = 1<<(d+1) - 1
	}
	e.states = append(e.states, start)
	return e
}

// Truncate forgets the bytes behind the first n.
func (e *nearForms) Truncate(n int) { e.states = e.states[:n+1] }

// Push takes the next byte of a term. It is false if no form that begins so is
// near enough or, behind a form, if that is not.
func (e *nearForms) Push(b byte) bool {
	s := e.states[len(e.states)-1]
	switch {
	case b <= markTail:
		e.states = append(e.states, s)
		return isForm(b) && s.at[e.most]>>len(e.word)&1 == 1
	case b < utf8.RuneSelf:
		e.step(&s, e.ascii[b])
	case s.missing > 0:
		s.partial = s.partial<<6 | rune(b&0x3f)
		if s.missing--; s.missing == 0 {
			e.step(&s, e.places(s.partial))
		}
	case b >= 0xf0:
		s.partial, s.missing = rune(b&0x07), 3
	case b >= 0xe0:
		s.partial, s.missing = rune(b&0x0f), 2
	default:
		s.partial, s.missing = rune(b&0x1f), 1
	}
	e.states = append(e.states, s)
	return s.at[e.most] != 0
}

// step goes on by a letter that stands at these places of the word.
func (e *nearForms) step(s *editState, letter uint64) {
	old := s.at
	s.at[0] = old[0] << 1 & letter
	for d := 1; d <= e.most; d++ {
		swapped := s.before[d-1] << 2 & (letter << 1) & s.letter
		s.at[d] = (old[d]<<1&letter | old[d-1]<<1 | old[d-1] | s.at[d-1]<<1 | s.at[d-1] | swapped) & e.whole
	}
	s.before, s.letter = [maxEdits]uint64(old[:]), letter
}

// places are the places of a letter that is not ASCII.
func (e *nearForms) places(letter rune) uint64 {
	var at uint64
	for i, r := range e.word {
		if r == letter {
			at |= 1 << (i + 1)
		}
	}
	return at
}
