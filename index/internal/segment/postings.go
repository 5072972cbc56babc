package segment

import (
	"encoding/binary"
	"errors"
	"math"
	"math/bits"
	"slices"
)

// block is the number of documents of a term between two of whose positions the
// file has the place, and step that between two that a reader goes to at once.
const (
	block = 64
	step  = 16
)

// Postings are the documents of a term, ascending, with what it does in each.
// They stay encoded, and readers decode what they are asked for. They never
// change.
type Postings struct {
	n          int
	last       uint32 // document
	positional bool
	docs       []byte
	positions  []byte   // nil in a field without positions
	places     []uint32 // in positions, of every block but the first
	skips      []skip   // to every step but the first
}

// skip is how far postings are at the beginning of a step.
type skip struct {
	before  uint32 // document before it
	docs    uint32 // place in docs
	between uint32 // occurrences since the beginning of the block
}

var errPostings = errors.New("postings end too early")

// Len is the number of documents.
func (p *Postings) Len() int { return p.n }

// Last is the last document, 0 if there is none.
func (p *Postings) Last() uint32 { return p.last }

// Size is the memory that postings take besides the file, in bytes.
func (p *Postings) Size() int {
	const overhead, placeSize, skipSize = 144, 4, 12
	return overhead + placeSize*len(p.places) + skipSize*len(p.skips)
}

// decode reads where the postings at the beginning of b have their documents and
// positions. What it accepts, a reader can read.
func decode(b []byte, positional bool) (*Postings, error) {
	n, b, err := number(b)
	if err != nil {
		return nil, err
	}
	if n > uint64(len(b)) { // a document takes a byte at least
		return nil, errPostings
	}
	p := &Postings{n: int(n), positional: positional}
	if n > step {
		p.skips = make([]skip, 0, (n-1)/step)
	}
	rest, err := p.scan(b)
	if err != nil {
		return nil, err
	}
	p.docs = b[:len(b)-len(rest)]
	if !positional {
		return p, nil
	}
	return p, p.findPositions(rest)
}

// number reads a uvarint.
func number(b []byte) (uint64, []byte, error) {
	switch { // most take a byte or two
	case len(b) > 0 && b[0] < 0x80:
		return uint64(b[0]), b[1:], nil
	case len(b) > 1 && b[1] < 0x80:
		return uint64(b[0])&0x7f | uint64(b[1])<<7, b[2:], nil
	}
	v, n := binary.Uvarint(b)
	if n <= 0 {
		return 0, nil, errPostings
	}
	return v, b[n:], nil
}

// scan goes through the documents once, to learn where the blocks begin and
// what is behind the last.
func (p *Postings) scan(all []byte) (rest []byte, err error) {
	b, doc, between := all, uint64(0), uint64(0)
	for first := 0; first < p.n; first += step {
		if first%block == 0 {
			between = 0
		}
		if first > 0 {
			p.skips = append(p.skips, skip{before: uint32(doc), docs: uint32(len(all) - len(b)), between: uint32(between)})
		}
		for range min(step, p.n-first) {
			if p.positional && len(b) > 0 && isShort(b[0]) {
				doc += uint64(b[0] >> 1)
				between++
				b = b[1:]
				continue
			}
			gap, count, rest, err := next(b, p.positional)
			if err != nil {
				return nil, err
			}
			doc += gap
			between += count
			b = rest
		}
	}
	if doc > math.MaxUint32 || len(all)-len(b) > math.MaxUint32 {
		return nil, errPostings
	}
	p.last = uint32(doc)
	return b, nil
}

// isShort tells whether a byte is all that there is of a document in a field with
// positions: near the one before, with one occurrence. Most are like that.
func isShort(b byte) bool {
	const long, once = 0x80, 1
	return b&(long|once) == once
}

// next reads how far a document is behind the one before, and how many
// occurrences it has.
func next(b []byte, positional bool) (gap, count uint64, rest []byte, err error) {
	if len(b) > 0 && b[0] < 0x80 { // as most are
		gap, b = uint64(b[0]), b[1:]
	} else if gap, b, err = number(b); err != nil {
		return 0, 0, nil, err
	}
	if !positional {
		return gap, 0, b, nil
	}
	if gap&1 == 1 {
		return gap >> 1, 1, b, nil
	}
	freq, b, err := number(b)
	if count = freq >> 1; err == nil && freq&1 == 0 {
		count, b, err = number(b)
	}
	return gap >> 1, count, b, err
}

// appendDocs decodes the documents at the beginning of b alone.
func appendDocs(to []uint32, b []byte, positional bool) ([]uint32, error) {
	n, b, err := number(b)
	if err != nil || n > uint64(len(b)) {
		return to, errPostings
	}
	return appendGaps(to, b, int(n), positional)
}

func appendGaps(to []uint32, b []byte, n int, positional bool) ([]uint32, error) {
	to = slices.Grow(to, n)
	doc := uint64(0)
	for range n {
		if positional && len(b) > 0 && isShort(b[0]) {
			doc += uint64(b[0] >> 1)
			b = b[1:]
		} else {
			gap, _, rest, err := next(b, positional)
			if err != nil {
				return to, err
			}
			doc += gap
			b = rest
		}
		to = append(to, uint32(doc))
	}
	return to, nil
}

// findPositions reads where the positions of each block are.
func (p *Postings) findPositions(b []byte) error {
	size, b, err := number(b)
	if err != nil {
		return err
	}
	if blocks := (p.n - 1) / block; p.n > 0 && blocks > 0 {
		p.places = make([]uint32, blocks)
	}
	at := uint64(0)
	for i := range p.places {
		var v uint64
		if v, b, err = number(b); err != nil {
			return err
		}
		at += v
		p.places[i] = uint32(min(at, size))
	}
	if size > uint64(len(b)) || size > math.MaxUint32 {
		return errPostings
	}
	p.positions = b[:size]
	return nil
}

// varints is the length of n uvarints. Their last bytes are counted, eight at a
// time.
func varints(b []byte, n int) int {
	const lastBits = 0x8080808080808080
	i := 0
	for ; n > 8 && i+8 <= len(b); i += 8 {
		n -= bits.OnesCount64(^binary.LittleEndian.Uint64(b[i:]) & lastBits)
	}
	for ; n > 0 && i < len(b); i++ {
		if b[i] < 0x80 {
			n--
		}
	}
	return i
}
