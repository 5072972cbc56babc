package corpus

import (
	"slices"
	"strings"
)

// A run is a row of lines of the body without a paragraph of which its length
// says that it is one. What no table knows of the furniture stands in runs: links
// with their labels, dates and lines of praise. Every open line of a run, a
// subheading or short text, is weighed by its own form and by what stands
// above and below it; the weights are points, of which enoughPoints drop it.
const (
	enoughPoints = 3
	// runSentence is the length in bytes up to which a sentence may be the text
	// of a link.
	runSentence = 90
	// crowded is the number of lines of furniture that make a run a box.
	crowded = 3
)

// markRuns drops the lines of furniture that no table knows.
func (pg *page) markRuns() {
	pg.dropAbout()
	pg.dropPitches()
	pg.dropLinkPairs()
	for i := pg.title + 1; i < pg.end; i++ {
		from := i
		for i < pg.end && pg.loose(i) {
			i++
		}
		if i > from {
			pg.weighRun(from, i)
		}
	}
}

// loose tells a line that may be part of a run.
func (pg *page) loose(i int) bool {
	l := &pg.lines[i]
	return l.kind != lineText && l.kind != lineItem && l.kind != lineLead || l.open()
}

// open tells a line of a run that may be text or furniture.
func (l *line) open() bool {
	return l.kind == lineHeading || l.kind == lineText && !l.kept && len(l.text) <= runSentence && !sentenceBreaks(l.text)
}

// weighRun drops the open lines of a run that have points enough.
func (pg *page) weighRun(from, to int) {
	box := 0
	for i := from; i < to; i++ {
		if pg.lines[i].furnished() {
			box++
		}
	}
	if box == 0 && !pg.metaIn(from, to) {
		return
	}
	for k := range 2 * (to - from) { // twice, because a line that goes speaks against the one above it
		i := from + k%(to-from)
		l := &pg.lines[i]
		if l.open() && pg.pointsAround(i, from, to, box)+pointsOf(l) >= enoughPoints && !pg.tells(i) {
			l.decide(lineNoise, "among furniture")
			box++
		}
	}
}

// tells tells a sentence of the text: of five words at least, it does not speak
// to its reader, and one of its nouns stands in the text.
func (pg *page) tells(i int) bool {
	const least = 5 // words
	l := &pg.lines[i]
	if l.kind != lineText || !l.has(signSentence) || l.words < least || !strings.HasSuffix(l.text, ".") || addresses(l.text) {
		return false
	}
	alien, _ := pg.kinship(i)
	return !alien && len(nouns(l.text)) > 0 && pg.p.model.says(l) < leastWords
}

// metaIn tells a run with datelines and bylines.
func (pg *page) metaIn(from, to int) bool {
	return slices.ContainsFunc(pg.lines[from:to], func(l line) bool { return l.kind == lineMeta })
}

// furnished tells furniture that says something of its neighbours. The mark of an
// advertisement stands anywhere.
func (l *line) furnished() bool {
	switch l.kind {
	case lineNoise, lineBox, linePlayer, lineAddress, lineTotal, lineForum:
		return !strings.HasPrefix(l.folded, "anzeige") && !strings.HasPrefix(l.folded, "werbung") && !strings.HasPrefix(l.folded, "weiterlesen nach")
	}
	return false
}

// pointsAround weighs the neighbours of line i in its run: furniture above and
// below it, and how much of that there is. A subheading right above the text,
// and an answer right below a question, are none.
func (pg *page) pointsAround(i, from, to, box int) (points int) {
	if i > from && pg.lines[i-1].furnished() {
		points++
		if above := &pg.lines[i-1]; above.kind == lineBox || above.rule == "among furniture" || above.rule == orphan {
			points++ // a row of links
		}
	}
	if i+1 < to && pg.lines[i+1].furnished() {
		points++
	}
	if box >= crowded {
		points++
		if pg.linkWithText(i, to) {
			points++
		}
	}
	switch {
	case i > from && i+1 < to && pg.lines[i-1].kind == lineMeta && pg.lines[i+1].kind == lineMeta:
		points += enoughPoints // the topic between dateline and byline
	case i+1 < to:
	case i+1 < pg.end && pg.lines[i].kind == lineHeading: // right above the text
		points -= enoughPoints
	case i+1 < pg.end: // a short paragraph above another
		points--
	}
	if i > from && pg.lines[i-1].kind == lineHeading && pg.lines[i].kind == lineText && !pg.lines[i-1].furnished() {
		points-- // a short paragraph below its subheading
	}
	return points
}

// linkWithText tells a headline, or the sentence below it, above another heading
// or furniture: a paragraph of one short sentence is rare there.
func (pg *page) linkWithText(i, to int) bool {
	l := &pg.lines[i]
	if l.kind == lineHeading && !strings.HasSuffix(l.text, "?") && i+1 < to {
		i++
	}
	return pg.lines[i].kind == lineText && i+1 < to && pg.lines[i+1].kind != lineText
}

// pointsOf weighs the form of an open line: labels, dates, prices, commands to the
// reader speak for furniture, the end of a sentence for text.
func pointsOf(l *line) (points int) {
	switch {
	case l.has(signDigit) && (onlyDate(l) || strings.Trim(l.text, "0123456789,.- €") == ""):
		points += enoughPoints
	case commands(l.folded):
		points += 2
	case strings.HasSuffix(l.text, "…"), strings.HasSuffix(l.text, ")"):
		points++
	}
	if l.kind == lineText {
		points--
		if strings.HasSuffix(l.text, ":") {
			points++
		}
	}
	return points
}

// onlyDate tells "07.11.2021", above a link.
func onlyDate(l *line) bool {
	s := l.text
	span, ok := l.date()
	return ok && span.start == 0 && span.end == len(s) && isDigit(s[len(s)-1]) && strings.Count(s, ".") == 2
}

// commands tells a line that begins as links and buttons do: "Jetzt Ausgabe
// kaufen", "So erreichen Sie …", "Zum Liveblog".
func commands(folded string) bool {
	const longest = 16 // bytes that decide
	word, rest, ok := strings.Cut(folded[:min(len(folded), longest)], " ")
	if !ok {
		return false
	}
	switch word {
	case "jetzt", "hier", "zum", "zur", "mehr", "alle", "weitere", "weiter", "unser", "unsere", "»", "›", "→":
		return true
	case "zu":
		return strings.HasPrefix(rest, "den ")
	case "so":
		return strings.HasPrefix(rest, "erreichen ")
	case "lesen", "sehen", "folgen":
		return strings.HasPrefix(rest, "sie ")
	}
	return false
}

// dropPitches drops "Der Tag", "Das Nachrichten-Update aus der Redaktion. Jeden
// Morgen um 7 Uhr.", a heading and one line of praise above the offer of a
// newsletter.
func (pg *page) dropPitches() {
	const most = 3 // words of the heading
	for i := pg.title + 3; i < pg.end; i++ {
		heading, praise := &pg.lines[i-2], &pg.lines[i-1]
		if pg.lines[i].kind == lineNoise && pg.lines[i].cued(cueLetter) && heading.kind == lineHeading && heading.words <= most && praise.kind == lineText && len(praise.text) < longText {
			heading.decide(lineNoise, "newsletter")
			praise.decide(lineNoise, "newsletter")
		}
	}
}
