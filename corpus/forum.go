package corpus

import (
	"strconv"
	"strings"
)

const (
	// forumReach is how many lines behind a forum's heading the first comment
	// may begin.
	forumReach = 14
	// maxAuthor is the length in runes of the longest name of a reader.
	maxAuthor = 45
)

// findComments finds the forum and reads it. All lines of the forum become
// lineComment, so that none can become body.
func (pg *page) findComments() {
	pg.findTotal()
	start := pg.forumStart()
	if start < 0 {
		start = pg.undatedForum()
	}
	if start < 0 {
		pg.findListed()
		return
	}
	pg.inForum = true
	pg.closed = pg.forumClose(start)
	pg.measureForum(start)
	end := pg.readComments(start)
	liftTitles(pg.a.Comments)
	pg.liftListed()
	for i := start; i < end; i++ {
		pg.lines[i].decide(lineComment, "forum")
	}
}

// measureForum finds the last head of a comment, whether empty lines set the
// comments apart, and their buttons.
func (pg *page) measureForum(start int) {
	for i := start; i < len(pg.lines); i++ {
		if _, ok := pg.headAt(i); ok {
			pg.lastHead = i
			pg.looseForum = pg.looseForum || i > start && pg.lines[i].blanks > 0
		}
	}
	pg.findButtons(start)
}

// headsForum tells a line that may stand above comments.
func (pg *page) headsForum(i int) bool {
	l := &pg.lines[i]
	return l.kind == lineForum || l.kind == lineTotal || len(l.text) < 60 && l.cued(cueHeading) && pg.p.forumHead.MatchString(l.text)
}

// forumHeads are the lines that may stand above comments.
func (pg *page) forumHeads() []int {
	if pg.headings == nil {
		pg.headings = []int{}
		for i := range pg.lines {
			if pg.headsForum(i) {
				pg.headings = append(pg.headings, i)
			}
		}
	}
	return pg.headings
}

// bareForum finds comments below no heading: two lines at least that say who
// wrote when, or have a numbered heading below them.
func (pg *page) bareForum() int {
	start, heads := -1, 0
	for i := range pg.lines {
		if !pg.lines[i].mayDate() {
			continue // a name above its date is no such line
		}
		head, ok := pg.headAt(i)
		said := saysVerb(pg.lines[i].text) && head.lines > 1
		if !ok || head.lines > 1 && !said && !strings.HasPrefix(pg.lines[i+1].text, "von ") || i+1 >= len(pg.lines) {
			continue
		}
		if _, heading := numbered(pg.lines[i+1].text); head.lines == 1 && !heading && !saysComment(pg.lines[i].text) {
			continue
		}
		if heads++; start < 0 {
			start = i
		}
	}
	if heads < 2 || pg.articleFollows(start) {
		return -1
	}
	return start
}

// saysComment tells the head of a comment by what stands around the name.
func saysComment(s string) bool {
	return strings.Contains(s, " schrieb am ") || strings.HasSuffix(s, " Antworten") || strings.HasSuffix(s, " Antwort") ||
		strings.HasPrefix(s, "Kommentar von ")
}

// articleFollows tells the dateline of an article whose page has a link to its
// comments above it from the head of a comment.
func (pg *page) articleFollows(k int) bool {
	before := 0
	for i := 0; i < k; i++ {
		if pg.lines[i].paragraph() {
			before++
		}
	}
	return before == 0 && k < len(pg.lines)/2 && len(pg.lines) > 12
}

// readComments reads comments from the line start on, and gives the line
// behind the last.
func (pg *page) readComments(start int) int {
	i, above, style, count := start, "", false, false // headings above the heads, and numbers before them
	if start > 0 && (pg.headingOf(start) && pg.headingsGoOn(start) || pg.allHeaded(start)) {
		above, style = pg.lines[start-1].text, true
		above, count = withoutNumber(above, 1)
		pg.lines[start-1].decide(lineComment, "heading of a comment")
	}
	for i < pg.closed {
		head, ok := pg.headAt(i)
		if !ok {
			if pg.forumChrome(i) {
				i++
				continue
			}
			break
		}
		i += head.lines
		texts, next := pg.commentText(i)
		title := above
		above = ""
		if n := len(texts); count && n > 0 {
			if rest, ok := withoutNumber(texts[n-1], len(pg.a.Comments)+2); ok {
				above, texts = rest, texts[:n-1]
			}
		} else if n > 1 && next < len(pg.lines) && (pg.headingOf(next) || style && len(texts[n-1]) <= maxHeading && next == pg.nextHead(next)) {
			above, texts = texts[n-1], texts[:n-1]
		}
		i = next
		if title == "" && len(texts) > 0 {
			title, texts = pg.numberedTitle(texts)
		}
		c := Comment{N: len(pg.a.Comments) + 1, Author: head.author, Date: head.date, Title: title, Text: strings.Join(texts, "\n")}
		if c.Title != "" || c.Text != "" {
			pg.a.Comments = append(pg.a.Comments, c)
		}
	}
	return i
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

// nextHead is the line of the first head from line i on.
func (pg *page) nextHead(i int) int {
	for ; i < len(pg.lines); i++ {
		if _, ok := pg.headAt(i); ok {
			return i
		}
	}
	return -1
}

// headingOf tells whether the line above the head at i is the heading of its
// comment, as at FAZ.NET: a short line below a button, a count or the heading
// of the forum.
func (pg *page) headingOf(i int) bool {
	if _, ok := pg.headAt(i); !ok || i < 2 {
		return false
	}
	above := &pg.lines[i-1]
	if above.kind != lineText || len(above.text) > maxHeading || sentenceEnd(above.text) || pg.forumChrome(i-1) || pg.p.forumHead.MatchString(above.text) {
		return false
	}
	before := &pg.lines[i-2]
	return before.kind == lineForum || before.kind == lineTotal || pg.forumChrome(i-2)
}

// allHeaded tells a forum in which a short line stands above every head, the first
// at line i: "Losen statt wählen", "Treppenwitz, 16.11.2016 09:12".
func (pg *page) allHeaded(i int) bool {
	const least = 3 // heads
	n := 0
	for head := i; head >= 0; {
		above := &pg.lines[head-1]
		if above.kind != lineText || len(above.text) > maxHeading/2 || sentenceEnd(above.text) || pg.forumChrome(head-1) || pg.p.forumHead.MatchString(above.text) {
			return false
		}
		n++
		h, _ := pg.headAt(head)
		head = pg.nextHead(head + h.lines)
	}
	return n >= least
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

// numberedTitle takes "4. Is" from the top of a comment.
func (pg *page) numberedTitle(texts []string) (title string, rest []string) {
	title, ok := numbered(texts[0])
	if !ok || len(title) > maxHeading {
		return "", texts
	}
	if n, _, _ := strings.Cut(strings.TrimLeft(texts[0], "#"), "."); n != strconv.Itoa(len(pg.a.Comments)+1) && len(texts) == 1 {
		return "", texts // "2. Punkt: …" is a text
	}
	return title, texts[1:]
}

// commentText collects the lines of a comment up to the next head or the end
// of the forum.
func (pg *page) commentText(i int) (texts []string, next int) {
	closed := false // a button has followed
	for ; i < pg.closed; i++ {
		if _, ok := pg.headAt(i); ok || len(texts) > 0 && pg.behindForum(i) {
			return texts, i
		}
		if pg.forumChrome(i) {
			closed = closed || len(texts) > 0
			continue
		}
		if closed && i > pg.lastHead && pg.lines[i].blanks == 0 && len(pg.a.Comments) > 0 && !sentenceEnd(pg.lines[i].text) {
			return texts, i // behind the buttons of the last comment
		}
		switch pg.lines[i].kind {
		case lineEnd, lineBox, lineCopyright, lineForum, lineAddress:
			return texts, i
		case lineNoise, linePlayer:
			if len(texts) == 0 || pg.nextIsHead(i+1) {
				continue
			}
			return texts, i
		}
		texts = append(texts, pg.lines[i].text)
	}
	return texts, i
}

// behindForum tells a line set apart behind the last comment: the foot of the
// page, unless it looks like a paragraph in a forum that has empty lines.
func (pg *page) behindForum(i int) bool {
	l := &pg.lines[i]
	if i > pg.lastHead && (publisher(l) || pg.p.model.foot(l)) {
		return true
	}
	if l.blanks == 0 || pg.untilForm(i) || pg.looseForum && (len(l.text) > maxHeading || sentenceEnd(l.text)) {
		return false
	}
	return i > pg.lastHead
}

// publisher tells a line that ends as the name of a company does.
func publisher(l *line) bool {
	last := strings.LastIndexByte(l.folded, ' ')
	return len(l.text) <= maxHeading && last >= 0 && isCompany(l.folded[last+1:]) && !sentenceEnd(l.text)
}

// nextIsHead tells whether another comment begins within a few lines.
func (pg *page) nextIsHead(i int) bool {
	for k := i; k < min(i+4, len(pg.lines)); k++ {
		if _, ok := pg.headAt(k); ok {
			return true
		}
	}
	return false
}
