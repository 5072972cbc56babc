package index

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"presseschau/archive"
	"presseschau/search"
)

// TestManyBatches has enough articles for several batches and segments.
func TestManyBatches(t *testing.T) {
	m := newMemory()
	const n = 3*batchDocuments + 7
	for i := range n {
		m.put(art(strconv.Itoa(i), "Nummer "+strconv.Itoa(i), body("Immer dasselbe.")))
	}
	x := openTest(t, t.TempDir(), m)
	if err := x.CatchUp(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if got := find(t, x, search.Request{Query: "dasselbe"}).Total; got != n {
		t.Errorf("total = %d, want %d", got, n)
	}
	if cursor, err := x.Cursor(); err != nil || cursor != n {
		t.Errorf("cursor = %d, %v; want %d", cursor, err, n)
	}
	if got := find(t, x, search.Request{Query: "4711"}); got.Total != 1 || got.Hits[0].ID != "4711" {
		t.Errorf("4711: %+v", got.Hits)
	}
}

// TestSearchWhileWriting checks that answers are consistent while segments come
// and go, and that closing waits for searches.
func TestSearchWhileWriting(t *testing.T) {
	x, m := newTest(t, news()...)
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			for range 60 {
				r, err := x.Search(t.Context(), search.Request{Query: "haus"})
				if err != nil {
					t.Error(err)
					return
				}
				if r.Total != 2 {
					t.Errorf("total = %d, want 2", r.Total)
				}
			}
		})
	}
	for i := range 20 {
		if err := x.Apply(t.Context(), m.put(art("n"+strconv.Itoa(i%5), "Neues", comment("a", "", "Text")))); err != nil {
			t.Error(err)
		}
	}
	wg.Wait()
}

// TestReplacedOnTheWay replaces articles while their batches are still on the way
// to the index, or to be sent. Each time they have a comment less; none of the old ones stays.
func TestReplacedOnTheWay(t *testing.T) {
	const articles, rounds = 40, 6
	m := newMemory()
	x := openTest(t, t.TempDir(), m)
	w, err := x.Writer(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for round := range rounds {
		for i := range articles {
			parts := []func(*archive.Record){body(strings.Repeat("Lange Texte halten einen Stapel auf. ", 50))}
			for range rounds - round {
				parts = append(parts, comment("ada", "", "Zuschrift"))
			}
			if err := w.Add(t.Context(), m.put(art(strconv.Itoa((i+round)%articles), "Fassung", parts...))); err != nil {
				t.Fatal(err)
			}
		}
		if round%2 == 1 {
			continue // those of the next round replace what is still to be sent
		}
		if err := w.Push(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(w.Add(t.Context(), m.remove("7")), w.Close(t.Context())); err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string]int{"fassung": articles - 1, "zuschrift": articles - 1} {
		found := find(t, x, search.Request{Query: query, Size: articles})
		if found.Total != want {
			t.Errorf("%s: %d articles, want %d", query, found.Total, want)
		}
		for _, h := range found.Hits {
			if query == "zuschrift" && h.Comments.Matching != 1 {
				t.Errorf("%s has %d comments in the index, want 1", h.ID, h.Comments.Matching)
			}
		}
	}
}

// TestLostContext ends the context of a writer but not those of its calls.
func TestLostContext(t *testing.T) {
	m := newMemory()
	changes := m.put(news()...)
	x := openTest(t, t.TempDir(), m)
	ctx, cancel := context.WithCancel(t.Context())
	w, err := x.Writer(ctx)
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	err = errors.Join(w.Add(t.Context(), changes), w.Close(t.Context()))
	if !errors.Is(err, context.Canceled) {
		t.Errorf("a dropped batch ends with %v, want context.Canceled", err)
	}
	if cursor, err := x.Cursor(); err != nil || cursor != 0 {
		t.Errorf("cursor = %d, %v; want 0", cursor, err)
	}
}

func TestOneWriter(t *testing.T) {
	x, m := newTest(t, news()...)
	w, err := x.Writer(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := x.Writer(ended); !errors.Is(err, context.Canceled) {
		t.Errorf("second writer: %v, want to wait until its context ends", err)
	}
	changes := m.put(art("neu", "Neues"))
	applied := make(chan error)
	go func() { applied <- x.Apply(t.Context(), changes) }()
	if err := w.Close(t.Context()); err != nil {
		t.Error(err)
	}
	if err := <-applied; err != nil {
		t.Errorf("apply behind the first writer: %v", err)
	}
	if err := x.Apply(t.Context(), changes); err == nil {
		t.Error("changes are applied a second time")
	}
}

// TestScoresIgnoreDeleted replaces an article by a long one and puts it back.
func TestScoresIgnoreDeleted(t *testing.T) {
	x, m := newTest(t, news()...)
	before := scores(t, x)
	museum := news()[3]
	long := art("museum", museum.Article.Title, body(strings.Repeat("Füllsel ", 5000)))
	for _, r := range []*archive.Record{long, museum} {
		if err := x.Apply(t.Context(), m.put(r)); err != nil {
			t.Fatal(err)
		}
	}
	if after := scores(t, x); !slices.Equal(before, after) {
		t.Errorf("scores = %v, before %v", after, before)
	}
}

func scores(t *testing.T, x *Index) []float64 {
	t.Helper()
	var out []float64
	for _, h := range find(t, x, search.Request{Query: "haus"}).Hits {
		out = append(out, h.Score)
	}
	if len(out) == 0 {
		t.Fatal("nothing found")
	}
	return out
}
