package index

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"presseschau/archive"
	"presseschau/search"
)

// TestPruningLosesNothing compares the best hits that are found by bounds with
// those of scoring every hit, equals included.
func TestPruningLosesNothing(t *testing.T) {
	documents, requests := 1500, 400
	if *full {
		documents, requests = 5000, 2000
	}
	rnd := rand.New(rand.NewPCG(3, 4))
	records := make([]*archive.Record, documents)
	for i := range records {
		records[i] = randomRecord(rnd, i)
	}
	x, m := newTest(t, records...)
	for i := range 20 {
		if err := x.Apply(t.Context(), m.remove(records[i*7].Article.ID)); err != nil {
			t.Fatal(err)
		}
	}
	pruned := 0
	for n := range requests {
		req := randomRequest(rnd)
		req.Scope = []search.Scope{search.InArticles, search.InComments}[rnd.IntN(2)]
		req, tree, err := req.Normalize()
		if err != nil {
			t.Fatal(err)
		}
		_, err = ask(x, "search", func(g *generation, v *view) (*search.Result, error) {
			q := &run{index: x, gen: g, view: v, req: &req, filters: filtersOf(&req, v.facets)}
			if err := q.match(t.Context(), compile(tree, req.Match, g.analysis, v.facets)); err != nil {
				return nil, err
			}
			size := 1 + rnd.IntN(40)
			var after *candidate
			for range 3 { // pages
				best, all, err := bothWays(t, q, size, after)
				if err != nil {
					return nil, err
				}
				if !slices.Equal(best, all) {
					t.Fatalf("request %d, %+v, %d hits: got %v, want %v", n, req, size, best, all)
				}
				if len(best) < size {
					break
				}
				pruned++
				after = &best[len(best)-1]
			}
			return nil, nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if pruned < requests/2 {
		t.Errorf("only %d pages were full", pruned)
	}
}

// bothWays gives the best hits as rank finds them, and by scoring all.
func bothWays(t *testing.T, q *run, size int, after *candidate) (best, all []candidate, err error) {
	t.Helper()
	ls, by := q.leafStats(), order(search.ByRelevance)
	pruned, scored := &top{n: size, order: by}, &top{n: size, order: by}
	for i, m := range q.parts {
		scorers, err := m.scorers(q.final[i], ls, &q.view.stats)
		if err != nil {
			return nil, nil, err
		}
		if err := m.best(t.Context(), i, q.final[i], scorers, pruned, after); err != nil {
			return nil, nil, err
		}
		acc := q.index.pool.get(int(m.part.segment.Count()))
		if err := m.scoreAll(t.Context(), acc, q.final[i], ls, &q.view.stats); err != nil {
			return nil, nil, fmt.Errorf("score all: %w", err)
		}
		if err := m.collect(t.Context(), i, q.final[i], acc, scored, after); err != nil {
			return nil, nil, err
		}
		q.index.pool.put(acc, q.final[i])
	}
	return ranked(pruned.list, by), ranked(scored.list, by), nil
}
