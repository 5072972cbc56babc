package main

import (
	"strings"

	"presseschau/analyzers/internal/compound"
	"presseschau/analyzers/internal/lexicon"
)

// names gives entries to words of the frequency list that are no compounds:
// genitives of names and plurals in -s, where the word without it is more
// frequent, and foreign words that look like a compound.
func (l *learner) names(choices map[string]choice) {
	s, table := &compound.Splitter{Lexicon: l.lexicon}, &compound.Table{}
	heads := l.nameHeads()
	for form := range l.closed {
		if l.words[form] == nil {
			choices[form] = choice{upper: form, flags: lexicon.Name | lexicon.Simple}
			choices[form+"s"] = choice{upper: form, flags: lexicon.Name | lexicon.Simple}
		}
	}
	for form, f := range l.freqs { // each form on its own: the order is free
		if f < nameFrequency || len(form) < minName || !plain(form) || l.words[form] != nil || l.closed[form] || l.closed[strings.TrimSuffix(form, "s")] {
			continue
		}
		cuts, _ := s.Split(table, compound.Word{Form: []byte(form), Case: compound.Upper})
		if len(cuts) > 0 && !l.foreign(form) && !(f >= uninflectedFrequency && l.isUninflected(form, cuts, heads)) {
			continue
		}
		stem, genitive := strings.CutSuffix(form, "s")
		genitive = genitive && l.words[stem] == nil && l.freqs.of(stem) > f+genitiveMargin && !strings.HasSuffix(stem, "s")
		switch {
		case genitive:
			choices[form] = choice{upper: stem, flags: lexicon.Name | lexicon.Simple}
		case len(cuts) > 0 || strings.HasSuffix(form, "s"):
			choices[form] = choice{upper: form, flags: lexicon.Name | lexicon.Simple}
		}
	}
}

// Limits of names.
const (
	nameFrequency  = -780 // hundredths of log10
	genitiveMargin = 15   // so much more frequent is the name without -s
	minName        = 5    // bytes

	uninflectedFrequency = -700 // so frequent a compound occurs in other forms too
	nameHeadNames        = 8    // surnames that end in what is rather the end of a name
	surnameWeight        = 5    // for how many of them counts that it is a surname itself
)

// nameHeads gives, for each head that surnames end in or that is one, the
// other forms of its lemma, without genitives: mann has männer.
func (l *learner) nameHeads() map[string][]string {
	names := map[string]int{}
	for form := range l.words {
		if r := l.base(form); r == nil || !r.person {
			continue
		}
		for at := 0; at+minLetters <= len(form); at++ {
			names[form[at:]]++
			if at == 0 {
				names[form] += surnameWeight - 1
			}
		}
	}
	forms := map[string][]string{}
	for form, s := range l.inventory {
		if s.head {
			forms[s.headLemma] = append(forms[s.headLemma], form)
		}
	}
	heads := map[string][]string{}
	for form, n := range names {
		if s := l.inventory[form]; s != nil && s.head && n >= nameHeadNames && (form == "burg" || !l.isFeminine(form)) {
			heads[form] = forms[s.headLemma]
		}
	}
	return heads
}

// isFeminine says whether a noun is feminine only; but for -burg, surnames do
// not end so.
func (l *learner) isFeminine(form string) bool {
	r := l.base(form)
	return r != nil && r.genders == feminine
}

// isUninflected says whether a word that ends like a name is in the frequency
// list with no ending but -s: a Kameramann has Kameramänner, Nagelsmann none.
func (l *learner) isUninflected(form string, cuts []int, heads map[string][]string) bool {
	at := cuts[len(cuts)-1]
	head := form[at:]
	forms, ok := heads[head]
	for _, f := range forms {
		if _, known := l.freqs[form[:at]+f]; known && f != head && strings.TrimSuffix(f, "s") != head {
			return false
		}
	}
	return ok
}

// completeInhabitants gives places their inhabitants, Salzburger, which look
// like compounds.
func completeInhabitants(words dictionary) {
	var places []string
	for form, readings := range words {
		for _, r := range readings {
			if r.category == name && r.base && !r.person && r.lemma == form && len(form) >= minName {
				places = append(places, form)
			}
		}
	}
	for _, place := range places {
		lemma := strings.TrimSuffix(place, "e") + "er"
		if words[lemma] != nil {
			continue
		}
		for _, ending := range []string{"", "s", "n"} {
			words[lemma+ending] = append(words[lemma+ending],
				reading{lemma: lemma, category: name, genders: masculine, base: ending == "", extra: true, person: true})
		}
	}
}
