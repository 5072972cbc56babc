package index

import (
	"context"
	"fmt"
	"sync"
	"unicode/utf8"

	"presseschau/index/internal/segment"

	"github.com/blevesearch/vellum"
	"github.com/blevesearch/vellum/levenshtein"
)

// fuzzyBuilders hold the tables of Levenshtein automata, which are slow to
// make (Schulz and Mihov, "Fast string correction with Levenshtein automata",
// 2002), by edit distance.
type fuzzyBuilders struct {
	mu sync.Mutex
	by map[uint8]*levenshtein.LevenshteinAutomatonBuilder
}

func newFuzzyBuilders() *fuzzyBuilders {
	return &fuzzyBuilders{by: map[uint8]*levenshtein.LevenshteinAutomatonBuilder{}}
}

// longWord is the number of letters from which two may differ.
const longWord = 6

// automaton accepts what is within the edit distance of a word: one letter, of
// longer words two; swapped neighbours are one. The first letter must agree: a
// mistake there is rare, and to look for it costs most.
func (f *fuzzyBuilders) automaton(word string) (vellum.Automaton, error) {
	distance := uint8(1)
	if utf8.RuneCountInString(word) >= longWord {
		distance = 2
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	b := f.by[distance]
	if b == nil {
		var err error
		if b, err = levenshtein.NewLevenshteinAutomatonBuilder(distance, true); err != nil {
			return nil, fmt.Errorf("fuzzy search: %w", err)
		}
		f.by[distance] = b
	}
	dfa, err := b.BuildDfa(word, distance)
	if err != nil {
		return nil, fmt.Errorf("fuzzy search for %q: %w", word, err)
	}
	return forms{dfa}, nil
}

// forms accepts a form that an automaton accepts, with its mark. State 0 is
// lost, state 1 behind the mark, state n+2 state n of the automaton.
type forms struct{ form vellum.Automaton }

func (f forms) Start() int               { return f.form.Start() + 2 }
func (f forms) IsMatch(s int) bool       { return s == 1 }
func (f forms) CanMatch(s int) bool      { return s == 1 || s > 1 && f.form.CanMatch(s-2) }
func (f forms) WillAlwaysMatch(int) bool { return false }
func (f forms) Accept(s int, b byte) int {
	switch {
	case s < 2:
		return 0
	case b > markTail:
		return f.form.Accept(s-2, b) + 2
	case isForm(b) && f.form.IsMatch(s-2):
		return 1
	}
	return 0
}

func firstRune(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return s[:n]
}

// checkEvery is the number of expanded terms between two looks at the deadline.
const checkEvery = 256

// lookExpanded finds the documents of all word forms that begin with the
// leaf's text, or are like it.
func (m *matcher) lookExpanded(ctx context.Context, l *leaf) (found, error) {
	more, err := m.expand(ctx, l, l.field)
	f := found{docs: unionOf(more), more: more}
	if err != nil || l.field != fieldText {
		return f, err
	}
	titles := make([]list, len(more)) // every word of a title is in the text, too
	for i, x := range more {
		if titles[i], err = m.part.list(fieldTitle, x.term); err != nil {
			return f, err
		}
	}
	f.title = unionOf(titles)
	return f, nil
}

// expand gives the terms that a leaf stands for.
func (m *matcher) expand(ctx context.Context, l *leaf, field string) ([]list, error) {
	begins := l.text
	if l.form == formFuzzy {
		begins = firstRune(l.text)
	}
	var out []list
	n := 0
	err := m.part.segment.Dict(field).Walk(l.accepts, begins, begins+"\xff", func(e segment.Entry) error {
		if n++; n%checkEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if l.form != formKeyPrefix && !isForm(e.Term[len(e.Term)-1]) {
			return nil
		}
		p, err := e.Postings()
		if err == nil {
			out = append(out, list{string(e.Term), p})
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("expand term in %s: %w", field, err)
	}
	return out, nil
}
