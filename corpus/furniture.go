package corpus

import (
	_ "embed" // the table
	"fmt"
	"slices"
	"strings"
	"unicode"
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
	prefixes phrases
	suffixes phrases // reversed
	inside   phrases
	longest  int // bytes of the longest suffix
}

type phrase struct {
	text   string
	effect effect
	rule   string // that a decision notes
}

func newFurniture() (*furniture, error) {
	f := &furniture{exact: map[string]effect{}, chrome: map[string]bool{}, sections: map[string]bool{}}
	n := 0
	for row := range strings.Lines(furnitureTable) {
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
	return f, nil
}

func (f *furniture) add(e effect, match, text string) bool {
	switch {
	case match == "=" && e == effectChrome:
		f.chrome[trimPhrase(text)] = true
	case match == "=" && e == effectSection:
		f.sections[text] = true
	case match == "=":
		if f.exact[trimPhrase(text)] == effectNone {
			f.exact[trimPhrase(text)] = e
		}
	case match == "^":
		f.prefixes.add(phrase{text, e, "furniture: " + text})
	case match == "$":
		f.suffixes.add(phrase{reversed(text), e, "furniture: " + text})
		f.longest = max(f.longest, len(text))
	case match == "~":
		f.inside.add(phrase{text, e, "furniture: " + text})
	default:
		return false
	}
	return true
}

// reversed is s with its bytes from last to first.
func reversed(s string) string {
	b := []byte(s)
	slices.Reverse(b)
	return string(b)
}

// match looks a folded line up.
func (f *furniture) match(folded string) (effect, string) {
	if e := f.exact[trimPhrase(folded)]; e != effectNone {
		return e, "furniture: whole line"
	}
	if label, ok := uncounted(folded); ok && f.exact[trimPhrase(label)] == effectDrop && !forumWord(label) {
		return f.exact[trimPhrase(label)], "furniture: whole line with a count"
	}
	if len(folded) <= maxMeta {
		if p, ok := f.prefixes.prefix(folded); ok {
			return p.effect, p.rule
		}
		end := strings.TrimRight(folded, " .!:»>→")
		if p, ok := f.suffixes.prefix(reversed(end[max(0, len(end)-f.longest):])); ok {
			return p.effect, p.rule
		}
	}
	if len(folded) <= maxNotice {
		if p, ok := f.inside.inside(folded); ok {
			return p.effect, p.rule
		}
	}
	return effectNone, ""
}

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
func (f *furniture) row(folded string) bool {
	if len(folded) > maxMeta {
		return false
	}
	words := strings.FieldsFunc(folded, func(r rune) bool { return strings.ContainsRune(" |•·/,()", r) })
	sections := len(words) > 3 // a whole navigation
	return len(words) > 1 && onlyPhrases(words, func(s string) bool {
		return f.exact[s] == effectDrop || sections && f.sections[s]
	})
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
	return strings.Trim(s, " :.…!?›»>«<→↓↑▶►▼▲•·|-–—_#*")
}

// dateline tells a line that is furniture with a date in it: "Lesezeit: 4 Min.
// 03.03.2014".
func (pg *page) dateline(l *line) bool {
	if len(l.text) > maxHeading || !strings.ContainsFunc(l.text, unicode.IsDigit) {
		return false
	}
	m, rule := pg.p.metaLine(l.text)
	return rule == "date line" && m.published != ""
}

// markFurniture decides about lines that the table knows.
func (pg *page) markFurniture() {
	for i := range pg.lines {
		l := &pg.lines[i]
		if l.kind != lineText {
			continue
		}
		e, rule := pg.p.furniture.match(l.folded)
		switch e {
		case effectDrop:
			if pg.dateline(l) {
				continue
			}
			l.decide(lineNoise, rule)
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
