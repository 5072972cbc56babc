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

// find normalises a request and runs it within the limits. The request that
// it returns is the normalised one, or as it was asked if there is an error.
func (s *server) find(ctx context.Context, a asked) (asked, *search.Result, time.Duration, error) {
	start := time.Now()
	r, _, err := a.Normalize()
	if err != nil {
		s.metrics.searched(0, err, time.Since(start))
		return a, nil, 0, &askedError{a, err}
	}
	a.Request = r
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	leave, err := s.gate.enter(ctx)
	if err != nil {
		s.metrics.searched(0, err, time.Since(start))
		return a, nil, 0, &askedError{a, err}
	}
	defer leave()
	start = time.Now()
	res, err := s.searcher.Search(ctx, r)
	took := time.Since(start)
	if err != nil {
		s.metrics.searched(0, err, took)
		return a, nil, took, &askedError{a, err}
	}
	s.metrics.searched(res.Total, nil, took)
	return a, res, took, nil
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
