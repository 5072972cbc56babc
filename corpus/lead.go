package corpus

import (
	"slices"
	"strings"
	"unicode"
)

// Lengths in bytes of the shortest and longest lead, and of the longest one
// below a picture, where it may as well be the first paragraph.
const (
	minLead   = 40
	maxLead   = 700
	maxBehind = 450
	usualLead = 340 // longer ones stand above a byline, a dateline or a picture
)

// mostLeads is how many paragraphs below the title may be the lead.
const mostLeads = 3

// findLead finds the paragraph that sums up, below the title, unless it is known
// that the outlet writes none. Other paragraphs that stand first belong to the text.
func (pg *page) findLead() {
	if pg.leadOfItems() {
		return
	}
	candidates := pg.leadLines()
	if len(candidates) == 0 || pg.p.outlets.noLead[pg.outlet()] {
		return
	}
	best, top := -1, 0.0
	if pg.widelyApart(candidates[0]) {
		best, candidates = candidates[0], nil
	}
	for k, i := range candidates {
		if k > 0 && len(pg.lines[candidates[k-1]].text) >= longText {
			break // below a paragraph hardly any is one
		}
		has := pg.leadTraitsOf(candidates, k)
		if score := pg.p.leads.score(has[:]); score > top {
			best, top = i, score
		}
	}
	if best < 0 || pg.closesPage(best) {
		return
	}
	l := &pg.lines[best]
	l.decide(lineLead, "lead")
	pg.a.Lead = pg.bylineBehind(withoutCount(withoutHour(l.text)))
}

// widelyApart tells a paragraph from which more empty lines part the next than part
// those behind it from one another.
func (pg *page) widelyApart(i int) bool {
	const compared = 3 // paragraphs
	if i+1+compared >= pg.end || len(pg.lines[i].text) > maxLead || !pg.lines[i+1].paragraph() {
		return false
	}
	for k := i + 2; k < i+2+compared; k++ {
		if !pg.lines[k].paragraph() || pg.lines[k].blanks >= pg.lines[i+1].blanks {
			return false
		}
	}
	return true
}

// leadOfItems finds a lead of several sentences with bullets, right below the title,
// and tells whether it is one.
func (pg *page) leadOfItems() bool {
	const least, most = 2, 4 // items
	var items []int
	i := pg.title + 1
	for ; i < pg.end; i++ {
		l := &pg.lines[i]
		if _, item := listItem(l.text); l.kind != lineText || !item || len(l.text) < minLead || !l.has(signSentence) {
			break
		}
		items = append(items, i)
	}
	for i < pg.end && pg.lines[i].kind == lineMeta {
		i++
	}
	if len(items) < least || len(items) > most || i == pg.end || len(pg.lines[i].text) < longText {
		return false
	}
	parts := make([]string, len(items))
	for k, i := range items {
		text, _ := listItem(pg.lines[i].text)
		parts[k] = "• " + text
		pg.lines[i].decide(lineLead, "lead with bullets")
	}
	pg.a.Lead = strings.Join(parts, " ")
	return true
}

// withoutHour takes what is left of a time from the front of a lead to which a scraper
// has glued it: "UhrAm 8. Spieltag".
func withoutHour(s string) string {
	if rest, ok := strings.CutPrefix(s, "Uhr"); ok && unicode.IsUpper(firstRune(rest)) {
		return rest
	}
	return s
}

// leadLines are the lines that may be the lead, the first below the title.
func (pg *page) leadLines() (out []int) {
	for i := pg.title + 1; i < pg.end && len(out) < mostLeads; i++ {
		l := &pg.lines[i]
		if l.kind != lineText {
			continue
		}
		if _, item := listItem(l.text); item {
			if len(out) == 0 && pg.loneItem(i) {
				l.decide(lineNoise, "lone bullet")
				continue
			}
			return out
		}
		if pg.opensText(l) && !pg.inHead(i) {
			return out
		}
		if len(out) > 0 {
			if len(l.text) >= minLead {
				out = append(out, i)
			}
			continue
		}
		if kicker, ok := strings.CutSuffix(l.text, " "+pg.a.Title); ok && len(kicker) <= maxHeading/2 && pg.a.Title != "" && headlineLong(pg.a.Title) {
			l.decide(lineNoise, titleAgain)
			pg.a.Kicker = strings.TrimRight(kicker, " :")
			continue
		}
		if place, ok := strings.CutSuffix(l.text, "."); ok && isPlaceName(place) && i+1 < pg.end && pg.lines[i+1].paragraph() {
			l.decide(lineNoise, "place")
			continue
		}
		if len(l.text) < minLead && (!sentenceEnd(l.text) || strings.HasSuffix(l.text, ":")) {
			continue // a label or the description of a picture
		}
		if l.has(signBar) && strings.Count(l.text, " | ") > 1 || strings.HasPrefix(l.text, "| ") {
			l.decide(lineNoise, "parts between bars")
			continue
		}
		if pg.captionBelowTitle(i) {
			l.decide(lineCaption, "caption below the title")
			continue
		}
		out = append(out, i)
	}
	return out
}

// opensText tells a paragraph with which the text itself begins: with its place or
// date, or with the first question of an interview.
func (pg *page) opensText(l *line) bool {
	return pg.p.place(l.text) != nil || placeInCapitals(l.text) || beginsWithDate(l.text) || strings.HasSuffix(l.text, "?") && pg.interview()
}

// inHead tells a paragraph that no empty line sets apart from the lines of the head,
// but one from the text.
func (pg *page) inHead(i int) bool {
	l := &pg.lines[i]
	if !pg.spaced || l.blanks > 0 || i+1 >= pg.end || pg.lines[i+1].blanks == 0 || !placeInCapitals(l.text) {
		return false
	}
	above := pg.lines[i-1].kind
	return above == lineTitle || above == lineMeta || above == lineCaption || above == lineCredit
}

// loneItem tells a bullet with a few words above a paragraph, what the author is or
// a topic.
func (pg *page) loneItem(i int) bool {
	const most = 4 // words with the bullet
	return pg.lines[i].words <= most && i > 0 && pg.lines[i-1].kind != lineText && pg.textFollowsAt(i)
}

// withoutCount takes the number of comments from the end of a lead: "… Das
// bestreitet er. 10".
func withoutCount(s string) string {
	const most = 3 // digits
	rest := strings.TrimRight(s, "0123456789")
	if n := len(s) - len(rest); n == 0 || n > most || !strings.HasSuffix(rest, ". ") {
		return s
	}
	return rest[:len(rest)-1]
}

// captionBelowTitle tells a line without the end of a sentence above a paragraph
// that may be the lead, of two sentences or more and below the dateline: the
// caption of a picture whose credit is lost.
func (pg *page) captionBelowTitle(i int) bool {
	l := &pg.lines[i]
	if len(l.text) >= leadLong || sentenceEnd(l.text) || strings.HasSuffix(l.text, "?") || strings.HasSuffix(l.text, "!") {
		return false
	}
	for k := i + 1; k < pg.end; k++ {
		if below := &pg.lines[k]; below.kind == lineText {
			return pg.metaBetween(i, k) && below.paragraph() && len(below.text) <= maxBehind && sentenceBreaks(below.text) && pg.leadLike(k) && !pg.p.outlets.noLead[pg.outlet()]
		}
	}
	return false
}

// bylineBehind takes the byline from the end of a lead: "… freuen sich. Von Ada
// Muster".
func (pg *page) bylineBehind(text string) string {
	const most = 60 // bytes of a byline
	front := max(0, len(text)-most)
	if !strings.Contains(text[front:], "on ") && !strings.Contains(text[front:], "ON ") {
		return text
	}
	for _, sign := range []string{". Von ", "? Von ", "! Von ", ". VON ", "? VON ", "! VON ", ". von ", "? von ", "! von "} {
		at := strings.LastIndex(text[front:], sign)
		if at < 0 {
			continue
		}
		at += front
		names, agencies, ok := pg.p.byline(text[at+len(". "):])
		if !ok {
			continue
		}
		pg.a.Authors = append(names, pg.a.Authors...) // initials of a sign-off come later in the page
		pg.addMeta(meta{agencies: agencies})
		return text[:at+1]
	}
	return text
}

// leadLike tells whether a paragraph is a lead by rules of its length alone: more
// paragraphs must follow.
func (pg *page) leadLike(i int) bool {
	l := &pg.lines[i]
	if pg.opensText(l) || len(l.text) > usualLead && !pg.setOff(i) {
		return false
	}
	if pg.behindPicture(i) && len(l.text) > maxBehind {
		return false
	}
	if len(l.text) > maxLead || len(l.text) < minLead || pg.likeTheNext(i) {
		return false
	}
	for k := i + 1; k < pg.end; k++ {
		if pg.lines[k].paragraph() {
			return true
		}
	}
	return false
}

// closesPage tells whether a page has nothing below line i but who wrote it and when:
// a report of one paragraph. Of videos and of articles that must be paid for the lead
// is all there is, but their buttons follow.
func (pg *page) closesPage(i int) bool {
	return !slices.ContainsFunc(pg.lines[i+1:], func(l line) bool {
		return l.kind != lineMeta && l.kind != lineSignoff && l.kind != lineCopyright
	})
}

// likeTheNext tells a paragraph that the text goes on from at once, and that is
// longer than the next and than most: a lead is short, and set apart.
func (pg *page) likeTheNext(i int) bool {
	if i+1 >= pg.end || pg.lines[i+1].kind != lineText || strings.HasSuffix(pg.lines[i+1].text, "?") {
		return false
	}
	n, sum := 0, 0
	for k := i + 1; k < pg.end; k++ {
		if l := &pg.lines[k]; l.paragraph() {
			n++
			sum += len(l.text)
		}
	}
	length := len(pg.lines[i].text)
	return n > 1 && 10*length > 11*len(pg.lines[i+1].text) && 10*length*n > 12*sum
}

// setOff tells a line below which no text stands: a byline, a picture, furniture.
func (pg *page) setOff(i int) bool {
	return i+1 < pg.end && pg.lines[i+1].kind != lineText
}

// placeInCapitals tells a paragraph that begins with its place: "WALDHEIM. Die
// Gemeinde …", "WALDHEIM – Die Gemeinde …", "WALDHEIM: Die Gemeinde …".
func placeInCapitals(s string) bool {
	const least = 4 // letters; fewer are an abbreviation
	if len(s) < least || isSmall(s[1]) || isSmall(s[2]) {
		return false
	}
	for _, sign := range []string{". ", " – ", " - ", " — ", ": "} {
		place, rest, ok := strings.Cut(s, sign)
		if ok && rest != "" && len(place) >= least && isPlaceName(place) && place == strings.ToUpper(place) {
			return true
		}
	}
	return false
}

// behindPicture tells whether a caption stands between title and line i.
func (pg *page) behindPicture(i int) bool {
	for k := pg.title + 1; k < i; k++ {
		if pg.lines[k].kind == lineCaption {
			return true
		}
	}
	return false
}
