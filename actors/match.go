package actors

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// match finds the longest aliases of the knowledge base, from left to right,
// and decides those that need nothing more.
func (a *article) match() {
	for i := a.scope.begin; i < a.scope.end; i++ {
		node, last := a.longest(i)
		if node == 0 && a.matchCut(i) {
			continue
		}
		if node == 0 {
			if a.toks[i].shape == title && a.unlisted(i) {
				a.matchSolid(i)
			}
			continue
		}
		if a.isThing(i, last) || a.inDateline(i, last) || a.isPeople(i) {
			i = last
			continue
		}
		if a.base.ends[node][0].actor == nobody {
			a.addHit(hit{first: int32(i), last: int32(last), actor: blocked})
			i = last
			continue
		}
		h := a.addHit(hit{first: int32(i), last: int32(last), node: node, actor: undecided, source: Known})
		if alias, ok := a.certain(h); ok {
			h.actor = a.findKnown(alias.actor)
			a.markFull(h.actor, i, last)
		}
		i = last
	}
}

// longest walks the trie from token i.
func (a *article) longest(i int) (node nodeID, last int) {
	w := a.toks[i].word
	if w == unknown || int(w) >= len(a.base.start) {
		return 0, 0
	}
	at := a.base.start[w]
	if at == 0 {
		return 0, 0
	}
	for j := i; ; {
		if len(a.base.ends[at]) > 0 {
			node, last = at, j
		}
		j++
		if j >= len(a.toks) || a.toks[j].word == unknown {
			return node, last
		}
		next, ok := a.base.edges[edge{at, a.toks[j].word, a.toks[j].sep.link()}]
		if !ok || a.toks[j].sep.link() == linkNone {
			return node, last
		}
		at = next
	}
}

// certain gives the alias of a hit if there is no doubt what it means.
func (a *article) certain(h *hit) (alias, bool) {
	ends := a.base.ends[h.node]
	if len(ends) != 1 || ends[0].need != needNothing || ends[0].surname {
		return alias{}, false
	}
	return ends[0], true
}

// markFull notes the first mention of an actor by more than a surname.
func (a *article) markFull(found int32, first, last int) {
	f := &a.found[found]
	if f.full {
		return
	}
	f.full, f.at = true, int32(first)
	a.note(change{full: found + 1, word: unknown})
	if first > 0 && a.toks[first].sep == sepSpace {
		f.role = a.toks[first-1].word
	}
	if a.sep(last+1) == sepParen {
		f.partyOf = a.toks[last+1].word
	}
	if f.kind == Org && last > first && strings.HasSuffix(a.text(last), "ministerium") {
		a.bind(a.text(last), found)
	}
	if f.kind == Org && last > first && a.attr(first)&isClub != 0 && a.toks[first].shape == title && a.sep(first+1) == sepSpace {
		a.addSurname(a.text(first), found) // Alemannia Aachen
	}
	if f.kind != Person {
		return
	}
	f.first = a.text(first)
	if f.known >= 0 {
		f.first, _, _ = strings.Cut(f.name, " ")
		a.addSurname(surnameOf(f.name), found)
		if written := a.span(first, last); !strings.HasPrefix(written, f.name) {
			a.addSurname(surnameOf(written), found) // Kovac, not Kovač
		}
	}
}

// addSurname lets a surname mean a person for the rest of the article.
func (a *article) addSurname(surname string, found int32) {
	if utf8.RuneCountInString(surname) < 2 {
		return
	}
	for _, have := range a.surnames[surname] {
		if have == found {
			return
		}
	}
	a.setSurname(surname, append(slices.Clip(a.surnames[surname]), found))
}

// isThing tells names in hyphens that end in something which is no actor:
// Konrad-Adenauer-Straße, Putin-Rede is none of them.
func (a *article) isThing(first, last int) bool {
	if a.sep(last+1) == sepSpace && last+1 < len(a.toks) && isVenue(a.text(last+1)) || a.sep(first) == sepSpace && isHouse(a.text(first-1)) {
		return true
	}
	if a.sep(last+1) != sepHyphen {
		return false
	}
	end := last + 1
	for a.sep(end+1) == sepHyphen {
		end++
	}
	if last > first && a.allHyphens(first, last) && a.fullPerson(first, last) {
		return true // Albert-Einstein-Gymnasium
	}
	if first == last && isCoalition(a.text(first), a.text(end)) {
		return true
	}
	if strings.HasPrefix(a.text(end), "amerikan") {
		return true // US-amerikanisch is an adjective
	}
	if a.attr(end)&isThing == 0 {
		return false
	}
	switch a.text(end) {
	case "Rede", "Zitat", "Gesetz", "Jahr", "Effekt", "Ausstellung", "Gebirge":
		return last > first && a.toks[last].sep == sepHyphen
	}
	return true
}

// isCoalition tells whether two words joined by a hyphen mean parties with the
// colours of a state's flag: Jamaika-Bündnis.
func isCoalition(state, noun string) bool {
	switch state {
	case "Jamaika", "Kenia", "Simbabwe", "Deutschland":
	default:
		return false
	}
	for _, head := range [...]string{"Koalition", "Koalitionen", "Bündnis", "Bündnisse", "Sondierung", "Sondierungen", "Verhandlungen",
		"Gespräche", "Gesprächen", "Unterhändler", "Parteien", "Partner", "Regierung", "Aus", "Option"} {
		if noun == head && (state != "Deutschland" || strings.HasPrefix(head, "Koalition")) {
			return true
		}
	}
	return false
}

// isPeople tells whether a country's name stands for those who live there: die
// Polen, vier Schweden.
func (a *article) isPeople(i int) bool {
	switch a.text(i) {
	case "Polen", "Schweden":
	default:
		return false
	}
	if a.sep(i) != sepSpace {
		return false
	}
	switch before := a.text(i - 1); before {
	case "die", "der", "den", "Die", "Der", "Den", "zwei", "drei", "vier", "fünf", "sechs", "viele", "beiden", "alle", "wir", "Viele":
		return true
	}
	return false
}

// isHouse tells nouns of houses that are named after somebody: Café Luther.
func isHouse(w string) bool {
	switch w {
	case "Café", "Cafe", "Hotel", "Restaurant", "Gasthof", "Gasthaus", "Bar", "Kneipe", "Villa", "Palais", "Schloss", "Haus", "Grundschule",
		"Gymnasium", "Realschule", "Gesamtschule", "Musikschule", "Straße", "Platz":
		return true
	}
	return false
}

// isVenue tells nouns that a name without a hyphen stands before.
func isVenue(w string) bool {
	switch w {
	case "Arena", "Stadion", "Stadium", "Straße", "Park", "Platz", "Allee", "Center", "Cup", "Award", "Awards", "Open", "Pictures", "Images", "Photo", "Photos":
		return true
	}
	return false
}

// allHyphens tells whether nothing but hyphens joins the tokens.
func (a *article) allHyphens(first, last int) bool {
	for i := first + 1; i <= last; i++ {
		if a.toks[i].sep != sepHyphen {
			return false
		}
	}
	return true
}

// fullPerson tells whether the alias in the tokens is a person's first name
// and surname.
func (a *article) fullPerson(first, last int) bool {
	node, end := a.longest(first)
	if node == 0 || end != last {
		return false
	}
	al := a.base.ends[node][0]
	return al.actor != nobody && a.base.entries[al.actor].kind == Person && !al.surname && a.attr(first)&isFirst != 0
}

// minCompound is the length from which an organisation's name is looked for at
// the beginning of a solid compound, in bytes.
const minCompound = 5

// matchSolid finds organisations in solid compounds with a noun of office:
// Kremlsprecher, Bundestagsabgeordnete.
func (a *article) matchSolid(i int) {
	w := a.text(i)
	for _, head := range [...]string{"chef", "sprecher", "präsident", "vizepräsident", "abgeordnete", "mitglied", "fraktion",
		"vize", "soldat", "kämpfer", "minister", "richter", "mitarbeiter", "verwaltung", "debatte", "sitzung"} {
		k := lastBefore(w, head, maxSolidEnding)
		if k < minCompound {
			continue
		}
		stem := w[:k]
		actor, ok := a.base.parts[stem]
		if !ok {
			stem = strings.TrimSuffix(stem, "s")
			actor, ok = a.base.parts[stem]
		}
		if ok {
			a.addHit(hit{first: int32(i), last: int32(i), actor: a.findKnown(actor), source: Known, rule: Compound, length: int32(len(w) - len(stem))})
			return
		}
	}
}

// maxSolidEnding is the length of the longest ending of a noun of office, in
// bytes: Abgeordneten, Sprecherin.
const maxSolidEnding = 3

// lastBefore gives the last place in a word at which a part begins that is
// followed by an ending of at most so many bytes, -1 if there is none.
func lastBefore(w, part string, ending int) int {
	for k := len(w) - len(part); k >= 0 && k >= len(w)-len(part)-ending; k-- {
		if w[k] == part[0] && strings.HasPrefix(w[k:], part) {
			return k
		}
	}
	return -1
}

// inCompound tells whether a hit is a part of a longer word with hyphens.
func (a *article) inCompound(h *hit) bool {
	return h.length > 2 || a.sep(int(h.first)) == sepHyphen || a.sep(int(h.last)+1) == sepHyphen || a.sep(int(h.last)+1) == sepCut
}
