package segment

import "sort"

// Reader goes through the postings of a term. It is before the first document
// until Next or Seek.
type Reader struct {
	Doc   uint32 // document at hand
	Freq  uint32 // weighted frequency in it; 0 in a field without positions
	Count uint32 // occurrences in it, likewise

	of        *Postings
	next      int // number of the document behind
	docs      int // its place in the documents
	positions int // a place in the positions
	between   int // occurrences from there to the document at hand
}

// Reader starts reading.
func (p *Postings) Reader() Reader { return Reader{of: p} }

// Next goes to the next document. It is false if there is none.
func (r *Reader) Next() bool {
	p := r.of
	if r.next == p.n {
		return false
	}
	r.next++
	r.between += int(r.Count)
	gap := uint64(p.docs[r.docs])
	r.docs++
	if gap >= 0x80 {
		gap = r.long()
	}
	if !p.positional {
		r.Doc += uint32(gap)
		return true
	}
	r.Doc += uint32(gap >> 1)
	r.Freq, r.Count = 1, 1
	if gap&1 == 0 {
		r.several()
	}
	return true
}

// several reads a frequency and a number of occurrences that are not both 1.
func (r *Reader) several() {
	freq := r.number()
	r.Freq, r.Count = uint32(freq>>1), uint32(freq>>1)
	if freq&1 == 0 {
		r.Count = uint32(r.number())
	}
}

// number reads a uvarint of the documents, all of which were read before.
func (r *Reader) number() uint64 {
	v := uint64(r.of.docs[r.docs])
	r.docs++
	if v < 0x80 { // as most are
		return v
	}
	return r.long()
}

// long reads a uvarint of more than the byte that is behind.
func (r *Reader) long() uint64 {
	v, rest, _ := number(r.of.docs[r.docs-1:])
	r.docs = len(r.of.docs) - len(rest)
	return v
}

// Seek goes to the first document that is not before doc, and tells whether that
// is it. A reader never goes back.
func (r *Reader) Seek(doc uint32) bool {
	if r.next > 0 && r.Doc >= doc {
		return r.Doc == doc
	}
	r.skip(doc)
	for r.Next() {
		if r.Doc >= doc {
			return r.Doc == doc
		}
	}
	return false
}

// skip goes to the beginning of the step that has doc, if that is not the one
// at hand. Steps are doubled and then halved (Bentley and Yao, "An almost
// optimal algorithm for unbounded searching", 1976).
func (r *Reader) skip(doc uint32) {
	ahead := r.of.skips[min(r.next/step, len(r.of.skips)):]
	if len(ahead) == 0 || ahead[0].before >= doc {
		return
	}
	far := 1
	for far < len(ahead) && ahead[far].before < doc {
		far *= 2
	}
	near := far / 2 // ahead[near] is before doc
	near += sort.Search(min(far, len(ahead))-near, func(i int) bool { return ahead[near+i].before >= doc }) - 1
	s := ahead[near]
	r.next = (r.next/step + near + 1) * step
	r.Doc, r.Count, r.docs = s.before, 0, int(s.docs)
	r.positions, r.between = 0, int(s.between)
	if at := r.next / block; at > 0 && r.of.positional {
		r.positions = int(r.of.places[at-1])
	}
}

// AppendDocs adds all documents.
func (p *Postings) AppendDocs(to []uint32) []uint32 {
	to, _ = appendGaps(to, p.docs, p.n, p.positional) // they were read before
	return to
}

// Read decodes the next documents with their frequencies, as many as both have
// room for, and gives their number.
func (r *Reader) Read(docs, freqs []uint32) int {
	all := r.of.docs
	n := min(len(docs), r.of.n-r.next)
	docs, freqs = docs[:n], freqs[:n]
	for i := range docs {
		if b := all[r.docs]; r.of.positional && isShort(b) {
			r.docs++
			r.next++
			r.between += int(r.Count)
			r.Doc, r.Freq, r.Count = r.Doc+uint32(b>>1), 1, 1
		} else {
			r.Next()
		}
		docs[i], freqs[i] = r.Doc, r.Freq
	}
	return n
}

// First gives the first position in the document at hand.
func (r *Reader) First() uint32 {
	v, _, err := number(r.here())
	if err != nil {
		return 0 // verified files have what they say
	}
	return uint32(v)
}

// here is the positions from the document at hand on.
func (r *Reader) here() []byte {
	b := r.of.positions[r.positions:]
	if r.between > 0 {
		n := varints(b, r.between)
		r.positions, r.between, b = r.positions+n, 0, b[n:]
	}
	return b
}

// Append adds the positions in the document at hand, ascending.
func (r *Reader) Append(to []uint32) []uint32 {
	b, pos := r.here(), uint32(0)
	for range r.Count {
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
	return to
}
