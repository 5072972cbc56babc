package main

import (
	"maps"
	"math"
	"slices"
	"strings"
)

// segment is a string that may be part of a compound.
type segment struct {
	lemma          string  // of the string as a modifier, "" if it is none
	weight         int     // frequency of that lemma
	modifier, head bool    //
	modPrior       float64 // counts before anything was seen
	headPrior      float64
	modCount       float64
	headCount      float64
	begun, ended   float64 // words that are no compounds and begin or end so
	agreeing       float64 // nouns among the latter, of the gender that they had as a head
	headLemma      string
}

// inventory holds the segments by their surface form.
type inventory map[string]*segment

// Priors of segments, in types: how many compounds we suppose to have seen.
const (
	linkedPrior   = 0.15 // a form with a linking element that the noun often takes
	barePrior     = 0.15
	stemPrior     = 0.04 // of a verb
	oddPrior      = 0.03
	namePrior     = 0.02
	prefixPrior   = 20
	headPrior     = 0.2
	adjPrior      = 0.02
	nameHeadPrior = 0.1 // Südafrika
)

// newInventory collects all modifiers and heads that the dictionary offers.
func newInventory(words dictionary, freqs frequencies, particles map[string]int) inventory {
	inv := make(inventory, len(words))
	for _, form := range slices.Sorted(maps.Keys(words)) {
		for _, r := range words[form] {
			if !r.person {
				inv.addHead(form, r)
			}
			if !r.person || !r.extra { // rare ones make surnames rather: Thielemann
				inv.addModifiers(form, r, freqs)
			}
		}
	}
	inv.dropClosed(words, particles)
	for _, p := range prefixes() {
		inv.modifier(p, p, 0, prefixPrior)
	}
	return inv
}

// dropClosed takes out the modifiers that are rather prepositions, articles
// or particles of verbs: unter, ein, zurück. A noun of that form stays: Kraft; but das Aus, which
// only the table of nouns has, does not.
func (inv inventory) dropClosed(words dictionary, particles map[string]int) {
	for form, s := range inv {
		closed, isNoun := false, false
		for _, r := range words[form] {
			isParticle := r.category >= adverb && particles[form] >= particleVerbs && !words.isAdjective(form)
			closed = closed || r.category == function || isParticle
			isNoun = isNoun || r.category == noun && r.lemma == form && !r.extra && (r.genders&feminine != 0 || words.hasGenitive(form))
		}
		if closed && !isNoun && s.lemma+"s" != form {
			s.modifier = false
		}
	}
}

// hasGenitive says whether a noun has forms in -s; das Zurück has none.
func (d dictionary) hasGenitive(lemma string) bool {
	isForm := func(r reading) bool { return r.lemma == lemma }
	return slices.ContainsFunc(d[lemma+"s"], isForm) || slices.ContainsFunc(d[lemma+"es"], isForm)
}

func (inv inventory) get(form string) *segment {
	s := inv[form]
	if s == nil {
		s = &segment{}
		inv[form] = s
	}
	return s
}

func (inv inventory) addHead(form string, r reading) {
	prior := 0.0
	switch {
	case slices.Contains(suffixes(), r.lemma) && !strings.HasPrefix(form, "eier"), isSuffix(form) && r.base == (r.declined || r.category != noun):
	case r.agent:
		prior = adjPrior
	case r.category == noun && letters(form) >= 3, form == "öl":
		prior = headPrior
	case r.category == adjective && letters(form) >= 4:
		prior = adjPrior
	case r.category == name && letters(form) >= 5:
		prior = nameHeadPrior
	}
	if prior == 0 {
		return
	}
	s := inv.get(form)
	if prior > s.headPrior {
		s.head, s.headPrior, s.headLemma = true, prior, r.lemma
	}
}

func (inv inventory) addModifiers(form string, r reading, freqs frequencies) {
	f := freqs.of(r.lemma)
	if letters(r.lemma) < 3 && r.lemma != "öl" {
		return
	}
	if r.agent {
		return
	}
	switch r.category {
	case noun:
		if r.base && form == r.lemma {
			inv.addNoun(form, f)
		} else if r.plural {
			inv.modifier(form, r.lemma, f, linkedPrior)
		}
	case verb:
		if slices.Contains(auxiliaries(), r.lemma) {
			return
		}
		if stem, ok := strings.CutSuffix(form, "en"); ok && r.base && form == r.lemma && letters(stem) >= 3 {
			inv.modifier(stem, form, f, stemPrior)
			inv.modifier(stem+"e", form, f, oddPrior)
			if last := len(stem) - 1; strings.ContainsRune("mn", rune(stem[last])) && strings.ContainsRune("tdghkf", rune(stem[last-1])) {
				inv.modifier(stem[:last]+"e"+stem[last:], form, f, stemPrior) // Atem-, Rechen-
			}
		} else if stem, ok := strings.CutSuffix(form, "n"); ok && r.base && form == r.lemma && letters(stem) >= 4 {
			inv.modifier(stem, form, f, stemPrior)
		}
	case adjective:
		if form == r.lemma {
			inv.modifier(form, form, f, stemPrior)
		}
	case name:
		if r.base && form == r.lemma && letters(form) >= 4 {
			inv.modifier(form, form, f, namePrior)
		}
	}
}

// addNoun adds what a noun may look like before another.
func (inv inventory) addNoun(lemma string, f int) {
	bare := barePrior
	for _, ending := range []string{"ung", "heit", "keit", "schaft", "ion", "tät", "ling", "tum"} {
		if strings.HasSuffix(lemma, ending) {
			bare = oddPrior / 10
		}
	}
	inv.modifier(lemma, lemma, f, bare)
	if !strings.HasSuffix(lemma, "s") {
		inv.modifier(lemma+"s", lemma, f, linkedPrior)
	}
	inv.modifier(lemma+"es", lemma, f, oddPrior)
	inv.modifier(lemma+"en", lemma, f, oddPrior)
	if stem, ok := strings.CutSuffix(lemma, "e"); ok {
		inv.modifier(lemma+"n", lemma, f, oddPrior)
		inv.modifier(lemma+"ns", lemma, f, oddPrior)
		if letters(stem) >= 3 && stem != "ent" { // Entwurf has no Ente
			inv.modifier(stem, lemma, f, oddPrior)
			inv.modifier(stem+"s", lemma, f, oddPrior)
		}
	}
}

// modifier notes that form stands for lemma in front of a compound; the more
// frequent of several lemmas stays.
func (inv inventory) modifier(form, lemma string, f int, prior float64) {
	// A frequent noun is the likelier modifier: from 1 at 10^-4 to 0 at 10^-8.
	scale := math.Min(1, math.Max(0.05, float64(f+800)/400))
	prior *= scale
	s := inv.get(form)
	if s.modifier && (s.modPrior > prior || s.modPrior == prior && s.lemma <= lemma) {
		return
	}
	s.modifier, s.lemma, s.modPrior, s.weight = true, lemma, prior, f
}

// directions are the first parts that names are opened behind: Nordkorea, but
// not Deutschland.
func directions() []string {
	return strings.Fields("nord süd ost west nordost nordwest südost südwest mittel ober unter nieder neu alt gross")
}

// prefixes are first parts that the dictionary does not have as words, or
// whose meaning as a first part is another.
func prefixes() []string {
	return strings.Fields(`haupt ober aussen innen nord süd ost west mittel sonder gegen zwischen vize bio öko
		euro mini multi super mega ultra elektro thermo chemo geo psycho neuro agrar audio video tele mikro makro
		nano pseudo anti hydro petro narko ethno turbo mono aero astro foto kardio immun infra inter trans meta
		nordost nordwest südost südwest gross neu alt jung hoch tief nah fern rück selbst nicht nieder einzel
		gesamt wieder neben hinter binnen`)
}

// auxiliaries are verbs that make no compounds.
func auxiliaries() []string {
	return []string{"haben", "sein", "werden", "müssen", "können", "sollen", "wollen", "dürfen", "mögen"}
}

// suffixes are nouns that as the end of a word are rather a suffix.
func suffixes() []string {
	return strings.Fields(`schaft schafte heit keit tum ung ling ion ei tät nis chen lein enz anz ist ismus gen hausen arier bar sam erweis nisch`)
}

// isSuffix says whether a form is rather a declined suffix of adjectives, as
// in greifbarer and schlemmerhaften.
func isSuffix(form string) bool {
	for _, suffix := range []string{"bar", "sam", "haft", "lich", "isch", "ig"} {
		ending, ok := strings.CutPrefix(form, suffix)
		ending = strings.TrimPrefix(strings.TrimPrefix(ending, "er"), "st")
		if ok && ending != "" && slices.Contains(declensions(), ending) {
			return true
		}
	}
	return false
}

// count replaces the counts by those of the given compounds; the last part of
// each is its head.
func (inv inventory) count(compounds [][]string) {
	modifiers, heads := map[string]float64{}, map[string]float64{}
	for _, parts := range compounds {
		last := len(parts) - 1
		for _, p := range parts[:last] {
			modifiers[p]++
		}
		if s := inv[parts[last]]; s != nil {
			heads[s.headLemma]++
		}
	}
	for form, s := range inv {
		s.modCount, s.headCount = modifiers[form], heads[s.headLemma]
	}
}

func letters(word string) int { return len([]rune(word)) }
