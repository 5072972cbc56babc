package main

import (
	"maps"
	"slices"
	"strings"
)

// completeOldSpelling adds words with three equal consonants as they were
// written until 1996, with two: Schiffahrt.
func completeOldSpelling(words dictionary) {
	for _, form := range slices.Sorted(maps.Keys(words)) {
		if old := withoutTriple(form); old != "" && words[old] == nil {
			words[old] = slices.Clone(words[form])
		}
	}
}

// withoutTriple gives a form with the first of three equal consonants before a
// vowel left out, or "".
func withoutTriple(form string) string {
	for i := 0; i+3 < len(form); i++ {
		if c := form[i]; strings.IndexByte("bdfgklmnprt", c) >= 0 && form[i+1] == c && form[i+2] == c &&
			strings.IndexByte("aeiou", form[i+3]) >= 0 {
			return form[:i] + form[i+1:]
		}
	}
	return ""
}

// respellings are parts of words that have two spellings, the newer one last.
func respellings() [][2]string {
	return [][2]string{{"graph", "graf"}, {"phot", "fot"}, {"phon", "fon"}, {"phant", "fant"}, {"delph", "delf"},
		{"tial", "zial"}, {"tiell", "ziell"}}
}

// unifySpellings gives words with two spellings the lemma of the newer one,
// where the dictionary has both: Photograph and Fotograf, Potential and
// Potenzial. Short words are left: a Graph is no Graf.
func unifySpellings(words dictionary) {
	lemmas := map[string]string{}
	for form := range words {
		if len(form) < minRespelled || !words.isLemma(form) {
			continue
		}
		if old := withoutTriple(form); old != "" && words.isLemma(old) {
			lemmas[old] = form
		}
		newer := form
		for _, pair := range respellings() {
			newer = strings.ReplaceAll(newer, pair[0], pair[1])
		}
		if newer != form && words.isLemma(newer) {
			lemmas[form] = newer
		}
	}
	for _, readings := range words {
		for i := range readings {
			if newer, ok := lemmas[readings[i].lemma]; ok {
				readings[i].lemma = newer
			}
		}
	}
}

// minRespelled is how many bytes a word with two spellings has.
const minRespelled = 7

func (d dictionary) isLemma(form string) bool {
	return slices.ContainsFunc(d[form], func(r reading) bool { return r.lemma == form })
}
