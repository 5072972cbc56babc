package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite"
)

// fts5 is SQLite's full-text search, which has no German: words are found as
// they stand, without regard to case and accents. Its year and facets are
// columns and a table of their own.
type fts5 struct{ db *sql.DB }

const fts5Schema = `
create virtual table texts using fts5(title unindexed, text, tokenize = 'unicode61');
create table heads (rowid integer primary key, id text, outlet text, year text);
create table actors (document integer, actor text, primary key (document, actor)) without rowid;`

func buildSQLite(ctx context.Context, documents, folder string) (err error) {
	db, err := sql.Open("sqlite", filepath.Join(folder, "fts5.sqlite"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	db.SetMaxOpenConns(1)
	if _, err := db.ExecContext(ctx, "pragma journal_mode = off; pragma synchronous = off;"+fts5Schema); err != nil {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	insert := func(statement string, values ...any) {
		if err == nil {
			_, err = tx.ExecContext(ctx, statement, values...)
		}
	}
	row := 0
	read := eachLineOf(documents, func(a *article) error {
		row++
		insert("insert into texts (rowid, title, text) values (?, ?, ?)", row, a.Title, a.Title+"\n"+a.Text)
		insert("insert into heads values (?, ?, ?, ?)", row, a.ID, a.Outlet, a.Year)
		for _, actor := range a.Actors {
			insert("insert into actors values (?, ?)", row, actor)
		}
		return err
	})
	if read != nil {
		return read
	}
	return tx.Commit()
}

func openSQLite(folder string) (*fts5, error) {
	path := filepath.Join(folder, "fts5.sqlite")
	db, err := sql.Open("sqlite", "file:"+path+"?mode=ro&_pragma=mmap_size(8000000000)&_pragma=cache_size(-200000)&_pragma=temp_store(memory)")
	if err != nil {
		return nil, err
	}
	return &fts5{db}, nil
}

func (f *fts5) Close() error { return f.db.Close() }

func (f *fts5) ask(ctx context.Context, q query, mode string, size int) (answer, error) {
	condition, values, err := fts5Condition(q)
	if err != nil {
		return answer{}, err
	}
	var a answer
	from := " from texts join heads on heads.rowid = texts.rowid where " + condition
	if err := f.db.QueryRowContext(ctx, "select count(*)"+from, values...).Scan(&a.Hits); err != nil {
		return a, err
	}
	switch mode {
	case topOnly:
	case faceted, highlights:
		if err := f.count(ctx, &a, from, values); err != nil {
			return a, err
		}
	default:
		return a, fmt.Errorf("mode %s: %w", mode, errors.ErrUnsupported)
	}
	return a, f.best(ctx, &a, from, values, mode == highlights, size)
}

// best finds the best hits and, if wanted, their titles and passages.
func (f *fts5) best(ctx context.Context, a *answer, from string, values []any, marked bool, size int) error {
	what := "select id, '', ''"
	if marked {
		what = "select id, title, snippet(texts, 1, '<mark>', '</mark>', '…', 40)"
	}
	if len(values) > 0 && strings.Contains(from, "match") {
		from += " order by rank"
	}
	rows, err := f.db.QueryContext(ctx, what+from+fmt.Sprintf(" limit %d", size), values...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id, title, passage string
		if err := rows.Scan(&id, &title, &passage); err != nil {
			return err
		}
		a.IDs = append(a.IDs, id)
		if passage != "" {
			a.Passages++
		}
	}
	return rows.Err()
}

func (f *fts5) count(ctx context.Context, a *answer, from string, values []any) error {
	a.Facets = map[string]map[string]int{}
	for _, name := range facetNames() {
		of := "select " + name + ", count(*)" + from
		if name == "actor" {
			of = "select actor, count(*) from actors where document in (select texts.rowid" + from + ")"
		}
		counts, err := f.counts(ctx, of+fmt.Sprintf(" group by 1 order by 2 desc limit %d", facetValues), values)
		if err != nil {
			return fmt.Errorf("count %s: %w", name, err)
		}
		a.Facets[name] = counts
	}
	return nil
}

func (f *fts5) counts(ctx context.Context, statement string, values []any) (map[string]int, error) {
	rows, err := f.db.QueryContext(ctx, statement, values...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	counts := map[string]int{}
	for rows.Next() {
		var value string
		var n int
		if err := rows.Scan(&value, &n); err != nil {
			return nil, err
		}
		counts[value] = n
	}
	return counts, rows.Err()
}

// fts5Condition writes a query in FTS5's language. It has no fuzzy words.
func fts5Condition(q query) (string, []any, error) {
	quoted := make([]string, len(q.Words))
	for i, w := range q.Words {
		quoted[i] = `"` + w + `"`
	}
	var match string
	switch q.Kind {
	case "all":
		return "true", nil, nil
	case "fuzzy":
		return "", nil, fmt.Errorf("a fuzzy word: %w", errors.ErrUnsupported)
	case "or", "any":
		match = strings.Join(quoted, " OR ")
	case "phrase":
		match = `"` + q.text() + `"`
	case "prefix":
		match = `"` + q.text() + `"*`
	default:
		match = strings.Join(quoted, " AND ")
	}
	if q.Year == "" {
		return "texts match ?", []any{match}, nil
	}
	return "texts match ? and year = ?", []any{match, q.Year}, nil
}
