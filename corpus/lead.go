package corpus

import "strings"

// Lengths in bytes of the shortest and longest lead, and of the longest one
// below a picture, where it may as well be the first paragraph.
const (
	minLead   = 40
	maxLead   = 700
	maxBehind = 450
	usualLead = 340 // longer ones stand above a byline, a dateline or a picture
)

// findLead finds the paragraph that sums up, the first below the title.
func (pg *page) findLead() {
	for i := pg.title + 1; i < pg.end; i++ {
		l := &pg.lines[i]
		switch {
		case l.kind != lineText:
			continue
		}
		if _, item := listItem(l.text); item {
			if pg.loneItem(i) {
				l.decide(lineNoise, "lone bullet")
				continue
			}
			return
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
		if strings.Count(l.text, " | ") > 1 || strings.HasPrefix(l.text, "| ") {
			l.decide(lineNoise, "parts between bars")
			continue
		}
		if pg.captionBelowTitle(i) {
			l.decide(lineCaption, "caption below the title")
			continue
		}
		if pg.leadLike(i) {
			l.decide(lineLead, "lead")
			pg.a.Lead = pg.bylineBehind(withoutCount(l.text))
		}
		return
	}
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
			return pg.metaBetween(i, k) && below.paragraph() && len(below.text) <= maxBehind && sentenceBreaks(below.text) && pg.leadLike(k)
		}
	}
	return false
}

// bylineBehind takes the byline from the end of a lead: "… freuen sich. Von Ada
// Muster".
func (pg *page) bylineBehind(text string) string {
	const most = 60 // bytes of a byline
	front := max(0, len(text)-most)
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

// leadLike tells whether the first paragraph is a lead: more paragraphs must
// follow, and the outlet must write leads.
func (pg *page) leadLike(i int) bool {
	l := &pg.lines[i]
	if strings.HasSuffix(l.text, "?") && pg.interview() {
		return false // its first question
	}
	if pg.p.place(l.text) != nil || placeInCapitals(l.text) || beginsWithDate(l.text) || len(l.text) > usualLead && !pg.setOff(i) {
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
			return !pg.p.outlets.noLead[pg.outlet()]
		}
	}
	return false
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
