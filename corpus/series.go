package corpus

import "strings"

// Teasers of the same form that follow each other below the text.
const (
	// leastTeasers is the number of them that is a series.
	leastTeasers = 3
	// longestTeaser is how many lines one has.
	longestTeaser = 6
	// maxTeaser is the length in bytes of the text of one.
	maxTeaser = 500
)

// dropSeries drops teasers in a row, each with the same label on a line of its own:
// "News", "Rust wählt", "Am Sonntag wird …"; or "vor 3 Stunden", "Der Achter …".
func (pg *page) dropSeries() {
	labels := map[string][]int{}
	var inOrder []string // of their first lines
	mixed := pg.mixedDays()
	for i := pg.firstLong + 1; i < pg.end; i++ {
		label := pg.seriesLabel(i)
		if mixed && onlyDate(&pg.lines[i]) {
			label = "vor"
		}
		if label == "" {
			continue
		}
		if labels[label] == nil {
			inOrder = append(inOrder, label)
		}
		labels[label] = append(labels[label], i)
	}
	for _, label := range inOrder {
		at := labels[label]
		for len(at) >= leastTeasers {
			n := 1
			for n < len(at) && pg.teaserAt(label, at[n-1], at[n]) {
				n++
			}
			if n >= leastTeasers && pg.teaserAt(label, at[n-1], pg.teaserEnd(at[n-1])) {
				pg.dropTeasers(at[0], pg.teaserEnd(at[n-1]))
			}
			at = at[n:]
		}
	}
}

// seriesLabel is what line i may have in common with other lines: its words, if
// they are few, or that it is a relative date.
func (pg *page) seriesLabel(i int) string {
	const most = 3 // words
	l := &pg.lines[i]
	text, _ := listItem(l.folded)
	switch {
	case l.words > most+1 || len(text) > maxHeading/2:
	case l.rule == "relative date", l.cued(cueRelative) && pg.p.shortRelative(pg.p.lineOf(text)) != nil:
		return "vor"
	case l.kind != lineText && l.kind != lineNoise && l.kind != lineBox, strings.HasSuffix(text, ":"), l.words > most:
	case strings.HasPrefix(text, "anzeige"), strings.HasPrefix(text, "werbung"), !l.has(signLetter):
	default:
		return text
	}
	return ""
}

// mixedDays tells whether lines below the first paragraph are nothing but days that
// do not follow each other, as those of a chronicle do.
func (pg *page) mixedDays() bool {
	const longest = 10 // bytes of a day
	up, down := false, false
	before := ""
	for i := pg.firstLong + 1; i < pg.end; i++ {
		l := &pg.lines[i]
		if len(l.text) > longest || !isDigit(l.text[0]) || !onlyDate(l) {
			continue
		}
		day := l.span.date.Day()
		up, down = up || before != "" && day > before, down || before != "" && day < before
		before = day
	}
	return up && down
}

// teaserAt tells whether the lines from a label to the next are a teaser: few, and
// with a headline right below the label, unless that is a relative date.
func (pg *page) teaserAt(label string, from, to int) bool {
	if to-from < 2 || to-from > longestTeaser {
		return false
	}
	size := 0
	for i := from + 1; i < to; i++ {
		size += len(pg.lines[i].text)
	}
	first := &pg.lines[from+1]
	headline := len(first.text) <= maxHeading && !first.has(signSentence)
	return size <= maxTeaser && size > maxHeading/4 && (headline || label == "vor")
}

// teaserEnd is the line behind the last teaser of a series, whose label is at
// line i: behind its first paragraph, or where something else begins.
func (pg *page) teaserEnd(i int) int {
	k := i + 1
	for ; k < min(i+longestTeaser, pg.end); k++ {
		l := &pg.lines[k]
		if l.kind == lineNoise || l.kind == lineBox || l.kind == lineEnd {
			return k
		}
		if l.has(signParagraph) {
			return k + 1
		}
	}
	return k
}

// dropTeasers drops the lines from one to another, and the heading above them.
func (pg *page) dropTeasers(from, to int) {
	for i := from; i < to; i++ {
		if k := pg.lines[i].kind; k != lineBox && k != lineMeta {
			pg.lines[i].decide(lineNoise, "teasers in a row")
		}
	}
	if above := &pg.lines[from-1]; above.kind == lineText && !above.paragraph() {
		above.decide(lineBox, "heading of teasers")
	}
}

// endAtBox ends the article at the heading of a box below which nothing follows but
// headlines with a short paragraph each.
func (pg *page) endAtBox() {
	total := pg.textBytes(0, pg.end)
	for i := pg.firstLong + 1; i < pg.end; i++ {
		if pg.lines[i].kind != lineBox || 2*pg.textBytes(0, i) < total {
			continue
		}
		if n := pg.teasersBelow(i); n >= leastTeasers || n == leastTeasers-1 && 4*pg.textBytes(0, i) >= 3*total {
			pg.end = i
			pg.measureText()
			return
		}
	}
}

// textBytes is the length of the paragraphs between two lines.
func (pg *page) textBytes(from, to int) (n int) {
	for i := from; i < to; i++ {
		if pg.lines[i].paragraph() {
			n += len(pg.lines[i].text)
		}
	}
	return n
}

// teasersBelow counts the paragraphs below line i; 0 if one is long, or has no
// headline right above it.
func (pg *page) teasersBelow(i int) (n int) {
	const longest = 300 // bytes
	for k := i + 1; k < pg.end; k++ {
		if !pg.lines[k].paragraph() {
			continue
		}
		above := &pg.lines[k-1]
		headline := (above.kind == lineText || above.kind == lineMeta) && !above.has(signParagraph|signSentence)
		if len(pg.lines[k].text) > longest || !headline || strings.HasSuffix(above.text, "?") {
			return 0
		}
		n++
	}
	return n
}

// endAtDated ends the article above a list of links that begin with their days, the
// latest first: "21.11.2021 - Rad Rückschlag für …", "20.11.2021 - Rad Sieg …".
func (pg *page) endAtDated() {
	total := pg.textBytes(0, pg.end)
	for i := pg.firstLong + 1; i < pg.end; i++ {
		from, before := i, Date("9")
		for i < pg.end && pg.opensWithDay(i) && pg.lines[i].span.date.Day() <= before.Day() {
			before = pg.lines[i].span.date
			i++
		}
		if i-from >= leastTeasers && pg.lines[from].span.date.Day() > before.Day() && 2*pg.textBytes(0, from) > total {
			pg.end = from
			pg.measureText()
			return
		}
	}
}

// opensWithDay tells a line that begins with a day in digits and a dash.
func (pg *page) opensWithDay(i int) bool {
	l := &pg.lines[i]
	if !isDigit(l.text[0]) {
		return false
	}
	span, ok := l.date()
	return ok && span.start == 0 && strings.HasPrefix(l.text[span.end:], " - ") && strings.Count(l.text[:span.end], ".") == 2
}
