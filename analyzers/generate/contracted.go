package main

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// completeContracted gives verbs the forms without an e that the dictionary
// lacks: gäbst and gäbt, gehn and gesehn.
func completeContracted(words dictionary) {
	for _, form := range slices.Sorted(maps.Keys(words)) {
		for _, r := range words[form] {
			if r.category != verb {
				continue
			}
			short := contracted(form)
			if short == "" || words[short] != nil && !slices.ContainsFunc(words[short], func(r reading) bool { return r.added }) {
				continue
			}
			r.base, r.added = false, true
			words[short] = append(words[short], r)
		}
	}
}

// contracted gives a form of a verb without the e that may be left out, or "".
func contracted(form string) string {
	for _, ending := range []string{"est", "et"} {
		stem, ok := strings.CutSuffix(form, ending)
		if ok && len(stem) > 2 && !strings.ContainsAny(stem[len(stem)-1:], "tdsxz") {
			return stem + ending[1:]
		}
	}
	if stem, ok := strings.CutSuffix(form, "en"); ok && endsInVowel(strings.TrimSuffix(stem, "h")) {
		return stem + "n"
	}
	return ""
}

func endsInVowel(word string) bool {
	r, _ := utf8.DecodeLastRuneInString(word)
	return strings.ContainsRune("aeiouäöü", r)
}
