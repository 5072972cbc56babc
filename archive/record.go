package archive

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"presseschau/corpus"
)

const selectRecords = `SELECT seq, replaced, coalesce(label, 0), id, source, url, outlet, section, kicker, title, lead, published,
	published_from, updated, authors, agencies, language, warnings, comment_count, comments_total, layout, captions,
	credits, body FROM articles LEFT JOIN members ON members.article = articles.seq `

// Record returns the article with the id, or ErrNotFound.
func (a *Archive) Record(ctx context.Context, id string) (*Record, error) {
	var record *Record
	err := a.reader.view(ctx, func(tx *sql.Tx) error {
		changes, err := a.reader.records(ctx, tx, "WHERE id = ?", id)
		if err == nil && len(changes) == 0 {
			err = ErrNotFound
		}
		if err == nil {
			record = changes[0].Record
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read article %q from archive %s: %w", id, a.path, err)
	}
	return record, nil
}

// Changes returns up to limit changes with a Seq above after, in order. An
// article that changed several times is there once, with its last change.
func (a *Archive) Changes(ctx context.Context, after int64, limit int) ([]Change, error) {
	var changes []Change
	err := a.reader.view(ctx, func(tx *sql.Tx) error {
		gone, err := collect(ctx, tx, scanDeletion, "SELECT seq, id FROM deletions WHERE seq > ? ORDER BY seq LIMIT ?", after, limit)
		if err != nil {
			return err
		}
		changes, err = a.reader.records(ctx, tx, "WHERE seq > ? ORDER BY seq LIMIT ?", after, limit)
		if err != nil {
			return err
		}
		changes = append(changes, gone...)
		slices.SortFunc(changes, func(a, b Change) int { return int(a.Seq - b.Seq) })
		changes = changes[:min(len(changes), limit)]
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the changes after %d from archive %s: %w", after, a.path, err)
	}
	return changes, nil
}

func scanDeletion(row scanner) (Change, error) {
	c := Change{Old: true}
	err := row.Scan(&c.Seq, &c.ID)
	return c, err
}

// LastSeq is the Seq of the latest change, 0 in a new archive.
func (a *Archive) LastSeq(ctx context.Context) (int64, error) {
	var last int64
	if err := a.reader.db.QueryRowContext(ctx, "SELECT last FROM sequence").Scan(&last); err != nil {
		return 0, fmt.Errorf("read the last change of archive %s: %w", a.path, err)
	}
	return last, nil
}

// records reads articles, which must be neighbours in the order of seq, with
// all that belongs to them.
func (r *reader) records(ctx context.Context, tx *sql.Tx, where string, args ...any) ([]Change, error) {
	changes, err := collect(ctx, tx, scanRecord, selectRecords+where, args...)
	if err != nil || len(changes) == 0 {
		return nil, err
	}
	at := make(map[int64]*Record, len(changes))
	for i := range changes {
		at[changes[i].Seq] = changes[i].Record
	}
	first, last := changes[0].Seq, changes[len(changes)-1].Seq
	if err := readComments(ctx, tx, at, first, last); err != nil {
		return nil, err
	}
	return changes, r.readMentions(ctx, tx, at, first, last)
}

func scanRecord(row scanner) (Change, error) {
	var c Change
	var comments int
	var total sql.NullInt64
	var layout, captions, credits, body string
	var group int64
	a := new(corpus.Article)
	err := row.Scan(&c.Seq, &c.Old, &group, &a.ID, into(&a.Source), into(&a.URL), into(&a.Outlet), into(&a.Section),
		into(&a.Kicker), into(&a.Title), into(&a.Lead), into(&a.Published), into(&a.PublishedFrom), into(&a.Updated),
		names{&a.Authors}, names{&a.Agencies}, into(&a.Language), names{&a.Warnings}, &comments,
		&total, &layout, into(&captions), into(&credits), &body)
	if err != nil {
		return c, err
	}
	if total.Valid {
		n := int(total.Int64)
		a.CommentsTotal = &n
	}
	if comments > 0 {
		a.Comments = make([]corpus.Comment, comments)
	}
	if a.Body, err = blocks(layout, body, captions, credits); err != nil {
		return c, fmt.Errorf("article %q: %w", a.ID, err)
	}
	c.ID, c.Record = a.ID, &Record{Article: a, Group: group}
	return c, nil
}

// readComments reads the comments of the articles first to last into their
// places.
func readComments(ctx context.Context, tx *sql.Tx, at map[int64]*Record, first, last int64) error {
	rows, err := collect(ctx, tx, scanComment, `SELECT article, n, id, author, date, title, text, parent, position
		FROM comments WHERE article BETWEEN ? AND ?`, first, last)
	if err != nil {
		return err
	}
	for _, row := range rows {
		r := at[row.article]
		if r == nil || row.position < 0 || row.position >= len(r.Article.Comments) {
			return fmt.Errorf("change %d: comment %d was not stored with it", row.article, row.N)
		}
		r.Article.Comments[row.position] = row.Comment
	}
	return nil
}

// commentRow is a comment with the number of its article and its place there.
type commentRow struct {
	corpus.Comment
	article  int64
	position int
}

func scanComment(row scanner) (commentRow, error) {
	var c commentRow
	err := row.Scan(&c.article, &c.N, into(&c.ID), into(&c.Author), into(&c.Date), into(&c.Title), &c.Text,
		into(&c.Parent), &c.position)
	return c, err
}

// readMentions reads the mentions of the articles first to last.
func (r *reader) readMentions(ctx context.Context, tx *sql.Tx, at map[int64]*Record, first, last int64) error {
	mentions, err := collect(ctx, tx, scanMention, `SELECT article, comment, field, start_byte, end_byte, actor, passing
		FROM mentions WHERE article BETWEEN ? AND ?`, first, last)
	if err != nil {
		return err
	}
	keys := make([]int64, len(mentions))
	for i, m := range mentions {
		keys[i] = m.actor
	}
	actors, err := r.actorsOf(ctx, tx, keys)
	if err != nil {
		return err
	}
	for i, m := range mentions {
		if record := at[m.article]; record != nil {
			m.Actor = actors[i]
			record.Mentions = append(record.Mentions, m.Mention)
		}
	}
	for _, record := range at {
		record.Mentions = inOrder(record.Mentions)
	}
	return nil
}

// mentionRow is a mention with the keys of its article and actor.
type mentionRow struct {
	corpus.Mention
	article, actor int64
}

func scanMention(row scanner) (mentionRow, error) {
	var m mentionRow
	err := row.Scan(&m.article, &m.Comment, &m.Field, &m.Start, &m.End, &m.actor, &m.Passing)
	return m, err
}
