package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// edges tells whether a line begins and whether it ends as a row of buttons may.
func (f *furniture) edges(l *line) (opens, closes bool) {
	if len(l.folded) > maxMeta {
		return false, false
	}
	first, last := firstWord(l.folded), lastWord(l.folded)
	return first == "" || f.opens.of(first), last == "" || f.closes.of(last)
}

// row tells a line of several buttons by what is between its edges: "Teilen Merken
// Drucken".
func (f *furniture) row(l *line) bool {
	if l.words == 1 && !l.has(signSlash|signBar) {
		return false
	}
	folded := l.folded
	words := strings.FieldsFunc(folded, partsButtons)
	sections := len(words) > 3 // a whole navigation
	return len(words) > 1 && onlyPhrases(words, func(s string) bool {
		return f.exact.of(s) == effectDrop || f.exact.of(s) == effectForum || sections && f.sections.of(s) || strings.Trim(s, "0123456789") == ""
	})
}

// menu tells a line of a navigation some words of which are not known, one of its
// edges at least: half of them are, and all have capitals, as those of a headline
// do not.
func (f *furniture) menu(l *line) bool {
	const least = 5 // words
	if l.words < least || l.has(signGreater|signSlash|signBar) {
		return false
	}
	for word := range strings.FieldsFuncSeq(l.text, partsButtons) {
		if r := firstRune(word); unicode.IsLower(r) && word != "und" {
			return false
		}
	}
	words, known := strings.FieldsFunc(l.folded, partsButtons), 0
	for _, word := range words {
		if f.sections.of(word) || f.exact.of(word) == effectDrop || f.exact.of(word) == effectForum {
			known++
		}
	}
	return 2*known >= len(words)
}

func partsButtons(r rune) bool {
	switch r {
	case ' ', '|', '•', '·', '/', ',', '(', ')':
		return true
	}
	return false
}

// firstWord is what stands before the first sign that parts buttons.
func firstWord(folded string) string {
	for i := 0; i < len(folded); i++ {
		if !isPlain(folded[i]) && signAt(folded, i) > 0 {
			return folded[:i]
		}
	}
	return folded
}

// lastWord is what stands behind the last of them.
func lastWord(folded string) string {
	for i := len(folded) - 1; i >= 0; i-- {
		if isPlain(folded[i]) {
			continue
		}
		if n := signAt(folded, i); n > 0 {
			return folded[i+n:]
		}
	}
	return folded
}

// signAt is the length of the sign that parts buttons at a place of a line, 0 if
// there is none.
func signAt(s string, at int) int {
	switch s[at] {
	case ' ', '|', '/', ',', '(', ')':
		return 1
	case "•"[0], "·"[0]:
		if r, n := utf8.DecodeRuneInString(s[at:]); partsButtons(r) {
			return n
		}
	}
	return 0
}

// onlyPhrases tells whether words are nothing but known phrases, taking the
// longest at each place.
func onlyPhrases(words []string, known func(string) bool) bool {
	const longest = 4 // words of a phrase
	for len(words) > 0 {
		n := min(longest, len(words))
		for n > 0 && !known(strings.Join(words[:n], " ")) {
			n--
		}
		if n == 0 {
			return false
		}
		words = words[n:]
	}
	return true
}
