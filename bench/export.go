package main

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"presseschau/archive"
)

// article is a document as the peers read it: what Presseschau stored, with
// the actors that it recognised.
type article struct {
	ID     string   `json:"id"`
	Outlet string   `json:"outlet"`
	Year   string   `json:"year"`
	Title  string   `json:"title"`
	Text   string   `json:"text"`
	Actors []string `json:"actors"`
}

// unknown stands for an outlet or year that is not known.
const unknown = "none"

// exportBatch is the number of articles read from the archive at once.
const exportBatch = 1000

// export writes the articles of a data folder as JSON lines and gives the
// bytes of their text, and their number.
func export(ctx context.Context, archivePath, path string) (text int64, documents int, err error) {
	arch, err := archive.OpenReadOnly(ctx, archivePath)
	if err != nil {
		return 0, 0, err
	}
	defer func() { err = errors.Join(err, arch.Close()) }()
	err = writeLines(path, func(add func(any) error) error {
		var seq int64
		for {
			changes, err := arch.Changes(ctx, seq, exportBatch)
			if err != nil || len(changes) == 0 {
				return err
			}
			for _, c := range changes {
				seq = c.Seq
				if c.Record == nil {
					continue
				}
				a := exported(c.Record)
				documents++
				text += int64(len(a.Title) + len(a.Text))
				if err := add(a); err != nil {
					return err
				}
			}
		}
	})
	return text, documents, err
}

func exported(r *archive.Record) *article {
	a := &article{ID: r.Article.ID, Outlet: r.Article.Outlet, Year: unknown, Title: r.Article.Headline(), Actors: []string{}}
	if a.Outlet == "" {
		a.Outlet = unknown
	}
	if y := r.Article.Published.Year(); y > 0 {
		a.Year = strconv.Itoa(y)
	}
	a.Text = strings.TrimSpace(r.Article.Lead + "\n\n" + r.Article.BodyText())
	seen := map[string]bool{}
	for _, m := range r.Mentions {
		if m.Comment == 0 && !seen[m.Actor.ID] {
			seen[m.Actor.ID] = true
			a.Actors = append(a.Actors, m.Actor.ID)
		}
	}
	return a
}
