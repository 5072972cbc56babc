package actors

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// bindAcronym reads an explanation: "Institut zur Zukunft der Arbeit (IZA)".
// The acronym at i then means, in this article, what stands before the
// parenthesis: an actor found there, or a name whose initials it has.
func (a *article) bindAcronym(i int) {
	if i == 0 || a.sep(i+1).link() != linkNone {
		return
	}
	acronym := a.text(i)
	if h := a.hitAt(i); a.isKind(h, Org) {
		a.explainKnown(a.hitAt(i-1), h, acronym)
		return
	}
	if h := a.hitAt(i - 1); h != nil && h.actor >= 0 {
		// Not "Beirat der Bundesregierung (WBGU)", nor a reporter's letters.
		if f := &a.found[h.actor]; f.kind == Org && (abbreviates(acronym, f.name) || abbreviates(acronym, a.span(int(h.first), int(h.last)))) {
			a.bind(acronym, h.actor)
		}
		return
	}
	first, ok := a.initials(i, acronym)
	if !ok {
		first, ok = a.bodyBefore(i, acronym)
	}
	if !ok {
		return
	}
	if !a.namesBody(first, i-1) {
		return
	}
	for first > 0 && a.sep(first) == sepSpace && a.attr(first-1)&isPlace != 0 {
		first--
	}
	a.addOrg(first, i-1)
	if h := a.hitAt(i - 1); h != nil && h.actor >= 0 {
		a.bind(acronym, h.actor)
	}
}

// bodyBefore finds the name of a body that ends before token i and has the
// letters of an acronym in its order, though not as initials: Kassenzahnärztliche
// Bundesvereinigung (KZBV).
func (a *article) bodyBefore(i int, acronym string) (int, bool) {
	first := i - 1
	if _, ok := bodyEnding(a.text(first)); !ok && !isAlliance(a.text(first)) || a.hitAt(first) != nil {
		return 0, false
	}
	for a.sep(first) == sepSpace && a.capital(first-1) && a.attr(first-1)&isDeterminer == 0 && a.hitAt(first-1) == nil && i-first < maxBody {
		first--
	}
	return first, first < i-1 && len(acronym) > 2 && abbreviates(acronym, a.span(first, i-1))
}

// maxBody is the number of words that bodyBefore looks at.
const maxBody = 3

// namesBody tells whether the words that an acronym stands for name a body:
// one of them is a noun for bodies, or none is a German noun at all.
func (a *article) namesBody(first, last int) bool {
	foreign := true
	for i := first; i <= last; i++ {
		if !a.capital(i) {
			continue
		}
		w := a.text(i)
		if _, ok := bodyEnding(w); ok || hasTask(w) || isAlliance(w) {
			return true
		}
		if a.commonNoun(i) || a.isPlaceName(i) {
			foreign = false
		}
	}
	return foreign
}

// isAlliance tells nouns for parties, unions and the like.
func isAlliance(w string) bool {
	w = strings.ToLower(strings.TrimSuffix(w, "s"))
	for _, head := range [...]string{"partei", "union", "bund", "bunde", "organisation", "bewegung", "front", "liga", "rat", "verein",
		"gemeinschaft", "gewerkschaft", "kirche", "polizei", "armee", "dienst", "schule", "rundfunk", "gruppe", "initiative",
		"netzwerk", "forum", "aktion", "konferenz", "bündnis", "allianz", "fond", "werk", "stelle", "hilfe", "klub", "club", "center", "institute",
		"versammlung", "hof", "bank"} {
		if strings.HasSuffix(w, head) {
			return true
		}
	}
	return false
}

// explainKnown looks at an acronym of the knowledge base behind the name of an
// organisation. If the name is another wording of the acronym's own, both are
// one actor; if the acronym abbreviates the name of another, it means that one
// in this article; else it is a party behind a member's office.
func (a *article) explainKnown(name, h *hit, acronym string) {
	if !a.isKind(name, Org) || name.actor == h.actor || !abbreviates(acronym, a.found[name.actor].name) {
		return
	}
	long, _, _ := strings.Cut(a.found[name.actor].name, " ")
	known, _, _ := strings.Cut(a.found[h.actor].name, " ")
	if name.source == Pattern && long == known {
		name.actor = h.actor
		return
	}
	a.rebind(h.node, name.actor)
}

// rebind makes an acronym of the knowledge base mean another actor in this
// article.
func (a *article) rebind(node nodeID, found int32) {
	for i := a.scope.hits; i < len(a.hits); i++ {
		if h := &a.hits[i]; h.node == node && node != 0 && h.actor != dropped {
			h.actor, h.source, h.rule = found, Resolved, Acronym
		}
	}
}

// abbreviates tells whether the letters of an acronym stand in a name in their
// order, the first at its beginning.
func abbreviates(acronym, name string) bool {
	rest := []rune(strings.ToLower(acronym))
	for i, r := range strings.ToLower(name) {
		if i == 0 && r != rest[0] {
			return false
		}
		if r == rest[0] {
			if rest = rest[1:]; len(rest) == 0 {
				return true
			}
		}
	}
	return false
}

// bind makes an acronym mean an actor for the rest of the article.
func (a *article) bind(acronym string, found int32) {
	for _, have := range a.surnames[acronym] {
		if have == found {
			return
		}
	}
	a.setSurname(acronym, []int32{found})
}

// initials finds the words before token i whose initials are the acronym, small
// words in between left out, and gives the first one's index.
func (a *article) initials(i int, acronym string) (int, bool) {
	rest := []rune(acronym)
	j := i - 1
	for ; j >= 0 && i-j <= maxOrg && len(rest) > 0; j-- {
		r, _ := utf8.DecodeRuneInString(a.text(j))
		last := unicode.ToUpper(rest[len(rest)-1])
		switch {
		case unicode.ToUpper(r) == last && (a.capital(j) || len(rest) > 1):
			rest = rest[:len(rest)-1]
			if len(rest) == 0 {
				return j, a.capital(j) && len(acronym) > 1
			}
		case a.capital(j):
			return 0, false
		}
		if a.sep(j).link() == linkNone && a.sep(j) != sepComma {
			return 0, false
		}
	}
	return 0, false
}

// resolveAcronyms marks the other places of the acronyms and short forms that
// the article explains.
func (a *article) resolveAcronyms() {
	for i := a.scope.begin; i < a.scope.end; i++ {
		if !a.capital(i) {
			continue
		}
		if h := a.hitAt(i); h != nil && h.actor != dropped && (h.actor != undecided || h.first != h.last) {
			continue
		}
		w, cut := a.text(i), int32(0)
		p := a.surnames[w]
		if p == nil && strings.HasSuffix(w, "s") && a.toks[i].shape == title {
			p, cut = a.surnames[w[:len(w)-1]], 1
		}
		if len(p) == 1 && a.found[p[0]].kind == Org {
			a.addHit(hit{first: int32(i), last: int32(i), actor: p[0], source: Resolved, rule: Acronym, length: cut})
		}
	}
}
