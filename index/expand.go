package index

import (
	"context"
	"fmt"
	"slices"
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
	begins, wanted := l.text, segment.Filter(nil)
	if l.form == formFuzzy {
		// A mistake in the first letter is rare, and to look for it costs most.
		begins, wanted = firstRune(l.text), newNearForms(l.text)
	}
	var found []segment.Entry
	var docs []uint32
	set, n := newDense(int(m.part.segment.Count())), 0
	err := m.part.segment.Dict(field).Walk(begins, wanted, func(e segment.Entry) error {
		if n++; n%checkEvery == 0 {
			if err := ended(ctx); err != nil {
				return err
			}
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
