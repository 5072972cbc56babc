package corpus

import (
	"strconv"
	"strings"
	"unicode"
)

// draft is a comment as it is read.
type draft struct {
	Comment
	answers bool // a line names whom it answers
	apart   bool // an empty line is below its first line
}

// liftTitles takes the first lines of comments as their titles where they are
// short, no sentences, and followed by a text that begins anew, or set apart from
// it. Where all comments have such a line, but for answers, the text may go on from
// it.
func liftTitles(drafts []draft) {
	all := allTitled(drafts)
	authors := map[string]bool{}
	for i := range drafts {
		d := &drafts[i]
		first, rest, _ := strings.Cut(d.Text, "\n")
		switch {
		case all && (mentions(&d.Comment) || salutes(&d.Comment)), titled(&d.Comment) && (all || len(drafts) > 1 && (d.apart || beginsTwice(first, rest)) && !opensQuote(first) && !greets(first)):
			d.Title, d.Text = first, rest
		case mentions(&d.Comment) && authors[strings.TrimRight(first[1:], ":, ")], mentioned(first, authors) && rest != "":
			d.Text = rest
		}
		authors[d.Author] = true
	}
}

// allTitled tells whether the comments have titles in their first lines, but for
// answers; a few may have a salutation there.
func allTitled(drafts []draft) bool {
	sure, maybe := 0, 0
	for i := range drafts {
		c := &drafts[i].Comment
		switch {
		case titled(c) || c.Title != "":
			sure++
		case mentions(c) || drafts[i].answers:
		case salutes(c):
			maybe++
		default:
			return false
		}
	}
	return sure+maybe > 1 && sure >= maybe
}

// salutes tells a comment whose first line is a salutation.
func salutes(c *Comment) bool {
	first, _, more := strings.Cut(c.Text, "\n")
	return c.Title == "" && more && len(first) <= maxHeading/2 && strings.HasSuffix(first, ",") && greets(first)
}

// mentioned tells "@Bert K.", whom a comment answers.
func mentioned(first string, authors map[string]bool) bool {
	name, ok := strings.CutPrefix(first, "@")
	return ok && authors[strings.TrimSpace(name)]
}

// beginsTwice tells a line and the one below it that both begin as sentences do.
func beginsTwice(first, rest string) bool { return beginsAnew(first) && beginsAnew(rest) }

// opensQuote tells a quotation.
func opensQuote(s string) bool { return strings.ContainsRune("„\"»", firstRune(s)) }

// mentions tells a comment whose first line is nothing but "@anna".
func mentions(c *Comment) bool {
	first, _, more := strings.Cut(c.Text, "\n")
	return c.Title == "" && more && strings.HasPrefix(first, "@") && !strings.Contains(first, " ")
}

// titled tells a comment whose first line may be its title.
func titled(c *Comment) bool {
	first, _, more := strings.Cut(c.Text, "\n")
	return c.Title == "" && more && len(first) <= maxHeading/2 && !sentenceEnd(first) && !strings.HasPrefix(first, "@") && !quotes(first) && !strings.HasPrefix(first, "Zitat ")
}

// beginsAnew tells a text that begins with a capital, a digit or a quotation.
func beginsAnew(s string) bool {
	r := firstRune(s)
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("„\"»«(", r)
}

// greets tells a salutation.
func greets(s string) bool {
	word, _, more := strings.Cut(lower(s), " ")
	switch strings.Trim(word, ",!") {
	case "hallo", "liebe", "lieber", "liebes", "sehr", "guten", "moin", "servus", "hi", "werte", "werter":
		return true
	case "danke":
		return !more
	}
	return false
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

// allHeaded tells a forum in which a short line stands above every head, the first
// at line i: "Losen statt wählen", "Treppenwitz, 16.11.2016 09:12".
func (pg *page) allHeaded(i int) bool {
	const least = 3 // heads
	n := 0
	for head := i; head >= 0; {
		above := &pg.lines[head-1]
		if above.kind != lineText || len(above.text) > maxHeading/2 || sentenceEnd(above.text) || pg.forumChrome(head-1) || forumHeading(above.folded) {
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

// numberedTitle takes "4. Is" from the top of the comment of number n.
func numberedTitle(texts []string, n int) (title string, rest []string) {
	title, ok := numbered(texts[0])
	if !ok || len(title) > maxHeading {
		return "", texts
	}
	if number, _, _ := strings.Cut(strings.TrimLeft(texts[0], "#"), "."); number != strconv.Itoa(n) && len(texts) == 1 {
		return "", texts // "2. Punkt: …" is a text
	}
	return title, texts[1:]
}
