package archive

import (
	"context"
	"database/sql"
)

// scanner is a row to be scanned.
type scanner interface{ Scan(...any) error }

func scanString(row scanner) (string, error) {
	var s string
	err := row.Scan(&s)
	return s, err
}

// queryer is a database or transaction to read from.
type queryer interface {
	QueryContext(context.Context, string, ...any) (*sql.Rows, error)
}

// collect scans all rows of a query.
func collect[T any](ctx context.Context, db queryer, scan func(scanner) (T, error), query string, args ...any) ([]T, error) {
	return scanAll(scan)(db.QueryContext(ctx, query, args...))
}

// scanAll makes a function that scans all rows that a query gave, and closes it.
func scanAll[T any](scan func(scanner) (T, error)) func(*sql.Rows, error) ([]T, error) {
	return func(rows *sql.Rows, err error) ([]T, error) {
		if err != nil {
			return nil, err
		}
		defer rows.Close()
		var all []T
		for rows.Next() {
			one, err := scan(rows)
			if err != nil {
				return nil, err
			}
			all = append(all, one)
		}
		return all, rows.Err()
	}
}
