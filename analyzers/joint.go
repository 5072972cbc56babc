package analyzers

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// joint gives the length of the mark at i if it joins what stands before and
// behind it to one word, else 0. The word began at start.
func (s *scanner) joint(start, i int, letters bool) int {
	if i == start {
		return 0
	}
	before, _ := utf8.DecodeLastRuneInString(s.text[start:i])
	mark, n := utf8.DecodeRuneInString(s.text[i:])
	rest := s.text[i+n:]
	after, _ := utf8.DecodeRuneInString(rest)
	if !isWordRune(before) && !unicode.IsMark(before) && !isInvisible(before) {
		return 0
	}
	switch mark {
	case '-', trueHyphen, noBreakHyphen:
		return s.hyphen(start, i, n, letters)
	case '\'', '’', '‘', 'ʼ', '´', '`':
		if unicode.IsLetter(before) && unicode.IsLetter(after) {
			return n
		}
	case ':', '*', '_', '/', '(', '·', '•':
		if unicode.IsDigit(before) && unicode.IsDigit(after) && (mark == ':' || mark == '/') && !letters {
			return n
		}
		return s.genderMark(before, n, rest, mark)
	case '.', ',':
		if isDigitRune(before) && isDigitRune(after) && !letters {
			return n
		}
	case '&':
		if unicode.IsUpper(before) && unicode.IsUpper(after) {
			return n
		}
	case '+':
		if i == start+1 && strings.HasPrefix(rest, "+") && letters && !startsWord(rest[1:]) {
			return n + 1
		}
	case '#':
		if i == start+1 && (before == 'C' || before == 'F') && !startsWord(rest) {
			return n
		}
	}
	return 0
}

// hyphen joins letters and digits in any order but digits to digits, unless
// they form a date like 2015-09-20; and the halves of a word divided at a
// line's end.
func (s *scanner) hyphen(start, i, n int, letters bool) int {
	rest := s.text[i+n:]
	after, _ := utf8.DecodeRuneInString(rest)
	before, _ := utf8.DecodeLastRuneInString(s.text[start:i])
	switch {
	case unicode.IsDigit(before) && unicode.IsDigit(after):
		if letters || isISODate(s.text[start:]) {
			return n
		}
		return 0
	case isWordRune(after):
		return n
	case unicode.IsLower(before):
		return n + dividedBy(rest, n)
	}
	return 0
}

// dividedBy gives the length of the line break behind a hyphen of n bytes if
// the word goes on behind it, else -n.
func dividedBy(rest string, n int) int {
	k := 0
	if strings.HasPrefix(rest, "\r") {
		k = 1
	}
	if !strings.HasPrefix(rest[k:], "\n") {
		return -n
	}
	k++
	end := k
	for end < len(rest) && isWordByte(rest[end]) {
		end++
	}
	after, _ := utf8.DecodeRuneInString(rest[k:])
	if !unicode.IsLower(after) || isConjunction(rest[k:end]) {
		return -n
	}
	return k
}

// isConjunction says whether word joins an elliptic word to the next, as in
// "Ein- und Ausgang".
func isConjunction(word string) bool {
	switch word {
	case "und", "oder", "bis", "sowie", "als", "wie", "noch", "statt", "aber", "bzw", "beziehungsweise", "auch", "nicht",
		"sondern":
		return true
	}
	return false
}

// genderMark gives the length of the mark in "Politiker:innen" and its like.
func (s *scanner) genderMark(before rune, n int, rest string, mark rune) int {
	if !unicode.IsLower(before) {
		return 0
	}
	if mark == '/' && strings.HasPrefix(rest, "-") {
		n, rest = n+1, rest[1:]
	}
	if !startsGender(rest) {
		return 0
	}
	if mark != '(' {
		return n
	}
	end := strings.IndexByte(rest, ')')
	if end != len("in") && end != len("innen") || startsWord(rest[end+1:]) {
		return 0
	}
	return n + end + 1
}

// startsGender says whether rest begins with the feminine ending "in" or
// "innen"; behind the latter a compound may go on.
func startsGender(rest string) bool {
	if strings.HasPrefix(rest, "innen") {
		return true
	}
	return strings.HasPrefix(rest, "in") && !startsWord(rest[len("in"):])
}
