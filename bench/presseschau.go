package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"presseschau/archive"
	"presseschau/index"
	"presseschau/search"
)

// presseschau searches a data folder that searchd made, as searchd does.
type presseschau struct {
	texts *archive.Archive
	index *index.Index
}

func openPresseschau(ctx context.Context, folder string) (*presseschau, error) {
	texts, err := archive.Open(ctx, filepath.Join(folder, "archive.sqlite"))
	if err != nil {
		return nil, err
	}
	x, err := index.Open(ctx, filepath.Join(folder, "index"), texts, index.Options{})
	if err != nil {
		return nil, errors.Join(err, texts.Close())
	}
	p := &presseschau{texts: texts, index: x}
	if err := x.CatchUp(ctx, nil); err != nil {
		return nil, errors.Join(err, p.Close())
	}
	return p, nil
}

func (p *presseschau) Close() error { return errors.Join(p.index.Close(), p.texts.Close()) }

func (p *presseschau) ask(ctx context.Context, q query, mode string, size int) (answer, error) {
	r := search.Request{Query: q.language(), Size: size, Facets: []search.Facet{}, IDsOnly: mode != highlights}
	if q.Kind == "any" {
		r.Match, r.Scope = search.MatchAny, search.InArticles
	}
	if q.Year != "" {
		r.Filters = []search.Filter{{Facet: search.YearFacet, Include: []string{q.Year}}}
	}
	switch mode {
	case topOnly:
	case faceted, highlights:
		r.Facets = nil // its own three
	default:
		return answer{}, fmt.Errorf("mode %s: %w", mode, errors.ErrUnsupported)
	}
	found, err := p.index.Search(ctx, r)
	if err != nil {
		return answer{}, err
	}
	a := answer{Hits: found.Total}
	for _, h := range found.Hits {
		a.IDs = append(a.IDs, h.ID)
		if len(h.Body) > 0 || len(h.TitleMark.Marks) > 0 {
			a.Passages++
		}
	}
	for _, f := range found.Facets {
		if a.Facets == nil {
			a.Facets = map[string]map[string]int{}
		}
		counts := map[string]int{}
		for _, v := range f.Values {
			counts[v.Value] = v.Count
		}
		a.Facets[string(f.Facet)] = counts
	}
	return a, nil
}

// language writes a query in Presseschau's language.
func (q query) language() string {
	switch q.Kind {
	case "all":
		return ""
	case "or":
		return strings.Join(q.Words, " ODER ")
	case "phrase":
		return `"` + q.text() + `"`
	case "prefix":
		return q.text() + "*"
	case "fuzzy":
		return q.text() + "~"
	}
	return q.text()
}
