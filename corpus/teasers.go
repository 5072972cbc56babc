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
	if start = pg.labelledTeasers(); start > pg.firstLong {
		pg.end = start
	}
}

// labelledTeasers is the first line of a list of teasers that have the same label
// each, "News", or their age, "vor 16 Stunden"; -1 if there is none. The list goes
// on to the end.
func (pg *page) labelledTeasers() int {
	const (
		least = 3 // teasers
		most  = 6 // lines from one label to the next
	)
	type list struct{ first, last, n int }
	lists := map[string]*list{}
	best := -1
	for i := max(0, pg.firstLong); i < pg.end; i++ {
		label := pg.teaserLabel(&pg.lines[i])
		if label == "" {
			continue
		}
		at := lists[label]
		if at == nil || i-at.last > most {
			at = &list{first: i}
			lists[label] = at
		}
		if i > at.last+1 || at.n == 0 {
			at.n++
		}
		at.last = i
		if at.n >= least && pg.end-i <= most && (best < 0 || at.first < best) {
			best = at.first
		}
	}
	return best
}

// teaserLabel is what a line has in common with the labels of other teasers, ""
// if it is no label.
func (pg *page) teaserLabel(l *line) string {
	const longest = 3 // words
	switch {
	case l.rule == "relative date":
		return l.rule
	case l.kind == lineText && l.words <= longest && len(l.text) <= maxAuthor && !l.has(signSentence|signDigit):
		return l.folded
	}
	switch l.folded { // known as furniture elsewhere
	case "news", "artikel", "video", "videos", "bilder", "plus", "meldung", "podcast":
		return l.folded
	}
	return ""
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
