package corpus

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/html/charset"

	"presseschau/corpus/internal/webpage"
)

// feedItem is an article of RSS 0.9 to 2.0 or of Atom (RFC 4287), whose
// elements have different names and one meaning.
type feedItem struct {
	Title       string       `xml:"title"`
	Links       []feedLink   `xml:"link"`
	GUID        feedGUID     `xml:"guid"`
	ID          string       `xml:"id"`
	Description string       `xml:"description"`
	Summary     feedText     `xml:"summary"`
	Encoded     string       `xml:"http://purl.org/rss/1.0/modules/content/ encoded"`
	Content     feedText     `xml:"http://www.w3.org/2005/Atom content"`
	PubDate     string       `xml:"pubDate"`
	Date        string       `xml:"http://purl.org/dc/elements/1.1/ date"`
	Published   string       `xml:"published"`
	Updated     string       `xml:"updated"`
	Creators    []string     `xml:"http://purl.org/dc/elements/1.1/ creator"`
	Authors     []feedAuthor `xml:"author"`
	Categories  []feedLabel  `xml:"category"`
}

type feedLink struct {
	Href string `xml:"href,attr"`
	Rel  string `xml:"rel,attr"`
	Text string `xml:",chardata"`
}

type feedGUID struct {
	Permanent string `xml:"isPermaLink,attr"`
	Text      string `xml:",chardata"`
}

// feedText is a text construct of Atom: HTML in the text, or XHTML in elements.
type feedText struct {
	Type  string `xml:"type,attr"`
	Text  string `xml:",chardata"`
	Inner string `xml:",innerxml"`
}

type feedAuthor struct {
	Name string `xml:"name"`
	Text string `xml:",chardata"`
}

type feedLabel struct {
	Term  string `xml:"term,attr"`
	Label string `xml:"label,attr"`
	Text  string `xml:",chardata"`
}

// readFeed reads a file of RSS or Atom, an article an item.
func (r *Reader) readFeed(j *job) {
	p, err := r.webPages()
	if err != nil {
		j.stopped = !j.yield(nil, err)
		return
	}
	limit := &ration{in: j.src.in}
	limit.refill()
	dec := xml.NewDecoder(limit)
	dec.Strict, dec.Entity, dec.CharsetReader = false, xml.HTMLEntity, charset.NewReaderLabel
	site, items := "", 0
	for j.alive() {
		limit.refill()
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			start, ok := token.(xml.StartElement)
			switch {
			case !ok:
			case start.Name.Local == "title" && items == 0 && site == "":
				err = dec.DecodeElement(&site, &start)
			case start.Name.Local == "item" || start.Name.Local == "entry":
				items++
				err = r.feedItem(j, p, dec, &start, site)
			}
		}
		if err != nil {
			line, _ := dec.InputPos()
			j.problem(feedProblem(j.src, line, err))
			return
		}
	}
	if items == 0 {
		j.problem(&Problem{Path: j.src.path, Reason: "holds no article"})
	}
}

// feedProblem words an error behind which an XML file cannot be read on.
func feedProblem(src *source, line int, err error) *Problem {
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		return &Problem{Path: src.path, Line: syntax.Line, Reason: "is not valid XML; what comes before has been read", Err: errors.New(syntax.Msg)}
	}
	return src.problem(line, err)
}

// feedItem reads one item.
func (r *Reader) feedItem(j *job, p *htmlParser, dec *xml.Decoder, start *xml.StartElement, site string) error {
	line, _ := dec.InputPos()
	var item feedItem
	if err := dec.DecodeElement(&item, start); err != nil {
		return err
	}
	a := p.feedArticle(&item, site)
	if a.empty() {
		j.problem(&Problem{Path: j.src.path, Line: line, Reason: "the item has neither title nor text; skipped"})
		return nil
	}
	a.Source = j.src.path + "#" + strconv.Itoa(line)
	r.finish(a)
	warn(a)
	j.article(a)
	return nil
}

// feedArticle makes an article of an item.
func (p *htmlParser) feedArticle(item *feedItem, site string) *Article {
	page := &webpage.Page{URL: item.address(), Headline: webpage.Plain(item.Title), Sites: []string{site}}
	for _, c := range item.Categories {
		if page.Section == "" {
			page.Section = firstOf(c.Label, c.Term, c.Text)
		}
	}
	page.Authors = append(page.Authors, item.Creators...)
	for _, author := range item.Authors {
		page.Authors = append(page.Authors, withoutMail(firstOf(author.Name, author.Text)))
	}
	page.Published = feedDate(firstOf(item.PubDate, item.Published, item.Date, item.Updated))
	page.Updated = feedDate(item.Updated)
	short, long := firstOf(item.Description, item.Summary.markup()), firstOf(item.Encoded, item.Content.markup())
	if long == "" {
		short, long = "", short
	}
	page.Lead = webpage.Plain(short)
	page.Body = webpage.Fragment(long)
	return p.article(page)
}

// address is the link of an item to its page.
func (item *feedItem) address() string {
	for _, l := range item.Links {
		if address := firstOf(l.Href, l.Text); l.Rel == "" || l.Rel == "alternate" {
			if strings.HasPrefix(address, "http") {
				return address
			}
		}
	}
	for _, id := range []string{item.GUID.Text, item.ID} {
		if id = strings.TrimSpace(id); strings.HasPrefix(id, "http") && item.GUID.Permanent != "false" {
			return id
		}
	}
	return ""
}

func (t feedText) markup() string {
	if t.Type == "xhtml" {
		return t.Inner
	}
	return t.Text
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" {
			return v
		}
	}
	return ""
}

// withoutMail gives the name of "ada@a.example (Ada Muster)".
func withoutMail(s string) string {
	if !strings.Contains(s, "@") {
		return s
	}
	_, name, _ := strings.Cut(s, "(")
	return strings.Trim(name, "() ")
}

// feedDate gives a date of RSS (RFC 822) in ISO 8601; others stay.
func feedDate(s string) string {
	for _, layout := range []string{time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", time.RFC822Z, time.RFC822, "2 Jan 2006 15:04:05 -0700"} {
		t, err := time.Parse(layout, s)
		if err != nil {
			continue
		}
		if _, offset := t.Zone(); offset == 0 && !strings.HasSuffix(s, "GMT") && !strings.HasSuffix(s, "UTC") && !strings.HasSuffix(s, "0000") && !strings.HasSuffix(s, "Z") {
			return t.Format("2006-01-02T15:04") // a zone that is not known: the clock of the place
		}
		return t.Format(time.RFC3339)
	}
	return s
}

func looksLikeFeed(head []byte) bool {
	s := string(head)
	for _, root := range []string{"<rss", "<feed", "<rdf:RDF"} {
		if strings.Contains(s, root) {
			return true
		}
	}
	return false
}
