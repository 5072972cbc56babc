package webpage

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// How far from the title dates and authors stand, in lines. Those right below
// it are more certain than those above, and these than those further below.
const (
	reachClose = 6
	reachAbove = 4
	reachBelow = 14
)

// HeadLine is a line beside the title, and the texts of the elements in it.
type HeadLine struct {
	Text  string
	Parts []string
	apart bool // a link, or below a picture
}

// longLine is the length in bytes from which a line is text, behind two of
// which no head goes on.
const longLine = 280

// outline is a page as lines, with the elements in them that tell dates and
// authors.
type outline struct {
	lines  []HeadLine
	times  []mark
	people []mark
	title  int                 // the line of the title, -1 if there is none
	around map[*html.Node]bool // the elements that the title is in

	parts []string // of the line that has not ended
	free  int      // letters of it that are in no link and below no picture
	held  int      // links and pictures that the walk is in
}

// mark is an element and the line that it begins in.
type mark struct {
	line int
	node *html.Node
}

// readBeside reads what stands beside the title h.
func (p *Page) readBeside(doc, h *html.Node) *outline {
	o := &outline{title: -1, around: map[*html.Node]bool{}}
	for n := h; n != nil; n = n.Parent {
		o.around[n] = true
	}
	o.walk(doc, h)
	o.flush()
	from, to := o.window()
	near := func(m mark) bool { return m.line >= from && m.line < to }
	if t := o.title; t >= 0 && t < to { // it has a line
		below := o.lines[t+1 : to]
		right := min(reachClose, len(below))
		p.Near = [][]HeadLine{below[:right], o.lines[from:t], below[right:]}
	}
	var rest []*html.Node
	for _, m := range o.times {
		switch {
		case datedByClass(m.node):
			if near(m) {
				p.Dated = append(p.Dated, text(m.node))
			}
		case near(m), of(m.node, "datepublished"):
			p.Shown = append(p.Shown, datesOf(m.node)...)
		default:
			rest = append(rest, m.node)
		}
	}
	if len(rest) == 1 { // of several most are of links
		p.Shown = append(p.Shown, datesOf(rest[0])...)
	}
	for _, m := range o.people {
		if near(m) {
			p.Signed = append(p.Signed, text(m.node))
		} else {
			p.Profiles = append(p.Profiles, text(m.node))
		}
	}
	return o
}

// datesOf are the forms in which an element gives its date.
func datesOf(n *html.Node) []string {
	return []string{attr(n, "datetime"), attr(n, "content"), attr(n, "title"), text(n)}
}

// window are the lines around the title, up to the text.
func (o *outline) window() (from, to int) {
	from = max(0, o.title-reachAbove)
	to = min(len(o.lines), max(0, o.title+1+reachBelow))
	long := 0
	for i := max(0, o.title+1); i < to; i++ {
		if len(o.lines[i].Text) < longLine {
			continue
		}
		if long++; long == 2 {
			return from, i
		}
	}
	return from, to
}

func (o *outline) walk(n, title *html.Node) {
	switch {
	case n.Type == html.TextNode:
		if part := strings.Join(strings.Fields(n.Data), " "); part != "" {
			o.parts = append(o.parts, part)
			if o.held == 0 {
				o.free += len(part)
			}
		}
		return
	case n.Type == html.ElementNode && tellsDate(n): // hidden ones too
		o.times = append(o.times, mark{len(o.lines), n})
	case n.Type == html.ElementNode && tellsAuthor(n):
		o.people = append(o.people, mark{len(o.lines), n})
	}
	if n.Type == html.ElementNode && (unseen(n) || isBeside(n)) {
		return
	}
	block := n.Type == html.ElementNode && (isBlock(n.DataAtom) || n.DataAtom == atom.Br)
	if block {
		o.flush()
	}
	if n == title {
		o.title = len(o.lines)
	}
	if n.Type == html.ElementNode && isApart(n) && !o.around[n] {
		o.held++
		defer func() { o.held-- }()
	}
	for c := range n.ChildNodes() {
		o.walk(c, title)
	}
	if block {
		o.flush()
	}
}

// isApart tells elements whose text is none of the article: links, captions, what
// is said of the author, offers.
func isApart(n *html.Node) bool {
	return n.DataAtom == atom.A || n.DataAtom == atom.Figure || n.DataAtom == atom.Figcaption ||
		named(n, "author", "autor", "caption", "bildunter", "newsletter", "cookie", "consent", "breadcrumb", "paywall", "related", "comment")
}

// flush ends a line. Texts of two elements are two words.
func (o *outline) flush() {
	if len(o.parts) > 0 {
		o.lines = append(o.lines, HeadLine{Text: strings.Join(o.parts, " "), Parts: o.parts, apart: o.free == 0})
	}
	o.parts, o.free = nil, 0
}

// of tells an element with the itemprop, written in lower case.
func of(n *html.Node, prop string) bool {
	for one := range strings.FieldsSeq(strings.ToLower(attr(n, "itemprop"))) {
		if one == prop {
			return true
		}
	}
	return false
}

// tellsDate tells elements whose content is when the article was published. One
// of when it was changed is none.
func tellsDate(n *html.Node) bool {
	if of(n, "datepublished") || of(n, "datecreated") {
		return true
	}
	if of(n, "datemodified") || of(n, "dateupdated") {
		return false
	}
	if n.DataAtom == atom.Time {
		return !named(n, "updat", "modif", "aktualisiert") || hasClass(n, "published")
	}
	return n.DataAtom == atom.Abbr && hasClass(n, "published") || datedByClass(n)
}

// datedByClass tells an element whose class says that it is a date and nothing
// more.
func datedByClass(n *html.Node) bool {
	const most = 60 // bytes
	if n.DataAtom == atom.Time || attr(n, "itemprop") != "" {
		return false
	}
	for class := range strings.FieldsSeq(strings.ToLower(attr(n, "class"))) {
		switch class[strings.LastIndexAny(class, "-_")+1:] {
		case "date", "datum", "pubdate", "publishdate", "publishingdate":
			t := text(n)
			return t != "" && len(t) <= most && !strings.Contains(class, "updat") && !strings.Contains(class, "modif")
		}
	}
	return false
}

// tellsAuthor tells elements whose content is the name of an author and that
// hold no other such element.
func tellsAuthor(n *html.Node) bool {
	const most = 120 // bytes of names
	if !marksAuthor(n) {
		return false
	}
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && marksAuthor(d) && text(d) != "" {
			return false
		}
	}
	t := text(n)
	return t != "" && len(t) <= most
}

func marksAuthor(n *html.Node) bool {
	for rel := range strings.FieldsSeq(strings.ToLower(attr(n, "rel"))) {
		if rel == "author" {
			return true
		}
	}
	if of(n, "author") || of(n, "creator") {
		return true
	}
	for class := range strings.FieldsSeq(strings.ToLower(attr(n, "class"))) {
		if class == "fn" || (strings.Contains(class, "author") || strings.Contains(class, "autor") || strings.Contains(class, "byline")) && !holdsMore(class) {
			return true
		}
	}
	return false
}

// holdsMore tells classes of what is said of an author beside the name.
func holdsMore(class string) bool {
	for _, word := range []string{"bio", "box", "avatar", "image", "img", "photo", "pic", "desc", "info", "social", "archive", "more", "comment", "count", "date", "time", "label", "follow", "mail", "role", "position", "job", "about", "teaser", "list", "prep", "sep"} {
		if strings.Contains(class, word) {
			return true
		}
	}
	return false
}

// hasClass tells an element with one of the classes.
func hasClass(n *html.Node, classes ...string) bool {
	for class := range strings.FieldsSeq(strings.ToLower(attr(n, "class"))) {
		for _, c := range classes {
			if class == c {
				return true
			}
		}
	}
	return false
}
