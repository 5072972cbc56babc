package corpus

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// maxTitle is the length in bytes of the longest headline.
const maxTitle = 200

// findEnd finds where the article ends: at its sign-off, or at a line of the
// foot of the page. A mark behind which more paragraphs follow than stand
// before it is no end.
func (pg *page) findEnd() {
	total := 0
	for i := range pg.lines {
		if pg.lines[i].paragraph() {
			total += len(pg.lines[i].text)
		}
	}
	before := 0
	for i := range pg.lines {
		l := &pg.lines[i]
		switch {
		case l.paragraph():
			before += len(l.text)
			if l.signed && 4*before >= 3*total && i+1 < len(pg.lines) && !pg.signedBehind(i) {
				pg.end = i + 1
				return
			}
		case l.kind == lineMeta && pg.closes(l) && before > 0 && pg.nearEnd(i):
			pg.end = i
			return
		case l.kind == lineSignoff || l.kind == lineEnd || l.kind == lineCopyright || l.kind == lineComment:
			if before > 0 && 2*before >= total && !(l.kind == lineEnd && !ofAuthor(l.folded) && pg.goesOn(i)) {
				pg.end = i
				return
			}
			if l.kind == lineEnd {
				l.decide(lineNoise, l.rule)
			}
		}
	}
}

// goesOn tells whether the article goes on below line i, an offer or a notice
// within the text: below it, and above what ends every article, is a paragraph
// that shares words with those above.
func (pg *page) goesOn(i int) bool {
	for k := i + 1; k < min(i+1+headReach, len(pg.lines)); k++ {
		l := &pg.lines[k]
		switch l.kind {
		case lineSignoff, lineCopyright, lineComment, lineForum, lineTotal:
			return false
		case lineText:
			if l.paragraph() && pg.related(k, i) {
				return true
			}
		}
	}
	return false
}

// related tells a paragraph at line k that is neither offer nor teaser: it is
// long, of several sentences and below no headline, or its nouns stand above
// line i, two at least or half of them.
func (pg *page) related(k, i int) bool {
	l := &pg.lines[k]
	pg.p.outlets.cue(l)
	if formal, friendly, we := address(l.text); l.cued(cueLetter) || (formal || friendly || we) && !strings.ContainsAny(l.text, `"„“»«`) {
		return false
	}
	if k == i+1 && pg.lines[i].cued(cueLetter|cueOffer) && !l.cued(cueOffer|cueOutlet) && pg.p.model.says(l) < textWords {
		return true
	}
	above := &pg.lines[k-1]
	headline := above.kind == lineText && !above.paragraph() && pg.p.model.says(above) < leastWords
	if len(l.text) >= longText && sentenceBreaks(l.text) && !headline && pg.p.model.says(l) < textWords {
		return true
	}
	if strings.ContainsRune("„\"»«", firstRune(l.text)) && strings.Contains(l.text, " sagt") {
		return true // somebody is quoted
	}
	if len(l.text) < longText && !pg.besideText(k) {
		return false
	}
	all := nouns(l.text)
	n := 0
	for _, noun := range all {
		if pg.nounAbove(noun, i) {
			n++
		}
	}
	return n > 1 || 2*n >= len(all) && n > 0
}

// textWords is what the words of a paragraph of the text say at most, in
// logits.
const textWords = 0.3

// ofAuthor tells the heading of what is said of the author or the person who is
// the topic.
func ofAuthor(folded string) bool {
	return strings.HasPrefix(folded, "zur person") || strings.HasPrefix(folded, "zum autor") || strings.HasPrefix(folded, "zur autorin") || strings.Contains(folded, " autor") || strings.HasPrefix(folded, "autor")
}

// besideText tells whether a long paragraph is above or below line i.
func (pg *page) besideText(i int) bool {
	for _, k := range []int{i - 1, i + 1} {
		if k >= 0 && k < len(pg.lines) && pg.lines[k].kind == lineText && len(pg.lines[k].text) >= longText {
			return true
		}
	}
	return false
}

// signedBehind tells whether another paragraph below line i has a sign-off, as
// those of a ticker have.
func (pg *page) signedBehind(i int) bool {
	return slices.ContainsFunc(pg.lines[i+1:], func(l line) bool { return l.signed })
}

// closes tells "Redaktion: Ada Muster", and what the author is.
func (pg *page) closes(l *line) bool {
	return l.rule == "byline" && strings.Contains(l.text, ":") || l.rule == "what the author is"
}

// findTitle finds section, kicker, title and lead among the lines above the
// first paragraphs.
func (pg *page) findTitle() {
	pg.findOpening()
	if t := pg.footTitle(); t >= 0 {
		pg.lines[t].decide(lineTitle, "title below the text")
		pg.a.Title = pg.lines[t].text
		return
	}
	t := pg.trailEnd()
	if t < 0 {
		t = pg.findHeadline()
	}
	if t < 0 {
		pg.a.Title = pg.front
		return // the scraper has left the headline out
	}
	pg.title = t
	pg.setTitle(t)
	pg.findSection()
	if pg.a.Section == "" {
		pg.sectionAround()
	}
	if fold(pg.a.Kicker) == fold(pg.a.Section) && !genre(fold(pg.a.Kicker)) {
		pg.a.Kicker = ""
	}
	pg.findLead()
}

// findHeadline finds the line of the headline; -1 if there is none.
func (pg *page) findHeadline() int {
	candidates := pg.headLines(false)
	t := pg.repeated(candidates)
	if t < 0 {
		t = pg.chosen(candidates)
	}
	if t < 0 {
		return -1
	}
	if k := pg.titleBelow(t); k > 0 {
		return k
	}
	if pg.aboveHeadline(t) {
		return t + 1
	}
	return t
}

// headLines are the lines that may be kicker or title: those above the second
// paragraph, for the first may be a notice, without sections and the names of
// outlets; with or without captions that may be the headline.
func (pg *page) headLines(captions bool) (out []int) {
	for i := 0; i < pg.end && len(out) < headReach; i++ {
		l := &pg.lines[i]
		if l.kind != lineText && l.kind != lineForum && !(captions && pg.headCaption(i)) {
			continue
		}
		if l.has(signGreater) && strings.Count(l.text, " > ") > 1 && pg.crumbs(l) {
			continue
		}
		if len(out) == 0 && l.paragraph() && (addresses(l.text) || pg.claim(i)) {
			continue // a notice above the page
		}
		if i > pg.opening[1] || summary(l.folded) {
			break
		}
		if len(l.text) > maxTitle || len(out) > 0 && l.paragraph() {
			continue
		}
		if pg.isSection(l) || pg.outletLine(l) || pg.crumbs(l) || pg.categories(l) || l.kind == lineForum || placeAlone(l.text) && pg.textFollowsAt(i) {
			continue
		}
		if _, item := listItem(l.text); item && len(out) > 0 || strings.HasSuffix(l.text, " Von") || l.cued(cueRelative) && strings.HasPrefix(l.text, "vor ") {
			continue // "Kultur Von", a byline whose name is lost; "vor 5 Stunden in Kultur"
		}
		out = append(out, i)
	}
	return out
}

// ruleItsCredit is what the rules for captions end with whose credits have a line of
// their own.
const ruleItsCredit = " its credit"

// headCaption tells a caption that may as well be the headline, between pictures and
// text.
func (pg *page) headCaption(i int) bool {
	l := &pg.lines[i]
	return l.kind == lineCaption && i < pg.opening[0] && strings.HasSuffix(l.rule, ruleItsCredit) && l.words > 1 && !l.has(signSentence)
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// markOutlets drops the names of outlets above the first paragraph. "WELT" at
// the top is the outlet, "Welt" a section.
func (pg *page) markOutlets() {
	const (
		top   = 3  // lines
		reach = 12 // lines within which a page says whose it is
		short = 2  // bytes
	)
	for i := range pg.lines {
		l := &pg.lines[i]
		if l.paragraph() {
			return
		}
		if l.kind == lineText && (!pg.isSection(l) || i < top && l.text == strings.ToUpper(l.text)) {
			before := pg.pageName
			pg.outletLine(l)
			if i >= reach || len(l.text) <= short { // "FR" may be a language
				pg.pageName = before
			}
		}
	}
}

// ruleOutlet is the rule for lines of nothing but names of outlets.
const ruleOutlet = "name of an outlet"

// outletLine tells a line that is nothing but the name of an outlet or its
// publisher: "stern.de", "OZ - Ostsee-Zeitung", "Verlag Der Tagesspiegel GmbH".
func (pg *page) outletLine(l *line) bool {
	if len(l.text) > maxHeading || !pg.p.outlets.mayOpen(l.folded) {
		return false
	}
	for part := range strings.SplitSeq(strings.ReplaceAll(strings.ReplaceAll(l.folded, " | ", " - "), " – ", " - "), " - ") {
		words := strings.Fields(strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(part, "-startseite"), "-homepage"), "+ "))
		if len(words) == 1 && words[0] == "nachrichten" && pg.pageName != "" {
			continue // "SPIEGEL ONLINE - Nachrichten"
		}
		for len(words) > 1 && isCompany(words[len(words)-1]) {
			words = words[:len(words)-1]
		}
		for len(words) > 1 && words[0] == "verlag" {
			words = words[1:]
		}
		name := pg.p.outlets.names(words)
		if name == "" {
			return false
		}
		if pg.pageName == "" {
			pg.pageName = name
		}
	}
	l.decide(lineNoise, ruleOutlet)
	return true
}

// isCompany tells the words behind the name of a publisher.
func isCompany(low string) bool {
	switch strings.TrimRight(low, ".") {
	case "gmbh", "ag", "mbh", "kg", "verlag", "verlags", "online", "digital", "&", "co", "se":
		return true
	}
	return false
}
