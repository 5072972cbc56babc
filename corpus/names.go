package corpus

import (
	"slices"
	"strings"
	"unicode"
)

// markNames finds authors who stand without "Von": "Urs Kägi, Bellinzona" beside
// a dateline, "SVEA LINDQVIST" below the article.
func (pg *page) markNames() {
	first := pg.firstText()
	paragraphs := 0
	for i := range pg.lines {
		l := &pg.lines[i]
		if l.paragraph() {
			paragraphs++
		}
		if l.kind != lineText || i < first || i == first && !(pg.besideMeta(i) && pg.headlineAfter(i)) {
			continue
		}
		if paragraphs > 1 && pg.opensWithAuthor(l) && pg.nearEnd(i) {
			l.decide(lineNoise, ruleAuthor)
			continue
		}
		if len(l.text) > maxHeading {
			continue
		}
		if strings.HasPrefix(l.folded, "mit material") {
			if s := pg.p.signoff(l.text); s != nil {
				l.decide(lineSignoff, "sources")
				pg.addSignoff(s)
				continue
			}
		}
		if pg.besideMeta(i) && roleAlone(l) || describesRole(l) {
			l.decide(lineMeta, "what the author is")
			continue
		}
		if pg.bylineAbove(i) && (paragraphs <= 2 || pg.nearEnd(i)) {
			l.decide(lineMeta, "byline in two lines")
			pg.lines[i+1].decide(lineMeta, "name of the author")
			pg.addMeta(meta{authors: pg.p.bareNames(pg.lines[i+1].text)})
			continue
		}
		if newsroom(l.text) && (pg.besideMeta(i) || paragraphs == 0) {
			l.decide(lineMeta, "newsroom")
			continue
		}
		if l.folded == "von" {
			l.decide(lineNoise, "byline without a name")
			continue
		}
		if paragraphs <= 1 && pg.countedName(l) || !mayName(l) {
			continue
		}
		pg.nameLine(i, paragraphs)
	}
}

// nameLine decides about a line of nothing but names, below so many paragraphs.
func (pg *page) nameLine(i, paragraphs int) {
	l := &pg.lines[i]
	roleBelow := i+1 < len(pg.lines) && role(pg.lines[i+1].folded)
	if !roleBelow && !pg.placeOfNames(i, paragraphs) {
		return
	}
	names := pg.p.bareNames(l.text)
	if names == nil || studio(l.folded) {
		return
	}
	switch {
	case len(names) == 1 && slices.Contains(pg.a.Authors, names[0]) && roleBelow:
		l.decide(lineMeta, "box of the author") // "role" below it is decided next
	case (paragraphs == 0 || pg.nearEnd(i)) && roleBelow:
		l.decide(lineMeta, "name above what the author is")
		pg.addMeta(meta{authors: names})
	case paragraphs <= 1 && (pg.namesAbove(i, names) || strings.HasSuffix(l.text, " ,") && pg.headlineAbove(i)), // tags have left their commas
		paragraphs >= 2 && (pg.namesBelow(i, names) || pg.signedApart(i, names)):
		l.decide(lineMeta, "name of the author")
		pg.addMeta(meta{authors: names})
	}
}

// countedName reads "Ada Muster 1 Kommentar", an author and how many have
// answered.
func (pg *page) countedName(l *line) bool {
	rest, count, ok := cutCount(strings.TrimRight(l.text, " ,"))
	if !ok {
		return false
	}
	names := pg.p.bareNames(rest)
	if names == nil || !pg.p.namesPerson(names[0]) {
		return false
	}
	l.decide(lineMeta, "author and number of comments")
	pg.addMeta(meta{authors: names, total: pg.p.totalIn(count)})
	return true
}

// placeOfNames tells a place where namesAbove or namesBelow may find authors.
func (pg *page) placeOfNames(i, paragraphs int) bool {
	if pg.besideMeta(i) {
		return true
	}
	if paragraphs > 1 {
		return i > 0 && pg.lines[i-1].paragraph()
	}
	return len(pg.a.Authors) == 0 && pg.headlineAbove(i)
}

// namesAbove tells whether the names on line i, above the text, are of authors:
// below the headline or beside the dateline.
func (pg *page) namesAbove(i int, names []string) bool {
	l := &pg.lines[i]
	person := pg.p.namesPerson(names[0])
	if len(pg.a.Authors) == 0 && person && pg.headlineAbove(i) {
		known := pg.p.outlets.known(strings.TrimLeft(lower(strings.TrimPrefix(l.text, names[0])), ", ")) != ""
		withRole := known || l.words > 2 && role(lower(l.text[strings.LastIndexByte(l.text, ' ')+1:]))
		if withRole || !pg.pictureBelow(i) {
			return true
		}
	}
	return pg.besideMeta(i) && (person || len(pg.a.Authors) == 0 && pg.headlineAbove(i) && !pg.headlineBelow(i))
}

// namesBelow tells the same of a line below the text.
func (pg *page) namesBelow(i int, names []string) bool {
	if capitals(&pg.lines[i]) && strings.Count(names[0], " ") > 1 && !pg.p.namesPerson(names[0]) {
		return false // "SOCIAL MEDIA SEITEN"
	}
	return pg.below(i) && (len(pg.a.Authors) == 0 || pg.p.namesPerson(names[0])) ||
		pg.besideMeta(i) && pg.nearEnd(i) && pg.p.namesPerson(names[0])
}

// newsroom tells "BR24 Redaktion".
func newsroom(s string) bool {
	const most = 3 // words
	return strings.HasSuffix(s, "Redaktion") && len(strings.Fields(s)) <= most
}

// bylineAbove tells "Von" and "Geschrieben von" on a line above a name.
func (pg *page) bylineAbove(i int) bool {
	if !pg.lines[i].cued(cueByline) {
		return false
	}
	words := strings.TrimRight(pg.lines[i].folded, " :")
	if words == "autor" || words == "autorin" {
		return i+1 < len(pg.lines) && pg.lines[i+1].kind == lineText && pg.p.bareNames(pg.lines[i+1].text) != nil
	}
	if !strings.HasSuffix(words, "von") || words != "von" && !strings.HasSuffix(words, " von") || i+1 >= len(pg.lines) || pg.lines[i+1].kind != lineText {
		return false
	}
	for w := range strings.FieldsSeq(strings.TrimSuffix(words, "von")) {
		if !bylineWord(w) {
			return false
		}
	}
	return pg.p.bareNames(pg.lines[i+1].text) != nil
}

// mayName tells lines that may be nothing but names: no digits, no colon, and a
// capital at the beginning.
func mayName(l *line) bool {
	const most = 14 // words of a line of names
	if l.has(signDigit|signColon) || l.words < 2 || l.words > most || !unicode.IsUpper(firstRune(strings.TrimLeft(l.text, "(|- "))) {
		return false
	}
	_, rest, _ := strings.Cut(strings.TrimLeft(l.text, "|- "), " ")
	second, _, _ := strings.Cut(rest, " ")
	return unicode.IsUpper(firstRune(second)) || isParticle(second)
}

// bareNames reads a line of nothing but names, and perhaps a place; nil if it
// is none.
func (p *pageParser) bareNames(text string) (names []string) {
	if _, host, ok := strings.Cut(text, " im Gespräch mit "); ok {
		text = host
	}
	words := strings.Fields(text)
	if len(words) > 1 && startsPhrase(words[0]) && withoutTask(words[0]) != "" {
		return nil
	}
	for i, word := range words {
		if i > 1 && i+4 > len(words) && p.outlets.known(lower(strings.Join(words[i:], " "))) != "" {
			text = strings.Join(words[:i], " ") // "Greta Sund The Huffington Post"
			break
		}
		if i > 1 && role(lower(word)) {
			text, _, _ = strings.Cut(text, " "+word) // "Greta Sund Autorin und Redakteurin"
			break
		}
	}
	for part := range strings.SplitSeq(nameList(strings.Trim(text, "()|,- ")), ",") {
		part = strings.Trim(withoutTask(part), " ()")
		switch {
		case part == "":
		case len(names) > 0 && (isPlaceName(part) && len(strings.Fields(part)) == 1 || p.office(part)):
		case isPersonName(part) && !twoWordPlace(part) && p.outlets.known(lower(part)) == "" && !p.agencies.isAny(part):
			names = append(names, properCase(part))
		default:
			return nil
		}
	}
	return names
}

// withoutTask drops what somebody did, "Text)", from the parts of "Ada Muster
// (Text)".
func withoutTask(name string) string {
	switch strings.Trim(name, " ()") {
	case "Text", "Texte", "Bild", "Bilder", "Foto", "Fotos", "Video", "Videos", "Illustration", "Illustrationen", "Grafik":
		return ""
	}
	return name
}

// besideMeta tells whether the line above or below is one of dates or authors.
func (pg *page) besideMeta(i int) bool {
	return i > 0 && pg.lines[i-1].kind == lineMeta || i+1 < len(pg.lines) && pg.lines[i+1].kind == lineMeta
}

// headlineBelow tells whether the next line may be the title, of which line i
// may be the kicker.
func (pg *page) headlineBelow(i int) bool {
	return i+1 < len(pg.lines) && pg.lines[i+1].kind == lineText && pg.anotherTitle(i+1)
}

// headlineAfter tells whether two lines that may be kicker and title follow line i.
func (pg *page) headlineAfter(i int) bool {
	if i+2 >= len(pg.lines) || !pg.p.namesPerson(pg.lines[i].text) {
		return false
	}
	short := func(l *line) bool { return l.kind == lineText && !l.paragraph() }
	return short(&pg.lines[i+1]) && short(&pg.lines[i+2])
}

// pictureBelow tells whether the next line is a caption or a credit, of which
// line i may be the description.
func (pg *page) pictureBelow(i int) bool {
	if i+1 >= len(pg.lines) {
		return false
	}
	below := &pg.lines[i+1]
	if below.kind != lineText || len(below.text) > maxCaption {
		return false
	}
	_, _, ok := pg.p.splitCreditOf(below)
	return ok || pg.p.agencies.only(below)
}

// below tells a line between the last paragraph and the foot of the page.
func (pg *page) below(i int) bool {
	if i == 0 || !pg.lines[i-1].paragraph() || !pg.nearEnd(i) {
		return false
	}
	return i+1 == len(pg.lines) || pg.lines[i+1].kind != lineText
}
