package web

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"presseschau/search"
)

// latestArticles is how many articles the page of an actor shows.
const latestArticles = 5

// actorView is the page of an actor.
type actorView struct {
	frame
	Name       string
	Kind       string // person, organisation or state, in words
	Aliases    []string
	Found      string // how often it is named, in a sentence
	All        string // search for the articles that name it
	Timeline   *timeline
	Outlets    []facetRow
	Companions []companionView
	Hits       []hitView
	JSON       string
}

// companionView is an actor that is often named together with another.
type companionView struct {
	namedLink
	Articles int
	Both     string // search for the articles that name both
}

// profile is what the archive holds about an actor, with its articles counted
// by year and outlet.
type profile struct {
	*search.Profile
	result *search.Result
}

// actorPage answers GET /actor/{id}.
func (s *server) actorPage(w http.ResponseWriter, r *http.Request) error {
	if _, err := parseQueryString(r.URL.RawQuery); err != nil {
		return err
	}
	p, err := s.profile(r)
	if err != nil {
		return err
	}
	lang, tag := s.language(r)
	named := asked{Request: search.Request{Filters: naming(p.Actor.ID)}, lang: tag}
	b := actorBuilder{builder{server: s, lang: lang, asked: named, link: linker{named}}, p}
	w.Header().Set("Cache-Control", "private, no-cache")
	return s.render(w, http.StatusOK, lang, "actor.html", b.actor())
}

// profile gets the actor in the path of a request.
func (s *server) profile(r *http.Request) (profile, error) {
	id, err := articleID(r)
	if err != nil {
		return profile{}, search.ErrNoActor
	}
	p, err := s.lookUp(r.Context(), id)
	if err != nil {
		return profile{}, err
	}
	_, res, err := s.run(r.Context(), asked{Request: search.Request{Filters: naming(id), Sort: search.ByNewest,
		Size: latestArticles, Facets: []search.Facet{search.OutletFacet, search.YearFacet}}})
	return profile{p, res}, err
}

// lookUp asks for a profile within the limits of searches.
func (s *server) lookUp(ctx context.Context, id string) (*search.Profile, error) {
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	leave, err := s.gate.enter(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	return s.searcher.Actor(ctx, id, search.DefaultCompanions)
}

// naming lets pass what names an actor.
func naming(id string) []search.Filter {
	return []search.Filter{{Facet: search.ActorFacet, Include: []string{id}}}
}

// actorBuilder makes the view of a profile. Its links are those of a search for
// the actor.
type actorBuilder struct {
	builder
	profile
}

func (b actorBuilder) actor() actorView {
	p := b.Profile
	v := actorView{
		frame: b.frame(b.lang, b.asked.lang, b.lang.text("title.article", p.Actor.Name),
			func(tag string) string { return actorAddress(p.Actor.ID, tag) }),
		Name:       p.Actor.Name,
		Kind:       b.lang.text("actor.type." + string(p.Actor.Type)),
		Aliases:    p.Aliases,
		Found:      b.found(),
		All:        b.link.to(b.asked),
		Timeline:   b.timeline(b.result.Facets),
		Companions: b.companions(),
		JSON:       pathAPIActor + url.PathEscape(p.Actor.ID),
	}
	// The query box and the actors below a hit begin a search of their own.
	plain := builder{server: b.server, lang: b.lang, asked: asked{lang: b.asked.lang}, link: linker{asked{lang: b.asked.lang}}}
	v.frame.Form = plain.form()
	v.Hits = plain.hits(b.result.Hits)
	for _, f := range b.result.Facets {
		if f.Facet == search.OutletFacet {
			v.Outlets = b.facet(f).Rows
		}
	}
	return v
}

func (b actorBuilder) found() string {
	articles := b.lang.count("actor.articles", b.Articles)
	if b.Comments == 0 {
		return b.lang.text("actor.found", articles)
	}
	return b.lang.text("actor.found.both", articles, b.lang.count("actor.comments", b.Comments))
}

func (b actorBuilder) companions() []companionView {
	var out []companionView
	for _, c := range b.Companions {
		both := asked{Request: search.Request{Query: namingBoth(b.Actor.ID, c.Actor.ID)}, lang: b.asked.lang}
		out = append(out, companionView{namedLink{c.Actor.Name, actorAddress(c.Actor.ID, b.asked.lang)},
			c.Articles, b.link.to(both)})
	}
	return out
}

// namingBoth is a query for what names both of two actors; values of a filter
// would be alternatives.
func namingBoth(ids ...string) string {
	slices.Sort(ids)
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = "akteur:" + search.Phrase{Text: id}.String()
	}
	return strings.Join(words, " ")
}
