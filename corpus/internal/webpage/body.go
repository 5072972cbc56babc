package webpage

import (
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// minMarked is the length in bytes from which a text that the page itself
// marks as its article is taken for it.
const minMarked = 200

// longHeading is the length in bytes of the longest heading.
const longHeading = 200

// readBody finds the article's text: the element that the page marks as such,
// else what go-readability takes for it, or the element with most paragraphs
// where that finds less than half of them, else the text in JSON-LD. The tree is
// changed.
func (p *Page) readBody(doc *html.Node, ld *ldNode) {
	if marked := markedBody(doc); marked != nil {
		p.Body = blocks(marked)
	}
	if size(p.Body) < minMarked {
		var dense []Block
		if n := densest(doc); n != nil {
			dense = blocks(n)
		}
		if p.Body = readable(doc); 2*size(p.Body) < size(dense) {
			p.Body = dense
		}
	}
	if told := plainLines(ld.Body.first()); len(told) > 2*size(p.Body) { // a page whose text is loaded later
		p.Body = nil
		for line := range strings.SplitSeq(told, "\n") {
			if line = strings.TrimSpace(line); line != "" {
				p.Body = append(p.Body, Block{Text: line})
			}
		}
	}
}

// densest is the element with the longest text in paragraphs right below it;
// nil if none has as much as an article.
func densest(doc *html.Node) (best *html.Node) {
	most := minMarked
	sum := map[*html.Node]int{}
	for n := range elements(doc, atom.P) {
		if n.Parent == nil || within(n, isBeside) || within(n, unseen) {
			continue
		}
		sum[n.Parent] += len(text(n))
		if sum[n.Parent] > most {
			best, most = n.Parent, sum[n.Parent]
		}
	}
	return best
}

// size is the length of the paragraphs in bytes.
func size(body []Block) (n int) {
	for _, b := range body {
		if b.Kind == Paragraph && !b.Link {
			n += len(b.Text)
		}
	}
	return n
}

// markedBody is the element with itemprop="articleBody"; nil if there is none
// or more than one, as on an overview.
func markedBody(doc *html.Node) (found *html.Node) {
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && attr(n, "itemprop") == "articleBody" {
			if found != nil {
				return nil
			}
			found = n
		}
	}
	return found
}

// readable is the text that Readability takes for the article.
func readable(doc *html.Node) []Block {
	reader := readability.NewParser()
	reader.DisableJSONLD = true // read already
	reader.KeepClasses = true   // they tell credits
	article, err := reader.ParseAndMutate(doc, nil)
	if err != nil || article.Node == nil {
		return nil
	}
	return blocks(article.Node)
}

// Fragment cuts markup that stands alone, as in a feed, into blocks.
func Fragment(markup string) []Block {
	doc, err := html.Parse(strings.NewReader(markup))
	if err != nil {
		return nil
	}
	return blocks(doc)
}

// blocks cuts the text below n into blocks.
func blocks(n *html.Node) []Block {
	const part = 3 // of the text; what is longer is no box beside it
	c := &cutter{most: len(text(n)) / part}
	c.walk(n)
	c.flush()
	return c.out
}

// cutter collects text until a block ends.
type cutter struct {
	out    []Block
	kind   Kind
	inLink bool
	inSign bool // within the credit of a picture
	most   int  // length of the longest box in bytes

	buf, credit strings.Builder
	linked      int // letters of buf that are of links
}

func (c *cutter) walk(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		c.add(n.Data)
		return
	case n.Type == html.ElementNode && (unseen(n) || aside(n) || isBox(n) && c.most > 0 && len(text(n)) < c.most):
		return
	case n.DataAtom == atom.Br:
		c.add(" ")
		return
	}
	if n.Type == html.ElementNode && isBlock(n.DataAtom) {
		c.flush()
		kind := c.kind
		defer func() { c.flush(); c.kind = kind }()
		c.kind = kindOf(n, kind)
	}
	link, sign := c.inLink, c.inSign
	c.inLink = link || n.DataAtom == atom.A
	c.inSign = sign || n.Type == html.ElementNode && (c.kind == Caption && isCredit(n) || isSource(n))
	for child := range n.ChildNodes() {
		c.walk(child)
	}
	c.inLink, c.inSign = link, sign
}

func (c *cutter) add(s string) {
	if c.inSign {
		c.credit.WriteString(s)
		return
	}
	c.buf.WriteString(s)
	if c.inLink {
		c.linked += len(strings.Join(strings.Fields(s), ""))
	}
}

// flush ends a block. A credit in an element of its own stays for its caption.
func (c *cutter) flush() {
	text := strings.Join(strings.Fields(c.buf.String()), " ")
	credit := strings.Join(strings.Fields(c.credit.String()), " ")
	c.credit.Reset()
	c.buf.Reset()
	kind := c.kind
	if kind == Heading && len(text) > longHeading {
		kind = Paragraph // a lead
	}
	letters := len(strings.ReplaceAll(text, " ", ""))
	last := len(c.out) - 1
	switch {
	case text != "":
		c.out = append(c.out, Block{Kind: kind, Text: text, Credit: credit, Link: c.linked > 0 && c.linked >= letters})
	case credit != "" && last >= 0 && c.out[last].Kind == Caption && c.out[last].Credit == "":
		c.out[last].Credit = credit
	}
	c.linked = 0
}

// kindOf is the kind of the text in a block element.
func kindOf(n *html.Node, outer Kind) Kind {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return Heading
	case atom.Li:
		return ListItem
	case atom.Figcaption, atom.Figure:
		return Caption
	}
	if outer == Paragraph && isCaption(n) {
		return Caption
	}
	return outer
}

// isCredit tells the credit in a caption.
func isCredit(n *html.Node) bool {
	return n.Type == html.ElementNode && (n.DataAtom == atom.Small || n.DataAtom == atom.Cite ||
		named(n, "credit", "copyright", "quelle", "source", "photographer", "fotograf", "rights", "byline"))
}
