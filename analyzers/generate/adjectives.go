package main

import (
	"maps"
	"slices"
	"strings"
)

// completeAdjectives adds adjectives that the dictionary lacks and the
// frequency list shows in their declined forms: allergisch, überschaubar.
func completeAdjectives(words dictionary, freqs frequencies) {
	for _, base := range slices.Sorted(maps.Keys(freqs)) {
		if words[base] != nil || len(base) < minAdjective || !plain(base) || !isDeclined(base, freqs) {
			continue
		}
		for _, ending := range append(declensions(), "") {
			words[base+ending] = append(words[base+ending], reading{lemma: base, category: adjective})
		}
	}
}

// minAdjective is how many bytes an adjective has that is added.
const minAdjective = 5

// isDeclined says whether a word occurs as only adjectives do: with all of
// their endings, or with enough of them behind a suffix that makes adjectives.
func isDeclined(base string, freqs frequencies) bool {
	has := func(ending string) bool { _, ok := freqs[base+ending]; return ok }
	if !has("e") || !has("en") {
		return false
	}
	if has("em") && has("er") && has("es") {
		return true
	}
	for _, suffix := range []string{"isch", "lich", "ig", "bar", "sam", "haft", "los", "iv", "ell", "ös", "ibel", "mässig"} {
		if strings.HasSuffix(base, suffix) {
			return has("em") || has("er") && has("es")
		}
	}
	return false
}

// independent are comparatives and superlatives that have become words of
// their own: weitere Maßnahmen do not go further, die nächste Wahl is not near.
func independent() map[string]string {
	return map[string]string{"weiter": "weiter", "nächst": "nächste"}
}

// freeIndependent gives these words a lemma of their own.
func freeIndependent(words dictionary) {
	for stem, lemma := range independent() {
		for _, ending := range append(declensions(), "") {
			form := stem + ending
			words[form] = slices.DeleteFunc(words[form], func(r reading) bool { return r.category == adjective })
			words[form] = append(words[form], reading{lemma: lemma, category: adjective})
		}
	}
	for i, r := range words["daten"] { // data are more than the plural of a date
		if r.lemma == "datum" {
			words["daten"][i].lemma, words["daten"][i].base = "daten", true
		}
	}
}
