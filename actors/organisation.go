package actors

import (
	"strings"
)

// maxOrg is the number of tokens that an organisation's name may have.
const maxOrg = 9

// findOrganisations finds names of organisations by legal forms, by the nouns
// that institutions' names begin with, by clubs' prefixes, by a noun before
// them, and by an acronym that the article explains.
func (a *article) findOrganisations() {
	for i := a.scope.begin; i < a.scope.end; i++ {
		if !a.capital(i) && a.attr(i)&isLegal == 0 {
			continue
		}
		if a.toks[i].shape == upper && a.sep(i) == sepParen {
			a.bindAcronym(i)
			continue
		}
		if h := a.hitAt(i); h != nil && (h.actor != undecided || h.first != h.last) || a.findInstitution(i) || h != nil {
			continue
		}
		switch at := a.attr(i); {
		case at&isLegal != 0:
			a.orgByLegalForm(i)
		case at&isHead != 0:
			a.orgByHead(i)
		case at&isClub != 0:
			a.orgByClub(i)
		case a.orgByPlace(i) || a.orgOfPlace(i):
		case a.unlisted(i) || at&isPlace != 0:
			if !a.orgByTask(i) {
				a.orgByNoun(i)
			}
		}
	}
	a.resolveAcronyms()
}

// orgByLegalForm takes the name before a legal form: Conradty AG.
func (a *article) orgByLegalForm(i int) {
	if s := a.sep(i); s != sepSpace && s != sepHyphen || a.sep(i+1) == sepHyphen {
		return
	}
	first := i
	for first > 0 && i-first < maxOrg && a.sep(first).link() != linkNone && a.capital(first-1) && a.namePart(first-1) {
		first--
	}
	if first == i || a.attr(first)&isLegal != 0 {
		return
	}
	if h := a.hitAt(first); a.text(i) == "SE" && a.isKind(h, Org) && int(h.last) < i-1 {
		return // a model: Apple Watch SE
	}
	last := i
	for a.sep(last+1).link() != linkNone && a.attr(last+1)&isLegal != 0 {
		last++
	}
	a.addFirm(first, i-1, last)
}

// addFirm records a firm whose name ends at name and whose legal form ends at
// last. A firm that is known without its legal form keeps its name.
func (a *article) addFirm(first, name, last int) {
	short := a.span(first, name)
	id := string(Org) + ":" + slug(short)
	_, known := a.base.ids[id]
	if _, found := a.byName[id]; !known && !found {
		a.addOrg(first, last)
		if h := a.hitAt(first); a.isKind(h, Org) && name == first && !a.commonNoun(first) {
			a.bind(short, h.actor)
		}
		return
	}
	i := a.findNew(Org, short)
	a.addHit(hit{first: int32(first), last: int32(last), actor: i, source: Pattern, rule: Form})
	a.markFull(i, first, last)
}

// namePart tells whether token i can be a word of a firm's name.
func (a *article) namePart(i int) bool {
	if a.isKind(a.hitAt(i), State) {
		return false
	}
	return a.attr(i)&(isRole|isTitle|isDeterminer|isFirm) == 0 && !isFirmNoun(a.text(i))
}

// isFirmNoun tells compounds that say what a firm does: Getränkekonzern.
func isFirmNoun(w string) bool {
	w = strings.TrimSuffix(w, "s")
	for _, head := range [...]string{"konzern", "unternehmen", "anbieter", "hersteller", "firma", "tochter", "betreiber",
		"händler", "kette", "bauer", "zulieferer", "dienstleister", "versicherer", "riese", "gigant"} {
		if strings.HasSuffix(w, head) {
			return true
		}
	}
	return false
}

// orgByHead takes an institution with the place or proper name that follows:
// Universität Leipzig, Landgericht München I.
func (a *article) orgByHead(i int) {
	if p := i - 1; a.sep(i) == sepSpace && a.sep(p) == sepSpace && a.toks[p].shape == title && a.unlisted(p) && !a.commonNoun(p) &&
		a.hitAt(p) == nil {
		a.addOrg(p, i) // Rockefeller Universität
		return
	}
	if a.sep(i) == sepHyphen || a.sep(i+1) != sepSpace {
		return
	}
	k := i + 1
	switch a.text(min(k, len(a.toks)-1)) {
	case "der", "für", "des":
		a.orgByTask(i)
		return
	case "von", "in":
		k++
	}
	h := a.hitAt(k)
	land := a.isPlaceHit(h)
	if a.sep(k) != sepSpace || !a.capital(k) || !land && a.attr(k)&isPlace == 0 && (!a.unlisted(k) || a.commonNoun(k)) {
		return
	}
	last := k
	if land {
		last = int(h.last)
	}
	for a.sep(last+1) == sepHyphen && a.capital(last+1) {
		last++
	}
	if a.sep(last+1) == sepSpace && a.text(last+1) == "am" && a.capital(last+2) {
		last += 2
	}
	a.addOrg(i, last)
	if h := a.hitAt(i); h != nil && h.actor >= 0 {
		a.bind(a.text(i), h.actor)
	}
}

func (a *article) commonNoun(k int) bool {
	return a.attr(k)&(isNoun|isRole) != 0 || a.isNounForm(a.text(k))
}

// orgByClub takes a sports club: FC Augsburg, 1. FC Köln.
func (a *article) orgByClub(i int) {
	if p := i - 1; a.sep(i) == sepSpace && a.toks[i].shape == upper && a.toks[p].shape == title && strings.HasSuffix(a.text(p), "er") &&
		a.unlisted(p) && a.hitAt(p) == nil && (!a.commonNoun(p) || a.sep(i+1) != sepSpace || !a.capital(i+1)) {
		a.addOrg(p, i) // Karlsruher SC
		return
	}
	if a.sep(i) == sepHyphen || a.sep(i+1) != sepSpace || !a.capital(i+1) || a.commonNoun(i+1) && a.attr(i+1)&isPlace == 0 || a.hitAt(i+1) != nil {
		return
	}
	first, last := i, i+1
	if a.sep(i) == sepDotSpace && i > 0 && a.toks[i-1].shape == digits {
		first = i - 1
	}
	if a.sep(last+1) == sepSpace && last+1 < len(a.toks) && a.toks[last+1].shape == digits && len(a.text(last+1)) < 5 {
		last++
	}
	a.addOrg(first, last)
}

// addOrg records an organisation in tokens first to last, unless a person of
// the knowledge base is there.
func (a *article) addOrg(first, last int) {
	for i := first; i <= last; i++ {
		if h := a.hitAt(i); a.isKind(h, Person) && a.found[h.actor].full && h.source == Known {
			return
		}
	}
	i := a.findNew(Org, a.orgName(first, last))
	a.addHit(hit{first: int32(first), last: int32(last), actor: i, source: Pattern, rule: Form})
	a.markFull(i, first, last)
}

// orgName is the text of tokens first to last in the nominative: without the
// genitive ending of a body's noun at its front or, behind an adjective, at its
// end.
func (a *article) orgName(first, last int) string {
	name, head, tail := a.span(first, last), a.text(first), a.text(last)
	if first == last {
		return name
	}
	rest := name[len(head):]
	if place, ok := strings.CutPrefix(rest, " in "); ok && a.attr(first)&isHead != 0 {
		rest = " " + place // Arbeitsgericht in Frankfurt
	}
	if ending, ok := bodyEnding(head); ok {
		return nominative(head, ending) + rest
	}
	if head == "Uni" {
		return "Universität" + rest
	}
	if a.attr(first)&isHead != 0 {
		return head + rest
	}
	stem, ok := adjectiveOf(head)
	if !ok {
		if stem, ok = adjectiveStem(head, false); !ok {
			return name
		}
	}
	ending, ok := bodyEnding(tail)
	if !ok {
		if ending, ok = allianceEnding(tail); !ok {
			return name
		}
	}
	return stem + ending + name[len(head):len(name)-len(tail)] + nominative(tail, ending)
}
