package corpus

import (
	"strings"
	"unicode"
)

// inducedForum finds comments of a form that no rule knows by what recurs below the
// heading of a forum: lines that have a date, and else nothing but buttons, with the
// reader's name below each, or on top of the text above each. It gives the line of
// the first head, -1 if there is none.
func (pg *page) inducedForum() int {
	for _, h := range pg.firstForumHeads() {
		stamps := pg.bareStamps(h + 1)
		var found []thread
		if len(stamps) > 1 {
			found = pg.readersBelow(stamps)
		}
		if found == nil && len(stamps) > 1 {
			found = pg.readersOnTop(h, stamps)
		}
		if found == nil {
			found = pg.nameless(h, stamps)
		}
		if found == nil || pg.articleFollows(found[0].line) {
			continue
		}
		pg.useHeads(found)
		return found[0].line
	}
	return -1
}

// bareStamps are the lines from one on that have a date, and else nothing but
// buttons.
func (pg *page) bareStamps(from int) (stamps []int) {
	for i := from; i < len(pg.lines) && (len(stamps) == 0 || !closesForum(&pg.lines[i])); i++ {
		c, ok := pg.cutAt(i)
		if ok && c.author == "" && (!strings.ContainsFunc(c.rest, unicode.IsLetter) || pg.p.furniture.buttons(c.rest)) {
			stamps = append(stamps, i)
		}
	}
	return stamps
}

// readersBelow reads heads with the date above the name, each with a button or number
// of its comment near it; nil if not all have that form.
func (pg *page) readersBelow(stamps []int) (found []thread) {
	sure := 0
	for k, i := range stamps {
		end := len(pg.lines)
		if k+1 < len(stamps) {
			end = stamps[k+1]
		}
		if i+2 >= end || !pg.plainName(i+1) || pg.plainName(i-1) {
			return nil
		}
		if pg.forumChrome(i-1) || pg.forumChrome(end-1) {
			sure++
		}
		c, _ := pg.cutAt(i)
		found = append(found, thread{commentHead{author: authorName(pg.lines[i+1].text), date: c.date, lines: 2, form: formBelow}, i})
	}
	if sure < len(stamps)-1 {
		return nil
	}
	return found
}

// readersOnTop reads comments that end in a line of buttons with the date, as those of
// Facebook; nil if not all have that form.
func (pg *page) readersOnTop(heading int, stamps []int) (found []thread) {
	own := map[int]bool{}
	from := heading + 1
	for _, i := range stamps {
		c, _ := pg.cutAt(i)
		name := pg.topName(from, i, found == nil)
		if name < 0 || !strings.ContainsFunc(c.rest, unicode.IsLetter) && !pg.forumChrome(i-1) {
			return nil
		}
		own[i] = true
		own[name+1] = aboutReader(pg.lines[name+1].folded)
		from = i + 1
		text, _, _ := strings.Cut(pg.lines[name].text, " · ")
		found = append(found, thread{commentHead{author: authorName(text), date: c.date, lines: 1}, name})
	}
	pg.own = own
	return found
}

// aboutReader tells what Facebook says of a reader below the name.
func aboutReader(folded string) bool {
	return strings.HasPrefix(folded, "arbeitet bei ") || strings.HasPrefix(folded, "works at ") || strings.HasPrefix(folded, "top-kommentator") || strings.HasPrefix(folded, "student ") || strings.HasPrefix(folded, "studiert ")
}

// nameless reads comments whose authors are not told, as many as the heading says.
func (pg *page) nameless(heading int, stamps []int) (found []thread) {
	if len(stamps) == 0 || len(stamps) != pg.p.totalIn(pg.lines[heading].text) {
		return nil
	}
	for i := heading + 1; i < stamps[0]; i++ {
		if !pg.forumChrome(i) {
			return nil
		}
	}
	for _, i := range stamps {
		c, _ := pg.cutAt(i)
		found = append(found, thread{commentHead{date: c.date, lines: 1}, i})
	}
	return found
}

// topName is the line of the name on top of a comment that ends before a line: the
// first that is no button, or for the first comment of a forum, which has more above
// it, the last with nothing but text below; -1 if there is none.
func (pg *page) topName(from, to int, first bool) int {
	name, texts := -1, 0
	for i := from; i+1 < to; i++ {
		text, _, _ := strings.Cut(pg.lines[i].text, " · ")
		if name >= 0 && !pg.forumChrome(i) {
			texts++
		}
		switch {
		case pg.forumChrome(i) || closesForum(&pg.lines[i]):
			if first && texts == 0 {
				name = -1
			}
		case name < 0 && !textLike(pg.p.lineOf(text)) && authorName(text) != "":
			name = i
		case name < 0 && !first:
			return -1
		case first && pg.lines[i].blanks > 0 && authorName(text) != "" && !textLike(pg.p.lineOf(text)):
			name = i
		}
	}
	return name
}

// signBelow finds out whether names and dates stand below the texts, as in letters to
// the editor. The heads then have no lines, and begin where the texts do.
func (pg *page) signBelow(found []thread) {
	first := found[0].line + 1
	if len(found) < 2 || first == 1 || first >= len(pg.lines) {
		return
	}
	button := ownKey(&pg.lines[first]) // if the others have it too
	next := make([]int, len(found))    // lines behind the buttons below each
	for k, t := range found {
		below, end := t.line+1, len(pg.lines)
		if k+1 < len(found) {
			end = found[k+1].line
		}
		for below < end && pg.lines[below].blanks == 0 && (pg.forumChrome(below) || button != "" && ownKey(&pg.lines[below]) == button) {
			below++
		}
		next[k] = below
		if t.form != formName || pg.lines[t.line].blanks > 0 || !pg.lines[t.line-1].has(signSentence) || below < len(pg.lines) && pg.lines[below].blanks == 0 {
			return
		}
	}
	last := next[len(found)-1]
	if last < pg.closed && pg.lines[last].has(signSentence) {
		return
	}
	begin := found[0].line - 1
	for begin > 0 && pg.lines[begin-1].kind == lineText && !pg.headsForum(begin-1) && found[0].line-begin < forumReach {
		begin--
	}
	if pg.own == nil {
		pg.own = map[int]bool{}
	}
	for k := range found {
		sign := found[k].line
		for i := sign; i < next[k]; i++ {
			pg.own[i] = true
		}
		found[k].line, found[k].lines = begin, 0
		begin = next[k]
	}
}

// plainName tells a line that is nothing but a name.
func (pg *page) plainName(i int) bool {
	l := &pg.lines[i]
	return l.kind == lineText && !textLike(l) && authorName(l.text) == l.text && !pg.forumChrome(i)
}

// withoutFrame takes from the names what all heads of a form have before them:
// "Eingesandt durch anna".
func withoutFrame(found []thread) {
	if len(found) < 2 {
		return
	}
	common := strings.Fields(found[0].author)
	for _, t := range found {
		words := strings.Fields(t.author)
		n := 0
		for n < len(common) && n+1 < len(words) && words[n] == common[n] {
			n++
		}
		common = common[:n]
	}
	if n := len(common); n == 0 || !unicode.IsLower(firstRune(common[n-1])) {
		return // "Max A.", "Max B."
	}
	switch common[len(common)-1] {
	case "der", "die", "das", "ein", "eine":
		return
	}
	for k := range found {
		found[k].author = strings.Join(strings.Fields(found[k].author)[len(common):], " ")
	}
}
