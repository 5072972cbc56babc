package actors

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// findInstitution finds names of an adjective and a noun: the Atlantische
// Akademie, the Kasachische Katastrophenministerium. A capital adjective in the
// middle of a sentence makes a proper name of any body; a small one, that of a
// country or Land, only of an authority. Later in the article the noun alone
// means the same.
func (a *article) findInstitution(i int) bool {
	if a.sep(i) != sepSpace || i == 0 || a.hitAt(i-1) != nil {
		return false
	}
	stem, ok := adjectiveOf(a.text(i - 1))
	if !ok {
		return false
	}
	noun := a.text(i)
	ending, ok := bodyEnding(noun)
	if !ok {
		return false
	}
	proper := a.toks[i-1].shape == title && a.sep(i-1) == sepSpace && i > 1 && a.toks[i-2].shape == lower
	if !proper && !isAuthority(noun) {
		return false
	}
	last := i
	for a.sep(last+1).link() == linkJoin && a.isPlaceName(last+1) {
		last++
	}
	last = a.institutionEnd(last)
	r, n := utf8.DecodeRuneInString(stem)
	name := string(unicode.ToUpper(r)) + stem[n:] + ending + " " + nominative(noun, ending)
	if last > i {
		name += a.sections[a.toks[i].section].Text[a.toks[i].end:a.toks[last].end]
	}
	found := a.findNew(Org, name)
	a.addHit(hit{first: int32(i - 1), last: int32(last), actor: found, source: Pattern, rule: Institution})
	a.markFull(found, i-1, last)
	a.bind(nominative(noun, ending), found)
	return true
}

// institutionEnd takes in what belongs to an institution's name behind its
// noun: its task (für Virologie), or one more noun (Stiftung Patientenschutz).
func (a *article) institutionEnd(last int) int {
	k := last + 1
	if a.sep(k) != sepSpace {
		return last
	}
	if w := a.text(k); w == "für" || w == "zur" || (w == "der" || w == "des") && learned(a.text(last)) {
		if end := a.taskEnd(k); end > k {
			return end
		}
		return last
	}
	if a.capital(k) && a.hitAt(k) == nil && a.unlisted(k) && a.toks[last].shape == title && a.sep(k+1) != sepHyphen {
		return k
	}
	return last
}

// learned tells nouns of bodies that are named after what they are of.
func learned(noun string) bool {
	for _, head := range [...]string{"kademie", "Rat", "erband", "ereinigung", "ommission", "taatsministerium"} {
		if strings.HasSuffix(noun, head) {
			return true
		}
	}
	return false
}

// isPlaceName tells whether token i is a city or Land, or a part of one's name.
func (a *article) isPlaceName(i int) bool {
	h := a.hitAt(i)
	return a.attr(i)&isPlace != 0 || h != nil && h.actor == blocked
}

// isPlaceHit tells whether a hit is a state or a phrase that is no actor, most
// of which are places.
func (a *article) isPlaceHit(h *hit) bool {
	return a.isKind(h, State) || h != nil && h.actor == blocked
}

// adjectiveOf cuts the ending off an adjective such as "kasachische".
func adjectiveOf(w string) (string, bool) {
	if !strings.Contains(w, "sche") && !strings.Contains(w, "eutsche") && !strings.Contains(w, "onal") && !strings.Contains(w, "aatlich") {
		return "", false
	}
	for _, ending := range [...]string{"e", "er", "es", "en", "em"} {
		stem, ok := strings.CutSuffix(w, ending)
		if ok && (stem == "National" || stem == "International" || stem == "Staatlich") {
			return stem, true
		}
		if ok && (strings.HasSuffix(stem, "isch") || strings.HasSuffix(strings.ToLower(stem), "deutsch")) {
			return stem, len(stem) > len("isch")
		}
	}
	return "", false
}

// bodyEnding gives the ending that an adjective has before a noun that names a
// body, in the nominative: it follows the noun's gender.
func bodyEnding(noun string) (string, bool) {
	noun = strings.ToLower(noun)
	for _, class := range [...]struct {
		ending string
		heads  []string
	}{
		{"e", []string{"akademie", "gesellschaft", "partei", "bank", "kammer", "hochschule", "universität", "agentur",
			"stiftung", "vereinigung", "behörde", "staatsanwaltschaft", "kommission", "bahn", "post", "zeitung", "allianz"}},
		{"es", []string{"institut", "zentrum", "amt", "ministerium", "gericht", "komitee", "orchester", "instituts",
			"zentrums", "amtes", "amts", "ministeriums", "gerichts", "rotes kreuz"}},
		{"er", []string{"verband", "verein", "rat", "rundfunk", "gerichtshof", "verbands", "verbandes", "vereins",
			"gerichtshofs", "jugendring", "bauernbund"}},
	} {
		for _, head := range class.heads {
			if strings.HasSuffix(noun, head) {
				return class.ending, true
			}
		}
	}
	return "", false
}

// allianceEnding is bodyEnding for nouns that are too common to make a name of
// any adjective before them.
func allianceEnding(noun string) (string, bool) {
	noun = strings.TrimSuffix(strings.ToLower(noun), "s")
	for _, head := range [...]string{"bund", "bunde", "club", "klub", "dienst", "fond"} {
		if strings.HasSuffix(noun, head) {
			return "er", true
		}
	}
	for _, head := range [...]string{"liga", "union", "kirche", "gemeinschaft", "gewerkschaft", "konferenz", "organisation"} {
		if strings.HasSuffix(noun, head) {
			return "e", true
		}
	}
	for _, head := range [...]string{"werk", "bündnis", "netzwerk", "forum", "kolleg"} {
		if strings.HasSuffix(noun, head) {
			return "es", true
		}
	}
	return "", false
}

// nominative takes the genitive ending off a noun whose adjective would end in
// ending: feminine nouns have none.
func nominative(noun, ending string) string {
	if ending == "e" || strings.HasSuffix(noun, "fonds") {
		return noun
	}
	for _, head := range [...]string{"amt", "verband", "rat", "bund"} {
		if base, ok := strings.CutSuffix(noun, "es"); ok && strings.HasSuffix(strings.ToLower(base), head) {
			return base
		}
	}
	return strings.TrimSuffix(noun, "s")
}

// isAuthority tells nouns that name an authority of which a country has one.
func isAuthority(noun string) bool {
	noun = strings.TrimSuffix(noun, "s")
	for _, head := range [...]string{"ministerium", "kriminalamt", "Generalstaatsanwaltschaft", "Zentralbank", "Notenbank",
		"Verfassungsgericht", "Verfassungsgerichtshof"} {
		if strings.HasSuffix(noun, head) {
			return len(noun) > len(head) || head[0] < 'a'
		}
	}
	return false
}
