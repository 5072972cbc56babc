package index

import (
	"context"
	"fmt"
	"unicode/utf8"

	"presseschau/index/internal/segment"

	"github.com/RoaringBitmap/roaring/v2"
)

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
	f.title, _, err = m.expand(ctx, l, fieldTitle) // every word of a title is in the text, too
	return f, err
}

// expand gives the terms that a leaf stands for and their documents.
func (m *matcher) expand(ctx context.Context, l *leaf, field string) (*roaring.Bitmap, []segment.Entry, error) {
	var found []segment.Entry
	var docs []uint32
	var terms []byte
	set, n := newDense(int(m.part.segment.Count())), 0
	err := m.part.expansion(l, field, func(e segment.Entry) error {
		if n++; n%checkEvery == 0 {
			if err := ended(ctx); err != nil {
				return err
			}
		}
		var err error
		docs, err = e.AppendDocs(docs[:0])
		for _, d := range docs {
			set.add(d)
		}
		terms = append(terms, e.Term...)
		e.Term = terms[len(terms)-len(e.Term):]
		found = append(found, e)
		return err
	})
	if err != nil {
		return nil, nil, fmt.Errorf("expand term in %s: %w", field, err)
	}
	return set.bitmap(), found, nil
}

// expansion visits the terms that a leaf stands for.
func (p *part) expansion(l *leaf, field string, visit func(segment.Entry) error) error {
	dict := p.segment.Dict(field)
	switch l.form {
	case formKeyPrefix:
		return dict.Walk(l.text, visit)
	case formPrefix:
		return dict.Walk(l.text, func(e segment.Entry) error {
			if !isForm(e.Term[len(e.Term)-1]) {
				return nil
			}
			return visit(e)
		})
	}
	// A mistake in the first letter is rare, and to look for it costs most.
	first, behind := dict.Numbers(firstRune(l.text))
	near := newNearForms(l.text)
	return dict.Pick(near.likely(p.cols.shapes[numberOf(field)][first:behind], first), func(e segment.Entry) error {
		if !near.accepts(e.Term[:len(e.Term)-1]) {
			return nil
		}
		return visit(e)
	})
}
