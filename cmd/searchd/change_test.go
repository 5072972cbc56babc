package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"presseschau/archive"
	"presseschau/corpus"
)

// TestImportFollowsTheCorpus changes a corpus between imports.
func TestImportFollowsTheCorpus(t *testing.T) {
	corpus, data := t.TempDir(), t.TempDir()
	in := func(name string) string { return filepath.Join(corpus, name) }
	for _, step := range []struct {
		name string
		do   func()
		want int // articles
	}{
		{"the first files", func() { writeFile(t, in("a.jsonl"), articles(0, 10)); writeFile(t, in("b/b.jsonl"), articles(10, 20)) }, 20},
		{"a new file", func() { writeFile(t, in("c.jsonl"), articles(20, 25)) }, 25},
		{"a longer file", func() { writeFile(t, in("c.jsonl"), articles(20, 30)) }, 30},
		{"a shorter file", func() { writeFile(t, in("c.jsonl"), articles(20, 22)) }, 22},
		{"an article in two files", func() { writeFile(t, in("d.jsonl"), articles(20, 22)) }, 22},
		{"one of the two gone", func() { remove(t, in("c.jsonl")) }, 22},
		{"a moved folder", func() { rename(t, in("b"), in("e")) }, 22},
		{"a folder gone", func() { remove(t, in("e")) }, 12},
		{"all files gone", func() { remove(t, in("a.jsonl")); remove(t, in("d.jsonl")) }, 12},
	} {
		step.do()
		report := finished(t, exitOK, "index", "--corpus", corpus, "--data", data)
		out := finished(t, exitOK, "search", "--data", data, "Haushalt")
		if !strings.HasPrefix(out, number(step.want, "hit")+"\n") {
			t.Errorf("%s: want %d articles, searchd search says %.20q\n%s", step.name, step.want, out, report)
		}
	}
}

// TestStandardInputAdds expects that what came by standard input stays when more
// comes, or a folder.
func TestStandardInputAdds(t *testing.T) {
	corpus, data := t.TempDir(), t.TempDir()
	writeFile(t, filepath.Join(corpus, "a.jsonl"), articles(30, 35))
	for _, step := range []struct {
		path, input string
		want        int // articles
		status      int
	}{
		{"-", articles(0, 10), 10, exitOK},
		{"-", articles(5, 20), 20, exitOK},
		{corpus, "", 25, exitOK},
		{"-", "", 25, exitFailed},
		{"-", "\x7fELF\x00\x00", 25, exitFailed},
		{"-", `{"id":"erfunden-30","title":"Mel`, 25, exitFailed},
	} {
		status, report, errs := call(t, nil, step.input, "index", "--corpus", step.path, "--data", data)
		if status != step.status || (status == exitFailed) != strings.Contains(errs, "standard input held no article") {
			t.Fatalf("index %s: status %d: %s", step.path, status, errs)
		}
		_, out, _ := call(t, nil, "", "search", "--data", data, "Haushalt")
		if !strings.HasPrefix(out, number(step.want, "hit")+"\n") {
			t.Errorf("after %s want %d articles, searchd search says %.20q\n%s", step.path, step.want, out, report)
		}
	}
	if status, _, errs := call(t, nil, "", "serve", "--corpus", "-", "--data", data); status != exitUsage || !strings.Contains(errs, "index --corpus -") {
		t.Errorf("serve --corpus - exits with %d: %s", status, errs)
	}
}

// TestChangedWhileRead expects that a file which was written to while it was
// read keeps what it held, and is not taken for read.
func TestChangedWhileRead(t *testing.T) {
	arch, err := archive.Open(t.Context(), filepath.Join(t.TempDir(), archiveName))
	if err != nil {
		t.Fatal(err)
	}
	defer arch.Close()
	for _, step := range []struct {
		ids      []string
		problem  error
		complete bool
		want     string // what the source holds
	}{
		{[]string{"a", "b"}, nil, true, "a b"},
		{[]string{"a"}, &corpus.Problem{Path: "x", Err: corpus.ErrChanged}, false, "a b"},
		{[]string{"a", "c"}, &corpus.Problem{Path: "x", Reason: "is cut off"}, true, "a c"},
	} {
		im := &importer{arch: arch, index: func(context.Context, []archive.Change) error { return nil }, progress: &progress{}, report: newReport(), complete: map[*sourceFile]bool{}}
		o := outcome{file: &sourceFile{File: corpus.File{Path: "x"}, known: true, ids: map[string]bool{}}, end: true}
		for _, id := range step.ids {
			o.records = append(o.records, archive.Record{Article: &corpus.Article{ID: id, Title: id, Source: "x"}})
		}
		if step.problem != nil {
			o.problems = []error{step.problem}
		}
		err := im.storing(t.Context(), func(ctx context.Context) error { return errors.Join(im.store(ctx, o), im.flush(ctx)) })
		if err != nil {
			t.Fatal(err)
		}
		source, _, err := arch.Source(t.Context(), "x")
		ids, err2 := arch.SourceIDs(t.Context(), "x")
		if err := errors.Join(err, err2); err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(ids, " "); got != step.want || source.Complete != step.complete {
			t.Errorf("after %v it holds %q, want %q; complete is %t, want %t", step.problem, got, step.want, source.Complete, step.complete)
		}
	}
}

func TestWatchFollowsTheCorpus(t *testing.T) {
	corpus, data := t.TempDir(), t.TempDir()
	in := func(name string) string { return filepath.Join(corpus, name) }
	writeFile(t, in("a.jsonl"), articles(0, 10))
	p := start(t, "serve", "--corpus", corpus, "--data", data, "--watch", "--listen", "127.0.0.1:0").ready()
	expect := func(what string, want int) {
		t.Helper()
		p.until(what, func() bool { return p.search("q", "Haushalt").Total == want })
	}
	expect("the first file", 10)
	writeFile(t, in("new/b.jsonl"), articles(10, 15))
	expect("a file in a new folder", 15)
	writeFile(t, in("new/b.jsonl"), articles(10, 12))
	expect("a changed file", 12)
	remove(t, in("new"))
	expect("a folder that is gone", 10)
	p.stop()
}

func TestPseudonymise(t *testing.T) {
	corpus, data := t.TempDir(), t.TempDir()
	path := filepath.Join(corpus, "a.jsonl")
	writeFile(t, path, articles(0, 3))
	finished(t, exitOK, "index", "--corpus", corpus, "--data", data)
	author := func() string {
		p := start(t, "serve", "--data", data, "--listen", "127.0.0.1:0").ready()
		defer p.stop()
		hits := p.search("q", "Kommentarwort1", "in", "comments").Hits
		if len(hits) != 1 || len(hits[0].Comments.Hits) != 1 {
			t.Fatalf("the comment is not found: %+v", hits)
		}
		return hits[0].Comments.Hits[0].Author
	}
	if got := author(); got != "Leserin Eins" {
		t.Fatalf("the comment is by %q", got)
	}
	finished(t, exitOK, "index", "--corpus", corpus, "--data", data, "--pseudonymise")
	first := author()
	if first == "" || strings.Contains(first, "Eins") {
		t.Errorf("the pseudonym is %q", first)
	}
	writeFile(t, path, articles(0, 4))
	finished(t, exitOK, "index", "--corpus", corpus, "--data", data)
	if got := author(); got != first {
		t.Errorf("an import without the option made %q of %q", got, first)
	}
	if info, err := os.Stat(filepath.Join(data, keyName)); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the key is not private: %v, %v", info, err)
	}
}

func TestUnpackMakesFoldersEqual(t *testing.T) {
	dir := t.TempDir()
	old, same, fresh := filepath.Join(dir, "old.txt"), filepath.Join(dir, "x", "same.txt"), filepath.Join(dir, "y.txt")
	writeFile(t, old, "alt")
	writeFile(t, same, "gleich")
	before, err := os.Stat(same)
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{"x/same.txt": {Data: []byte("gleich")}, "y.txt": {Data: []byte("neu")}}
	if err := unpack(files, dir); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(old); !os.IsNotExist(err) {
		t.Errorf("a file that is not wanted is still there: %v", err)
	}
	if after, err := os.Stat(same); err != nil || !after.ModTime().Equal(before.ModTime()) {
		t.Errorf("a file that was right was written again: %v", err)
	}
	if text, err := os.ReadFile(fresh); err != nil || string(text) != "neu" {
		t.Errorf("a new file holds %q, %v", text, err)
	}
}

func remove(t *testing.T, path string) {
	t.Helper()
	if err := os.RemoveAll(path); err != nil {
		t.Fatal(err)
	}
}

func rename(t *testing.T, from, to string) {
	t.Helper()
	if err := os.Rename(from, to); err != nil {
		t.Fatal(err)
	}
}
