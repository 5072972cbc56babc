package actors

import (
	"strings"
	"unicode/utf8"

	"presseschau/actors/internal/tagger"
)

// How sure the tagger must be of a name that nothing else explains. They were
// set by reading what it adds to articles of many outlets.
const (
	sureFullName = 0.95  // of a person whose first name is in a list, or behind a role
	sureForeign  = 0.992 // of another person by first name and surname
	sureSurname  = 0.985 // of a person by one word, who speaks
	sureOrgName  = 0.95  // of an organisation, several words
	sureOrgWord  = 0.99  // of an organisation, one word
)

// findUnlisted asks the tagger for names in the sentences in which a word in
// upper case is neither explained nor a common noun.
func (a *article) findUnlisted() {
	for i := a.scope.begin; i < a.scope.end; {
		section, first := a.toks[i].section, i
		for i < a.scope.end && a.toks[i].section == section {
			i++
		}
		a.tagSection(a.sections[section].Text[:a.toks[i-1].end], first, i)
	}
}

// tagSection tags the lines of a text whose tokens are first to before end. No
// sentence goes on in another line.
func (a *article) tagSection(text string, first, end int) {
	for at, i := 0, first; i < end; {
		line := strings.IndexByte(text[at:], '\n') + 1
		if line == 0 {
			line = len(text) - at
		}
		begin := i
		at += line
		for i < end && int(a.toks[i].start) < at {
			i++
		}
		a.tagLine(text, at-line, begin, i)
	}
}

// tagLine tags the sentences of the line that begins at a byte of text, as far as
// they have something unexplained.
func (a *article) tagLine(text string, at, first, end int) {
	a.findUnexplained(first, end)
	open := a.unexplained
	for i := first; len(open) > 0; {
		a.sentence, at = tagger.Next(text, at, a.sentence)
		begin := i
		for i < end && int(a.toks[i].start) < at {
			i++
		}
		if open = a.place(open, begin, i); len(a.places) == 0 {
			continue
		}
		j := begin
		for _, s := range a.tagger.TagNear(text, a.sentence, a.places) {
			for j < i && int(a.toks[j].start) < s.Start {
				j++
			}
			last := j
			for last+1 < i && int(a.toks[last+1].end) <= s.End {
				last++
			}
			if j < i && int(a.toks[j].start) == s.Start && int(a.toks[last].end) == s.End {
				a.addTagged(j, last, s)
			}
		}
	}
}

// findUnexplained finds the tokens of begin to before end that may be a part of a
// name that has not been found.
func (a *article) findUnexplained(begin, end int) {
	a.unexplained = a.unexplained[:0]
	for i := begin; i < end; i++ {
		if a.stands(i, begin, end) && a.free(i) {
			a.unexplained = append(a.unexplained, i)
		}
	}
}

// place notes where those of the unexplained tokens begin that stand in a
// sentence, whose tokens are begin to before end, and gives the rest.
func (a *article) place(open []int, begin, end int) []int {
	a.places = a.places[:0]
	for len(open) > 0 && open[0] < end {
		if i := open[0]; a.stands(i, begin, end) && a.free(i) {
			a.places = append(a.places, a.toks[i].start)
		}
		open = open[1:]
	}
	return open
}

// stands tells whether token i, among those of begin to before end, is in upper
// case as names are: beside another word in upper case, all in capitals, or one
// who speaks.
func (a *article) stands(i, begin, end int) bool {
	return a.capital(i) && (i+1 < end && a.capital(i+1) || i > begin && a.capital(i-1) || a.toks[i].shape == upper || a.isSpeaker(i, i))
}

// free tells whether token i is in upper case, in no hit, and no word that is
// known to be something else.
func (a *article) free(i int) bool {
	return a.capital(i) && a.toks[i].shape != single && !a.taken(i) &&
		a.attr(i)&(isRole|isTitle|isDeterminer|isNoun|isPlace|isSpeech|isMedia|isFirm|isThing) == 0 && a.tagger.Names(a.text(i)) && !isRoleWord(a.text(i))
}

// taken tells whether a hit that stands covers token i.
func (a *article) taken(i int) bool {
	h := a.hitAt(i)
	return h != nil && h.actor != dropped
}

// addTagged records what the tagger found in tokens first to last.
func (a *article) addTagged(first, last int, s tagger.Span) {
	if s.Kind == tagger.Person {
		first = a.behindRole(first, last)
	}
	if !a.allFree(first, last) || a.sep(first) == sepHyphen || a.text(first) == "St" || a.isByline(first, last) ||
		a.isCredit(first, last) || a.isCivilName(first) || a.isThing(first, last) || a.endsAsThing(last) {
		return
	}
	switch s.Kind {
	case tagger.Person:
		a.addTaggedPerson(first, last, s)
	case tagger.Organisation:
		a.addTaggedOrg(first, last, s.Sure)
	}
}

// behindRole is the token at which a name begins that the tagger has joined to
// what its bearer is: MotoGP-Chefsteward Krelling.
func (a *article) behindRole(first, last int) int {
	for i := last - 1; i >= first; i-- {
		if a.roleToken(i) && a.sep(i+1) == sepSpace {
			return i + 1
		}
	}
	return first
}

// addTaggedPerson records a person of whom the tagger is sure enough. Single
// words wait until surnames are resolved, which know more.
func (a *article) addTaggedPerson(first, last int, s tagger.Span) {
	if a.toks[last].shape != title {
		return
	}
	if a.isOneWord(first, last) {
		if first == last && s.Sure >= sureSurname && a.scope.comment == 0 && a.isSpeaker(first, last) {
			a.single = append(a.single, hit{first: int32(first), last: int32(last)})
		}
		return
	}
	known := s.Listed || a.sep(first) == sepSpace && a.roleToken(first-1)
	if s.Sure >= sureForeign || known && s.Sure >= sureFullName {
		a.addPerson(first, a.surnameStart(first, last), last, Tagged)
	}
}

// addTaggedOrg records an organisation of which the tagger is sure enough, and
// which is no title in quotation marks, event or venue.
func (a *article) addTaggedOrg(first, last int, sure float32) {
	if sure < sureOrgName || first == last && sure < sureOrgWord || a.quoted(first) || a.isEvent(last) {
		return
	}
	a.addOrg(first, last)
	if h := a.hitAt(first); h != nil {
		h.rule = Tagged
	}
}

// settleSingles records the persons of whom the tagger saw one word, which has
// not become a surname of a person named in full.
func (a *article) settleSingles() {
	for _, h := range a.single {
		if a.allFree(int(h.first), int(h.last)) {
			a.addPerson(int(h.first), int(h.first), int(h.last), Tagged)
		}
	}
	a.single = a.single[:0]
	a.settleLone()
}

// allFree tells whether no hit covers a token of first to last, and the first
// and last in upper case are free.
func (a *article) allFree(first, last int) bool {
	for i := first; i <= last; i++ {
		if a.taken(i) {
			return false
		}
	}
	return a.free(first) && a.free(last)
}

// isOneWord tells whether no blank divides the tokens first to last.
func (a *article) isOneWord(first, last int) bool {
	for i := first + 1; i <= last; i++ {
		if s := a.sep(i); s == sepSpace || s == sepDotSpace {
			return false
		}
	}
	return true
}

// surnameStart is the token at which the surname of a full name begins: the
// last word, with its particles.
func (a *article) surnameStart(first, last int) int {
	start := last
	for start > first+1 && (a.sep(start) != sepSpace && a.sep(start) != sepDotSpace || a.attr(start-1)&isParticle != 0) {
		start--
	}
	return start
}

// quoted tells whether a quotation mark stands before token i: a title or a
// nickname.
func (a *article) quoted(i int) bool {
	t := a.toks[i]
	before, _ := utf8.DecodeLastRuneInString(a.sections[t.section].Text[:t.start])
	return strings.ContainsRune("\"„“»«›‹‚‘'", before)
}

// isEvent tells whether a name ends as events, venues and leagues do.
func (a *article) isEvent(last int) bool {
	switch a.text(last) {
	case "Open", "Finals", "Bowl", "Cup", "Games", "Masters", "Arena", "Stadium", "Park", "Prix", "League", "Liga", "Festival",
		"Award", "Awards", "Grammys", "Act", "Show", "Song", "Tour", "Trophy", "Series", "Championship", "Classic", "Valley",
		"Globe", "Race", "Challenge", "Marathon", "Rallye", "Slam", "Tours", "Road", "Court", "Chic", "Point", "World", "Goals":
		return true
	}
	return false
}
