// Package letter tells of what characters words consist.
//
// It is for: the one notion of a word's characters that all of actors divides
// text by. It is not for: where words end, what they mean.
package letter

import (
	"unicode"
	"unicode/utf8"
)

// At gives the character at byte i of s and its length in bytes.
func At(s string, i int) (rune, int) {
	if c := s[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s[i:])
}

// InWord tells whether a character is a part of words: a letter, mark or digit.
func InWord(r rune) bool {
	if uint32(r) < utf8.RuneSelf {
		return inWord[r]
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
}

// IsUpper tells letters in upper case.
func IsUpper(r rune) bool {
	if r < utf8.RuneSelf {
		return 'A' <= r && r <= 'Z'
	}
	return unicode.IsUpper(r)
}

// WordEnd gives the end of the run of characters that are InWord which begins at
// byte i of s; i if there is none.
func WordEnd(s string, i int) int {
	for i < len(s) {
		if c := s[i]; c < utf8.RuneSelf {
			if !inWord[c] {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !InWord(r) {
			return i
		}
		i += n
	}
	return i
}

// inWord tells which characters of ASCII are InWord.
var inWord = func() (is [utf8.RuneSelf]bool) {
	for r := range is {
		is[r] = 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return is
}()
