package segment

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"sync/atomic"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/mmap-go"
	api "github.com/blevesearch/scorch_segment_api/v2"
)

// Segment is a segment that was built or opened. It is safe for concurrent use.
type Segment struct {
	data   []byte
	schema Schema
	footer *footer
	dicts  []*Dictionary
	path   string    // "" of one in memory
	mapped mmap.MMap // nil of one in memory

	refs atomic.Int64
}

// read makes a segment of a whole file.
func read(data []byte, schema Schema) (*Segment, error) {
	f, err := readFooter(data, len(schema))
	if err != nil {
		return nil, err
	}
	s := &Segment{data: data, schema: schema, footer: f}
	for i := range schema {
		d, err := s.dictionary(i)
		if err != nil {
			return nil, fmt.Errorf("read dictionary of %s: %w", schema[i].Name, err)
		}
		s.dicts = append(s.dicts, d)
	}
	s.refs.Store(1)
	return s, nil
}

// Dict is the dictionary of a field, nil if there is no such field.
func (s *Segment) Dict(field string) *Dictionary {
	i, ok := s.schema.number(field)
	if !ok {
		return nil
	}
	return s.dicts[i]
}

// Lengths gives the length of a field with positions by document.
func (s *Segment) Lengths(field string) ([]uint32, error) {
	out := make([]uint32, s.footer.n)
	i, ok := s.schema.number(field)
	if !ok || !s.schema[i].Positions {
		return out, nil
	}
	b := s.data[s.footer.fields[i].lengths:s.footer.offsets]
	for d := range out {
		v, rest, err := number(b)
		if err != nil {
			return nil, fmt.Errorf("lengths of %s: %w", field, err)
		}
		out[d], b = uint32(v), rest
	}
	return out, nil
}

// Count is the number of documents, deleted ones too.
func (s *Segment) Count() uint64 { return s.footer.n }

// errNoDocument is a number that no document has.
var errNoDocument = errors.New("there is no such document")

// record is what is kept of a document.
func (s *Segment) record(doc uint64) (id, stored []byte, err error) {
	if doc >= s.footer.n {
		return nil, nil, errNoDocument
	}
	at := s.data[s.footer.offsets+8*doc:]
	start, end := binary.BigEndian.Uint64(at), binary.BigEndian.Uint64(at[8:])
	if start > end || end > s.footer.offsets {
		return nil, nil, errors.New("a document lies outside of the file")
	}
	n, b, err := number(s.data[start:end])
	if err != nil || n > uint64(len(b)) {
		return nil, nil, errors.New("a document ends too early")
	}
	return b[:n], b[n:], nil
}

// DocID gives the id of a document.
func (s *Segment) DocID(doc uint64) ([]byte, error) {
	id, _, err := s.record(doc)
	return id, err
}

// Stored gives the bytes kept with a document. They are not to be changed, and
// good as long as the segment is open.
func (s *Segment) Stored(doc uint64) ([]byte, error) {
	_, stored, err := s.record(doc)
	return stored, err
}

// DocNumbers finds the documents with these ids.
func (s *Segment) DocNumbers(ids []string) (*roaring.Bitmap, error) {
	found := roaring.New()
	for _, id := range ids {
		doc, ok, err := s.find(id)
		if err != nil {
			return nil, err
		}
		if ok {
			found.Add(doc)
		}
	}
	return found, nil
}

// find looks for an id by halving.
func (s *Segment) find(id string) (uint32, bool, error) {
	lo, hi := uint64(0), s.footer.n
	for lo < hi {
		mid := lo + (hi-lo)/2
		doc := binary.BigEndian.Uint32(s.data[s.footer.byID+4*mid:])
		have, err := s.DocID(uint64(doc))
		if err != nil {
			return 0, false, err
		}
		switch {
		case string(have) == id:
			return doc, true, nil
		case string(have) < id:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return 0, false, nil
}

// Size is the memory that the segment takes, without what is mapped.
func (s *Segment) Size() int {
	const overhead = 1 << 10
	if s.mapped != nil {
		return overhead
	}
	return overhead + len(s.data)
}

// AddRef adds a user.
func (s *Segment) AddRef() { s.refs.Add(1) }

// DecRef takes a user away. The last one closes the file.
func (s *Segment) DecRef() error {
	if s.refs.Add(-1) > 0 || s.mapped == nil {
		return nil
	}
	if err := s.mapped.Unmap(); err != nil {
		return fmt.Errorf("close segment %s: %w", s.path, err)
	}
	return nil
}

// Close takes a user away.
func (s *Segment) Close() error { return s.DecRef() }

// What scorch asks for and this format does not have: its own searchers are not
// used, package index evaluates queries.
var errUnsupported = errors.New("segments are evaluated by package index")

// Dictionary is not supported; see Dict.
func (s *Segment) Dictionary(string) (api.TermDictionary, error) { return nil, errUnsupported }

// VisitStoredFields is not supported; see Stored.
func (s *Segment) VisitStoredFields(uint64, api.StoredFieldValueVisitor) error { return errUnsupported }

// Fields names the fields.
func (s *Segment) Fields() []string {
	names := make([]string, len(s.schema))
	for i, f := range s.schema {
		names[i] = f.Name
	}
	return slices.Clip(names)
}

// BytesRead is not counted.
func (s *Segment) BytesRead() uint64 { return 0 }

// ResetBytesRead does nothing.
func (s *Segment) ResetBytesRead(uint64) {}

// BytesWritten is the size of the file.
func (s *Segment) BytesWritten() uint64 { return uint64(min(len(s.data), math.MaxInt)) }
