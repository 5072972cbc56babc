package index

import (
	"encoding/binary"
	"math"
	"slices"

	"presseschau/search"
)

// compiler turns a syntax tree into a plan.
type compiler struct {
	analysis *analysis
	facets   *facetValues
	plan     plan
	negated  bool
	loose    bool // not all words must be there
}

// compile makes the plan of a tree. Match applies to the words of its top.
func compile(n search.Node, match search.Match, a *analysis, f *facetValues) *plan {
	c := &compiler{analysis: a, facets: f}
	c.plan.root = c.top(n, match)
	return &c.plan
}

// top compiles the tree's root, at which words are joined as match says.
// Conditions that are not words of a text must always hold.
func (c *compiler) top(n search.Node, match search.Match) op {
	and, ok := n.(search.And)
	if !ok || match == search.MatchAll {
		return c.node(n)
	}
	c.loose = true
	var wanted, others []op
	for i, compiled := range c.neighbours(and.Nodes) {
		if asksForWords(and.Nodes[i]) {
			wanted = append(wanted, compiled)
		} else {
			others = append(others, compiled)
		}
	}
	if len(wanted) > 0 {
		need := 1
		if match == search.MatchMost {
			need = min(len(wanted)/2+1, len(wanted))
		}
		others = append(others, opAtLeast{of: wanted, need: need})
	}
	return join(others)
}

// asksForWords tells whether a node is about words of a text, and not about
// dates, names of outlets, actors or authors, or what must not be there.
func asksForWords(n search.Node) bool {
	switch n := n.(type) {
	case search.Not, search.Range, search.All:
		return false
	case search.And:
		return slices.ContainsFunc(n.Nodes, asksForWords)
	case search.Or:
		return slices.ContainsFunc(n.Nodes, asksForWords)
	case search.Word:
		return !n.Field.IsName()
	case search.Exact:
		return !n.Field.IsName()
	case search.Phrase:
		return !n.Field.IsName()
	case search.Prefix:
		return !n.Field.IsName()
	case search.Fuzzy:
		return !n.Field.IsName()
	}
	return false
}

func join(ops []op) op {
	if len(ops) == 1 {
		return ops[0]
	}
	return opAnd{of: ops}
}

func (c *compiler) node(n search.Node) op {
	switch n := n.(type) {
	case search.And:
		return opAnd{of: c.neighbours(n.Nodes)}
	case search.Or:
		return opOr{of: c.nodes(n.Nodes)}
	case search.Not:
		c.negated = !c.negated
		inner := c.node(n.Node)
		c.negated = !c.negated
		return opNot{of: inner}
	case search.Word:
		return c.word(n.Field, n.Text)
	case search.Exact:
		return c.exact(n.Field, n.Text)
	case search.Phrase:
		return c.phrase(n)
	case search.Prefix:
		return c.pattern(n.Field, n.Text, formPrefix)
	case search.Fuzzy:
		return c.pattern(n.Field, n.Text, formFuzzy)
	case search.Range:
		lo, hi := dayRange(n.From, n.To)
		return c.add(&leaf{form: formDateRange, lo: lo, hi: hi})
	}
	return opAll{}
}

func (c *compiler) nodes(nodes []search.Node) []op {
	out := make([]op, len(nodes))
	for i, n := range nodes {
		out[i] = c.node(n)
	}
	return out
}

// keyOf tells apart the leaves of a field that have other documents or weigh
// them otherwise.
func keyOf(l *leaf) string {
	key := []byte{0, byte(l.side)} // 0 is in no term
	for _, terms := range [][]leafTerm{l.terms, l.hints} {
		for _, t := range terms {
			key = append(key, t.term...)
			key = binary.BigEndian.AppendUint32(key, math.Float32bits(t.weight))
			if t.exact {
				key = append(key, 1)
			}
		}
		key = append(key, 0)
	}
	return string(key)
}

// add numbers a leaf. Leaves of text count for rank unless they are negated.
func (c *compiler) add(l *leaf) op {
	l.index = len(c.plan.leaves)
	l.wanted = !c.negated
	l.scored = l.wanted && l.form <= formFuzzy
	if l.boost == 0 {
		l.boost = 1
	}
	if l.form == formWords || l.form == formKeywords {
		l.key = keyOf(l)
	}
	c.plan.leaves = append(c.plan.leaves, l)
	return opLeaf{index: l.index}
}
