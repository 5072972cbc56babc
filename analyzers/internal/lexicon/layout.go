package lexicon

import (
	"encoding/binary"
	"errors"
	"fmt"
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
	for i, c := range symbols {
		t.symbols[c] = uint8(i + 1)
	}
	nodes, children := r.uint(), r.uint()
	if nodes < 1 || nodes > len(r.data) || children > len(r.data) {
		return nil, errCut
	}
	l := layout{nodes: make([]flatNode, nodes+1), children: make([]uint32, 0, children), place: make([]uint32, nodes)}
	if !l.read(r, limit) {
		return nil, errCut
	}
	size := l.arrange()
	if size > placeMask {
		return nil, fmt.Errorf("lexicon: a trie of %d words, more than %d", size, placeMask)
	}
	t.words = make([]uint32, size)
	l.fill(t.words)
	return t, nil
}

// layout gives the nodes of an encoded trie their places in memory.
type layout struct {
	nodes    []flatNode // in the order of the encoding, the root at last, and one more
	children []uint32   // number of a node, and a symbol above symbolShift
	place    []uint32   // of a node's head in Trie.words, plus 1
}

type flatNode struct {
	value uint32
	first uint32 // of its children; the next node tells where they end
}

func (l *layout) of(i uint32) []uint32 { return l.children[l.nodes[i].first:l.nodes[i+1].first] }

// read fills nodes and children; false if they are broken. Children come
// before their parents and are encoded as distances from them.
func (l *layout) read(r *reader, limit int) bool {
	last := len(l.nodes) - 2
	for i := range last + 1 {
		value := r.uint()
		if value > limit || value > 0 && i == last {
			return false
		}
		l.nodes[i] = flatNode{uint32(value), uint32(len(l.children))}
		for k := r.uint(); k > 0; k-- {
			symbol, target := r.byte(), i-r.uint()
			if symbol >= maxSymbols || target < 0 || r.failed {
				return false
			}
			l.children = append(l.children, uint32(target)|uint32(symbol)<<symbolShift)
		}
	}
	l.nodes[last+1].first = uint32(len(l.children))
	return !r.failed && last < placeMask
}

// arrange gives each node that can be reached its place, each before its first
// child, so that the letters of a rare word lie side by side; and the size of
// all.
func (l *layout) arrange() int {
	size := 0
	stack := []uint32{uint32(len(l.place) - 1)}
	for len(stack) > 0 {
		i := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		for l.place[i] == 0 {
			if l.nodes[i].value > 0 {
				size++
			}
			l.place[i] = uint32(size) + 1
			size++
			children := l.of(i)
			if len(children) != 1 {
				size += maskWords + len(children)
			}
			if len(children) == 0 {
				break
			}
			for k := len(children) - 1; k > 0; k-- {
				stack = append(stack, children[k]&placeMask)
			}
			i = children[0] & placeMask
		}
	}
	return size
}

// fill writes the nodes.
func (l *layout) fill(words []uint32) {
	for i, place := range l.place {
		if place == 0 {
			continue
		}
		at, head := int(place)-1, uint32(0)
		if value := l.nodes[i].value; value > 0 {
			words[at-1] = value
			head = hasValue
		}
		children := l.of(uint32(i))
		if len(children) == 1 {
			c := children[0]
			words[at] = head | onlyChild | c&^placeMask | (l.place[c&placeMask] - 1)
			continue
		}
		mask := uint64(0)
		for k, c := range children {
			mask |= 1 << (c >> symbolShift)
			words[at+1+maskWords+k] = l.place[c&placeMask] - 1
		}
		words[at], words[at+1], words[at+2] = head, uint32(mask), uint32(mask>>32)
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
	if r.pos < len(r.data) && r.data[r.pos] < 0x80 {
		r.pos++
		return int(r.data[r.pos-1])
	}
	return r.long()
}

// long reads a number of two bytes or more.
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
