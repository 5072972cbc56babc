package tagger

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"presseschau/actors/internal/letter"
)

// Token is a word with its inner hyphens, apostrophes and full stops, or a
// single mark of punctuation: text[Start:End].
type Token struct {
	Start, End int32
}

// MaxTokens is where a sentence is cut that has no end. No sentence of a
// newspaper is so long; lists without punctuation are.
const MaxTokens = 120

// Next appends to toks[:0] the tokens of the sentence that begins at the byte
// at of text, and gives the byte behind it: len(text) for the last one. A line
// feed ends a sentence, as titles and captions have no full stop.
func Next(text string, at int, toks []Token) ([]Token, int) {
	toks = toks[:0]
	for i := at; i < len(text); {
		r, n := letter.At(text, i)
		switch {
		case r == '\n' && len(toks) > 0:
			return toks, i + n
		case letter.InWord(r):
			end := wordEnd(text, i)
			toks = append(toks, Token{int32(i), int32(end)})
			i = end
		case unicode.IsSpace(r):
			i += n
			continue
		default:
			toks = append(toks, Token{int32(i), int32(i + n)})
			i += n
			if end, ok := sentenceEnd(text, r, i); ok {
				return closing(text, end, toks)
			}
		}
		if len(toks) >= MaxTokens {
			return toks, i
		}
	}
	return toks, len(text)
}

// closing adds the quotation marks and parentheses that close a sentence.
func closing(text string, i int, toks []Token) ([]Token, int) {
	for i < len(text) {
		r, n := letter.At(text, i)
		if !strings.ContainsRune("\"“”»«›‹’')", r) {
			break
		}
		toks = append(toks, Token{int32(i), int32(i + n)})
		i += n
	}
	return toks, i
}

// sentenceEnd tells whether the mark r, behind which i is, ends a sentence, and
// gives the byte at which the next one may begin.
func sentenceEnd(text string, r rune, i int) (int, bool) {
	switch r {
	case '.', '!', '?', '…':
	default:
		return i, false
	}
	rest := strings.TrimLeft(text[i:], "\"“”»«›‹’') \u00a0\t")
	next, _ := utf8.DecodeRuneInString(rest)
	return i, !unicode.IsLower(next) && !strings.ContainsRune(",;:", next)
}

// wordEnd finds the end of the word that begins at i.
func wordEnd(text string, i int) int {
	for j := i; ; {
		if j = letter.WordEnd(text, j); j == len(text) || text[j] == ' ' {
			return j
		}
		r, n := letter.At(text, j)
		next, _ := utf8.DecodeRuneInString(text[j+n:])
		switch {
		case letter.InWord(next) && joins(r, text[:j], next):
			j += n
		case r == '.' && abbreviated(text[i:j], text[j+n:]):
			return j + n
		case r == '-' && next == '/' || r == '-' && (next == ' ' || next == ','):
			return j + n // Außen- und Innenminister
		default:
			return j
		}
	}
}

// joins tells whether a mark between the letters or digits of before and next
// is a part of one word.
func joins(r rune, before string, next rune) bool {
	switch r {
	case '-', '‐', '‑', '\'', '’', '&', '_', '@':
		return true
	case '.':
		return true
	case ',', ':':
		last, _ := utf8.DecodeLastRuneInString(before)
		return unicode.IsDigit(last) && unicode.IsDigit(next)
	}
	return false
}

// maxOrdinal is the length of the longest number whose full stop makes it an
// ordinal: the 31. Januar, but not the year 2010 at the end of a sentence.
const maxOrdinal = 2

// abbreviated tells whether a full stop behind word belongs to it, by the word
// and by the text that follows.
func abbreviated(word, rest string) bool {
	if utf8.RuneCountInString(word) == 1 && letter.IsUpper(rune(word[0])) || strings.IndexByte(word, '.') >= 0 && len(word) < 8 {
		return true
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " \u00a0"))
	if unicode.IsLower(next) {
		return rest[0] != '\n'
	}
	if word[0] >= '0' && word[0] <= '9' {
		return len(word) <= maxOrdinal && (letter.InWord(next))
	}
	switch word {
	case "Dr", "Prof", "Nr", "St", "Str", "Mio", "Mrd", "Abs", "Art", "Sen", "Jr", "Mr", "Mrs", "Ms", "Ing", "Dipl", "Hl",
		"bzw", "ca", "vgl", "sog", "inkl", "insb", "geb", "gest", "ev", "kath", "rd", "bspw", "ggf", "evtl", "Hrsg", "Bd", "Jh":
		return true
	}
	return false
}
