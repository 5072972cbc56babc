package main

import (
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"presseschau/search"
)

// judgedHits is the number of hits that are judged for a query.
const judgedHits = 3

// TestRankingOfSample asks the sample archive what a journalist would ask. The
// first hits were judged by reading the articles; a change that moves them is
// to be judged again before -update takes it over.
func TestRankingOfSample(t *testing.T) {
	lib := importSample(t)
	before, err := os.ReadFile(filepath.Join("testdata", "ranking.golden"))
	if err != nil {
		t.Fatal(err)
	}
	var now strings.Builder
	for line := range strings.Lines(string(before)) {
		query, _, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if query == "" || strings.HasPrefix(query, "#") {
			now.WriteString(line)
			continue
		}
		now.WriteString(query + "\t" + strings.Join(firstHits(t, lib, query), " ") + "\n")
	}
	golden(t, "ranking.golden", now.String())
}

// importSample imports the sample archive into a new data folder.
func importSample(t *testing.T) *library {
	t.Helper()
	lib, err := openLibrary(t.Context(), t.TempDir(), "", slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := lib.Close(); err != nil {
			t.Error(err)
		}
	})
	in, err := newIngest(lib, &options{corpus: []string{"../../examples/archive"}}, &progress{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := in.run(t.Context()); err != nil {
		t.Fatal(err)
	}
	return lib
}

// firstHits are the best hits by their files, a folder below the archive.
func firstHits(t *testing.T, lib *library, query string) []string {
	t.Helper()
	r, err := lib.index.Search(t.Context(), search.Request{Query: query, Size: judgedHits, Facets: []search.Facet{}})
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	var list []string
	for _, h := range r.Hits {
		record, err := lib.arch.Record(t.Context(), h.ID)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.ToSlash(record.Article.Source)
		_, path, _ = strings.Cut(path, "examples/archive/")
		list = append(list, strings.TrimSuffix(path, ".txt"))
	}
	if len(list) == 0 {
		return []string{fmt.Sprintf("nothing, relaxed %q", r.Query.Relaxed)}
	}
	return list
}
