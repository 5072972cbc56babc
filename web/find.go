package web

import (
	"context"
	"net/http"
	"net/url"
	"time"

	"github.com/gorilla/mux"

	"presseschau/search"
)

// maxIDLength is the length in bytes of an article's id in a path.
const maxIDLength = 2048

// find answers a search and counts it. The request that it returns is the
// normalised one, or as it was asked if there is an error.
func (s *server) find(ctx context.Context, a asked) (asked, *search.Result, time.Duration, error) {
	start := time.Now()
	normal, res, err := s.run(ctx, a)
	took := time.Since(start)
	s.metrics.searched(res, err, took)
	if err != nil {
		return a, nil, took, &askedError{a, err}
	}
	return normal, res, took, nil
}

// run normalises a request and searches within the limits.
func (s *server) run(ctx context.Context, a asked) (asked, *search.Result, error) {
	r, _, err := a.Normalize()
	if err != nil {
		return a, nil, err
	}
	a.Request = r
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	leave, err := s.gate.enter(ctx)
	if err != nil {
		return a, nil, err
	}
	defer leave()
	if a.page {
		r.ByType = true
		r.Facets = filterFacets()
		for _, within := range a.zooms() {
			r.Facets = append(r.Facets, zoomFacet(within))
		}
	}
	res, err := s.searcher.Search(ctx, r)
	return a, res, err
}

// fetch gets an article with the places that the query marks in it.
func (s *server) fetch(ctx context.Context, id, query string) (*search.Document, error) {
	a := asked{Request: search.Request{Query: query}}
	if _, _, err := a.Normalize(); err != nil {
		return nil, &askedError{a, err}
	}
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	leave, err := s.gate.enter(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	return s.searcher.Document(ctx, id, query)
}

// articleID is the id in the path of a request.
func articleID(r *http.Request) (string, error) {
	id, err := url.PathUnescape(mux.Vars(r)["id"])
	if err != nil || len(id) > maxIDLength {
		return "", search.ErrNotFound
	}
	return id, nil
}
