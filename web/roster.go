package web

import (
	"fmt"
	"net/http"
	"net/url"
	"unicode/utf8"

	"presseschau/search"
)

// paramPrefix is the beginning of actors' names.
const paramPrefix = "prefix"

// answerProfile is the answer of /api/actors/{id}.
type answerProfile struct {
	answerActor
	Aliases    []string          `json:"aliases"`
	Articles   int               `json:"articles"`
	Comments   int               `json:"comments"`
	Years      answerFacet       `json:"years"`
	Outlets    answerFacet       `json:"outlets"`
	Companions []answerCompanion `json:"companions"`
	Latest     []answerHit       `json:"latest"`
	Links      profileLinks      `json:"links"`
	Notice     string            `json:"notice,omitempty"` // of the sample archive
}

type answerCompanion struct {
	answerActor
	Articles    int     `json:"articles"`
	Association float64 `json:"association"`
}

type profileLinks struct {
	Self   string `json:"self"`
	HTML   string `json:"html"`
	Search string `json:"search"`
}

// roster is the answer of /api/actors.
type roster struct {
	Prefix string        `json:"prefix"`
	Actors []rosterActor `json:"actors"`
}

type rosterActor struct {
	answerActor
	Articles int `json:"articles"`
}

// actorAnswer answers GET /api/actors/{id}.
func (s *server) actorAnswer(w http.ResponseWriter, r *http.Request) error {
	v, err := parseQueryString(r.URL.RawQuery)
	if err != nil {
		return err
	}
	for name := range v {
		return &search.ParamError{Param: name, Value: v.Get(name), Reason: "is not a parameter of an actor; there is none"}
	}
	p, err := s.profile(r)
	if err != nil {
		return err
	}
	lang := s.languages.choose("", r.Header.Get("Accept-Language"))
	w.Header().Add("Vary", "Accept-Language")
	out := newProfile(p, lang)
	out.Notice = s.notice(lang)
	return writeJSON(w, out)
}

func newProfile(p profile, lang *language) answerProfile {
	id := p.Actor.ID
	named := asked{Request: search.Request{Filters: naming(id)}}
	out := answerProfile{
		answerActor: answerActor{ID: id, Name: p.Actor.Name, Type: string(p.Actor.Type)},
		Aliases:     list(p.Aliases), Articles: p.Articles, Comments: p.Comments,
		Companions: make([]answerCompanion, 0, len(p.Companions)),
		Latest:     make([]answerHit, 0, len(p.result.Hits)),
		Links: profileLinks{Self: pathAPIActor + url.PathEscape(id), HTML: actorAddress(id, ""),
			Search: address(pathAPISearch, params(named), "")},
	}
	for _, c := range p.Companions {
		out.Companions = append(out.Companions, answerCompanion{
			answerActor{ID: c.Actor.ID, Name: c.Actor.Name, Type: string(c.Actor.Type)}, c.Articles, c.Association})
	}
	for i := range p.result.Hits {
		out.Latest = append(out.Latest, newHit(named, &p.result.Hits[i]))
	}
	for _, f := range p.result.Facets {
		switch f.Facet {
		case search.YearFacet:
			out.Years = newFacet(f, lang)
		case search.OutletFacet:
			out.Outlets = newFacet(f, lang)
		}
	}
	return out
}

// actorsAnswer answers GET /api/actors with the actors whose names begin so,
// those with most articles first.
func (s *server) actorsAnswer(w http.ResponseWriter, r *http.Request) error {
	v, err := parseQueryString(r.URL.RawQuery)
	if err != nil {
		return err
	}
	d := decoder{values: v, of: "a list of actors"}
	prefix, size := d.one(paramPrefix), d.count(paramSize)
	if utf8.RuneCountInString(prefix) > search.MaxValueRunes {
		d.fail(paramPrefix, prefix, fmt.Sprintf("must have at most %d characters", search.MaxValueRunes))
	}
	if size > search.MaxFacetValues {
		d.fail(paramSize, v.Get(paramSize), fmt.Sprintf("must be at most %d", search.MaxFacetValues))
	}
	if err := d.unknown(); err != nil {
		return err
	}
	if d.err != nil {
		return d.err
	}
	if size == 0 {
		size = search.DefaultFacet
	}
	_, res, err := s.run(r.Context(), asked{Request: search.Request{Size: 1, IDsOnly: true, ActorFind: prefix,
		Facets: []search.Facet{search.ActorFacet}, FacetSize: size}})
	if err != nil {
		return err
	}
	out := roster{Prefix: prefix, Actors: []rosterActor{}}
	for _, f := range res.Facets {
		for _, a := range f.Values {
			out.Actors = append(out.Actors, rosterActor{answerActor{a.Value, a.Label, string(a.Type)}, a.Count})
		}
	}
	w.Header().Set("Cache-Control", "private, max-age=60")
	return writeJSON(w, out)
}
