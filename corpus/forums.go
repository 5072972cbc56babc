package corpus

import (
	"fmt"
	"io"

	"presseschau/corpus/internal/webpage"
)

// Forums knows the markup in which systems write comments. It may be used by
// several goroutines at once.
type Forums struct{ table webpage.Forums }

// NewForums builds the table from the built-in data and the extra tables, whose
// systems come first and replace those of the same name. A table is UTF-8, a
// line for each system with the columns name, comment, author, date, title and
// text, separated by tabs; all but the name are CSS selectors, "-" for none;
// lines that begin with # are comments.
func NewForums(extra ...io.Reader) (*Forums, error) {
	tables := make([]string, len(extra))
	for i, r := range extra {
		data, err := io.ReadAll(r)
		if err != nil {
			return nil, fmt.Errorf("read forums: %w", err)
		}
		tables[i] = string(data)
	}
	table, err := webpage.NewForums(tables...)
	if err != nil {
		return nil, err
	}
	return &Forums{table: table}, nil
}
