package main

import (
	"slices"

	"presseschau/analyzers/internal/compound"
)

// prune drops the forms of compounds that only the table of nouns has, where
// the analyzer finds their parts and their lemma without them.
func (l *learner) prune(choices map[string]choice) {
	s, table := &compound.Splitter{Lexicon: l.lexicon}, &compound.Table{}
	for form, ch := range choices { // each form on its own: the order is free
		if !l.onlyExtra(form) || ch.flags != 0 || ch.lower != "" || ch.upperWeak != "" {
			continue
		}
		known, _ := s.Split(table, compound.Word{Form: []byte(form), Entry: l.lexicon.Find([]byte(form)), Case: compound.Upper})
		known = slices.Clone(known)
		alone, _ := s.Split(table, compound.Word{Form: []byte(form), Case: compound.Upper})
		if len(known) == 0 || !slices.Equal(known, alone) {
			continue
		}
		at := known[len(known)-1]
		if head := form[at:]; !l.onlyExtra(head) && form[:at]+choices[head].upper == ch.upper {
			delete(choices, form)
		}
	}
}

// onlyExtra says whether a form comes from the table of nouns alone.
func (l *learner) onlyExtra(form string) bool {
	return !slices.ContainsFunc(l.words[form], func(r reading) bool { return !r.extra })
}
