package index

import (
	"context"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
)

// counts are the hits of a facet's values, by number. An archive has far more
// actors than an answer, so of few hits the values that were counted are listed
// at once; of many they are looked for in the end, which makes counting faster.
type counts struct {
	n       []uint32
	touched []uint32 // numbers other than 0 with a hit; there is room for all and one more
	many    bool     // touched is to be filled by list
	buf     []uint32 // documents at hand
	fetched uint16   // what was read ahead, without a meaning
}

// manyHits is the share of a facet's values from which on hits are many.
const manyHits = 1. / 16

// begin makes ready to count so many hits.
func (c *counts) begin(hits int) {
	c.many = float64(hits) > manyHits*float64(len(c.n))
	c.n[0]++ // so that 0 is never met as a value without a hit
}

// end is to be called when all is counted.
func (c *counts) end() {
	c.n[0]--
	if !c.many {
		return
	}
	touched, k := c.touched[:cap(c.touched)], 0
	for v, n := range c.n[1:] {
		touched[k] = uint32(v + 1)
		if n > 0 {
			k++
		}
	}
	c.touched = touched[:k]
}

// count adds the hits of a segment.
func (c *counts) count(ctx context.Context, col *column, hits *roaring.Bitmap) error {
	return chunks(ctx, hits, c.buf, func(docs []uint32) {
		for _, d := range docs {
			if col.small != nil {
				c.add(uint32(col.small[d]))
				continue
			}
			for _, v := range col.of(int(d)) {
				c.add(v)
			}
		}
	})
}

// add counts a value.
func (c *counts) add(v uint32) {
	if c.n[v] == 0 && !c.many {
		c.touched = append(c.touched, v)
	}
	c.n[v]++
}

// addFew counts the values of a document. Every value is written behind those
// touched, and kept there if it is a new one: whether it is cannot be foreseen of
// actors, and a branch that is guessed wrong costs more than the rest.
func (c *counts) addFew(values []uint16) {
	n, touched, k := c.n, c.touched[:cap(c.touched)], len(c.touched)
	for _, v := range values {
		before := n[v]
		n[v] = before + 1
		touched[k] = uint32(v)
		if before == 0 {
			k++
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

// get gives counts for so many values and hits.
func (p *counters) get(values, hits int) *counts {
	c := p.pool.Get().(*counts)
	if len(c.n) < values {
		c = newCounts(values)
	}
	c.begin(hits)
	return c
}

// put gives counts back, be it that counting was broken off.
func (p *counters) put(c *counts) {
	if c.many {
		clear(c.n)
	} else {
		c.n[0] = 0
		for _, v := range c.touched {
			c.n[v] = 0
		}
	}
	c.touched = c.touched[:0]
	p.pool.Put(c)
}
