package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"presseschau/archive"
	"presseschau/web"
)

func reportCommand() command {
	return command{
		name:    "report",
		args:    "--data DIR [--json]",
		summary: "tells what an archive holds and what became of its sources",
		help: `Tells for each source how many articles and comments were read from it and what is
unknown of them, how dates were found, which lines of raw pages were left out most
often, what was skipped and why, and which articles are versions of one another. The
page /about of a server says the same.

  searchd report --data ~/presseschau
  searchd report --data ~/presseschau --json`,
		flags: []string{"data", "json"},
		bare:  true,
		run:   runReport,
	}
}

func runReport(ctx context.Context, std stdio, opts *options) (err error) {
	dir := opts.dataDir()
	if err := hasArchive(dir); err != nil {
		return err
	}
	arch, err := openArchive(ctx, filepath.Join(dir, archiveName), archive.OpenReadOnly)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, arch.Close()) }()
	rep, err := survey(ctx, arch, dir)
	if err != nil {
		return err
	}
	if opts.json {
		out := json.NewEncoder(std.out)
		out.SetIndent("", " ")
		out.SetEscapeHTML(false)
		return out.Encode(rep)
	}
	printSurvey(std.out, rep)
	return nil
}

// printSurvey writes a report in English.
func printSurvey(w io.Writer, rep *web.Report) {
	fmt.Fprintf(w, "%s, %s; without date %d, without outlet %d\n", number(rep.Articles, "article"), number(rep.Comments, "comment"),
		rep.WithoutDate, rep.WithoutOutlet)
	fmt.Fprintf(w, "\n%9s %9s %9s %9s %9s  source\n", "files", "articles", "comments", "no date", "no outlet")
	for _, s := range rep.Sources {
		fmt.Fprintf(w, "%9d %9d %9d %9d %9d  %s\n", s.Files, s.Articles, s.Comments, s.WithoutDate, s.WithoutOutlet, s.Path)
	}
	if rep.MoreSources > 0 {
		fmt.Fprintf(w, "%d more\n", rep.MoreSources)
	}
	printCounts(w, "dates found in", rep.Dates)
	printCounts(w, "languages", rep.Languages)
	fmt.Fprintf(w, "\nversions: %s in %s\n", number(rep.Grouped, "article"), number(rep.Groups, "group"))
	for _, g := range rep.Largest {
		fmt.Fprintf(w, "%9d  %s (%s)\n", g.Articles, orNone(g.Title), g.ID)
	}
	fmt.Fprintf(w, "\nskipped: %d\n", rep.Skipped)
	for _, r := range rep.Reasons {
		fmt.Fprintf(w, "%9d  %s, such as %s\n", r.Count, r.Text, r.Example)
	}
	printCounts(w, "lines left out most often", rep.Dropped)
}

func printCounts(w io.Writer, heading string, counts []web.Count) {
	if len(counts) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%s:\n", heading)
	for _, c := range counts {
		fmt.Fprintf(w, "%9d  %s\n", c.Count, orNone(c.Name))
	}
}
