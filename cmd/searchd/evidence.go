package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"text/tabwriter"

	"presseschau/actors"
	"presseschau/archive"
)

// evidence is a text with its actors and what tells of them.
type evidence struct {
	recognizer *actors.Recognizer
	texts      []actors.Section
	found      []actors.Actor
	people     *actors.Namesakes // of the archive, nil if there is none
	date       string
}

// articleEvidence recognises the actors of a stored article.
func articleEvidence(ctx context.Context, recognizer *actors.Recognizer, dir, id string) (e *evidence, err error) {
	if err := hasArchive(dir); err != nil {
		return nil, err
	}
	lock, err := lockData(dir)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, lock.Close()) }()
	arch, err := archive.OpenReadOnly(ctx, filepath.Join(dir, archiveName))
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, arch.Close()) }()
	record, err := arch.Record(ctx, id)
	if err != nil {
		return nil, err
	}
	e = &evidence{recognizer: recognizer, texts: sections(record.Article), date: string(record.Article.Published)}
	e.found = recognizer.Find(e.texts, e.date)
	var open []archive.OpenSurname
	for _, a := range e.found {
		if a.Open {
			open = append(open, archive.OpenSurname{Surname: archive.Surname{Name: a.Name}})
		}
	}
	e.people, err = namesakes(ctx, arch, open)
	return e, err
}

// show prints a row for each actor, or for each mention with its reason.
func (e *evidence) show(w io.Writer, explain bool) error {
	if explain {
		return e.print(w)
	}
	return printActors(w, e.found)
}

// print says of each mention where it stands and why it is one.
func (e *evidence) print(w io.Writer) error {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, a := range e.found {
		fmt.Fprintf(tw, "%s\t%s\t%s\n", a.Type, a.Name, e.about(a))
		full := ""
		for _, m := range a.Mentions {
			reason := m.Rule.String()
			if m.Rule == actors.FullName && full != "" {
				reason += ", " + full
			}
			if m.Source != actors.Resolved && full == "" {
				full = m.Text
			}
			fmt.Fprintf(tw, "\t%s\t%s: %s\n", m.Text, e.place(m), reason)
		}
	}
	return tw.Flush()
}

// about says where an actor comes from.
func (e *evidence) about(a actors.Actor) string {
	if origin := e.recognizer.Origin(a.ID); origin != "" {
		return a.ID + ", " + origin
	}
	if !a.Open {
		return a.ID
	}
	if e.people != nil {
		if who, ok := e.people.Who(a.Name, e.date); ok {
			return fmt.Sprintf("%s (%s), whom %d of %d articles near the date name that name a bearer of the surname in full",
				who.ID, who.Name, who.Articles, who.Of)
		}
	}
	return a.ID + ", a surname that nothing explains"
}

// place says where a mention stands.
func (e *evidence) place(m actors.Mention) string {
	in := e.texts[m.Section]
	at := fmt.Sprintf("%s %d-%d", fieldOf(in.Role), m.Start, m.End)
	if in.Comment > 0 {
		at = fmt.Sprintf("comment %d %s", in.Comment, at)
	}
	return at
}
