package segment

import "encoding/binary"

// termWriter writes the dictionary of a field.
type termWriter struct {
	n       int
	terms   []byte
	offsets []byte
	last    []byte // term
	at      uint64 // place of its postings
}

// add adds the next term with the place of its postings. Both ascend.
func (w *termWriter) add(term []byte, at uint64) {
	shared := 0
	if w.n%inBlock == 0 {
		w.offsets = binary.BigEndian.AppendUint32(w.offsets, uint32(len(w.terms)))
		w.at = 0
	} else {
		shared = common(w.last, term)
		w.terms = binary.AppendUvarint(w.terms, uint64(shared))
	}
	w.terms = binary.AppendUvarint(w.terms, uint64(len(term)-shared))
	w.terms = append(w.terms, term[shared:]...)
	w.terms = binary.AppendUvarint(w.terms, at-w.at)
	w.n, w.at, w.last = w.n+1, at, append(w.last[:0], term...)
}

// end gives the dictionary and begins the next one. It is good until then.
func (w *termWriter) end() []byte {
	b := binary.BigEndian.AppendUint32(append(w.terms, w.offsets...), uint32(w.n))
	w.n, w.terms, w.offsets = 0, b[:0], w.offsets[:0]
	return b
}

// common is the number of bytes at the beginning of both.
func common(a, b []byte) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
