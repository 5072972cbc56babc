package corpus

import (
	"slices"
	"strings"
)

// claim tells a sentence of the outlet about itself, which stands twice above the
// page.
func (pg *page) claim(i int) bool {
	above := i > 0 && pg.lines[i-1].folded == pg.lines[i].folded
	below := i+1 < len(pg.lines) && pg.lines[i+1].folded == pg.lines[i].folded
	if !above && !below {
		return false
	}
	for _, noun := range nouns(pg.lines[i].text) {
		for k := range pg.lines {
			if l := &pg.lines[k]; l.paragraph() && l.folded != pg.lines[i].folded && strings.Contains(l.folded, noun) {
				return false
			}
		}
	}
	return true
}

// titleBelow is the headline below a picture's caption and the dateline, where line
// t says nothing of the text, as the claim of an outlet does; 0 if there is none.
func (pg *page) titleBelow(t int) int {
	const reach = 4 // lines
	said := func(noun string) bool { return pg.nounAbove(noun, pg.end) }
	if t != pg.firstText() || slices.ContainsFunc(nouns(pg.lines[t].text), said) {
		return 0
	}
	paragraphs := 0
	for k := t + 1; k < min(t+1+reach, pg.end); k++ {
		l := &pg.lines[k]
		switch {
		case l.paragraph():
			paragraphs++
		case paragraphs == 0 && l.kind == lineText && !headlineLong(pg.lines[t].text) && headlineLong(l.text) && slices.ContainsFunc(nouns(l.text), said):
			return k
		case paragraphs == 1 && l.kind == lineText && pg.lines[k-1].kind == lineMeta && headlineLong(l.text) && pg.textFollowsAt(k):
			if slices.ContainsFunc(nouns(l.text), said) {
				pg.captionAboveTitle(t+1, k)
				return k
			}
		}
	}
	return 0
}

// captionAboveTitle makes captions of the paragraphs between two lines.
func (pg *page) captionAboveTitle(from, to int) {
	for i := from; i < to; i++ {
		if pg.lines[i].paragraph() && len(pg.lines[i].text) <= maxCaption {
			pg.lines[i].decide(lineCaption, "caption above dateline and title")
		}
	}
}

// summary tells the heading of what stands first in the text.
func summary(folded string) bool {
	switch strings.TrimRight(folded, " :.") {
	case "das wichtigste in kürze", "das wichtigste zum thema", "zusammenfassung", "auf einen blick", "die wichtigsten fakten":
		return true
	}
	return false
}

// dials tells a line with the number of a telephone: "0800 123 45 67".
func dials(s string) bool {
	const least = 7 // digits
	n := 0
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			if n++; n == least {
				return true
			}
		case r != ' ' && r != '-' && r != '/' && r != '(' && r != ')' && r != '+':
			n = 0
		}
	}
	return false
}
