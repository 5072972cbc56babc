package corpus

import (
	"slices"
	"strings"
	"unicode"
)

// writersNearby finds the authors of a page that no byline names, by what stands
// around the title and below the text.
func (pg *page) writersNearby() {
	pg.tidyWriters()
	for _, find := range []func() []string{pg.namesBesideTitle, pg.namesBelowLabel, pg.namesOfBox, pg.namesOfArchive, pg.initialsBelow} {
		if len(pg.a.Authors) > 0 {
			return
		}
		pg.addMeta(meta{authors: find()})
	}
}

// namesBesideTitle reads names on a line near the title, whoever has decided about
// it. Of whom the text speaks is no author but in a picture, or answers questions.
func (pg *page) namesBesideTitle() []string {
	const above, below, most = 2, 7, 1 // lines, and paragraphs between
	if pg.title < 0 {
		return nil
	}
	paragraphs := 0
	for i := max(0, pg.title-above); i < min(len(pg.lines), pg.title+below); i++ {
		l := &pg.lines[i]
		if i > pg.title && l.has(signParagraph) {
			if paragraphs++; paragraphs > most {
				return nil
			}
		}
		if i == pg.title || l.kind == lineCaption || l.kind == lineCredit || len(l.text) > maxHeading || l.has(signDigit|signColon) {
			continue
		}
		text := strings.Trim(l.text, " ,|")
		if item, ok := listItem(text); ok {
			text = item
		}
		names := pg.p.bareNames(text)
		if len(names) == 0 || !slices.ContainsFunc(names, pg.p.namesPerson) || pg.speaksOf(names) || pg.pictureBelow(i) && l.kind == lineText {
			continue
		}
		if l.kind == lineText || l.kind == lineNoise || l.kind == lineKicker {
			l.decide(lineMeta, "name near the title")
		}
		return names
	}
	return nil
}

// speaksOf tells whether the title or the text has the last name of anybody.
func (pg *page) speaksOf(names []string) bool {
	for _, name := range names {
		last := fold(name[strings.LastIndexByte(name, ' ')+1:])
		for i := range pg.lines {
			l := &pg.lines[i]
			if (i == pg.title || l.has(signParagraph)) && i < pg.end && containsPhrase(l.folded, last) {
				return true
			}
		}
	}
	return false
}

// namesBelowLabel reads the name below "Autor", "Von" or "Ein Beitrag von:", where the
// next line may have a bullet: "• Ada Muster".
func (pg *page) namesBelowLabel() []string {
	for i := 0; i+1 < len(pg.lines); i++ {
		l, below := &pg.lines[i], &pg.lines[i+1]
		if l.words > 4 || l.kind == lineComment || len(below.text) > maxHeading || !labelsAuthor(l.folded) {
			continue
		}
		text, _ := listItem(strings.Trim(below.text, " ,|"))
		names := pg.p.bareNames(text)
		if names == nil && strings.HasSuffix(l.text, ":") && isInitials(text) {
			names = []string{text} // "Autor:", "se"
		}
		if names == nil {
			continue
		}
		if below.kind == lineText {
			below.decide(lineMeta, "name below a label")
		}
		return names
	}
	return nil
}

// labelsAuthor tells a line that says that the next one is an author.
func labelsAuthor(folded string) bool {
	text, _ := listItem(folded)
	switch strings.TrimRight(text, " :") {
	case "autor", "autorin", "autor*in", "autor:in", "autor/in", "autor/-in", "autorin / autor", "von", "ein beitrag von", "ein artikel von", "beitrag von", "artikel von",
		"geschrieben von", "verfasst von", "über den autor", "über die autorin", "über den/die autor*in", "zum autor", "zur autorin", "redakteur", "redakteurin", "text von":
		return true
	}
	return false
}

// namesOfArchive reads the author of "Alle Artikel von Ada Muster", a link below the
// text, if there is one such name only.
func (pg *page) namesOfArchive() []string {
	found := ""
	for i := range pg.lines {
		l := &pg.lines[i]
		if l.words > 8 || len(l.text) > maxHeading || i <= pg.title || l.kind == lineComment || !opensArchive(l.folded) {
			continue
		}
		_, name, ok := strings.Cut(l.text, " von ")
		name, _, _ = strings.Cut(strings.TrimRight(name, " :›»→>"), " (")
		first, _, _ := strings.Cut(l.folded, " von ")
		if !ok || !isPersonName(name) || !pg.p.namesPerson(name) || !archiveWords(first) {
			continue
		}
		if found != "" && found != name {
			return nil
		}
		found = name
	}
	if found == "" {
		return nil
	}
	return []string{properCase(found)}
}

// namesOfBox reads the name above what is said of an author below the text: "Ada
// Muster", "Ada Muster ist Redakteurin in Berlin".
func (pg *page) namesOfBox() []string {
	for i := max(pg.title+1, len(pg.lines)/2); i+1 < len(pg.lines); i++ {
		l := &pg.lines[i]
		if l.kind == lineComment || l.words > maxNameWords || !mayName(l) || !isPersonName(l.text) {
			continue
		}
		rest, ok := strings.CutPrefix(pg.lines[i+1].text, l.text+" ")
		if ok && works(rest) {
			return []string{l.text}
		}
	}
	return nil
}

// initialsBelow reads initials on a line of their own right below the text.
func (pg *page) initialsBelow() []string {
	const reach = 3 // lines from where the text ends
	for i := max(1, pg.end-1); i < min(len(pg.lines), pg.end+reach); i++ {
		l := &pg.lines[i]
		if s := strings.TrimSuffix(l.text, "."); isInitials(s) && pg.lines[i-1].has(signParagraph) && pg.lines[i-1].kind == lineText {
			l.decide(lineSignoff, "initials below the text")
			return []string{s}
		}
	}
	return nil
}

// archiveWords tells the words before the name: "alle artikel", "mehr".
func archiveWords(s string) bool {
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch word {
		case "alle", "mehr", "weitere", "artikel", "beiträge", "texte", "zeige", "posts", "anzeigen":
		default:
			return false
		}
	}
	return true
}

// clockByline reads "von Ada Muster am , 14:14 Uhr", of which a script has written the
// day.
func (p *pageParser) clockByline(l *line) (m meta, ok bool) {
	if len(l.text) > maxHeading || !l.has(signColon) {
		return meta{}, false
	}
	name, clock, ok := strings.Cut(l.text, " am ,")
	if names, _, by := p.byline(name); ok && by && isClock(strings.TrimSpace(clock)) {
		return meta{authors: names}, true
	}
	return meta{}, false
}

// tidyWriters takes from the authors what is no part of their names, and who is no
// author.
func (pg *page) tidyWriters() {
	a := pg.a
	var out []string
	for i, whole := range a.Authors {
		name := pg.p.tidyName(whole)
		if rest, more := strings.CutPrefix(whole, name+" "); more && a.Section == "" && pg.p.furniture.sections.of(lower(rest)) {
			a.Section = rest // "Ada Muster Kultur"
		}
		if name == "" || strings.Contains(name, " ") && pg.p.outlets.known(lower(name)) != "" {
			continue
		}
		if i > 0 && strings.Count(name, " ") == 1 && !pg.p.namesPerson(name) && pg.speaksAll(name) {
			continue // "Von Ada Muster, Port Velm", of which the text speaks
		}
		out = appendNew(out, name)
	}
	a.Authors = out
}

// speaksAll tells whether a paragraph has a name as it is written.
func (pg *page) speaksAll(name string) bool {
	for i := range pg.end {
		if l := &pg.lines[i]; l.has(signParagraph) && strings.Contains(l.text, name) {
			return true
		}
	}
	return false
}

// tidyName takes "von" and what stands behind a name from it: "von Ada Muster", "Ada
// Muster On", "Dr. Ada Muster Abteilung Presse", "Ada Muster Reiterrevue
// International"; "" if it is what somebody is.
func (p *pageParser) tidyName(name string) string {
	name = strings.TrimPrefix(strings.TrimPrefix(name, "von "), "UhrVon ") // a scraper has glued the time to it
	if !strings.Contains(name, " ") {
		return name
	}
	words := strings.Fields(name)
	if role(lower(words[0])) || words[0] == "Mitglied" || strings.HasSuffix(words[0], "leiterin") || strings.HasSuffix(words[0], "leiter") {
		if len(words) > 2 && (words[1] == "der" || words[1] == "des" || words[1] == "von") {
			return ""
		}
	}
	for i := 2; i < len(words); i++ {
		switch words[i] {
		case "On", "Am", "Abteilung", "Referat", "Pressestelle", "Follow":
			return strings.Join(words[:i], " ")
		}
		rest := lower(strings.Join(words[i:], " "))
		if p.outlets.known(rest) != "" || p.furniture.sections.of(rest) && !isParticle(words[i-1]) { // "Ada Muster Kultur"
			return strings.Join(words[:i], " ")
		}
	}
	return name
}
