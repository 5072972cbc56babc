package main

import (
	"fmt"
	"strings"
	"testing"

	"presseschau/archive"
	"presseschau/corpus"
)

func TestReport(t *testing.T) {
	r := newReport()
	r.files, r.changed, r.unchanged, r.removed = 3, 2, 1, 4
	r.add(archive.Record{Article: &corpus.Article{Outlet: "Blatt", Published: "2015", Title: "Titel"}})
	r.add(archive.Record{Article: &corpus.Article{Comments: make([]corpus.Comment, 2), Warnings: []string{"no date found"}}})
	for i := range maxListed + 5 {
		reason := "is empty"
		if i == maxListed {
			reason = "is a binary file"
		}
		r.skip(&corpus.Problem{Path: fmt.Sprintf("%02d.txt", i), Line: i, Reason: reason})
	}
	var out strings.Builder
	r.print(&out)
	_, counts, _ := strings.Cut(out.String(), "\n") // the first line has a time
	var want strings.Builder
	want.WriteString("changed    2 articles\nunchanged  1 files were known and not read again\n" +
		"removed    4 files are gone from the corpus, and their articles with them\n" +
		"unknown    outlet of 1 articles, date of 1\nwarnings\n  1 × no date found\nskipped    25\n  00.txt: is empty\n")
	for i := 1; i < maxListed; i++ {
		fmt.Fprintf(&want, "  %02d.txt:%d: is empty\n", i, i)
	}
	want.WriteString("  and 4 more: is empty\n  and 1 more: is a binary file\n")
	if counts != want.String() {
		t.Errorf("the report says\n%s\nwant\n%s", counts, want.String())
	}
	if first := out.String(); !strings.HasPrefix(first, "read       2 articles and 2 comments from 3 files, 0.0 MB of text in ") {
		t.Errorf("the report begins with %.100q", first)
	}
}
