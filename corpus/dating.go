package corpus

import (
	"strings"
	"unicode"
)

// dateNearby takes the date of a line near the title that no rule for datelines
// understands, "Hafenleben - 15. Februar 2022", where the page has no other date,
// or only one of a teaser or of the day on which the page was saved.
func (pg *page) dateNearby() {
	const above, below, most = 4, 8, 2 // lines, and paragraphs between
	if pg.title < 0 || pg.a.Published != "" && !pg.strayDate() || pg.a.Published == "" && pg.addressDated() {
		return
	}
	paragraphs := 0
	for i := pg.title + 1; i < min(len(pg.lines), pg.title+below) && paragraphs < most; i++ {
		if pg.lines[i].kind == lineLead || pg.lines[i].paragraph() {
			paragraphs++
		}
		if pg.takeDate(i) {
			return
		}
	}
	for i := pg.title - 1; i >= max(0, pg.title-above); i-- {
		if pg.takeDate(i) {
			return
		}
	}
}

// addressDated tells whether the page's own address has a date, which is surer.
func (pg *page) addressDated() bool {
	for i := range pg.lines {
		if pg.lines[i].kind == lineAddress && dateInURL(pg.ownAddress(i)) != "" {
			return true
		}
	}
	return dateInURL(pg.a.URL) != ""
}

// strayDate tells whether the date that was found is rather not that of the article:
// the line of it is far from the title, or is the day at the top of the page.
func (pg *page) strayDate() bool {
	const far = 25 // lines
	if pg.a.PublishedFrom != FromDateline || pg.dated < 0 || pg.dated >= len(pg.lines) {
		return false
	}
	if pg.dated < pg.title {
		return ofToday(&pg.lines[pg.dated]) || pg.dated < pg.title-far
	}
	return pg.dated > pg.title+far && pg.dated > pg.end
}

// ofToday tells the day on which a page was saved, as it stands at its top: "Mittwoch,
// 9. Februar 2022".
func ofToday(l *line) bool {
	day, _, ok := strings.Cut(l.folded, ", ")
	if !ok || dateLabel(day) != labelPlain {
		return false
	}
	span, ok := l.date()
	return ok && span.start == len(day)+len(", ") && span.end == len(l.text) && span.date.Precision() == Day
}

// takeDate takes the date of line i, which has hardly anything else.
func (pg *page) takeDate(i int) bool {
	const few = 4 // words beside the date
	l := &pg.lines[i]
	if l.kind == lineComment || l.kind == lineTitle || i == pg.dated || len(l.text) > maxHeading || !l.has(signDigit) || l.has(signSentence) {
		return false
	}
	span, ok := findDate(plainBars(l.text))
	if !ok {
		return false
	}
	text := plainBars(l.text)
	before, behind := strings.TrimSpace(text[:span.start]), strings.TrimSpace(text[span.end:])
	if len(strings.Fields(before))+len(strings.Fields(behind)) > few || strings.HasSuffix(before, ":") && dateLabel(before) == "" || smallWord(behind) {
		return false
	}
	if dashed := partsFields(before) || strings.HasSuffix(before, " -"); strings.ContainsFunc(before, unicode.IsLetter) && !dashed && dateLabel(strings.Trim(before, " ,")) == "" {
		return false
	}
	pg.a.Published, pg.a.PublishedFrom, pg.dated = span.date, FromDateline, i
	if l.kind == lineCaption || l.kind == lineText || l.kind == lineKicker {
		if l.kind == lineKicker {
			pg.a.Kicker = ""
		}
		l.decide(lineMeta, "date near the title")
	}
	return true
}

// plainBars writes a row of a table, "| 26 \\| 01 \\| 2022 |", as a date is written.
func plainBars(s string) string {
	if !strings.Contains(s, `\|`) {
		return s
	}
	return strings.Trim(strings.ReplaceAll(s, ` \| `, "."), "| ")
}
