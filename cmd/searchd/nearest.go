package main

import "fmt"

// maxTypos is the largest edit distance at which a name is suggested.
const maxTypos = 3

// unknown says that a name is none of those known, with the nearest of them.
func unknown(what, name string, known []string) string {
	best, distance := "", maxTypos+1
	for _, k := range known {
		if d := edits(name, k); d < distance && d < len(k) {
			best, distance = k, d
		}
	}
	if best == "" {
		return fmt.Sprintf("unknown %s %q", what, name)
	}
	return fmt.Sprintf("unknown %s %q; did you mean %q?", what, name, best)
}

// edits is the Levenshtein distance in bytes (Levenshtein 1966), by Wagner and
// Fischer's table of which one row is kept.
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			replace := diagonal
			if a[i] != b[j] {
				replace++
			}
			diagonal = row[j+1]
			row[j+1] = min(replace, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
