package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentenceBreaks tells whether a sentence ends with a point within a line and
// another begins; headlines may ask and answer. The points of abbreviations, initials and ordinals end none: "Horst
// B. (81)", "am 3. Mai", "St. Petersburg".
func sentenceBreaks(s string) bool {
	for i := 0; i+2 < len(s); i++ {
		if s[i] != '.' {
			continue
		}
		rest := s[i+1:]
		if isPlain(rest[0]) {
			continue
		}
		if rest[0] != ' ' {
			rest = strings.TrimLeft(rest, "\"“”«»'‘’)")
		}
		if len(rest) < 2 || rest[0] != ' ' {
			continue
		}
		if rest[1] < utf8.RuneSelf && isLetterByte(rest[1]) {
			rest = rest[1:] // of nearly all sentences
		} else {
			rest = strings.TrimLeft(rest, " \"„“»«‚(")
		}
		next, _ := utf8.DecodeRuneInString(rest)
		if (unicode.IsUpper(next) || unicode.IsDigit(next)) && !abbreviated(s[:i]) {
			return true
		}
	}
	return false
}

// abbreviated tells whether the word at the end of s is one that a point may
// follow within a sentence: a number, or one or two letters, or "St".
func abbreviated(s string) bool {
	word := s[strings.LastIndexAny(s, " -(/.\"„»")+1:]
	const longest = 2 // letters of an abbreviation that no list has to name
	if word == "" || utf8.RuneCountInString(word) <= longest {
		return true
	}
	if isDigit(word[len(word)-1]) {
		return len(word) <= longest
	}
	switch word {
	case "Prof", "bzw", "Abs", "Art", "Nov", "Dez", "Jan", "Feb", "Aug", "Sept", "Okt", "Std", "Min", "Mio", "Mrd", "ca", "vgl", "evtl", "inkl", "max", "geb", "verh", "Str", "Tel", "Msgr", "Hrsg", "Red":
		return true
	}
	return false
}
