package segment

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"hash/maphash"
	"slices"
)

// Builder collects the terms of documents and writes them as a segment. Terms
// are numbered in a table, occurrences go into one list that is sorted by term
// at the end, so that nothing is allocated for a term or an occurrence. It is
// used by one goroutine and can be used again after Reset.
type Builder struct {
	schema Schema
	seed   maphash.Seed

	table []uint32 // number of a term plus 1, by hash; a power of two, half empty
	terms []term
	names []byte // of all terms
	occ   []occurrence

	lengths [][]uint32 // by field; nil without positions
	ids     []string
	records [][]byte
	stored  []byte // bytes of records
}

// term is a term of a field.
type term struct {
	hash  uint32
	field uint32
	name  uint32 // place in names
	size  uint32
	count uint32 // occurrences
}

// occurrence is a term at a place.
type occurrence struct{ term, doc, at uint32 }

// weightBits are the bits of occurrence.at that hold the weight; the others are
// the position.
const weightBits = 4

// MaxWeight is the largest weight of an occurrence.
const MaxWeight = 1<<weightBits - 1

// NewBuilder makes a builder of segments.
func NewBuilder(schema Schema) *Builder {
	b := &Builder{schema: schema, seed: maphash.MakeSeed(), table: make([]uint32, 1<<14), lengths: make([][]uint32, len(schema))}
	return b
}

// Reset forgets all documents.
func (b *Builder) Reset() {
	clear(b.table)
	b.terms, b.names, b.occ = b.terms[:0], b.names[:0], b.occ[:0]
	for i := range b.lengths {
		b.lengths[i] = b.lengths[i][:0]
	}
	clear(b.records)
	b.ids, b.records, b.stored = b.ids[:0], b.records[:0], b.stored[:0]
}

// Document begins the next document.
func (b *Builder) Document(id string) {
	b.ids = append(b.ids, id)
	b.records = append(b.records, nil)
	for i, f := range b.schema {
		if f.Positions {
			b.lengths[i] = append(b.lengths[i], 0)
		}
	}
}

// Store keeps bytes with the document, which Segment.Stored gives back.
func (b *Builder) Store(data []byte) {
	start := len(b.stored)
	b.stored = append(b.stored, data...)
	b.records[len(b.records)-1] = b.stored[start:len(b.stored):len(b.stored)]
}

// SetLength sets the length of a field in the document.
func (b *Builder) SetLength(field, length int) {
	l := b.lengths[field]
	l[len(l)-1] = uint32(length)
}

// Add notes that the document has a term in a field, at a position and with a
// weight from 1 to MaxWeight. The positions of a field ascend. In a field
// without positions both are ignored, and a repeated term counts once.
func (b *Builder) Add(field int, name []byte, position, weight int) {
	n := b.number(field, name)
	b.terms[n].count++
	b.occ = append(b.occ, occurrence{n, uint32(len(b.ids) - 1), uint32(position)<<weightBits | uint32(weight)})
}

// number finds the number of a term, a new one if it has none.
func (b *Builder) number(field int, name []byte) uint32 {
	h := uint32(maphash.Bytes(b.seed, name)) + uint32(field)*0x9e3779b9
	mask := uint32(len(b.table) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		n := b.table[i]
		if n == 0 {
			b.table[i] = uint32(len(b.terms) + 1)
			break
		}
		t := &b.terms[n-1]
		if t.hash == h && t.field == uint32(field) && string(b.name(t)) == string(name) {
			return n - 1
		}
	}
	b.terms = append(b.terms, term{hash: h, field: uint32(field), name: uint32(len(b.names)), size: uint32(len(name))})
	b.names = append(b.names, name...)
	if 2*len(b.terms) > len(b.table) {
		b.grow()
	}
	return uint32(len(b.terms) - 1)
}

func (b *Builder) name(t *term) []byte { return b.names[t.name : t.name+t.size] }

func (b *Builder) grow() {
	b.table = make([]uint32, 2*len(b.table))
	mask := uint32(len(b.table) - 1)
	for n := range b.terms {
		i := b.terms[n].hash & mask
		for b.table[i] != 0 {
			i = (i + 1) & mask
		}
		b.table[i] = uint32(n + 1)
	}
}

// Build writes the segment.
func (b *Builder) Build() ([]byte, error) {
	var out bytes.Buffer
	out.Grow(3*len(b.occ) + len(b.names) + len(b.stored))
	w := newWriter(&out)
	order, places := b.sorted()
	e := &encoder{}
	at := 0 // in order
	for i, f := range b.schema {
		w.beginField()
		e.positional = f.Positions
		for ; at < len(order) && b.terms[order[at]].field == uint32(i); at++ {
			t := &b.terms[order[at]]
			e.encode(places[:t.count])
			places = places[t.count:]
			if err := w.term(b.name(t), e); err != nil {
				return nil, err
			}
		}
		if err := w.endField(b.lengths[i]); err != nil {
			return nil, err
		}
	}
	for i, id := range b.ids {
		record := binary.AppendUvarint(nil, uint64(len(id)))
		b.records[i] = append(append(record, id...), b.records[i]...)
	}
	if err := w.documents(b.records, byID(b.ids)); err != nil {
		return nil, err
	}
	if err := w.end(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// place is an occurrence of a term that is known from the context.
type place struct{ doc, at uint32 }

// sorted gives the numbers of the terms by field and name, and the occurrences
// in that order, by document and position within a term: a counting sort, since
// they were noted in that order.
func (b *Builder) sorted() (order []uint32, places []place) {
	order = make([]uint32, len(b.terms))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(x, y uint32) int {
		s, t := &b.terms[x], &b.terms[y]
		return cmp.Or(cmp.Compare(s.field, t.field), bytes.Compare(b.name(s), b.name(t)))
	})
	next := make([]uint32, len(b.terms))
	sum := uint32(0)
	for _, n := range order {
		next[n] = sum
		sum += b.terms[n].count
	}
	places = make([]place, len(b.occ))
	for _, o := range b.occ {
		places[next[o.term]] = place{o.doc, o.at}
		next[o.term]++
	}
	return order, places
}

// encode makes the postings of a term with these occurrences.
func (e *encoder) encode(places []place) {
	e.reset()
	for len(places) > 0 {
		n, freq := 1, places[0].at&MaxWeight
		for n < len(places) && places[n].doc == places[0].doc {
			freq += places[n].at & MaxWeight
			n++
		}
		e.add(places[0].doc, freq, uint32(n))
		if e.positional {
			last := uint32(0)
			for _, p := range places[:n] {
				pos := p.at >> weightBits
				e.positions = binary.AppendUvarint(e.positions, uint64(pos-last))
				last = pos
			}
		}
		places = places[n:]
	}
}

// byID gives the numbers of documents by the order of their ids.
func byID(ids []string) []uint32 {
	order := make([]uint32, len(ids))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return cmp.Compare(ids[a], ids[b]) })
	return order
}

// segment is a segment in memory of what was built.
func (b *Builder) segment() (*Segment, error) {
	data, err := b.Build()
	if err != nil {
		return nil, err
	}
	s, err := read(data, b.schema)
	if err != nil {
		return nil, fmt.Errorf("read what was built: %w", err)
	}
	return s, nil
}
