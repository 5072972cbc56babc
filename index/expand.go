package index

import (
	"context"
	"fmt"
	"sync"
	"unicode/utf8"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
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
func (f *fuzzyBuilders) automaton(word string) (segment.Automaton, error) {
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
type forms struct{ form segment.Automaton }

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
	f := found{docs: roaring.New()}
	dict, err := m.part.segment.Dictionary(l.field)
	if err != nil {
		return f, fmt.Errorf("dictionary of %s: %w", l.field, err)
	}
	begins := l.text
	if l.form == formFuzzy {
		begins = firstRune(l.text)
	}
	if err := f.expand(ctx, dict, l, begins, begins+"\xff"); err != nil || l.field != fieldText {
		return f, err
	}
	titles, err := m.part.segment.Dictionary(fieldTitle)
	if err != nil {
		return f, fmt.Errorf("dictionary of %s: %w", fieldTitle, err)
	}
	title := found{docs: roaring.New()}
	err = title.expand(ctx, titles, l, begins, begins+"\xff")
	f.title = title.docs
	return f, err
}

func (f *found) expand(ctx context.Context, dict segment.TermDictionary, l *leaf, start, end string) error {
	it := termIterator(dict, l.accepts, []byte(start), []byte(end))
	for n := 1; ; n++ {
		if n%checkEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		entry, err := it.Next()
		if err != nil {
			return fmt.Errorf("expand term: %w", err)
		}
		if entry == nil {
			return nil
		}
		if l.form != formKeyPrefix && !isForm(entry.Term[len(entry.Term)-1]) {
			continue
		}
		p, err := dict.PostingsList([]byte(entry.Term), nil, nil)
		if err != nil {
			return fmt.Errorf("postings of %q: %w", entry.Term, err)
		}
		docs := roaring.New()
		if err := orInto(p, docs); err != nil {
			return err
		}
		f.docs.Or(docs)
		f.more = append(f.more, list{postings: p, docs: docs})
	}
}

// termIterator walks a dictionary, without reading each term's postings for a
// count that nobody asked for where the segment can do that.
func termIterator(dict segment.TermDictionary, a segment.Automaton, start, end []byte) segment.DictionaryIterator {
	if d, ok := dict.(interface {
		AutomatonIteratorOmitCount(a segment.Automaton, start, end []byte) segment.DictionaryIterator
	}); ok {
		return d.AutomatonIteratorOmitCount(a, start, end)
	}
	return dict.AutomatonIterator(a, start, end)
}
