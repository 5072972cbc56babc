package webpage

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readHead reads the visible head: title, kicker, lead, and what stands beside
// the title.
func (p *Page) readHead(doc *html.Node) *outline {
	for n := range elements(doc, atom.Title) {
		first(&p.WindowTitle, text(n))
	}
	h := p.mainHeading(doc)
	p.readHeading(h)
	p.lead = visibleLead(doc)
	return p.readBeside(doc, h)
}

// mainHeading is the headline of the article: the heading that the metadata
// repeat, else an <h1>; nil if there is none.
func (p *Page) mainHeading(doc *html.Node) (best *html.Node) {
	told := []string{letters(p.Headline), letters(p.WindowTitle)}
	most := 0
	for n := range elements(doc, atom.H1, atom.H2, atom.H3) {
		t := letters(text(n))
		if t == "" || within(n, isBeside) {
			continue
		}
		rank := p.rank(n, t, told)
		if rank > most {
			best, most = n, rank
		}
	}
	return best
}

// rank is how likely a heading is the headline of the article, 0 if it cannot
// be. Its letters are t, those of the titles in the metadata told.
func (p *Page) rank(n *html.Node, t string, told []string) int {
	const (
		least    = 8 // letters by which a title is recognised
		repeated = 1000
		first    = 100
		inside   = 200
		marked   = 300
	)
	rank := 0
	h1 := n.DataAtom == atom.H1 && !within(n, isItem)
	if h1 {
		rank = first
	}
	if h1 && within(n, isArticleElement) {
		rank += inside
	}
	if attr(n, "itemprop") == "headline" || within(n, func(e *html.Node) bool { return hasClass(e, "entry-title", "post-title") }) {
		rank += marked
	}
	if p.isSite(t) || linksHome(n) {
		return min(rank, 1)
	}
	for i, whole := range told {
		if len(t) >= least && (strings.Contains(whole, t) || i == 0 && h1 && len(whole) >= least && strings.Contains(t, whole)) {
			return rank + repeated + 10*min(len(t), first)
		}
	}
	return rank
}

// isItem tells an item of a list, in which the title of a page stands at the end
// of the breadcrumbs.
func isItem(n *html.Node) bool { return n.DataAtom == atom.Li }

// readHeading takes the title from its heading, and the kicker that stands in
// or right above it.
func (p *Page) readHeading(h *html.Node) {
	if h == nil {
		return
	}
	whole := text(h)
	for n := range h.Descendants() {
		if n.Type == html.ElementNode && (isKicker(n) || p.opens(whole, text(n))) {
			first(&p.Kicker, strings.TrimRight(text(n), ": "))
		}
	}
	if rest, ok := strings.CutPrefix(whole, p.Kicker); ok && p.Kicker != "" {
		whole = strings.TrimLeft(rest, ": –-|")
	}
	p.Heading = whole
	p.Sure = h.DataAtom == atom.H1 && !linksHome(h) && !p.isSite(letters(whole)) &&
		!within(h, isItem) && (within(h, isArticleElement) || attr(h, "itemprop") == "headline")
	for n := h.PrevSibling; n != nil && p.Kicker == ""; n = n.PrevSibling {
		if n.Type == html.ElementNode && isKicker(n) {
			p.Kicker = strings.TrimRight(text(n), ": ")
		}
	}
}

// opens tells whether an element within the heading is a kicker: the title of
// the metadata has the rest without it, or a sign between them.
func (p *Page) opens(heading, part string) bool {
	const most = 80 // bytes of a kicker
	rest, ok := strings.CutPrefix(heading, part)
	rest = strings.Trim(rest, " :–-|")
	if !ok || part == "" || rest == "" || len(part) > most {
		return false
	}
	part = strings.TrimRight(part, " :")
	for _, told := range []string{p.Headline, p.WindowTitle} {
		told = strings.Join(strings.Fields(told), " ")
		before, _, ok := strings.Cut(told, rest)
		if !ok {
			continue
		}
		before, signed := strings.CutSuffix(before, " ")
		switch before = strings.TrimRight(before, " "); {
		case letters(before) == "", !strings.Contains(letters(told), letters(part)):
			return true
		case signed && strings.TrimRight(before, ":–-|") != before && letters(before) == letters(part):
			return true
		}
	}
	return false
}

func isArticleElement(n *html.Node) bool {
	return n.DataAtom == atom.Article || n.DataAtom == atom.Main
}

// isBeside tells elements that stand beside an article.
func isBeside(n *html.Node) bool {
	return n.DataAtom == atom.Nav || n.DataAtom == atom.Aside || n.DataAtom == atom.Footer
}

// isSite tells whether letters are the name of the site.
func (p *Page) isSite(t string) bool {
	for _, s := range p.Sites {
		if letters(s) == t {
			return true
		}
	}
	return false
}

// linksHome tells a heading that is a logo: a link to the front page.
func linksHome(h *html.Node) bool {
	home := func(a *html.Node) bool {
		href := attr(a, "href")
		if at := strings.Index(href, "://"); at >= 0 {
			_, href, _ = strings.Cut(href[at+len("://"):], "/")
		}
		return a.DataAtom == atom.A && strings.Trim(href, "/") == "" && attr(a, "href") != ""
	}
	for a := range elements(h, atom.A) {
		if home(a) {
			return true
		}
	}
	return within(h, home)
}

// letters are the letters and digits of a text in lower case, by which titles
// are compared whatever the dashes and quotation marks.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// isKicker tells the line above a title by the names that sites give it.
func isKicker(n *html.Node) bool {
	return named(n, "kicker", "dachzeile", "overline", "topline", "roofline", "spitzmarke", "headline-intro", "headline__intro", "pretitle", "toptitle", "topic-label", "supertitle", "vorzeile", "preheadline")
}
