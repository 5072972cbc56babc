package corpus

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// forumReach is how many lines behind a forum's heading the first comment
	// may begin.
	forumReach = 14
	// maxAuthor is the length in runes of the longest name of a reader.
	maxAuthor = 45
)

// commentHead is the line, or lines, above a comment's text.
type commentHead struct {
	author string
	date   Date
	title  string
	lines  int
}

// findComments finds the forum and reads it. All lines of the forum become
// lineComment, so that none can become body.
func (pg *page) findComments() {
	pg.findTotal()
	start := pg.forumStart()
	if start < 0 {
		return
	}
	pg.measureForum(start)
	end := pg.readComments(start)
	for i := start; i < end; i++ {
		pg.lines[i].decide(lineComment, "forum")
	}
}

// measureForum finds the last head of a comment, and whether empty lines set
// the comments apart.
func (pg *page) measureForum(start int) {
	for i := start; i < len(pg.lines); i++ {
		if _, ok := pg.headAt(i); ok {
			pg.lastHead = i
			pg.looseForum = pg.looseForum || i > start && pg.lines[i].blanks > 0
		}
	}
}

// findTotal takes the largest number of comments that the page tells.
func (pg *page) findTotal() {
	for i := range pg.lines {
		if pg.lines[i].kind != lineTotal {
			continue
		}
		m := pg.p.total.FindStringSubmatch(pg.lines[i].text)
		digits := strings.ReplaceAll(m[1]+m[2], ".", "")
		n, err := strconv.Atoi(digits)
		if err == nil && (pg.a.CommentsTotal == nil || n > *pg.a.CommentsTotal) {
			pg.a.CommentsTotal = &n
		}
	}
}

// forumStart is the line of the first comment, -1 if there is none.
func (pg *page) forumStart() int {
	for i := range pg.lines {
		if k := pg.lines[i].kind; k != lineForum && k != lineTotal && !(len(pg.lines[i].text) < 60 && pg.p.forumHead.MatchString(pg.lines[i].text)) {
			continue
		}
		last := min(i+forumReach, len(pg.lines)-1)
		for k := i + 1; k <= last; k++ {
			if pg.lines[k].paragraph() && len(pg.lines[k].text) > 2*longText {
				break
			}
			if _, ok := pg.headAt(k); ok && !pg.articleFollows(k) {
				return k
			}
		}
	}
	return pg.bareForum()
}

// bareForum finds comments below no heading: two lines at least that say who
// wrote when, or have a numbered heading below them.
func (pg *page) bareForum() int {
	start, heads := -1, 0
	for i := range pg.lines {
		head, ok := pg.headAt(i)
		if !ok || head.lines > 1 || i+1 >= len(pg.lines) {
			continue
		}
		if !strings.Contains(pg.lines[i].text, " schrieb am ") && !strings.HasPrefix(pg.lines[i].text, "Kommentar von ") && !pg.p.numbered.MatchString(pg.lines[i+1].text) {
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
	i, above, style := start, "", false
	if start > 0 && pg.headingOf(start) {
		above, style = pg.lines[start-1].text, true
		pg.lines[start-1].decide(lineComment, "heading of a comment")
	}
	for i < len(pg.lines) {
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
		if n := len(texts); n > 1 && next < len(pg.lines) && (pg.headingOf(next) || style && len(texts[n-1]) <= maxHeading && next == pg.nextHead(next)) {
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

// numberedTitle takes "4. Is" from the top of a comment.
func (pg *page) numberedTitle(texts []string) (title string, rest []string) {
	m := pg.p.numbered.FindStringSubmatch(texts[0])
	if m == nil || len(m[1]) > maxHeading {
		return "", texts
	}
	if n, _, _ := strings.Cut(strings.TrimLeft(texts[0], "#"), "."); n != strconv.Itoa(len(pg.a.Comments)+1) && len(texts) == 1 {
		return "", texts // "2. Punkt: …" is a text
	}
	return m[1], texts[1:]
}

// commentText collects the lines of a comment up to the next head or the end
// of the forum.
func (pg *page) commentText(i int) (texts []string, next int) {
	for ; i < len(pg.lines); i++ {
		if _, ok := pg.headAt(i); ok || len(texts) > 0 && pg.behindForum(i) {
			return texts, i
		}
		if pg.forumChrome(i) {
			continue
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
	if l.blanks == 0 || pg.looseForum && (len(l.text) > maxHeading || sentenceEnd(l.text)) {
		return false
	}
	return i > pg.lastHead
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

// forumChrome tells buttons and counts around comments: "Antworten",
// "Empfehlen (3)", "Seite 1", "insgesamt 91 Beiträge".
func (pg *page) forumChrome(i int) bool {
	l := &pg.lines[i]
	if l.kind == lineTotal || l.rule == "page or picture number" || l.rule == "no letter or digit" {
		return true
	}
	s := strings.TrimRight(l.folded, " 0123456789()[]+-")
	s = strings.TrimLeft(s, " 0123456789()[]+-")
	if len(s) > 60 || pg.p.numbered.MatchString(l.text) && !pg.p.furniture.chrome[trimPhrase(l.folded)] {
		return false
	}
	s = trimPhrase(s)
	if s == "" || pg.p.furniture.chrome[s] || strings.HasPrefix(s, "antwort auf ") {
		return true
	}
	words := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" |•·/()0123456789+-", r) })
	return onlyPhrases(words, func(s string) bool { return pg.p.furniture.chrome[s] })
}

// headAt reads the head of a comment at line i.
func (pg *page) headAt(i int) (commentHead, bool) {
	l := &pg.lines[i]
	if len(l.text) > longText || l.kind == lineComment {
		return commentHead{}, false
	}
	date, rest, ok := pg.p.cutDate(l.text)
	if ok {
		if author := authorName(rest); author != "" {
			return commentHead{author: author, date: date, lines: 1}, true
		}
		return commentHead{}, false
	}
	if i+1 >= len(pg.lines) || l.kind != lineText || pg.lines[i+1].blanks > 1 {
		return commentHead{}, false
	}
	// The name has a line of its own, the date the next, or the one behind
	// the number of points.
	below := i + 1
	if i+2 < len(pg.lines) && onlyNumber(pg.lines[below].text) {
		below++
	}
	date, rest, ok = pg.p.cutDate(pg.lines[below].text)
	if !ok || authorName(rest) != "" {
		return commentHead{}, false
	}
	author := authorName(l.text)
	if author == "" || role(l.folded) || pg.p.furniture.chrome[trimPhrase(l.folded)] {
		return commentHead{}, false
	}
	return commentHead{author: author, date: date, lines: below + 1 - i}, true
}

// onlyNumber tells "24" and "+3".
func onlyNumber(s string) bool { return strings.Trim(s, "+-−0123456789 ") == "" }

// cutDate takes the date, or "vor 3 Stunden", from the beginning or end of a
// line; rest is what else is there.
func (p *pageParser) cutDate(text string) (date Date, rest string, ok bool) {
	if len(text) > longText {
		return "", "", false
	}
	start, end := 0, 0
	if span, found := findDate(text); found {
		date, start, end = span.date, span.start, span.end
	} else if at := p.findRelative(text); at != nil {
		start, end = at[0], at[1]
	} else {
		return "", "", false
	}
	if open := strings.Count(text[:start], "(") - strings.Count(text[:start], ")"); open == 1 && strings.HasPrefix(strings.TrimSpace(text[end:]), ")") {
		text = text[:start] + text[start:end] // "Max (20.05.2014)"
	}
	behind := strings.Trim(text[end:], " :|,•·–-)]")
	if name, ok := nameBehind(text[:start], text[end:]); ok {
		return date, name, true
	}
	if start > 0 && behind != "" && !strings.HasPrefix(behind, "von ") && !strings.HasPrefix(behind, "#") && !isClock(behind) && behind != "Uhr" {
		return "", "", false // a date within a sentence
	}
	if isClock(behind) || behind == "Uhr" {
		behind = ""
	}
	return date, text[:start] + " " + behind, true
}

// nameBehind reads "Mittwoch, 07.10.2015 | 12:40 | Monika Tal | 1 Antwort",
// with the name behind the date.
func nameBehind(before, behind string) (string, bool) {
	if before = strings.Trim(before, " ,|"); before != "" && dateLabel(before) != labelPlain {
		return "", false
	}
	sign, rest, ok := strings.Cut(strings.TrimSpace(behind), " ")
	if !ok || sign != "|" && sign != "·" && sign != "•" && sign != "-" && sign != "–" {
		return "", false
	}
	name, _, _ := strings.Cut(rest, " | ")
	return name, true
}

// authorName takes the name of a reader from what stands beside a date:
// "Max schrieb am", "Kommentar von Max,", "#3 Max –"; "" if it is no name.
func authorName(s string) string {
	s = strings.Trim(s, " :|,•·–—-[]")
	if strings.Count(s, "(") != strings.Count(s, ")") {
		s = strings.Trim(s, "() ")
	}
	if strings.HasPrefix(s, "#") || strings.HasPrefix(s, "Nr. ") {
		s = strings.TrimLeft(strings.TrimPrefix(s, "Nr. "), "#0123456789. ")
		s = strings.Trim(s, " :|,•·–—-()[]")
	}
	for changed := true; changed; {
		changed = false
		for _, tail := range []string{" schrieb", " schreibt", " sagt", " sagte", " meint", " kommentierte", " kommentiert", " antwortete", " am", " um", " vom", " den", " hat geschrieben", " Uhr"} {
			if after, ok := strings.CutSuffix(s, tail); ok {
				s, changed = strings.TrimRight(after, " :|,•·–—-("), true
			}
		}
		for _, lead := range []string{"Kommentar von ", "Beitrag von ", "Von ", "von ", "Geschrieben von ", "Verfasst von ", "Autor: ", "Am ", "am ", "Name: ", "Benutzer ", "Antwort von ", "Leserkommentar von "} {
			if after, ok := strings.CutPrefix(s, lead); ok {
				s, changed = strings.TrimLeft(after, " :|,•·–—-"), true
			}
		}
	}
	switch s {
	case "am", "um", "vom", "Am", "Um", "Uhr", "von", "Datum", "Stand", "Aktualisiert", "Veröffentlicht", "zuletzt", "Gestern", "Heute":
		return ""
	}
	if !strings.ContainsFunc(s, unicode.IsLetter) || utf8.RuneCountInString(s) > maxAuthor || len(strings.Fields(s)) > 4 || dateLabel(s) != "" || strings.ContainsFunc(s, func(r rune) bool { return strings.ContainsRune(":;?!„“\"", r) }) {
		return ""
	}
	return s
}
