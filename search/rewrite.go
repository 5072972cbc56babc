package search

// Rewrite gives a tree whose leaves below no Not are those that replace makes
// of n's, in the order in which they are printed; it may make nil, which drops
// the leaf. The tree is normalised as that of Parse is, and All if nothing is
// left of it.
func Rewrite(n Node, replace func(leaf Node) Node) Node {
	if n = rewrite(n, replace); n != nil {
		return n
	}
	return All{}
}

func rewrite(n Node, replace func(Node) Node) Node {
	switch n := n.(type) {
	case And:
		return allOf(rewriteEach(n.Nodes, replace))
	case Or:
		return anyOf(rewriteEach(n.Nodes, replace))
	case Not:
		return n
	}
	return replace(n)
}

func rewriteEach(nodes []Node, replace func(Node) Node) []Node {
	out := make([]Node, 0, len(nodes))
	for _, n := range nodes {
		if n = rewrite(n, replace); n != nil {
			out = append(out, n)
		}
	}
	return out
}
