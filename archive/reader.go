package archive

import (
	"context"
	"database/sql"
	"fmt"
	"sync"

	"presseschau/corpus"
)

// reader is a pool of connections that read.
type reader struct {
	db                *sql.DB
	heads, notes      *sql.Stmt
	versions, outlets *sql.Stmt

	mu     sync.RWMutex
	actors map[int64]corpus.Actor // by key
}

// prepare compiles the statements that have to be quick.
func (r *reader) prepare(ctx context.Context) error {
	r.actors = map[int64]corpus.Actor{}
	for _, s := range []struct {
		to    **sql.Stmt
		query string
	}{{&r.heads, selectHeads}, {&r.notes, selectNotes}, {&r.versions, selectVersions}, {&r.outlets, selectOutlets}} {
		var err error
		if *s.to, err = r.db.PrepareContext(ctx, s.query); err != nil {
			return fmt.Errorf("prepare to read: %w", err)
		}
	}
	return nil
}

// learn takes a new or renamed actor.
func (r *reader) learn(row actorRow) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.actors[row.key] = row.actor
}

// actorsOf finds actors by their keys, in the same order.
func (r *reader) actorsOf(ctx context.Context, db queryer, keys []int64) ([]corpus.Actor, error) {
	if len(keys) == 0 {
		return nil, nil
	}
	actors, missing := r.remembered(keys)
	if missing == 0 {
		return actors, nil
	}
	rows, err := collect(ctx, db, scanActor, "SELECT key, id, name, type FROM actors WHERE key IN (SELECT value FROM json_each(?))",
		string(appendKeys(nil, keys)))
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		r.learn(row)
	}
	if actors, missing = r.remembered(keys); missing > 0 {
		return nil, fmt.Errorf("%d of %d actors are not there", missing, len(keys))
	}
	return actors, nil
}

// remembered finds the actors that have been read before, and counts the others.
func (r *reader) remembered(keys []int64) (actors []corpus.Actor, missing int) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	actors = make([]corpus.Actor, len(keys))
	for i, key := range keys {
		var ok bool
		if actors[i], ok = r.actors[key]; !ok {
			missing++
		}
	}
	return actors, missing
}

func scanActor(row scanner) (actorRow, error) {
	var a actorRow
	err := row.Scan(&a.key, &a.actor.ID, &a.actor.Name, &a.actor.Type)
	return a, err
}

// view runs f on one state of the archive, whatever is written meanwhile.
func (r *reader) view(ctx context.Context, f func(*sql.Tx) error) error {
	tx, err := r.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	defer tx.Rollback() // there is nothing to commit
	return f(tx)
}
