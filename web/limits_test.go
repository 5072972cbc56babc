package web

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"presseschau/search"
)

// failing answers every search with an error.
type failing struct{ err error }

func (f failing) Search(context.Context, search.Request) (*search.Result, error) { return nil, f.err }
func (f failing) Document(context.Context, string, string) (*search.Document, error) {
	return nil, f.err
}

func (f failing) Actor(context.Context, string, int) (*search.Profile, error) { return nil, f.err }
func (f failing) Complete(context.Context, string, int) ([]search.Completion, error) {
	return nil, f.err
}

// slow answers when it is told to, or when its context ends.
type slow struct {
	failing
	entered chan struct{}
	answer  chan struct{}
}

func (s slow) Search(ctx context.Context, r search.Request) (*search.Result, error) {
	s.entered <- struct{}{}
	select {
	case <-s.answer:
		return &search.Result{}, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func TestTooManySearches(t *testing.T) {
	x := slow{entered: make(chan struct{}), answer: make(chan struct{})}
	h := newServer(t, func(o *Options) {
		o.Searcher, o.MaxInFlight, o.MaxWait = x, 1, time.Nanosecond
	})
	first := make(chan int)
	go func() { first <- get(h, "/api/search").Code }()
	<-x.entered
	if w := get(h, "/api/search"); w.Code != http.StatusTooManyRequests {
		t.Errorf("second search: status %d", w.Code)
	}
	close(x.answer)
	if code := <-first; code != http.StatusOK {
		t.Errorf("first search: status %d", code)
	}
}

func TestSlowSearch(t *testing.T) {
	x := slow{entered: make(chan struct{}, 1), answer: make(chan struct{})}
	h := newServer(t, func(o *Options) { o.Searcher, o.SearchTimeout = x, time.Millisecond })
	if w := get(h, "/api/search"); w.Code != http.StatusGatewayTimeout {
		t.Errorf("status %d", w.Code)
	}
}

func TestClientGone(t *testing.T) {
	x := slow{entered: make(chan struct{}, 1), answer: make(chan struct{})}
	h := newServer(t, func(o *Options) { o.Searcher = x })
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	w := do(h, httptest.NewRequestWithContext(ctx, http.MethodGet, "/api/search", nil))
	if w.Code != statusClientGone || w.Body.Len() > 0 {
		t.Errorf("status %d: %s", w.Code, w.Body)
	}
}

// panicking is a broken engine.
type panicking struct{ failing }

func (panicking) Search(context.Context, search.Request) (*search.Result, error) { panic("broken") }

func TestPanic(t *testing.T) {
	h := newServer(t, func(o *Options) { o.Searcher = panicking{} })
	for _, path := range []string{"/", "/api/search"} {
		w := get(h, path)
		if w.Code != http.StatusInternalServerError || strings.Contains(w.Body.String(), "broken") {
			t.Errorf("%s: status %d: %s", path, w.Code, w.Body)
		}
	}
}
