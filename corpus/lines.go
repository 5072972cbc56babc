package corpus

import (
	"slices"
	"strings"
	"unicode"
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
	lineKinds
)

// line is a line of a page with what the rules made of it.
type line struct {
	text   string  // clean
	folded string  // in lower case
	credit string  // of a caption
	rule   string  // the rule that decided
	phrase *phrase // of the furniture that stands in it, nil if there is none
	blanks int     // empty lines above it
	words  int
	signed bool // a sign-off stood at its end
	tabbed bool // tabs parted its words
	kept   bool // part of the text, whatever its form
	kind   lineKind
	cues   cues
	signs  signs
	span   dateSpan // what date has found
	asked  bool     // for its date
	// unmarked tells that no mark of an outlet is in it
	unmarked bool
	says     float64 // its words to the model
	weighed  bool    // for that
	english  bool    // as far as its words tell
	abroad   bool    // the text of its page is English
}

// date is findDate of the text, which it remembers.
func (l *line) date() (dateSpan, bool) {
	if !l.has(signDigit) {
		return dateSpan{}, false
	}
	if !l.asked {
		l.span, _ = findDate(l.text)
		l.asked = true
	}
	return l.span, l.span.date != ""
}

// shorten leaves a part of its text to a line. What was found in it stays.
func (l *line) shorten(text string) { l.text, l.asked, l.unmarked = text, false, false }

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
	return l.kind == lineText && l.has(signParagraph)
}

// paragraphLike tells the same of a text with the given signs.
func paragraphLike(s string, has signs) bool {
	const least = 40 // bytes of a sentence
	switch {
	case len(s) >= longText:
		return true
	case len(s) < least:
		return false
	}
	return has&signSentence != 0 && !strings.HasSuffix(s, ":") || (strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!")) && sentenceBreaks(s)
}

// has tells whether a line has any of the signs.
func (l *line) has(any signs) bool { return l.signs&any != 0 }

// cued tells whether a line has any of the cues.
func (l *line) cued(any cues) bool { return l.cues&any != 0 }

// mayCue tells whether a line may have any of the cues, which are not sought in the
// longest lines.
func (l *line) mayCue(any cues) bool { return l.cued(any) || len(l.folded) > maxNotice }

// splitLines cleans the lines of a page and leaves the empty ones out.
func (p *pageParser) splitLines(text string, room *room) []line {
	text = unifyEnds(text)
	small := slices.Grow(room.small[:0], len(text))[:len(text)]
	room.small = small
	lines := slices.Grow(room.lines[:0], strings.Count(text, "\n")+1)
	starts := room.starts[:0]
	blanks := 0
	for start := 0; start <= len(text); {
		end := len(text)
		if k := strings.IndexByte(text[start:], '\n'); k >= 0 {
			end = start + k
		}
		raw := text[start:end]
		from, to := trimmed(raw)
		l := line{text: raw[from:to], blanks: blanks}
		if p.look(&l, small[start+from:], room) {
			starts = append(starts, start+from)
		} else {
			starts = append(starts, p.wordClean(&l, raw, room, start))
		}
		if l.text == "" {
			blanks++
			starts = starts[:len(lines)]
		} else {
			lines = append(lines, l)
			blanks = 0
		}
		start = end + 1
	}
	room.lines, room.starts = lines, starts
	folded := string(small)
	for i, start := range starts {
		if l := &lines[i]; start >= 0 {
			l.folded = folded[start : start+len(l.text)]
		}
	}
	return lines
}

// look looks at the text of a line, which it writes in lower case to small; false:
// it may not be clean.
func (p *pageParser) look(l *line, small []byte, room *room) (clean bool) {
	table := p.furniture.within(len(l.text))
	l.signs, l.words, clean, room.hits = p.looker.look(l.text, small, table, room.hits[:0])
	if clean {
		l.phrase, l.cues = table.found(small[:len(l.text)], room.hits)
	}
	return clean
}

// wordClean gives a line the clean text of a raw one that begins at start. It gives
// the place of the text in lower case in the room, -1 if it has found none there.
func (p *pageParser) wordClean(l *line, raw string, room *room, start int) int {
	var clean bool
	if l.text, clean = tidy(raw); !clean {
		l.text = cleanLine(raw)
	}
	if len(l.text) > len(raw) || !p.look(l, room.small[start:], room) {
		p.word(l, l.text)
		start = -1
	}
	l.tabbed = cells(raw)
	if menuRow(raw) && !l.has(signSentence|signDigit) {
		l.decide(lineNoise, menuRule+"a row")
	}
	return start
}

// trimmed gives the bounds of a line without the blanks at its ends.
func trimmed(s string) (from, to int) {
	to = len(s)
	for from < to && (s[from] == ' ' || s[from] == '\t') {
		from++
	}
	for from < to && (s[to-1] == ' ' || s[to-1] == '\t') {
		to--
	}
	return from, to
}

// menuRow tells "Bremen   Sport   Politik   Wetter", words that wide gaps set
// apart.
func menuRow(raw string) bool {
	const least = 3 // gaps
	return len(raw) <= maxMeta && strings.Count(raw, "   ") >= least && strings.Count(strings.TrimSpace(raw), "   ") >= least
}

// lineOf makes a line of a clean text.
func (p *pageParser) lineOf(text string) *line {
	var l line
	p.word(&l, text)
	return &l
}

// word gives a line its text, which must be clean, and all that is found by
// looking at it.
func (p *pageParser) word(l *line, text string) {
	l.text = text
	l.signs, l.words = p.looker.lookAgain(text)
	p.find(l, lower(text))
}

// find takes the text of a line in lower case and finds phrases and cues in it.
func (p *pageParser) find(l *line, folded string) {
	l.folded, l.asked, l.unmarked, l.weighed = folded, false, false, false
	l.phrase, l.cues = p.furniture.within(len(folded)).inside(folded)
}

// lower is strings.ToLower, faster for the letters of German.
func lower(s string) string {
	start := 0
	for start < len(s) && s[start] < utf8.RuneSelf && (s[start] < 'A' || s[start] > 'Z') {
		start++
	}
	if start == len(s) {
		return s
	}
	var sb strings.Builder
	sb.Grow(len(s))
	done := 0 // bytes that are written
	for i := start; i < len(s); i++ {
		switch c := s[i]; {
		case c >= 'A' && c <= 'Z':
			sb.WriteString(s[done:i])
			sb.WriteByte(c + ('a' - 'A'))
			done = i + 1
		case c < utf8.RuneSelf:
		case c == 0xC3 && i+1 < len(s): // À to ÿ
			i++
			if s[i] >= 0x80 && s[i] <= 0x9E && s[i] != 0x97 { // of which × is no letter
				sb.WriteString(s[done:i])
				sb.WriteByte(s[i] + 0x20)
				done = i + 1
			}
		case c == 0xE2 && i+2 < len(s) && s[i+1] == 0x80: // – „ “ …
			i += 2
		case c == 0xC2 && i+1 < len(s): // § « »
			i++
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError || unicode.ToLower(r) != r {
				return strings.ToLower(s)
			}
			i += n - 1
		}
	}
	sb.WriteString(s[done:])
	return sb.String()
}
