package archive

import (
	"context"
	"encoding/json"
	"fmt"
)

// Delete removes articles. Unknown ids make no change.
func (a *Archive) Delete(ctx context.Context, ids []string) ([]Change, error) {
	changes, err := a.write(ctx, func(t *transaction) error { return t.deleteArticles(ctx, ids) })
	if err != nil {
		return nil, fmt.Errorf("delete %d articles from archive %s: %w", len(ids), a.path, err)
	}
	return changes, nil
}

func (t *transaction) deleteArticles(ctx context.Context, ids []string) error {
	known, err := t.lookUp(ids)
	if err != nil {
		return err
	}
	for _, id := range ids {
		if err := ctx.Err(); err != nil {
			return err
		}
		old := known[id]
		if old.seq == 0 {
			continue
		}
		delete(known, id)
		t.last++
		if err := t.exec("DELETE FROM holdings WHERE article = ?", old.seq); err != nil {
			return err
		}
		if err := t.remove(old.seq); err != nil {
			return err
		}
		if err := t.exec("INSERT INTO deletions (seq, id) VALUES (?, ?)", t.last, id); err != nil {
			return err
		}
		t.changes = append(t.changes, Change{Seq: t.last, ID: id, Old: true})
	}
	return nil
}

// Release says that a source no longer holds the articles. Those that no other
// source holds are deleted.
func (a *Archive) Release(ctx context.Context, path string, ids []string) ([]Change, error) {
	changes, err := a.write(ctx, func(t *transaction) error { return t.release(ctx, path, ids) })
	if err != nil {
		return nil, fmt.Errorf("release %d articles of %s from archive %s: %w", len(ids), path, a.path, err)
	}
	return changes, nil
}

// RemoveSource forgets a source and releases all of its articles.
func (a *Archive) RemoveSource(ctx context.Context, path string) ([]Change, error) {
	changes, err := a.write(ctx, func(t *transaction) error {
		ids, err := collect(t.ctx, t.tx, scanString, `
			SELECT articles.id FROM holdings JOIN articles ON articles.seq = holdings.article
			WHERE holdings.source = (SELECT key FROM sources WHERE path = ?) ORDER BY articles.seq`, path)
		if err != nil {
			return err
		}
		if err := t.release(ctx, path, ids); err != nil {
			return err
		}
		return t.exec("DELETE FROM sources WHERE path = ?", path)
	})
	if err != nil {
		return nil, fmt.Errorf("remove source %s from archive %s: %w", path, a.path, err)
	}
	return changes, nil
}

func (t *transaction) release(ctx context.Context, path string, ids []string) error {
	list, err := json.Marshal(ids)
	if err != nil {
		return err
	}
	const held = ` holdings.article IN (SELECT seq FROM articles WHERE id IN (SELECT value FROM json_each(?)))
		AND holdings.source = (SELECT key FROM sources WHERE path = ?)`
	orphans, err := collect(t.ctx, t.tx, scanString, `
		SELECT articles.id FROM holdings JOIN articles ON articles.seq = holdings.article
		WHERE `+held+` AND NOT EXISTS (SELECT 1 FROM holdings AS other
			WHERE other.article = holdings.article AND other.source <> holdings.source)
		ORDER BY articles.seq`, string(list), path)
	if err != nil {
		return err
	}
	if err := t.exec("DELETE FROM holdings WHERE"+held, string(list), path); err != nil {
		return err
	}
	return t.deleteArticles(ctx, orphans)
}
