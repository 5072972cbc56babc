package lexicon

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
)

// Builder builds a Trie from keys in ascending order, by the algorithm of
// Daciuk, Mihov, Watson and Watson (2000) for sorted data.
type Builder struct {
	path   []*draft // the nodes of the last key, root first
	last   string
	shared map[string]int // encoded node → its number
	nodes  []draft        // finished ones, children before parents
}

// draft is a node being built.
type draft struct {
	value uint32
	edges []edge
}

type edge struct {
	label  byte
	target int // number of a finished node
}

// NewBuilder gives an empty Builder.
func NewBuilder() *Builder {
	return &Builder{path: []*draft{{}}, shared: make(map[string]int)}
}

// Add adds a key above all before it, with a value above 0.
func (b *Builder) Add(key string, value uint32) error {
	if key <= b.last || value == 0 {
		return fmt.Errorf("lexicon: key %q = %d behind %q", key, value, b.last)
	}
	common := 0
	for common < len(key) && common < len(b.last) && key[common] == b.last[common] {
		common++
	}
	b.finish(common)
	for range len(key) - common {
		b.path = append(b.path, &draft{})
	}
	b.path[len(key)].value = value
	b.last = key
	return nil
}

// finish stores the nodes of the last key below the given depth.
func (b *Builder) finish(depth int) {
	for len(b.path) > depth+1 {
		end := len(b.path) - 1
		target := b.store(b.path[end])
		parent := b.path[end-1]
		parent.edges = append(parent.edges, edge{b.last[end-1], target})
		b.path = b.path[:end]
	}
}

// store gives the number of a finished node equal to d.
func (b *Builder) store(d *draft) int {
	key := binary.AppendUvarint(nil, uint64(d.value))
	for _, e := range d.edges {
		key = binary.AppendUvarint(append(key, e.label), uint64(e.target))
	}
	if n, ok := b.shared[string(key)]; ok {
		return n
	}
	b.nodes = append(b.nodes, *d)
	b.shared[string(key)] = len(b.nodes) - 1
	return len(b.nodes) - 1
}

// Encode finishes the trie and appends it to dst.
func (b *Builder) Encode(dst []byte) ([]byte, error) {
	b.finish(0)
	b.nodes = append(b.nodes, *b.path[0])
	symbols, edges := b.symbols()
	if len(symbols) > maxSymbols {
		return nil, fmt.Errorf("lexicon: keys have %d different bytes, more than %d", len(symbols), maxSymbols)
	}
	dst = binary.AppendUvarint(dst, uint64(len(symbols)))
	dst = append(dst, symbols...)
	dst = binary.AppendUvarint(dst, uint64(len(b.nodes)))
	dst = binary.AppendUvarint(dst, uint64(edges))
	for i, d := range b.nodes {
		dst = binary.AppendUvarint(dst, uint64(d.value))
		dst = binary.AppendUvarint(dst, uint64(len(d.edges)))
		slices.SortFunc(d.edges, func(x, y edge) int {
			return cmp.Compare(slices.Index(symbols, x.label), slices.Index(symbols, y.label))
		})
		for _, e := range d.edges {
			dst = append(dst, byte(slices.Index(symbols, e.label)))
			dst = binary.AppendUvarint(dst, uint64(i-e.target))
		}
	}
	return dst, nil
}

// symbols gives the bytes of all keys, and how many edges there are.
func (b *Builder) symbols() ([]byte, int) {
	var seen [256]bool
	edges := 0
	for _, d := range b.nodes {
		for _, e := range d.edges {
			seen[e.label] = true
		}
		edges += len(d.edges)
	}
	var symbols []byte
	for c, ok := range seen {
		if ok {
			symbols = append(symbols, byte(c))
		}
	}
	return symbols, edges
}

// Trie gives the finished trie.
func (b *Builder) Trie() (*Trie, error) {
	data, err := b.Encode(nil)
	if err != nil {
		return nil, err
	}
	return decodeTrie(&reader{data: data}, math.MaxInt32)
}
