package actors

import (
	"slices"
	"strings"
	"unicode"

	"presseschau/actors/internal/nouns"
)

// lookUp finds the words of all tokens in the lexicon, and divides those in which
// the layout has joined a noun to a first name: AutorinMascha.
func (a *article) lookUp() {
	var glued []int
	for i := range a.toks {
		w := a.text(i)
		a.toks[i].word = a.base.lookup(w)
		if a.toks[i].word == unknown && a.toks[i].shape == title && a.joint(w) > 0 {
			glued = append(glued, i)
		}
	}
	for n, i := range glued {
		a.divide(i+n, a.joint(a.text(i+n)))
	}
}

// minGlued is the length of the shortest noun that is taken off a name, in bytes.
const minGlued = 5

// joint gives the place in a word at which a first name follows a noun, or 0.
func (a *article) joint(w string) int {
	for i, r := range w {
		if i < minGlued || !unicode.IsUpper(r) {
			continue
		}
		name, noun := w[i:], w[:i]
		if strings.HasSuffix(noun, "-") || a.base.of(a.base.lookup(name))&isFirst == 0 {
			return 0
		}
		if a.base.of(a.base.lookup(noun))&(isRole|isNoun) != 0 || isRoleWord(noun) || nouns.Is(noun) {
			return i
		}
		return 0
	}
	return 0
}

// divide makes two tokens of the one at i.
func (a *article) divide(i, at int) {
	t := a.toks[i]
	tail := t
	tail.start, tail.sep = t.start+int32(at), sepSpace
	a.toks[i].end = tail.start
	a.toks = slices.Insert(a.toks, i+1, tail)
	for k := i; k <= i+1; k++ {
		a.toks[k].word = a.base.lookup(a.text(k))
	}
	for k := range a.scopes {
		s := &a.scopes[k]
		if s.begin > i {
			s.begin++
		}
		if s.end > i {
			s.end++
		}
	}
}
