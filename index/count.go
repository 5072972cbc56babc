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
	touched []uint32 // numbers other than 0 with a hit
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

func (c *counts) countSingle(values []uint32, docs []uint32) {
	n, touched := c.n, c.touched
	for _, d := range docs {
		v := values[d]
		if n[v] == 0 {
			touched = append(touched, v)
		}
		n[v]++
	}
	c.touched = touched
}

func (c *counts) countMany(col *column, docs []uint32) {
	n, touched, many, start := c.n, c.touched, col.many, col.start
	for _, d := range docs {
		for _, v := range many[start[d]:start[d+1]] {
			if n[v] == 0 {
				touched = append(touched, v)
			}
			n[v]++
		}
	}
	c.touched = touched
}

// counters are reused counts, all zero.
type counters struct{ pool sync.Pool }

func newCounters() *counters {
	return &counters{pool: sync.Pool{New: func() any { return &counts{buf: make([]uint32, chunk)} }}}
}

func (p *counters) get(values int) *counts {
	c := p.pool.Get().(*counts)
	if len(c.n) < values {
		c.n = make([]uint32, values)
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
