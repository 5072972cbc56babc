package corpus

import (
	"strings"
	"unicode/utf8"
)

// lineKind says what a line of a page is.
type lineKind int

// The kinds of a line. A line is text until a rule decides.
const (
	lineText      lineKind = iota
	lineNoise              // furniture of the page
	lineBox                // heads a box of links
	lineEnd                // the article has ended before it
	linePlayer             // fall-back of a player
	lineCopyright          //
	lineForum              // may head a forum
	lineTotal              // number of comments
	lineMeta               // dates, authors, read time
	lineSignoff            // initials and agencies below an article
	lineCredit             // credit of a picture without its caption
	lineCaption            //
	lineAddress            // the address of the page
	lineSection            //
	lineKicker             //
	lineTitle              //
	lineLead               //
	lineHeading            //
	lineItem               //
	lineComment            // part of a comment, or of the forum around it
)

// line is a line of a page with what the rules made of it.
type line struct {
	text   string // clean
	folded string // in lower case
	n      int    // number in the file, from 1
	blanks int    // empty lines above it
	kind   lineKind
	rule   string // the rule that decided
	credit string // of a caption
}

// decide settles what a line is.
func (l *line) decide(kind lineKind, rule string) { l.kind, l.rule = kind, rule }

const (
	// longText is the length in bytes from which a line is a paragraph rather
	// than a headline, a caption or a link.
	longText = 120
	// maxMeta is the length in bytes of the longest line of dates, authors or
	// furniture that rules look at.
	maxMeta = 220
)

// paragraph tells a line that is long enough for a paragraph, or ends as a
// sentence does.
func (l *line) paragraph() bool {
	return l.kind == lineText && (len(l.text) >= longText || len(l.text) >= 40 && (sentenceEnd(l.text) && !strings.HasSuffix(l.text, ":") || strings.HasSuffix(l.text, "?") && sentenceBreaks(l.text)))
}

// splitLines cleans the lines of a page and leaves the empty ones out.
func splitLines(text string) (lines []line) {
	n, blanks := 0, 0
	for raw := range rawLines(text) {
		n++
		clean := cleanLine(raw)
		if clean == "" {
			blanks++
			continue
		}
		lines = append(lines, line{text: clean, folded: lower(clean), n: n, blanks: blanks})
		blanks = 0
	}
	return lines
}

// lower is strings.ToLower, faster for the letters of German.
func lower(s string) string {
	b := []byte(s)
	for i := 0; i < len(b); i++ {
		switch c := b[i]; {
		case c >= 'A' && c <= 'Z':
			b[i] = c + ('a' - 'A')
		case c < utf8.RuneSelf:
		case c == 0xC3 && i+1 < len(b): // À to ÿ
			i++
			if b[i] >= 0x80 && b[i] <= 0x9E && b[i] != 0x97 { // of which × is no letter
				b[i] += 0x20
			}
		case c == 0xE2 && i+2 < len(b) && b[i+1] == 0x80: // – „ “ …
			i += 2
		case c == 0xC2 && i+1 < len(b): // § « »
			i++
		default:
			return strings.ToLower(s)
		}
	}
	return string(b)
}
