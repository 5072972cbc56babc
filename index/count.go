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
	return chunks(ctx, hits, c.buf, func(docs []uint32) {
		if col.single != nil {
			for _, d := range docs {
				c.add(col.single[d])
			}
			return
		}
		for _, d := range docs {
			for _, v := range col.many[col.start[d]:col.start[d+1]] {
				c.add(v)
			}
		}
	})
}

func (c *counts) add(v uint32) {
	if c.n[v] == 0 && v != 0 {
		c.touched = append(c.touched, v)
	}
	c.n[v]++
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
