package search

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isWord tells whether a word can begin with r. All else is punctuation.
func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// isInvisible tells whether r is a soft hyphen, zero-width blank, byte order
// mark or the like: pages have them, and nobody means them.
func isInvisible(r rune) bool { return unicode.Is(unicode.Cf, r) }

// hasWord tells whether s has a letter or digit.
func hasWord(s string) bool { return strings.IndexFunc(s, isWord) >= 0 }

// startsWord tells whether s begins with a letter or digit.
func startsWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isWord(r)
}

// visible is s without invisible characters.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if isInvisible(r) {
			return -1
		}
		return r
	}, s)
}

// trimPunctuation splits s into what stands before its first letter or digit,
// the words, and what stands behind the last one.
func trimPunctuation(s string) (lead, words, tail string) {
	from := strings.IndexFunc(s, isWord)
	if from < 0 {
		return s, "", ""
	}
	to := strings.LastIndexFunc(s, func(r rune) bool { return isWord(r) || unicode.IsMark(r) })
	_, size := utf8.DecodeRuneInString(s[to:])
	return s[:from], s[from : to+size], s[to+size:]
}

// countWords counts the runs of letters and digits in s, which bounds the
// terms that an analyzer can make of it.
func countWords(s string) int {
	n, inside := 0, false
	for _, r := range s {
		word := isWord(r) || inside && unicode.IsMark(r)
		if word && !inside {
			n++
		}
		inside = word
	}
	return n
}

// countLetters counts the letters and digits of s.
func countLetters(s string) int {
	n := 0
	for _, r := range s {
		if isWord(r) && !unicode.Is(unicode.Lm, r) { // a sign such as ʼ is no letter of its own
			n++
		}
	}
	return n
}

// until is the offset of the first character of s that f holds for, or len(s).
func until(s string, f func(rune) bool) int {
	if i := strings.IndexFunc(s, f); i >= 0 {
		return i
	}
	return len(s)
}
