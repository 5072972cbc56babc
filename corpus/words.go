package corpus

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

// terms are the runs of letters and digits of a text.
func terms(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for start, end := nextTerm(s, 0); start < end; start, end = nextTerm(s, end) {
			if !yield(s[start:end]) {
				return
			}
		}
	}
}

// nextTerm gives the bounds of the first term of s from a place on that is in none;
// there is none if they are equal.
func nextTerm(s string, from int) (start, end int) {
	for start = from; start < len(s); {
		n, word := termAt(s, start)
		if word {
			break
		}
		start += n
	}
	for end = start; end < len(s); {
		n, word := termAt(s, end)
		if !word {
			break
		}
		end += n
	}
	return start, end
}

// termAt is the length of the character at a place of s, and whether it is in a
// term.
func termAt(s string, at int) (n int, word bool) {
	b := s[at]
	if b < utf8.RuneSelf {
		return 1, b|0x20 >= 'a' && b|0x20 <= 'z' || isDigit(b)
	}
	r, n := utf8.DecodeRuneInString(s[at:])
	return n, isWordRune(r)
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func isNoWordRune(r rune) bool { return !isWordRune(r) }
