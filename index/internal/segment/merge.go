package segment

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
	api "github.com/blevesearch/scorch_segment_api/v2"
)

// dropped is the new number of a document that is left out of a merge.
const dropped = math.MaxUint64

// merger joins segments into one, in their order and without what is deleted.
type merger struct {
	schema  Schema
	from    []*Segment
	numbers [][]uint64 // new number by segment and old number
	closed  chan struct{}
	w       *writer
}

// renumber gives the documents that stay their new numbers.
func renumber(from []*Segment, drops []*roaring.Bitmap) (numbers [][]uint64) {
	next := uint64(0)
	for i, s := range from {
		list := make([]uint64, s.Count())
		for d := range list {
			if drops[i] != nil && drops[i].Contains(uint32(d)) {
				list[d] = dropped
				continue
			}
			list[d] = next
			next++
		}
		numbers = append(numbers, list)
	}
	return numbers
}

func (m *merger) run() error {
	for i := range m.schema {
		if err := m.field(i); err != nil {
			return fmt.Errorf("merge field %s: %w", m.schema[i].Name, err)
		}
	}
	if err := m.documents(); err != nil {
		return fmt.Errorf("merge documents: %w", err)
	}
	return m.w.end()
}

// source is a dictionary on its way through a merge.
type source struct {
	*cursor
	numbers []uint64
}

// field merges the dictionaries by always taking the least term.
func (m *merger) field(field int) error {
	m.w.beginField()
	var sources []*source
	for i, s := range m.from {
		x := &source{s.dicts[field].cursor(0), m.numbers[i]}
		if x.next() {
			sources = append(sources, x)
		} else if x.err != nil {
			return x.err
		}
	}
	e := &encoder{positional: m.schema[field].Positions}
	for len(sources) > 0 {
		if m.isClosed() {
			return api.ErrClosed
		}
		least := sources[0].term
		for _, s := range sources[1:] {
			if bytes.Compare(s.term, least) < 0 {
				least = s.term
			}
		}
		least = slices.Clone(least) // the cursors write over theirs
		e.reset()
		var err error
		if sources, err = e.take(sources, least); err != nil {
			return err
		}
		if e.n == 0 {
			continue
		}
		if err := m.w.term(least, e); err != nil {
			return err
		}
	}
	lengths, err := m.lengths(field)
	if err != nil {
		return err
	}
	return m.w.endField(lengths)
}

// take adds the postings of all sources that are at a term and moves these on.
func (e *encoder) take(sources []*source, term []byte) ([]*source, error) {
	kept := sources[:0]
	for _, s := range sources {
		if !bytes.Equal(s.term, term) {
			kept = append(kept, s)
			continue
		}
		p, err := s.dict.at(s.at)
		if err != nil {
			return nil, fmt.Errorf("postings of %q: %w", term, err)
		}
		e.copyOf(p, s.numbers)
		if s.next() {
			kept = append(kept, s)
		} else if s.err != nil {
			return nil, s.err
		}
	}
	return kept, nil
}

// copyOf adds the postings of documents that stay. Positions are relative
// within a document, so they are copied as they are.
func (e *encoder) copyOf(p *Postings, numbers []uint64) {
	rest := p.positions
	for r := p.Reader(); r.Next(); {
		size := varints(rest, int(r.Count))
		if n := numbers[r.Doc]; n != dropped {
			e.add(uint32(n), r.Freq, r.Count)
			e.positions = append(e.positions, rest[:size]...)
		}
		rest = rest[size:]
	}
}

func (m *merger) lengths(field int) ([]uint32, error) {
	if !m.schema[field].Positions {
		return nil, nil
	}
	var out []uint32
	for i, s := range m.from {
		lengths, err := s.Lengths(m.schema[field].Name)
		if err != nil {
			return nil, err
		}
		for d, n := range m.numbers[i] {
			if n != dropped {
				out = append(out, lengths[d])
			}
		}
	}
	return out, nil
}

func (m *merger) documents() error {
	var records [][]byte
	var ids []string
	for i, s := range m.from {
		for d, n := range m.numbers[i] {
			if n == dropped {
				continue
			}
			id, stored, err := s.record(uint64(d))
			if err != nil {
				return err
			}
			ids = append(ids, string(id))
			head := binary.AppendUvarint(nil, uint64(len(id)))
			records = append(records, slices.Concat(head, id, stored))
		}
		if m.isClosed() {
			return api.ErrClosed
		}
	}
	return m.w.documents(records, byID(ids))
}

func (m *merger) isClosed() bool {
	select {
	case <-m.closed:
		return true
	default:
		return false
	}
}
