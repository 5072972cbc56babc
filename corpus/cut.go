package corpus

import "strings"

// cut is what cutDate makes of a line.
type cut struct {
	done, ok     bool
	first        bool // the date stands before the name
	date         Date
	rest, author string
}

// cutAt is cutDate of line i, which it remembers.
func (pg *page) cutAt(i int) (cut, bool) {
	if !pg.lines[i].mayDate() {
		return cut{}, false
	}
	if pg.cuts == nil {
		pg.cuts = pg.roomForCuts()
	}
	c := &pg.cuts[i]
	if !c.done {
		*c, _ = pg.p.cutDate(&pg.lines[i])
		c.done = true
	}
	return *c, c.ok
}

// cutDate takes the date, or "vor 3 Stunden", from the beginning or end of a
// line; rest is what else is there.
func (p *pageParser) cutDate(l *line) (c cut, ok bool) {
	text := l.text
	date, start, end, ok := p.stampIn(l)
	if !ok || strings.HasSuffix(text[:start], "seit ") {
		return cut{}, false
	}
	c = cut{ok: true, date: date, first: strings.TrimLeft(text[:start], "#0123456789 .|—–-") == ""}
	if open := strings.Count(text[:start], "(") - strings.Count(text[:start], ")"); open == 1 && strings.HasPrefix(strings.TrimSpace(text[end:]), ")") {
		text = text[:start] + text[start:end] // "Max (20.05.2014)"
	}
	behind := p.withoutButtons(text[end:])
	before := withoutDay(text[:start])
	if name, ok := nameBehind(before, text[end:]); ok {
		c.rest, c.first = name, true
	} else if start > 0 && behind != "" && !strings.HasPrefix(behind, "von ") && !strings.HasPrefix(behind, "#") {
		return cut{}, false // a date within a sentence
	} else {
		c.rest = strings.TrimRight(before, " ") + " " + behind
	}
	if c.author = authorName(answering(c.rest)); strings.Contains(c.author, " ") && p.furniture.buttons(c.author) {
		c.author = ""
	}
	return c, true
}

// stampIn finds the date of a short line, or the words that stand for it.
func (p *pageParser) stampIn(l *line) (date Date, start, end int, ok bool) {
	if len(l.text) > longText || !l.mayDate() {
		return "", 0, 0, false
	}
	if span, found := l.date(); found {
		return span.date, span.start, span.end, true
	}
	at := p.findRelative(l)
	if at == nil {
		at = p.findAgo(l)
	}
	if at == nil {
		return "", 0, 0, false
	}
	return "", at[0], at[1], true
}

// withoutButtons takes the time of day and known buttons from what stands behind a
// date.
func (p *pageParser) withoutButtons(s string) string {
	s = strings.Trim(s, " :|,•·–-)]")
	if strings.HasPrefix(s, "via") { // "via Mobile"
		return ""
	}
	clock, rest, _ := strings.Cut(s, " ")
	switch {
	case s == "." || isClock(strings.TrimRight(s, ".")) || strings.EqualFold(s, "Uhr"):
		return ""
	case isClock(clock) || clock == "Uhr":
		rest = strings.TrimPrefix(strings.TrimLeft(rest, " |,•·–-"), "Uhr ")
	default:
		rest = s
	}
	if button := strings.Trim(lower(rest), " :|,•·–-()[]"); button != "" && (p.furniture.buttons(button) || len(button) < minLead && asks(button)) {
		return ""
	}
	return rest
}

// buttons tells a text that is nothing but buttons of forums.
func (f *furniture) buttons(s string) bool {
	words := strings.FieldsFunc(lower(s), partsCounts)
	return f.chrome.of(trimPhrase(lower(s))) || onlyPhrases(words, func(s string) bool { return f.chrome.of(s) })
}

// withoutDay takes the weekday from the end of what stands before a date: "anna |
// Mo.,", "anna Sa.,".
func withoutDay(before string) string {
	trimmed := strings.TrimRight(before, " ,.")
	at := strings.LastIndexByte(trimmed, ' ')
	day := lower(trimmed[at+1:])
	if at < 0 || !mayDay(day) || len(day) <= 2 && len(strings.TrimRight(before, " ")) == len(trimmed) {
		return before
	}
	for _, word := range dayWords() {
		if word == "am" {
			break
		}
		if day == word {
			return trimmed[:at]
		}
	}
	return before
}

// answering takes from a name whom the reader answers: "anna > Bert K.".
func answering(s string) string {
	for _, sign := range []string{" > ", " ↪ ", " ▸ ", " → ", " ➤ ", " @ "} {
		if name, _, ok := strings.Cut(s, sign); ok && strings.TrimSpace(name) != "" {
			return name
		}
	}
	return s
}

// mayDate tells a line that may hold a date.
func (l *line) mayDate() bool { return l.has(signDigit) || l.cued(cueRelative) }

// nameBehind reads "Mittwoch, 07.10.2015 | 12:40 | Monika Tal | 1 Antwort",
// with the name behind the date.
func nameBehind(before, behind string) (string, bool) {
	if before = strings.Trim(before, " ,|"); before != "" && dateLabel(before) != labelPlain {
		return "", false
	}
	sign, rest, ok := strings.Cut(strings.TrimSpace(behind), " ")
	switch sign {
	case "schrieb", "schreibt", "sagte", "sagt", "meinte", "meint", "kommentierte":
		return rest, ok && strings.HasSuffix(rest, ":")
	}
	if !ok || sign != "|" && sign != "·" && sign != "•" && sign != "-" && sign != "–" {
		return "", false
	}
	name, _, _ := strings.Cut(rest, " | ")
	return name, true
}
