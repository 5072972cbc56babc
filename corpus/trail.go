package corpus

import (
	"strings"
	"unicode"
)

// markTrail reads breadcrumbs that have a number each, above all else: "1.
// Nachrichten", "2. Auto", "3. Leasen oder kaufen?".
func (pg *page) markTrail() {
	const least = 2
	from := 0
	for from < len(pg.lines) && from < topLines && pg.lines[from].kind != lineText {
		from++
	}
	to := from
	for to < len(pg.lines) && len(pg.lines[to].text) <= maxTitle {
		number, part := numberOf(pg.lines[to].folded)
		if number != to-from+1 {
			break
		}
		if part == "inhalt" || part == "navigation" || skips(part) {
			return // links to parts of the page
		}
		to++
	}
	if to-from < least || to == len(pg.lines) {
		return
	}
	section := ""
	for i := from; i < to; i++ {
		_, part := numberOf(pg.lines[i].text)
		pg.lines[i].decide(lineSection, "breadcrumbs with numbers")
		if known := pg.p.furniture.sections.of(fold(part)); known || section == "" && i > from && !headlineLong(part) {
			section = part
		}
	}
	_, last := numberOf(pg.lines[to-1].text)
	pg.trail = fold(last)
	if headlineLong(last) {
		pg.contents[pg.trail] = true
	}
	if pg.a.Section == "" {
		pg.a.Section = section
	}
}

// categories tells "Corona & die Folgen, Debatte, Deutschland", the sections and
// topics of an article in one line.
func (pg *page) categories(l *line) bool {
	const longest = 4 // words of one
	parts := strings.Split(l.text, ", ")
	if len(parts) < 3 || l.has(signSentence) {
		return false
	}
	known := 0
	for _, part := range parts {
		if strings.Count(part, " ") >= longest || !unicode.IsUpper(firstRune(part)) {
			return false
		}
		if pg.p.furniture.sections.of(fold(part)) {
			known++
		}
	}
	return known > 1 || known > 0 && 3*known >= len(parts)
}
