package main

import (
	"maps"
	"slices"
	"strings"
)

// Limits of what is taken for the modifier of a noun that was not split.
const (
	inducedLetters = 4 // bytes of the modifier and of the head at least
	knownHead      = 8 // compounds that the head is seen in
	particleVerbs  = 3 // verbs with it make a word a particle: zusammen
	commonEnd      = 5 // words that end in the same three letters
)

// induce takes in the modifiers that the dictionary lacks: what stands before
// the well-known heads of nouns that were not split, of the same gender
// (Subduktion, online, Selter). Two heads at least have to agree on it.
func (l *learner) induce() {
	found, ends := map[string]int{}, l.ends()
	for _, form := range slices.Sorted(maps.Keys(l.words)) {
		r := l.base(form)
		if r == nil || r.category != noun || r.declined || !l.simple[form] || len(l.words[form]) > 1 {
			continue
		}
		x, h := l.candidate(form, r)
		switch {
		case x == "" || l.isParticle(x) || ends[x[len(x)-3:]] < commonEnd:
		case h.headCount >= knownHead && 2*h.ended <= h.headCount:
			found[x]++
		}
	}
	for x, n := range found {
		if n > 1 {
			lemma := x
			if stem, ok := strings.CutSuffix(x, "s"); ok && l.words[x] == nil && len(x) > inducedLetters+1 {
				lemma = stem
			}
			l.inventory.modifier(x, lemma, l.freqs.of(lemma), linkedPrior)
		}
	}
}

// candidate divides a noun before the longest noun that may be its head.
func (l *learner) candidate(form string, r *reading) (modifier string, head *segment) {
	for at := 2; at+inducedLetters <= len(form); at++ {
		h := l.inventory[form[at:]]
		if h == nil || !h.head || l.isVerb(form[at:]) || !l.agrees(r, form[at:]) {
			continue
		}
		if at < inducedLetters {
			break
		}
		return form[:at], h
	}
	return "", nil
}

// isParticle says whether verbs are made with a word.
func (l *learner) isParticle(word string) bool {
	return l.particles[word] >= particleVerbs
}

// ends counts the last three bytes of lemmas.
func (l *learner) ends() map[string]int {
	n := map[string]int{}
	for form := range l.words {
		if len(form) > 3 && l.base(form) != nil {
			n[form[len(form)-3:]]++
		}
	}
	return n
}

// verbParticles counts for each beginning of a verb the verbs that go on with
// another.
func verbParticles(words dictionary) map[string]int {
	isVerb := func(form string) bool {
		return slices.ContainsFunc(words[form], func(r reading) bool { return r.category == verb && r.base && r.lemma == form })
	}
	n := map[string]int{}
	for form := range words {
		if !isVerb(form) {
			continue
		}
		for at := 2; at+inducedLetters <= len(form); at++ {
			if isVerb(form[at:]) {
				n[form[:at]]++
			}
		}
	}
	return n
}
