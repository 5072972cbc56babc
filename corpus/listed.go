package corpus

import (
	"slices"
	"strings"
)

// findListed reads comments of which scrapers have left the texts alone, items of a
// list below their number or the heading of the forum; and a lone comment below its
// author's name. It tells whether it found any.
func (pg *page) findListed() bool {
	const most = 20 // headings of a forum that are tried
	tried := 0
	for i := range pg.lines {
		if !pg.headsForum(i) || i+1 >= len(pg.lines) || !pg.textBehind(i) {
			continue
		}
		if tried++; tried > most {
			return false
		}
		to := pg.listedEnd(i + 1)
		comments := pg.listedComments(i+1, to)
		if len(comments) == 0 || len(comments) > pg.p.totalIn(pg.lines[i].text) {
			continue
		}
		pg.a.Comments = comments
		for k := i + 1; k < to; k++ {
			pg.lines[k].decide(lineComment, "list of comments")
		}
		return true
	}
	return false
}

// listedEnd is the line behind a list of comments that begins at line i: what
// answers to them, or furniture, ends it.
func (pg *page) listedEnd(i int) int {
	for ; i < len(pg.lines); i++ {
		switch pg.lines[i].kind {
		case lineText, lineItem, lineTotal:
		default:
			if !pg.forumChrome(i) {
				return i
			}
		}
		if closesForum(&pg.lines[i]) || publisher(&pg.lines[i]) {
			return i
		}
	}
	return i
}

// listedComments are the comments between two lines; nil if they begin with
// neither an item nor a name.
func (pg *page) listedComments(from, to int) (out []Comment) {
	if from == to {
		return nil
	}
	if first := &pg.lines[from]; from+1 < to && isPersonName(first.text) && pg.readerName(from) && !works(pg.lines[from+1].text) {
		return []Comment{{N: 1, Author: first.text, Text: pg.joined(from+1, to)}}
	}
	numbered := false
	for i := from; i < to; i++ {
		if pg.forumChrome(i) {
			continue
		}
		text, item := listItem(pg.lines[i].text)
		number, rest := numberOf(pg.lines[i].text)
		switch {
		case number > 0 && (number == 1 && len(out) == 0 || numbered && number <= len(out)+1):
			text, item, numbered = rest, true, true
		case numbered && item && pg.lines[i].blanks == 0:
			item, text = false, pg.lines[i].text
		}
		if item && onlyNumber(text) {
			text = "" // "1. 01" above the text
		}
		switch {
		case item:
			out = append(out, Comment{N: len(out) + 1, Text: text})
		case len(out) == 0:
			return nil
		default:
			last := &out[len(out)-1]
			last.Text = strings.TrimPrefix(last.Text+"\n"+text, "\n")
		}
	}
	if slices.ContainsFunc(out, func(c Comment) bool { return !written(c.Text) }) {
		return nil // links
	}
	return out
}

// written tells what a reader may have written from a link: it is long, or ends as
// a sentence does.
func written(text string) bool {
	last := lastRune(strings.TrimRight(text, `"“”«»‘’ `))
	return len(text) >= longText || len(text) >= minLead && strings.ContainsRune(".!?)", last)
}

// liftListed takes the first line of a lone comment as its title where a list of
// comments has it too.
func (pg *page) liftListed() {
	if len(pg.a.Comments) != 1 || pg.a.Comments[0].Title != "" {
		return
	}
	c := &pg.a.Comments[0]
	first, rest, more := strings.Cut(c.Text, "\n")
	if more && len(first) <= maxHeading && pg.stands("• "+fold(first)) {
		c.Title, c.Text = first, rest
	}
}

// joined are the lines from one to another without buttons.
func (pg *page) joined(from, to int) string {
	var texts []string
	for i := from; i < to; i++ {
		if !pg.forumChrome(i) {
			texts = append(texts, pg.lines[i].text)
		}
	}
	return strings.Join(texts, "\n")
}

// closesForum tells the form for a new comment, below those that are there.
func closesForum(l *line) bool {
	if len(l.text) > maxMeta {
		return false
	}
	for _, start := range []string{"schreibe einen kommentar", "schreiben sie einen kommentar", "kommentar schreiben",
		"kommentar hinterlassen",
		"kommentar hinzufügen", "neuen kommentar ", "neuer kommentar", "kommentar verfassen", "hinterlasse ein", "hinterlassen sie ein", "leave a ", "antworten abbrechen",
		"deine e-mail-adresse wird", "ihre e-mail-adresse wird", "e-mail adresse wird nicht", "e-mail-adresse wird nicht",
		"die kommentarfunktion", "kommentarfunktion ", "die kommentare sind geschlossen", "kommentare sind geschlossen", "comments are closed"} {
		if strings.HasPrefix(l.folded, start) {
			return true
		}
	}
	return false
}

// untilForm tells whether nothing but text stands from line i to the form that
// closes the forum.
func (pg *page) untilForm(i int) bool {
	const most = 30 // lines
	if pg.closed == len(pg.lines) || pg.closed-i > most {
		return false
	}
	for ; i < pg.closed; i++ {
		if l := &pg.lines[i]; l.kind != lineText || len(l.text) < minLead && !pg.forumChrome(i) {
			return false
		}
	}
	return true
}

// forumClose is the line that closes the forum whose first comment is at line start:
// the one form for a new comment below it; the end of the page if there is none, or
// every comment has one.
func (pg *page) forumClose(start int) int {
	for i := start + 1; i < len(pg.lines); i++ {
		if closesForum(&pg.lines[i]) && !pg.twice(i) {
			return i
		}
	}
	return len(pg.lines)
}
