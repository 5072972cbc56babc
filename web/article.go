package web

import (
	"errors"
	"net/http"
	"net/url"
	"strings"

	"presseschau/corpus"
	"presseschau/search"
)

// paramMentions shows the places at which actors are named.
const paramMentions = "mentions"

// articleView is the page of an article.
type articleView struct {
	frame
	TextLang string // of the article, "" if unknown
	Back     string // the search that led here
	Kicker   []piece
	Heading  []piece
	Lead     []piece
	Outlet   namedLink
	Section  string
	Date     corpus.Date
	DateFrom string // how the date was found, in words
	Updated  corpus.Date
	Authors  []string
	Agencies []namedLink
	Actors   []actorGroup
	Body     []blockView
	Comments []threadView
	Total    int // comments that the page spoke of
	Hits     int // marks on the page
	Source   string
	Original string // address of the source's page, "" if it is not shown
	URL      string
	JSON     string // address of the same as JSON
	Warnings []string
	Versions *versionsView
	Mentions *choice // shows or hides the actors' places, nil if there are none
}

// actorGroup are the actors of one type.
type actorGroup struct {
	Title  string
	Actors []namedLink
}

// blockView is a run of blocks of one kind; list items are kept together.
type blockView struct {
	Kind   corpus.BlockKind
	Items  [][]piece // one, or those of a list
	Credit string
}

// threadView is a comment with its answers.
type threadView struct {
	N       int
	Anchor  string
	Author  string
	Date    corpus.Date
	Title   []piece
	Text    [][]piece // paragraphs
	Depth   int       // 0 for one that answers none
	Parent  int       // number of the comment that it answers, or 0
	Matches bool      // holds a hit
}

// articlePage answers GET /article/{id}.
func (s *server) articlePage(w http.ResponseWriter, r *http.Request) error {
	v, err := parseQueryString(r.URL.RawQuery)
	if err != nil {
		return err
	}
	id, err := articleID(r)
	if err != nil {
		return err
	}
	query := strings.TrimSpace(v.Get(paramQuery))
	doc, err := s.fetch(r.Context(), id, query)
	var wrong *search.SyntaxError
	if errors.As(err, &wrong) { // the article is worth showing without marks
		query = ""
		doc, err = s.fetch(r.Context(), id, query)
	}
	if err != nil {
		return err
	}
	lang, tag := s.language(r)
	b := articleBuilder{server: s, lang: lang, tag: tag, query: query, doc: doc, mentions: v.Get(paramMentions) == "1"}
	w.Header().Set("Cache-Control", "private, no-cache")
	return s.render(w, http.StatusOK, lang, "article.html", b.article())
}

// articleBuilder makes the view of a document.
type articleBuilder struct {
	*server
	lang     *language
	tag      string // language asked for in the address
	query    string
	doc      *search.Document
	mentions bool
}

// here is this page, in a language and with or without the actors' places.
func (b articleBuilder) here(tag string, mentions bool) string {
	var ps []param
	if b.query != "" {
		ps = append(ps, param{paramQuery, b.query})
	}
	if mentions {
		ps = append(ps, param{paramMentions, "1"})
	}
	if tag != "" {
		ps = append(ps, param{paramLang, tag})
	}
	return address(articlePath(b.doc.Article.ID), ps, "")
}

// find is a search for what has a value of a facet.
func (b articleBuilder) find(facet search.Facet, value string) string {
	return linker{asked{lang: b.tag}}.including(facet, value)
}

func (b articleBuilder) article() articleView {
	a := b.doc.Article
	title := a.Title
	if title == "" {
		title = b.lang.text("title.none")
	}
	m := newMarker(b.doc, b.mentions, func(id string) string { return actorAddress(id, b.tag) })
	v := articleView{
		frame:    b.frame(b.lang, b.tag, b.lang.text("title.article", title), func(tag string) string { return b.here(tag, b.mentions) }),
		TextLang: a.Language,
		Back:     linker{}.to(asked{Request: search.Request{Query: b.query}, lang: b.tag}),
		Outlet:   namedLink{a.Outlet, b.find(search.OutletFacet, orDefault(a.Outlet, search.None))},
		Section:  a.Section,
		Date:     a.Published,
		Updated:  a.Updated,
		Authors:  a.Authors,
		Agencies: b.agencies(),
		Actors:   b.actors(),
		Source:   a.Source,
		URL:      webURL(a.URL),
		JSON:     pathAPIArticle + url.PathEscape(a.ID),
		Warnings: a.Warnings,
		Versions: versionsOf(b.doc.Versions, a.ID, b.query, b.tag, b.lang),
	}
	if b.originals != nil && a.Source != "" {
		v.Original = originalAddress(a.ID, b.tag)
	}
	if a.PublishedFrom != "" {
		v.DateFrom = b.lang.text("origin." + string(a.PublishedFrom))
	}
	v.frame.Query = b.query
	v.frame.Form = builder{link: linker{asked{lang: b.tag}}}.form()
	v.Kicker, v.Heading = m.headline()
	if a.Title == "" {
		v.Heading = plainPieces(title)
	}
	v.Lead = m.pieces(a.Lead, b.doc.Marks.Lead, corpus.LeadField, 0)
	v.Body = m.body()
	v.Comments = m.comments()
	if a.CommentsTotal != nil {
		v.Total = *a.CommentsTotal
	}
	v.Hits = m.hits
	if len(b.doc.Mentions) > 0 {
		v.Mentions = &choice{URL: b.here(b.tag, !b.mentions), Current: b.mentions}
	}
	return v
}

func (b articleBuilder) agencies() []namedLink {
	var out []namedLink
	for _, name := range corpus.AgencyNames(b.doc.Article.Agencies) {
		out = append(out, namedLink{Name: name, URL: b.find(search.AgencyFacet, name)})
	}
	return out
}

func (b articleBuilder) actors() []actorGroup {
	var out []actorGroup
	for _, t := range []corpus.ActorType{corpus.Person, corpus.Org, corpus.State} {
		g := actorGroup{Title: b.lang.text("actors." + string(t))}
		for _, a := range b.doc.Actors {
			if a.Type == t {
				g.Actors = append(g.Actors, namedLink{a.Name, actorAddress(a.ID, b.tag)})
			}
		}
		if len(g.Actors) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// webURL is an address that a page may link to; others stay text.
func webURL(s string) string {
	lower := strings.ToLower(s)
	if strings.HasPrefix(lower, "https://") || strings.HasPrefix(lower, "http://") {
		return s
	}
	return ""
}
