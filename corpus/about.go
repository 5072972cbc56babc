package corpus

import "strings"

// dropAbout drops what a page tells of its authors: "Ada Muster leitet das Ressort
// Politik." beside furniture or at the end, and the boxes with a name alone above
// such a text, "Ada ist Redakteurin in Berlin." or "schreibt über Politik.". Where
// the page has not named its author, that is the one. Several boxes are portraits,
// of which an article may be made.
func (pg *page) dropAbout() {
	const most = 2 // boxes
	var boxes []int
	for i := max(1, pg.title+1); i < pg.end; i++ {
		l, above := &pg.lines[i], &pg.lines[i-1]
		switch {
		case l.kind != lineText || len(l.text) > maxNotice:
		case i-1 > pg.title && pg.boxOfAuthor(i):
			boxes = append(boxes, i)
		case pg.opensWithAuthor(l) && (i+1 == pg.end || above.furnished() || above.kind == lineMeta):
			l.decide(lineNoise, ruleAuthor)
		}
	}
	for _, i := range boxes {
		name := pg.lines[i-1].text
		switch {
		case len(boxes) > most && !pg.known(name):
			continue
		case len(pg.a.Authors) == 0:
			pg.a.Authors = []string{properCase(name)}
		}
		pg.lines[i-1].decide(lineNoise, "box of an author")
		pg.lines[i].decide(lineNoise, ruleAuthor)
	}
}

// known tells the name of an author whom the page has named.
func (pg *page) known(name string) bool {
	for _, author := range pg.a.Authors {
		if strings.EqualFold(author, name) {
			return true
		}
	}
	return false
}

// boxOfAuthor tells whether line i says what the person does whose name is all of
// the line above.
func (pg *page) boxOfAuthor(i int) bool {
	name, s := pg.lines[i-1].text, pg.lines[i].text
	if len(name) > maxAuthor || !isPersonName(name) || len(pg.a.Authors) > 0 && !pg.p.namesPerson(name) {
		return false
	}
	first, _, _ := strings.Cut(name, " ")
	for _, subject := range []string{name + " ", first + " "} {
		if rest, ok := strings.CutPrefix(s, subject); ok {
			return works(rest)
		}
	}
	return continues(s) && works(s)
}

// opensWithAuthor tells "Ada Muster ist Redakteurin in Berlin" of an author whom
// the page has named.
func (pg *page) opensWithAuthor(l *line) bool {
	for _, name := range pg.a.Authors {
		if rest, ok := strings.CutPrefix(l.text, name+" "); ok && isPersonName(name) {
			return works(rest)
		}
	}
	return false
}

// works tells what is said of authors by its verb.
func works(rest string) bool {
	verb, _, _ := strings.Cut(strings.TrimLeft(rest, ",( "), " ")
	switch strings.TrimRight(verb, ",") {
	case "ist", "leitet", "arbeitet", "schreibt", "berichtet", "lebt", "war", "forscht", "lehrt", "studierte", "studiert", "geboren", "gehört", "kümmert", "betreut", "beschäftigt",
		"verantwortet", "kam", "hat", "absolviert", "absolvierte", "promoviert", "promovierte", "volontierte", "Jahrgang":
		return true
	}
	return false
}
