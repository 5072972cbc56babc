package webpage

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// linked is what a page says in JSON-LD.
type linked struct {
	article *ldNode          // the first thing of a type that is an article; an empty one if there is none
	page    *ldNode          // the page or film itself; an empty one if there is none
	makers  map[string]maker // the persons and organisations by @id
}

// maxGraph is how deep things are looked for in graphs.
const maxGraph = 4

// linkedData reads the JSON-LD of a page.
func linkedData(doc *html.Node) *linked {
	l := &linked{makers: map[string]maker{}}
	for script := range elements(doc, atom.Script) {
		if !strings.EqualFold(strings.TrimSpace(attr(script, "type")), "application/ld+json") || script.FirstChild == nil {
			continue
		}
		var nodes ldNodes
		_ = nodes.UnmarshalJSON(repairJSON(script.FirstChild.Data))
		l.take(nodes, maxGraph)
	}
	if l.article == nil {
		l.article = &ldNode{}
	}
	if l.page == nil {
		l.page = &ldNode{}
	}
	return l
}

// take looks through things, those of a graph after those beside it.
func (l *linked) take(nodes ldNodes, depth int) {
	for _, n := range nodes {
		switch {
		case l.article == nil && n.isArticle():
			l.article = n
		case l.page == nil && n.is("WebPage", "ItemPage", "VideoObject", "AudioObject", "PodcastEpisode", "RadioEpisode", "TVEpisode"):
			l.page = n
		}
		if id, name := n.ID.first(), n.Name.first(); id != "" && name != "" {
			l.makers[id] = maker{Name: name, Org: n.isOrganisation()}
		}
	}
	if depth == 0 {
		return
	}
	for _, n := range nodes {
		l.take(n.Graph, depth-1)
		l.take(n.MainEntity, depth-1)
	}
}

// isArticle tells the types of schema.org that are articles: NewsArticle and
// its kin, Report, the postings of blogs.
func (n *ldNode) isArticle() bool {
	for _, t := range n.Type {
		t = bareType(t)
		if strings.HasSuffix(t, "Article") || t == "Report" || strings.HasSuffix(t, "BlogPosting") || t == "SocialMediaPosting" {
			return true
		}
	}
	return false
}

// is tells whether the thing is of one of the types.
func (n *ldNode) is(types ...string) bool {
	for _, t := range n.Type {
		for _, want := range types {
			if bareType(t) == want {
				return true
			}
		}
	}
	return false
}

// isOrganisation tells Organization, NewsMediaOrganization, Corporation. What is
// a person too, as some systems write, is a person.
func (n *ldNode) isOrganisation() bool { return organisations(n.Type) }

func organisations(types []string) (found bool) {
	for _, t := range types {
		switch t = bareType(t); {
		case t == "Person":
			return false
		case strings.HasSuffix(t, "Organization") || t == "Corporation" || t == "LocalBusiness":
			found = true
		}
	}
	return found
}

// bareType is a type without the address of its vocabulary.
func bareType(t string) string { return t[strings.LastIndexAny(t, "/:")+1:] }

// maker is a person or an organisation that is named as the author of something.
type maker struct {
	Name string
	ID   string // of the thing that has the name, if there is no name
	Org  bool   // the page says that it is an organisation
}

// ldMakers are the makers of a member, however they are given: as texts, as
// things with names, or as things that only point to others.
type ldMakers []maker

// UnmarshalJSON never fails: what is no maker is left out.
func (m *ldMakers) UnmarshalJSON(data []byte) error {
	var many []json.RawMessage
	if json.Unmarshal(data, &many) == nil {
		for _, one := range many {
			if len(one) > 0 && one[0] != '[' {
				_ = m.UnmarshalJSON(one)
			}
		}
		return nil
	}
	var thing struct {
		Type ldTexts `json:"@type"`
		ID   ldTexts `json:"@id"`
		Name ldTexts `json:"name"`
	}
	if json.Unmarshal(data, &thing) != nil {
		_ = thing.Name.UnmarshalJSON(data)
	}
	org := organisations(thing.Type)
	for _, name := range thing.Name {
		*m = append(*m, maker{Name: name, Org: org})
	}
	if id := thing.ID.first(); len(thing.Name) == 0 && id != "" {
		*m = append(*m, maker{ID: id, Org: org})
	}
	return nil
}

func (m ldMakers) first() string {
	for _, one := range m {
		return one.Name
	}
	return ""
}

// fill takes what the description says of the article.
func (l *linked) fill(p *Page) {
	n := l.article
	first(&p.Headline, Plain(n.Headline.first()), Plain(n.Name.first()))
	first(&p.Lead, Plain(n.Description.first()))
	first(&p.Published, n.Published.first(), n.Created.first())
	first(&p.Updated, n.Modified.first())
	first(&p.Section, Plain(n.Section.first()))
	first(&p.Language, n.Language.first())
	for _, address := range [][]string{n.URL, n.Page, n.ID} {
		if len(address) > 0 && strings.HasPrefix(address[0], "http") {
			first(&p.URL, address[0])
		}
	}
	authors := n.Author
	if len(authors) == 0 {
		authors = n.Creator
	}
	for _, a := range authors {
		l.author(p, a)
	}
	for _, s := range n.Publisher {
		if !strings.HasPrefix(s, "http") {
			p.Sites = append(p.Sites, Plain(s))
		}
	}
	p.CommentsTotal = n.Count.n
}

// author takes an author by the name, or by that of the thing that is pointed
// to.
func (l *linked) author(p *Page, a maker) {
	if known, ok := l.makers[a.ID]; ok && a.Name == "" {
		a = known
	}
	switch name := Plain(a.Name); {
	case name == "" || strings.HasPrefix(name, "http"):
	case a.Org:
		p.Offices = append(p.Offices, name)
	default:
		p.Authors = append(p.Authors, name)
	}
}
