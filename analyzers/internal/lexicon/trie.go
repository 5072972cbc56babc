package lexicon

// Node is a place in a Trie. The zero Node is the root.
type Node uint32

// Trie maps byte strings to values above 0. It is a minimal acyclic automaton
// (equal endings share their nodes) in a double array as Aoe (1989) describes
// it, with labels to check instead of parents, so that a step is one load:
//
//	units[base(n)+s]  the child of n for the symbol s, if its label is s
//	units[base(n)]    the value of n, if it has one; its label is 0
//
// A unit is a Node. No two nodes have the same base.
type Trie struct {
	symbols [256]uint8 // 1 to 64, noSymbol for bytes that no key has
	units   []Node
}

// The parts of a Node.
const (
	labelShift = 25 // the symbol that leads here
	hasValue   = 1 << 24
	baseMask   = hasValue - 1
	noSymbol   = 127 // no label
)

// Step follows the byte c from n.
func (t *Trie) Step(n Node, c byte) (Node, bool) {
	s := Node(t.symbols[c])
	next := t.units[n&baseMask+s]
	return next, next>>labelShift == s
}

// Value gives the value of the key that ends at n, or 0.
func (t *Trie) Value(n Node) uint32 {
	if n&hasValue == 0 {
		return 0
	}
	return uint32(t.units[n&baseMask])
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
