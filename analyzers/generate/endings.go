package main

import (
	"maps"
	"slices"
	"strings"

	"presseschau/analyzers/internal/lexicon"
)

// Limits of the rules for unknown words.
const (
	maxEnding      = 7    // bytes of an ending
	minSupport     = 5    // forms with the ending
	nounAgreement  = 0.75 // share of them that have the same rule: a name must not be cut
	otherAgreement = 0.3  // for words that are no nouns
)

// endings gives a trie from endings, read backwards, to the rule that most
// forms with that ending follow. An ending is left out if a shorter one says
// the same; where less than the given share of them agree, the rule changes
// nothing.
func (t *tables) endings(forms []string, agreement float64, lemma func(form string) (string, bool)) (*lexicon.Builder, error) {
	votes := map[string]map[int]int{"": {}}
	for _, form := range forms {
		l, ok := lemma(form)
		if !ok || l == "" {
			continue
		}
		rule := t.rule(form, l)
		if r := t.ruleList[rule]; r.Infix > 0 || r.Cut > maxEnding || !plainEnding(r.Add) {
			continue
		}
		for n := 1; n <= maxEnding && n < len(form); n++ {
			ending := backwards(form, n)
			if votes[ending] == nil {
				votes[ending] = map[int]int{}
			}
			votes[ending][rule]++
		}
	}
	keep := t.rule("a", "a")
	decided := map[string]int{}
	b := lexicon.NewBuilder()
	for _, ending := range slices.Sorted(maps.Keys(votes)) {
		before := keep
		if ending != "" {
			before = decided[ending[:len(ending)-1]]
		}
		decided[ending] = t.decide(votes[ending], agreement, before, keep, len(ending))
		if decided[ending] == before {
			continue
		}
		if err := b.Add(ending, uint32(decided[ending]+1)); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// plainEnding says whether what a rule adds is an ending and no more: a word
// that the lexicon does not have keeps its vowels.
func plainEnding(add string) bool { return len(add) <= 3 && len([]rune(add)) == len(add) }

// decide gives the rule of an ending by the votes of the forms that have it.
func (t *tables) decide(votes map[int]int, agreement float64, before, keep, length int) int {
	total, best := 0, keep
	for _, rule := range slices.Sorted(maps.Keys(votes)) {
		total += votes[rule]
		if votes[rule] > votes[best] {
			best = rule
		}
	}
	switch {
	case total < minSupport:
		return before
	case float64(votes[best]) < agreement*float64(total) || t.ruleList[best].Cut > length:
		return keep
	}
	return best
}

// backwards gives the last n bytes of a form, the last one first.
func backwards(form string, n int) string {
	b := []byte(form[len(form)-n:])
	slices.Reverse(b)
	return string(b)
}

// completeSuperlatives adds the stem of the superlative, "schönst", which the
// dictionary lacks.
func completeSuperlatives(words dictionary) {
	stems := map[string]string{}
	for _, form := range slices.Sorted(maps.Keys(words)) {
		stem, ok := strings.CutSuffix(form, "e")
		if !ok || !strings.HasSuffix(stem, "st") || words[stem] != nil {
			continue
		}
		for _, r := range words[form] {
			if r.category == adjective && r.lemma != stem {
				stems[stem] = r.lemma
			}
		}
	}
	for stem, lemma := range stems {
		words[stem] = append(words[stem], reading{lemma: lemma, category: adjective})
	}
}

// completeAgents adds nouns of verbs that occur as heads only: Nehmer, Legung.
func completeAgents(words dictionary, freqs frequencies) {
	for _, infinitive := range slices.Sorted(maps.Keys(words)) {
		stem, ok := strings.CutSuffix(infinitive, "en")
		if !ok || freqs.of(infinitive) < agentFrequency || len(stem) < 3 ||
			!slices.ContainsFunc(words[infinitive], func(r reading) bool { return r.base && r.category == verb }) {
			continue
		}
		words.addNoun(stem+"ung", feminine, "", "en")
		if len(stem) > 3 {
			words.addNoun(stem+"er", masculine, "", "s", "n")
		}
	}
}

// agentFrequency is how frequent a verb is whose nouns are added.
const agentFrequency = -550

// addNoun adds a noun with its endings unless the dictionary has it.
func (d dictionary) addNoun(lemma string, g gender, endings ...string) {
	if slices.ContainsFunc(d[lemma], func(r reading) bool { return r.category == noun }) {
		return
	}
	for _, ending := range endings {
		d[lemma+ending] = append(d[lemma+ending], reading{lemma: lemma, category: noun, genders: g, base: ending == "", agent: true})
	}
}

// completeParticiples gives verbs their present participle, and all participles
// their declined forms, where the dictionary lacks them.
func completeParticiples(words dictionary) {
	var lemmas []string
	for _, form := range slices.Sorted(maps.Keys(words)) {
		for _, r := range words[form] {
			if r.category == verb && r.base && r.lemma == form {
				words.addPresent(form)
				lemmas = append(lemmas, form+"d")
			}
			if r.category == verb && r.second || r.category == participle && r.lemma == form {
				lemmas = append(lemmas, form)
			}
		}
	}
	slices.Sort(lemmas)
	for _, lemma := range slices.Compact(lemmas) {
		for _, ending := range declensions() {
			form := lemma + ending
			if !slices.ContainsFunc(words[form], func(r reading) bool { return r.category == participle || r.category == adjective }) {
				words[form] = append(words[form], reading{lemma: lemma, category: participle})
			}
		}
	}
}

// addPresent adds the present participle of a verb unless the dictionary has it.
func (d dictionary) addPresent(infinitive string) {
	form := infinitive + "d"
	if !slices.ContainsFunc(d[form], func(r reading) bool { return r.category == verb }) {
		d[form] = append(d[form], reading{lemma: infinitive, category: verb, present: true})
	}
}
