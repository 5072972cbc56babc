package main

import (
	_ "embed"
	"strings"
)

//go:embed simple.txt
var simpleList string

//go:embed opaque.txt
var opaqueList string

// simpleWords are words that look like compounds and are none.
func simpleWords() map[string]bool {
	words := map[string]bool{}
	for _, w := range listed(simpleList) {
		words[w] = true
	}
	return words
}

// listed gives the words of a list, one a line; # begins a remark.
func listed(list string) []string {
	var words []string
	for line := range strings.Lines(list) {
		line, _, _ = strings.Cut(line, "#")
		words = append(words, strings.Fields(line)...)
	}
	return words
}
