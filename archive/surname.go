package archive

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"presseschau/corpus"
)

// Surname is one that an article and its comments alone leave open.
type Surname struct {
	Name   string
	Person string // id of the actor that the mentions of it name, "" if it is still open
}

// OpenSurname is a Surname with the article that it stands in.
type OpenSurname struct {
	Surname
	ID        string // of the article
	Published corpus.Date
}

// OpenSurnames returns the surnames that articles alone leave open, decided or
// not, in the order of the articles' changes.
func (a *Archive) OpenSurnames(ctx context.Context) ([]OpenSurname, error) {
	open, err := collect(ctx, a.reader.db, scanOpenSurname, `SELECT id, published, surname, person
		FROM surnames JOIN articles ON articles.seq = surnames.article ORDER BY article, surname`)
	if err != nil {
		return nil, fmt.Errorf("list the open surnames of archive %s: %w", a.path, err)
	}
	return open, nil
}

func scanOpenSurname(row scanner) (OpenSurname, error) {
	var s OpenSurname
	err := row.Scan(&s.ID, into(&s.Published), &s.Name, into(&s.Person))
	return s, err
}

// Bearer says how many articles of a month name a person by a long form.
type Bearer struct {
	Actor    corpus.Actor
	Month    corpus.Date // 2015-09, or less exact where the articles' dates are; "" for those without
	Articles int
}

// Bearers counts the articles that name persons, not the comments, by month. It
// asks for each person how many bytes a mention must have to count, 0 if the
// person is not wanted.
func (a *Archive) Bearers(ctx context.Context, wanted func(corpus.Actor) int) ([]Bearer, error) {
	bearers, err := a.bearers(ctx, wanted)
	if err != nil {
		return nil, fmt.Errorf("count who is named in archive %s: %w", a.path, err)
	}
	return bearers, nil
}

func (a *Archive) bearers(ctx context.Context, wanted func(corpus.Actor) int) ([]Bearer, error) {
	persons, err := collect(ctx, a.reader.db, scanActor, "SELECT key, id, name, type FROM actors WHERE type = 'person'")
	if err != nil {
		return nil, err
	}
	byKey := map[int64]corpus.Actor{}
	least := map[int64]int{}
	for _, p := range persons {
		if bytes := wanted(p.actor); bytes > 0 {
			byKey[p.key], least[p.key] = p.actor, bytes
		}
	}
	type bearer struct {
		actor int64
		month corpus.Date
	}
	articles := map[bearer]int{}
	last := map[int64]int64{} // article by actor: each counts once
	// A join with the persons that are wanted makes SQLite read all mentions for
	// each of them; with IN it goes through the mentions once, article by article.
	rows, err := a.reader.db.QueryContext(ctx, `
		SELECT article, actor, substr(published, 1, 7), end_byte - start_byte FROM mentions JOIN articles ON seq = article
		WHERE comment = 0 AND actor IN (SELECT value FROM json_each(?)) ORDER BY article`, string(appendKeys(nil, slices.Collect(maps.Keys(byKey)))))
	_, err = scanAll(func(row scanner) (struct{}, error) {
		var article int64
		var b bearer
		var bytes int
		err := row.Scan(&article, &b.actor, into(&b.month), &bytes)
		if bytes >= least[b.actor] && last[b.actor] != article {
			articles[b]++
			last[b.actor] = article
		}
		return struct{}{}, err
	})(rows, err)
	if err != nil {
		return nil, err
	}
	var out []Bearer
	for b, n := range articles {
		out = append(out, Bearer{byKey[b.actor], b.month, n})
	}
	slices.SortFunc(out, func(x, y Bearer) int {
		return cmp.Or(cmp.Compare(x.Actor.ID, y.Actor.ID), cmp.Compare(x.Month, y.Month))
	})
	return out, nil
}

// putSurnames writes the surnames that a version of an article leaves open.
func (t *transaction) putSurnames(seq int64, surnames []Surname) error {
	for _, s := range surnames {
		if err := t.exec("INSERT OR REPLACE INTO surnames (article, surname, person) VALUES (?, ?, ?)", seq, s.Name, nullable(s.Person)); err != nil {
			return err
		}
	}
	return nil
}
