// Package nouns tells German common nouns from words that may be names.
//
// It is for: the question whether a capitalised word is a noun, answered by a
// list of simple nouns, their endings, and compounds of them. It is not for:
// lemmas, gender, or anything else of the language.
package nouns

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:generate go run ./generate -out nouns.txt

// text holds the nouns that Derived does not give, sorted, a line each.
//
//go:embed nouns.txt
var text string

// Data is the list of nouns as it is embedded, for a fingerprint of it.
func Data() string { return text }

// minPart is the length of the shortest part of a compound, in bytes.
const minPart = 3

// minAgent is the length of the shortest head of a compound in -er, in bytes:
// surnames such as Lindner end alike.
const minAgent = 7

// Is tells whether a word is a form of a common noun. A surname that is also a
// noun counts as one; a surname that merely ends like one, such as
// Kretschmann, does not.
func Is(word string) bool {
	return hasNounSuffix(word) || listed(word) || Derived(word, listed)
}

// hasNounSuffix tells words whose suffix makes nouns, listed or not.
func hasNounSuffix(word string) bool {
	for _, suffix := range [...]string{"ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion",
		"tionen", "ität", "itäten", "ismus"} {
		if len(word) > len(suffix)+2 && strings.HasSuffix(word, suffix) {
			return true
		}
	}
	return false
}

// listed looks a word up in the list.
func listed(word string) bool { return lines().has(word) }

// Derived tells whether a word is an inflected form of a noun that has knows,
// or a compound that ends in such a noun.
func Derived(word string, has func(string) bool) bool {
	if inflected(word, has) {
		return true
	}
	if endsLikeName(word) {
		return false
	}
	minHead := minPart + 1
	if strings.HasSuffix(word, "er") {
		minHead = minAgent
	}
	for i := minPart; i <= len(word)-minHead; i++ {
		if !utf8.RuneStart(word[i]) {
			continue
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		head := string(unicode.ToUpper(r)) + word[i+n:]
		if has(head) || inflected(head, has) {
			return true
		}
	}
	return false
}

// inflected tells whether a word is a noun that has knows with an ending.
func inflected(word string, has func(string) bool) bool {
	for _, ending := range [...]string{"s", "n", "en", "e", "es", "er", "ern", "se", "sen", "nen"} {
		if stem, ok := strings.CutSuffix(word, ending); ok && len(stem) >= minPart && has(stem) {
			return true
		}
	}
	return false
}

// endsLikeName tells words that end as surnames and places do. They are nouns
// only if they are listed.
func endsLikeName(word string) bool {
	for _, end := range [...]string{"mann", "berg", "bach", "stein", "feld", "haus", "baum", "wald", "burg", "dorf",
		"bauer", "meier", "meyer", "mayer", "müller", "koch", "wolf", "vogel", "horn", "hoff", "hof", "busch", "kamp",
		"tal", "brunn", "land", "hardt", "graf", "vogt", "schmied", "schmidt", "eck", "au", "see", "rath", "rat",
		"mark", "ing", "wirth", "holz", "acker", "garten", "kirchen", "gold", "blum"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}
