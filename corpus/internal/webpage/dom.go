package webpage

import (
	"iter"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// attr is an attribute of an element, "" if it has none.
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// elements are the elements below n with one of the tags, in order.
func elements(n *html.Node, tags ...atom.Atom) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		for d := range n.Descendants() {
			if d.Type != html.ElementNode {
				continue
			}
			for _, tag := range tags {
				if d.DataAtom == tag && !yield(d) {
					return
				}
			}
		}
	}
}

// within tells whether n is below an element that is wanted; n itself counts.
func within(n *html.Node, want func(*html.Node) bool) bool {
	for ; n != nil; n = n.Parent {
		if n.Type == html.ElementNode && want(n) {
			return true
		}
	}
	return false
}

// named tells an element one of whose classes, or whose id or role, has one of
// the words in it.
func named(n *html.Node, words ...string) bool {
	for _, key := range []string{"class", "id", "itemprop"} {
		value := strings.ToLower(attr(n, key))
		for _, w := range words {
			if value != "" && strings.Contains(value, w) {
				return true
			}
		}
	}
	return false
}

// remove takes nodes out of the tree.
func remove(nodes []*html.Node) {
	for _, n := range nodes {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

// text is the text below n on one line, with single blanks.
func text(n *html.Node) string { return strings.Join(strings.Fields(lines(n)), " ") }

// spaced is the text below n on one line, with blanks between elements too.
func spaced(n *html.Node) string {
	var words []string
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			words = append(words, strings.Fields(d.Data)...)
		}
	}
	return strings.Join(words, " ")
}

// lines is the text below n with a line break for <br> and between blocks.
func lines(n *html.Node) string {
	var sb strings.Builder
	write(&sb, n)
	return strings.TrimSpace(sb.String())
}

func write(sb *strings.Builder, n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		sb.WriteString(strings.Join(strings.FieldsFunc(n.Data, lineEnd), " "))
		return
	case n.Type == html.ElementNode && unseen(n):
		return
	case n.DataAtom == atom.Br:
		sb.WriteByte('\n')
		return
	}
	block := n.Type == html.ElementNode && isBlock(n.DataAtom)
	if block {
		sb.WriteByte('\n')
	}
	for c := range n.ChildNodes() {
		write(sb, c)
	}
	if block {
		sb.WriteByte('\n')
	}
}

func lineEnd(r rune) bool { return r == '\n' || r == '\r' }

// unseen tells elements whose content is no text of the page.
func unseen(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Svg, atom.Button, atom.Select, atom.Textarea, atom.Object, atom.Audio, atom.Video, atom.Head:
		return true
	}
	for _, a := range n.Attr {
		switch {
		case a.Key == "hidden", a.Key == "aria-hidden" && a.Val == "true" && n.DataAtom != atom.Span:
			return true
		case a.Key == "style" && strings.Contains(strings.ReplaceAll(a.Val, " ", ""), "display:none"):
			return true
		}
	}
	return false
}

// isBlock tells elements that begin a new line.
func isBlock(a atom.Atom) bool {
	switch a {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Dd, atom.Details, atom.Div, atom.Dl, atom.Dt,
		atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Header, atom.Hr, atom.Li, atom.Main, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Table, atom.Tbody,
		atom.Td, atom.Th, atom.Tr, atom.Ul, atom.Summary:
		return true
	}
	return false
}
