package lexicon

import "math/bits"

// Node is a place in a Trie. The zero Node is the root.
type Node uint32

// Trie maps byte strings to values above 0. It is a minimal acyclic
// automaton: equal endings share their nodes. Time goes to waiting for memory,
// so a node is as small as can be and its children lie near it:
//
//	value    only if a key ends here
//	head     of the node, which a Node counts: flags; an only child with its symbol
//	mask     two words, with two children or more, or none: their symbols
//	children a word each
type Trie struct {
	symbols [256]uint8 // 1 to 64, 0 for bytes that no key has
	words   []uint32
}

// The head of a node.
const (
	hasValue    = 1 << 31 // the value is in the word before
	onlyChild   = 1 << 30 // the head leads to it
	symbolShift = 24      // of the only child, less 1
	placeMask   = 1<<symbolShift - 1
	maskWords   = 2
)

// Step follows the byte c from n.
func (t *Trie) Step(n Node, c byte) (Node, bool) {
	s := uint32(t.symbols[c]) - 1
	head := t.words[n]
	if head&onlyChild != 0 {
		return Node(head & placeMask), head>>symbolShift&(maxSymbols-1) == s
	}
	mask := uint64(t.words[n+1]) | uint64(t.words[n+2])<<32
	bit := uint64(1) << s // none for a byte that no key has
	if mask&bit == 0 {
		return 0, false
	}
	return Node(t.words[n+1+maskWords+Node(bits.OnesCount64(mask&(bit-1)))]), true
}

// Value gives the value of the key that ends at n, or 0.
func (t *Trie) Value(n Node) uint32 {
	if t.words[n]&hasValue == 0 {
		return 0
	}
	return t.words[n-1]
}

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
	return t.Value(n)
}
