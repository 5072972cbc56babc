package corpus

import (
	"slices"
	"strings"
)

// markGalleries finds what no credit tells: the captions of a gallery, those that
// the author has signed, and the titles of videos, which are no subheadings.
func (pg *page) markGalleries() {
	for i := range pg.lines {
		l := &pg.lines[i]
		switch {
		case opensGallery(l.folded) && pg.spaced:
			pg.galleryCaptions(i + 1)
		case i > pg.firstLong && l.kind == lineNoise && (l.folded == "video" || l.folded == "videos"):
			pg.videoTitle(i + 1)
		case l.kind == lineText && i > 0 && slices.Contains(pg.a.Authors, l.text):
			pg.signedCaption(i)
		}
	}
}

// opensGallery tells the label above the captions of a gallery: "Bildstrecke im
// Grossformat »".
func opensGallery(folded string) bool {
	switch strings.TrimRight(folded, " »›:") {
	case "galerie", "bildergalerie", "fotogalerie", "bildstrecke", "fotostrecke", "bildstrecke im grossformat", "bildstrecke im großformat":
		return true
	}
	return false
}

// galleryCaptions takes short sentences from a line on, which is below the label.
func (pg *page) galleryCaptions(from int) {
	const most, longest = 3, 120 // captions, and bytes
	for i := from; i < min(from+most, len(pg.lines)); i++ {
		l := &pg.lines[i]
		if _, item := listItem(l.text); l.kind != lineText || item || !l.has(signSentence) || len(l.text) > longest {
			return
		}
		l.decide(lineCaption, "caption of a gallery")
		pg.lines[from-1].decide(lineNoise, "label of a gallery") // no links follow
	}
}

// videoTitle drops the few words between the label of a video, with its length and
// its source, and the text.
func (pg *page) videoTitle(i int) {
	for i < pg.end && pg.lines[i].blanks == 0 && (pg.lines[i].furnished() || creditLabel(pg.lines[i].text)) {
		i++
	}
	if i+1 >= pg.end || pg.lines[i].blanks > 0 {
		return
	}
	l, below := &pg.lines[i], &pg.lines[i+1]
	if l.kind == lineText && headingLike(l.text) && below.kind == lineText && below.paragraph() {
		l.decide(lineNoise, "title of a video")
	}
}

// signedCaption takes the caption right above the name of the author, who took the
// picture too.
func (pg *page) signedCaption(i int) {
	above := &pg.lines[i-1]
	if !pg.spaced || pg.lines[i].blanks > 0 || above.blanks == 0 || above.kind != lineText || i-1 <= pg.firstText() || len(above.text) > maxBelow || pg.nearEnd(i) {
		return
	}
	above.credit = pg.lines[i].text
	above.decide(lineCaption, "caption above its author")
	pg.lines[i].decide(lineCredit, "credit")
}

// dropLinkPairs drops two headings that nothing sets apart from each other but from
// the paragraphs around them: kicker and headline of a link.
func (pg *page) dropLinkPairs() {
	if !pg.spaced {
		return
	}
	for i := pg.title + 2; i+2 < pg.end; i++ {
		first, second, below := &pg.lines[i], &pg.lines[i+1], &pg.lines[i+2]
		if first.kind != lineHeading || second.kind != lineHeading || second.blanks > 0 || below.blanks == 0 {
			continue
		}
		if pg.lines[i-1].kind != lineHeading && below.kind == lineText && below.paragraph() && (first.blanks > 0 || pg.lines[i-1].furnished()) {
			first.decide(lineNoise, "kicker of a link")
			second.decide(lineNoise, "headline of a link")
		}
	}
}

// aboveDatedLink is the first line of a link at the end of the text, whose author and
// date are on line end: "«Wir zählen nach»", "Ein Gespräch über Brücken.", "Ada Muster
// / 15.9.2018, 05:30"; else it is end.
func (pg *page) aboveDatedLink(end int) int {
	const most = 2 // lines above the date
	if !pg.spaced || end >= len(pg.lines) || len(pg.lines[end].text) > maxHeading {
		return end
	}
	if _, dated := pg.lines[end].date(); !dated {
		return end
	}
	from := end
	for from > 1 && pg.lines[from].blanks == 0 && len(pg.lines[from-1].text) < longText {
		from--
	}
	if n := end - from; n == 0 || n > most || pg.lines[from].blanks == 0 || pg.lines[from].kind != lineText || !headingLike(pg.lines[from].text) || !pg.lines[from-1].paragraph() {
		return end
	}
	return from
}
