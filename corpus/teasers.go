package corpus

import "strings"

// endAtTeasers ends the article above a list of teasers that no heading tells:
// headlines, each above a text that breaks off, "Auf dem Marktplatz wird am
// Samstag wieder ...".
func (pg *page) endAtTeasers() {
	const (
		least        = 2 // teasers
		share, whole = 2, 3
	)
	teasers, texts, start := 0, 0, -1
	for i := pg.end - 1; i > 0; i-- {
		l := &pg.lines[i]
		if l.kind != lineText || !l.has(signParagraph) && !clipped(l) {
			continue
		}
		texts++
		if !clipped(l) || !pg.headed(i) {
			continue
		}
		if teasers++; teasers >= least && teasers*whole >= texts*share {
			start = i - 1
		}
	}
	if start > pg.firstLong {
		pg.end = start
	}
}

// clipped tells a text that breaks off.
func clipped(l *line) bool {
	return len(l.text) >= minLead && len(l.text) < maxBehind && (strings.HasSuffix(l.text, "...") || strings.HasSuffix(l.text, "…"))
}

// clippedItem tells an item of a list that breaks off.
func clippedItem(l *line) bool {
	_, item := listItem(l.text)
	return item && clipped(l)
}

// headed tells whether a headline stands above line i.
func (pg *page) headed(i int) bool {
	above := &pg.lines[i-1]
	return (above.kind == lineText || above.rule == strange) && len(above.text) < longText && !sentenceEnd(above.text)
}

// dropBoxes drops the boxes that tell of authors, a name alone above a text that
// begins with it or with the first name: "Ada Muster", "Ada ist Redakteurin in
// Berlin." Where the page has not named its author, that is the one.
func (pg *page) dropBoxes() {
	for i := max(0, pg.title+1); i+1 < pg.end; i++ {
		l, below := &pg.lines[i], &pg.lines[i+1]
		if l.kind == lineNoise || below.kind != lineText || len(l.text) > maxAuthor || !isPersonName(l.text) {
			continue
		}
		first, _, _ := strings.Cut(l.text, " ")
		rest, whole := strings.CutPrefix(below.text, l.text+" ")
		if !whole {
			rest, whole = strings.CutPrefix(below.text, first+" ")
		}
		if !whole || !works(rest) || len(pg.a.Authors) > 0 && !pg.p.namesPerson(l.text) {
			continue
		}
		if len(pg.a.Authors) == 0 {
			pg.a.Authors = []string{properCase(l.text)}
		}
		l.decide(lineNoise, "box of an author")
		below.decide(lineNoise, ruleAuthor)
	}
}
