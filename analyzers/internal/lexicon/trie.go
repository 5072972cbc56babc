package lexicon

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math/bits"
)

// Node is a place in a Trie. The zero Node is the root.
type Node uint32

// Trie maps byte strings to values above 0. It is a minimal acyclic
// automaton: equal endings share their nodes. A node finds its children by
// counting the bits of a mask, so that a step costs two loads.
type Trie struct {
	symbols [256]uint8 // 1 to 64, 0 for bytes that no key has
	nodes   []node
	targets []uint32
}

type node struct {
	mask  uint64 // the symbols that lead on, bit 0 for symbol 1
	first uint32 // of its targets
	value uint32 // 0 if no key ends here
}

// Step follows the byte c from n.
func (t *Trie) Step(n Node, c byte) (Node, bool) {
	s := t.symbols[c]
	if s == 0 {
		return 0, false
	}
	from := &t.nodes[n]
	bit := uint64(1) << (s - 1)
	if from.mask&bit == 0 {
		return 0, false
	}
	return Node(t.targets[from.first+uint32(bits.OnesCount64(from.mask&(bit-1)))]), true
}

// Value gives the value of the key that ends at n, or 0.
func (t *Trie) Value(n Node) uint32 { return t.nodes[n].value }

// Find gives the value of key, or 0.
func (t *Trie) Find(key []byte) uint32 {
	n := Node(0)
	for _, c := range key {
		next, ok := t.Step(n, c)
		if !ok {
			return 0
		}
		n = next
	}
	return t.nodes[n].value
}

// maxSymbols is how many different bytes the keys of a Trie may have.
const maxSymbols = 64

var errCut = errors.New("lexicon: data cut off")

// decodeTrie reads what Builder.encode wrote and gives the rest of the data.
func decodeTrie(data []byte) (*Trie, []byte, error) {
	r := reader{data: data}
	t := &Trie{}
	symbols := r.bytes(r.uint())
	if len(symbols) > maxSymbols {
		return nil, nil, fmt.Errorf("lexicon: %d symbols in a trie", len(symbols))
	}
	for i, c := range symbols {
		t.symbols[c] = uint8(i + 1)
	}
	nodes, targets := r.uint(), r.uint()
	if nodes < 1 || nodes > len(data) || targets > len(data) {
		return nil, nil, errCut
	}
	t.nodes, t.targets = make([]node, nodes), make([]uint32, 0, targets)
	for i := nodes - 1; i >= 0; i-- { // children come before their parents
		n := node{value: uint32(r.uint()), first: uint32(len(t.targets))}
		for k := r.uint(); k > 0; k-- {
			n.mask |= 1 << (r.byte() & (maxSymbols - 1))
			target := i + r.uint()
			if target >= nodes {
				return nil, nil, errCut
			}
			t.targets = append(t.targets, uint32(target))
		}
		if r.failed {
			return nil, nil, errCut
		}
		t.nodes[i] = n
	}
	return t, r.data, nil
}

// reader takes numbers and strings off the front of data.
type reader struct {
	data   []byte
	failed bool
}

func (r *reader) byte() byte {
	if len(r.data) == 0 {
		r.failed = true
		return 0
	}
	c := r.data[0]
	r.data = r.data[1:]
	return c
}

func (r *reader) uint() int {
	v, n := binary.Uvarint(r.data)
	if n <= 0 || v > 1<<31 {
		r.failed, r.data = true, nil
		return 0
	}
	r.data = r.data[n:]
	return int(v)
}

func (r *reader) bytes(n int) []byte {
	if n > len(r.data) {
		r.failed, r.data = true, nil
		return nil
	}
	b := r.data[:n]
	r.data = r.data[n:]
	return b
}
