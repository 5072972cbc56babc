package archive

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"presseschau/corpus"
)

// The columns that are written, in the order of the values.
const (
	articleColumns = `seq, id, content, replaced, source, url, outlet, section, kicker, title, lead, published,
		published_from, updated, authors, agencies, language, warnings, main_actors, comment_count, comments_total,
		layout, captions, credits, body`
	commentColumns = "article, n, position, id, author, date, title, parent, text"
	mentionColumns = "article, comment, field, start_byte, end_byte, actor, passing"
)

// Put stores records in one transaction and returns what changed: an unchanged
// record makes no change. Of several records with one id the last counts. How
// far the sources have been read is remembered in the same transaction.
func (a *Archive) Put(ctx context.Context, records []Record, sources ...Source) ([]Change, error) {
	changes, err := a.write(ctx, func(t *transaction) error {
		keys, err := t.putSources(sources)
		if err != nil {
			return err
		}
		latest := latestOf(records)
		seqs, err := t.putRecords(ctx, latest)
		if err != nil {
			return err
		}
		return t.putHoldings(records, seqs, keys)
	})
	if err != nil {
		return nil, fmt.Errorf("put %d articles into archive %s: %w", len(records), a.path, err)
	}
	return changes, nil
}

// latestOf drops the records that a later one with the same id replaces.
func latestOf(records []Record) []*Record {
	seen := make(map[string]bool, len(records))
	latest := make([]*Record, 0, len(records))
	for i := len(records) - 1; i >= 0; i-- {
		if id := records[i].Article.ID; !seen[id] {
			seen[id] = true
			latest = append(latest, &records[i])
		}
	}
	slices.Reverse(latest)
	return latest
}

// stored is what the archive has of an article.
type stored struct {
	seq     int64 // of the current version, 0 if there is none
	content []byte
	source  string
	deleted bool
}

// lookUp finds the articles with the given ids, and those that were deleted.
func (t *transaction) lookUp(ids []string) (map[string]stored, error) {
	keys, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	rows, err := t.tx.QueryContext(t.ctx, `
		SELECT id, seq, content, source FROM articles WHERE id IN (SELECT value FROM json_each(?1)) UNION ALL
		SELECT id, 0, NULL, NULL FROM deletions WHERE id IN (SELECT value FROM json_each(?1))`, string(keys))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	found := map[string]stored{}
	for rows.Next() {
		var id string
		var s stored
		if err := rows.Scan(&id, &s.seq, &s.content, into(&s.source)); err != nil {
			return nil, err
		}
		s.deleted = s.seq == 0
		found[id] = s
	}
	return found, rows.Err()
}

// putRecords stores the records that differ from what is there, and returns
// the current numbers of all by id.
func (t *transaction) putRecords(ctx context.Context, records []*Record) (map[string]int64, error) {
	ids := make([]string, len(records))
	for i, r := range records {
		ids[i] = r.Article.ID
	}
	known, err := t.lookUp(ids)
	if err != nil {
		return nil, err
	}
	seqs := make(map[string]int64, len(records))
	for _, r := range records {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		id := r.Article.ID
		if seqs[id], err = t.putRecord(r, known[id]); err != nil {
			return nil, fmt.Errorf("article %q: %w", id, err)
		}
	}
	return seqs, nil
}

// putRecord stores a record if it is new or has changed.
func (t *transaction) putRecord(r *Record, old stored) (int64, error) {
	if id := r.Article.ID; id == "" || !utf8.ValidString(id) || strings.ContainsRune(id, 0) {
		return 0, errors.New("an id must be text")
	}
	mentions := inOrder(r.Mentions)
	content := t.hasher.content(r.Article, mentions, r.Surnames)
	if old.seq != 0 && bytes.Equal(content, old.content) {
		if r.Article.Source == old.source {
			return old.seq, nil
		}
		return old.seq, t.exec("UPDATE articles SET source = ? WHERE seq = ?", nullable(r.Article.Source), old.seq)
	}
	t.last++
	seq := t.last
	if old.seq != 0 {
		if err := t.replace(old.seq, seq); err != nil {
			return 0, err
		}
	}
	if old.deleted {
		if err := t.exec("DELETE FROM deletions WHERE id = ?", r.Article.ID); err != nil {
			return 0, err
		}
	}
	replaced := old.seq != 0 || old.deleted
	if err := t.insert(seq, r.Article, mentions, content, replaced); err != nil {
		return 0, err
	}
	if err := t.putSurnames(seq, r.Surnames); err != nil {
		return 0, err
	}
	t.alike.add(seq, r.Article)
	t.changes = append(t.changes, Change{Seq: seq, ID: r.Article.ID, Record: &Record{Article: r.Article, Mentions: mentions}, Old: replaced})
	return seq, nil
}

// replace removes a version of an article and hands its sources on to the next.
func (t *transaction) replace(old, next int64) error {
	if err := t.exec("UPDATE holdings SET article = ? WHERE article = ?", next, old); err != nil {
		return err
	}
	return t.remove(old)
}

// remove removes a version of an article, but not the knowledge of its sources.
func (t *transaction) remove(seq int64) error {
	if err := t.alike.drop(seq); err != nil {
		return err
	}
	for _, query := range []string{
		"DELETE FROM mentions WHERE article = ?", "DELETE FROM surnames WHERE article = ?", "DELETE FROM comments WHERE article = ?", "DELETE FROM articles WHERE seq = ?",
	} {
		if err := t.exec(query, seq); err != nil {
			return err
		}
	}
	return nil
}

// insert writes a version of an article with its comments and mentions.
func (t *transaction) insert(seq int64, a *corpus.Article, mentions []corpus.Mention, content []byte, replaced bool) error {
	actors, err := t.insertMentions(seq, mentions)
	if err != nil {
		return err
	}
	for i := range a.Comments {
		c := &a.Comments[i]
		if err := t.comments.add(t, seq, int64(c.N), int64(i), nullable(c.ID), nullable(c.Author), nullable(c.Date),
			nullable(c.Title), nullable(c.Parent), c.Text); err != nil {
			return err
		}
	}
	layout, credits, err := layout(a.Body)
	if err != nil {
		return err
	}
	var total any
	if a.CommentsTotal != nil {
		total = int64(*a.CommentsTotal)
	}
	return t.articles.add(t, seq, a.ID, content, replaced, nullable(a.Source), nullable(a.URL), nullable(a.Outlet),
		nullable(a.Section), nullable(a.Kicker), nullable(a.Title), nullable(a.Lead), nullable(a.Published),
		nullable(a.PublishedFrom), nullable(a.Updated), names{&a.Authors}, names{&a.Agencies},
		nullable(a.Language), names{&a.Warnings}, keys{&actors}, int64(len(a.Comments)), total,
		layout, nullable(a.CaptionText()), nullable(credits), a.BodyText())
}
