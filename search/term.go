package search

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// term reads a word or phrase token that is searched in field.
func term(t token, field Field) (Node, *mistake) {
	if field.takesDates() {
		return dateTerm(t, field)
	}
	if t.kind == phraseToken {
		return Phrase{Field: field, Text: t.text, Slop: t.slop}, nil
	}
	return wordTerm(t, field)
}

// wordTerm reads a word with its mark: =word, word* or word~. Punctuation
// around the word is ignored.
func wordTerm(t token, field Field) (Node, *mistake) {
	lead, text, tail := trimPunctuation(visible(t.text))
	exact := lead == "=" || strings.HasSuffix(lead, "=") && strings.Trim(lead, "=") == ""
	wrong := func(code Code, expected, with string) (Node, *mistake) {
		return nil, wrong(code, t.pos, t.end, expected).fix(t.pos, t.end, with)
	}
	stars := strings.TrimLeft(tail, "*")
	base, distance := cutDistance(text)
	switch {
	case strings.HasSuffix(lead, "*"):
		return wrong(LeadingWildcard, "letters before the *", bare(text)+tail)
	case distance:
		return wrong(FuzzyDistance, "~ without a number behind a word", base+"~")
	case hasInnerStar(text):
		return wrong(InnerWildcard, "a * at the end of a word only", withoutStar(text))
	case exact && (strings.HasPrefix(tail, "*") || strings.HasPrefix(tail, "~")):
		return wrong(UnsupportedForm, "either = or "+tail[:1], text+tail)
	case exact:
		return Exact{field, text}, nil
	case strings.HasPrefix(tail, "~") && strings.Contains(tail, "*"), len(stars) < len(tail) && strings.HasPrefix(stars, "~"):
		return wrong(UnsupportedForm, "either * or ~", text+tail[:1])
	case len(stars) < len(tail) && countLetters(text) < MinPrefix:
		return wrong(ShortPrefix, fmt.Sprintf("at least %d letters before the *", MinPrefix), bare(text))
	case len(stars) < len(tail):
		return Prefix{field, text}, nil
	case strings.HasPrefix(tail, "~") && countLetters(text) < MinFuzzy:
		return wrong(ShortFuzzy, fmt.Sprintf("at least %d letters before the ~", MinFuzzy), bare(text))
	case strings.HasPrefix(tail, "~") && countLetters(text) > MaxFuzzy:
		return wrong(LongFuzzy, fmt.Sprintf("at most %d letters before the ~", MaxFuzzy), bare(text))
	case strings.HasPrefix(tail, "~") && field.IsName():
		return wrong(UnsupportedForm, "a name, or its beginning with *", bare(text))
	case strings.HasPrefix(tail, "~"):
		return Fuzzy{field, text}, nil
	}
	return Word{field, text}, nil
}

// bare is the text of a word as a query of its own, escaped if it would be
// read as an operator or a field's name.
func bare(text string) string {
	_, operator := operatorNamed(text)
	name, _, colon := strings.Cut(text, ":")
	_, field := fieldNamed(name)
	if operator || colon && field {
		return `\` + text
	}
	return text
}

// cutDistance splits the edit distance of Lucene's language off: Mueller~2.
func cutDistance(text string) (base string, found bool) {
	base = strings.TrimRight(text, "0123456789")
	if len(base) == len(text) || !strings.HasSuffix(base, "~") {
		return text, false
	}
	base = strings.TrimRight(base, "~")
	return base, base != ""
}

// hasInnerStar tells whether a star within a word is a wildcard. The star of
// gender is not: Politiker*innen, jede*r.
func hasInnerStar(text string) bool {
	before, after, found := strings.Cut(text, "*")
	return found && (!isGenderEnding(before, after) || hasInnerStar(after))
}

func isGenderEnding(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	if countLetters(before) < MinPrefix || !isWord(last) {
		return false
	}
	switch after[:until(after, func(r rune) bool { return !isWord(r) })] {
	case "in", "r", "e", "n", "m", "s":
		return true
	}
	return strings.HasPrefix(after, "innen")
}

// withoutStar makes a prefix of a word with a star within, or drops the star.
func withoutStar(text string) string {
	before, after, _ := strings.Cut(text, "*")
	if countLetters(before) >= MinPrefix {
		return before + "*"
	}
	return bare(before + after)
}
