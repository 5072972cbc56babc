package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"slices"
	"time"

	"presseschau/archive"
	"presseschau/corpus"
)

// maxListed is how many problems, and how many warnings, a report names one by
// one; of the rest it gives the number by reason.
const maxListed = 20

// report is what an import did and what it could not do.
type report struct {
	started   time.Time
	files     int // read
	unchanged int // known, not read again
	removed   int // gone from the corpus
	articles  int // read
	comments  int // read
	changed   int // articles that are new, different or deleted
	text      int64
	noOutlet  int // articles
	noDate    int // articles
	problems  []string
	reasons   map[string]int // of the problems behind the first maxListed
	warnings  map[string]int
}

func newReport() *report {
	return &report{started: time.Now(), reasons: map[string]int{}, warnings: map[string]int{}}
}

// add counts an article that was read.
func (r *report) add(record archive.Record) {
	a := record.Article
	r.articles++
	r.comments += len(a.Comments)
	r.text += textBytes(a)
	if a.Outlet == "" {
		r.noOutlet++
	}
	if a.Published == "" {
		r.noDate++
	}
	for _, w := range a.Warnings {
		r.warnings[w]++
	}
}

// skip notes a document or file that could not be read.
func (r *report) skip(err error) {
	if len(r.problems) < maxListed {
		r.problems = append(r.problems, err.Error())
		return
	}
	reason := err.Error()
	var p *corpus.Problem
	if errors.As(err, &p) {
		reason = p.Reason
	}
	r.reasons[reason]++
}

// skipped is the number of documents and files that could not be read.
func (r *report) skipped() int {
	n := len(r.problems)
	for _, count := range r.reasons {
		n += count
	}
	return n
}

// worthTelling tells whether anything happened.
func (r *report) worthTelling() bool {
	return r.files > 0 || r.removed > 0 || r.skipped() > 0
}

// textBytes is the size of an article's texts and its comments' in UTF-8.
func textBytes(a *corpus.Article) int64 {
	n := len(a.Kicker) + len(a.Title) + len(a.Lead)
	for _, b := range a.Body {
		n += len(b.Text)
	}
	for _, c := range a.Comments {
		n += len(c.Title) + len(c.Text)
	}
	return int64(n)
}

// print writes the report in English.
func (r *report) print(w io.Writer) {
	const mega = 1e6
	took := time.Since(r.started)
	fmt.Fprintf(w, "read       %d articles and %d comments from %d files, %.1f MB of text in %.1f s (%.1f MB/s)\n",
		r.articles, r.comments, r.files, float64(r.text)/mega, took.Seconds(), float64(r.text)/mega/max(took.Seconds(), 1e-3))
	fmt.Fprintf(w, "changed    %d articles\n", r.changed)
	if r.unchanged > 0 {
		fmt.Fprintf(w, "unchanged  %d files were known and not read again\n", r.unchanged)
	}
	if r.removed > 0 {
		fmt.Fprintf(w, "removed    %d files are gone from the corpus, and their articles with them\n", r.removed)
	}
	fmt.Fprintf(w, "unknown    outlet of %d articles, date of %d\n", r.noOutlet, r.noDate)
	r.printWarnings(w)
	fmt.Fprintf(w, "skipped    %d\n", r.skipped())
	for _, p := range r.problems {
		fmt.Fprintf(w, "  %s\n", p)
	}
	for _, reason := range byCount(r.reasons) {
		fmt.Fprintf(w, "  and %d more: %s\n", r.reasons[reason], reason)
	}
}

// log writes the report to a server's log.
func (r *report) log(log *slog.Logger) {
	for _, p := range r.problems {
		log.Warn("skipped", "problem", p)
	}
	for _, reason := range byCount(r.reasons) {
		log.Warn("skipped more", "number", r.reasons[reason], "reason", reason)
	}
	log.Info("read the corpus", "articles", r.articles, "comments", r.comments, "files", r.files, "changed", r.changed,
		"unchangedFiles", r.unchanged, "removedFiles", r.removed, "withoutOutlet", r.noOutlet, "withoutDate", r.noDate,
		"skipped", r.skipped(), "took", time.Since(r.started).Round(time.Millisecond))
}

func (r *report) printWarnings(w io.Writer) {
	list := byCount(r.warnings)
	if len(list) == 0 {
		return
	}
	fmt.Fprintf(w, "warnings\n")
	for _, text := range list[:min(len(list), maxListed)] {
		fmt.Fprintf(w, "  %d × %s\n", r.warnings[text], text)
	}
	if more := len(list) - maxListed; more > 0 {
		fmt.Fprintf(w, "  and %d other warnings\n", more)
	}
}

// byCount lists the keys by falling count, equal ones in alphabetical order.
func byCount(counts map[string]int) []string {
	return slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
}
