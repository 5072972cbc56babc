package corpus

import (
	"cmp"
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
		start = pg.inducedForum()
	}
	if start < 0 {
		start = pg.undatedForum()
	}
	if start < 0 {
		pg.findListed()
		return
	}
	pg.inForum = true
	pg.closed = pg.forumClose(start)
	if start = pg.settle(start); start < 0 {
		return
	}
	pg.measureForum()
	drafts, end := pg.readComments()
	pg.p.liftTitles(drafts)
	for _, d := range drafts {
		pg.a.Comments = append(pg.a.Comments, d.Comment)
	}
	pg.liftListed()
	for i := start; i < end; i++ {
		if pg.lines[i].kind != lineCopyright { // it tells the outlet, also between two forums
			pg.lines[i].decide(lineComment, "forum")
		}
	}
}

// measureForum finds whether empty lines set the comments apart, whether there are
// any within one, and the lines that are the forum's own.
func (pg *page) measureForum() {
	for k, t := range pg.threads {
		pg.looseForum = pg.looseForum || k > 0 && pg.lines[t.line].blanks > 0
	}
	pg.findButtons()
	pg.findOwn()
	if pg.findHeadings(); len(pg.titleAt) > 0 {
		pg.findOwn() // above the titles
	}
	const least = 2 // comments
	pg.compact = pg.looseForum && len(pg.threads) > least
	records := pg.records()
	for _, r := range records[:len(records)-1] {
		for i := r[0] + 1; i < r[1]-1; i++ {
			if pg.lines[i].blanks > 0 && !pg.forumChrome(i) && pg.lines[i].kind == lineText {
				pg.compact = false
			}
		}
	}
}

// headsForum tells a line that may stand above comments.
func (pg *page) headsForum(i int) bool {
	l := &pg.lines[i]
	return l.kind == lineForum || l.kind == lineTotal || len(l.text) < 60 && l.cued(cueHeading) && forumHeading(l.folded)
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

// firstForumHeads are those of them that are tried where what is below is searched to
// its end.
func (pg *page) firstForumHeads() []int {
	const most = 20
	heads := pg.forumHeads()
	return heads[:min(most, len(heads))]
}

// articleFollows tells the dateline of an article whose page has a link to its
// comments above it from the head of a comment.
func (pg *page) articleFollows(k int) bool {
	const least = 12 // lines of a page with an article, but for one below its byline
	early := len(pg.lines) > least && k < len(pg.lines)/2 || strings.HasPrefix(pg.lines[k].text, "Von ")
	return early && !pg.textBehind(k)
}

// readComments reads the comments below the heads, and gives the line behind the
// last.
func (pg *page) readComments() (drafts []draft, end int) {
	above := "" // a title above the next head
	for k, t := range pg.threads {
		if k > 0 && t.line-end > forumReach {
			break
		}
		d, texts, next := pg.commentText(t.line + t.lines)
		d.N, d.Author, d.Date = len(drafts)+1, pg.printedName(t), t.date
		d.Title, above = cmp.Or(pg.titleAt[t.line-1], above, t.title), ""
		if n := len(texts); len(pg.titleAt) == 0 && n > 1 && next < len(pg.lines) && pg.headingOf(next) {
			above, texts = texts[n-1], texts[:n-1]
		}
		end = next
		if d.Title == "" && len(texts) > 0 {
			d.Title, texts = numberedTitle(texts, d.N)
		}
		d.Text = strings.Join(texts, "\n")
		if d.Title != "" || d.Text != "" {
			drafts = append(drafts, d)
		}
	}
	for end < pg.closed && pg.forumChrome(end) {
		end++
	}
	return drafts, end
}

// printedName is the name of a reader as the page has it: "Gast: hofrat".
func (pg *page) printedName(t thread) string {
	const guest = "Gast: "
	if name, ok := strings.CutPrefix(pg.lines[t.line].text, guest); ok && t.author != "" && strings.HasPrefix(name, t.author) {
		return guest + t.author
	}
	return t.author
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

// commentText collects the lines of a comment up to the next head or the end
// of the forum.
func (pg *page) commentText(from int) (d draft, texts []string, next int) {
	closed := false // a button has followed
	i := from
	for ; i < pg.closed && !pg.endsComment(i, len(texts), closed); i++ {
		l := &pg.lines[i]
		if pg.forumChrome(i) || pg.secondHeading(i) {
			closed = closed || len(texts) > 0
			d.answers = d.answers || replies(l.folded)
			continue
		}
		if l.kind == lineNoise || l.kind == linePlayer {
			if !quotes(l.text) && !(i < pg.lastHead && l.has(signParagraph)) {
				continue
			}
		}
		d.apart = d.apart || len(texts) == 1 && l.blanks > 0
		texts = append(texts, l.text)
	}
	if len(texts) == 0 && len(pg.titleAt) == 0 {
		texts = pg.wordless(from, i)
	}
	return d, texts, i
}

// secondHeading tells a heading of the forum between comments: "Die neuesten
// Kommentare".
func (pg *page) secondHeading(i int) bool {
	if l := &pg.lines[i]; i >= pg.lastHead || !pg.headsForum(i) || sentenceEnd(l.text) {
		return false
	}
	_, below := pg.heads[i+1]
	return below || pg.lines[i].blanks > 0
}

// endsComment tells whether a comment of n lines so far ends above a line.
func (pg *page) endsComment(i, n int, closed bool) bool {
	if head, ok := pg.headAt(i); ok && (head.lines > 0 || n > 0) || n > 0 && pg.behindForum(i) {
		return true
	}
	if _, ok := pg.titleAt[i]; ok {
		return true
	}
	l := &pg.lines[i]
	if pg.forumChrome(i) {
		return false
	}
	switch l.kind {
	case lineEnd, lineBox, lineCopyright, lineForum:
		return true
	case lineAddress:
		return i > pg.lastHead && i > pg.lastButton && pg.closed == len(pg.lines)
	case lineNoise, linePlayer:
		return n > 0 && i > pg.lastHead && !quotes(l.text)
	}
	// What is behind the buttons of the last comment.
	return closed && i > pg.lastHead && l.blanks == 0 && len(pg.threads) > 1 && !sentenceEnd(l.text)
}

// wordless is the text of a comment that has nothing but what looks like a button:
// "+1", "Dieser Kommentar wurde entfernt", or of signs right below the head: ":-))".
func (pg *page) wordless(from, to int) []string {
	for i := from; i < to; i++ {
		l := &pg.lines[i]
		says := strings.ContainsFunc(l.text, isWordRune) && (strings.Contains(l.folded, " wurde ") || strings.HasPrefix(l.text, "+"))
		signs := i == from && len(l.text) > 1 && !strings.ContainsFunc(l.text, isWordRune) && (i+1 == to || pg.lines[i+1].rule != l.rule)
		if !pg.own[i] && l.kind != lineTotal && (says || signs || strings.ContainsFunc(l.text, isEmoji)) {
			return []string{l.text}
		}
	}
	return nil
}

// behindForum tells a line set apart behind the last comment: the foot of the
// page, unless it looks like a paragraph in a forum that has empty lines.
func (pg *page) behindForum(i int) bool {
	l := &pg.lines[i]
	if i < pg.lastButton {
		return false
	}
	if i > pg.lastHead && (publisher(l) || pg.p.model.foot(l) || pg.closing(i)) {
		return true
	}
	if i > pg.lastHead && pg.compact && l.blanks > 0 && !pg.untilForm(i) {
		return !pg.lastWords(i)
	}
	if l.blanks == 0 || pg.untilForm(i) || pg.lastWords(i) || pg.looseForum && (len(l.text) > maxHeading || sentenceEnd(l.text)) {
		return false
	}
	return i > pg.lastHead
}

// lastWords tells a paragraph right above what the forum has below all comments:
// "Seite 1 von 3".
func (pg *page) lastWords(i int) bool {
	l := &pg.lines[i]
	return l.kind == lineText && l.has(signParagraph) && sentenceEnd(l.text) && i+1 < len(pg.lines) && pg.forumChrome(i+1)
}

// closing tells what a forum says of itself below the last comment.
func (pg *page) closing(i int) bool {
	l := &pg.lines[i]
	if l.blanks == 0 && !pg.forumChrome(i-1) {
		return false
	}
	for _, words := range []string{"redaktion behält sich", "keine verantwortung", "notwendigerweise die meinung", "geben nicht die meinung", "melden sie sich an", "loggen sie sich",
		"um zu kommentieren", "um kommentare zu", "netiquette", "kommentarregeln", "nutzungsbedingungen", "kommentarrichtlinien", "kommentar-richtlinien"} {
		if strings.Contains(l.folded, words) {
			return true
		}
	}
	return false
}

// publisher tells a line that ends as the name of a company does.
func publisher(l *line) bool {
	last := strings.LastIndexByte(l.folded, ' ')
	return len(l.text) <= maxHeading && last >= 0 && isCompany(l.folded[last+1:]) && !sentenceEnd(l.text)
}

// isEmoji tells small pictures among letters.
func isEmoji(r rune) bool { return r >= 0x1F300 && r <= 0x1FAFF }
