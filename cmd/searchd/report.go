package main

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strconv"
	"strings"
	"time"

	"presseschau/archive"
	"presseschau/corpus"
)

// report is what an import did and what it could not do.
type report struct {
	started   time.Time
	files     int // read, the last one perhaps not to its end
	unchanged int // known, not read again
	removed   int // gone from the corpus
	articles  int // read
	comments  int // read
	changed   int // articles that are new, different or deleted
	tagged    int // stored articles whose actors are others now
	text      int64
	noOutlet  int // articles
	noDate    int // articles
	skipped   *listing
	warnings  *listing
	list      *skipList // of all that is skipped; nil: none is kept
}

func newReport() *report {
	return &report{started: time.Now(), skipped: newListing(), warnings: newListing()}
}

// add counts an article that was read from a file.
func (r *report) add(path string, record archive.Record) {
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
		r.warnings.add(placeOf(path, a.Source), w)
	}
}

// skip notes a document or file that could not be read.
func (r *report) skip(err error) {
	at, reason := place{}, err.Error()
	var p *corpus.Problem
	if errors.As(err, &p) {
		at = place{p.Path, p.Line}
		reason = p.Reason
		if p.Err != nil {
			reason += ": " + p.Err.Error()
		}
	}
	r.skipped.add(at, reason)
	if r.list != nil {
		r.list.add(at, reason)
	}
}

// worthTelling tells whether anything happened.
func (r *report) worthTelling() bool {
	return r.files > 0 || r.removed > 0 || r.skipped.total > 0 || r.tagged > 0
}

// placeOf is where an article stands: its source is "path#line" if the file has
// many.
func placeOf(path, source string) place {
	rest, ok := strings.CutPrefix(source, path+"#")
	if line, err := strconv.Atoi(rest); ok && err == nil {
		return place{path, line}
	}
	return place{path: path}
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
	if r.tagged > 0 {
		fmt.Fprintf(w, "retagged   %d stored articles name other actors now\n", r.tagged)
	}
	if r.unchanged > 0 {
		fmt.Fprintf(w, "unchanged  %d files were known and not read again\n", r.unchanged)
	}
	if r.removed > 0 {
		fmt.Fprintf(w, "removed    %d files are gone from the corpus, and their articles with them\n", r.removed)
	}
	fmt.Fprintf(w, "unknown    outlet of %d articles, date of %d\n", r.noOutlet, r.noDate)
	if r.warnings.total > 0 {
		fmt.Fprintf(w, "warnings   %d\n", r.warnings.total)
		r.warnings.print(w)
	}
	fmt.Fprintf(w, "skipped    %d\n", r.skipped.total)
	r.skipped.print(w)
	if r.skipped.total > 0 && r.list != nil {
		fmt.Fprintf(w, "  all of them: %s\n", r.list.path)
	}
}

// log writes the report to a server's log.
func (r *report) log(log *slog.Logger) {
	for _, line := range r.skipped.lines() {
		log.Warn("skipped", "problem", line)
	}
	log.Info("read the corpus", "articles", r.articles, "comments", r.comments, "files", r.files, "changed", r.changed, "retagged", r.tagged,
		"unchangedFiles", r.unchanged, "removedFiles", r.removed, "withoutOutlet", r.noOutlet, "withoutDate", r.noDate,
		"skipped", r.skipped.total, "took", time.Since(r.started).Round(time.Millisecond))
}
