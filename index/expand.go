package index

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"unicode/utf8"

	"presseschau/index/internal/segment"

	"github.com/RoaringBitmap/roaring/v2"
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
func (m *matcher) lookExpanded(ctx context.Context, l *leaf) (f found, err error) {
	if f.docs, f.more, err = m.expand(ctx, l, l.field); err != nil || l.field != fieldText {
		return f, err
	}
	// Every word of a title is in the text, too. Few words are like one, and to
	// look for them again costs more than to look them up.
	if l.form == formFuzzy {
		titles := make([]list, len(f.more))
		for i, e := range f.more {
			if titles[i], err = m.part.list(fieldTitle, string(e.Term)); err != nil {
				return f, err
			}
		}
		f.title = unionOf(titles)
		return f, nil
	}
	f.title, _, err = m.expand(ctx, l, fieldTitle)
	return f, err
}

// expand gives the terms that a leaf stands for and their documents.
func (m *matcher) expand(ctx context.Context, l *leaf, field string) (*roaring.Bitmap, []segment.Entry, error) {
	begins := l.text
	if l.form == formFuzzy {
		begins = firstRune(l.text)
	}
	var found []segment.Entry
	var docs []uint32
	set, n := newDense(int(m.part.segment.Count())), 0
	err := m.part.segment.Dict(field).Walk(l.accepts, begins, begins+"\xff", func(e segment.Entry) error {
		if n++; n%checkEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if l.form != formKeyPrefix && !isForm(e.Term[len(e.Term)-1]) {
			return nil
		}
		var err error
		docs, err = e.AppendDocs(docs[:0])
		for _, d := range docs {
			set.add(d)
		}
		e.Term = slices.Clone(e.Term)
		found = append(found, e)
		return err
	})
	if err != nil {
		return nil, nil, fmt.Errorf("expand term in %s: %w", field, err)
	}
	return set.bitmap(), found, nil
}
