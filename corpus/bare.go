package corpus

import "strings"

// bareForum finds comments below no heading: two lines at least that say who
// wrote when, or have a numbered heading below them.
func (pg *page) bareForum() int {
	const near = 2 // lines from a notice to the first head
	start, heads := -1, 0
	notice, text := -near-1, false // the last line that speaks of comments; a paragraph stands above
	for i := range pg.lines {
		l := &pg.lines[i]
		text = text || l.paragraph()
		if text && strings.Contains(l.folded, "kommentar") {
			notice = i
		}
		if !l.mayDate() {
			continue // a name above its date is no such line
		}
		first := i
		if heads > 0 {
			first = start
		}
		head, ok := pg.headAt(i)
		said := saysVerb(l.text) && head.lines > 1
		if !ok || head.lines > 1 && !said && !strings.HasPrefix(pg.lines[i+1].text, "von ") || i+1 >= len(pg.lines) {
			continue
		}
		if _, heading := numbered(pg.lines[i+1].text); head.lines == 1 && !heading && !saysComment(l.text) && (heads == 0 && i-notice > near || !pg.sameFrame(first, i)) {
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
		strings.HasPrefix(s, "Kommentar von ") || strings.HasSuffix(s, " Permanenter Link") || strings.HasSuffix(s, " Permalink")
}

// sameFrame tells a head with the time of day that is written as another: "anna |
// Sa., 18. März 2017 - 08:52".
func (pg *page) sameFrame(i, k int) bool {
	a, _ := pg.headAt(i)
	b, _ := pg.headAt(k)
	return a.form == b.form && a.lines == b.lines && len(a.date) > len("2017-03-18") && len(b.date) > len("2017-03-18") &&
		signsOnly(pg.lines[i].text, a.author) == signsOnly(pg.lines[k].text, b.author)
}

// signsOnly is what stands between the words and numbers of a head, up to the date.
func signsOnly(s, author string) string {
	_, rest, _ := strings.Cut(s, author)
	at := strings.IndexAny(rest, "0123456789")
	if at < 0 {
		return rest
	}
	return strings.Map(func(r rune) rune {
		if isWordRune(r) {
			return -1
		}
		return r
	}, rest[:at])
}
