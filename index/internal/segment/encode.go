package segment

import "encoding/binary"

// encoder writes the postings of one term after the other.
type encoder struct {
	positional bool

	n         int
	last      uint32 // document
	docs      []byte
	places    []byte // of blocks in positions
	positions []byte
	start     int // of the last block in positions
}

// reset begins a term.
func (e *encoder) reset() {
	e.n, e.last, e.start = 0, 0, 0
	e.docs, e.places, e.positions = e.docs[:0], e.places[:0], e.positions[:0]
}

// add begins the next document of the term. Its positions are appended to
// e.positions by the caller, as uvarints.
func (e *encoder) add(doc, freq, count uint32) {
	gap := uint64(doc - e.last)
	e.last = doc
	if !e.positional {
		e.docs = binary.AppendUvarint(e.docs, gap)
		e.n++
		return
	}
	if e.n > 0 && e.n%block == 0 {
		e.places = binary.AppendUvarint(e.places, uint64(len(e.positions)-e.start))
		e.start = len(e.positions)
	}
	e.n++
	switch {
	case freq == 1 && count == 1:
		e.docs = binary.AppendUvarint(e.docs, gap<<1|1)
	case freq == count:
		e.docs = binary.AppendUvarint(binary.AppendUvarint(e.docs, gap<<1), uint64(freq)<<1|1)
	default:
		e.docs = binary.AppendUvarint(binary.AppendUvarint(e.docs, gap<<1), uint64(freq)<<1)
		e.docs = binary.AppendUvarint(e.docs, uint64(count))
	}
}

// appendTo writes the term.
func (e *encoder) appendTo(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(e.n))
	b = append(b, e.docs...)
	if !e.positional {
		return b
	}
	b = binary.AppendUvarint(b, uint64(len(e.positions)))
	b = append(b, e.places...)
	return append(b, e.positions...)
}
