package corpus

import (
	_ "embed" // the table
	"fmt"
	"strings"
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
	exact    *lexicon[effect]
	chrome   *lexicon[bool]
	sections *lexicon[bool]
	opens    *lexicon[bool] // first words of what rows are made of
	closes   *lexicon[bool] // and last ones
	prefixes *phrases
	suffixes *phrases
	inside   *phrases // and the cues of long lines
	short    *phrases // the same, and the cues of short lines
	none     *phrases
}

// within are the phrases that are sought in a line of so many bytes.
func (f *furniture) within(length int) *phrases {
	switch {
	case length <= maxMeta:
		return f.short
	case length <= maxNotice:
		return f.inside
	}
	return f.none
}

type phrase struct {
	text   string
	effect effect // effectNone of a cue
	cues   cues
	rule   string // that a decision notes
	whole  bool   // it counts only where no letter of ASCII is beside it
}

// newFurniture reads a table.
func newFurniture(table string) (*furniture, error) {
	f := &furniture{prefixes: newPhrases(), suffixes: newPhrases(), inside: newPhrases(), short: newPhrases(), none: newPhrases()}
	sample := lower(table + weightTable)
	f.inside.sample(sample)
	f.short.sample(sample)
	w := &wholeLines{exact: map[string]effect{}, chrome: map[string]bool{}, sections: map[string]bool{}, opens: map[string]bool{}, closes: map[string]bool{}}
	for n, columns := range builtinRows(table) {
		if len(columns) != 3 || !w.add(effect(columns[0]), columns[1], strings.ToLower(columns[2])) && !f.add(effect(columns[0]), columns[1], strings.ToLower(columns[2])) {
			return nil, fmt.Errorf("read built-in furniture: line %d: want effect, match, phrase", n)
		}
	}
	f.exact, f.chrome, f.sections = newLexicon(w.exact), newLexicon(w.chrome), newLexicon(w.sections)
	f.opens, f.closes = newLexicon(w.opens), newLexicon(w.closes)
	for cue, words := range cueWords() {
		for _, word := range words {
			f.cue(phrase{text: word, cues: cue})
		}
	}
	return f, nil
}

// cue adds a word by which rules know that a line may be for them.
func (f *furniture) cue(word phrase) {
	f.short.addInside(word)
	if word.cues&longCues != 0 {
		f.inside.addInside(word)
	}
}

// cueNames adds the names of agencies as cues.
func (f *furniture) cueNames(a *agencies) {
	for name := range a.news {
		f.cue(phrase{text: name, cues: cueNews | cueAgency, whole: true})
	}
	for name := range a.photo {
		f.cue(phrase{text: name, cues: cueAgency, whole: true})
	}
}

// wholeLines are the phrases of a table that fill a line.
type wholeLines struct {
	exact                           map[string]effect
	chrome, sections, opens, closes map[string]bool
}

// add adds a phrase; false: it fills no line.
func (w *wholeLines) add(e effect, match, text string) bool {
	switch {
	case match != "=":
		return false
	case e == effectChrome:
		w.chrome[trimPhrase(text)] = true
	case e == effectSection:
		w.sections[text] = true
		w.edges(text)
	case w.exact[trimPhrase(text)] == effectNone:
		w.exact[trimPhrase(text)] = e
		w.edges(trimPhrase(text))
	}
	return true
}

// edges adds the first and the last word of a phrase, which is none where a sign
// stands there: "Geschäftsbedingungen (AGB)".
func (w *wholeLines) edges(text string) {
	if first := firstWord(text); first != "" {
		w.opens[first] = true
	}
	if last := lastWord(text); last != "" {
		w.closes[last] = true
	}
}

// add adds a phrase that stands in a line, at its beginning or at its end.
func (f *furniture) add(e effect, match, text string) bool {
	switch {
	case match == "^":
		f.prefixes.add(phrase{text: text, effect: e, rule: "furniture: " + text})
	case match == "$":
		f.suffixes.addEnd(phrase{text: text, effect: e, rule: "furniture: " + text})
	case match == "~":
		f.inside.addInside(phrase{text: text, effect: e, rule: "furniture: " + text})
		f.short.addInside(phrase{text: text, effect: e, rule: "furniture: " + text})
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
		if e := f.exact.of(trimPhrase(l.folded)); e != effectNone {
			return e, "furniture: whole line"
		}
		if label, ok := uncounted(l.folded); ok && f.exact.of(trimPhrase(label)) == effectDrop && !l.cued(cueForum) {
			return effectDrop, "furniture: whole line with a count"
		}
	}
	if len(l.folded) <= maxMeta {
		text, _ := listItem(l.folded)
		if p := f.prefixes.prefix(text); p != nil {
			return p.effect, p.rule
		}
		if p := f.suffixes.suffix(trimPointer(l.folded)); p != nil && (len(l.text) < longText || !sentenceBreaks(l.text)) {
			return p.effect, p.rule // not the pointer at the end of a paragraph
		}
	}
	if l.phrase != nil {
		return l.phrase.effect, l.phrase.rule
	}
	return effectNone, ""
}

// trimPointer takes what may stand behind a phrase at the end of a line.
func trimPointer(folded string) string {
	if folded != "" && isPlain(folded[len(folded)-1]) {
		return folded
	}
	return strings.TrimRight(folded, " .!:»>→")
}

// known looks a folded phrase up that fills a line.
func (f *furniture) known(folded string) effect { return f.exact.of(trimPhrase(folded)) }

// uncounted takes the count from "Bilder (3)".
func uncounted(s string) (label string, ok bool) {
	rest, ok := strings.CutSuffix(s, ")")
	open := strings.LastIndexByte(rest, '(')
	if !ok || open <= 0 || open+1 == len(rest) || strings.Trim(rest[open+1:], "0123456789.") != "" {
		return s, false
	}
	return rest[:open], true
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
func isPlain(b byte) bool { return b|0x20-'a' <= 'z'-'a' || b-'0' <= '9'-'0' }

// dateline tells a line that is furniture with a date in it: "Lesezeit: 4 Min.
// 03.03.2014".
func (pg *page) dateline(l *line) bool {
	if len(l.text) > maxHeading || !l.has(signDigit) {
		return false
	}
	m, rule := pg.p.metaLine(l)
	return rule == "date line" && m.published != ""
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
			if pointed(l) {
				continue
			}
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
