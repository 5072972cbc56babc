package webpage

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// metaTags are the contents of <meta> by name, property or itemprop in lower
// case, and the address of the page.
type metaTags struct {
	values map[string][]string
	url    string
	lang   string
}

func readMeta(doc *html.Node) *metaTags {
	m := &metaTags{values: map[string][]string{}}
	for n := range elements(doc, atom.Html, atom.Meta, atom.Link) {
		switch n.DataAtom {
		case atom.Html:
			m.lang = attr(n, "lang")
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") && m.url == "" {
				m.url = strings.TrimSpace(attr(n, "href"))
			}
		default:
			m.add(n)
		}
	}
	if !strings.HasPrefix(m.url, "http") {
		m.url = savedFrom(doc)
	}
	return m
}

func (m *metaTags) add(n *html.Node) {
	content := strings.TrimSpace(attr(n, "content"))
	if content == "" {
		return
	}
	for _, key := range []string{"name", "property", "itemprop", "http-equiv"} {
		for name := range strings.FieldsSeq(strings.ToLower(attr(n, key))) {
			m.values[name] = append(m.values[name], content)
		}
	}
}

// savedFrom is the address that a browser notes in a comment when it saves a
// page: "saved from url=(0023)https://…", "url: https://…".
func savedFrom(doc *html.Node) string {
	note := regexp.MustCompile(`(?:saved from url=\(\d+\)|(?m:^)\s*url:\s*)(https?://\S+)`)
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.DataAtom == atom.Body {
			break
		}
		if n.Type != html.CommentNode {
			continue
		}
		if found := note.FindStringSubmatch(n.Data); found != nil {
			return found[1]
		}
	}
	return ""
}

// get is the first content of the first name that has one.
func (m *metaTags) get(names ...string) string {
	for _, name := range names {
		for _, v := range m.values[name] {
			return v
		}
	}
	return ""
}

// fill takes what JSON-LD has not said.
func (m *metaTags) fill(p *Page) {
	first(&p.Headline, m.get("og:title", "headline", "twitter:title", "parsely-title", "dc.title", "dcterms.title"))
	first(&p.Lead, m.get("og:description", "description", "twitter:description", "dc.description"))
	first(&p.Published, m.get("article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date",
		"parsely-pub-date", "pubdate", "publish-date", "publishdate", "sailthru.date", "dc.date.issued", "dcterms.issued",
		"dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "datecreated"))
	first(&p.Updated, m.get("article:modified_time", "og:article:modified_time", "datemodified", "last-modified", "og:updated_time",
		"dcterms.modified", "dc.date.modified"))
	first(&p.Section, m.get("article:section", "og:article:section", "parsely-section", "articlesection"))
	first(&p.URL, m.url)
	for _, name := range []string{"og:url", "parsely-link", "twitter:url"} {
		if v := m.get(name); strings.HasPrefix(v, "http") {
			first(&p.URL, v)
		}
	}
	first(&p.Language, m.lang, m.get("content-language", "og:locale"))
	for _, name := range []string{"publisher", "og:site_name", "dc.publisher", "application-name"} {
		if v := m.get(name); v != "" && !strings.HasPrefix(v, "http") {
			p.Sites = append(p.Sites, v)
		}
	}
	for _, name := range []string{"author", "article:author", "dc.creator", "dcterms.creator", "parsely-author"} {
		if len(p.Authors) > 0 {
			return
		}
		for _, v := range m.values[name] {
			if !strings.HasPrefix(v, "http") {
				p.Authors = append(p.Authors, v)
			}
		}
	}
}

// readHead reads the visible head: title, kicker, lead, date, author.
func (p *Page) readHead(doc *html.Node) {
	for n := range elements(doc, atom.Title) {
		first(&p.WindowTitle, text(n))
	}
	p.readHeading(doc)
	if lead := visibleLead(doc); lead != "" {
		p.Lead = lead
	}
	for n := range elements(doc, atom.Time) {
		if within(n, func(e *html.Node) bool { return e.DataAtom == atom.Nav || e.DataAtom == atom.Aside }) {
			continue
		}
		first(&p.Shown, attr(n, "datetime"), text(n))
	}
	if len(p.Authors) > 0 {
		return
	}
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && (attr(n, "rel") == "author" || attr(n, "itemprop") == "author") {
			if name := text(n); name != "" {
				p.Authors = append(p.Authors, name)
			}
		}
	}
}

// readHeading reads the <h1> and the kicker in or right above it.
func (p *Page) readHeading(doc *html.Node) {
	var h1 *html.Node
	for n := range elements(doc, atom.H1) {
		if text(n) != "" && (h1 == nil || within(n, isArticleElement) && !within(h1, isArticleElement)) {
			h1 = n
		}
	}
	if h1 == nil {
		return
	}
	whole := text(h1)
	for n := range h1.Descendants() {
		if n.Type == html.ElementNode && isKicker(n) {
			first(&p.Kicker, strings.TrimRight(text(n), ": "))
		}
	}
	if rest, ok := strings.CutPrefix(whole, p.Kicker); ok && p.Kicker != "" {
		whole = strings.TrimLeft(rest, ": –")
	}
	p.Heading = whole
	for n := h1.PrevSibling; n != nil && p.Kicker == ""; n = n.PrevSibling {
		if n.Type == html.ElementNode && isKicker(n) {
			p.Kicker = strings.TrimRight(text(n), ": ")
		}
	}
}

func isArticleElement(n *html.Node) bool { return n.DataAtom == atom.Article }

// isKicker tells the line above a title by the names that sites give it.
func isKicker(n *html.Node) bool {
	return named(n, "kicker", "dachzeile", "overline", "topline", "roofline", "spitzmarke", "headline-intro", "headline__intro", "pretitle")
}

// visibleLead is the paragraph that sums the article up, by the names that
// sites give it; "" if there is none.
func visibleLead(doc *html.Node) string {
	const least = 40 // bytes; shorter ones are labels
	for n := range elements(doc, atom.P, atom.Div, atom.H2, atom.Strong) {
		if !isLead(n) || within(n, func(e *html.Node) bool {
			return e.DataAtom == atom.Nav || e.DataAtom == atom.Aside || e.DataAtom == atom.Footer
		}) {
			continue
		}
		if t := text(n); len(t) >= least {
			return t
		}
	}
	return ""
}

func isLead(n *html.Node) bool {
	for class := range strings.FieldsSeq(strings.ToLower(attr(n, "class"))) {
		last := class[strings.LastIndexAny(class, "-_")+1:]
		switch last {
		case "lead", "vorspann", "standfirst", "leadtext", "subheadline", "einleitung":
			return true
		}
		if class == "article-intro" || class == "article__intro" || class == "article-summary" || class == "article__summary" {
			return true
		}
	}
	return false
}
