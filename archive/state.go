package archive

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Counts says how much the archive holds.
func (a *Archive) Counts(ctx context.Context) (Counts, error) {
	var c Counts
	err := a.reader.db.QueryRowContext(ctx, `
		SELECT count(*), coalesce(sum(comment_count), 0), coalesce(sum(published IS NULL), 0),
			coalesce(sum(outlet IS NULL), 0), (SELECT count(*) FROM actors), (SELECT count(*) FROM sources)
		FROM articles INDEXED BY articles_overview`).
		Scan(&c.Articles, &c.Comments, &c.WithoutDate, &c.WithoutOutlet, &c.Actors, &c.Sources)
	if err != nil {
		return Counts{}, fmt.Errorf("count archive %s: %w", a.path, err)
	}
	return c, nil
}

// Meta returns a small value by its key; false if it was never set.
func (a *Archive) Meta(ctx context.Context, key string) (string, bool, error) {
	var value string
	err := a.reader.db.QueryRowContext(ctx, "SELECT value FROM meta WHERE key = ?", key).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return "", false, nil
	}
	if err != nil {
		return "", false, fmt.Errorf("read %s of archive %s: %w", key, a.path, err)
	}
	return value, true, nil
}

// SetMeta keeps a small value under a key.
func (a *Archive) SetMeta(ctx context.Context, key, value string) error {
	_, err := a.write(ctx, func(t *transaction) error {
		return t.exec("INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", key, value)
	})
	if err != nil {
		return fmt.Errorf("set %s of archive %s: %w", key, a.path, err)
	}
	return nil
}

// Check verifies the file, its foreign keys and its numbering. Its error names
// everything that is wrong, up to SQLite's limit of 100 lines.
func (a *Archive) Check(ctx context.Context) error {
	var all []error
	for _, c := range []struct{ wrong, query string }{
		{"", "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'"},
		{"", `SELECT 'row ' || coalesce(rowid, '?') || ' of ' || "table" || ' refers to nothing in ' || parent FROM pragma_foreign_key_check LIMIT 100`},
		{"the last change is numbered higher than the counter: ", `SELECT max(seq) FROM (SELECT max(seq) AS seq FROM articles UNION ALL
			SELECT max(seq) FROM deletions) HAVING max(seq) > (SELECT last FROM sequence)`},
		{"an article is both there and deleted: ", "SELECT id FROM articles WHERE id IN (SELECT id FROM deletions) LIMIT 100"},
		{"comments are missing of article ", `SELECT id FROM articles WHERE comment_count <>
			(SELECT count(*) FROM comments WHERE article = seq) LIMIT 100`},
	} {
		found, err := collect(ctx, a.reader.db, scanString, c.query)
		for _, f := range found {
			all = append(all, errors.New(c.wrong+f))
		}
		if err != nil {
			all = append(all, err)
		}
	}
	if err := errors.Join(all...); err != nil {
		return fmt.Errorf("check archive %s: %w", a.path, err)
	}
	return nil
}
