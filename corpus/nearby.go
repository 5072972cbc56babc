package corpus

import "strings"

// leadNext sets the traits that a paragraph has by what follows it.
func (pg *page) leadNext(i int, set func(leadTrait, bool)) {
	if i+1 >= len(pg.lines) {
		return
	}
	below := &pg.lines[i+1]
	switch below.kind {
	case lineText, lineForum:
		set(leadNextText, below.paragraph())
		set(leadNextShort, !below.paragraph() && len(below.text) <= maxHeading)
		set(leadNextAsks, strings.HasSuffix(below.text, "?"))
		set(leadTightBelow, below.blanks == 0 && pg.spaced)
	case lineMeta:
		set(leadNextMeta, true)
	case lineCaption, lineCredit:
		set(leadNextPicture, true)
	case linePlayer:
		set(leadNextPlayer, true)
	default:
		set(leadNextFurniture, true)
	}
	set(leadApartBelow, below.blanks > 0 && !pg.spaced)
	for k := i + 1; k < pg.end; k++ {
		if l := &pg.lines[k]; l.paragraph() {
			word, _, _ := strings.Cut(l.folded, " ")
			set(leadNextRefers, refers(strings.TrimRight(word, ",")))
			set(leadNextPlace, pg.p.place(l.text) != nil || placeInCapitals(l.text) || beginsWithDate(l.text))
			set(leadNextQuotes, isQuote(firstRune(l.text)))
			break
		}
	}
}

// refers tells words with which a text goes on from the paragraph above.
func refers(word string) bool {
	switch word {
	case "er", "sie", "es", "das", "dies", "diese", "dieser", "dieses", "diesen", "damit", "dabei", "dafür", "dagegen", "daher",
		"darum", "deshalb", "doch", "denn", "aber", "auch", "und", "so", "dort", "hier", "nun", "jetzt", "allerdings", "zudem",
		"außerdem", "ausserdem", "ihr", "ihre", "sein", "seine", "beide", "danach", "dann", "dazu", "darin", "dadurch", "stattdessen",
		"trotzdem", "dennoch", "gleichzeitig", "noch", "schon", "darüber", "davon", "daran", "demnach", "zuvor", "ebenso", "weil", "wer":
		return true
	}
	return false
}

// leadAbove sets the traits that a paragraph has by what stands between it and the
// title.
func (pg *page) leadAbove(i int, set func(leadTrait, bool)) {
	l, above := &pg.lines[i], &pg.lines[i-1]
	switch above.kind {
	case lineTitle:
		set(leadBelowTitle, true)
	case lineMeta:
		set(leadBelowMeta, true)
	case lineCaption, lineCredit:
		set(leadBelowPicture, true)
	case lineText:
		set(leadBelowText, true)
	default:
		set(leadBelowFurniture, true)
	}
	set(leadSubtitle, (above.kind == lineTitle || above.kind == lineMeta) && !sentenceEnd(l.text) && len(l.text) <= longText)
	set(leadTightAbove, l.blanks == 0 && pg.spaced)
	set(leadApartAbove, l.blanks > 0 && !pg.spaced)
	set(leadMetaAbove, pg.metaBetween(pg.title, i))
	set(leadPictureAbove, pg.behindPicture(i))
	set(leadMetaBelowTitle, pg.lines[pg.title+1].kind == lineMeta)
}

// leadAmong sets the traits that a paragraph has among all of the page.
func (pg *page) leadAmong(i int, set func(leadTrait, bool)) {
	n, sum, next, subheads := 0, 0, 0, 0
	for k := i + 1; k < pg.end; k++ {
		switch l := &pg.lines[k]; {
		case l.paragraph():
			if n++; n == 1 {
				next = len(l.text)
			}
			sum += len(l.text)
		case l.kind == lineText && headingLike(l.text) && pg.textFollowsAt(k):
			subheads++
		}
	}
	length := len(pg.lines[i].text)
	set(leadApartShort, i+1 < len(pg.lines) && pg.lines[i+1].kind != lineText && length <= usualLead)
	set(leadSpaced, pg.spaced)
	set(leadAlone, n == 0)
	set(leadFew, n > 0 && n < 3)
	set(leadMany, n > 9)
	set(leadInterview, pg.interview())
	set(leadKicker, pg.a.Kicker != "")
	set(leadSubheads, subheads > 1)
	if n > 0 {
		mean := sum / n
		set(leadOutgrown, 10*length < 7*mean && 10*length < 7*next)
		set(leadMuchShorter, 2*length < mean)
		set(leadShorter, 10*length < 8*mean)
		set(leadLonger, 10*length > 12*mean)
		set(leadBeforeNext, length < next)
	}
}
