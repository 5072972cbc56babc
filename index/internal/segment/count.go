package segment

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"hash/maphash"
	"slices"
)

// terms counts the occurrences of terms. Each lies in all with its head, so that
// what is asked of a term most often is in one place:
//
//	occurrences       4 bytes, little-endian like the others
//	length of name    4 bytes
//	field             1 byte
//	name
type terms struct {
	seed  maphash.Seed
	table []slot // a power of two, half of them free
	n     int    // of terms
	all   []byte // the first byte is not used, so that no term is at 0
}

// Term is a term of a builder: where it begins in terms.all.
type Term uint32

// slot leads to a term, to none if place is 0.
type slot struct {
	hash  uint32
	place Term
}

// The layout of a term.
const (
	sizeAt   = 4
	fieldAt  = 8
	headSize = 9
)

func newTerms() terms {
	const fewest = 1 << 14
	return terms{seed: maphash.MakeSeed(), table: make([]slot, fewest), all: make([]byte, 1)}
}

func (t *terms) reset() {
	clear(t.table)
	t.n, t.all = 0, t.all[:1]
}

// count counts an occurrence of a term.
func (t *terms) count(field int, name []byte) Term {
	h := uint32(maphash.Bytes(t.seed, name)) + uint32(field)*0x9e3779b9
	mask := uint32(len(t.table) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		s := &t.table[i]
		if s.place == 0 {
			return t.add(s, h, field, name)
		}
		if s.hash == h && t.is(s.place, field, name) {
			t.again(s.place)
			return s.place
		}
	}
}

// again counts another occurrence of a term.
func (t *terms) again(p Term) {
	head := t.all[p:][:headSize]
	binary.LittleEndian.PutUint32(head, binary.LittleEndian.Uint32(head)+1)
}

// is tells whether the term at a place has this field and name.
func (t *terms) is(p Term, field int, name []byte) bool {
	term := t.all[p:]
	return int(binary.LittleEndian.Uint32(term[sizeAt:])) == len(name) && int(term[fieldAt]) == field &&
		string(term[headSize:headSize+len(name)]) == string(name)
}

// add adds a term that has occurred once, in a free slot.
func (t *terms) add(s *slot, hash uint32, field int, name []byte) Term {
	p := Term(len(t.all))
	*s = slot{hash, p}
	t.all = binary.LittleEndian.AppendUint32(t.all, 1)
	t.all = binary.LittleEndian.AppendUint32(t.all, uint32(len(name)))
	t.all = append(append(t.all, byte(field)), name...)
	if t.n++; 2*t.n > len(t.table) {
		t.grow()
	}
	return p
}

func (t *terms) grow() {
	old := t.table
	t.table = make([]slot, 2*len(old))
	mask := uint32(len(t.table) - 1)
	for _, s := range old {
		if s.place == 0 {
			continue
		}
		i := s.hash & mask
		for t.table[i].place != 0 {
			i = (i + 1) & mask
		}
		t.table[i] = s
	}
}

// name gives the name of a term.
func (t *terms) name(p Term) []byte {
	term := t.all[p:]
	return term[headSize : headSize+binary.LittleEndian.Uint32(term[sizeAt:])]
}

// setCount sets the number of occurrences of a term.
func (t *terms) setCount(p Term, n uint32) { binary.LittleEndian.PutUint32(t.all[p:], n) }

// counted counts an occurrence of a term and gives the number of those before.
func (t *terms) counted(p Term) uint32 {
	n := binary.LittleEndian.Uint32(t.all[p:])
	t.setCount(p, n+1)
	return n
}

// sortedTerm is a term in the order of field and name.
type sortedTerm struct {
	key   uint64 // the field and the first bytes of the name: tells most terms apart
	place Term
	count uint32
}

// keyBytes is the number of bytes of a name in a key.
const keyBytes = 7

func (s sortedTerm) field() int { return int(s.key >> (8 * keyBytes)) }

// sorted gives all terms by field and name.
func (t *terms) sorted() []sortedTerm {
	order := make([]sortedTerm, 0, t.n)
	for p := Term(1); int(p) < len(t.all); {
		name := t.name(p)
		key := [8]byte{t.all[p+fieldAt]}
		copy(key[1:], name)
		order = append(order, sortedTerm{binary.BigEndian.Uint64(key[:]), p, binary.LittleEndian.Uint32(t.all[p:])})
		p += headSize + Term(len(name))
	}
	slices.SortFunc(order, func(x, y sortedTerm) int {
		if x.key != y.key {
			return cmp.Compare(x.key, y.key)
		}
		return bytes.Compare(t.name(x.place), t.name(y.place))
	})
	return order
}
