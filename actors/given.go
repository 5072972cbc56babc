package actors

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// nameFromFirst finds a name that begins with a first name of the list.
func (a *article) nameFromFirst(i int) (int, bool) {
	at := a.attr(i)
	if at&isFirst == 0 || a.sep(i) == sepHyphen {
		return 0, false
	}
	if h := a.hitAt(i); h != nil && h.first != h.last || a.isSaint(i) {
		return 0, false
	}
	if last, ok := a.nickname(i); ok {
		return last, true
	}
	j := i + 1
	for j < len(a.toks) && j < i+maxName && a.givenName(j) {
		j++
	}
	start := j
	for a.sep(j) == sepSpace && a.attr(j)&isParticle != 0 && j < i+maxName {
		if w := a.text(j); j == start && (w == "der" || w == "den" || w == "zur" || w == "vom" || (w == "von" || w == "zu") && at&isDoubtful != 0) {
			return 0, false // an article, "eine Art von" or "von Paris zu", not "von der"
		}
		j++
	}
	behindRole := a.sep(i) == sepSpace && (a.roleToken(i-1) || a.countryman(i))
	last, ok := a.surnameEnd(j, at&isDoubtful != 0 && j == i+1 && !behindRole)
	if !ok {
		start, last, ok = a.givenAsSurname(i, start, j)
	}
	if !ok || a.endsAsThing(last) || a.isRelation(i, last) {
		return 0, false
	}
	if a.isByline(i, last) || a.isCredit(i, last) || a.isCivilName(i) || a.isTitleOfWork(i, last) {
		a.addHit(hit{first: int32(i), last: int32(last), actor: blocked, source: Pattern})
		return last, true
	}
	a.addPerson(i, start, last, FirstName)
	return last, true
}

// nickname finds a name with a nickname in quotation marks between first name and
// surname, which its canonical form lacks: Artur „Atze“ Krelling.
func (a *article) nickname(i int) (int, bool) {
	nick, last := i+1, i+2
	if last >= a.scope.end || a.toks[last].section != a.toks[i].section || !a.capital(nick) || !a.couldBeSurname(last) || a.hitAt(nick) != nil {
		return 0, false
	}
	text := a.sections[a.toks[i].section].Text
	open := strings.TrimPrefix(text[a.toks[i].end:a.toks[nick].start], " ")
	closed := strings.TrimSuffix(text[a.toks[nick].end:a.toks[last].start], " ")
	if !isMark(open, "„“\"»«‚'") || !isMark(closed, "“”\"«»‘'") {
		return 0, false
	}
	surname := last
	last = a.extendSurname(last)
	found := a.findNew(Person, a.text(i)+" "+a.span(surname, last))
	a.addHit(hit{first: int32(i), last: int32(last), actor: found, source: Pattern, rule: FirstName})
	a.markFull(found, i, last)
	a.addSurname(a.span(surname, last), found)
	return last, true
}

// isMark tells whether a text is one of the marks and nothing else.
func isMark(text, marks string) bool {
	r, n := utf8.DecodeRuneInString(text)
	return n > 0 && n == len(text) && strings.ContainsRune(marks, r)
}

// isSaint tells whether a saint is named in token i, after whom places are called:
// St. Leon-Rot, Sankt Pauli.
func (a *article) isSaint(i int) bool {
	switch a.sep(i) {
	case sepDotSpace:
		return a.text(i-1) == "St"
	case sepSpace:
		return a.text(i-1) == "Sankt"
	}
	return false
}

// isTitleOfWork tells whether quotation marks enclose tokens first to last and
// nothing else, as they do the title of a work, and the name is nowhere without
// them.
func (a *article) isTitleOfWork(first, last int) bool {
	t := a.toks[last]
	for i := 0; i < 2 && a.sep(first) == sepSpace && a.capital(first-1); i++ {
		first-- // the title may be longer than what looks like a name
	}
	after, _ := utf8.DecodeRuneInString(a.sections[t.section].Text[t.end:])
	if !a.quoted(first) || !strings.ContainsRune("\"“”»«›‹‘'", after) {
		return false
	}
	surname, alone := a.text(last), false
	a.evidence(func(i int) bool {
		alone = i != last && (a.text(i) == surname || a.text(i) == surname+"s") && !a.quoted(max(0, i-(last-first)))
		return !alone
	})
	return !alone
}

// isCivilName tells whether a name that begins at token i is what someone who is
// known by another is called in papers: mit bürgerlichem Namen.
func (a *article) isCivilName(i int) bool {
	return i > 1 && a.sep(i) == sepSpace && (a.text(i-1) == "bürgerlich" || a.text(i-1) == "Namen" && a.text(i-2) == "bürgerlichem")
}

// givenAsSurname finds the surname of a name whose first names, from token i to
// before start, are all that there is of it: Anna Frank, Karine Jean-Pierre. What
// follows at j has turned out to be no surname.
func (a *article) givenAsSurname(i, start, j int) (first, last int, ok bool) {
	if start <= i+1 {
		return start, 0, false
	}
	if j > start || a.sep(start) != sepHyphen && a.sep(start-1) == sepSpace {
		return start - 1, start - 1, j > start || a.attr(start-1)&isDoubtful != 0
	}
	for k := start - 1; k > i; k-- {
		if a.sep(k) == sepSpace {
			return k, a.extendSurname(k), true
		}
	}
	return start, 0, false
}

// isRelation tells whether a first name and a noun in tokens i to last belong to
// a person whom the text has named in full before: Katja Eltern.
func (a *article) isRelation(i, last int) bool {
	if last != i+1 || a.attr(last)&(isFirst|isFrequent) != 0 || !isRelative(a.text(last)) {
		return false
	}
	given, other := a.text(i), false
	for k := range a.found {
		f := &a.found[k]
		if strings.HasPrefix(a.span(i, last), f.name) {
			return false // the person again
		}
		other = other || f.full && (f.first == given || f.first+"s" == given)
	}
	return other
}

// kinNouns name the relatives of someone, kinPrefixes make others of them:
// Großeltern, Ehefrau.
var (
	kinPrefixes = []string{"groß", "schwieger", "ehe"}
	kinNouns    = []string{
		"eltern", "geschwister", "kind", "kinder", "mutter", "mama", "vater", "papa",
		"bruder", "brüder", "schwester", "schwestern", "familie", "sohn", "söhne",
		"tochter", "töchter", "mann", "frau", "freund", "freunde", "freundin",
	}
)

func isRelative(word string) bool {
	word = strings.ToLower(word)
	for _, p := range kinPrefixes {
		word = strings.TrimPrefix(word, p)
	}
	return slices.Contains(kinNouns, word)
}

// givenName tells whether token j goes on with first names: another one, an
// initial, or the second half of a double one.
func (a *article) givenName(j int) bool {
	s := a.sep(j)
	if s != sepSpace && s != sepHyphen && s != sepDotSpace {
		return false
	}
	t := a.toks[j]
	if t.shape == single {
		return a.sep(j+1) == sepDotSpace || a.sep(j+1) == sepSpace && a.capital(j+1)
	}
	if s == sepDotSpace && a.toks[j-1].shape != single {
		return false
	}
	if s == sepHyphen && a.namelike(j) && a.sep(j+1) == sepSpace && a.namelike(j+1) && a.attr(j-1)&isDoubtful == 0 && a.couldBeSurname(j+1) {
		return true // Julia-Niharika Sen
	}
	if h := a.hitAt(j); a.attr(j)&isFirst == 0 || h != nil && !a.openSurname(j) {
		return false
	}
	// A first name with nothing to follow is the surname itself.
	return a.sep(j+1) == sepSpace && (a.capital(j+1) || a.attr(j+1)&isParticle != 0) &&
		(a.couldBeSurname(j+1) || a.attr(j)&isDoubtful == 0 && a.nounSurname(j+1)) ||
		a.sep(j+1) == sepHyphen && a.capital(j+1) || a.sep(j+1) == sepDotSpace && t.shape == single
}
