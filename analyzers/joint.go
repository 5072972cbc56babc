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
		if unicode.IsLetter(before) && unicode.IsLetter(after) || isThousand(s.text[start:i], rest) {
			return n
		}
	case noBreakSpace, thinNoBreak:
		if isThousand(s.text[start:i], rest) {
			return n
		}
	case '%':
		return percent(before, n, rest)
	case ':', '*', '_', '/', '(', '·', '•':
		if unicode.IsDigit(before) && unicode.IsDigit(after) && (mark == ':' || mark == '/') && !letters {
			return n
		}
		if mark == '_' && isSigned(s.text[start:]) && isWordRune(after) || mark == '*' && unicode.IsLower(before) && unicode.IsLower(after) {
			return n
		}
		return genderMark(before, n, rest, mark)
	case '.', ',':
		if isDigitRune(before) && isDigitRune(after) && !letters || mark == '.' && isVerdi(s.text[start:]) {
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

// isThousand says whether a mark between before and rest stands before three
// digits of a number: 1'000'000, or with no-break blanks.
func isThousand(before, rest string) bool {
	n := 0
	for n < len(before) && isDigit(before[len(before)-1-n]) {
		n++
	}
	if n < 1 || n > 3 || len(rest) < 3 {
		return false
	}
	return isDigit(rest[0]) && isDigit(rest[1]) && isDigit(rest[2]) && !startsWord(rest[3:])
}

// percent gives the length of the sign in "50%-Regel" and "100%ig".
func percent(before rune, n int, rest string) int {
	hyphened, ok := strings.CutPrefix(rest, "-")
	switch {
	case !isDigitRune(before):
		return 0
	case ok && startsWord(hyphened):
		return n + 1
	case strings.HasPrefix(rest, "ig"):
		return n
	}
	return 0
}

// isVerdi says whether text begins with the name of the union ver.di, which
// the press also spells Verdi.
func isVerdi(text string) bool {
	return hasPrefixFold(text, "ver.di") && !startsWord(text[len("ver.di"):])
}

// isSigned says whether a word is an @name or a #hashtag.
func isSigned(word string) bool { return word != "" && (word[0] == '@' || word[0] == '#') }

// genderMark gives the length of the mark in "Politiker:innen" and its like,
// and in "jede:r".
func genderMark(before rune, n int, rest string, mark rune) int {
	if !unicode.IsLower(before) {
		return 0
	}
	if mark == '(' {
		if end := bracketed(rest); end > 0 {
			return n + end
		}
		return 0
	}
	if mark == '/' && strings.HasPrefix(rest, "-") {
		n, rest = n+1, rest[1:]
	}
	if startsGender(rest) || startsEnding(before, rest) {
		return n
	}
	return 0
}

// bracketed gives the length of the bracketed part of "Bürger(innen)" or
// "Kolleg(inn)en" behind the bracket, or 0.
func bracketed(rest string) int {
	for _, ending := range []string{"in)", "innen)", "inn)en", "inne)n"} {
		if strings.HasPrefix(rest, ending) && !startsWord(rest[len(ending):]) {
			return strings.IndexByte(ending, ')') + 1
		}
	}
	return 0
}

// startsGender says whether rest begins with the feminine ending "in" or
// "innen"; behind the latter a compound may go on.
func startsGender(rest string) bool {
	if strings.HasPrefix(rest, "innen") || strings.HasPrefix(rest, "Innen") {
		return true
	}
	return strings.HasPrefix(rest, "in") && !startsWord(rest[len("in"):])
}

// startsEnding says whether rest is the ending of "jede:r", "eine:n" or
// "ein:e".
func startsEnding(before rune, rest string) bool {
	if rest == "" || startsWord(rest[1:]) {
		return false
	}
	switch rest[0] {
	case 'e':
		return true
	case 'r', 'n', 'm':
		return before == 'e'
	}
	return false
}
