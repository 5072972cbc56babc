package index

import (
	"context"
	"fmt"
	"slices"

	"presseschau/index/internal/segment"

	"github.com/RoaringBitmap/roaring/v2"
)

// lookPhrase finds the documents in which the leaf's slots stand in sequence
// or, with slop, near each other: first those that have all slots, then by
// comparing positions.
func (m *matcher) lookPhrase(ctx context.Context, l *leaf) (found, error) {
	f := found{docs: roaring.New(), slots: make([][]list, len(l.slots))}
	var candidates *roaring.Bitmap
	for i, slot := range l.slots {
		lists, err := termsOf(m.part.segment, l.field, termStrings(slot))
		if err != nil {
			return f, err
		}
		f.slots[i] = lists
		docs := unionOf(lists)
		if candidates == nil {
			candidates = docs
		} else {
			candidates.And(docs)
		}
		if candidates.IsEmpty() {
			return f, nil
		}
	}
	walk, groups := newWalk(f.slots), groupsOf(l.slots)
	err := eachUntil(ctx, candidates, func(doc uint32) error {
		walk.seek(doc)
		var at []int
		for s := range spans(walk.at, groups, l.slop) {
			at = append(at, s[0].pos)
		}
		if len(at) == 0 {
			return nil
		}
		tf, err := m.weigh(l.field, doc, at)
		f.docs.Add(doc)
		f.tf = append(f.tf, tf)
		return err
	})
	return f, err
}

// weigh sums the weights of the places at which a phrase stands.
func (m *matcher) weigh(field string, doc uint32, at []int) (float32, error) {
	switch field {
	case fieldTitle:
		return float32(titleWeight * len(at)), nil
	case fieldCaption:
		return float32(bodyWeight * len(at)), nil
	}
	l, err := m.part.passages(doc)
	if err != nil {
		return 0, err
	}
	sum := 0
	for _, pos := range at {
		sum += originWeight(l.originOf(pos))
	}
	return float32(sum), nil
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

// passages tells where the passages of a document's text are.
func (p *part) passages(doc uint32) (layout, error) {
	stored, err := p.segment.Stored(uint64(doc))
	if err != nil {
		return layout{}, fmt.Errorf("layout of document %d: %w", doc, err)
	}
	l, _, err := readLayout(stored, false)
	return l, err
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

func (w *walk) seek(doc uint32) {
	for i, p := range w.slots {
		p.seek(doc)
		w.at[i] = p.at
	}
}

// eachUntil visits documents until an error or the deadline.
func eachUntil(ctx context.Context, docs *roaring.Bitmap, visit func(doc uint32) error) error {
	it := docs.Iterator()
	for n := 1; it.HasNext(); n++ {
		if n%checkEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if err := visit(it.Next()); err != nil {
			return err
		}
	}
	return nil
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
	at    []position // in the document last sought, by position
	buf   []uint32
}

// termPlaces walks the occurrences of one term.
type termPlaces struct {
	list
	reader segment.Positions
	next   int // number of a document in the postings
}

func newPlaces(lists []list) *places {
	p := &places{}
	for _, l := range lists {
		if l.postings != nil {
			p.terms = append(p.terms, termPlaces{list: l, reader: l.postings.Positions()})
		}
	}
	return p
}

// seek reads the occurrences in a document, which must be behind the last one.
func (p *places) seek(doc uint32) {
	p.at = p.at[:0]
	found := 0
	for i := range p.terms {
		t := &p.terms[i]
		docs := t.postings.Docs
		t.next = advance(docs, t.next, doc)
		if t.next == len(docs) || docs[t.next] != doc {
			continue
		}
		found++
		p.buf = t.reader.Append(p.buf[:0], t.next)
		for _, pos := range p.buf {
			p.at = append(p.at, position{pos: int(pos), term: t.term})
		}
	}
	if found > 1 {
		slices.SortStableFunc(p.at, func(a, b position) int { return a.pos - b.pos })
	}
}
