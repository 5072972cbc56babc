package segment

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"sort"
)

// Dictionary finds the postings of a field's terms.
type Dictionary struct {
	terms     []byte   // of all blocks
	offsets   []byte   // of the blocks in terms, offsetSize each
	heads     []uint64 // of the first terms of the blocks, in memory
	n         int      // terms
	postings  []byte
	positions bool
}

// The terms of a dictionary stand in blocks of inBlock. The first term of a
// block is whole, of the others there is what differs from the one before
// (front coding; Witten, Moffat and Bell, "Managing Gigabytes", 2nd ed., 1999,
// section 4.1).
const (
	inBlock    = 16
	offsetSize = 4 // bytes of a block's place
	countSize  = 4 // bytes of the number of terms, which is the dictionary's end
)

var errTerms = errors.New("the dictionary is damaged")

func (s *Segment) dictionary(field int) (*Dictionary, error) {
	p := s.footer.fields[field]
	return dictionary(s.data[p.dictionary:p.lengths], s.data[p.postings:p.dictionary], s.schema[field].Positions)
}

func dictionary(b, postings []byte, positions bool) (*Dictionary, error) {
	if len(b) < countSize {
		return nil, errTerms
	}
	n := int(binary.BigEndian.Uint32(b[len(b)-countSize:]))
	b = b[:len(b)-countSize]
	index := (n + inBlock - 1) / inBlock * offsetSize
	if index > len(b) {
		return nil, errTerms
	}
	d := &Dictionary{terms: b[:len(b)-index], offsets: b[len(b)-index:], n: n, postings: postings, positions: positions}
	d.heads = make([]uint64, d.blocks())
	for i := range d.heads {
		d.heads[i] = head(d.first(i))
	}
	return d, nil
}

// head is the beginning of a term as a number: heads are ordered as terms are.
func head[T string | []byte](term T) uint64 {
	var h uint64
	for i := range min(len(term), 8) {
		h |= uint64(term[i]) << (56 - 8*i)
	}
	return h
}

// Terms is the number of terms.
func (d *Dictionary) Terms() int { return d.n }

func (d *Dictionary) blocks() int { return len(d.offsets) / offsetSize }

// block gives a block with all behind it, nil if it is not where it should be.
func (d *Dictionary) block(i int) []byte {
	at := binary.BigEndian.Uint32(d.offsets[offsetSize*i:])
	if int64(at) >= int64(len(d.terms)) {
		return nil
	}
	return d.terms[at:]
}

// first gives the first term of a block, nil if the block is damaged.
func (d *Dictionary) first(i int) []byte {
	n, b, err := number(d.block(i))
	if err != nil || n > uint64(len(b)) {
		return nil
	}
	return b[:n]
}

// before finds the last block whose first term is not behind a term; 0 if there
// is none.
func (d *Dictionary) before(term string) int {
	h := head(term)
	from, _ := slices.BinarySearch(d.heads, h)
	alike := len(d.heads) - from // blocks that may begin as the term does
	if h < math.MaxUint64 {
		alike, _ = slices.BinarySearch(d.heads[from:], h+1)
	}
	behind := sort.Search(alike, func(i int) bool { return string(d.first(from+i)) > term })
	return max(0, from+behind-1)
}

// Get gives the postings of a term, nil if there is no such term.
func (d *Dictionary) Get(term string) (*Postings, error) {
	f := d.Finder()
	return f.Get(term)
}

// Finder looks up several terms, faster if they are near each other.
type Finder struct{ c *cursor }

// Finder starts looking up.
func (d *Dictionary) Finder() Finder { return Finder{d.cursor(0)} }

// Get gives the postings of a term, nil if there is no such term.
func (f *Finder) Get(term string) (*Postings, error) {
	ok := f.c.find(term)
	if f.c.err != nil {
		return nil, fmt.Errorf("look up %q: %w", term, f.c.err)
	}
	if !ok {
		return nil, nil
	}
	return f.c.dict.at(f.c.at)
}

func (d *Dictionary) at(at uint64) (*Postings, error) {
	if at >= uint64(len(d.postings)) {
		return nil, errPostings
	}
	return decode(d.postings[at:], d.positions)
}

// Walk visits the terms that begin with a prefix, in their order. A term is good
// until visit returns. It ends with the first error of visit.
func (d *Dictionary) Walk(prefix string, visit func(Entry) error) error {
	c := d.cursor(d.before(prefix))
	for ok := c.seek(prefix); ok && c.begins(prefix); ok = c.next() {
		if err := visit(Entry{Term: c.term, dict: d, at: c.at}); err != nil {
			return err
		}
	}
	return c.failure()
}

// Numbers gives the numbers, from 0 on and in their order, of the terms that
// begin with a prefix: from the first one up to the one behind them.
func (d *Dictionary) Numbers(prefix string) (first, behind int) {
	first = d.number(prefix)
	return first, max(first, d.number(prefix+"\xff")) // which is in no term
}

// number is that of the first term that is not before one.
func (d *Dictionary) number(term string) int {
	c := d.cursor(d.before(term))
	if !c.seek(term) {
		return d.n
	}
	return c.number()
}

// Pick visits the terms of some numbers, which ascend, as Walk does.
func (d *Dictionary) Pick(numbers []int, visit func(Entry) error) error {
	c := d.cursor(0)
	for _, n := range numbers {
		if block := n / inBlock; block != c.block {
			if !c.enter(block) {
				break
			}
		}
		for c.number() < n && c.next() {
		}
		if c.err != nil {
			break
		}
		if err := visit(Entry{Term: c.term, dict: d, at: c.at}); err != nil {
			return err
		}
	}
	return c.failure()
}

// Entry is a term of a dictionary.
type Entry struct {
	Term []byte
	dict *Dictionary
	at   uint64
}

// Postings reads the postings of the term.
func (e *Entry) Postings() (*Postings, error) { return e.dict.at(e.at) }

// AppendDocs adds the documents with the term, ascending, without the rest of
// its postings.
func (e *Entry) AppendDocs(to []uint32) ([]uint32, error) {
	if e.at >= uint64(len(e.dict.postings)) {
		return to, errPostings
	}
	return appendDocs(to, e.dict.postings[e.at:], e.dict.positions)
}

// Documents is the number of documents with the term.
func (e *Entry) Documents() int {
	if e.at >= uint64(len(e.dict.postings)) {
		return 0
	}
	n, _, err := number(e.dict.postings[e.at:])
	if err != nil {
		return 0
	}
	return int(n)
}
