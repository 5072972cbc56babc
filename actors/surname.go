package actors

import (
	"strings"
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
		a.addHit(hit{first: int32(i), last: int32(last), actor: who, source: Resolved, rule: FullName, length: cut})
	}
}

// findSpeakers finds persons by a surname of the knowledge base for which nothing
// speaks but what the text lets its bearer do: "sagte Frei", "Frei (CDU)". Who
// that is stays open.
func (a *article) findSpeakers() {
	if a.scope.comment != 0 {
		return
	}
	for i := a.scope.hits; i < len(a.hits); i++ {
		h := &a.hits[i]
		if h.actor != dropped || !a.bySurname(h) || a.hitAt(int(h.first)) != h || a.toks[h.first].shape != title {
			continue
		}
		first, last := int(h.first), int(h.last)
		if a.surnames[a.span(first, last)] != nil || !a.isSpeaker(first, last) {
			continue
		}
		h.node, h.source, h.rule = 0, Pattern, Speech
		h.actor = a.findNew(Person, a.span(first, last))
		a.markFull(h.actor, first, last)
		a.found[h.actor].first = ""
		a.addSurname(a.span(first, last), h.actor)
	}
}

// isSpeaker tells whether tokens first to last speak, or belong to a party, and
// are no noun and no first name.
func (a *article) isSpeaker(first, last int) bool {
	party := a.sep(last+1) == sepParen && a.isKind(a.hitAt(last+1), Org)
	said := a.sep(first) == sepSpace && a.attr(first-1)&isSpeech != 0
	says := a.sep(last+1) == sepSpace && a.attr(last+1)&isSpeech != 0
	if !party && !said && !says {
		return false
	}
	if a.attr(first)&(isFirst|isPlace|isTitle) != 0 || a.sep(first) == sepHyphen || a.sep(last+1) == sepHyphen {
		return false
	}
	if a.commonNoun(first) && (says && !said || a.nounLike(first)) {
		return false
	}
	goesOn := a.sep(last+1) == sepSpace && (a.capital(last+1) || a.attr(last+1)&isParticle != 0)
	return !goesOn && (a.sep(first) != sepSpace || a.attr(first-1)&isFirst == 0)
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
	if !a.starts.may(a.text(i)) {
		return last, nil, 0
	}
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
	if a.attr(i)&(isNoun|isPlace|isRole) != 0 || a.isNounForm(a.text(i)) {
		if a.nounLike(i) || a.attr(i-1)&isTitle == 0 && a.sep(i) == sepBreak && !a.isLabel(last) {
			return false
		}
	}
	if a.sep(last+1) == sepHyphen && a.capital(last+1) && a.attr(last+1)&(isNoun|isRole|isMedia) == 0 &&
		!isRoleWord(a.text(last+1)) && !a.isNounForm(a.text(last+1)) && a.unlisted(last+1) {
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
