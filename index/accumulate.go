package index

import (
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
)

// accumulators are reused arrays with a number for each document of a segment,
// or for each value of a facet.
type accumulators struct {
	pool     sync.Pool
	counters *counters
}

func newAccumulators() *accumulators {
	return &accumulators{pool: sync.Pool{New: func() any { return &accumulator{docs: make([]uint32, chunk)} }}, counters: newCounters()}
}

// accumulator adds up scores of a segment. Between searches all but docs is
// zero.
type accumulator struct {
	score []float32 // by document of the segment
	docs  []uint32  // documents at hand
}

// get gives an accumulator for a segment of n documents.
func (a *accumulators) get(n int) *accumulator {
	acc := a.pool.Get().(*accumulator)
	if cap(acc.score) < n {
		acc.score = make([]float32, n)
	}
	acc.score = acc.score[:n]
	return acc
}

// put gives an accumulator back that has scored documents. One that scoring was
// broken off with is not given back.
func (a *accumulators) put(acc *accumulator, scored *roaring.Bitmap) {
	if few := len(acc.score) / wordBits; int(scored.GetCardinality()) > few {
		clear(acc.score)
	} else {
		each(scored, func(d uint32) { acc.score[d] = 0 })
	}
	a.pool.Put(acc)
}
