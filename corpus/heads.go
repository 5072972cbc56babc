package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// commentHead is the line, or lines, above a comment's text.
type commentHead struct {
	author string
	date   Date
	title  string // on the line of the name: "18.03.2017, 14:02 Uhr von anna: Kosten"
	lines  int
	form   headForm
}

// headForm is how name and date stand in the head of a comment.
type headForm uint8

// The forms of heads.
const (
	formSaid  headForm = iota // a name without a date
	formName                  // "anna, 18.03.2017"
	formDate                  // "18.03.2017, anna"
	formBelow                 // a date above a name
	formAbove                 // a name above a date
)

// headAt reads the head of a comment at line i.
func (pg *page) headAt(i int) (commentHead, bool) {
	if pg.heads != nil {
		head, ok := pg.heads[i]
		return head, ok
	}
	l := &pg.lines[i]
	if len(l.text) > longText || l.kind == lineComment || pg.inForum && i >= pg.closed || !pg.mayHead(i) {
		return commentHead{}, false
	}
	if replies(l.folded) || l.has(signColon) && strings.Contains(l.folded, "stand:") || i+1 < len(pg.lines) && quotes(pg.lines[i+1].text) {
		return commentHead{}, false
	}
	if pg.said {
		if author := said(l.text); author != "" {
			return commentHead{author: author, lines: 1}, true
		}
	}
	if head, ok := pg.cutAt(i); ok {
		return pg.datedHead(i, head)
	}
	return pg.namedHead(i)
}

// mayHead keeps most lines from being taken apart: there is a date on a head or
// right below it, unless the forum is of another kind.
func (pg *page) mayHead(i int) bool {
	if pg.said || pg.lines[i].mayDate() {
		return true
	}
	below := i + 1
	if below < len(pg.lines) && (replies(pg.lines[below].folded) || badge(pg.lines[below].folded)) {
		below++
	}
	return below < len(pg.lines) && pg.lines[below].mayDate()
}

// datedHead reads a head whose first line has a date.
func (pg *page) datedHead(i int, head cut) (commentHead, bool) {
	n := 1 // lines of the date
	if i+2 < len(pg.lines) && pg.lines[i+1].has(signColon) && len(pg.lines[i+1].text) <= longestCount && isClock(pg.lines[i+1].text) {
		n++
	}
	if i+n < len(pg.lines) && strings.Trim(head.rest, " |,") == "" {
		below, ok := strings.CutSuffix(pg.lines[i+n].text, ":")
		ok = ok || saysVerb(below)
		if name, from := strings.CutPrefix(below, "von "); ok && from && len(name) < maxAuthor {
			return commentHead{author: name, date: head.date, lines: n + 1, form: formBelow}, true
		}
		if name := authorName(below); ok && len(below) < maxAuthor && name != "" {
			return commentHead{author: name, date: head.date, lines: n + 1, form: formBelow}, true
		}
		if i+n+1 < len(pg.lines) && saysVerb(" "+pg.lines[i+n+1].folded) && len(below) < maxAuthor && longName(below) != "" { // "sagt:" has a line of its own
			return commentHead{author: longName(below), date: head.date, lines: n + 2, form: formBelow}, true
		}
	}
	if behind, ok := strings.CutPrefix(strings.TrimSpace(head.rest), "von "); ok && head.author == "" && head.first {
		name, title, _ := strings.Cut(behind, ": ")
		return commentHead{author: authorName(name), date: head.date, title: title, lines: 1, form: formDate}, authorName(name) != "" && title != ""
	}
	if head.author == "" || role(lower(head.author)) || head.first && pg.teaserDate(i) {
		return commentHead{}, false
	}
	form := formName
	if head.first {
		form = formDate
	}
	return commentHead{author: head.author, date: head.date, lines: 1, form: form}, true
}

// teaserDate tells "15.06.2011 Noch ein Kreisel", the day and title of another article.
func (pg *page) teaserDate(i int) bool {
	l := &pg.lines[i]
	span, ok := l.date()
	if !ok || span.start > 0 || len(span.date) > len("2011-06-15") {
		return false
	}
	name, ok := strings.CutPrefix(l.text[span.end:], " ")
	return ok && name != "" && unicode.IsUpper(firstRune(name)) && !strings.HasPrefix(name, "Von ")
}

// namedHead reads a head whose name has a line of its own. The date stands on the
// next, or the one behind the number of points or whom the comment answers.
func (pg *page) namedHead(i int) (commentHead, bool) {
	l := &pg.lines[i]
	if i+1 >= len(pg.lines) || l.kind != lineText || pg.lines[i+1].blanks > 1 {
		return commentHead{}, false
	}
	below := pg.belowName(i)
	head, ok := pg.cutAt(below)
	if !ok || head.author != "" || !fewWords(head.rest) {
		return commentHead{}, false
	}
	text := listHead(l.text)
	author := authorName(text)
	if pg.inForum {
		author = longName(text)
	}
	if author == "" || role(l.folded) || pg.p.furniture.chrome.of(trimPhrase(l.folded)) {
		return commentHead{}, false
	}
	return commentHead{author: author, date: head.date, lines: below + 1 - i, form: formAbove}, true
}

// belowName is the line below a name at line i and what stands between name and date:
// the number of points, whom the comment answers, buttons.
func (pg *page) belowName(i int) int {
	const most = 4 // lines between
	below := i + 1
	for below+1 < min(len(pg.lines), i+1+most) {
		l := &pg.lines[below]
		if !profile(l) && !replies(l.folded) && (below == i+1 || len(l.text) > maxHeading/2 || !pg.p.furniture.buttons(l.text)) {
			break
		}
		below++
	}
	return below
}

// badge tells what a forum says of a reader below the name.
func badge(folded string) bool {
	folded = strings.TrimLeft(folded, "✓✔☑★ ")
	switch folded {
	case "gast", "mitglied", "abonnent", "abonnentin", "nutzer", "benutzer", "moderator", "moderatorin", "moderation", "redaktion", "autor", "autorin", "community", "verifiziert":
		return true
	}
	return strings.HasSuffix(folded, "-mitglied") || strings.HasSuffix(folded, "-abonnent") || strings.HasSuffix(folded, "kommentator") || strings.HasSuffix(folded, "sempfehlung")
}

// profile tells what a forum says of a reader or a comment between name and date:
// votes, numbers of comments, "Mitglied seit 2012".
func profile(l *line) bool {
	if !l.has(signDigit) {
		return onlyNumber(l.text) || badge(l.folded)
	}
	since := len(l.text) <= maxHeading/2 && isDigit(l.text[len(l.text)-1]) && strings.Contains(l.folded, " seit ")
	return since || counts(l.text) || strings.Trim(l.text, "0123456789+-−/|()[] ") == ""
}

// counts tells a number with a word for what it counts: "17 Follower", "11.387
// Kommentare".
func counts(s string) bool {
	number, word, ok := strings.Cut(s, " ")
	return ok && strings.Trim(number, ".0123456789") == "" && isDigit(s[0]) && !strings.HasSuffix(number, ".") && word != "Uhr" &&
		unicode.IsUpper(firstRune(word)) && !strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
}

// fewWords tells what may stand beside a date below a name: "via Mobile".
func fewWords(rest string) bool {
	const most = 3
	n := 0
	for word := range strings.FieldsSeq(rest) {
		if word == "seit" || strings.HasSuffix(word, ":") && strings.ContainsFunc(word, unicode.IsLetter) && dateLabel(word) != labelPublished {
			return false // "Registriert seit: 12.03.2010"
		}
		if !onlyNumber(strings.Trim(word, "#.:,|•·–—()[]")) {
			n++
		}
	}
	return n <= most
}

// replies tells a line that names the comment, or reader, that a comment answers.
func replies(folded string) bool {
	if len(folded) > maxHeading || folded[0] != 'a' && folded[0] != 'i' && folded[0] != 'r' {
		return false
	}
	for _, start := range []string{"antwort auf ", "antwort an ", "antworten an ", "als antwort auf ", "in antwort auf ", "in reply to ", "reply to ", "replying to "} {
		if rest, ok := strings.CutPrefix(folded, start); ok {
			return !strings.HasSuffix(folded, ".") || authorName(rest) != "" || strings.Contains(folded, ", von ") || strings.Contains(folded, " vom ")
		}
	}
	return false
}

// quotes tells a quoted line: "> das sehe ich anders".
func quotes(s string) bool { return strings.HasPrefix(s, ">") }

// listHead takes the bullet or number of a list from a head: "• anna", "3. anna
// sagt:".
func listHead(s string) string {
	if text, ok := listItem(s); ok {
		return text
	}
	if number, rest := numberOf(s); number > 0 && rest != "" {
		return rest
	}
	return s
}

// saysVerb tells "anna sagt:" and its like.
func saysVerb(s string) bool {
	for _, verb := range []string{" sagt:", " schreibt:", " meint:", " schrieb:", " says:", " sagt", " schreibt"} {
		if strings.HasSuffix(s, verb) {
			return true
		}
	}
	return false
}

// said is the name of the reader in "anna schrieb:"; "" if it is another line.
func said(s string) string {
	rest, ok := strings.CutSuffix(s, ":")
	if !ok {
		return ""
	}
	if name := authorName(rest); name != "" && strings.HasPrefix(rest, name+" ") {
		return name
	}
	return ""
}

// onlyNumber tells "24" and "+3".
func onlyNumber(s string) bool {
	if s != "" && s[0] < utf8.RuneSelf && isLetterByte(s[0]) {
		return false
	}
	return strings.Trim(s, "+-−0123456789 ") == ""
}
