package lexicon

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math/bits"
)

// maxSymbols is how many different bytes the keys of a Trie may have.
const maxSymbols = 64

var errCut = errors.New("lexicon: data cut off")

// decodeTrie reads what Builder.Encode wrote. No value is above limit.
func decodeTrie(r *reader, limit int) (*Trie, error) {
	t := &Trie{}
	symbols := r.bytes(r.uint())
	if len(symbols) > maxSymbols {
		return nil, fmt.Errorf("lexicon: %d symbols in a trie", len(symbols))
	}
	for i := range t.symbols {
		t.symbols[i] = noSymbol
	}
	for i, c := range symbols {
		t.symbols[c] = uint8(i + 1)
	}
	nodes, children := r.uint(), r.uint()
	if nodes < 1 || nodes > len(r.data) || children > len(r.data) {
		return nil, errCut
	}
	l := layout{nodes: make([]flatNode, nodes+1), children: make([]uint32, 0, children), base: make([]uint32, nodes)}
	if !l.read(r, limit) {
		return nil, errCut
	}
	l.arrange()
	if len(l.used)*64 > baseMask {
		return nil, fmt.Errorf("lexicon: a trie of %d units, more than %d", len(l.used)*64, baseMask)
	}
	t.units = make([]Node, len(l.used)*64+noSymbol+1)
	l.fill(t.units)
	return t, nil
}

// layout gives the nodes of an encoded trie their places in memory.
type layout struct {
	nodes    []flatNode // in the order of the encoding, the root at last, and one more
	children []uint32   // number of a node, and its label above labelShift
	base     []uint32   // of each node
	used     []uint64   // a bit for each unit
	taken    []uint64   // a bit for each base
	from     int        // the first word of used in which units are looked for
	top      int        // the last word with a base
}

type flatNode struct {
	value uint32
	first uint32 // of its children; the next node tells where they end
}

func (l *layout) of(i int) []uint32 { return l.children[l.nodes[i].first:l.nodes[i+1].first] }

// read fills nodes and children; false if they are broken. Children come
// before their parents and are encoded as distances from them.
func (l *layout) read(r *reader, limit int) bool {
	last := len(l.nodes) - 2
	for i := range last + 1 {
		value := r.uint()
		if value > limit || value > baseMask || value > 0 && i == last {
			return false
		}
		l.nodes[i] = flatNode{uint32(value), uint32(len(l.children))}
		for k := r.uint(); k > 0; k-- {
			symbol, target := r.byte(), i-r.uint()
			if symbol >= maxSymbols || target < 0 || r.failed {
				return false
			}
			l.children = append(l.children, uint32(target)|(uint32(symbol)+1)<<labelShift)
		}
	}
	l.nodes[last+1].first = uint32(len(l.children))
	return !r.failed && last < baseMask
}

// arrange gives every node its base, each behind a parent, so that the letters
// of a word lie near each other.
func (l *layout) arrange() {
	size := len(l.children)/64 + maxGap
	l.used, l.taken = make([]uint64, size), make([]uint64, size)
	root := len(l.base) - 1
	l.settle(root, 0)
	for i := root - 1; i >= 0; i-- {
		l.settle(i, l.find(i))
	}
}

// maxGap is how many words of bits are searched before a new one is begun;
// free units before them stay free.
const maxGap = 4

// find gives a base whose units are free. It tries 64 at once.
func (l *layout) find(i int) int {
	for l.used[l.from] == ^uint64(0) || l.top-l.from > maxGap {
		l.from++
	}
	children, value := l.of(i), l.nodes[i].value > 0
	for w := l.from; ; w++ {
		if w+3 > len(l.used) {
			l.used, l.taken = append(l.used, 0, 0, 0), append(l.taken, 0, 0, 0)
		}
		bad := l.taken[w]
		if value {
			bad |= l.used[w]
		}
		for _, c := range children {
			at := w*64 + int(c>>labelShift)
			bad |= l.used[at/64]>>(at%64) | l.used[at/64+1]<<(64-at%64)
		}
		if bad != ^uint64(0) {
			l.top = max(l.top, w)
			return w*64 + bits.TrailingZeros64(^bad)
		}
	}
}

// settle gives a node its base and takes the units.
func (l *layout) settle(i int, base int) {
	l.base[i] = uint32(base)
	l.taken[base/64] |= 1 << (base % 64)
	if l.nodes[i].value > 0 {
		l.used[base/64] |= 1 << (base % 64)
	}
	for _, c := range l.of(i) {
		at := base + int(c>>labelShift)
		l.used[at/64] |= 1 << (at % 64)
	}
}

// fill writes the units.
func (l *layout) fill(units []Node) {
	for i, base := range l.base {
		if value := l.nodes[i].value; value > 0 {
			units[base] = Node(value)
		}
		for _, c := range l.of(i) {
			child := c & baseMask
			unit := Node(c&^baseMask | l.base[child])
			if l.nodes[child].value > 0 {
				unit |= hasValue
			}
			units[base+c>>labelShift] = unit
		}
	}
}

// reader takes numbers and strings off the front of data.
type reader struct {
	data   []byte
	pos    int
	failed bool
}

func (r *reader) byte() byte {
	if r.pos >= len(r.data) {
		r.failed = true
		return 0
	}
	c := r.data[r.pos]
	r.pos++
	return c
}

func (r *reader) uint() int {
	if r.pos+1 < len(r.data) {
		low, high := r.data[r.pos], r.data[r.pos+1]
		switch {
		case low < 0x80:
			r.pos++
			return int(low)
		case high < 0x80:
			r.pos += 2
			return int(low&0x7f) | int(high)<<7
		}
	}
	return r.long()
}

// long reads a number of any length.
func (r *reader) long() int {
	v, n := binary.Uvarint(r.data[r.pos:])
	if n <= 0 || v > 1<<31 {
		r.failed, r.pos = true, len(r.data)
		return 0
	}
	r.pos += n
	return int(v)
}

func (r *reader) bytes(n int) []byte {
	if n > len(r.data)-r.pos {
		r.failed, r.pos = true, len(r.data)
		return nil
	}
	b := r.data[r.pos : r.pos+n]
	r.pos += n
	return b
}
