package corpus

import (
	_ "embed" // the table
	"fmt"
	"maps"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed data/languages.tsv
var languageTable string

// Limits of the recognition of a language.
const (
	maxLanguageWords = 300 // of an article that are looked at
	minLanguageWords = 12  // with fewer, a headline or a quotation may mislead
	sureWords        = 40  // from which on the text is believed rather than what a page says of itself
	minShare         = 0.2 // of words that the likeliest language must know
	overGerman       = 1.4 // how many times as many as German, or it is German
)

// languages recognises the language of a text by its function words, which make
// up a third to a half of running text: Ingle, "A language identification
// table", The Incorporated Linguist 15, 1976.
type languages struct {
	codes   []string
	known   *lexicon[uint32] // bits of the languages that have the word
	longest int              // characters of a known word
}

func newLanguages() (*languages, error) {
	l := &languages{}
	known := map[string]uint32{}
	for n, columns := range builtinRows(languageTable) {
		if len(columns) != 2 {
			return nil, fmt.Errorf("read built-in languages: line %d: want code and words", n)
		}
		for w := range strings.FieldsSeq(columns[1]) {
			known[w] |= 1 << len(l.codes)
			l.longest = max(l.longest, utf8.RuneCountInString(w))
		}
		l.codes = append(l.codes, columns[0])
	}
	for w, bits := range maps.Clone(known) {
		r, n := utf8.DecodeRuneInString(w)
		known[string(unicode.ToUpper(r))+w[n:]] = bits
	}
	l.known = newLexicon(known)
	return l, nil
}

// undetermined is the language of a text in a script that no German is written in.
const undetermined = "und"

// of recognises the language of an article, as BCP 47 has it. What its page
// says holds unless the text is surely in another one: themes and templates
// often say "en". An article of which nothing is known is German.
func (l *languages) of(a *Article) string {
	code, words := l.recognize(a)
	switch {
	case a.Language == "" && code == "":
		return "de"
	case a.Language == "" || code != "" && words >= sureWords:
		return code
	}
	return a.Language
}

// recognize gives the language of an article's text, "" if it is not certain,
// and the number of words looked at.
func (l *languages) recognize(a *Article) (code string, words int) {
	hits := make([]int, len(l.codes))
	foreign := 0
	look := func(text string) {
		for start, end := nextWord(text, 0); start < end; start, end = nextWord(text, end) {
			w := text[start:end]
			if words++; words > maxLanguageWords {
				return
			}
			if w[0] >= utf8.RuneSelf && isForeignScript(w) {
				foreign++
			}
			if len(w) > l.longest && utf8.RuneCountInString(w) > l.longest {
				continue
			}
			if !opensSmall(w) {
				w = lower(w)
			}
			for bits, i := l.known.of(w), 0; bits != 0; bits, i = bits>>1, i+1 {
				hits[i] += int(bits & 1)
			}
		}
	}
	for _, b := range a.Body {
		if b.Kind == Paragraph && words <= maxLanguageWords {
			look(b.Text)
		}
	}
	if words < minLanguageWords {
		look(a.Lead)
		look(a.Title)
	}
	if words < minLanguageWords {
		return "", words
	}
	words = min(words, maxLanguageWords)
	if foreign*2 > words {
		return undetermined, words
	}
	return l.likeliest(hits, words), words
}

// likeliest is the language that knows most words, if it knows enough of them
// and clearly more than German, which stands first in the table.
func (l *languages) likeliest(hits []int, words int) string {
	best := 0
	for i, n := range hits {
		if n > hits[best] {
			best = i
		}
	}
	n := float64(hits[best])
	if n < minShare*float64(words) || best != 0 && n < overGerman*float64(hits[0]) {
		return ""
	}
	return l.codes[best]
}

// opensSmall tells a word of ASCII without capitals but for the first letter.
func opensSmall(word string) bool {
	for i := 1; i < len(word); i++ {
		if !isSmall(word[i]) {
			return false
		}
	}
	return word[0] < utf8.RuneSelf
}

// nextWord gives the bounds of the first run of letters of a text from a place on
// that is in none; there is none if they are equal.
func nextWord(text string, from int) (start, end int) {
	for start = from; start < len(text); {
		n, letter := letterAt(text, start)
		if letter {
			break
		}
		start += n
	}
	for end = start; end < len(text); {
		n, letter := letterAt(text, end)
		if !letter {
			break
		}
		end += n
	}
	return start, end
}

// letterAt is the length of the character at a place of a text, and whether it is a
// letter.
func letterAt(text string, at int) (n int, letter bool) {
	if b := text[at]; b < utf8.RuneSelf {
		return 1, isASCIILetter(rune(b))
	}
	r, n := utf8.DecodeRuneInString(text[at:])
	return n, unicode.IsLetter(r)
}

func isASCIILetter(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' }

func isForeignScript(word string) bool {
	for _, r := range word {
		return !isASCIILetter(r) && !unicode.Is(unicode.Latin, r)
	}
	return false
}
