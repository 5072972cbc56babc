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
	fetched uint16   // what was read ahead, without a meaning
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

func (c *counts) countSingle(values []uint32, docs []uint32) {
	for _, d := range docs {
		c.add(values[d])
	}
}

func (c *counts) countMany(col *column, docs []uint32) {
	for _, d := range docs {
		for _, v := range col.many[col.start[d]:col.start[d+1]] {
			c.add(v)
		}
	}
}

// add counts one of a few values.
func (c *counts) add(v uint32) {
	if c.n[v] == 0 {
		c.touched = append(c.touched, v)
	}
	c.n[v]++
}

// addWords counts the values of a record. Every value is written behind those
// touched, and kept there if it is a new one: whether it is cannot be foreseen
// of actors, and a branch that is guessed wrong costs more than the rest.
func (c *counts) addWords(words []uint16) {
	n, touched, k := c.n, c.touched[:cap(c.touched)], len(c.touched)
	for i := 0; i < len(words); i++ {
		v := uint32(words[i])
		if v == wide && i+2 < len(words) {
			v = uint32(words[i+1])<<16 | uint32(words[i+2])
			i += 2
		}
		before := n[v]
		n[v] = before + 1
		touched[k] = v
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
