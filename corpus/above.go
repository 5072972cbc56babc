package corpus

// firsts are the first lines of a page that are right for something, as far as
// they were sought. As with live, rules take lines away but give none back, but
// for those that get another text.
type firsts struct {
	text, paragraph, headline, meta int
}

// reword gives a line another text.
func (pg *page) reword(l *line, text string) {
	pg.p.word(l, text)
	pg.firsts = firsts{}
}

// first is the first line from a known one on that is right, which it notes.
func (pg *page) first(known *int, right func(l *line) bool) int {
	for *known < len(pg.lines) && !right(&pg.lines[*known]) {
		*known++
	}
	return *known
}

// firstText is the first line that no rule has decided about, the title of
// most pages.
func (pg *page) firstText() int {
	return pg.first(&pg.firsts.text, func(l *line) bool { return l.kind == lineText && !pg.isSection(l) })
}

// textBehind tells whether a paragraph stands above line i.
func (pg *page) textBehind(i int) bool { return pg.first(&pg.firsts.paragraph, (*line).paragraph) < i }

// headlineAbove tells whether a line that may be the title stands above line i.
// What stands above the title is rather its kicker: "Freie Fahrt".
func (pg *page) headlineAbove(i int) bool {
	return pg.first(&pg.firsts.headline, func(l *line) bool { return l.kind == lineText && headlineLong(l.text) }) < i
}

// metaAbove tells whether dates or authors stand between the first line and line i.
func (pg *page) metaAbove(i int) bool {
	return pg.first(&pg.firsts.meta, func(l *line) bool { return l.kind == lineMeta && l != &pg.lines[0] }) < i
}

// nearEnd tells a line behind which hardly any paragraphs follow.
func (pg *page) nearEnd(i int) bool {
	const share = 8 // at most an eighth of the text
	rest, total := 0, 0
	for k := range pg.lines {
		if !pg.lines[k].paragraph() {
			continue
		}
		total += len(pg.lines[k].text)
		if k > i {
			rest += len(pg.lines[k].text)
		}
	}
	return rest*share <= total
}
