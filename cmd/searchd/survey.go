package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"presseschau/archive"
	"presseschau/web"
)

// Limits of a survey.
const (
	surveySources = 100 // sources that are listed
	surveyReasons = 20  // reasons for which documents were skipped
)

// survey tells what the archive in a data folder holds and what became of its
// sources. It counts what is there now; lines left out and documents skipped are
// those that imports noted.
func survey(ctx context.Context, arch *archive.Archive, dir string) (*web.Report, error) {
	counts, err := arch.Counts(ctx)
	if err != nil {
		return nil, err
	}
	o, err := arch.Overview(ctx)
	if err != nil {
		return nil, err
	}
	rep := &web.Report{Articles: counts.Articles, Comments: counts.Comments, WithoutDate: counts.WithoutDate, WithoutOutlet: counts.WithoutOutlet,
		Groups: o.Groups, Grouped: o.Grouped, Languages: counted(o.Languages), Largest: []web.ReportGroup{}}
	for _, g := range o.Largest {
		rep.Largest = append(rep.Largest, web.ReportGroup(g))
	}
	rep.Sources = bySource(o.Sources)
	rep.MoreSources = max(0, len(rep.Sources)-surveySources)
	rep.Sources = rep.Sources[:len(rep.Sources)-rep.MoreSources]
	origins := map[string]int{}
	for _, s := range o.Sources {
		origins[string(s.DateFrom)] += s.Articles
	}
	rep.Dates = counted(origins)
	kept, _, err := arch.Meta(ctx, droppedKey)
	if err != nil {
		return nil, err
	}
	if rep.Dropped, err = droppedLines(kept); err != nil {
		return nil, err
	}
	rep.Skipped, rep.Reasons, err = skippedReasons(filepath.Join(dir, skippedName))
	return rep, err
}

// counted lists counts, the highest first.
func counted(counts map[string]int) []web.Count {
	out := []web.Count{}
	for name, n := range counts {
		out = append(out, web.Count{Name: name, Count: n})
	}
	slices.SortFunc(out, func(a, b web.Count) int { return cmp.Or(b.Count-a.Count, strings.Compare(a.Name, b.Name)) })
	return out
}

// bySource adds up the counts of each file, and of files with an article each
// those of their folder. Those with most articles come first.
func bySource(counts []archive.SourceCount) []web.ReportSource {
	files := map[string]*web.ReportSource{}
	for _, c := range counts {
		add(files, c.Path, web.ReportSource{Articles: c.Articles, Comments: c.Comments, WithoutDate: c.WithoutDate, WithoutOutlet: c.WithoutOutlet})
	}
	places := map[string]*web.ReportSource{}
	for path, s := range files {
		s.Files = 1
		if s.Articles == 1 {
			path = filepath.Dir(path) + string(filepath.Separator)
		}
		add(places, path, *s)
	}
	out := []web.ReportSource{}
	for path, s := range places {
		s.Path = path
		out = append(out, *s)
	}
	slices.SortFunc(out, func(a, b web.ReportSource) int { return cmp.Or(b.Articles-a.Articles, strings.Compare(a.Path, b.Path)) })
	return out
}

func add(to map[string]*web.ReportSource, path string, s web.ReportSource) {
	sum := to[path]
	if sum == nil {
		sum = &web.ReportSource{}
		to[path] = sum
	}
	sum.Files += s.Files
	sum.Articles += s.Articles
	sum.Comments += s.Comments
	sum.WithoutDate += s.WithoutDate
	sum.WithoutOutlet += s.WithoutOutlet
}

// skippedReasons counts what the list of a data folder names, by reason.
func skippedReasons(path string) (total int, reasons []web.Reason, err error) {
	list, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, []web.Reason{}, nil
	}
	if err != nil {
		return 0, nil, fmt.Errorf("read the list of what was skipped: %w", err)
	}
	defer list.Close()
	by := map[string]*web.Reason{}
	lines := bufio.NewReader(list)
	for {
		line, err := lines.ReadString('\n')
		fields := strings.SplitN(strings.TrimSuffix(line, "\n"), "\t", 3)
		if err != nil || len(fields) < 3 {
			break
		}
		total++
		text, _, _ := strings.Cut(fields[2], ": ") // behind it stands what differs
		if by[text] == nil {
			by[text] = &web.Reason{Text: text, Example: strings.TrimSuffix(fields[0]+":"+fields[1], ":")}
		}
		by[text].Count++
	}
	reasons = []web.Reason{}
	for _, r := range by {
		reasons = append(reasons, *r)
	}
	slices.SortFunc(reasons, func(a, b web.Reason) int { return cmp.Or(b.Count-a.Count, strings.Compare(a.Text, b.Text)) })
	return total, reasons[:min(len(reasons), surveyReasons)], nil
}
