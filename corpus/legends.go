package corpus

import (
	"slices"
	"strings"
	"unicode"
)

// captionLabels are what stands before captions and says so.
func captionLabels() []string {
	return []string{"Großansicht des Bildes mit der Bildunterschrift:", "Bildunterschrift:", "Legende:"}
}

// labelledCaption reads a caption at line i that a label or a button shows.
func (pg *page) labelledCaption(i int) bool {
	l := &pg.lines[i]
	if rest, ok := strings.CutPrefix(l.text, "Vergrößern"); ok && pg.captionBehindButton(i, strings.TrimSpace(rest)) {
		return true
	}
	for _, label := range captionLabels() {
		if rest, ok := strings.CutPrefix(l.text, label); ok {
			pg.captionBehind(i, strings.TrimSpace(rest))
			return true
		}
	}
	return pg.captionAboveButton(i)
}

// captionBehindButton reads "Vergrößern Das Becken ist leer", of which rest stands
// behind the button; a credit may be in it, or on the next line.
func (pg *page) captionBehindButton(i int, rest string) bool {
	if !unicode.IsUpper(firstRune(rest)) && !strings.ContainsRune("„\"»«", firstRune(rest)) {
		return false
	}
	l := &pg.lines[i]
	pg.reword(l, rest)
	if _, _, ok := pg.p.splitCreditOf(l); ok || !captionLong(rest) {
		return false
	}
	if i+1 < len(pg.lines) {
		if caption, credit, ok := pg.p.splitCreditOf(&pg.lines[i+1]); ok && caption == "" {
			l.credit = credit
			pg.lines[i+1].decide(lineCredit, "credit")
		}
	}
	l.decide(lineCaption, "caption behind its button")
	return true
}

// captionBehind reads "Legende: Das Becken. ZVG", of which rest stands behind the
// label; if there is none the caption is on the next line.
func (pg *page) captionBehind(i int, rest string) {
	l := &pg.lines[i]
	if rest == "" {
		l.decide(lineNoise, "label of a caption")
		if below := i + 1; below < len(pg.lines) && pg.lines[below].kind == lineText && len(pg.lines[below].text) <= maxBelow {
			pg.lines[below].decide(lineCaption, "caption below its label")
		}
		return
	}
	if !captionLong(rest) {
		l.decide(lineNoise, "description of a picture")
		return
	}
	pg.reword(l, rest)
	if caption, credit, ok := pg.p.splitCreditOf(l); ok && caption != "" {
		pg.p.word(l, caption)
		l.credit = credit
	} else if caption, ok := strings.CutSuffix(rest, ". ZVG"); ok { // "put at our disposal"
		pg.p.word(l, caption+".")
		l.credit = "ZVG"
	}
	l.decide(lineCaption, "caption with its label")
}

// captionAboveButton reads "Das Becken ist leer. (Ada Muster)" above "Bild
// vergrößern".
func (pg *page) captionAboveButton(i int) bool {
	l := &pg.lines[i]
	if i+1 == len(pg.lines) || !strings.HasSuffix(pg.lines[i+1].folded, "vergrößern") || !strings.HasSuffix(l.text, ")") {
		return false
	}
	caption, name, ok := strings.Cut(strings.TrimSuffix(l.text, ")"), " (")
	if !ok || !isPersonName(name) {
		return false
	}
	pg.p.word(l, caption)
	l.credit = name
	l.decide(lineCaption, "caption above its button")
	return true
}

// enlarges tells the button that enlarges a picture.
func enlarges(folded string) bool {
	switch folded {
	case "bild vergrößern", "vergrößern", "bild in lightbox öffnen", "bild öffnen", "großansicht",
		"vollbild", "zum vergrößern klicken":
		return true
	}
	return false
}

// besideHouse tells who took a picture from the house: "Ada Muster/imagebank.sweden.se",
// "Ada Muster/Stadtwerke & Co".
func (p *pageParser) besideHouse(first, house string) bool {
	const most = 4 // words
	if house == "" || !isPersonName(first) || !p.namesPerson(first) || p.namesPerson(house) || strings.Count(house, " ") >= most {
		return false
	}
	if domainLike(house) {
		return true
	}
	for word := range strings.FieldsSeq(house) {
		if r := firstRune(word); !unicode.IsUpper(r) && r != '&' {
			return false
		}
	}
	return true
}

// gluedCaption reads captions with what stands at them and no rule for credits parts:
// "Der Rat der Stadt ZOOM", "Der Sprecher Paul BeispielParlament/Ada Muster", "Bild:
// Der Rat der Stadt. / Quelle: ARD".
func (pg *page) gluedCaption(i int) bool {
	l := &pg.lines[i]
	if len(l.text) > 2*longText || i <= pg.firstText() {
		return false
	}
	for _, button := range []string{" Zoom", " Zur Großansicht"} {
		if caption, ok := strings.CutSuffix(l.text, button); ok && captionLong(caption) {
			pg.p.word(l, trimCaption(caption))
			l.decide(lineCaption, "caption before its button")
			return true
		}
	}
	if rest, ok := strings.CutPrefix(l.text, "Foto: "); ok && captionLong(rest) && smallWord(rest) && !pg.p.creditLike(rest) && !pg.opensCredit(rest) {
		pg.p.word(l, rest)
		l.decide(lineCaption, "caption with its label")
		return true
	}
	if rest, ok := strings.CutPrefix(l.text, "Bild: "); ok {
		if caption, credit, ok := strings.Cut(rest, " / Quelle: "); ok {
			pg.p.word(l, caption)
			l.credit = credit
			l.decide(lineCaption, "caption between its labels")
			return true
		}
	}
	caption, credit, ok := gluedCredit(l)
	if !ok {
		caption, credit, ok = pg.namedCredit(i)
	}
	if !ok {
		return false
	}
	pg.p.word(l, caption)
	l.credit = credit
	l.decide(lineCaption, "caption glued to its credit")
	return true
}

// gluedCredit parts "Der Sprecher Paul BeispielParlament/Ada Muster".
func gluedCredit(l *line) (caption, credit string, ok bool) {
	if !l.has(signSlash) || l.has(signSentence) {
		return "", "", false
	}
	slash := strings.LastIndexByte(l.text, '/')
	if slash < 0 || !isPersonName(l.text[slash+1:]) {
		return "", "", false
	}
	word := strings.LastIndexByte(l.text[:slash], ' ') + 1
	before := ' '
	for k, r := range l.text[word:slash] {
		if unicode.IsUpper(r) && unicode.IsLower(before) {
			return l.text[:word+k], l.text[word+k:], captionLong(l.text[:word+k])
		}
		before = r
	}
	return "", "", false
}

// namedCredit parts "Der Schäfer am Zaun. Ada Muster" below a line that is the same
// name, or where that is the author.
func (pg *page) namedCredit(i int) (caption, credit string, ok bool) {
	l := &pg.lines[i]
	at := strings.LastIndex(l.text, ". ")
	if at < 0 || i == 0 || len(l.text)-at > maxHeading/2 {
		return "", "", false
	}
	name := l.text[at+len(". "):]
	if pg.lines[i-1].text != name && !slices.Contains(pg.a.Authors, name) || !isPersonName(name) {
		return "", "", false
	}
	return l.text[:at+1], name, true
}

// opensCredit tells a text that begins with an agency or a name, before its caption.
func (pg *page) opensCredit(s string) bool {
	first, rest, _ := strings.Cut(s, " ")
	second, _, _ := strings.Cut(rest, " ")
	return pg.p.agencies.namesAgency(first) || pg.p.namesPerson(first+" "+second)
}
