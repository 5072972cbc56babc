package main

import (
	"strings"

	"presseschau/analyzers/internal/lexicon"
)

// Marks behind the lemmas of words that are spelt like a noun or name.
const (
	verbMark      = string(lexicon.Mark) + "v"
	adjectiveMark = string(lexicon.Mark) + "a"
)

// markHomographs tells verbs and adjectives apart from nouns and names with
// the same lemma: unternehmen/v from Unternehmen, kurz/a from Kurz. A noun
// that is no more than the infinitive (das Wandern) shares its verb's lemma.
func markHomographs(choices map[string]choice) {
	marks := homographs(choices)
	for form, ch := range choices {
		if ch.nominal && ch.upper == ch.lower {
			ch.upper += marks[ch.upper]
		}
		ch.lower += marks[ch.lower]
		ch.lowerWeak += marks[ch.lowerWeak]
		choices[form] = ch
	}
}

// homographs gives the lemmas to be marked, with their marks.
func homographs(choices map[string]choice) map[string]string {
	marks := map[string]string{}
	for _, ch := range choices {
		base := choices[ch.upper]
		if ch.upper == "" || ch.nominal || base.lower != ch.upper {
			continue
		}
		switch base.class {
		case verb:
			marks[ch.upper] = verbMark
		case adjective, participle:
			marks[ch.upper] = adjectiveMark
		}
	}
	return marks
}

// unmarked gives a lemma without its mark.
func unmarked(lemma string) string {
	lemma, _, _ = strings.Cut(lemma, string(lexicon.Mark))
	return lemma
}
