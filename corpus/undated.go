package corpus

import "strings"

// undatedForum finds comments that have no dates, a name above each text, below
// a heading such as "Kommentare (3)"; -1 if there are none. Teasers may have
// that form too, hence their number must be the one that the heading tells, or
// a button must follow every comment.
func (pg *page) undatedForum() int {
	for _, i := range pg.firstForumHeads() {
		heads := pg.initialed(i + 1)
		buttons := len(heads)
		if len(heads) < 2 {
			heads, buttons = pg.namesAndTexts(i + 1)
		}
		if len(heads) == 0 || pg.articleFollows(heads[0]) {
			continue
		}
		if len(heads) != pg.p.totalIn(pg.lines[i].text) && (buttons < len(heads) || len(heads) < 2) {
			continue
		}
		found := make([]thread, len(heads))
		for n, k := range heads {
			found[n] = thread{commentHead{author: authorName(pg.lines[k].text), lines: 1}, k}
		}
		pg.useHeads(found)
		return heads[0]
	}
	return -1
}

// initialed finds the names from line i on that have their initials above them, and a
// text below.
func (pg *page) initialed(i int) (heads []int) {
	for ; i+2 < len(pg.lines) && !closesForum(&pg.lines[i]); i++ {
		if len(pg.lines[i].text) > len("ABC") {
			continue
		}
		name, below := &pg.lines[i+1], &pg.lines[i+2]
		if initialsOf(pg.lines[i].text, name) && len(name.text) <= maxAuthor && len(name.text) > len(pg.lines[i].text) && authorName(name.text) != "" && name.blanks == 0 && len(below.text) > 1 {
			heads = append(heads, i+1)
		}
	}
	return heads
}

// namesAndTexts reads names with texts below them from line i on, to the foot
// of the page. It gives the lines of the names, and how many comments have
// buttons below them; nothing if a line is neither.
func (pg *page) namesAndTexts(i int) (heads []int, buttons int) {
	pressed, texts := true, 0
	for ; i < len(pg.lines); i++ {
		l := &pg.lines[i]
		switch {
		case l.kind == lineTotal && len(heads) > 0:
			return heads, buttons
		case pg.forumChrome(i):
			if len(heads) > 0 && !pressed {
				buttons++
				pressed = true
			}
		case l.kind != lineText:
			return heads, buttons
		case pg.readerName(i):
			heads = append(heads, i)
			pressed, texts = false, 0
		case i+1 < len(pg.lines) && initialsOf(l.text, &pg.lines[i+1]) && pg.readerName(i+1):
		case len(heads) == 0:
			return nil, 0
		case textLike(l) || l.text[0] == '@' && texts == 0:
			texts++
		case texts > 0 && pg.recurring(i):
			if !pressed {
				buttons++
				pressed = true
			}
		case !pressed:
			texts++ // a short line of a comment
		case pressed && buttons == len(heads):
			return heads, buttons // what stands below the forum
		default:
			return nil, 0
		}
	}
	return heads, buttons
}

// readerName tells a name above a text.
func (pg *page) readerName(i int) bool {
	l := &pg.lines[i]
	if textLike(l) || l.text[0] == '@' || authorName(l.text) != l.text || i+1 >= len(pg.lines) {
		return false
	}
	below := &pg.lines[i+1]
	if below.text[0] == '@' && i+2 < len(pg.lines) {
		below = &pg.lines[i+2]
		i++
	}
	return below.kind == lineText && textLike(below) && !pg.forumChrome(i+1)
}

// textLike tells a sentence, or a line too long for a name. "Lehrerin i. R."
// ends in an abbreviation.
func textLike(l *line) bool {
	if len(l.text) > maxAuthor {
		return true
	}
	const abbreviation = 5 // bytes of "Sch." with the blank before it
	last := l.text[strings.LastIndexByte(l.text, ' ')+1:]
	return sentenceEnd(l.text) && !(strings.HasSuffix(last, ".") && (len(last) < len("R. ") || len(last) < abbreviation && !strings.ContainsAny(last, "aeiouAEIOUäöüy")))
}

// recurring tells a short line that stands more than once below the heading of a
// forum: a button whose words no table knows.
func (pg *page) recurring(i int) bool {
	const longest = 40 // bytes
	return len(pg.lines[i].text) <= longest && pg.twice(i)
}
