package corpus

import (
	"slices"
	"strings"
	"unicode"
)

// meta is what a line of dates and authors says.
type meta struct {
	published, updated Date
	stand              Date // "Stand: …": an update if there is another date
	authors            []string
	agencies           []string
	section            string
	total              int // number of comments
	labelled           bool
}

// markMeta decides about lines of dates and authors in the head of the page
// and, where they say what they are, anywhere.
func (pg *page) markMeta() {
	paragraphs := 0
	for i := range pg.lines {
		l := &pg.lines[i]
		if pg.signedMeta(l); l.kind != lineText {
			continue
		}
		if l.paragraph() {
			paragraphs++
		}
		pg.dateBelow(i)
		pg.dateInFront(l)
		if paragraphs <= 3 && l.paragraph() {
			pg.textDate(l)
		}
		if len(l.text) > maxMeta {
			continue
		}
		m, rule := pg.lineMeta(i, paragraphs)
		if paragraphs > 1 && !m.labelled && m.section != "" && m.published != "" {
			l.decide(lineBox, "section and date of a link")
			continue
		}
		if l.kind != lineText || rule == "" || paragraphs > 2 && !m.labelled && !pg.nearEnd(i) && m.published.Precision() != Minute {
			continue
		}
		if rule == "byline" && paragraphs > 0 && (pg.inBox(i) || paragraphs > 2 && len(pg.a.Authors) > 0 && !strings.Contains(l.text, ":") && !pg.lines[i-1].paragraph()) {
			l.decide(lineNoise, "byline of a link")
			continue
		}
		if paragraphs <= 1 && len(m.authors) > 0 && m.published != "" && pg.dated >= 0 && ofToday(&pg.lines[pg.dated]) {
			pg.a.Published = "" // "14.02.2015, von Ada Muster" below the day on which the page was saved
		}
		if !m.labelled && pg.a.Published != "" && !pg.besideMeta(i) {
			continue // the days of a chronicle
		}
		l.decide(lineMeta, rule)
		if pg.a.Published == "" && m.published != "" && !m.labelled {
			pg.dated = i
		}
		pg.addMeta(m)
	}
}

// inBox tells a line right below the headline of a link: between it and the
// heading of the box are one or two short lines, none of them set apart.
func (pg *page) inBox(i int) bool {
	const links = 2
	for k := i - 1; k >= max(0, i-links-1) && pg.lines[k+1].blanks == 0; k-- {
		switch l := &pg.lines[k]; {
		case l.kind == lineBox:
			return k < i-1
		case l.kind != lineText || l.paragraph():
			return false
		}
	}
	return false
}

// dateBelow reads "veröffentlicht am" above a date.
func (pg *page) dateBelow(i int) {
	if i+1 == len(pg.lines) || len(pg.lines[i].text) > maxHeading/2 {
		return
	}
	below := &pg.lines[i+1]
	if below.kind != lineText || !below.has(signDigit) || len(below.text) > maxHeading {
		return
	}
	if _, dated := below.date(); !dated {
		return
	}
	if at := strings.Trim(pg.lines[i].text, " ,"); pg.lines[i].has(signColon) && isClock(withoutWeekday(at)) && onlyDate(below) {
		pg.lines[i].decide(lineMeta, "time of the date below") // "Di, 10:19 Uhr"
		return
	}
	if label := dateLabel(pg.lines[i].text); label == "" || label == labelPlain {
		return
	}
	if m, rule := pg.p.metaLine(pg.p.lineOf(pg.lines[i].text + " " + below.text)); rule == "date line" {
		pg.lines[i].decide(lineMeta, "label of a date")
		below.decide(lineMeta, rule)
		pg.addMeta(m)
	}
}

// dateInFront takes the date from "02.10.2012 · Drei Debüts erzählen vom
// Reparieren.", the form of older pages of FAZ.NET.
func (pg *page) dateInFront(l *line) {
	if pg.a.Published != "" || !isDigit(l.text[0]) {
		return
	}
	span, ok := l.date()
	if !ok || span.start > 0 {
		return
	}
	rest, ok := strings.CutPrefix(strings.TrimSpace(l.text[span.end:]), "·")
	if rest = strings.TrimSpace(rest); len(rest) < minLead || !ok && (len(rest) < longText || !unicode.IsUpper(firstRune(rest))) {
		return
	}
	pg.reword(l, rest)
	pg.addMeta(meta{published: span.date})
}

// addMeta keeps the first of each date and every author.
func (pg *page) addMeta(m meta) {
	a := pg.a
	if m.stand != "" {
		switch {
		case a.Published == "" && m.published == "":
			m.published = m.stand
		case a.Published == "" || a.Published.Day() != m.stand.Day():
			m.updated = m.stand
		}
	}
	if m.published != "" && a.Published == "" {
		a.Published, a.PublishedFrom = m.published, FromDateline
	}
	if m.updated != "" && a.Updated == "" {
		a.Updated = m.updated
	}
	for _, name := range m.authors {
		a.Authors = appendNew(a.Authors, name)
	}
	for _, name := range m.agencies {
		a.Agencies = appendNew(a.Agencies, lower(name))
	}
	if a.Section == "" {
		a.Section = m.section
	}
	if m.total > 0 && a.CommentsTotal == nil {
		a.CommentsTotal = &m.total
	}
}

func appendNew(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// metaLine understands a line all parts of which are dates, labels, authors,
// agencies, places or a reading time; rule is "" if it is no such line.
func (p *pageParser) metaLine(l *line) (m meta, rule string) {
	text := l.text
	if l.cued(cueByline) || !l.has(signSmall) {
		if names, agencies, ok := p.byline(text); ok {
			return meta{authors: names, agencies: agencies, labelled: true}, "byline"
		}
	}
	if !l.has(signDigit) && !l.cued(cueRelative) {
		return meta{}, ""
	}
	if l.cued(cueMinute) && p.isReadTime(text) {
		return meta{labelled: true}, "reading time"
	}
	if at := p.shortRelative(l); at != nil && (text[at[0]] == 'v' || text[at[0]] == 'V' || len(text) == at[1]-at[0] || isDigit(text[at[1]-1]) || strings.HasSuffix(text[at[0]:at[1]], "hr")) && len(text)-(at[1]-at[0]) < 20 && !sentenceEnd(text) {
		return meta{}, "relative date"
	}
	if _, ok := l.date(); !ok {
		return meta{}, ""
	}
	rest, label := strings.ReplaceAll(text, "Autorin/Autor", "Autor"), "" // the sign parts all else
	for dates := 0; ; dates++ {
		span, ok := l.date()
		if dates > 0 || len(rest) < len(text) {
			span, ok = findDate(rest)
		}
		if !ok && dates == 0 {
			return meta{}, ""
		}
		before := rest
		if ok {
			before = rest[:span.start]
		}
		next, good := p.metaParts(before, &m, dates == 0)
		if !good {
			return meta{}, ""
		}
		if next != "" {
			label = next
		}
		if !ok {
			return m, "date line"
		}
		rest = rest[span.end:]
		span.date, rest = withHalfDay(span.date, rest)
		m.add(span.date, label)
		label = ""
	}
}

// add keeps a date under what its label says.
func (m *meta) add(d Date, label string) {
	m.labelled = m.labelled || label != "" && label != labelPlain
	switch {
	case label == labelUpdated && m.updated == "":
		m.updated = d
	case label == labelStand:
		m.stand = d
	case label != labelUpdated && m.published == "":
		m.published = d
	case d == m.published:
	case m.published.Precision() == Day && d.Day() == m.published.Day():
		m.published = d // "08.03.2016 | 15:30 Uhr 08.03.2016 um 15:30 Uhr"
	case m.updated == "":
		m.updated = d
	}
}
