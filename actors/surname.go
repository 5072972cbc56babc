package actors

import (
	"strings"

	"presseschau/actors/internal/nouns"
)

// resolveSurnames finds the surnames of persons that the article names in
// full, and decides between namesakes.
func (a *article) resolveSurnames() {
	for i := a.scope.begin; i < a.scope.end; i++ {
		if !a.capital(i) || a.sep(i) == sepHyphen || a.sep(i) == sepApostrophe {
			continue
		}
		h := a.hitAt(i)
		if h != nil && (int(h.first) != i || h.actor != dropped && !a.bySurname(h)) {
			continue
		}
		last, persons, cut := a.surnameAt(i)
		if len(persons) == 0 || !a.isSurnameHere(i, last) {
			continue
		}
		who := a.choose(i, persons)
		if h != nil && h.actor >= 0 && !a.prefer(h, who) {
			continue
		}
		a.addHit(hit{first: int32(i), last: int32(last), actor: who, source: Resolved, length: cut})
	}
}

// bySurname tells whether a hit is a surname of the knowledge base alone.
func (a *article) bySurname(h *hit) bool {
	if h.node == 0 {
		return false
	}
	for _, al := range a.base.ends[h.node] {
		if al.surname {
			return true
		}
	}
	return false
}

// prefer tells whether a surname that the knowledge base knows should rather
// mean a person of the article: when its own bearer is not named in full and
// the other was named before.
func (a *article) prefer(h *hit, who int32) bool {
	if h.actor == who || a.found[h.actor].full {
		return false
	}
	if a.base.entries[a.found[h.actor].known].kind == Person && a.roleBefore(h, a.found[h.actor].known) {
		return false
	}
	return a.found[who].at < h.first
}

// surnameAt finds the longest surname of the article's persons at token i, and
// how many bytes of genitive ending it has.
func (a *article) surnameAt(i int) (last int, persons []int32, cut int32) {
	last = i
	for j := i; j < len(a.toks) && j < i+maxName; j++ {
		if j > i && a.toks[j].sep.link() == linkNone {
			break
		}
		s := a.span(i, j)
		if p := a.surnames[s]; p != nil {
			last, persons, cut = j, p, 0
		} else if base, ok := strings.CutSuffix(s, "s"); ok && a.surnames[base] != nil {
			last, persons, cut = j, a.surnames[base], 1
		}
	}
	return last, persons, cut
}

// isSurnameHere tells whether a word stands as a surname: not behind a foreign
// first name, and not as the noun that it may be.
func (a *article) isSurnameHere(i, last int) bool {
	if a.attr(i)&(isNoun|isPlace|isRole) != 0 || nouns.Is(a.text(i)) {
		if a.nounLike(i) || a.attr(i-1)&isTitle == 0 && a.sep(i) == sepBreak && !a.isLabel(last) {
			return false
		}
	}
	if a.sep(last+1) == sepHyphen && a.capital(last+1) && a.attr(last+1)&(isNoun|isRole|isMedia) == 0 &&
		!isRoleWord(a.text(last+1)) && !nouns.Is(a.text(last+1)) && a.unlisted(last+1) {
		return false
	}
	before := a.attr(i - 1)
	return a.sep(i) != sepSpace || before&isFirst == 0 || before&(isDoubtful|isTitle) != 0
}

// choose picks the person that a surname means: by title, by role, else the
// one first named in full.
func (a *article) choose(i int, persons []int32) int32 {
	if len(persons) == 1 {
		return persons[0]
	}
	if a.sep(i) == sepSpace {
		want := attr(0)
		switch a.text(i - 1) {
		case "Frau":
			want = isFemale
		case "Herr", "Herrn":
			want = isMale
		}
		for _, p := range persons {
			f := &a.found[p]
			if want != 0 && a.base.of(a.base.lookup(f.first))&want != 0 {
				return p
			}
		}
		for _, p := range persons {
			f := &a.found[p]
			if w := a.toks[i-1].word; w != unknown && (w == f.role || w == f.partyOf) {
				return p
			}
			if f.known >= 0 && a.roleBefore(&hit{first: int32(i), last: int32(i)}, f.known) {
				return p
			}
		}
	}
	best := persons[0]
	for _, p := range persons[1:] {
		if a.found[p].at < a.found[best].at {
			best = p
		}
	}
	return best
}

// isLabel tells whether a colon follows, as behind a speaker in an interview.
func (a *article) isLabel(last int) bool {
	t := a.toks[last]
	return strings.HasPrefix(a.sections[t.section].Text[t.end:], ":")
}
