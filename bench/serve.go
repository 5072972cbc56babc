package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"
	"time"
)

// Modes in which queries are run.
const (
	topOnly    = "top10"      // ids and scores of the ten best, and the exact total
	bounded    = "bounded"    // Lucene's default: a total that is exact up to 1,000
	faceted    = "facets"     // topOnly, and the counts of three facets
	highlights = "highlights" // faceted, and titles and marked passages of the ten
)

// order asks an engine to run all queries once. It is a line of JSON.
type order struct {
	Mode    string `json:"mode"`
	Clients int    `json:"clients"` // that ask at once
	Size    int    `json:"size"`    // hits of an answer
	Detail  bool   `json:"detail"`  // the answers are wanted too
}

// reply has the times of the queries as the first client saw them, in
// nanoseconds, and their hits.
type reply struct {
	Nanos   []int64  `json:"nanos"`
	Hits    []int    `json:"hits"`
	Elapsed int64    `json:"elapsed"` // until all clients had asked all queries
	Answers []answer `json:"answers"`

	cpu time.Duration // that the engine's process computed for; the asking side measures it
}

// answer is what a query found.
type answer struct {
	Hits     int                       `json:"hits"`
	IDs      []string                  `json:"ids"`
	Facets   map[string]map[string]int `json:"facets"`
	Passages int                       `json:"passages"` // hits with a passage
}

// engine is a search engine within this process. A query that it cannot ask is
// errors.ErrUnsupported.
type engine interface {
	ask(ctx context.Context, q query, mode string, size int) (answer, error)
	Close() error
}

func build(ctx context.Context, name, documents, folder string) error {
	switch name {
	case "bleve":
		return buildBleve(documents, folder)
	case "sqlite":
		return buildSQLite(ctx, documents, folder)
	}
	return fmt.Errorf("there is no engine %s to build", name)
}

func openEngine(ctx context.Context, name, folder string) (engine, error) {
	switch name {
	case "presseschau":
		return openPresseschau(ctx, folder)
	case "bleve":
		return openBleve(folder)
	case "sqlite":
		return openSQLite(folder)
	}
	return nil, fmt.Errorf("there is no engine %s", name)
}

// serve carries out orders, a line each, until there are no more.
func serve(ctx context.Context, name, folder, queriesPath string, in io.Reader, out io.Writer) (err error) {
	e, err := openEngine(ctx, name, folder)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, e.Close()) }()
	var queries []query
	err = eachLineOf(queriesPath, func(q *query) error { queries = append(queries, *q); return nil })
	if err != nil {
		return err
	}
	encoder := json.NewEncoder(out)
	return eachLine(in, func(o *order) error {
		r, err := runAll(ctx, e, queries, o)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		return encoder.Encode(r)
	})
}

// runAll asks all queries. A single client has a single core, as a thread of
// Lucene has.
func runAll(ctx context.Context, e engine, queries []query, o *order) (*reply, error) {
	runtime.GOMAXPROCS(o.Clients)
	r := &reply{Nanos: make([]int64, len(queries)), Hits: make([]int, len(queries))}
	errs := make([]error, o.Clients)
	var others sync.WaitGroup
	start := time.Now()
	for c := 1; c < o.Clients; c++ {
		others.Go(func() { errs[c] = askAll(ctx, e, queries, o, c*len(queries)/o.Clients, nil) })
	}
	errs[0] = askAll(ctx, e, queries, o, 0, r)
	others.Wait()
	r.Elapsed = int64(time.Since(start))
	return r, errors.Join(errs...)
}

// askAll asks all queries, beginning with the one numbered first.
func askAll(ctx context.Context, e engine, queries []query, o *order, first int, r *reply) error {
	for n := range queries {
		i := (first + n) % len(queries)
		start := time.Now()
		a, err := e.ask(ctx, queries[i], o.Mode, o.Size)
		took := int64(time.Since(start))
		if errors.Is(err, errors.ErrUnsupported) {
			took, a.Hits = notAsked, notAsked
		} else if err != nil {
			return fmt.Errorf("query %q: %w", queries[i].text(), err)
		}
		if r == nil {
			continue
		}
		r.Nanos[i], r.Hits[i] = took, a.Hits
		if o.Detail {
			r.Answers = append(r.Answers, a)
		}
	}
	return nil
}

// notAsked stands for time and hits of a query that an engine cannot ask.
const notAsked = -1
