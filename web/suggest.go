package web

import (
	"context"
	"fmt"
	"net/http"

	"presseschau/search"
)

// suggestions is the answer of /api/suggest.
type suggestions struct {
	Q           string             `json:"q"`
	Suggestions []answerCompletion `json:"suggestions"`
}

type answerCompletion struct {
	Text      string `json:"text"`
	Query     string `json:"query"`
	Documents int    `json:"documents"`
}

// suggest answers GET /api/suggest with ways to go on with the last word of a
// query that somebody is typing.
func (s *server) suggest(w http.ResponseWriter, r *http.Request) error {
	v, err := parseQueryString(r.URL.RawQuery)
	if err != nil {
		return err
	}
	d := decoder{values: v, of: "completions"}
	query, size := d.one(paramQuery), d.count(paramSize)
	if size > search.MaxCompletions {
		d.fail(paramSize, v.Get(paramSize), fmt.Sprintf("must be at most %d", search.MaxCompletions))
	}
	if err := d.unknown(); err != nil {
		return err
	}
	if d.err != nil {
		return d.err
	}
	if size == 0 {
		size = search.DefaultCompletions
	}
	list, err := s.complete(r.Context(), query, size)
	if err != nil {
		return err
	}
	out := suggestions{Q: query, Suggestions: make([]answerCompletion, 0, len(list))}
	for _, c := range list {
		out.Suggestions = append(out.Suggestions, answerCompletion(c))
	}
	w.Header().Set("Cache-Control", "private, max-age=60")
	return writeJSON(w, out)
}

// complete asks for completions within the limits of searches.
func (s *server) complete(ctx context.Context, query string, size int) ([]search.Completion, error) {
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	leave, err := s.gate.enter(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	return s.searcher.Complete(ctx, query, size)
}
