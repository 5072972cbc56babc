// Package analyzers turns German text into the terms of the index.
//
// Each word of a text becomes one position with
//   - one Exact term, its form as [Analyzer.Fold] writes it: lower case,
//     ä → ae, ß → ss, no accents, no hyphens, no apostrophes;
//   - one Lemma term, the dictionary form of the whole word, folded;
//   - Part terms, the lemmas of a compound's or hyphenated word's parts.
//
// It is for: finding words in text, telling what a word's dictionary form is,
// opening compounds, and doing the same to the words of a query. It is not
// for: parsing queries (package search), ranking (package index), or names of
// actors (package actors). It reads nothing at run time but what is embedded.
package analyzers

//go:generate go run ./generate
