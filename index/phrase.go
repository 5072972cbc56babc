package index

import (
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// lookPhrase finds the documents in which the leaf's slots stand in sequence
// or, with slop, near each other, by comparing positions in those that have all.
func (m *matcher) lookPhrase(ctx context.Context, l *leaf) (found, error) {
	f := found{docs: roaring.New()}
	var err error
	if f.slots, err = m.lookSlots(l); err != nil {
		return f, err
	}
	begins := m.beginnings(l, f.slots)
	err = eachUntil(ctx, m.together(l, f.slots), func(doc uint32) error {
		at := begins(doc)
		if len(at) == 0 {
			return nil
		}
		freq, err := m.weigh(l.field, doc, at)
		f.docs.Add(doc)
		f.freqs = append(f.freqs, freq)
		return err
	})
	return f, err
}

// lookSlots gives the lists of each slot of a phrase.
func (m *matcher) lookSlots(l *leaf) ([][]list, error) {
	slots := make([][]list, len(l.slots))
	for i, slot := range l.slots {
		var err error
		if slots[i], err = m.part.lists(l.field, slot); err != nil {
			return nil, err
		}
	}
	return slots, nil
}

// together is the documents that have all slots of a phrase.
func (m *matcher) together(l *leaf, slots [][]list) *roaring.Bitmap {
	all := make([]*roaring.Bitmap, len(slots))
	for i, lists := range slots {
		all[i] = m.part.docsOfLists(keyOf(&leaf{terms: l.slots[i]}), l.field, lists)
	}
	return roaring.FastAnd(all...)
}

// beginnings gives a function that finds where in a document the phrase begins.
// It is to be called with ascending documents.
func (m *matcher) beginnings(l *leaf, slots [][]list) func(doc uint32) []uint32 {
	if l.slop == 0 {
		return newSequence(slots).in
	}
	walk, spans, at := newWalk(slots), newSpans(l), []uint32(nil)
	return func(doc uint32) []uint32 {
		at = at[:0]
		if walk.find(doc) {
			walk.read()
			spans.in(walk.at, func(s span) { at = append(at, uint32(s[0].pos)) })
		}
		return at
	}
}

// weigh sums the weights of the places at which a phrase stands.
func (m *matcher) weigh(field string, doc uint32, at []uint32) (uint32, error) {
	switch field {
	case fieldTitle:
		return uint32(titleWeight * len(at)), nil
	case fieldCaption:
		return uint32(bodyWeight * len(at)), nil
	}
	if start := m.part.cols.body[doc]; at[0] >= uint32(start) && start < math.MaxUint16 {
		return uint32(bodyWeight * len(at)), nil
	}
	stored, err := m.part.segment.Stored(uint64(doc))
	if err != nil {
		return 0, fmt.Errorf("layout of document %d: %w", doc, err)
	}
	sum := 0
	for _, pos := range at {
		sum += originWeight(originAt(stored, int(pos)))
	}
	return uint32(sum), nil
}

// originWeight is what an occurrence adds to a term frequency.
func originWeight(o origin) int {
	switch o {
	case fromTitle:
		return titleWeight
	case fromLead:
		return leadWeight
	}
	return bodyWeight
}

// walk goes through the occurrences of all slots of a phrase.
type walk struct {
	slots []*places
	at    [][]position // by slot, in the document last sought
}

func newWalk(slots [][]list) *walk {
	w := &walk{slots: make([]*places, len(slots)), at: make([][]position, len(slots))}
	for i, lists := range slots {
		w.slots[i] = newPlaces(lists)
	}
	return w
}

// find goes to a document, which must be behind the last one, and tells whether
// it has all slots.
func (w *walk) find(doc uint32) bool {
	for _, p := range w.slots {
		if !p.find(doc) {
			return false
		}
	}
	return true
}

// read reads the occurrences in the document that was found.
func (w *walk) read() {
	for i, p := range w.slots {
		p.read()
		w.at[i] = p.at
	}
}

func (w *walk) seek(doc uint32) {
	for i, p := range w.slots {
		p.seek(doc)
		w.at[i] = p.at
	}
}

// position is an occurrence of a term in a document.
type position struct {
	pos  int
	term string
}

// places walks the occurrences of any of several terms through documents in
// ascending order.
type places struct {
	terms []termPlaces
	at    []position // in the document last read, by position
	buf   []uint32
}

func newPlaces(lists []list) *places {
	p := &places{terms: make([]termPlaces, 0, len(lists))}
	for _, l := range lists {
		if l.postings != nil {
			p.terms = append(p.terms, termPlaces{list: l, reader: l.postings.Reader()})
		}
	}
	return p
}

// find goes to a document, which must be behind the last one, and tells whether
// it has any of the terms.
func (p *places) find(doc uint32) bool { return findAny(p.terms, doc) }

// read reads the occurrences in the document that was found.
func (p *places) read() {
	p.at = p.at[:0]
	found := 0
	for i := range p.terms {
		t := &p.terms[i]
		if !t.here {
			continue
		}
		found++
		p.buf = t.reader.Append(p.buf[:0])
		for _, pos := range p.buf {
			p.at = append(p.at, position{pos: int(pos), term: t.term})
		}
	}
	if found > 1 {
		slices.SortStableFunc(p.at, func(a, b position) int { return a.pos - b.pos })
	}
}

// first gives the first position in the document that was found.
func (p *places) first() int {
	first := math.MaxInt
	for i := range p.terms {
		if t := &p.terms[i]; t.here {
			first = min(first, int(t.reader.First()))
		}
	}
	return first
}

// seek reads the occurrences in a document, which must be behind the last one.
func (p *places) seek(doc uint32) {
	p.find(doc)
	p.read()
}
