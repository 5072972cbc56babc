package archive

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"
)

// putSources remembers how far sources have been read and returns their keys
// by path.
func (t *transaction) putSources(sources []Source) (map[string]int64, error) {
	keys := make(map[string]int64, len(sources))
	for _, s := range sources {
		var key int64
		err := t.tx.QueryRowContext(t.ctx, `
			INSERT INTO sources (path, size, modified, done, complete) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified = excluded.modified,
				done = excluded.done, complete = excluded.complete
			RETURNING key`, s.Path, s.Size, s.ModTime.UnixNano(), int64(s.Done), s.Complete).Scan(&key)
		if err != nil {
			return nil, fmt.Errorf("source %s: %w", s.Path, err)
		}
		keys[s.Path] = key
	}
	return keys, nil
}

// putHoldings remembers which source holds each record. The numbers of the
// articles are given by id.
func (t *transaction) putHoldings(records []Record, seqs, keys map[string]int64) error {
	insert, err := t.tx.PrepareContext(t.ctx, "INSERT OR IGNORE INTO holdings (source, article) VALUES (?, ?)")
	if err != nil {
		return err
	}
	defer insert.Close()
	for i := range records {
		key, ok := holder(&records[i], keys)
		if !ok {
			continue
		}
		if _, err := insert.ExecContext(t.ctx, key, seqs[records[i].Article.ID]); err != nil {
			return err
		}
	}
	return nil
}

// holder finds the key of the source that holds a record.
func holder(r *Record, keys map[string]int64) (int64, bool) {
	if r.Source != "" {
		key, ok := keys[r.Source]
		return key, ok
	}
	path := r.Article.Source
	if key, ok := keys[path]; ok {
		return key, true
	}
	if i := strings.LastIndexByte(path, '#'); i >= 0 {
		if key, ok := keys[path[:i]]; ok {
			return key, true
		}
	}
	// A document may bring a Source of its own.
	if len(keys) == 1 {
		for _, key := range keys {
			return key, true
		}
	}
	return 0, false
}

// Source tells how far a source file has been read; false if it never was.
func (a *Archive) Source(ctx context.Context, path string) (Source, bool, error) {
	s, err := scanSource(a.reader.db.QueryRowContext(ctx, selectSources+" WHERE path = ?", path))
	if errors.Is(err, sql.ErrNoRows) {
		return Source{}, false, nil
	}
	if err != nil {
		return Source{}, false, fmt.Errorf("read source %s from archive %s: %w", path, a.path, err)
	}
	return s, true, nil
}

// Sources lists all sources by path.
func (a *Archive) Sources(ctx context.Context) ([]Source, error) {
	sources, err := collect(ctx, a.reader.db, scanSource, selectSources+" ORDER BY path")
	if err != nil {
		return nil, fmt.Errorf("list the sources of archive %s: %w", a.path, err)
	}
	return sources, nil
}

const selectSources = "SELECT path, size, modified, done, complete FROM sources"

func scanSource(row scanner) (Source, error) {
	var s Source
	var modified int64
	err := row.Scan(&s.Path, &s.Size, &modified, &s.Done, &s.Complete)
	s.ModTime = time.Unix(0, modified)
	return s, err
}

// SourceIDs lists the ids of the articles that were read from a source.
func (a *Archive) SourceIDs(ctx context.Context, path string) ([]string, error) {
	ids, err := collect(ctx, a.reader.db, scanString, `
		SELECT articles.id FROM sources JOIN holdings ON holdings.source = sources.key
		JOIN articles ON articles.seq = holdings.article WHERE sources.path = ? ORDER BY articles.seq`, path)
	if err != nil {
		return nil, fmt.Errorf("list the articles of %s in archive %s: %w", path, a.path, err)
	}
	return ids, nil
}
