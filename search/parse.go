package search

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Parse reads a query. Words beside each other mean AND; NOT binds more
// tightly than AND, and AND more tightly than OR. A query without any word is
// All. Errors are of type *SyntaxError.
//
// Printing the tree gives a query that parses to an equal tree.
func Parse(query string) (Node, error) {
	n, m := parse(query)
	if m == nil {
		return n, nil
	}
	m.Suggestion = suggest(query, m)
	return nil, &m.SyntaxError
}

func parse(query string) (Node, *mistake) {
	if m := checkText(query); m != nil {
		return nil, m
	}
	tokens, m := lex(query)
	if m != nil {
		return nil, m
	}
	p := &parser{tokens: tokens}
	n, m := p.or(AnyField)
	if m != nil {
		return nil, m
	}
	if t := p.peek(); t.kind == closeToken {
		return nil, wrong(UnexpectedParen, t.pos, t.end, "no closing parenthesis without an opening one").
			fix(t.pos, t.end, " ")
	}
	if n == nil {
		return All{}, nil
	}
	// What was understood is shown and can be asked again: the limit holds
	// for the printed form, too.
	if utf8.RuneCountInString(n.String()) > MaxQueryRunes {
		return nil, tooLong(query, 0)
	}
	return n, nil
}

// checkText checks the query's length and that it is text.
func checkText(query string) *mistake {
	runes := 0
	for i, r := range query {
		if runes++; runes > MaxQueryRunes {
			return tooLong(query, i)
		}
		_, size := utf8.DecodeRuneInString(query[i:])
		if r == utf8.RuneError && size == 1 || unicode.IsControl(r) && !unicode.IsSpace(r) {
			return wrong(InvalidText, i, i+size, "text in UTF-8 without control characters").
				fix(i, i+size, " ")
		}
	}
	return nil
}

func tooLong(query string, pos int) *mistake {
	return wrong(TooLong, pos, len(query), fmt.Sprintf("at most %d characters", MaxQueryRunes))
}

// parser turns tokens into a tree by recursive descent. Its methods return nil
// for a part of the query without any word, such as "()".
type parser struct {
	tokens   []token
	next     int
	depth    int // open parentheses
	terms    int // words so far
	patterns int // of them with * or ~
}

func (p *parser) peek() token { return p.tokens[p.next] }

// take returns the next token and steps over it, but never over the end.
func (p *parser) take() token {
	t := p.tokens[p.next]
	if t.kind != endToken {
		p.next++
	}
	return t
}

// or reads alternatives. The words within are searched in field.
func (p *parser) or(field Field) (Node, *mistake) {
	var nodes []Node
	var last token // the OR before
	for {
		n, m := p.and(field)
		if m != nil {
			return nil, m
		}
		op, more := p.peek(), p.peek().kind == orToken
		switch {
		case n != nil:
			nodes = append(nodes, n)
		case more:
			return nil, p.missingOperand(op)
		case len(nodes) > 0:
			return nil, p.missingOperand(last)
		}
		if !more {
			return anyOf(nodes), nil
		}
		last = p.take()
	}
}

// and reads conditions that hold together.
func (p *parser) and(field Field) (Node, *mistake) {
	var nodes []Node
	for p.operandNext() || p.peek().kind == andToken {
		op := p.peek()
		if op.kind == andToken {
			p.take()
			if len(nodes) == 0 || !p.operandNext() {
				return nil, p.missingOperand(op)
			}
		}
		n, m := p.unary(field)
		if m != nil {
			return nil, m
		}
		if n == nil && op.kind == andToken {
			return nil, p.missingOperand(op)
		}
		if n != nil {
			nodes = append(nodes, n)
		}
	}
	return allOf(nodes), nil
}

// operandNext tells whether a condition can begin at the next token.
func (p *parser) operandNext() bool {
	switch p.peek().kind {
	case endToken, closeToken, andToken, orToken:
		return false
	}
	return true
}

func (p *parser) missingOperand(op token) *mistake {
	return wrong(MissingOperand, op.pos, op.end, "words on both sides of AND and OR, and a word after NOT").
		fix(op.pos, op.end, "")
}

// unary reads a condition with the negations before it.
func (p *parser) unary(field Field) (Node, *mistake) {
	negated, not := false, token{}
	for p.peek().kind == notToken || p.peek().kind == minusToken {
		negated = !negated
		if op := p.take(); op.kind == notToken {
			not = op
		}
	}
	var n Node
	var m *mistake
	if p.operandNext() {
		n, m = p.primary(field)
	}
	switch {
	case m != nil:
		return nil, m
	case n == nil && not.kind == notToken:
		return nil, p.missingOperand(not)
	case n != nil && negated:
		return negation(n), nil
	}
	return n, nil
}

// primary reads a field with its value, a group, a phrase or a word.
func (p *parser) primary(field Field) (Node, *mistake) {
	switch t := p.take(); t.kind {
	case fieldToken:
		return p.fieldValue(t)
	case openToken:
		return p.group(t, field)
	default:
		return p.leaf(t, field)
	}
}

func (p *parser) fieldValue(name token) (Node, *mistake) {
	direct := p.peek().kind
	n, m := p.unary(name.field)
	if m != nil {
		if m.value { // search for the text instead, or drop it from a group
			if m.value = false; direct == openToken {
				m.with = ""
			} else {
				m.from = name.pos
			}
		}
		return nil, m
	}
	if n == nil {
		end := p.tokens[p.next-1].end
		return nil, wrong(MissingValue, name.pos, end, "a word directly after the colon").
			fix(name.pos, end, "")
	}
	return n, nil
}

func (p *parser) group(open token, field Field) (Node, *mistake) {
	if p.depth == MaxDepth {
		return nil, wrong(TooDeep, open.pos, open.end, fmt.Sprintf("at most %d nested parentheses", MaxDepth))
	}
	p.depth++
	n, m := p.or(field)
	p.depth--
	if m != nil {
		return nil, m
	}
	if p.peek().kind != closeToken {
		end := p.peek().end
		return nil, wrong(UnclosedParen, open.pos, open.end, "a closing parenthesis").fix(end, end, ")")
	}
	p.take()
	return n, nil
}

// leaf turns a word or phrase into a node and counts its words.
func (p *parser) leaf(t token, field Field) (Node, *mistake) {
	n, m := term(t, field)
	if m != nil {
		return nil, m
	}
	switch n.(type) {
	case Prefix, Fuzzy:
		p.patterns++
	}
	if p.patterns > MaxPatterns {
		return nil, wrong(TooManyPatterns, t.pos, t.end, fmt.Sprintf("at most %d words with * or ~", MaxPatterns)).
			fix(t.pos, t.end, bare(strings.Trim(visible(t.text), "*~")))
	}
	p.terms++
	if !field.takesDates() {
		p.terms += countWords(visible(t.text)) - 1
	}
	if p.terms > MaxTerms {
		return nil, wrong(TooManyTerms, t.pos, p.tokens[len(p.tokens)-1].end, fmt.Sprintf("at most %d words", MaxTerms)).
			fix(t.pos, p.tokens[len(p.tokens)-1].end, "")
	}
	return n, nil
}

// allOf joins conditions, flat, into one.
func allOf(nodes []Node) Node {
	var flat []Node
	for _, n := range nodes {
		if and, ok := n.(And); ok {
			flat = append(flat, and.Nodes...)
		} else {
			flat = append(flat, n)
		}
	}
	if len(flat) < 2 {
		return only(flat)
	}
	return And{flat}
}

// anyOf joins alternatives, flat, into one.
func anyOf(nodes []Node) Node {
	var flat []Node
	for _, n := range nodes {
		if or, ok := n.(Or); ok {
			flat = append(flat, or.Nodes...)
		} else {
			flat = append(flat, n)
		}
	}
	if len(flat) < 2 {
		return only(flat)
	}
	return Or{flat}
}

func only(nodes []Node) Node {
	if len(nodes) == 0 {
		return nil
	}
	return nodes[0]
}

func negation(n Node) Node {
	if not, ok := n.(Not); ok {
		return not.Node
	}
	return Not{n}
}
