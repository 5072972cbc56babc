package actors

import (
	"strings"
	"unicode/utf8"
)

// settle decides the hits that the knowledge base alone leaves open.
func (a *article) settle() {
	a.findOthers()
	for i := a.scope.hits; i < len(a.hits); i++ {
		h := &a.hits[i]
		if h.actor != undecided {
			continue
		}
		best, score := dropped, 0
		for _, al := range a.base.ends[h.node] {
			if s := a.score(h, al); s > score {
				best, score = al.actor, s
			}
		}
		h.actor = dropped
		if score == 0 {
			continue
		}
		h.actor = a.findKnown(best)
		if s := a.base.ends[h.node]; !s[0].surname {
			a.markFull(h.actor, int(h.first), int(h.last))
		}
	}
}

// Scores of an alias, from a hint to certainty.
const (
	scoreDefault = 2 // nothing speaks against the alias
	scoreContext = 1 // each word of the context
	scoreFull    = 8 // the actor is named in full
	scoreRole    = 16
	maxContext   = 5
)

// score tells how well an alias fits a hit; 0: not at all.
func (a *article) score(h *hit, al alias) int {
	context := a.contextOf(al.actor)
	found, isFound := a.known[al.actor]
	full := isFound && a.found[found].full
	role := a.roleBefore(h, al.actor)
	if al.surname && !a.surnameStands(h, al, role) {
		return 0
	}
	if a.toks[h.first].shape == single && a.sep(int(h.first)) == sepHyphen {
		return 0 // Gaia-X
	}
	if i := int(h.first); a.toks[i].shape == single && a.sep(i) == sepSpace && a.capital(i-1) && a.unlisted(i-1) && !a.isNounForm(a.text(i-1)) {
		return 0 // Watch X
	}
	if al.need == needContext && (a.others[inScope{al.actor, 0}] || a.others[inScope{al.actor, a.scope.comment}]) {
		return 0
	}
	s := 0
	switch al.need {
	case needNothing:
		s = scoreDefault
	case needContext:
		if context == 0 && !full && !role {
			return 0
		}
	case needRole:
		if !full && !role {
			return 0
		}
	case needQuotes:
		if !a.mediaAround(h) {
			return 0
		}
		s = scoreDefault
	case needNoun:
		if !a.standsAsNoun(h) {
			return 0
		}
		s = scoreDefault
	}
	s += min(context, maxContext) * scoreContext
	if full {
		s += scoreFull
	}
	if role {
		s += scoreRole
	}
	return s
}

// findOthers notes the actors for which a noun of the text seems to stand while
// the text speaks of another thing: auf dem außerordentlichen Kongress.
func (a *article) findOthers() {
	for i := a.scope.hits; i < len(a.hits); i++ {
		h := &a.hits[i]
		if h.actor != undecided || !a.otherThing(h) {
			continue
		}
		for _, al := range a.base.ends[h.node] {
			if al.need == needContext && !al.surname {
				a.others[inScope{al.actor, a.scope.comment}] = true
			}
		}
	}
}

// otherThing tells whether a common noun that may stand for an actor is
// described by an adjective, as the actor itself seldom is.
func (a *article) otherThing(h *hit) bool {
	i := int(h.first)
	return h.first == h.last && a.sep(i) == sepSpace && a.toks[i-1].shape == lower && a.isNounForm(a.text(i)) &&
		isAdjective(a.text(i-1)) && !strings.Contains(a.text(i-1), "isch")
}

// contextOf counts what in the article speaks for an actor: words of its
// context, and its country if that is not the archive's own.
func (a *article) contextOf(actor int32) int {
	n := 0
	for _, w := range a.base.context[actor] {
		if a.seen[w] {
			n++
		}
	}
	country := a.base.entries[actor].country
	if state, ok := a.base.state[country]; ok && country != home {
		if i, ok := a.known[state]; ok && a.found[i].full {
			n++
		}
	}
	return n
}

// roleReach is the number of tokens before a name that may say its role.
const roleReach = 3

// roleBefore tells whether one of the actor's context words stands right
// before the hit: "CDU-Chef Merz", "Kanzler Scholz".
func (a *article) roleBefore(h *hit, actor int32) bool {
	if a.sep(int(h.first)) != sepSpace {
		return false
	}
	for i := int(h.first) - 1; i >= 0 && i >= int(h.first)-roleReach; i-- {
		for _, w := range a.base.context[actor] {
			if w == a.toks[i].word {
				return true
			}
		}
		if s := a.toks[i].sep; s != sepSpace && s != sepHyphen || a.toks[i].shape == lower {
			return false // "die CDU im Herbst"
		}
	}
	return false
}

// surnameStands tells whether a surname of the knowledge base stands as one:
// not behind another first name, not inside a double name.
func (a *article) surnameStands(h *hit, al alias, role bool) bool {
	i := int(h.first)
	if a.sep(i) == sepHyphen {
		switch a.text(i - 1) {
		case "Anti", "Pro", "Ex", "Nach", "Post":
		default:
			return false
		}
	}
	name := a.text(i)
	first := a.base.entries[al.actor].name
	if a.sep(i) == sepSpace || a.sep(i) == sepDotSpace {
		before := a.attr(i - 1)
		if before&isFirst != 0 && before&(isDoubtful|isTitle) == 0 && !strings.Contains(first, a.text(i-1)) {
			return false
		}
		if a.sep(i) == sepSpace && a.hitAt(i-1) == nil && a.strangeName(i-1) && !strings.Contains(first, a.text(i-1)) {
			return false // Hazel Brugger
		}
		if !role && before&isDeterminer != 0 && a.attr(i)&isNoun != 0 {
			return false
		}
	}
	if a.attr(i)&isNoun != 0 && al.need != needNothing && !role && a.nounLike(i) {
		return false
	}
	return utf8.RuneCountInString(name) > 1
}

// nounLike tells whether a word that can be a noun stands like one: behind a
// determiner or an adjective.
func (a *article) nounLike(i int) bool {
	if a.sep(i) != sepSpace {
		return false
	}
	if a.attr(i-1)&isDeterminer != 0 {
		return true
	}
	return a.toks[i-1].shape == lower && isAdjective(a.text(i-1))
}

// isAdjective tells adjectives by their suffix, or as one of the most frequent,
// with an ending.
func isAdjective(w string) bool {
	for _, ending := range [...]string{"en", "er", "es", "em", "e"} {
		stem, ok := strings.CutSuffix(w, ending)
		if !ok {
			continue
		}
		for _, suffix := range [...]string{"isch", "lich", "ig", "bar", "sam", "los", "haft", "end", "iv", "ell", "ant", "ent"} {
			if strings.HasSuffix(stem, suffix) && len(stem) > len(suffix)+1 {
				return true
			}
		}
		switch stem {
		case "neu", "groß", "gut", "alt", "jung", "klein", "erst", "letzt", "ganz", "nächst", "zweit", "dritt", "voll", "hoh",
			"freie", "frei", "best", "deutsch", "Deutsch", "eigen", "ander", "viel", "schwer", "ernst", "schlecht", "weit", "lang", "kurz":
			return true
		}
	}
	return false
}

// mediaAround tells whether a word like Bild or Welt is a newspaper's name:
// in quotation marks, in capitals, or beside a word of the press.
func (a *article) mediaAround(h *hit) bool {
	first, last := int(h.first), int(h.last)
	text := a.sections[a.toks[first].section].Text
	before, _ := utf8.DecodeLastRuneInString(text[:a.toks[first].start])
	after, _ := utf8.DecodeRuneInString(text[a.toks[last].end:])
	if strings.ContainsRune("\"„“”»«›‹‚‘'’", before) && strings.ContainsRune("\"“”„«»›‹‘’'", after) {
		return true
	}
	if a.toks[first].shape == upper {
		return true
	}
	if a.sep(last+1) == sepHyphen {
		return a.attr(last+1)&isMedia != 0
	}
	if a.sep(last+1) == sepSpace && a.attr(last+1)&isMedia != 0 && !a.capital(last+1) {
		return true
	}
	if a.sep(first) != sepSpace || first == 0 {
		return false
	}
	if a.attr(first-1)&isMedia != 0 {
		return true
	}
	switch a.text(first - 1) {
	case "der", "die", "dem", "das":
	default:
		return false
	}
	i := first - 2
	if i > 0 && a.sep(first-1) == sepSpace {
		switch a.text(i) {
		case "er", "sie", "ich", "jetzt", "nun", "heute", "gestern":
			i-- // "sagte er der Welt"
		}
	}
	return i >= 0 && a.sep(i+1) == sepSpace && a.attr(i)&(isMedia|isSpeech) != 0
}

// standsAsNoun tells an adjective used as a noun (die Grünen) from one before a
// noun (Grüne Woche), and from "im Grünen".
func (a *article) standsAsNoun(h *hit) bool {
	first, last := int(h.first), int(h.last)
	if a.sep(last+1) == sepSpace && a.capital(last+1) && a.attr(last+1)&(isFirst|isRole) == 0 && a.hitAt(last+1) == nil {
		return false
	}
	if a.sep(first) == sepSpace {
		switch a.text(first - 1) {
		case "im", "ins", "am", "ans", "etwas", "viel", "ein", "nichts", "Im", "Ins":
			return false
		}
	}
	return true
}
