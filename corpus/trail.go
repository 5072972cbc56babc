package corpus

import (
	"strings"
	"unicode"
)

// ruleTrail is the rule for breadcrumbs that have a number each.
const ruleTrail = "breadcrumbs with numbers"

// markTrail reads breadcrumbs that have a number each, above all else or below "Sie
// sind hier:": "1. Nachrichten", "2. Auto", "3. Leasen oder kaufen?".
func (pg *page) markTrail() {
	from := 0
	for from < len(pg.lines) && from < topLines && pg.lines[from].kind != lineText {
		from++
	}
	if pg.trailAt(from) {
		return
	}
	for i := range pg.lines {
		l := &pg.lines[i]
		if youAreHere(l.folded) && i+1 < len(pg.lines) {
			pg.trailAt(i + 1)
			return
		}
		if root, ok := strings.CutPrefix(l.folded, "1. "); ok && (root == "startseite" || root == "home") && pg.trailAt(i) {
			return
		}
	}
}

// youAreHere tells the words above breadcrumbs.
func youAreHere(folded string) bool {
	return strings.HasPrefix(folded, "sie ") && (folded == "sie sind hier:" || folded == "sie sind hier" || folded == "sie befinden sich hier:")
}

// trailAt reads such breadcrumbs from a line on. The first may be a picture and have
// left its number out.
func (pg *page) trailAt(from int) bool {
	const least = 2
	if from >= len(pg.lines) {
		return false
	}
	first, _ := numberOf(pg.lines[from].folded)
	if first != 1 && (first != 2 || from == 0 || !youAreHere(pg.lines[from-1].folded)) {
		return false
	}
	to := from
	for to < len(pg.lines) && len(pg.lines[to].text) <= maxTitle {
		number, part := numberOf(pg.lines[to].folded)
		if number != to-from+first {
			break
		}
		if part == "inhalt" || part == "navigation" || skips(part) {
			return false // links to parts of the page
		}
		to++
	}
	if to-from < least || to == len(pg.lines) {
		return false
	}
	section := ""
	for i := from; i < to; i++ {
		_, part := numberOf(pg.lines[i].text)
		pg.lines[i].decide(lineSection, ruleTrail)
		if known := pg.p.furniture.sections.of(fold(part)); known || section == "" && (i > from || first > 1) && !headlineLong(part) {
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
	return true
}

// trailEnd is the headline that stands right below breadcrumbs that end in it; -1
// if there is none.
func (pg *page) trailEnd() int {
	const reach = 4 // lines
	if !headlineLong(pg.trail) {
		return -1
	}
	for i := range pg.lines {
		if pg.lines[i].rule != ruleTrail || i+1 < len(pg.lines) && pg.lines[i+1].rule == ruleTrail {
			continue
		}
		for k := i + 1; k < min(i+1+reach, pg.end); k++ {
			if l := &pg.lines[k]; l.kind == lineText && l.folded == pg.trail {
				return k
			}
		}
		return -1
	}
	return -1
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
