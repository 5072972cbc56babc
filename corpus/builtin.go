package corpus

import (
	"iter"
	"strings"
)

// builtinRows gives the rows of a built-in table: the number of the line, and
// its columns, which tabs part. Empty lines and those that begin with # are
// comments.
func builtinRows(table string) iter.Seq2[int, []string] {
	return func(yield func(int, []string) bool) {
		n := 0
		for row := range strings.Lines(table) {
			n++
			row = strings.TrimSuffix(row, "\n")
			if row == "" || row[0] == '#' {
				continue
			}
			if !yield(n, strings.Split(row, "\t")) {
				return
			}
		}
	}
}
