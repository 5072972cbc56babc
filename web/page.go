package web

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"presseschau/search"
)

// searchView is the search page.
type searchView struct {
	frame
	Start      bool // nothing is asked: the start page
	Heading    string
	Subheading string
	Scopes     []choice
	Sorts      []choice
	Matches    []choice
	Versions   []choice // whether they are one hit
	Chips      []chip
	Reset      string // without any filter
	Notices    []notice
	Examples   []example
	Timeline   *timeline
	Facets     []facetBox
	Hits       []hitView
	Pages      paging
	Drops      []dropView
	Articles   int // in the archive
	Comments   int
}

// form is a form that changes some parameters and keeps the others.
type form struct {
	Hidden []param
}

// choice is one of several, a link.
type choice struct {
	Label   string
	URL     string
	Current bool
}

// chip is a filter that is in force, with the way to drop it.
type chip struct {
	Label    string
	Excluded bool
	URL      string // without it
}

// notice is what must be said before the hits, perhaps with a link.
type notice struct {
	Text string
	Link string
	URL  string
	Lang string // of the link, "" if it is the page's
	End  string // what follows the link
}

// example is a search to try.
type example struct {
	Query string
	URL   string
	Text  string
}

// searchPage answers GET /.
func (s *server) searchPage(w http.ResponseWriter, r *http.Request) error {
	v, err := parseQueryString(r.URL.RawQuery)
	if err != nil {
		return err
	}
	a, err := decode(forgive(v))
	if err != nil {
		return err
	}
	if a.Group = a.group != "false"; a.Group {
		a.group = ""
	}
	a.page = true
	if normal, _, err := a.Normalize(); err == nil { // before searching, which would be for nothing
		b := a
		b.Request = normal
		if canonical := params(b); !sameParams(r.URL.RawQuery, canonical) {
			w.Header().Set("Cache-Control", "no-store")
			http.Redirect(w, r, address(pathSearch, canonical, ""), http.StatusFound)
			return nil
		}
	}
	a, res, _, err := s.find(r.Context(), a)
	if err != nil {
		return err
	}
	lang, _ := s.language(r)
	b := builder{server: s, lang: lang, asked: a, link: linker{a}}
	w.Header().Set("Cache-Control", "private, no-cache")
	return s.render(w, http.StatusOK, lang, "search.html", b.search(res))
}

// forgive drops what a form or a hand-made link may hold without meaning it:
// unknown parameters and empty ones.
func forgive(v url.Values) url.Values {
	out := url.Values{}
	for _, name := range parameterNames() {
		for _, value := range v[name] {
			if value = strings.TrimSpace(value); value != "" {
				out.Add(name, value)
			}
		}
	}
	return out
}

// parameterNames are those that mean something to the search page.
func parameterNames() []string {
	names := []string{paramQuery, paramScope, paramMatch, paramSort, paramFrom, paramTo, paramFacetSize,
		paramActorFind, paramGroup, paramPage, paramSize, paramCursor, paramLang}
	for _, f := range filterFacets() {
		names = append(names, string(f), excludes+string(f))
	}
	return names
}

// sameParams says whether a URL's query holds just these parameters in this
// order, however it escapes them.
func sameParams(raw string, ps []param) bool {
	var parts []string
	if raw != "" {
		parts = strings.Split(raw, "&")
	}
	return slices.EqualFunc(parts, ps, func(part string, p param) bool {
		name, value, _ := strings.Cut(part, "=")
		n, errName := url.QueryUnescape(name)
		v, errValue := url.QueryUnescape(value)
		return errName == nil && errValue == nil && n == p.Name && v == p.Value
	})
}

// builder makes the view of a search's result.
type builder struct {
	*server
	lang  *language
	asked asked
	link  linker
}

// inLanguage is this very search in another language.
func (b builder) inLanguage(tag string) string {
	a := b.asked
	a.lang = tag
	return b.link.to(a)
}

func (b builder) search(res *search.Result) searchView {
	a := b.asked
	start := a.Query == "" && len(a.Filters) == 0 && a.From == "" && a.To == ""
	v := searchView{
		frame:    b.frame(b.lang, a.lang, b.title(start), b.inLanguage),
		Start:    start && a.Page == 1 && a.Cursor == "" && a.Scope == search.InAll,
		Scopes:   b.scopes(),
		Sorts:    b.sorts(),
		Matches:  b.matches(),
		Versions: b.versionChoices(res),
		Chips:    b.chips(res.Facets),
		Reset:    b.link.with(func(a *asked) { a.Filters, a.From, a.To = nil, "", "" }),
		Notices:  b.notices(res),
		Timeline: b.timeline(res.Facets),
		Facets:   b.facets(res.Facets),
		Hits:     b.hits(res.Hits),
		Pages:    b.paging(res),
		Drops:    b.drops(res),
		Articles: res.Index.Articles,
		Comments: res.Index.Comments,
	}
	v.frame.Query, v.frame.Form = a.Query, b.form(paramQuery)
	v.Heading, v.Subheading = b.heading(res, v.Pages)
	if v.Start {
		v.Examples = b.examples()
	}
	return v
}

func (b builder) title(start bool) string {
	switch {
	case start:
		return b.lang.text("title.start")
	case b.asked.Query == "":
		return b.lang.text("title.filtered")
	}
	return b.lang.text("title.search", b.asked.Query)
}

func (b builder) heading(res *search.Result, p paging) (heading, sub string) {
	key := "found.articles"
	if b.asked.Scope == search.InComments {
		key = "found.comments"
	}
	if res.Total == 0 {
		return b.lang.text("found.none"), ""
	}
	var parts []string
	if res.Pageable < res.Total {
		parts = append(parts, b.lang.count("versions.folded", res.Pageable))
	}
	if p.Last > 1 && b.asked.Cursor == "" {
		parts = append(parts, b.lang.text("page.of", b.lang.number(b.asked.Page), b.lang.number(p.Last)))
	}
	return b.lang.count(key, res.Total), strings.Join(parts, " · ")
}

// form keeps the whole request but the parameters that it sets itself, and
// starts on the first page.
func (b builder) form(sets ...string) form {
	var f form
	for _, p := range params(b.link.changed(func(*asked) {})) {
		if !slices.Contains(sets, p.Name) {
			f.Hidden = append(f.Hidden, p)
		}
	}
	return f
}

func (b builder) scopes() []choice {
	var out []choice
	for _, sc := range []search.Scope{search.InAll, search.InArticles, search.InComments} {
		out = append(out, choice{b.lang.text("scope." + string(sc)),
			b.link.with(func(a *asked) { a.Scope = sc }), b.asked.Scope == sc})
	}
	return out
}

func (b builder) sorts() []choice {
	var out []choice
	for _, by := range []search.Sort{search.ByRelevance, search.ByNewest, search.ByOldest} {
		if by == search.ByRelevance && b.asked.Query == "" {
			continue
		}
		out = append(out, choice{b.lang.text("sort." + string(by)),
			b.link.with(func(a *asked) { a.Sort = by }), b.asked.Sort == by})
	}
	return out
}

// matches are offered where they can make a difference.
func (b builder) matches() []choice {
	if len(strings.Fields(b.asked.Query)) < 2 {
		return nil
	}
	var out []choice
	for _, m := range []search.Match{search.MatchAll, search.MatchMost, search.MatchAny} {
		out = append(out, choice{b.lang.text("match." + string(m)),
			b.link.with(func(a *asked) { a.Match = m }), b.asked.Match == m})
	}
	return out
}

func (b builder) notices(res *search.Result) []notice {
	var out []notice
	if res.Query.Relaxed != "" && res.Total > 0 {
		out = append(out, notice{Text: b.lang.text("relaxed")})
	}
	if sg := res.Query.Suggestion; sg != "" {
		out = append(out, notice{Text: b.lang.text("suggestion"), Link: sg, Lang: german, End: "?",
			URL: b.link.with(func(a *asked) { a.Query = sg })})
	}
	for _, w := range res.Query.Warnings {
		out = append(out, notice{Text: w})
	}
	if res.Total > 0 && len(res.Hits) == 0 {
		out = append(out, notice{Text: b.lang.text("page.beyond"), Link: b.lang.text("page.first"), URL: b.link.pageNumber(1)})
	}
	return out
}

// examples show what the query language can do.
func (b builder) examples() []example {
	var out []example
	for _, q := range []string{"Geheimdienst", `"Europäische Union"`, "Klima ODER Energie", "titel:Wahl jahr:2015..2017", "kommentar:Bahn"} {
		out = append(out, example{Query: q, URL: b.link.to(asked{Request: search.Request{Query: q}, lang: b.asked.lang})})
	}
	return out
}
