package corpus

import (
	"strconv"
	"strings"
)

// keepRows keeps rows of tables, numbered lists and verses, lines of the text
// that have the form of links, from the rules that drop those.
func (pg *page) keepRows() {
	for i := pg.firstLong + 1; i < pg.end; i++ {
		switch {
		case pg.tableRow(i):
			pg.lines[i].decide(lineItem, "row of a table")
		case pg.lines[i].kind == lineText:
			pg.keepNumbered(i)
			pg.keepVerse(i)
		}
	}
}

// cells tells a raw line of which tabs part the cells: "Jahr\t\t2018\t\t2019".
func cells(raw string) bool {
	return strings.IndexByte(raw, '\t') >= 0 && strings.IndexByte(strings.TrimSpace(raw), '\t') >= 0
}

// tableRow tells a row of a table of two rows at least.
func (pg *page) tableRow(i int) bool {
	l := &pg.lines[i]
	if !l.tabbed || l.kind != lineText && !(l.kind == lineNoise && l.rule == menuRule+"a row") {
		return false
	}
	return pg.lines[i-1].tabbed || i+1 < len(pg.lines) && pg.lines[i+1].tabbed
}

// keepNumbered makes list items of "1. Löschen", "2. Kühlen" below a line of the
// text. Below the heading of a box they are links, and where the page has most of
// them once more they are the contents.
func (pg *page) keepNumbered(from int) {
	const least = 2
	above := &pg.lines[from-1]
	if number, _ := numberOf(pg.lines[from].text); number != 1 || above.kind != lineText && above.kind != lineLead {
		return
	}
	to, again := from, 0
	for ; to < pg.end && pg.lines[to].kind == lineText; to++ {
		number, rest := numberOf(pg.lines[to].text)
		if number != to-from+1 {
			break
		}
		if pg.stands(fold(rest)) {
			again++
		}
	}
	if to-from < least {
		return
	}
	for i := from; i < to; i++ {
		if 2*again > to-from {
			pg.lines[i].decide(lineNoise, "table of contents")
		} else {
			pg.lines[i].decide(lineItem, "numbered")
		}
	}
}

// numberOf takes the number from "3. Kühlen"; 0 if there is none.
func numberOf(s string) (number int, rest string) {
	head, rest, ok := strings.Cut(s, " ")
	head, dot := strings.CutSuffix(head, ".")
	if !ok || !dot {
		return 0, ""
	}
	number, err := strconv.Atoi(head)
	if err != nil {
		return 0, ""
	}
	return number, rest
}

// stands tells whether a folded text is a line of the page.
func (pg *page) stands(folded string) bool {
	for i := range pg.lines {
		if pg.lines[i].folded == folded {
			return true
		}
	}
	return false
}

// keepVerse keeps the short lines of a quotation that opens on the first and
// closes on the last of them.
func (pg *page) keepVerse(from int) {
	const most = 24 // lines
	marks := []string{"„", "“", "»", "«", "\"", "\""}
	for k := 0; k < len(marks); k += 2 {
		rest, ok := strings.CutPrefix(pg.lines[from].text, marks[k])
		if !ok || len(rest) >= longText || strings.Contains(rest, marks[k+1]) {
			continue
		}
		for i := from + 1; i < min(from+most, pg.end); i++ {
			l := &pg.lines[i]
			if l.kind != lineText || len(l.text) >= longText || strings.Contains(l.text, marks[k]) && marks[k] != marks[k+1] {
				return
			}
			if strings.HasSuffix(strings.TrimRight(l.text, ".,!?"), marks[k+1]) {
				pg.keep(from, i)
				return
			}
		}
	}
}

// keep marks the lines from one to another as text that no rule drops.
func (pg *page) keep(from, to int) {
	for i := from; i <= to; i++ {
		pg.lines[i].kept = true
	}
}

// behindItems is the line behind the items that begin at line end, below a paragraph
// that announces them, "Verschlüsselt sind:"; else it is end.
func (pg *page) behindItems(end int) int {
	if end == 0 || !pg.lines[end-1].paragraph() || len(pg.lines[end-1].text) < longText || !strings.HasSuffix(pg.lines[end-1].text, ":") {
		return end
	}
	for i := end; i < len(pg.lines); i++ {
		l := &pg.lines[i]
		if _, item := listItem(l.text); !item || l.kind != lineText || i > end && l.blanks > 0 {
			return i
		}
		l.kept = true
	}
	return end
}
