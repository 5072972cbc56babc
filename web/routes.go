package web

import (
	"net/http"
	"slices"
	"strings"

	"github.com/gorilla/mux"
)

// handler answers a request or says why it cannot; nothing has been written
// when it returns an error.
type handler func(w http.ResponseWriter, r *http.Request) error

// route is a path with a handler for each method; GET answers HEAD too. Its
// wrapper turns the handlers' errors into a page or a problem.
type route struct {
	path    string
	name    string // label of logs and metrics
	wrap    func(handler) http.Handler
	methods methods
}

type methods map[string]handler

// table is every route of the server.
func (s *server) table() []route {
	const get, post = http.MethodGet, http.MethodPost
	return []route{
		{"/", "search", s.page, methods{get: s.searchPage}},
		{"/article/{id:.+}", "article", s.page, methods{get: s.articlePage}},
		{"/actor/{id:.+}", "actor", s.page, methods{get: s.actorPage}},
		{"/source/{id:.+}", "original", s.page, methods{get: s.originalPage}},
		{"/about", "about", s.page, methods{get: s.aboutPage}},

		{"/api/search", "api-search", s.api, methods{get: s.searchByURL, post: s.searchByBody}},
		{"/api/suggest", "api-suggest", s.api, methods{get: s.suggest}},
		{"/api/articles/{id:.+}", "api-article", s.api, methods{get: s.articleAnswer}},
		{"/api/actors", "api-actors", s.api, methods{get: s.actorsAnswer}},
		{"/api/actors/{id:.+}", "api-actor", s.api, methods{get: s.actorAnswer}},
		{"/openapi.json", "openapi", s.plain, methods{get: s.description}},

		{"/assets/{name}", "asset", s.plain, methods{get: s.asset}},
		{"/favicon.ico", "favicon", s.plain, methods{get: s.favicon}},

		{"/healthz", "healthz", s.plain, methods{get: s.health}},
		{"/readyz", "readyz", s.plain, methods{get: s.ready}},
		{"/metrics", "metrics", s.plain, methods{get: s.metrics.serve}},
	}
}

// routes builds the router. Ids of articles may hold any character, so paths
// are matched in their escaped form and never cleaned.
func (s *server) routes() http.Handler {
	m := mux.NewRouter().UseEncodedPath().SkipClean(true)
	for _, rt := range s.table() {
		m.Handle(rt.path, s.observe(rt.name, rt))
	}
	m.PathPrefix("/api/").Handler(s.observe("api-unknown", s.plain(noSuchPath)))
	m.NotFoundHandler = s.observe("unknown", s.page(noSuchPath))
	return m
}

// ServeHTTP chooses among the handlers of the route; other methods are told
// which there are.
func (rt route) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	method := r.Method
	if method == http.MethodHead {
		method = http.MethodGet
	}
	h, ok := rt.methods[method]
	if !ok {
		h = rt.wrongMethod
	}
	rt.wrap(h).ServeHTTP(w, r)
}

func (rt route) wrongMethod(w http.ResponseWriter, r *http.Request) error {
	var allow []string
	for m := range rt.methods {
		allow = append(allow, m)
		if m == http.MethodGet {
			allow = append(allow, http.MethodHead)
		}
	}
	slices.Sort(allow)
	w.Header().Set("Allow", strings.Join(allow, ", "))
	return &requestError{status: http.StatusMethodNotAllowed, kind: "method-not-allowed",
		detail: r.Method + " is not allowed here, use " + strings.Join(allow, " or ")}
}

func noSuchPath(http.ResponseWriter, *http.Request) error {
	return &requestError{status: http.StatusNotFound, kind: "not-found", detail: "there is nothing at this address"}
}
