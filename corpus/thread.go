package corpus

import "strings"

// forum is what is known of the comments below an article.
type forum struct {
	headings   []int               // what forumHeads gives, nil until it is asked for
	cuts       []cut               // by line, what cutDate found
	lastButton int                 // line of the last button of the last comment
	lastHead   int                 // line of the last head of a comment
	closed     int                 // line that closes the forum
	threads    []thread            // heads of comments
	own        map[int]bool        // lines among comments that are the forum's own
	compact    bool                // no empty lines are within comments
	titleAt    map[int]string      // titles above heads, by line
	looseForum bool                // empty lines set comments apart
	inForum    bool                // the first comment is found
	said       bool                // comments begin "anna schrieb:"
	heads      map[int]commentHead // by line, once they are settled; nil before
	buttons    map[string]bool     // folded lines that the forum has below most comments
}

// thread is a head of a comment with its line.
type thread struct {
	commentHead
	line int
}

// settle decides which lines from start on are heads of comments: one at the edge
// that has another form than the rest is the byline of the article, or a teaser. It
// gives the line of the first head, -1 if there is none.
func (pg *page) settle(start int) int {
	var found []thread
	for i := start; i < pg.closed; i++ {
		if head, ok := pg.headAt(i); ok {
			found = append(found, thread{head, i})
			i += head.lines - 1
		}
	}
	if pg.heads == nil {
		found = pg.withoutOdd(found)
		withoutFrame(found)
	}
	if len(found) == 0 {
		return -1
	}
	if pg.heads == nil {
		found = pg.withoutNames(found)
		pg.signBelow(found)
	}
	seen := map[string]bool{}
	for k, t := range found {
		found[k] = pg.answerer(t, seen)
		seen[found[k].author] = true
	}
	pg.useHeads(found)
	return found[0].line
}

// useHeads makes heads, in the order of their lines, those of the forum.
func (pg *page) useHeads(found []thread) {
	pg.threads = found
	pg.heads = make(map[int]commentHead, len(found))
	for _, t := range found {
		pg.heads[t.line] = t.commentHead
		pg.lastHead = t.line
	}
}

// withoutOdd drops heads at the edges whose form is that of no other, where the rest
// have one form.
func (pg *page) withoutOdd(found []thread) []thread {
	const least = 3 // heads
	for len(found) >= least {
		n := len(found)
		switch {
		case pg.odd(found[0], found[1:]):
			found = found[1:]
		case pg.odd(found[n-1], found[:n-1]):
			found = found[:n-1]
		default:
			return found
		}
	}
	return found
}

// odd tells whether a head differs from others that are of one form.
func (pg *page) odd(t thread, others []thread) bool {
	for _, o := range others {
		if o.form != others[0].form {
			return false
		}
	}
	return t.form != others[0].form && t.form != formSaid && others[0].form != formSaid
}

// withoutNames adds the heads that no rule takes for one: of readers who gave no
// name, where names stand behind the dates, and of those whom a reader answers, whose
// name follows the reader's own: "anna Bert K. • vor 2 Monaten".
func (pg *page) withoutNames(found []thread) []thread {
	form := found[0].form
	if len(found) < 2 || form != formDate && form != formName && form != formAbove {
		return found
	}
	var out []thread
	seen := map[string]bool{}
	k := 0
	first := found[0].line
	if form == formAbove {
		first = pg.firstStrange(first)
	}
	for i := first; i < pg.closed; i++ {
		if k < len(found) && found[k].line == i {
			t := found[k]
			t.author = withoutTarget(t.author, seen)
			seen[t.author] = t.author != ""
			out = append(out, t)
			i += t.lines - 1
			k++
			continue
		}
		c, ok := pg.cutAt(i)
		if !ok || c.author != "" || k == len(found) {
			continue
		}
		rest := strings.Trim(c.rest, " •·|,")
		name := withoutTarget(rest, seen)
		nameless := form == formDate && rest == "" && strings.HasSuffix(pg.lines[i].text, "|")
		if nameless || form == formName && name != rest && authorName(name) != "" {
			out = append(out, thread{commentHead{author: authorName(name), date: c.date, lines: 1, form: form}, i})
		}
		if form == formAbove && rest == "" && pg.strangeName(i-1) {
			name := strings.TrimPrefix(pg.lines[i-1].text, "Gast: ")
			out = append(out, thread{commentHead{author: name, date: c.date, lines: 2, form: form}, i - 1})
		}
	}
	return out
}

// firstStrange is the line of the date of the first comment, where it stands above
// the first head at line i, and its name looks like none: "der dritte mann im kanal".
func (pg *page) firstStrange(i int) int {
	if i == 0 || !pg.forumChrome(i-1) {
		return i
	}
	for k := i - 1; k > 0 && i-k < forumReach && !pg.headsForum(k); k-- {
		if c, ok := pg.cutAt(k); ok && strings.Trim(c.rest, " ") == "" && pg.strangeName(k-1) {
			return k
		}
	}
	return i
}

// strangeName tells a short line on top of a comment that is no name otherwise:
// "2500???".
func (pg *page) strangeName(i int) bool {
	l := &pg.lines[i]
	return len(l.text) <= maxAuthor && l.kind == lineText && !pg.forumChrome(i) && (l.blanks > 0 || pg.forumChrome(i-1)) && pg.lines[i+1].blanks == 0
}

// withoutTarget takes from a name that of an earlier reader behind it, and the mark
// of a moderator.
func withoutTarget(name string, seen map[string]bool) string {
	for i, r := range name {
		if r == ' ' && seen[name[i+1:]] {
			name = name[:i]
			break
		}
	}
	return strings.TrimSuffix(name, " Mod")
}

// answerer finds the name of the reader above that of whom the reader answers: "Bert
// K.", "anna", "• vor 2 Jahren".
func (pg *page) answerer(t thread, seen map[string]bool) thread {
	i := t.line
	if t.form != formAbove || !seen[t.author] || i < 2 || pg.lines[i].blanks > 0 || pg.lines[i-1].kind != lineText {
		return t
	}
	if pg.lines[i-1].blanks == 0 && !pg.forumChrome(i-2) {
		return t
	}
	if name := authorName(pg.lines[i-1].text); name != "" && name == strings.TrimSpace(pg.lines[i-1].text) && !textLike(&pg.lines[i-1]) {
		t.author, t.line, t.lines = name, i-1, t.lines+1
	}
	return t
}
