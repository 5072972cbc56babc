package main

import (
	"fmt"
	"strings"

	"presseschau/analyzers/internal/lexicon"
)

// addOpaque takes in the opaque words that the dictionary lacks, inflected as
// their heads, and sets the flag of all.
func addOpaque(choices map[string]choice) error {
	heads := map[string][]string{} // lemma → forms
	for form, ch := range choices {
		heads[ch.upper] = append(heads[ch.upper], form)
	}
	for _, word := range listed(opaqueList) {
		modifier, head, divided := strings.Cut(word, "|")
		lemma := modifier + head
		if !divided || len(heads[lemma]) == 0 && len(heads[head]) == 0 {
			return fmt.Errorf("the opaque word %s has no | or an unknown head", word)
		}
		if len(heads[lemma]) == 0 {
			for _, form := range heads[head] {
				choices[modifier+form] = choice{upper: lemma, flags: lexicon.Opaque}
			}
			continue
		}
		for _, form := range heads[lemma] {
			ch := choices[form]
			ch.flags |= lexicon.Opaque
			choices[form] = ch
		}
	}
	return nil
}
