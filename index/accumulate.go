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
	return &accumulators{pool: sync.Pool{New: func() any { return newAccumulator() }}, counters: newCounters()}
}

// accumulator adds up scores of a segment. Between searches all but docs is
// zero.
type accumulator struct {
	score []float32 // by document of the segment

	docs      []uint32  // documents at hand
	tf, exact []float32 // of a leaf and of its exact form, by place in a window
	sum       []float32 // score so far, by document of a window
	norm      [textFields][]float32
	normed    [textFields]bool // norm is known
}

// window is wanted documents that are near each other.
type window struct {
	docs []uint32
	base uint32 // the first one
}

// windowSize is the number of documents from the first one of a window that its
// others are among. The frequencies of a window stay in the nearest cache.
const windowSize = 4096

// windows visits ascending documents window by window.
func windows(docs []uint32, visit func(window)) {
	for len(docs) > 0 {
		n := len(docs)
		if last := docs[0] + windowSize; docs[n-1] >= last {
			n = advance(docs, 0, last)
		}
		visit(window{docs[:n], docs[0]})
		docs = docs[n:]
	}
}

func newAccumulator() *accumulator {
	a := &accumulator{docs: make([]uint32, chunk), tf: make([]float32, windowSize), exact: make([]float32, windowSize), sum: make([]float32, chunk)}
	for i := range a.norm {
		a.norm[i] = make([]float32, chunk)
	}
	return a
}

// clear forgets the frequencies of a window to which parts were added.
func (a *accumulator) clear(w window, parts []contribution) {
	n, added := int(w.docs[len(w.docs)-1]-w.base)+1, 0
	for i := range parts {
		added += parts[i].next - parts[i].from
	}
	if added > n/farther {
		clear(a.tf[:n])
		clear(a.exact[:n])
		return
	}
	for i := range parts {
		for _, d := range parts[i].docs[parts[i].from:parts[i].next] {
			a.tf[d-w.base], a.exact[d-w.base] = 0, 0
		}
	}
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

// contribution is what one list adds to the frequencies of a leaf.
type contribution struct {
	docs   []uint32
	freqs  []uint32 // nil: 1 each
	weight float32  // of a frequency
	exact  bool     // is also one of the exact form
	from   int      // documents from it to next are in the window at hand
	next   int
}

// contributions are those of a leaf in a segment.
func contributions(l *leaf, f *found) []contribution {
	var out []contribution
	add := func(docs, freqs []uint32, weight float32, exact bool) {
		if len(docs) > 0 {
			out = append(out, contribution{docs: docs, freqs: freqs, weight: weight, exact: exact})
		}
	}
	lists := func(lists []list, terms []leafTerm) {
		for i, x := range lists {
			if x.postings != nil {
				add(x.postings.Docs, x.postings.Freqs, terms[i].weight, terms[i].exact)
			}
		}
	}
	switch l.form {
	case formWords:
		lists(f.lists, l.terms)
		lists(f.hints, l.hints)
		if f.near != nil {
			add(f.near.docs.ToArray(), nil, nearWeight, false)
		}
	case formPhrase:
		add(f.docs.ToArray(), f.freqs, 1, false)
	case formPrefix, formFuzzy:
		add(f.docs.ToArray(), nil, patternScore, false)
		if f.title != nil {
			add(f.title.ToArray(), nil, titleWeight*patternScore, false)
		}
	}
	return out
}

// farther is the ratio of the lengths of two lists from which on it is faster
// to search the longer one than to walk through it.
const farther = 8

// add adds the frequencies in the window at hand; windows ascend from call to
// call. It is false if the list has no document there.
func (c *contribution) add(w window, acc *accumulator) bool {
	c.from = advance(c.docs, c.next, w.base)
	c.next = advance(c.docs, c.from, w.docs[len(w.docs)-1]+1)
	if c.next-c.from > farther*len(w.docs) {
		c.addSought(w, acc)
		return true
	}
	for i := c.from; i < c.next; i++ {
		c.addOne(i, w, acc)
	}
	return c.from < c.next
}

// addSought adds what few documents have of a long list.
func (c *contribution) addSought(w window, acc *accumulator) {
	i := c.from
	for _, d := range w.docs {
		if i = advance(c.docs, i, d); i >= c.next {
			return
		}
		if c.docs[i] == d {
			c.addOne(i, w, acc)
		}
	}
}

// addOne adds the frequency in the i-th document, which is in the window.
func (c *contribution) addOne(i int, w window, acc *accumulator) {
	freq := float32(1)
	if c.freqs != nil {
		freq = float32(c.freqs[i])
	}
	at := c.docs[i] - w.base
	acc.tf[at] += freq * c.weight
	if c.exact {
		acc.exact[at] += freq
	}
}
