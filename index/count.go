package index

import (
	"context"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
)

// counts are the hits of a facet's values, by number. An archive has far more
// actors than an answer, so the values that were counted are listed.
type counts struct {
	n       []uint32
	touched []uint32 // numbers other than 0 with a hit; there is room for all and one more
	buf     []uint32 // documents at hand
}

// count adds the hits of a segment.
func (c *counts) count(ctx context.Context, col *column, hits *roaring.Bitmap) error {
	c.n[0]++ // so that 0 is never met as a value without a hit
	err := chunks(ctx, hits, c.buf, func(docs []uint32) {
		if col.single != nil {
			c.countSingle(col.single, docs)
		} else {
			c.countMany(col, docs)
		}
	})
	c.n[0]--
	return err
}

// countSingle and countMany write every value behind those touched, and keep it
// there if it is a new one: whether it is cannot be foreseen, and a branch that
// is guessed wrong costs more than the rest.

func (c *counts) countSingle(values []uint32, docs []uint32) {
	n, touched, k := c.n, c.touched[:cap(c.touched)], len(c.touched)
	for _, d := range docs {
		v := values[d]
		before := n[v]
		n[v] = before + 1
		touched[k] = v
		if before == 0 {
			k++
		}
	}
	c.touched = touched[:k]
}

func (c *counts) countMany(col *column, docs []uint32) {
	n, touched, k := c.n, c.touched[:cap(c.touched)], len(c.touched)
	many, start := col.many, col.start
	for _, d := range docs {
		for _, v := range many[start[d]:start[d+1]] {
			before := n[v]
			n[v] = before + 1
			touched[k] = v
			if before == 0 {
				k++
			}
		}
	}
	c.touched = touched[:k]
}

// counters are reused counts, all zero.
type counters struct{ pool sync.Pool }

func newCounters() *counters {
	return &counters{pool: sync.Pool{New: func() any { return newCounts(0) }}}
}

func newCounts(values int) *counts {
	return &counts{n: make([]uint32, values), touched: make([]uint32, 0, values+1), buf: make([]uint32, chunk)}
}

func (p *counters) get(values int) *counts {
	c := p.pool.Get().(*counts)
	if len(c.n) < values {
		return newCounts(values)
	}
	return c
}

func (p *counters) put(c *counts) {
	c.n[0] = 0
	for _, v := range c.touched {
		c.n[v] = 0
	}
	c.touched = c.touched[:0]
	p.pool.Put(c)
}
