package main

import (
	"log/slog"
	"maps"
	"slices"
	"strings"

	"presseschau/analyzers/internal/compound"
	"presseschau/analyzers/internal/lexicon"
)

// rounds of learning; the costs hardly change afterwards.
const rounds = 4

// minLearned is how many letters a word has from which the costs are learned.
const minLearned = 7

// learner learns the costs of segments from the dictionary's nouns and the
// words of the frequency list, by splitting them with the present costs again
// and again (hard expectation maximisation).
type learner struct {
	words     dictionary
	freqs     frequencies
	english   frequencies
	inventory inventory
	lexicon   *lexicon.Lexicon // with the forms' entries
	simple    map[string]bool  // lemmas that are no compounds
	closed    map[string]bool  // lemmas that are known to be no compounds
	particles map[string]int   // beginnings of verbs, and how many verbs have them
	rare      map[string]bool  // compounds that are no segments of others
}

// learn sets the costs.
func (l *learner) learn() error {
	for round := range rounds {
		if round == rounds/2 {
			l.addUnits()
			l.induce()
		}
		if _, err := l.build(); err != nil {
			return err
		}
		compounds := l.split()
		slog.Info("learn", "compounds", len(compounds), "simple", len(l.simple))
		l.inventory.count(compounds)
		l.ambiguous()
	}
	_, err := l.build()
	return err
}

// build makes the trie of segments with the present costs.
func (l *learner) build() (*lexicon.Builder, error) { return l.finish(nil) }

// finish does so with the segments' lemmas, by the given rules.
func (l *learner) finish(rules *tables) (*lexicon.Builder, error) {
	forms, segments := l.inventory.costs()
	b := lexicon.NewBuilder()
	l.lexicon.Segments = l.lexicon.Segments[:0]
	t := map[lexicon.Segment]int{}
	for i, form := range forms {
		s := segments[i]
		if l.rare[l.inventory[form].lemma] {
			s.Modifier = lexicon.Never
		}
		if l.rare[l.inventory[form].headLemma] {
			s.Head = lexicon.Never
		}
		if s.Modifier == lexicon.Never && s.Head == lexicon.Never {
			continue
		}
		if rules != nil && s.Modifier != lexicon.Never {
			s.Lemma = rules.rule(form, l.inventory[form].lemma)
		}
		n, ok := t[s]
		if !ok {
			n = len(l.lexicon.Segments)
			t[s] = n
			l.lexicon.Segments = append(l.lexicon.Segments, s)
		}
		if err := b.Add(form, uint32(n+1)); err != nil {
			return nil, err
		}
	}
	var err error
	l.lexicon.Parts, err = b.Trie()
	return b, err
}

// split splits the whole vocabulary and notes which lemmas are no compounds.
func (l *learner) split() [][]string {
	var compounds [][]string
	s, table := &compound.Splitter{Lexicon: l.lexicon}, &compound.Table{}
	l.simple, l.rare = map[string]bool{}, map[string]bool{}
	for _, form := range slices.Sorted(maps.Keys(l.words)) {
		r := l.base(form)
		if r == nil {
			continue
		}
		cuts, _ := s.Split(table, compound.Word{
			Form: []byte(form), Entry: l.lexicon.Find([]byte(form)), Case: letterCase(r),
			Head: func(at int) int { return l.disagreement(r, form[at:]) },
		})
		if len(cuts) == 0 || l.isSimple(form, r, cuts) {
			l.simple[form] = true
			continue
		}
		compounds = append(compounds, pieces(form, cuts))
		l.rare[form] = r.extra && l.freqs.of(form) < unitFrequency
	}
	for _, form := range slices.Sorted(maps.Keys(l.freqs)) {
		if len(form) < minLearned || !plain(form) || l.words[form] != nil || l.foreign(form) {
			continue
		}
		cuts, _ := s.Split(table, compound.Word{Form: []byte(form)})
		if len(cuts) > 0 {
			compounds = append(compounds, pieces(form, cuts))
		}
	}
	return compounds
}

// ambiguous counts for each segment the words that begin or end like it
// without being compounds.
func (l *learner) ambiguous() {
	for _, s := range l.inventory {
		s.begun, s.ended, s.agreeing = 0, 0, 0
	}
	for form := range l.words { // sums of ones: the order is free
		if l.isCompound(form) {
			continue
		}
		base := l.base(form)
		for at := minLetters; at+minLetters <= len(form); at++ {
			if s := l.inventory[form[at:]]; s != nil {
				s.ended++
				if base != nil && base.category == noun && l.agrees(base, form[at:]) {
					s.agreeing++
				}
			}
			if s := l.inventory[form[:at]]; s != nil && l.simple[form] {
				s.begun++
			}
		}
	}
}

// minLetters is how many bytes a segment has at least.
const minLetters = 3

// isCompound says whether a form may be of a lemma that was split.
func (l *learner) isCompound(form string) bool {
	return slices.ContainsFunc(l.words[form], func(r reading) bool {
		return !l.simple[r.lemma] && l.base(r.lemma) != nil
	})
}

// addUnits takes the frequent compounds that the dictionary lacks in as
// segments of longer ones.
func (l *learner) addUnits() {
	s, table := &compound.Splitter{Lexicon: l.lexicon}, &compound.Table{}
	for _, form := range slices.Sorted(maps.Keys(l.freqs)) {
		f := l.freqs[form]
		if f < unitFrequency || len(form) < minLearned || !plain(form) || l.words[form] != nil || l.foreign(form) {
			continue
		}
		cuts, _ := s.Split(table, compound.Word{Form: []byte(form)})
		if len(cuts) != 1 {
			continue
		}
		head := l.inventory[form[cuts[0]:]]
		if head == nil || head.headLemma == "" {
			continue
		}
		lemma := form[:cuts[0]] + head.headLemma
		unit := l.inventory.get(form)
		if !unit.head {
			unit.head, unit.headLemma, unit.headPrior = true, lemma, linkedPrior
		}
		if form == lemma {
			l.inventory.modifier(form, lemma, f, linkedPrior)
			l.inventory.modifier(form+"s", lemma, f, linkedPrior)
		}
	}
}

// unitFrequency is how frequent a compound is that becomes a segment.
const unitFrequency = -690

// foreign says whether a word that the dictionary lacks is rather English, or
// a name that the English know as well.
func (l *learner) foreign(form string) bool {
	f, ok := l.english[form]
	margin := foreignMargin
	if len(form) > maxForeign {
		margin = 0 // schadenfreude
	}
	return ok && f > l.freqs.of(form)-margin
}

// foreignMargin is how much rarer such a word may be in English, in hundredths
// of log10. German compounds hardly occur there at all.
const foreignMargin = 260

// maxForeign is how many bytes the surnames and places have that look like
// compounds.
const maxForeign = 11

// base gives the reading of a form that is its own lemma, or nil.
func (l *learner) base(form string) *reading {
	for i := range l.words[form] {
		r := &l.words[form][i]
		if r.lemma != form || r.category > adjective {
			continue
		}
		if strings.HasSuffix(form, "innen") && r.genders == 0 {
			continue // a plural that the dictionary has as a lemma too
		}
		return r
	}
	return nil
}

// otherGender is what the head of a noun costs more, in eighths of a nat, whose
// gender is another than the table of nouns gives, which is not always right.
const otherGender = 60

// disagreement is what a head costs more behind which a word is declined.
func (l *learner) disagreement(word *reading, head string) int {
	switch {
	case l.agrees(word, head):
		return 0
	case word.extra && word.category == noun && l.isNoun(head):
		return otherGender
	}
	return compound.Never
}

// agrees says whether a head may be that of a word: a noun that is a compound
// has the gender of its head.
func (l *learner) agrees(word *reading, head string) bool {
	for _, h := range l.words[head] {
		switch {
		case h.lemma != head && !(word.extra && h.plural && word.genders == 0), h.declined != word.declined:
		case word.category == name && h.category <= name && sameGender(h.genders, word.genders),
			h.category == word.category && (word.category == adjective || sameGender(h.genders, word.genders)):
			return true
		}
	}
	return false
}

func letterCase(r *reading) compound.Case {
	if r.category == noun {
		return compound.Upper
	}
	return compound.Any
}

// sameGender says whether two nouns may be of one gender; the dictionaries
// give none to plurals like Kosten.
func sameGender(a, b gender) bool { return a == 0 || b == 0 || a&b != 0 }

func pieces(form string, cuts []int) []string {
	var parts []string
	at := 0
	for _, cut := range cuts {
		parts = append(parts, form[at:cut])
		at = cut
	}
	return append(parts, form[at:])
}
