package index

import (
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
		docs := roaring.New()
		for _, x := range lists {
			if x.docs != nil {
				docs.Or(x.docs)
			}
		}
		if candidates == nil {
			candidates = docs
		} else {
			candidates.And(docs)
		}
		if candidates.IsEmpty() {
			return f, nil
		}
	}
	places := make([]*places, len(l.slots))
	for i, lists := range f.slots {
		places[i] = newPlaces(lists, candidates)
	}
	err := eachUntil(ctx, candidates, func(doc uint32) error {
		at := make([][]position, len(places))
		for i, p := range places {
			if err := p.seek(doc); err != nil {
				return err
			}
			at[i] = p.at
		}
		if len(spans(at, l.slop)) > 0 {
			f.docs.Add(doc)
		}
		return nil
	})
	return f, err
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
		docs := l.docs
		if docs == nil {
			docs = roaring.New()
			orInto(l.postings, docs)
		}
		both := roaring.And(docs, wanted)
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
	slices.SortFunc(p.at, func(a, b position) int {
		if a.pos != b.pos {
			return a.pos - b.pos
		}
		return a.start - b.start
	})
	return nil
}

// span is a run of occurrences, one for each slot.
type span []position

// spans finds where the slots stand in sequence (slop 0) or, in any order,
// within a stretch that holds at most slop other words. Of overlapping
// stretches the first is taken.
func spans(at [][]position, slop int) []span {
	if slop == 0 {
		return sequences(at)
	}
	return windows(at, slop)
}

func sequences(at [][]position) []span {
	var out []span
	next := make([]int, len(at))
	for _, first := range at[0] {
		s := span{first}
		for i := 1; i < len(at); i++ {
			for next[i] < len(at[i]) && at[i][next[i]].pos < first.pos+i {
				next[i]++
			}
			if next[i] == len(at[i]) {
				return out
			}
			if at[i][next[i]].pos != first.pos+i {
				break
			}
			s = append(s, at[i][next[i]])
		}
		if len(s) == len(at) {
			out = append(out, s)
		}
	}
	return out
}

// windows slides over the slots: the stretch from the leftmost to the
// rightmost of the current occurrences, then the leftmost moves on.
func windows(at [][]position, slop int) []span {
	for _, positions := range at {
		if len(positions) == 0 {
			return nil
		}
	}
	var out []span
	next := make([]int, len(at))
	for {
		left, right := 0, 0
		for i := range at {
			if at[i][next[i]].pos < at[left][next[left]].pos {
				left = i
			}
			if at[i][next[i]].pos > at[right][next[right]].pos {
				right = i
			}
		}
		if distinct(at, next) && at[right][next[right]].pos-at[left][next[left]].pos-len(at)+1 <= slop {
			s := make(span, len(at))
			for i := range at {
				s[i] = at[i][next[i]]
			}
			out = append(out, s)
		}
		if next[left]++; next[left] == len(at[left]) {
			return out
		}
	}
}

// distinct tells whether no two slots are at one place, as they would be for
// "Land Land" or the parts of one compound.
func distinct(at [][]position, next []int) bool {
	for i := range at {
		for j := range i {
			if at[i][next[i]].start == at[j][next[j]].start && at[i][next[i]].field == at[j][next[j]].field {
				return false
			}
		}
	}
	return true
}
