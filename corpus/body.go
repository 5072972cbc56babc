package corpus

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// markBody tells paragraphs, subheadings and list items from what furniture is
// left between title and end.
func (pg *page) markBody() {
	box := false
	for i := pg.title + 1; i < pg.end; i++ {
		l := &pg.lines[i]
		switch {
		case l.kind == lineBox:
			box = true
			continue
		case l.kind == lineForum && i+1 < pg.end && pg.lines[i+1].paragraph() && headingLike(l.text) && !strings.Contains(l.folded, "komment"):
			l.decide(lineHeading, "subheading")
			continue
		case l.kind != lineText || l.kept:
			continue
		}
		if box && (!l.paragraph() || clippedItem(l)) && !pg.asksNext(i) && !pg.setApart(i) {
			l.decide(lineNoise, "link in a box")
			continue
		}
		box = false
		pg.markBlock(i)
	}
	pg.dropTail()
	pg.dropOrphans()
	pg.dropFirstHeading()
	pg.markRuns()
	pg.dropOrphans()
	pg.placeAgencies()
}

// markBlock decides about one line of the body.
func (pg *page) markBlock(i int) {
	l := &pg.lines[i]
	if text, ok := listItem(l.text); ok && !(l.has(signSentence) && strings.HasPrefix(l.text, "►")) { // before paragraphs of BILD
		l.shorten(text)
		l.decide(lineItem, "bullet")
		return
	}
	switch {
	case len(l.text) > maxMeta: // no rule is for lines as long
	case len(l.text) <= maxHeading && pg.p.outlets.mayOpen(l.folded) && pg.p.outlets.known(l.folded) != "" && !pg.textFollowsAt(i):
		l.decide(lineNoise, ruleOutlet)
	case len(l.text) == len(pg.a.Title) && strings.EqualFold(l.text, pg.a.Title):
		l.decide(lineNoise, "title again")
	case len(l.text) < minLead && strings.HasSuffix(l.text, ":") && !pg.textFollows(i):
		l.decide(lineNoise, "label")
	case l.has(signDigit) && datedLink(l):
		l.decide(lineNoise, "link with a date")
		if i > 0 && pg.lines[i-1].kind == lineHeading {
			pg.lines[i-1].decide(lineNoise, "headline of a link with a date")
		}
	case l.has(signDigit) && len(l.text) <= maxHeading && pg.sameDay(l):
		l.decide(lineNoise, "date again")
	case placeAlone(l.text) && pg.textFollowsAt(i):
		l.decide(lineNoise, "place")
	case i > 0 && isInitials(l.text) && i > pg.lastLong && pg.lines[i-1].paragraph() && !pg.textFollows(i):
		l.decide(lineSignoff, "initials below the text")
		pg.addMeta(meta{authors: []string{l.text}})
	case strings.HasSuffix(l.text, ", ,"): // "Hafenpresse , ,"
		l.decide(lineNoise, "left of links")
	case placeholder(l.text):
		l.decide(lineNoise, "placeholder")
	case i > 0 && i+1 < pg.end && headsGallery(pg.lines[i-1].folded) && headingLike(l.text) && headingLike(pg.lines[i+1].text):
		l.decide(lineNoise, "name of a gallery")
	case headingLike(l.text) && sells(l):
		l.decide(lineNoise, "heading of an offer")
	case headingLike(l.text):
		l.decide(lineHeading, "subheading")
	}
}

// headsGallery tells the label above the name of a gallery.
func headsGallery(folded string) bool {
	switch folded {
	case "bilder", "fotos", "bildergalerie", "bilderstrecke", "fotostrecke", "galerie":
		return true
	}
	return false
}

// sells tells the heading of an offer, or of something that is not there, by a
// word that subheadings do not have.
func sells(l *line) bool {
	if !l.cued(cueSale) {
		return false
	}
	for word := range terms(l.folded) {
		switch {
		case word == saleWords()[0]:
			return strings.HasPrefix(l.folded, word) // not "Opposition kündigt Anzeige an"
		case slices.Contains(saleWords(), word):
			return true
		}
	}
	return false
}

// saleWords are the words of offers.
func saleWords() []string {
	return []string{"anzeige", "newsletter", "newslettern", "probeabo", "epaper", "infografik", "infografiken", "gewinnspiel", "stellenmarkt",
		"bildergalerie", "bilderstrecke", "fotostrecke", "fotogalerie", "bilderserie", "datawrapper", "audiothek", "cookies", "adblocker"}
}

// datedLink tells "Der Streit geht weiter (02.06.2011)" and "Nachtmagazin 00:15
// Uhr, 11.09.2017, Ada Muster".
func datedLink(l *line) bool {
	s := l.text
	span, ok := l.date()
	if !ok || len(s) > maxMeta || span.start == 0 {
		return false
	}
	inBrackets := s[span.start-1] == '(' && strings.TrimRight(s[span.end:], " .") == ")" && strings.Contains(s[span.start:span.end], ".20")
	return inBrackets || (strings.HasSuffix(s[:span.start], " Uhr, ") || strings.HasSuffix(s[:span.start], " Uhr ")) && !sentenceEnd(s)
}

// setApart tells a subheading between empty lines, below a box whose links have
// none between them.
func (pg *page) setApart(i int) bool {
	if !pg.spaced || i == 0 || pg.lines[i].blanks == 0 || pg.lines[i-1].blanks > 0 || !pg.textFollowsAt(i) {
		return false
	}
	below := &pg.lines[i+1]
	return below.blanks > 0 && len(below.text) >= longText && headingLike(pg.lines[i].text)
}

// asksNext tells the question of an interview below a box of links.
func (pg *page) asksNext(i int) bool {
	return strings.HasSuffix(pg.lines[i].text, "?") && pg.textFollowsAt(i) && pg.interview()
}

// interview tells a page in which several short questions have a paragraph each.
func (pg *page) interview() bool {
	const least = 2
	asked := pg.questions.seek(least, len(pg.lines), func(k int) bool {
		return k > pg.title && strings.HasSuffix(pg.lines[k].text, "?") && pg.textFollowsAt(k)
	})
	return len(asked) >= least
}

// sameDay tells a line that is nothing but the day of the article.
func (pg *page) sameDay(l *line) bool {
	span, ok := l.date()
	return ok && span.start == 0 && span.end == len(l.text) && span.date.Day() == pg.a.Published.Day()
}

// placeAlone tells a place on a line above the text: "Sankt Orban –".
func placeAlone(s string) bool {
	if s == "" || isPlain(s[len(s)-1]) {
		return false
	}
	place := strings.TrimRight(s, " –—-.")
	return place != s && strings.ContainsAny(s[len(place):], "–—-") && isPlaceName(place)
}

// placeholder tells a lone small word that stands for something that is not
// there: "karte".
func placeholder(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r) && len(s) < 20 && !strings.ContainsAny(s, " .?!:")
}

// dropTail drops the few short lines that follow the last paragraph and are no
// sentences. Many of them are a list.
func (pg *page) dropTail() {
	const few = 6
	var tail []int
	for i := pg.end - 1; i > pg.title; i-- {
		l := &pg.lines[i]
		switch {
		case l.paragraph(), l.kind == lineItem, l.kind == lineLead, l.kind == lineText && len(l.text) >= minLead:
			i = pg.title
		case l.kind != lineText || l.kept:
		case strings.HasSuffix(l.text, ":") || !l.has(signSentence) && !strings.HasSuffix(l.text, "?") && !strings.HasSuffix(l.text, "!"):
			tail = append(tail, i)
		}
	}
	for _, i := range tail {
		if len(tail) <= few {
			pg.lines[i].decide(lineNoise, "behind the last paragraph")
		}
	}
}

// orphan is the rule that drops subheadings without text.
const orphan = "headline without text"

// dropOrphans drops subheadings below which no paragraph follows: links,
// labels of pictures, lists of headlines.
func (pg *page) dropOrphans() {
	run := 0
	text := false
	for i := pg.end - 1; i > pg.title; i-- {
		l := &pg.lines[i]
		switch l.kind {
		case lineText, lineItem:
			text, run = true, 0
		case lineHeading:
			run++
			if !text || run > 2 && !pg.listedBelow(i) {
				l.decide(lineNoise, orphan)
			}
		}
	}
}

// listedBelow tells an item without a bullet: only short lines stand between it and
// the line above that ends with a colon.
func (pg *page) listedBelow(i int) bool {
	const reach = 20 // items
	for k := i - 1; k > max(pg.title, i-1-reach); k-- {
		l := &pg.lines[k]
		switch {
		case l.kind != lineText && l.kind != lineHeading && l.kind != lineItem:
			return false
		case strings.HasSuffix(l.text, ":"):
			return true
		case l.paragraph():
			return false
		}
	}
	return false
}

// dropFirstHeading drops a short line between lead and body: the description
// of a picture.
func (pg *page) dropFirstHeading() {
	if pg.a.Lead == "" {
		return
	}
	for i := pg.title + 1; i < pg.end; i++ {
		switch l := &pg.lines[i]; l.kind {
		case lineText, lineItem:
			return
		case lineHeading:
			_, dated := l.date() // of a chronicle; or the first question of an interview
			switch {
			case dated, strings.HasSuffix(l.text, "?"):
			case (pg.lines[i-1].kind == lineLead || pg.lines[i-1].kind == lineMeta) && pg.textFollowsAt(i) && len(pg.lines[i+1].text) >= longText: // no picture is near
			case i+1 < pg.end && pg.lines[i+1].kind == lineHeading && captionLong(pg.lines[i+1].text) && pg.sharesNoun(i, i+1):
				l.decide(lineNoise, "description of a picture")
				pg.lines[i+1].decide(lineCaption, "caption below its description")
			case captionLong(l.text) && (i+1 == pg.end || pg.lines[i+1].kind != lineCaption):
				l.decide(lineCaption, "caption below the lead")
			default:
				l.decide(lineNoise, "description of a picture")
			}
			return
		}
	}
}

// sharesNoun tells whether a noun of line i stands in line k.
func (pg *page) sharesNoun(i, k int) bool {
	return slices.ContainsFunc(nouns(pg.lines[i].text), func(noun string) bool { return strings.Contains(pg.lines[k].folded, noun) })
}

// captionLong tells a line of enough words for a caption rather than the
// description of a picture.
func captionLong(s string) bool { return len(strings.Fields(s)) > 3 }

// textFollows tells whether anything of the body may follow line i.
func (pg *page) textFollows(i int) bool {
	for i++; i < pg.end; i++ {
		if pg.lines[i].kind == lineText {
			return true
		}
	}
	return false
}

// textFollowsAt tells whether line i is right above a paragraph, as a
// subheading is.
func (pg *page) textFollowsAt(i int) bool {
	return i+1 < pg.end && pg.lines[i+1].paragraph()
}
