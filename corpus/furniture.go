package corpus

import (
	_ "embed" // the table
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed data/furniture.tsv
var furnitureTable string

// effect is what a phrase of the furniture means; the table explains them.
type effect string

// The effects in the table.
const (
	effectNone       effect = ""
	effectDrop       effect = "drop"
	effectVideo      effect = "video"
	effectTeaser     effect = "teaser"
	effectTeaserLine effect = "teaserline"
	effectEnd        effect = "end"
	effectForum      effect = "forum"
	effectChrome     effect = "chrome"
	effectSection    effect = "section"
)

// maxNotice is the length in bytes of the longest notice on cookies, consent
// and subscriptions.
const maxNotice = 900

// furniture is the table of phrases. Chrome and sections have maps of their
// own because a phrase may have one of these meanings beside another.
type furniture struct {
	exact    map[string]effect
	chrome   map[string]bool
	sections map[string]bool
	opens    map[string]bool // first words of what rows are made of
	closes   map[string]bool // and last ones
	prefixes phrases
	suffixes phrases
	inside   phrases // and the cues of long lines
	short    phrases // the same, and the cues of short lines
}

type phrase struct {
	text   string
	effect effect // effectNone of a cue
	cues   cues
	rule   string // that a decision notes
}

// newFurniture reads a table.
func newFurniture(table string) (*furniture, error) {
	f := &furniture{exact: map[string]effect{}, chrome: map[string]bool{}, sections: map[string]bool{}, opens: map[string]bool{"": true}, closes: map[string]bool{"": true}}
	n := 0
	for row := range strings.Lines(table) {
		n++
		row = strings.TrimSuffix(row, "\n")
		if row == "" || row[0] == '#' {
			continue
		}
		columns := strings.Split(row, "\t")
		if len(columns) != 3 || !f.add(effect(columns[0]), columns[1], strings.ToLower(columns[2])) {
			return nil, fmt.Errorf("read built-in furniture: line %d: want effect, match, phrase", n)
		}
	}
	for cue, words := range cueWords() {
		for _, word := range words {
			f.cue(word, cue)
		}
	}
	return f, nil
}

// cue adds a word by which rules know that a line may be for them.
func (f *furniture) cue(word string, c cues) {
	f.short.add(phrase{text: word, cues: c})
	if c&longCues != 0 {
		f.inside.add(phrase{text: word, cues: c})
	}
}

func (f *furniture) add(e effect, match, text string) bool {
	switch {
	case match == "=" && e == effectChrome:
		f.chrome[trimPhrase(text)] = true
	case match == "=" && e == effectSection:
		f.sections[text] = true
		f.opens[firstWord(text)] = true
		f.closes[lastWord(text)] = true
	case match == "=":
		if f.exact[trimPhrase(text)] == effectNone {
			f.exact[trimPhrase(text)] = e
			f.opens[firstWord(trimPhrase(text))] = true
			f.closes[lastWord(trimPhrase(text))] = true
		}
	case match == "^":
		f.prefixes.add(phrase{text: text, effect: e, rule: "furniture: " + text})
	case match == "$":
		f.suffixes.addEnd(phrase{text: text, effect: e, rule: "furniture: " + text})
	case match == "~":
		f.inside.add(phrase{text: text, effect: e, rule: "furniture: " + text})
		f.short.add(phrase{text: text, effect: e, rule: "furniture: " + text})
	default:
		return false
	}
	return true
}

// maxPhrase is the length in bytes of the longest line that is looked up as a
// whole.
const maxPhrase = 120

// match looks a line up.
func (f *furniture) match(l *line) (effect, string) {
	if len(l.folded) <= maxPhrase {
		if e := f.exact[trimPhrase(l.folded)]; e != effectNone {
			return e, "furniture: whole line"
		}
		if label, ok := uncounted(l.folded); ok && f.exact[trimPhrase(label)] == effectDrop && !l.cued(cueForum) {
			return effectDrop, "furniture: whole line with a count"
		}
	}
	if len(l.folded) <= maxMeta {
		text, _ := listItem(l.folded)
		if p := f.prefixes.prefix(text); p != nil {
			return p.effect, p.rule
		}
		if p := f.suffixes.suffix(strings.TrimRight(l.folded, " .!:»>→")); p != nil && (len(l.text) < longText || !sentenceBreaks(l.text)) {
			return p.effect, p.rule // not the pointer at the end of a paragraph
		}
	}
	if l.phrase != nil {
		return l.phrase.effect, l.phrase.rule
	}
	return effectNone, ""
}

// known looks a folded phrase up that fills a line.
func (f *furniture) known(folded string) effect { return f.exact[trimPhrase(folded)] }

// uncounted takes the count from "Bilder (3)".
func uncounted(s string) (label string, ok bool) {
	rest, ok := strings.CutSuffix(s, ")")
	open := strings.LastIndexByte(rest, '(')
	if !ok || open <= 0 || open+1 == len(rest) || strings.Trim(rest[open+1:], "0123456789.") != "" {
		return s, false
	}
	return rest[:open], true
}

// row tells a line of several buttons: "Teilen Merken Drucken".
func (f *furniture) row(l *line) bool {
	if len(l.folded) > maxMeta || l.words == 1 && !l.has(signSlash|signBar) || !f.opens[firstWord(l.folded)] || !f.closes[lastWord(l.folded)] {
		return false
	}
	folded := l.folded
	words := strings.FieldsFunc(folded, partsButtons)
	sections := len(words) > 3 // a whole navigation
	return len(words) > 1 && onlyPhrases(words, func(s string) bool {
		return f.exact[s] == effectDrop || f.exact[s] == effectForum || sections && f.sections[s] || strings.Trim(s, "0123456789") == ""
	})
}

// menu tells a line of a navigation some words of which are not known: half of
// them are, and all have capitals, as those of a headline do not.
func (f *furniture) menu(l *line) bool {
	const least = 5 // words
	if l.words < least || len(l.folded) > maxMeta || l.has(signGreater|signSlash|signBar) || !f.opens[firstWord(l.folded)] && !f.closes[lastWord(l.folded)] {
		return false
	}
	for word := range strings.FieldsFuncSeq(l.text, partsButtons) {
		if r := firstRune(word); unicode.IsLower(r) && word != "und" {
			return false
		}
	}
	words, known := strings.FieldsFunc(l.folded, partsButtons), 0
	for _, word := range words {
		if f.sections[word] || f.exact[word] == effectDrop || f.exact[word] == effectForum {
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
	if end := strings.IndexFunc(folded, partsButtons); end >= 0 {
		return folded[:end]
	}
	return folded
}

// lastWord is what stands behind the last of them.
func lastWord(folded string) string {
	if end := strings.LastIndexFunc(folded, partsButtons); end >= 0 {
		_, n := utf8.DecodeRuneInString(folded[end:])
		return folded[end+n:]
	}
	return folded
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

// trimPhrase takes what may stand before and behind a phrase that fills a
// line: bullets, colons, dots, arrows.
func trimPhrase(s string) string {
	if s == "" || isPlain(s[0]) && isPlain(s[len(s)-1]) {
		return s
	}
	return strings.TrimFunc(s, edgesPhrase)
}

func edgesPhrase(r rune) bool {
	switch r {
	case ' ', ':', '.', '…', '!', '?', '›', '»', '>', '«', '<', '→', '↓', '↑', '▶', '►', '▼', '▲', '•', '·', '|', '-', '–', '—', '_', '#', '*':
		return true
	}
	return false
}

// isPlain tells the ASCII letters and digits.
func isPlain(b byte) bool { return isDigit(b) || b < utf8.RuneSelf && isLetterByte(b) }

// dateline tells a line that is furniture with a date in it: "Lesezeit: 4 Min.
// 03.03.2014".
func (pg *page) dateline(l *line) bool {
	if len(l.text) > maxHeading || !l.has(signDigit) {
		return false
	}
	m, rule := pg.p.metaLine(l)
	return rule == "date line" && m.published != ""
}

// headsList tells a label with a colon, below which links are to be expected:
// "Mehr Nachrichten aus Bochum:".
func headsList(l *line) bool {
	return strings.HasSuffix(l.text, ":") && len(l.text) <= maxHeading && !strings.HasPrefix(l.folded, "anzeige")
}

// markFurniture decides about lines that the table knows.
func (pg *page) markFurniture() {
	for i := range pg.lines {
		l := &pg.lines[i]
		if l.kind != lineText {
			continue
		}
		e, rule := pg.p.furniture.match(l)
		switch e {
		case effectDrop:
			if pg.dateline(l) {
				continue
			}
			l.decide(lineNoise, rule)
			if headsList(l) {
				l.decide(lineBox, rule)
			}
		case effectTeaserLine:
			l.decide(lineNoise, rule)
		case effectTeaser:
			l.decide(lineBox, rule)
		case effectVideo:
			l.decide(linePlayer, rule)
		case effectEnd:
			l.decide(lineEnd, rule)
		case effectForum:
			l.decide(lineForum, rule)
		case effectNone:
			pg.markPlain(l)
		}
	}
	pg.markOutlets()
	pg.markLetters()
	pg.markNumbered()
	pg.markPlayers()
	pg.markContents()
}
