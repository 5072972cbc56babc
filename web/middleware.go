package web

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"time"

	"presseschau/search"
)

// page wraps a handler whose errors become a page for people. Until the
// archive is ready it shows how far it is.
func (s *server) page(h handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		err := error(search.ErrNotReady)
		if s.progress().Ready {
			err = guard(h, w, r)
		}
		if err != nil {
			s.fail(w, r, err, s.errorPage)
		}
	})
}

// api wraps a handler whose errors become a problem for programs. Until the
// archive is ready there is no answer.
func (s *server) api(h handler) http.Handler {
	return s.plain(func(w http.ResponseWriter, r *http.Request) error {
		if !s.progress().Ready {
			return search.ErrNotReady
		}
		return h(w, r)
	})
}

// plain wraps a handler that needs no archive.
func (s *server) plain(h handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := guard(h, w, r); err != nil {
			s.fail(w, r, err, func(w http.ResponseWriter, _ *http.Request, f failure) error {
				return writeProblem(w, f)
			})
		}
	})
}

// guard turns a panic of a handler into an error. Handlers write only when
// they have their whole answer, so that the error can still be told.
func guard(h handler, w http.ResponseWriter, r *http.Request) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("panic: %v\n%s", v, debug.Stack())
		}
	}()
	return h(w, r)
}

// fail answers with the error; what is the server's own fault is logged.
func (s *server) fail(w http.ResponseWriter, r *http.Request, err error, tell func(http.ResponseWriter, *http.Request, failure) error) {
	f := classify(err)
	if f.status == http.StatusInternalServerError {
		s.log.ErrorContext(r.Context(), "request failed", "path", r.URL.Path, "error", err)
	}
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	h.Del("Content-Encoding")
	if f.status == statusClientGone {
		w.WriteHeader(f.status)
		return
	}
	if err := tell(w, r, f); err != nil {
		s.log.ErrorContext(r.Context(), "answer failed", "path", r.URL.Path, "error", err)
	}
}

// recorder remembers the status and size of an answer.
type recorder struct {
	http.ResponseWriter
	status int
	bytes  int
}

func (w *recorder) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *recorder) Write(b []byte) (int, error) {
	if w.status == 0 {
		w.status = http.StatusOK
	}
	n, err := w.ResponseWriter.Write(b)
	w.bytes += n
	return n, err
}

// Unwrap lets http.ResponseController reach the writer beneath.
func (w *recorder) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// observe sets the headers that every answer has, counts the request and logs
// it. Queries are not logged: what somebody searches for is private.
func (s *server) observe(route string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		done := s.metrics.begin()
		secure(w.Header())
		rec := &recorder{ResponseWriter: w}
		next.ServeHTTP(rec, r)
		took := time.Since(start)
		done(route, r.Method, rec.status, took)
		level := slog.LevelInfo
		if route == "asset" || route == "healthz" || route == "readyz" || route == "metrics" {
			level = slog.LevelDebug
		}
		s.log.LogAttrs(r.Context(), level, "request",
			slog.String("method", r.Method), slog.String("route", route), slog.Int("status", rec.status),
			slog.Int("bytes", rec.bytes), slog.Duration("took", took))
	})
}

// secure sets the security headers: nothing from elsewhere, nothing inline,
// nobody's frame, no address given away to linked sites.
func secure(h http.Header) {
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "+
		"form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Permissions-Policy", "interest-cohort=(), camera=(), microphone=(), geolocation=()")
}

// gate bounds the searches in flight.
type gate struct {
	places chan struct{}
	wait   time.Duration
}

func newGate(places int, wait time.Duration) *gate {
	return &gate{places: make(chan struct{}, places), wait: wait}
}

// enter takes a place, waiting for one a moment, and returns how to leave it.
// If none becomes free the error is search.ErrBusy.
func (g *gate) enter(ctx context.Context) (leave func(), err error) {
	leave = func() { <-g.places }
	select {
	case g.places <- struct{}{}:
		return leave, nil
	default:
	}
	timer := time.NewTimer(g.wait)
	defer timer.Stop()
	select {
	case g.places <- struct{}{}:
		return leave, nil
	case <-timer.C:
		return nil, search.ErrBusy
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// render fills a template into a buffer and only then sends it.
func (s *server) render(w http.ResponseWriter, status int, lang *language, name string, data any) error {
	var buf bytes.Buffer
	if err := s.templates[lang.tag].ExecuteTemplate(&buf, name, data); err != nil {
		return fmt.Errorf("render %s: %w", name, err)
	}
	h := w.Header()
	h.Set("Content-Language", lang.tag)
	h.Add("Vary", "Accept-Language")
	return write(w, status, "text/html; charset=utf-8", buf.Bytes())
}
