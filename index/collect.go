package index

import (
	"cmp"
	"context"
	"slices"

	"presseschau/search"

	"github.com/RoaringBitmap/roaring/v2"
)

// candidate is a hit with what it is ordered by.
type candidate struct {
	score float32 // with bonus
	bonus float32 // for the places of the query's words
	date  int64   // day and minute
	tie   uint64
	doc   uint32
	part  int // index of the segment
}

// order is how hits are ordered, whatever the segments of an index. It is total
// but for documents of the same score and date whose ids have the same hash of 64
// bits: among a million documents there is one such pair in 37 million archives.
type order search.Sort

// compare is negative if a comes before b. Of the same score the newer comes
// first; what has no date comes last in either order of dates.
func (o order) compare(a, b *candidate) int {
	if o.byScore() {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
	}
	switch {
	case a.date == b.date:
		return cmp.Compare(a.tie, b.tie)
	case o == order(search.ByOldest) && a.date != 0 && b.date != 0:
		return cmp.Compare(a.date, b.date)
	}
	return cmp.Compare(b.date, a.date)
}

func (o order) byScore() bool { return o != order(search.ByOldest) && o != order(search.ByNewest) }

// before tells whether a comes before b.
func (o order) before(a, b *candidate) bool { return o.compare(a, b) < 0 }

// top keeps the first n candidates of an order. The heap has the last of them
// on top.
type top struct {
	n     int
	order order
	list  []candidate
}

// offer keeps a candidate if it is among the first.
func (t *top) offer(c candidate) {
	switch {
	case t.n == 0:
	case len(t.list) < t.n:
		t.list = append(t.list, c)
		t.up(len(t.list) - 1)
	case t.order.before(&c, &t.list[0]):
		t.list[0] = c
		t.down()
	}
}

// up moves a new candidate from the end to its place in the heap.
func (t *top) up(i int) {
	for i > 0 {
		parent := (i - 1) / 2
		if !t.order.before(&t.list[parent], &t.list[i]) {
			return
		}
		t.list[parent], t.list[i] = t.list[i], t.list[parent]
		i = parent
	}
}

// down moves a new candidate from the top to its place in the heap.
func (t *top) down() {
	for i := 0; ; {
		last := 2*i + 1
		if last >= len(t.list) {
			return
		}
		if next := last + 1; next < len(t.list) && t.order.before(&t.list[last], &t.list[next]) {
			last = next
		}
		if !t.order.before(&t.list[i], &t.list[last]) {
			return
		}
		t.list[i], t.list[last] = t.list[last], t.list[i]
		i = last
	}
}

// collect offers the hits of a segment, with the scores of acc if there are any.
func (m *matcher) collect(ctx context.Context, index int, hits *roaring.Bitmap, acc *accumulator, t *top, after *candidate) error {
	scored := len(acc.score) > 0
	return chunks(ctx, hits, acc.docs, func(docs []uint32) {
		for _, d := range docs {
			c := candidate{doc: d, part: index}
			if scored {
				c.score = acc.score[d]
			}
			m.offer(c, t, after)
		}
	})
}

// offer offers a hit that comes behind after. Of those that are ordered by
// score, most are known by it alone to be behind the last one.
func (m *matcher) offer(c candidate, t *top, after *candidate) {
	if t.order.byScore() && t.full() && c.score < t.list[0].score {
		return
	}
	c.date, c.tie = m.part.cols.date(c.doc), m.part.cols.tie[c.doc]
	if after == nil || t.order.before(after, &c) {
		t.offer(c)
	}
}

// date is the day and minute of a document, by which dates are ordered.
func (c *columns) date(d uint32) int64 { return int64(c.day[d])<<16 | int64(c.minute[d]) }

// full tells whether another candidate has to be before one of those kept.
func (t *top) full() bool { return t.n > 0 && len(t.list) == t.n }

// ranked gives the candidates in order.
func ranked(cands []candidate, o order) []candidate {
	slices.SortFunc(cands, func(a, b candidate) int { return o.compare(&a, &b) })
	return cands
}
