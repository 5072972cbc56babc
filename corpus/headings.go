package corpus

import (
	"strconv"
	"strings"
)

// findHeadings finds the titles that stand above the heads of comments, where all
// have one or the first two look it.
func (pg *page) findHeadings() {
	pg.titleAt = map[int]string{}
	first := pg.threads[0].line
	if first == 0 || !(pg.headingOf(first) && pg.headingsGoOn(first) || pg.allHeaded() || pg.allApart()) {
		return
	}
	if pg.numberedBelow() {
		return
	}
	_, count := withoutNumber(pg.lines[first-1].text, 1)
	for k, t := range pg.threads {
		l := &pg.lines[t.line-1]
		title, numbered := withoutNumber(l.text, k+1)
		switch {
		case count && !numbered, !count && k > 0 && !pg.mayHeadComment(t.line-1):
			continue
		}
		pg.titleAt[t.line-1] = title
		if k == 0 {
			l.decide(lineComment, "heading of a comment")
		}
	}
}

// numberedBelow tells a forum with the titles below the heads: "1. Kosten".
func (pg *page) numberedBelow() bool {
	for k, t := range pg.threads {
		at := t.line + t.lines
		if at >= len(pg.lines) {
			return false
		}
		if _, ok := withoutNumber(pg.lines[at].text, k+1); !ok {
			return false
		}
	}
	return len(pg.threads) > 1
}

// mayHeadComment tells a short line that may be the title of the comment below it.
func (pg *page) mayHeadComment(i int) bool {
	l := &pg.lines[i]
	if len(l.text) > maxHeading || pg.own[i] || pg.p.furniture.buttons(l.text) || replies(l.folded) || pg.avatar(i) || isClock(l.text) {
		return false
	}
	return l.blanks > 0 || !onlyNumber(l.text) && !sentenceEnd(l.text) && !pg.forumChrome(i)
}

// allApart tells a forum in which a line set apart from what is above it stands
// right above every head.
func (pg *page) allApart() bool {
	for k, t := range pg.threads {
		if t.line == 0 || pg.lines[t.line].blanks > 0 || pg.lines[t.line-1].blanks == 0 || !pg.mayHeadComment(t.line-1) || k == 0 && pg.headsForum(t.line-1) {
			return false
		}
	}
	return len(pg.threads) > 1
}

// withoutNumber takes the number of a comment from its heading: "2. Kosten",
// or "2." where it has none.
func withoutNumber(heading string, n int) (rest string, ok bool) {
	rest, ok = strings.CutPrefix(heading, strconv.Itoa(n)+".")
	if !ok || rest != "" && rest[0] != ' ' {
		return heading, false
	}
	return strings.TrimSpace(rest), true
}

// headingOf tells whether the line above the head at i is the heading of its
// comment, as at FAZ.NET: a short line below a button, a count or the heading
// of the forum.
func (pg *page) headingOf(i int) bool {
	if _, ok := pg.headAt(i); !ok || i < 2 {
		return false
	}
	above := &pg.lines[i-1]
	if above.kind != lineText || len(above.text) > maxHeading || sentenceEnd(above.text) || pg.forumChrome(i-1) || forumHeading(above.folded) {
		return false
	}
	before := &pg.lines[i-2]
	return before.kind == lineForum || before.kind == lineTotal || pg.forumChrome(i-2)
}

// allHeaded tells a forum in which a short line stands above every head: "Losen statt
// wählen", "Treppenwitz, 16.11.2016 09:12".
func (pg *page) allHeaded() bool {
	const least = 3 // heads
	for _, t := range pg.threads {
		above := &pg.lines[t.line-1]
		if above.kind != lineText || len(above.text) > maxHeading/2 || sentenceEnd(above.text) || pg.forumChrome(t.line-1) || forumHeading(above.folded) {
			return false
		}
	}
	return len(pg.threads) >= least
}

// headingsGoOn tells whether the second comment, if there is one, may have a
// heading above its head as the first at line i has.
func (pg *page) headingsGoOn(i int) bool {
	head, _ := pg.headAt(i)
	next := pg.nextHead(i + head.lines)
	if _, numbered := withoutNumber(pg.lines[i-1].text, 1); next < 0 || numbered || strings.HasPrefix(pg.lines[i-1].folded, "re:") {
		return true
	}
	above := &pg.lines[next-1]
	return !pg.forumChrome(next-1) && len(above.text) <= maxHeading && !sentenceEnd(above.text)
}
