package archive

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"sync"

	"presseschau/corpus"
)

// bulkRows is the number of rows of a statement that inserts many.
const bulkRows = 32

// writer is the one connection that writes.
type writer struct {
	db *sql.DB
	mu sync.Mutex // held during a write

	articles, comments, mentions insertion
	newActor                     *sql.Stmt
	actors                       map[string]actorRow // by id, as committed
}

// actorRow is an actor with its key in the database.
type actorRow struct {
	key   int64
	actor corpus.Actor
}

// insertion holds the statements that insert a row, and bulkRows rows, into a
// table.
type insertion struct {
	one, many *sql.Stmt
	columns   int
}

// prepare compiles the statements and loads the actors.
func (w *writer) prepare(ctx context.Context) error {
	for _, table := range []struct {
		into    *insertion
		name    string
		columns string
	}{
		{&w.articles, "articles", articleColumns},
		{&w.comments, "comments", commentColumns},
		{&w.mentions, "mentions", mentionColumns},
	} {
		if err := w.prepareInsertion(ctx, table.into, table.name, table.columns); err != nil {
			return fmt.Errorf("prepare to write %s: %w", table.name, err)
		}
	}
	var err error
	if w.newActor, err = w.db.PrepareContext(ctx, "INSERT INTO actors (id, name, type) VALUES (?, ?, ?)"); err != nil {
		return fmt.Errorf("prepare to write actors: %w", err)
	}
	return w.loadActors(ctx)
}

func (w *writer) prepareInsertion(ctx context.Context, in *insertion, table, columns string) error {
	in.columns = strings.Count(columns, ",") + 1
	row := "(?" + strings.Repeat(",?", in.columns-1) + ")"
	// Not the default, OR ABORT, which would note every page that a statement
	// changes: a failure ends the whole transaction anyway.
	head := "INSERT OR ROLLBACK INTO " + table + " (" + columns + ") VALUES " + row
	var err error
	if in.one, err = w.db.PrepareContext(ctx, head); err != nil {
		return err
	}
	in.many, err = w.db.PrepareContext(ctx, head+strings.Repeat(","+row, bulkRows-1))
	return err
}

func (w *writer) loadActors(ctx context.Context) error {
	rows, err := collect(ctx, w.db, scanActor, "SELECT key, id, name, type FROM actors")
	w.actors = make(map[string]actorRow, len(rows))
	for _, row := range rows {
		w.actors[row.actor.ID] = row
	}
	return err
}

// bulk gathers the rows of an insertion.
type bulk struct {
	insertion
	txMany *sql.Stmt // many, within the transaction
	args   []any
}

// add appends a row and writes when there are bulkRows.
func (b *bulk) add(t *transaction, values ...any) error {
	if b.args == nil {
		b.args = make([]any, 0, b.columns*bulkRows)
	}
	b.args = append(b.args, values...)
	if len(b.args) < b.columns*bulkRows {
		return nil
	}
	if b.txMany == nil {
		b.txMany = t.tx.StmtContext(t.ctx, b.many)
	}
	_, err := b.txMany.ExecContext(t.ctx, b.args...)
	b.args = b.args[:0]
	return err
}

// flush writes what is left.
func (b *bulk) flush(t *transaction) error {
	if len(b.args) == 0 {
		return nil
	}
	one := t.tx.StmtContext(t.ctx, b.one)
	for at := 0; at < len(b.args); at += b.columns {
		if _, err := one.ExecContext(t.ctx, b.args[at:at+b.columns]...); err != nil {
			return err
		}
	}
	b.args = b.args[:0]
	return nil
}

// transaction is a write in progress.
type transaction struct {
	// ctx is the caller's without its end: the driver would watch for that
	// with a goroutine a statement. The writer looks between records instead.
	ctx     context.Context
	tx      *sql.Tx
	w       *writer
	last    int64 // number of the last change
	changes []Change
	hasher  *hasher
	reader  *reader // of what is stored
	alike   likeness

	compiled                     map[string]*sql.Stmt // by query
	newActor                     *sql.Stmt
	articles, comments, mentions bulk
	actors                       map[string]actorRow // new or renamed in this transaction
}

// write runs f in a transaction, and returns what it changed once that is
// stored.
func (a *Archive) write(ctx context.Context, f func(*transaction) error) ([]Change, error) {
	if a.writer == nil {
		return nil, ErrReadOnly
	}
	w := a.writer
	w.mu.Lock()
	defer w.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	t := &transaction{ctx: context.WithoutCancel(ctx), w: w, hasher: newHasher(), reader: a.reader, actors: map[string]actorRow{},
		compiled: map[string]*sql.Stmt{},
		articles: bulk{insertion: w.articles}, comments: bulk{insertion: w.comments}, mentions: bulk{insertion: w.mentions}}
	t.alike = likeness{t: t, by: map[int64]*compared{}, loosened: map[int64]bool{}}
	var err error
	if t.tx, err = w.db.BeginTx(t.ctx, nil); err != nil {
		return nil, err
	}
	defer t.tx.Rollback() // does nothing after a commit
	t.newActor = t.tx.StmtContext(t.ctx, w.newActor)
	if err := t.tx.QueryRowContext(t.ctx, "SELECT last FROM sequence").Scan(&t.last); err != nil {
		return nil, err
	}
	if err := f(t); err != nil {
		return nil, err
	}
	if err := t.commit(); err != nil {
		return nil, err
	}
	for id, row := range t.actors {
		w.actors[id] = row
		a.reader.learn(row)
	}
	return t.changes, nil
}

func (t *transaction) commit() error {
	for _, b := range []*bulk{&t.articles, &t.comments, &t.mentions} {
		if err := b.flush(t); err != nil {
			return err
		}
	}
	if err := t.alike.regroup(); err != nil {
		return fmt.Errorf("find versions: %w", err)
	}
	if err := t.exec("UPDATE sequence SET last = ?", t.last); err != nil {
		return err
	}
	return t.tx.Commit()
}

// exec runs a statement, which is compiled once in a transaction.
func (t *transaction) exec(query string, args ...any) error {
	statement := t.compiled[query]
	if statement == nil {
		var err error
		if statement, err = t.tx.PrepareContext(t.ctx, query); err != nil {
			return err
		}
		t.compiled[query] = statement // until the transaction ends
	}
	_, err := statement.ExecContext(t.ctx, args...)
	return err
}

// actorKey returns the key of an actor, which it adds or renames if need be.
func (t *transaction) actorKey(a corpus.Actor) (int64, error) {
	row, known := t.actors[a.ID]
	if !known {
		row, known = t.w.actors[a.ID]
	}
	if known && row.actor == a {
		return row.key, nil
	}
	if known {
		row.actor = a
		t.actors[a.ID] = row
		return row.key, t.exec("UPDATE actors SET name = ?, type = ? WHERE key = ?", a.Name, string(a.Type), row.key)
	}
	res, err := t.newActor.ExecContext(t.ctx, a.ID, a.Name, string(a.Type))
	if err != nil {
		return 0, err
	}
	row.actor = a
	if row.key, err = res.LastInsertId(); err != nil {
		return 0, err
	}
	t.actors[a.ID] = row
	return row.key, nil
}
