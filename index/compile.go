package index

import (
	"presseschau/search"
)

// compiler turns a syntax tree into a plan.
type compiler struct {
	analysis *analysis
	facets   *facetValues
	plan     plan
	negated  bool
}

// compile makes the plan of a tree. Match applies to the words of its top.
func compile(n search.Node, match search.Match, a *analysis, f *facetValues) *plan {
	c := &compiler{analysis: a, facets: f}
	c.plan.root = c.top(n, match)
	return &c.plan
}

// top compiles the tree's root, at which words are joined as match says.
func (c *compiler) top(n search.Node, match search.Match) op {
	and, ok := n.(search.And)
	if !ok || match == search.MatchAll {
		return c.node(n)
	}
	var wanted, others []op
	for _, child := range and.Nodes {
		compiled := c.node(child)
		if _, not := child.(search.Not); not {
			others = append(others, compiled)
		} else {
			wanted = append(wanted, compiled)
		}
	}
	need := 1
	if match == search.MatchMost {
		need = len(wanted)/2 + 1
	}
	return join(append(others, opAtLeast{of: wanted, need: min(need, len(wanted))}))
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
		return opAnd{of: c.nodes(n.Nodes)}
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

// add numbers a leaf. Leaves of text count for rank unless they are negated.
func (c *compiler) add(l *leaf) op {
	l.index = len(c.plan.leaves)
	l.wanted = !c.negated
	l.scored = l.wanted && l.form <= formFuzzy
	c.plan.leaves = append(c.plan.leaves, l)
	return opLeaf{index: l.index}
}

// prepare makes the automata of fuzzy leaves.
func (p *plan) prepare(fuzzy *fuzzyBuilders) error {
	for _, l := range p.leaves {
		if l.form != formFuzzy {
			continue
		}
		var err error
		if l.accepts, err = fuzzy.automaton(l.text); err != nil {
			return err
		}
	}
	return nil
}
