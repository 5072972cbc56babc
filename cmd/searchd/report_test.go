package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"presseschau/archive"
	"presseschau/corpus"
)

func TestReport(t *testing.T) {
	r := newReport()
	r.files, r.changed, r.unchanged, r.removed = 3, 2, 1, 4
	r.add("a.txt", archive.Record{Article: &corpus.Article{Outlet: "Blatt", Published: "2015", Title: "Titel"}})
	for line := 7; line < 9; line++ {
		r.add("b.jsonl", archive.Record{Article: &corpus.Article{
			Source: fmt.Sprintf("b.jsonl#%d", line), Comments: make([]corpus.Comment, 1), Warnings: []string{"no date found"}}})
	}
	skip := func(path string, line int, reason string) {
		r.skip(&corpus.Problem{Path: path, Line: line, Reason: reason})
	}
	skip("c.jsonl", 1, "is no JSON")
	for i := range maxListed + 5 {
		skip(fmt.Sprintf("%02d.txt", i), 0, "is empty")
	}
	skip("z.txt", 0, "is a binary file")
	skip("c.jsonl", 2, "is no JSON")
	skip("c.jsonl", 3, "is too long")
	var out strings.Builder
	r.print(&out)
	_, counts, _ := strings.Cut(out.String(), "\n") // the first line has a time
	var want strings.Builder
	want.WriteString("changed    2 articles\nunchanged  1 files were known and not read again\n" +
		"removed    4 files are gone from the corpus, and their articles with them\n" +
		"unknown    outlet of 2 articles, date of 2\nwarnings   2\n  b.jsonl:7: no date found (and 1 more in this file)\n" +
		"skipped    29\n  c.jsonl:1: is no JSON (and 1 more in this file)\n  c.jsonl:3: is too long\n")
	for i := range maxListed - 1 {
		fmt.Fprintf(&want, "  %02d.txt: is empty\n", i)
	}
	want.WriteString("  z.txt: is a binary file\n  and 6 more: is empty\n")
	if counts != want.String() {
		t.Errorf("the report says\n%s\nwant\n%s", counts, want.String())
	}
	if first := out.String(); !strings.HasPrefix(first, "read       3 articles and 2 comments from 3 files, 0.0 MB of text in ") {
		t.Errorf("the report begins with %.100q", first)
	}
}

func TestListingIsBounded(t *testing.T) {
	l := newListing()
	for i := range 10 * maxPlaces {
		l.add(place{"a.jsonl", i + 1}, fmt.Sprintf("reason %d", i))
	}
	lines := l.lines()
	if want := fmt.Sprintf("and %d more: %s", 9*maxPlaces, otherReasons); len(lines) != maxPlaces+1 || lines[maxPlaces] != want {
		t.Errorf("%d lines, the last is %q, want %d and %q", len(lines), lines[len(lines)-1], maxPlaces+1, want)
	}
}

// TestSkipListIsKept imports twice; the second time only one of two files with
// mistakes is read.
func TestSkipListIsKept(t *testing.T) {
	corpus, data := t.TempDir(), t.TempDir()
	in := func(name string) string { return filepath.Join(corpus, name) }
	for i, step := range []struct{ name, content, want string }{
		{"a.jsonl", "{\n" + articles(0, 1), ""},
		{"b.jsonl", articles(1, 2) + "[]\n", "a.jsonl:1 b.jsonl:2"},
		{"b.jsonl", articles(1, 3) + "[]\n", "a.jsonl:1 b.jsonl:3"},
		{"a.jsonl", articles(0, 1), "b.jsonl:3"},
		{"c.txt", "", "b.jsonl:3 c.txt:"},
	} {
		writeFile(t, in(step.name), step.content)
		if step.want == "" {
			continue
		}
		finished(t, exitOK, "index", "--corpus", corpus, "--data", data)
		text, err := os.ReadFile(filepath.Join(data, skippedName))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for line := range strings.Lines(string(text)) {
			columns := strings.Split(line, "\t")
			got = append(got, filepath.Base(columns[0])+":"+columns[1])
		}
		slices.Sort(got)
		if strings.Join(got, " ") != step.want {
			t.Errorf("step %d: the list is\n%swant %s", i, text, step.want)
		}
	}
}
