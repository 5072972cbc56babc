package search

import (
	"strconv"
	"strings"
)

// Precedences, from the one that binds least.
const (
	orLevel = iota
	andLevel
	notLevel
)

// String prints the conditions beside each other.
func (n And) String() string { return printed(n, orLevel) }

// String prints the alternatives, joined by OR.
func (n Or) String() string { return printed(n, orLevel) }

// String prints the node behind a minus.
func (n Not) String() string { return printed(n, orLevel) }

// String prints nothing, which is the query that matches everything.
func (n All) String() string { return "" }

// String prints the word.
func (n Word) String() string {
	if n.Field == AnyField {
		return bare(n.Text)
	}
	return label(n.Field) + n.Text
}

// String prints the word behind an equals sign.
func (n Exact) String() string { return label(n.Field) + "=" + n.Text }

// String prints the phrase between straight quotation marks.
func (n Phrase) String() string {
	s := label(n.Field) + `"` + n.Text + `"`
	if n.Slop > 0 {
		s += "~" + strconv.Itoa(n.Slop)
	}
	return s
}

// String prints the beginning of a word with a star.
func (n Prefix) String() string { return Word(n).String() + "*" }

// String prints the word with a tilde.
func (n Fuzzy) String() string { return Word(n).String() + "~" }

// String prints the first and last date, or the only one.
func (n Range) String() string {
	if n.From == n.To {
		return label(n.Field) + n.From
	}
	return label(n.Field) + n.From + ".." + n.To
}

func label(f Field) string {
	if f == AnyField {
		return ""
	}
	return string(f) + ":"
}

// printed prints a node as an operand of what binds as tightly as level.
func printed(n Node, level int) string {
	switch n := n.(type) {
	case Or:
		return enclosed(join(n.Nodes, " OR ", andLevel), level > orLevel)
	case And:
		// AND is spelled out beside OR, where not everyone knows which binds first.
		if level == andLevel {
			return join(n.Nodes, " AND ", notLevel)
		}
		return enclosed(join(n.Nodes, " ", notLevel), level > andLevel)
	case Not:
		return "-" + printed(n.Node, notLevel)
	}
	return n.String()
}

func join(nodes []Node, with string, level int) string {
	parts := make([]string, len(nodes))
	for i, n := range nodes {
		parts[i] = printed(n, level)
	}
	return strings.Join(parts, with)
}

func enclosed(s string, yes bool) string {
	if yes {
		return "(" + s + ")"
	}
	return s
}
