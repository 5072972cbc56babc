package webpage

import (
	"bytes"
	"fmt"

	"golang.org/x/net/html"

	"presseschau/corpus/internal/charset"
)

// Page is what an HTML page holds. An empty string means that the page does not
// say. Dates are as the page writes them, in any form.
type Page struct {
	URL           string
	Language      string       // of the document, "de-DE"
	Headline      string       // of the metadata
	Heading       string       // the visible title without its kicker
	Sure          bool         // Heading can be no other headline than that of the article
	WindowTitle   string       // <title>
	Kicker        string       // the line above the visible title
	Lead          string       // what sums the article up: visible, else of the metadata
	Section       string       //
	Sites         []string     // names of publisher and site, the more certain first
	Published     string       // of the metadata
	Updated       string       // of the metadata
	Shown         []string     // dates of the visible head, the more certain first
	Dated         []string     // the same, by no more than the name of a class
	Near          [][]HeadLine // lines beside the visible title, which may be of dates and authors: those where they are most likely first
	Authors       []string     // of the metadata
	Offices       []string     // organisations that the metadata name as authors
	Signed        []string     // what the markup near the visible title tells to be of authors
	Profiles      []string     // the same of the rest of the page
	Body          []Block      // in reading order
	Comments      []Comment
	CommentsTotal *int     // of the metadata; nil: they do not say
	Counts        []string // headings of the forum, which may tell the number of comments

	lead string // the visible one that the markup tells
}

// Kind tells the parts of a body apart.
type Kind int

// The kinds of a Block.
const (
	Paragraph Kind = iota
	Heading
	ListItem
	Caption
)

// Block is a part of a body.
type Block struct {
	Kind   Kind
	Text   string
	Credit string // of a caption, where the markup tells it apart
	Link   bool   // all of the text is links
}

// Comment is a reader's comment. Its text has a line for each paragraph.
type Comment struct {
	ID, Parent          string
	Author, Date, Title string
	Text                string
}

// Parser takes pages apart. It may be used by several goroutines at once.
type Parser struct {
	forums Forums
}

// NewParser prepares a Parser that knows the markup of some forums.
func NewParser(forums Forums) *Parser { return &Parser{forums: forums} }

// Parse takes a page apart. contentType is what the server said of it, empty if
// unknown. An error means that the markup is too deep or too large to be a page.
func (p *Parser) Parse(data []byte, contentType string) (*Page, error) {
	text, err := charset.HTML(data, contentType)
	if err != nil {
		return nil, err
	}
	doc, err := html.Parse(bytes.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("parse HTML: %w", err)
	}
	if count(doc, maxElements) > maxElements {
		return nil, fmt.Errorf("the page has more than %d elements", maxElements)
	}
	page := &Page{}
	ld := linkedData(doc)
	ld.fill(page)
	readMeta(doc).fill(page)
	first(&page.Published, ld.page.Published.first(), ld.page.Uploaded.first())
	page.readComments(doc, ld.article, p.forums)
	beside := page.readHead(doc)
	page.readBody(doc, ld.article)
	page.takeLead(beside)
	return page, nil
}

// maxElements is the greatest number of elements of a page. The largest known
// live blogs have under 50,000.
const maxElements = 200_000

// count counts elements, up to one more than most.
func count(n *html.Node, most int) int {
	total := 0
	for range n.Descendants() {
		if total++; total > most {
			break
		}
	}
	return total
}

// first sets a text that is not known yet.
func first(to *string, values ...string) {
	for _, v := range values {
		if *to == "" {
			*to = v
		}
	}
}
