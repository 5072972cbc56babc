package main

import (
	"maps"
	"slices"
	"strings"

	"presseschau/analyzers/internal/lexicon"
)

// nominalise gives all forms of a noun declined like an adjective one lemma:
// a Grüner, the Grünen, Vorsitzende and Vorsitzender. The dictionary has some
// of them as lemmas of their own, or takes them for neuters (das Linken).
// Where the form is rather of another noun (Reiche, of Reich), the declined
// one becomes the related word.
func (c *chooser) nominalise(form string, ch *choice, upper *reading) {
	lemma := c.nominal(form)
	switch {
	case lemma == "" || upper != nil && upper.lemma == lemma:
	case upper == nil, upper.category == name, upper.lemma == form && strings.HasSuffix(form, "en"), upper.declined,
		upper.lemma == lemma+"r" && !upper.plural:
		ch.upper = lemma
		ch.flags &^= lexicon.Name
	case upper.lemma != form:
		ch.upperWeak = lemma
	}
	if lemma != "" && ch.upper == lemma {
		ch.upperWeak = c.adjectiveOf(form)
		if c.undeclined(lemma) {
			ch.upperWeak = "" // the noun has gone its own way: Grüne, Linke
		}
	}
}

// undeclined says whether the dictionary has a word as an ordinary noun too.
func (c *chooser) undeclined(lemma string) bool {
	return slices.ContainsFunc(c.words[lemma], func(r reading) bool {
		return r.category == noun && r.lemma == lemma && !r.declined
	})
}

// nominal gives the noun in -e (Grüne) that is a form of the adjective which
// form may be of too, "" if there is none.
func (c *chooser) nominal(form string) string {
	for _, ending := range declensions() {
		stem, ok := strings.CutSuffix(form, ending)
		if !ok || c.adjectiveOf(stem+"em") == "" || c.adjectiveOf(form) == "" {
			continue
		}
		for _, r := range c.words[stem+"e"] {
			if r.category == noun && r.lemma == stem+"e" && r.genders&masculine != 0 {
				return r.lemma
			}
		}
	}
	return ""
}

// adjectiveOf gives the adjective that a form of a noun like Europäische is
// made from.
func (c *chooser) adjectiveOf(form string) string {
	for _, r := range c.words[form] {
		if r.category == adjective || r.category == participle {
			return r.lemma
		}
	}
	return ""
}

// declensions are the endings of adjectives; a noun declined like one has
// them all.
func declensions() []string { return []string{"e", "en", "em", "er", "es"} }

// completeDeclined gives nouns like Angestellte the forms with "ein" and
// "kein" that the dictionary lists only as participles.
func completeDeclined(words dictionary) {
	var lemmas []reading
	for _, form := range slices.Sorted(maps.Keys(words)) {
		for _, r := range words[form] {
			if r.declined && r.base && r.lemma == form && strings.HasSuffix(form, "e") {
				lemmas = append(lemmas, r)
			}
		}
	}
	for _, r := range lemmas {
		for _, ending := range declensions() {
			form := strings.TrimSuffix(r.lemma, "e") + ending
			known := false
			for _, old := range words[form] {
				known = known || old.category == noun
			}
			if !known {
				words[form] = append(words[form], reading{lemma: r.lemma, category: noun, genders: r.genders, declined: true})
			}
		}
	}
}
