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
