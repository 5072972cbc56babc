package corpus

import (
	"net/url"
	"regexp"
	"strings"

	xlanguage "golang.org/x/text/language"

	"presseschau/corpus/internal/webpage"
)

// htmlParser makes articles of HTML pages. It may be used by several
// goroutines at once.
type htmlParser struct {
	pages   *pageParser
	markup  *webpage.Parser
	english *regexp.Regexp // October 31, 2023
}

func newHTMLParser(pages *pageParser, forums *Forums) (*htmlParser, error) {
	if forums == nil {
		var err error
		if forums, err = NewForums(); err != nil {
			return nil, err
		}
	}
	return &htmlParser{pages: pages, markup: webpage.NewParser(forums.table), english: newEnglish()}, nil
}

// readHTML reads a file that is one HTML page.
func (r *Reader) readHTML(j *job) { r.readWhole(j, "HTML", r.webPage) }

// webPage makes an article of an HTML page. The type of the content and the
// address are those under which it was fetched, empty if unknown.
func (r *Reader) webPage(data []byte, contentType, address string) (*Article, error) {
	p, err := r.webPages()
	if err != nil {
		return nil, err
	}
	page, err := p.markup.Parse(data, contentType)
	if err != nil {
		return nil, err
	}
	if address != "" && !ownPath(page.URL) {
		page.URL = address
	}
	return p.article(page), nil
}

// ownPath tells an address that can be that of an article, and not that of a
// whole site.
func ownPath(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Host != "" && strings.Trim(u.Path, "/") != ""
}

// article makes an article of what the markup says.
func (p *htmlParser) article(page *webpage.Page) *Article {
	a := &Article{
		URL: cleanLine(page.URL), Section: cleanLine(page.Section), Lead: cleanLine(page.Lead),
		Language: language(page.Language), CommentsTotal: page.CommentsTotal,
	}
	a.Outlet = p.outlet(page)
	p.title(a, page)
	beside := p.beside(page.Near)
	p.authors(a, page, beside)
	a.Comments = comments(page.Comments)
	p.total(a, page.Counts)
	p.body(a, page.Body, beside)
	p.dates(a, page, beside)
	leadFromBody(a)
	return a
}

// total takes the number of comments from the heading of a forum, where the
// metadata do not tell it.
func (p *htmlParser) total(a *Article, counts []string) {
	for _, text := range counts {
		if a.CommentsTotal != nil {
			return
		}
		if n := p.pages.totalIn(cleanLine(text)); n >= 0 {
			a.CommentsTotal = &n
		}
	}
}

// language is the main language of a tag: "de" of "de-AT", "de_DE" and "deu,eng"; "" if
// it is no tag.
func language(tag string) string {
	tag = strings.ToLower(cleanLine(tag))
	if end := strings.IndexAny(tag, "-_, "); end >= 0 {
		tag = tag[:end]
	}
	base, err := xlanguage.ParseBase(tag)
	if err != nil {
		return ""
	}
	return base.String()
}

func comments(from []webpage.Comment) (out []Comment) {
	for _, c := range from {
		one := Comment{
			ID: cleanLine(c.ID), Parent: cleanLine(c.Parent), Author: cleanLine(c.Author), Date: commentDate(cleanLine(c.Date)),
			Title: cleanLine(c.Title), Text: cleanText(c.Text),
		}
		if one.Title == "" && one.Text == "" {
			continue
		}
		one.N = len(out) + 1
		out = append(out, one)
	}
	return out
}

// commentDate finds the date in a line such as "#1 — 9. März 2021, 7:03 Uhr".
func commentDate(s string) Date {
	if d := parseDate(s); d != "" {
		return d
	}
	span, _ := findDate(s)
	return span.date
}

// empty tells an article that holds nothing to search.
func (a *Article) empty() bool {
	return a.Title == "" && len(a.Body) == 0 && len(a.Comments) == 0
}

// looksLikeHTML tells the content of a page of HTML.
func looksLikeHTML(head []byte) bool {
	low := strings.ToLower(string(head))
	start := strings.TrimLeft(strings.TrimPrefix(low, bom8), " \t\r\n")
	return strings.HasPrefix(start, "<!doctype html") || strings.HasPrefix(start, "<html") ||
		strings.HasPrefix(start, "<") && (strings.Contains(low, "<html") || strings.Contains(low, "<head>") || strings.Contains(low, "<body"))
}
