package segment

import (
	"encoding/binary"
	"errors"
	"math"
	"math/bits"
)

// block is the number of documents of a term between two places in its
// positions that can be gone to at once.
const block = 64

// Postings are the documents of a term, ascending. They are not to be changed.
type Postings struct {
	Docs   []uint32
	Freqs  []uint32 // weighted frequency in each; nil in a field without positions
	Counts []uint32 // occurrences in each; nil in a field without positions

	skips     []uint32 // places in positions of every block but the first
	positions []byte
}

var errPostings = errors.New("postings end too early")

// decode reads the postings at the beginning of b.
func decode(b []byte, positions bool) (*Postings, error) {
	n, b, err := number(b)
	if err != nil {
		return nil, err
	}
	if n > uint64(len(b)) { // a document takes a byte at least
		return nil, errPostings
	}
	p := &Postings{}
	if !positions {
		p.Docs = make([]uint32, n)
		return p, p.decodeDocs(b)
	}
	numbers := make([]uint32, 3*n)
	p.Docs, p.Freqs, p.Counts = numbers[:n:n], numbers[n:2*n:2*n], numbers[2*n:]
	if b, err = p.decodeFreqs(b); err != nil {
		return nil, err
	}
	return p, p.decodePlaces(b)
}

// number reads a uvarint.
func number(b []byte) (uint64, []byte, error) {
	if len(b) > 0 && b[0] < 0x80 {
		return uint64(b[0]), b[1:], nil
	}
	v, n := binary.Uvarint(b)
	if n <= 0 {
		return 0, nil, errPostings
	}
	return v, b[n:], nil
}

func (p *Postings) decodeDocs(b []byte) error {
	doc := uint64(0)
	for i := range p.Docs {
		v, rest, err := number(b)
		if err != nil {
			return err
		}
		b = rest
		doc += v
		p.Docs[i] = uint32(doc)
	}
	return nil
}

// appendDocs decodes the documents alone.
func appendDocs(to []uint32, b []byte, positions bool) ([]uint32, error) {
	n, b, err := number(b)
	doc := uint64(0)
	for range n {
		var v uint64
		if len(b) > 0 && b[0] < 0x80 { // as most are
			v, b = uint64(b[0]), b[1:]
		} else if v, b, err = number(b); err != nil {
			break
		}
		if !positions {
			doc += v
			to = append(to, uint32(doc))
			continue
		}
		doc += v >> 1
		to = append(to, uint32(doc))
		if v&1 == 1 {
			continue
		}
		if len(b) > 0 && b[0] < 0x80 && b[0]&1 == 1 {
			b = b[1:]
			continue
		}
		if v, b, err = number(b); err == nil && v&1 == 0 {
			_, b, err = number(b)
		}
		if err != nil {
			break
		}
	}
	return to, err
}

func (p *Postings) decodeFreqs(b []byte) ([]byte, error) {
	doc := uint64(0)
	for i := range p.Docs {
		var v uint64
		var err error
		if len(b) > 0 && b[0] < 0x80 {
			v, b = uint64(b[0]), b[1:]
		} else if v, b, err = number(b); err != nil {
			return nil, err
		}
		doc += v >> 1
		p.Docs[i] = uint32(doc)
		freq, count := uint64(1), uint64(1)
		if v&1 == 0 {
			if freq, b, err = number(b); err != nil {
				return nil, err
			}
			same := freq&1 == 1
			freq >>= 1
			if count = freq; !same {
				if count, b, err = number(b); err != nil {
					return nil, err
				}
			}
		}
		p.Freqs[i], p.Counts[i] = uint32(freq), uint32(count)
	}
	return b, nil
}

func (p *Postings) decodePlaces(b []byte) error {
	size, b, err := number(b)
	if err != nil {
		return err
	}
	if blocks := (len(p.Docs) - 1) / block; len(p.Docs) > 0 && blocks > 0 {
		p.skips = make([]uint32, blocks)
		at := uint64(0)
		for i := range p.skips {
			var v uint64
			if v, b, err = number(b); err != nil {
				return err
			}
			at += v
			p.skips[i] = uint32(at)
		}
	}
	if size > uint64(len(b)) || size > math.MaxUint32 {
		return errPostings
	}
	p.positions = b[:size]
	return nil
}

// Positions reads the positions of a term in its documents.
type Positions struct {
	of   *Postings
	next int    // number of the document whose positions rest begins with
	rest []byte // of the positions
}

// Positions starts reading.
func (p *Postings) Positions() Positions { return Positions{of: p, rest: p.positions} }

// seek goes to the i-th document. It is fast when i ascends.
func (r *Positions) seek(i int) {
	if at := i / block; at > 0 && (i < r.next || at > r.next/block) {
		r.next, r.rest = at*block, r.of.positions[min(int(r.of.skips[at-1]), len(r.of.positions)):]
	} else if i < r.next {
		r.next, r.rest = 0, r.of.positions
	}
	between := uint32(0) // occurrences
	for ; r.next < i; r.next++ {
		between += r.of.Counts[r.next]
	}
	r.rest = r.rest[varints(r.rest, int(between)):]
}

// First gives the first position in the i-th document.
func (r *Positions) First(i int) uint32 {
	r.seek(i)
	v, _, err := number(r.rest)
	if err != nil {
		return 0 // verified files have what they say
	}
	return uint32(v)
}

// Append adds the positions in the i-th document, ascending.
func (r *Positions) Append(to []uint32, i int) []uint32 {
	r.seek(i)
	r.next++
	b, pos := r.rest, uint32(0)
	for range r.of.Counts[i] {
		if len(b) > 0 && b[0] < 0x80 { // as most are
			pos += uint32(b[0])
			b = b[1:]
		} else {
			v, rest, err := number(b)
			if err != nil {
				break // verified files have what they say
			}
			b = rest
			pos += uint32(v)
		}
		to = append(to, pos)
	}
	r.rest = b
	return to
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
