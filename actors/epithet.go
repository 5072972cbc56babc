package actors

import (
	"strings"
)

// spot is a place at which the text names an office.
type spot struct {
	first, last int
	phrase      *phrase
}

// resolveOffices finds who is meant by an office: the person to whom the text
// gives it, or its holder among those who are named, or its holder at the date
// of the article.
func (a *article) resolveOffices() {
	var spots []spot
	for i := a.scope.begin; i < a.scope.end; i++ {
		s, ok := a.phraseAt(i)
		if !ok {
			continue
		}
		if h := a.nameBehind(s); h != nil {
			for _, o := range s.phrase.offices {
				a.bindOffice(o, h.actor)
			}
		} else if a.standsForHolder(s) && !a.isKind(a.hitAt(s.last), Person) {
			spots = append(spots, s)
		}
		i = s.last
	}
	if len(spots) == 0 {
		return
	}
	for _, s := range spots {
		if found := a.holderOf(s.phrase); found >= 0 {
			// The hit may overlap that of an organisation or state in the phrase.
			a.hits = append(a.hits, hit{first: int32(s.first), last: int32(s.last), actor: found, source: Resolved, rule: Office})
		}
	}
}

// phraseAt finds the longest phrase of an office at token i.
func (a *article) phraseAt(i int) (spot, bool) {
	w := a.toks[i].word
	if w == unknown || int(w) >= len(a.base.phrases) {
		return spot{}, false
	}
	var best spot
	for k := range a.base.phrases[w] {
		p := &a.base.phrases[w][k]
		if (best.phrase == nil || len(p.words) > len(best.phrase.words)) && a.hasPhrase(i, p) {
			best = spot{i, i + len(p.words) - 1, p}
		}
	}
	return best, best.phrase != nil
}

func (a *article) hasPhrase(i int, p *phrase) bool {
	if i+len(p.words) > a.scope.end {
		return false
	}
	for k, link := range p.links {
		if t := a.toks[i+k+1]; t.word != p.words[k+1] || t.sep.link() != link {
			return false
		}
	}
	return true
}

// nameBehind is the person's name right behind an office: Kremlchef Putin.
func (a *article) nameBehind(s spot) *hit {
	if a.sep(s.last+1) != sepSpace {
		return nil
	}
	h := a.hitAt(s.last + 1)
	if !a.isKind(h, Person) || a.otherOffice(s) {
		return nil
	}
	first := a.base.of(a.base.lookup(a.found[h.actor].first)) & isFirst
	if woman := strings.HasSuffix(a.text(s.last), "in"); woman && first == isMale || !woman && first == isFemale {
		return nil // two who are named in a row
	}
	return h
}

// standsForHolder tells whether an office stands for who holds it: behind the
// definite article, or where headlines leave that out; not before a name, in a
// compound, nor for the office itself.
func (a *article) standsForHolder(s spot) bool {
	next := s.last + 1
	if a.sep(next) == sepHyphen || a.sep(next) == sepSpace && a.capital(next) && !a.plainNoun(next) {
		return false
	}
	if a.beginsSection(s.first) || a.isOwnedBy(s) {
		return true
	}
	i := s.first - 1
	if a.sep(s.first) == sepSpace && isPresent(a.text(i)) && a.sep(i) == sepSpace {
		i--
	}
	if a.sep(i+1) != sepSpace || !isDefinite(a.text(i)) {
		return false
	}
	return !a.isPlural(i, s.last) && !a.ofOffice(i)
}

// beginsSection tells whether a token is the first of its section.
func (a *article) beginsSection(i int) bool {
	return i == 0 || a.toks[i-1].section != a.toks[i].section
}

// isOwnedBy tells whether a country's genitive stands for the article: Russlands
// Präsident.
func (a *article) isOwnedBy(s spot) bool {
	return s.last > s.first && a.sep(s.first) != sepHyphen && a.sep(s.first+1) == sepSpace &&
		a.toks[s.first].shape == title && strings.HasSuffix(a.text(s.first), "s")
}

// isPresent tells adjectives which say that the present holder is meant.
func isPresent(w string) bool {
	for _, stem := range [...]string{"amtierende", "jetzige", "heutige", "derzeitige", "aktuelle"} {
		if strings.HasPrefix(w, stem) && len(w) <= len(stem)+1 {
			return true
		}
	}
	return false
}

func isDefinite(w string) bool {
	switch w {
	case "der", "die", "den", "dem", "des", "vom", "beim", "Der", "Die", "Den", "Dem", "Des", "Vom", "Beim":
		return true
	}
	return false
}

// isPlural tells whether the article at token i makes a plural: die Präsidenten.
func (a *article) isPlural(i, last int) bool {
	switch a.text(i) {
	case "die", "der", "Die", "Der":
		return strings.HasSuffix(a.text(last), "räsidenten")
	}
	return false
}

// ofOffice tells whether the words before the article at token i speak of the
// office and not of its holder: das Amt des Bundeskanzlers.
func (a *article) ofOffice(i int) bool {
	if a.sep(i) != sepSpace {
		return false
	}
	switch a.text(i - 1) {
	case "Amt", "Amtes", "Amts", "Ämter", "Posten", "Wahl", "Rolle", "Funktion", "Stelle", "Kandidatur", "Nachfolge", "Titel",
		"Position", "Rechte", "Aufgabe", "Aufgaben":
		return true
	}
	return false
}

// plainNoun tells whether a token is a common noun and no part of a name.
func (a *article) plainNoun(i int) bool {
	return a.hitAt(i) == nil && a.attr(i)&(isFirst|isFrequent) == 0 && a.isNounForm(a.text(i))
}

// otherOffice tells whether an adjective says that another office or another
// holder is meant: der frühere, der kommende, der sächsische.
func (a *article) otherOffice(s spot) bool {
	if a.sep(s.first) == sepHyphen {
		return true // Ex-Kanzler
	}
	if a.sep(s.first) != sepSpace || a.toks[s.first-1].shape != lower {
		return false
	}
	w := a.text(s.first - 1)
	if isPresent(w) {
		return false
	}
	switch strings.TrimRight(w, "nrsme") {
	case "früh", "gewählt", "designiert", "abgewählt", "gestürzt", "verstorb", "abgesetzt", "ermordet":
		return true
	}
	return isAdjective(w)
}
