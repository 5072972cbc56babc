package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// markCaptions finds captions without a credit of their own among those that
// have one.
func (pg *page) markCaptions() {
	pg.dropAlts()
	for i := 1; i+1 < len(pg.lines); i++ {
		l, below := &pg.lines[i], &pg.lines[i+1]
		if l.kind == lineText && l.blanks == 0 && enlarges(pg.lines[i-1].folded) && len(l.text) <= maxBelow && (below.blanks > 0 || len(below.text) >= longText) {
			l.decide(lineCaption, "caption below the button that enlarges its picture")
			continue
		}
		if _, item := listItem(l.text); item || l.kind != lineText || len(l.text) > maxBelow || !pg.lines[i-1].credited() {
			continue
		}
		switch {
		case pg.spaced && l.blanks == 0 && below.blanks > 0 && len(below.text) >= longText && pg.lines[i-1].kind == lineCredit:
			l.decide(lineCaption, "caption right behind a credit")
		case below.credited() && l.blanks == below.blanks:
			l.decide(lineCaption, "caption between captions")
		}
	}
}

// dropAlts drops the description of a picture where its caption repeats it, and
// that above the button which enlarges the picture.
func (pg *page) dropAlts() {
	const reach = 3 // lines between the two
	for i := range pg.lines {
		l := &pg.lines[i]
		if l.kind != lineText || len(l.text) > maxCaption {
			continue
		}
		if i+1 < len(pg.lines) && pg.lines[i+1].kind == lineCaption && pg.textsAbove(i) > 1 && retold(l.folded, pg.lines[i+1].folded) {
			l.decide(lineNoise, "description of a picture")
			continue
		}
		for k := i + 1; k < min(i+1+reach, len(pg.lines)); k++ {
			if pg.lines[k].kind == lineCaption && pg.lines[k].folded == l.folded || k == i+1 && pg.lines[k].folded == "detailansicht öffnen" && !l.paragraph() {
				l.decide(lineNoise, "description of a picture")
				break
			}
		}
	}
}

// textsAbove counts the lines above i that may be kicker and title.
func (pg *page) textsAbove(i int) (n int) {
	for k := range i {
		if l := &pg.lines[k]; l.kind == lineText && !pg.isSection(l) {
			n++
		}
	}
	return n
}

// retold tells whether all the long words of a description stand in a caption.
func retold(description, caption string) bool {
	const long = 5 // bytes of a word that says something
	n := 0
	for word := range terms(description) {
		if len(word) < long {
			continue
		}
		if !containsPhrase(caption, word) {
			return false
		}
		n++
	}
	return n > 1
}

// ofArchive tells a caption that ends in "(Archivbild)" or "(Symbolfoto)".
func ofArchive(folded string) bool {
	rest, ok := strings.CutSuffix(strings.TrimSuffix(folded, "."), ")")
	word := rest[strings.LastIndexByte(rest, '(')+1:]
	switch word {
	case "archivbild", "archivfoto", "symbolbild", "symbolfoto", "archiv", "archivaufnahme", "themenbild", "beispielbild":
		return ok
	}
	return false
}

// bracketCaption reads "[Bildunterschrift: Das Becken. ]".
func (p *pageParser) bracketCaption(l *line) bool {
	rest, ok := strings.CutPrefix(l.text, "[Bildunterschrift:")
	if !ok || !strings.HasSuffix(rest, "]") {
		return false
	}
	text := strings.TrimSpace(strings.TrimSuffix(rest, "]"))
	if caption, credit, more := strings.Cut(text, "| "); more {
		text, l.credit = strings.TrimSpace(caption), strings.TrimSpace(credit)
	}
	p.word(l, text)
	kind := lineCaption
	if text == "" {
		kind = lineNoise
	}
	l.decide(kind, "caption in brackets")
	return true
}

// credited tells the caption of a picture with its credit, and a lone credit.
func (l *line) credited() bool {
	return l.kind == lineCredit || l.kind == lineCaption && l.credit != ""
}

// dropAlt drops the description of a picture above its caption: "Russland Die
// Kasaner Kathedrale in Sankt Petersburg".
func (pg *page) dropAlt(i int) {
	if i == 0 || !pg.spaced || pg.lines[i].blanks > 0 {
		return
	}
	if above := &pg.lines[i-1]; above.kind == lineText && headingLike(above.text) && (above.blanks > 0 || i > 1 && pg.lines[i-2].kind == lineNoise) && i-1 > pg.firstText() {
		above.decide(lineNoise, "description of a picture")
	}
}

// loneCredit handles a credit without text: the line above it is its caption,
// else the line below, if they can be.
func (pg *page) loneCredit(i int, credit string) {
	pg.lines[i].decide(lineCredit, "credit")
	if pg.captionAround(i, credit) {
		return
	}
	// Above all text, what stands above a picture is rather the title.
	below := !pg.textBehind(i) && i > 0 && !pg.metaAbove(i) && headlineLong(pg.lines[i-1].text) && pg.captionBelow(i)
	switch {
	case i > 0 && !below && pg.captionAbove(i):
		if text, item := listItem(pg.lines[i-1].text); item {
			pg.p.word(&pg.lines[i-1], text)
		}
		pg.lines[i-1].credit = credit
		pg.lines[i-1].decide(lineCaption, "caption above"+ruleItsCredit)
		pg.dropAlt(i - 1)
	case pg.captionBelow(i):
		pg.lines[i+1].credit = credit
		pg.lines[i+1].decide(lineCaption, "caption below"+ruleItsCredit)
	}
}

// leastDouble is the length in bytes of the shortest caption that is told by
// standing twice above its credit.
const leastDouble = 20

// captionAround takes the line that stands twice above the credit at i, or once
// above it, or furniture above it, and once more below it.
func (pg *page) captionAround(i int, credit string) bool {
	if i > 1 && pg.lines[i-1].kind == lineText && pg.lines[i-1].text == pg.lines[i-2].text && len(pg.lines[i-1].text) >= leastDouble {
		pg.lines[i-2].decide(lineNoise, "description of a picture")
		pg.lines[i-1].credit = credit
		pg.lines[i-1].decide(lineCaption, "caption below its like")
		return true
	}
	above := i - 1
	for above > 0 && pg.lines[above].kind == lineNoise {
		above--
	}
	if above < 0 || i+1 == len(pg.lines) || pg.lines[above].kind != lineText || pg.lines[above].text != pg.lines[i+1].text {
		return false
	}
	pg.lines[above].decide(lineNoise, "description of a picture")
	pg.lines[i+1].credit = credit
	pg.lines[i+1].decide(lineCaption, "caption on both sides of its credit")
	return true
}

// captionBelow tells whether the line below the credit at i is its caption.
func (pg *page) captionBelow(i int) bool {
	if i+1 >= len(pg.lines) {
		return false
	}
	below := &pg.lines[i+1]
	labelled := creditLabel(pg.lines[i].text)
	apart := below.blanks > 0 && (!labelled || pg.textBehind(i) || below.paragraph())
	if below.kind != lineText || len(below.text) > maxBelow || apart {
		return false
	}
	if _, _, own := pg.p.splitCreditOf(below); own {
		return false
	}
	next := i + 2 // behind the caption and furniture
	for next < len(pg.lines) && pg.lines[next].kind == lineNoise {
		next++
	}
	long := next < len(pg.lines) && (len(pg.lines[next].text) >= longText || labelled && pg.lines[next].paragraph())
	labelled = labelled || pg.p.agencies.only(&pg.lines[i]) && i > 0 && len(pg.lines[i-1].text) >= longText
	if !pg.spaced {
		return long && (headingLike(below.text) || len(below.text) < longText && labelled) && i > pg.firstText()
	}
	return long || i+2 >= len(pg.lines) || pg.lines[i+2].blanks > 0 || pg.lines[i+2].kind != lineText
}

// creditLabel tells a credit that says that it is one: "FOTO: Ada Muster".
func creditLabel(text string) bool {
	label, _, ok := strings.Cut(lower(strings.TrimPrefix(text, "© ")), ":")
	return ok && (label == "foto" || label == "bild" || label == "quelle" || label == "copyright")
}

// captionAbove tells whether the line above the credit at i is its caption.
func (pg *page) captionAbove(i int) bool {
	above := &pg.lines[i-1]
	if above.kind != lineText || !above.has(signLetter) || len(above.text) > maxCaption || i-1 <= pg.firstText() || asksReader(above) || strings.HasPrefix(above.text, "•") && strings.HasSuffix(above.text, ":") || pg.p.outlets.known(above.folded) != "" {
		return false
	}
	if pg.spaced {
		bracket := strings.HasPrefix(pg.lines[i].text, "(Foto:") && above.has(signSentence) && len(above.text) <= maxBelow // "(Foto: dpa)"
		return pg.lines[i].blanks == 0 || bracket
	}
	return len(above.text) < 2*longText && !sentenceBreaks(above.text) && i-2 >= pg.firstText() && (pg.headlineAbove(i-1) || headlineLong(above.text))
}

// asksReader tells "Sie möchten Ihr Auto verkaufen?", an advertisement.
func asksReader(l *line) bool { return strings.HasSuffix(l.text, "?") && addresses(l.text) }

// loneAgency handles a line such as "Getty": the credit of the caption below
// it rather than of the one above.
func (pg *page) loneAgency(i int) {
	credit := pg.lines[i].text
	if pg.captionAround(i, credit) {
		pg.lines[i].decide(lineCredit, "credit")
		return
	}
	if !pg.captionBelow(i) {
		pg.loneCredit(i, credit)
		return
	}
	pg.lines[i].decide(lineCredit, "agency above a caption")
	pg.lines[i+1].credit = credit
	pg.lines[i+1].decide(lineCaption, "caption below an agency")
}

// agencyInFront reads "dpa Goldbarren in einem Tresor", above the first
// paragraph only.
func (pg *page) agencyInFront(l *line) {
	agency, caption, ok := strings.Cut(l.text, " ")
	credit := agency
	if front, _, more := strings.Cut(agency, "/"); more && !pg.p.agencies.onlyAgencies(agency) { // "dpa/Ada Muster Goldbarren …"
		surname, rest, _ := strings.Cut(caption, " ")
		agency, credit, caption = front, agency+" "+surname, rest
	}
	first, _ := utf8.DecodeRuneInString(caption)
	if !ok || !unicode.IsUpper(first) || len(l.text) > 2*longText || sentenceEnd(l.text) && credit == agency || !pg.p.agencies.onlyAgencies(agency) {
		return
	}
	pg.p.word(l, caption)
	l.credit = credit
	l.decide(lineCaption, "caption behind an agency")
}

// agencyBehind reads "Goldbarren in einem Tresor Getty Images/iStockphoto", in the
// same place.
func (pg *page) agencyBehind(i int) {
	const most = 4 // words of the agencies
	l := &pg.lines[i]
	if l.kind != lineText || !l.has(signSlash) || l.has(signSentence) || len(l.text) > 2*longText || !pg.headlineAbove(i) {
		return
	}
	at := len(l.text)
	for range most {
		if at = strings.LastIndexByte(l.text[:at], ' '); at < 0 {
			return
		}
		if credit := l.text[at+1:]; strings.Contains(credit, "/") && (pg.p.agencies.onlyAgencies(credit) || pg.p.photoCredit(credit)) {
			pg.p.word(l, l.text[:at])
			l.credit = credit
			l.decide(lineCaption, "caption before agencies")
			return
		}
	}
}

// signInFront reads "© Ada Muster Das Becken ist leer" and "© dpa Vergrößern Das
// Becken", forms of older pages of FAZ.NET.
func (p *pageParser) signInFront(l *line) (credit, caption string, ok bool) {
	rest, ok := strings.CutPrefix(l.text, "© ")
	if !ok {
		rest, ok = strings.CutPrefix(l.text, "Foto: ")
	}
	if !ok || l.words < 5 {
		return "", "", false
	}
	credit, caption, _ = strings.Cut(rest, " ")
	if !p.agencies.onlyAgencies(credit) {
		surname, behind, _ := strings.Cut(caption, " ")
		if !isPlaceName(credit + " " + surname) {
			return "", "", false
		}
		credit, caption = credit+" "+surname, behind
	}
	caption = strings.TrimPrefix(caption, "Vergrößern ")
	first, _ := utf8.DecodeRuneInString(caption)
	return credit, caption, unicode.IsUpper(first) && strings.Count(caption, " ") > 1 && smallWord(caption)
}
