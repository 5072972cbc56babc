package web

import (
	"context"
	"errors"
	"net/http"
	"time"

	"presseschau/search"
)

// Waits that answers suggest in Retry-After.
const (
	retryBusy     = time.Second
	retryNotReady = 3 * time.Second
	retryTimeout  = 5 * time.Second
)

// statusClientGone is logged when the client went away before its answer.
const statusClientGone = 499

// requestError is a mistake of a request that package search knows nothing
// of: a path, a method, a form.
type requestError struct {
	status int
	kind   string // of the problem, and key of its words on a page
	detail string // in English
}

func (e *requestError) Error() string { return e.detail }

// askedError is an error of a search, with what was asked.
type askedError struct {
	asked asked
	err   error
}

func (e *askedError) Error() string { return e.err.Error() }
func (e *askedError) Unwrap() error { return e.err }

// failure is an error as HTTP tells it.
type failure struct {
	status   int
	kind     string        // "query-syntax": the problem's type, and the key of its words
	title    string        // in English
	detail   string        // in English, "" when the cause is nobody's business
	retry    time.Duration // 0: trying again does not help
	syntax   *search.SyntaxError
	param    *search.ParamError
	asked    asked // of a search that could be decoded
	searched bool  // asked is that of a search page or answer
}

// classify maps every error to its status. It is the only place that does.
func classify(err error) failure {
	f := classifyCause(err)
	var search *askedError
	if errors.As(err, &search) {
		f.asked, f.searched = search.asked, true
	}
	return f
}

func classifyCause(err error) failure {
	var (
		syntax *search.SyntaxError
		param  *search.ParamError
		wrong  *requestError
	)
	switch {
	case errors.As(err, &syntax):
		return failure{status: http.StatusUnprocessableEntity, kind: "query-syntax", title: "The query cannot be understood",
			detail: "expected " + syntax.Expected, syntax: syntax}
	case errors.As(err, &param):
		return failure{status: http.StatusBadRequest, kind: "bad-parameter", title: "A parameter has no meaning",
			detail: param.Error(), param: param}
	case errors.As(err, &wrong):
		return failure{status: wrong.status, kind: wrong.kind, title: http.StatusText(wrong.status), detail: wrong.detail}
	case errors.Is(err, search.ErrNotFound):
		return failure{status: http.StatusNotFound, kind: "no-article", title: "No such article",
			detail: "the archive has no article of that id"}
	case errors.Is(err, search.ErrNoActor):
		return failure{status: http.StatusNotFound, kind: "no-actor", title: "No such actor",
			detail: "no article or comment of the archive names an actor of that id"}
	case errors.Is(err, search.ErrStaleCursor):
		return failure{status: http.StatusGone, kind: "stale-cursor", title: "The cursor is out of date",
			detail: "the archive has changed since; repeat the search without the cursor"}
	case errors.Is(err, search.ErrBusy):
		return failure{status: http.StatusTooManyRequests, kind: "busy", title: "Too many searches at once", retry: retryBusy}
	case errors.Is(err, search.ErrNotReady):
		return failure{status: http.StatusServiceUnavailable, kind: "not-ready", title: "The archive is not ready yet", retry: retryNotReady}
	case errors.Is(err, search.ErrTimeout), errors.Is(err, context.DeadlineExceeded):
		return failure{status: http.StatusGatewayTimeout, kind: "timeout", title: "The search took too long", retry: retryTimeout}
	case errors.Is(err, context.Canceled):
		return failure{status: statusClientGone, kind: "client-gone", title: "The client went away"}
	}
	return failure{status: http.StatusInternalServerError, kind: "internal", title: "Something went wrong on the server"}
}
