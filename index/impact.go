package index

import (
	"math/bits"

	"presseschau/index/internal/segment"

	"github.com/RoaringBitmap/roaring/v2"
)

// impacts are the documents of a leaf in a segment, ascending, each with the
// share of the leaf's idf that it counts for. They never change.
type impacts struct {
	average [2]float32 // lengths of the field that the shares are relative to
	docs    []uint32
	shares  []float32
	most    []float32 // the largest share of each block
	max     float32   // and of all
}

// impactBlock is the number of documents of which the largest share is known.
const impactBlock = 64

func (x *impacts) add(doc uint32, share float32) {
	if len(x.docs)%impactBlock == 0 {
		x.most = append(x.most, 0)
	}
	x.docs, x.shares = append(x.docs, doc), append(x.shares, share)
	last := &x.most[len(x.most)-1]
	*last = max(*last, share)
	x.max = max(x.max, share)
}

// bytes is the memory of impacts, about.
func (x *impacts) bytes() int { return (4 + 4) * cap(x.docs) }

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
	parts   []contribution
	length  []uint32 // of the leaf's field, by document
	head    []uint32
	average [2]float32
	side    side
}

func (m *matcher) weigher(leaf int, st *stats) (*weigher, error) {
	l := m.plan.leaves[leaf]
	parts, err := m.contributions(leaf)
	if err != nil {
		return nil, err
	}
	number := numberOf(l.field)
	return &weigher{parts: parts, length: m.part.cols.length[number], head: m.part.cols.head, average: st.average[number], side: l.side}, nil
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
		to.add(d, saturated(tf, exact, dampening(relativeLength(w.length, w.head, w.average, d))))
	}
}

// windowSize is the number of documents whose frequencies are added up at once.
// They stay in the nearest cache.
const windowSize = 4096

// all weighs all documents of the leaf.
func (w *weigher) all() *impacts {
	out := &impacts{average: w.average}
	if len(w.parts) == 0 {
		return out
	}
	size := 0 // of the longest list, which is nearly all
	for i := range w.parts {
		size = max(size, w.parts[i].size)
	}
	out.docs, out.shares = make([]uint32, 0, size), make([]float32, 0, size)
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
	return out
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
	out := &impacts{average: w.average}
	for _, d := range docs {
		if tf, exact := w.at(d); tf != 0 || exact != 0 {
			w.add(out, d, tf, exact)
		}
	}
	return out
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
