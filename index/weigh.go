package index

import (
	"math/bits"

	"presseschau/index/internal/segment"

	"github.com/RoaringBitmap/roaring/v2"
)

// contribution is what one list adds to the frequencies of a leaf.
type contribution struct {
	size   int
	weight float32 // of a frequency
	exact  bool    // is also one of the exact form

	reader *segment.Reader // of a term
	docs   []uint32        // else all documents; of a term those read last
	freqs  []uint32        // nil: 1 each
	next   int             // in docs, of the document that is looked at next
}

// contributions are those of a leaf in a segment.
func (m *matcher) contributions(leaf int) ([]contribution, error) {
	l, f := m.plan.leaves[leaf], &m.found[leaf]
	var out []contribution
	add := func(docs *roaring.Bitmap, freqs []uint32, weight float32) {
		if list := docs.ToArray(); len(list) > 0 {
			out = append(out, contribution{size: len(list), docs: list, freqs: freqs, weight: weight})
		}
	}
	addTerm := func(x list, t leafTerm) {
		if x.postings != nil {
			r := x.postings.Reader()
			out = append(out, contribution{size: x.postings.Len(), reader: &r, weight: t.weight, exact: t.exact})
		}
	}
	switch l.form {
	case formWords:
		lists, hints, err := m.listsOf(leaf)
		if err != nil {
			return nil, err
		}
		for i, x := range lists {
			addTerm(x, l.terms[i])
		}
		for i, x := range hints {
			addTerm(x, l.hints[i])
		}
		if f.near != nil {
			add(f.near.docs, nil, nearWeight)
		}
	case formPhrase:
		add(f.docs, f.freqs, 1)
	case formPrefix, formFuzzy:
		add(f.docs, nil, patternScore)
		if f.title != nil {
			add(f.title, nil, titleWeight*patternScore)
		}
	}
	return out, nil
}

// readAhead is the number of documents of a term that are decoded at once.
const readAhead = 256

// more tells whether there is another document, and has it read.
func (c *contribution) more() bool {
	if c.next < len(c.docs) {
		return true
	}
	if c.reader == nil {
		return false
	}
	if c.docs == nil {
		c.docs, c.freqs = make([]uint32, readAhead), make([]uint32, readAhead)
	}
	n := c.reader.Read(c.docs[:readAhead], c.freqs[:readAhead])
	c.docs, c.freqs, c.next = c.docs[:n], c.freqs[:n], 0
	return n > 0
}

// frequency is that of the document that is looked at next.
func (c *contribution) frequency() float32 {
	if c.freqs == nil {
		return 1
	}
	return float32(c.freqs[c.next])
}

// in gives the frequency in a document, which must be behind the last one; 0 if
// it is not there.
func (c *contribution) in(d uint32) float32 {
	if c.reader != nil {
		if !c.reader.Seek(d) {
			return 0
		}
		return float32(c.reader.Freq)
	}
	c.next = advance(c.docs, c.next, d)
	if c.next == len(c.docs) || c.docs[c.next] != d {
		return 0
	}
	return c.frequency()
}

// weigher computes the shares of a leaf.
type weigher struct {
	measure
	parts []contribution
	side  side
}

func (m *matcher) weigher(leaf int, st *stats) (*weigher, error) {
	l := m.plan.leaves[leaf]
	parts, err := m.contributions(leaf)
	if err != nil {
		return nil, err
	}
	return &weigher{measure: m.part.measure(numberOf(l.field), st), parts: parts, side: l.side}, nil
}

func (w *weigher) size() int {
	n := 0
	for i := range w.parts {
		n += w.parts[i].size
	}
	return n
}

// covers tells whether the leaf is looked for in a document.
func (w *weigher) covers(d uint32) bool {
	return w.side == bothSides || (w.side == commentSide) == (w.head[d] != d)
}

// add adds a document with its frequencies.
func (w *weigher) add(to *impacts, d uint32, tf, exact float32) {
	if w.covers(d) {
		to.add(d, frequencies{tf, exact})
	}
}

// windowSize is the number of documents whose frequencies are added up at once.
// They stay in the nearest cache.
const windowSize = 4096

// all weighs all documents of the leaf.
func (w *weigher) all() *impacts {
	size := 0 // of the longest list, which is nearly all
	for i := range w.parts {
		size = max(size, w.parts[i].size)
	}
	out := newImpacts(w.measure, size)
	var there [windowSize / wordBits]uint64
	var tf, exact [windowSize]float32
	for base, ok := w.first(); ok; base, ok = w.first() {
		for i := range w.parts {
			c := &w.parts[i]
			for ; c.more() && c.docs[c.next] < base+windowSize; c.next++ {
				at, freq := c.docs[c.next]-base, c.frequency()
				there[at/wordBits] |= 1 << (at % wordBits)
				tf[at] += freq * c.weight
				if c.exact {
					exact[at] += freq
				}
			}
		}
		for i, word := range there {
			for ; word != 0; word &= word - 1 {
				at := uint32(i*wordBits + bits.TrailingZeros64(word))
				w.add(out, base+at, tf[at], exact[at])
				tf[at], exact[at] = 0, 0
			}
			there[i] = 0
		}
	}
	return out.end()
}

// first is the first document that has not been weighed.
func (w *weigher) first() (doc uint32, ok bool) {
	for i := range w.parts {
		if c := &w.parts[i]; c.more() && (!ok || c.docs[c.next] < doc) {
			doc, ok = c.docs[c.next], true
		}
	}
	return doc, ok
}

// some weighs those of the documents, which ascend, that the leaf has.
func (w *weigher) some(docs []uint32) *impacts {
	out := newImpacts(w.measure, len(docs))
	for _, d := range docs {
		if tf, exact := w.at(d); tf != 0 || exact != 0 {
			w.add(out, d, tf, exact)
		}
	}
	return out.end()
}

// at gives the frequencies of a document, which must be behind the last one.
func (w *weigher) at(d uint32) (tf, exact float32) {
	for i := range w.parts {
		c := &w.parts[i]
		freq := c.in(d)
		tf += freq * c.weight
		if c.exact {
			exact += freq
		}
	}
	return tf, exact
}
