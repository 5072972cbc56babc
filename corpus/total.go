package corpus

import (
	"strconv"
	"strings"
)

// findTotal takes the largest number of comments that the page tells.
func (pg *page) findTotal() {
	for i := range pg.lines {
		if pg.lines[i].kind != lineTotal {
			continue
		}
		n := pg.p.totalIn(pg.lines[i].text)
		if n >= 0 && (pg.a.CommentsTotal == nil || n > *pg.a.CommentsTotal) {
			pg.a.CommentsTotal = &n
		}
	}
}

// opensTotal tells a line that may say how many comments there are in words.
func opensTotal(l *line) bool {
	return isDigit(l.text[0]) || strings.HasPrefix(l.folded, "ein gedanke ") || strings.HasPrefix(l.folded, "eine antwort ") || strings.HasPrefix(l.folded, "ein kommentar ")
}

// totalIn is the number of comments that a text tells, -1 if it tells none.
func (p *pageParser) totalIn(text string) int {
	m := p.total.FindStringSubmatch(text)
	if m == nil {
		return -1
	}
	if lower(m[1]) == "ein" || lower(m[1]) == "eine" {
		return 1
	}
	n, err := strconv.Atoi(strings.ReplaceAll(m[1]+m[2]+m[3]+m[4], ".", ""))
	if err != nil {
		return -1
	}
	return n
}
