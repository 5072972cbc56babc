package main

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"presseschau/archive"
	"presseschau/corpus"
)

var errInterrupted = errors.New("interrupted")

// TestTablesOfInterruptedImports goes from one table of actors to others, in
// imports that end between what they store and the rest of the archive.
func TestTablesOfInterruptedImports(t *testing.T) {
	tables := t.TempDir()
	table := func(name string) string {
		path := filepath.Join(tables, name+".tsv")
		writeFile(t, path, "org:"+name+"\torg\tKreisgruppe Nord\n")
		return path
	}
	type stored struct{ table, ids string } // and then interrupted
	for _, tc := range []struct {
		name  string
		parts []stored
		last  string // table of the import that comes to its end
	}{
		{"back to the first", []stored{{"b", "1"}}, "a"},
		{"by a third back to the second", []stored{{"b", "1"}, {"c", "2"}}, "b"},
		{"by the first again to the second", []stored{{"b", "1"}, {"a", "2 4"}}, "b"},
		{"by the second in two parts", []stored{{"b", "1"}, {"b", "4"}}, "b"},
	} {
		corpus, data := t.TempDir(), t.TempDir()
		var text string
		for _, id := range []string{"1", "2", "3"} {
			text += dated(id, "2020-04-01", "Die Kreisgruppe Nord tagte.")
		}
		path := filepath.Join(corpus, "a.jsonl")
		writeFile(t, path, text)
		finished(t, exitOK, "index", "--corpus", corpus, "--data", data, "--actors", table("a"))
		remove(t, path)
		want := "1: org:x; 2: org:x; 3: org:x"
		for _, part := range tc.parts {
			if strings.Contains(part.ids, "4") {
				want = "1: org:x; 2: org:x; 3: org:x; 4: org:x"
			}
			storePart(t, data, table(part.table), strings.Fields(part.ids))
		}
		report := finished(t, exitOK, "index", "--data", data, "--actors", table(tc.last))
		if got := namedIn(t, data); got != strings.ReplaceAll(want, "org:x", "org:"+tc.last) {
			t.Errorf("%s: got %s\n%s", tc.name, got, report)
		}
	}
}

// storePart is an import that is interrupted when it has stored articles.
func storePart(t *testing.T, data, table string, ids []string) {
	t.Helper()
	in := opened(t, data, table)
	defer in.lib.Close()
	err := in.follow(t.Context(), func(ctx context.Context, to sink) error {
		var records []archive.Record
		for _, id := range ids {
			article := &corpus.Article{
				ID: id, Source: "a.jsonl", Title: "Meldung " + id, Published: "2020-04-01",
				Body: []corpus.Block{{Kind: corpus.Paragraph, Text: "Die Kreisgruppe Nord tagte auch am Abend."}},
			}
			records = append(records, recognize(in.actors, article, nil))
		}
		changes, err := in.lib.arch.Put(ctx, records, archive.Source{Path: "a.jsonl"})
		if err == nil {
			err = to(ctx, changes)
		}
		if err != nil {
			return err
		}
		return errInterrupted
	}, newReport())
	if !errors.Is(err, errInterrupted) {
		t.Fatal(err)
	}
}

// opened is a library ready for an import without a corpus.
func opened(t *testing.T, data, table string) *ingest {
	t.Helper()
	lib, err := openLibrary(t.Context(), data, table, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	in, err := newIngest(lib, &options{}, &progress{})
	if err == nil {
		err = lib.index.CatchUp(t.Context(), nil)
	}
	if err != nil {
		t.Fatal(errors.Join(err, lib.Close()))
	}
	return in
}

// TestFirstImportIsTagged expects that nothing is recognised again behind a first
// import, be it interrupted.
func TestFirstImportIsTagged(t *testing.T) {
	data := t.TempDir()
	storePart(t, data, "", []string{"1"})
	in := opened(t, data, "")
	defer in.lib.Close()
	if at, err := in.tagState(t.Context()); err != nil || !at.All {
		t.Errorf("the state is %+v, %v; want that all mentions follow", at, err)
	}
}

// TestFailedRecognition expects that an article whose recognition fails is named
// in the report, and that its neighbour is stored.
func TestFailedRecognition(t *testing.T) {
	data := t.TempDir()
	storePart(t, data, "", []string{"1", "2"})
	in := opened(t, data, "")
	defer in.lib.Close()
	one, err := in.lib.arch.Record(t.Context(), "1")
	two, err2 := in.lib.arch.Record(t.Context(), "2")
	if err := errors.Join(err, err2); err != nil {
		t.Fatal(err)
	}
	failing := *in
	failing.actors = nil // which panics
	bare := tagging{record: archive.Record{Article: two.Article}}
	rep, stored := newReport(), 0
	err = in.put(t.Context(), slices.Values([]tagging{failing.tag(one.Article, nil), bare}), func(_ context.Context, changes []archive.Change) error {
		stored += len(changes)
		return nil
	}, rep)
	if got := strings.Join(rep.skipped.lines(), "; "); err != nil || stored > 1 || !strings.Contains(got, "a.jsonl") || !strings.Contains(got, "mistake of this program") {
		t.Errorf("%d articles stored, reported %q, %v", stored, got, err)
	}
}
