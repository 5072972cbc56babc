package segment

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"
)

// Builder collects the terms of documents and writes them as a segment.
// Occurrences go into one list that is sorted by term at the end, so that
// nothing is allocated for a term or an occurrence. It is used by one goroutine
// and can be used again after Reset.
type Builder struct {
	schema Schema
	serial uint32
	terms  terms
	occ    []occurrence

	lengths [][]uint32 // by field; nil without positions
	ids     []string
	records [][]byte
	stored  []byte // bytes of records
}

// occurrence is a term at a place.
type occurrence struct {
	term Term
	doc  uint32
	at   uint32
}

// weightBits are the bits of occurrence.at that hold the weight; the others are
// the position.
const weightBits = 4

// MaxWeight is the largest weight of an occurrence.
const MaxWeight = 1<<weightBits - 1

// NewBuilder makes a builder of segments.
func NewBuilder(schema Schema) *Builder {
	return &Builder{schema: schema, terms: newTerms(), lengths: make([][]uint32, len(schema))}
}

// Reset forgets all documents.
func (b *Builder) Reset() {
	b.terms.reset()
	b.occ = b.occ[:0]
	for i := range b.lengths {
		b.lengths[i] = b.lengths[i][:0]
	}
	clear(b.records)
	b.ids, b.records, b.stored = b.ids[:0], b.records[:0], b.stored[:0]
}

// Grow makes room for the terms of so many bytes of text.
func (b *Builder) Grow(text int) {
	const bytesPerTerm = 3 // of running German: a word has two terms
	b.occ = slices.Grow(b.occ, text/bytesPerTerm)
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
// It gives the term, for Again.
func (b *Builder) Add(field int, name []byte, position, weight int) Term {
	term := b.terms.count(field, name)
	b.note(term, position, weight)
	return term
}

// Again is Add for a term that the builder has since Reset.
func (b *Builder) Again(term Term, position, weight int) {
	b.terms.again(term)
	b.note(term, position, weight)
}

func (b *Builder) note(term Term, position, weight int) {
	b.occ = append(b.occ, occurrence{term, uint32(len(b.ids) - 1), uint32(position)<<weightBits | uint32(weight)})
}

// Serial is another number for each segment that a plugin builds.
func (b *Builder) Serial() uint32 { return b.serial }

// Build writes the segment.
func (b *Builder) Build() ([]byte, error) {
	var out bytes.Buffer
	out.Grow(3*len(b.occ) + len(b.terms.all) + len(b.stored))
	w := newWriter(&out)
	order := b.terms.sorted()
	places := b.sorted(order)
	e := &encoder{}
	for i, f := range b.schema {
		w.beginField()
		e.positional = f.Positions
		for ; len(order) > 0 && order[0].field() == i; order = order[1:] {
			e.encode(places[:order[0].count])
			places = places[order[0].count:]
			if err := w.term(b.terms.name(order[0].place), e); err != nil {
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

// sorted gives the occurrences by term, in the order of the terms, and by
// document and position within a term: a counting sort, since they were noted in
// that order.
func (b *Builder) sorted(order []sortedTerm) []place {
	sum := uint32(0)
	for _, t := range order {
		b.terms.setCount(t.place, sum)
		sum += t.count
	}
	places := make([]place, len(b.occ))
	for _, o := range b.occ {
		places[b.terms.counted(o.term)] = place{o.doc, o.at}
	}
	return places
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
