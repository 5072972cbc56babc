package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
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
	walk, groups := newWalk(f.slots, candidates), groupsOf(l.slots)
	err := eachUntil(ctx, candidates, func(doc uint32) error {
		if err := walk.seek(doc); err != nil {
			return err
		}
		tf := 0
		for s := range spans(walk.at, groups, l.slop) {
			tf += originWeight(s[0].field)
		}
		if tf > 0 {
			f.docs.Add(doc)
			f.tf = append(f.tf, float32(tf))
		}
		return nil
	})
	return f, err
}

// originWeight is what an occurrence adds to a term frequency.
func originWeight(origin string) int {
	switch origin {
	case fieldTitle:
		return titleWeight
	case fieldLead:
		return leadWeight
	}
	return bodyWeight
}

// walk goes through the occurrences of all slots of a phrase.
type walk struct {
	slots []*places
	at    [][]position // by slot, in the document last sought
}

func newWalk(slots [][]list, wanted *roaring.Bitmap) *walk {
	w := &walk{slots: make([]*places, len(slots)), at: make([][]position, len(slots))}
	for i, lists := range slots {
		w.slots[i] = newPlaces(lists, wanted)
	}
	return w
}

func (w *walk) seek(doc uint32) error {
	for i, p := range w.slots {
		if err := p.seek(doc); err != nil {
			return err
		}
		w.at[i] = p.at
	}
	return nil
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
	pos        int
	start, end int
	field      string
}

// places walks the occurrences of any of several terms through documents in
// ascending order.
type places struct {
	its []segment.PostingsIterator
	cur []segment.Posting
	at  []position // in the document last sought, by position
}

// newPlaces makes a walk that will seek only the given documents.
func newPlaces(lists []list, wanted *roaring.Bitmap) *places {
	p := &places{}
	for _, l := range lists {
		if l.postings == nil {
			continue
		}
		both := roaring.And(l.docs, wanted)
		if both.IsEmpty() {
			continue
		}
		it := l.postings.Iterator(true, true, true, nil)
		restrict(it, both)
		p.its = append(p.its, it)
		p.cur = append(p.cur, nil)
	}
	return p
}

// seek reads the occurrences in a document, which must be behind the last one.
func (p *places) seek(doc uint32) error {
	p.at = p.at[:0]
	for i, it := range p.its {
		if it == nil {
			continue
		}
		if p.cur[i] == nil || p.cur[i].Number() < uint64(doc) {
			next, err := it.Advance(uint64(doc))
			if err != nil {
				return fmt.Errorf("read positions: %w", err)
			}
			if next == nil {
				p.its[i] = nil
				continue
			}
			p.cur[i] = next
		}
		if p.cur[i].Number() != uint64(doc) {
			continue
		}
		for _, l := range p.cur[i].Locations() {
			p.at = append(p.at, position{pos: int(l.Pos()), start: int(l.Start()), end: int(l.End()), field: l.Field()})
		}
	}
	if len(p.its) > 1 {
		slices.SortFunc(p.at, func(a, b position) int { return cmp.Or(a.pos-b.pos, a.start-b.start) })
	}
	return nil
}
