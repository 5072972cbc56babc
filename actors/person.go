package actors

import (
	"strings"
	"unicode/utf8"
)

// maxName is the number of tokens that a person's name may have.
const maxName = 7

// findPersons finds names of persons by first names, by titles and roles, and
// by a speech or a party that goes with them.
func (a *article) findPersons() {
	for i := a.scope.begin; i < a.scope.end; i++ {
		if !a.capital(i) || a.toks[i].shape == single && a.sep(i+1) != sepDotSpace {
			continue
		}
		if a.sep(i) == sepApostrophe || a.hitAt(i) != nil && !a.openSurname(i) {
			continue
		}
		if last, ok := a.nameFromFirst(i); ok {
			i = last
			continue
		}
		if last, ok := a.nameFromRole(i); ok {
			i = last
			continue
		}
		if last, ok := a.nameFromContext(i); ok {
			i = last
		}
	}
	a.settleLone()
}

// openSurname tells whether token i begins a hit that is no more than a
// surname of the knowledge base.
func (a *article) openSurname(i int) bool {
	h := a.hitAt(i)
	return h != nil && int(h.first) == i && h.actor == undecided && a.bySurname(h)
}

// couldBeSurname tells whether token j by itself may be a surname.
func (a *article) couldBeSurname(j int) bool {
	at := a.attr(j)
	if at&isParticle != 0 {
		return true
	}
	if !a.capital(j) || at&(isRole|isTitle|isDeterminer|isNoun|isLegal|isHead) != 0 && at&isFirst == 0 {
		return false
	}
	h := a.hitAt(j)
	return (h == nil || a.openSurname(j)) && (at&(isFirst|isFrequent) != 0 || !a.isNounForm(a.text(j))) && !isRoleWord(a.text(j))
}

// nounSurname tells whether token j is a noun that may be a surname: Bohrer.
func (a *article) nounSurname(j int) bool {
	return a.capital(j) && a.toks[j].shape == title && a.unlisted(j) && a.hitAt(j) == nil && !isRoleWord(a.text(j))
}

// surnameEnd finds the last token of the surname that begins at j. In doubt,
// common nouns are none.
func (a *article) surnameEnd(j int, doubt bool) (int, bool) {
	s := a.sep(j)
	if s != sepSpace && (s != sepDotSpace || a.toks[j-1].shape != single) || !a.capital(j) {
		return 0, false
	}
	if a.toks[j].shape == single && a.sep(j+1) != sepApostrophe {
		// "Jian G.": a name that a court's report withholds.
		return j, a.sep(j+1) != sepSpace && !doubt
	}
	at := a.attr(j)
	if at&(isDeterminer|isLegal|isHead|isThing) != 0 && at&isFirst == 0 || a.isOffice(j) || a.text(j) == "TV" {
		return 0, false
	}
	if at&(isTitle|isRole) != 0 && at&isFirst == 0 && (doubt || !a.titleAsSurname(j)) {
		return 0, false
	}
	if a.attr(j-1)&isDeterminer != 0 && a.commonNoun(j) {
		return 0, false // "Klaus von der Musikschule"
	}
	if doubt && (at&(isNoun|isPlace) != 0 || at&isFrequent == 0 && a.isNounForm(a.text(j)) || isRoleWord(a.text(j))) {
		return 0, false
	}
	if h := a.hitAt(j); h != nil && !a.openSurname(j) && !a.doubtfulOrg(h) {
		return 0, false
	}
	if a.sep(j+1) == sepApostrophe && a.toks[j].shape == single {
		j++
	}
	return a.extendSurname(j), true
}

// titleAsSurname tells whether a title or role ends a name as its surname: Daniel
// Fürst.
func (a *article) titleAsSurname(j int) bool {
	if a.sep(j+1) == sepHyphen || a.sep(j+1) == sepSpace && (a.capital(j+1) || a.attr(j+1)&isParticle != 0) {
		return false
	}
	switch strings.TrimSuffix(a.text(j), "s") {
	case "Fürst", "Graf", "König", "Kaiser", "Prinz", "Papst", "Major", "Marschall", "Hauptmann", "Pfarrer", "Baron", "Bruder",
		"Freund", "Richter", "Bischof", "Maler", "Lehrer":
		return true
	}
	return false
}

// doubtfulOrg tells whether a hit is an organisation of one word, which may be
// called after its founder, or one that is not decided yet.
func (a *article) doubtfulOrg(h *hit) bool {
	if h.first != h.last || a.toks[h.first].shape != title {
		return false
	}
	return h.actor == undecided || h.actor >= 0 && a.found[h.actor].kind == Org
}

// extendSurname adds the rest of a surname: what a hyphen joins, further words
// that are no common ones, the generation.
func (a *article) extendSurname(j int) int {
	for extra := 0; ; {
		switch k := j + 1; {
		case a.sep(k) == sepHyphen && a.capital(k) && !a.commonHalf(j, k) && a.sep(k+1) != sepHyphen:
			j = k
		case a.sep(k) == sepHyphen && a.attr(k)&isParticle != 0 && a.sep(k+1) == sepHyphen:
			j = k
		case a.sep(k) == sepHyphen && k < len(a.toks) && a.toks[k].shape == lower && len(a.text(k)) < 6:
			j = k // Kim Jong-un
		case a.sep(k) == sepSpace && a.capital(k) && isGeneration(a.text(k)):
			return k
		case a.sep(k) == sepSpace && a.capital(k) && extra < 2 && a.moreSurname(k) &&
			!a.commonWord(k) && a.toks[k].shape == title && a.sep(k+1) != sepHyphen && !a.apart(j, k):
			j = k
			extra++
		case a.sep(k) == sepSpace && extra < 2 && a.attr(k)&isParticle != 0 && a.toks[k].shape == lower &&
			a.attr(k)&isDeterminer == 0 && a.text(k) != "von" && a.text(k) != "zu" && a.sep(k+1) == sepSpace && a.capital(k+1) && a.couldBeSurname(k+1):
			j = k + 1
			extra++
		case a.noblePair(k):
			return k + 2
		default:
			return j
		}
	}
}

// noblePair tells whether token k is a von before two houses joined by a hyphen:
// Elard von Wexling-Tronau.
func (a *article) noblePair(k int) bool {
	if a.sep(k) != sepSpace || a.sep(k+1) != sepSpace || a.sep(k+2) != sepHyphen || a.sep(k+3) == sepHyphen || a.text(k) != "von" && a.text(k) != "zu" {
		return false
	}
	h := a.hitAt(k + 1)
	return (h == nil || a.openSurname(k+1)) && a.toks[k+1].shape == title && a.namelike(k+2) && !a.commonWord(k+2)
}

// apart tells whether the words at j and k, which stand together here, are more
// than once without one another elsewhere: "Krelling Tronella eröffnet" is a
// person and what she opens.
func (a *article) apart(j, k int) bool {
	one, other := a.text(j), a.text(k)
	ones, others := 0, 0
	a.evidence(func(i int) bool {
		switch w := a.text(i); {
		case w == one && (i+1 >= len(a.toks) || a.text(i+1) != other):
			ones++
		case w == other && (i == 0 || a.text(i-1) != one):
			others++
		}
		return ones < minAlone || others < minAlone
	})
	return ones >= minAlone && others >= minAlone
}

// isOffice tells whether token j is a noun of office that no surname is like:
// "Solange Krelling Wirtschaftsminister ist".
func (a *article) isOffice(j int) bool {
	w := a.text(j)
	return a.attr(j)&isFrequent == 0 && isRoleWord(w) && a.isNounForm(w)
}

// moreSurname tells whether token k can go on with a name: in no list but those
// of names, and nobody known by more than a surname.
func (a *article) moreSurname(k int) bool {
	return a.attr(k)&^(isContext|isFirst|isFrequent) == 0 && (a.hitAt(k) == nil || a.openSurname(k))
}

// commonHalf tells whether the word k that a hyphen joins to a surname at j is a
// common one. Unless the surname is a known person's, compounds may be surnames:
// Maltz-Schwarzfischer.
func (a *article) commonHalf(j, k int) bool {
	if a.hitAt(j) != nil || a.attr(k)&^(isContext|isFrequent|isFirst|isNoun) != 0 {
		return a.commonWord(k)
	}
	w := a.text(k)
	if strings.HasSuffix(w, "sen") || strings.HasSuffix(w, "son") {
		return false // Rahbek-Clemmensen
	}
	return isRoleWord(w) || a.isNounForm(w) && !a.base.endsInSurname(w)
}

// commonWord tells words that are no part of a surname, as far as is known.
func (a *article) commonWord(k int) bool {
	at := a.attr(k)
	w := a.text(k)
	return at&(isNoun|isRole|isTitle|isLegal|isHead|isThing|isMedia|isFirm|isPlace) != 0 || isRoleWord(w) ||
		at&(isFirst|isFrequent) == 0 && a.isNounForm(w)
}

// endsAsThing tells whether a name is the beginning of a street's or prize's.
func (a *article) endsAsThing(last int) bool {
	if s := a.sep(last + 1); s != sepHyphen && s != sepSpace {
		return false
	}
	if a.sep(last+1) == sepSpace && strings.HasSuffix(a.text(last), "s") {
		return a.attr(last+1)&isLegal != 0 // a genitive: Krellings Rede
	}
	return a.attr(last+1)&isThing != 0 && a.attr(last+1)&isContext == 0 || a.attr(last+1)&isLegal != 0
}

// nameFromRole finds a name right behind a title or a role.
func (a *article) nameFromRole(i int) (int, bool) {
	if a.sep(i) != sepSpace && a.sep(i) != sepDotSpace {
		return 0, false
	}
	before := a.attr(i - 1)
	isTitled := before&isTitle != 0
	if a.sep(i) == sepDotSpace && !isAbbreviation(a.text(i-1)) || !isTitled && !a.roleToken(i-1) || a.placeGenitive(i) {
		return 0, false
	}
	at := a.attr(i)
	if at&(isRole|isTitle|isDeterminer|isLegal|isHead|isFirst|isPlace|isMedia|isFirm) != 0 || a.toks[i].shape == upper && !isTitled {
		return 0, false
	}
	if a.openSurname(i) {
		return 0, false
	}
	w := a.text(i)
	if (at&isNoun != 0 || a.isNounForm(w)) && !isAddress(a.text(i-1)) || isAge(w) || isRoleWord(w) || at&isDeterminer != 0 {
		return 0, false
	}
	if at&isNoun != 0 && a.sep(i+1) == sepSpace && a.capital(i+1) || a.toks[i].shape == single {
		return 0, false
	}
	last := a.extendSurname(i)
	if last == i && a.sep(i+1) == sepSpace && a.capital(i+1) && a.attr(i+1)&isPlace != 0 && !isTitled {
		last = i + 1 // Sängerin Eden Golan
	}
	if last == i && isKin(a.text(i-1)) || a.endsAsThing(last) || utf8.RuneCountInString(w) < 2 {
		return 0, false
	}
	start := i
	if last > i && a.sep(i+1) == sepSpace {
		start = i + 1
	}
	a.addPerson(i, start, last, RoleBefore)
	return last, true
}

// isAbbreviation tells titles that a full stop follows.
func isAbbreviation(w string) bool {
	switch w {
	case "Dr", "Prof", "Mr", "Mrs", "Ms", "Mag", "Ing", "Dipl", "Hr", "Fr", "St":
		return true
	}
	return false
}

// isAddress tells titles that make a name of any noun behind them: Herr Koch.
func isAddress(w string) bool {
	switch w {
	case "Herr", "Herrn", "Frau", "Professor", "Professorin", "Miss", "Fräulein", "Monsieur", "Madame", "Lord":
		return true
	}
	return isAbbreviation(w)
}

// isAge tells words that say an age or time of life: eine Frau Anfang vierzig.
func isAge(w string) bool { return w == "Anfang" || w == "Mitte" || w == "Ende" }

// placeGenitive tells whether token i is a place's: der Bürgermeister Berlins.
func (a *article) placeGenitive(i int) bool {
	place, ok := strings.CutSuffix(a.text(i), "s")
	return ok && a.base.of(a.base.lookup(place))&isPlace != 0
}

// isKin tells nouns that stand before a first name alone.
func isKin(w string) bool {
	switch w {
	case "Vater", "Mutter", "Sohn", "Tochter", "Bruder", "Schwester", "Ehefrau", "Ehemann", "Gattin", "Witwe", "Onkel", "Tante",
		"Enkel", "Neffe", "Nichte", "Freund", "Freundin", "Kollege", "Kollegin", "Prinz", "Prinzessin", "König", "Königin", "Lord":
		return true
	}
	return false
}

// roleToken tells whether token i is a noun of office or profession.
func (a *article) roleToken(i int) bool {
	return a.capital(i) && (a.attr(i)&isRole != 0 || isRoleWord(a.text(i)))
}
