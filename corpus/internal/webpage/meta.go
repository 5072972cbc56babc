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
	first(&p.Published, m.get("article:published_time", "og:article:published_time", "og:published_time", "article.published",
		"shareaholic:article_published_time", "article:published", "og:pubdate", "rnews:datepublished", "datepublished",
		"cxenseparse:recs:publishtime", "parsely-pub-date", "sailthru.date", "vr:published_time", "bt:pubdate", "pubdate",
		"publish-date", "publish_date", "publishdate", "publication_date", "publication-date", "release_date", "citation_publication_date",
		"citation_online_date", "citation_date", "date", "dc.date.issued", "dcterms.issued", "dc.issued", "dc.date.created",
		"dcterms.created", "dc.created", "dc.date", "dcterms.date", "datecreated", "uploaddate"))
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
	for _, name := range []string{"author", "article:author", "og:article:author", "dc.creator", "dcterms.creator", "parsely-author",
		"cxenseparse:author", "sailthru.author", "citation_author", "article.author", "vr:author"} {
		if len(p.Authors) > 0 {
			return
		}
		for _, v := range m.values[name] {
			if !strings.HasPrefix(v, "http") {
				p.Authors = append(p.Authors, v)
			}
		}
	}
	if label := strings.ToLower(m.get("twitter:label1")); len(p.Authors) == 0 && (strings.HasSuffix(label, " von") || label == "written by") {
		p.Authors = append(p.Authors, m.get("twitter:data1"))
	}
}
