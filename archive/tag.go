package archive

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"

	"presseschau/sameness"
)

// Tag stores the mentions and surnames of stored articles anew in one
// transaction, and returns what changed. The articles must be as Record or
// Changes gave them: their texts are not written again, which takes a fraction
// of what Put takes. What is no longer there makes no change.
func (a *Archive) Tag(ctx context.Context, records []Record) ([]Change, error) {
	changes, err := a.write(ctx, func(t *transaction) error { return t.tagAll(ctx, records) })
	if err != nil {
		return nil, fmt.Errorf("store the actors of %d articles in archive %s: %w", len(records), a.path, err)
	}
	return changes, nil
}

func (t *transaction) tagAll(ctx context.Context, records []Record) error {
	ids := make([]string, len(records))
	for i := range records {
		ids[i] = records[i].Article.ID
	}
	known, err := t.lookUp(ids)
	if err != nil {
		return err
	}
	for i := range records {
		if err := ctx.Err(); err != nil {
			return err
		}
		r := &records[i]
		if err := t.tag(r, known[r.Article.ID]); err != nil {
			return fmt.Errorf("article %q: %w", r.Article.ID, err)
		}
		delete(known, r.Article.ID)
	}
	return nil
}

// tag gives a version of an article other mentions.
func (t *transaction) tag(r *Record, old stored) error {
	mentions := inOrder(r.Mentions)
	content := t.hasher.content(r.Article, mentions, r.Surnames)
	if old.seq == 0 || bytes.Equal(content, old.content) {
		return nil
	}
	for _, query := range []string{"DELETE FROM mentions WHERE article = ?", "DELETE FROM surnames WHERE article = ?"} {
		if err := t.exec(query, old.seq); err != nil {
			return err
		}
	}
	seq, err := t.renumber(old.seq, sameness.Shingle(textsOf(r.Article)...).Keys())
	if err != nil {
		return err
	}
	actors, err := t.insertMentions(seq, mentions)
	if err != nil {
		return err
	}
	if err := t.exec("UPDATE articles SET content = ?, main_actors = ? WHERE seq = ?", content, keys{&actors}, seq); err != nil {
		return err
	}
	if err := t.putSurnames(seq, r.Surnames); err != nil {
		return err
	}
	label, err := t.label(seq)
	t.changes = append(t.changes, Change{Seq: seq, ID: r.Article.ID, Old: true,
		Record: &Record{Article: r.Article, Mentions: mentions, Group: label}})
	return err
}

// label is that of the group which an article is in, 0 if there is none.
func (t *transaction) label(seq int64) (label int64, err error) {
	err = t.tx.QueryRowContext(t.ctx, "SELECT label FROM members WHERE article = ?", seq).Scan(&label)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return label, err
}
