package corpus

import (
	"strings"
	"unicode"
)

// longestSection is the number of words of the longest name of a section that no
// table knows.
const longestSection = 4

// sectionAround finds the section by what stands around the title, where neither
// breadcrumbs nor a known name above it have given it.
func (pg *page) sectionAround() {
	for _, find := range []func() string{pg.crumbsAbove, pg.listedCrumbs, pg.titleCrumbs, pg.sectionAbove, pg.datedSection} {
		if s := find(); s != "" && pg.a.Section == "" {
			pg.a.Section = s
		}
	}
}

// crumbsAbove reads breadcrumbs that passed for furniture: "Home > Müritz", and those
// that have a line each and a sign: "› Inland" below the name of the outlet.
func (pg *page) crumbsAbove() string {
	for i := range pg.title {
		l := &pg.lines[i]
		if l.kind != lineNoise || len(l.text) > maxMeta {
			continue
		}
		if name, ok := strings.CutPrefix(l.text, "› "); ok && i > 0 && pg.p.outlets.known(pg.lines[i-1].folded) != "" {
			return name
		}
		if (l.has(signGreater|signBar) || i > 0 && youAreHere(pg.lines[i-1].folded)) && pg.crumbs(l) && pg.a.Section != "" {
			return pg.a.Section
		}
	}
	return ""
}

// listedCrumbs reads breadcrumbs that have a line each and end with the title, or
// right above it: "Home", "Nachrichten", "Autohandel", "• Das Becken ist leer".
func (pg *page) listedCrumbs() string {
	const reach, near = 5, 3 // lines within which they begin, and above the title end
	title := lettersOf(pg.lines[pg.title].folded)
	for i := 2; i < pg.title; i++ {
		text, item := listItem(pg.lines[i].folded)
		if front, _, ok := strings.Cut(text, " - "); ok {
			text = front
		}
		if item && headlineLong(text) && strings.Contains(title, lettersOf(text)) {
			return pg.crumbAbove(i, reach)
		}
	}
	last := pg.title - 1
	for last > max(0, pg.title-near) && !strings.HasPrefix(pg.lines[last].rule, menuRule) {
		last--
	}
	if last < 2 || !strings.HasPrefix(pg.lines[last].rule, menuRule) {
		return ""
	}
	return pg.crumbAbove(last+1, near)
}

// crumbAbove is the short line above line i, perhaps above a number, if it or one of
// the lines above it is the root of breadcrumbs.
func (pg *page) crumbAbove(i, reach int) (section string) {
	for k := i - 1; k >= max(0, i-reach); k-- {
		text, _ := listItem(pg.lines[k].text)
		folded := fold(text)
		if folded == "home" || folded == "startseite" || youAreHere(folded) || k > 0 && pg.p.outlets.known(folded) != "" {
			return section
		}
		if pg.lines[k].words > longestSection+1 || !strings.ContainsFunc(text, unicode.IsLetter) && !pg.lines[k].has(signDigit) {
			return ""
		}
		if section == "" && !pg.lines[k].has(signDigit) {
			section = text
		}
	}
	return ""
}

// titleCrumbs reads a line above the title that ends with it: "Start Lokales Das
// Becken ist leer".
func (pg *page) titleCrumbs() string {
	title := pg.lines[pg.title].folded
	for i := range pg.title {
		l := &pg.lines[i]
		front, ok := strings.CutSuffix(l.folded, " "+title)
		if !ok || len(l.text) != len(l.folded) || l.words > len(strings.Fields(title))+longestSection {
			continue
		}
		front = strings.TrimSpace(l.text[:len(front)])
		for _, word := range []string{"Start ", "Startseite ", "Home "} {
			front = strings.TrimPrefix(front, word)
		}
		if strings.ContainsFunc(front, unicode.IsLetter) && !strings.ContainsAny(front, ":|>/") && fold(front) != fold(pg.a.Kicker) {
			return front
		}
	}
	return ""
}

// sectionAbove takes the line right above the title, or its kicker, where the menu
// has it too or it says "in Sport".
func (pg *page) sectionAbove() string {
	i := pg.title - 1
	if i < 0 || pg.lines[i].words > longestSection || pg.lines[i].has(signDigit) {
		return ""
	}
	l := &pg.lines[i]
	rest, in := strings.CutPrefix(l.text, "in ")
	switch {
	case in && pg.p.furniture.sections.of(fold(rest)):
	case l.kind == lineKicker && pg.inMenuAbove(i):
	case l.kind == lineNoise && (pg.isSection(l) || i == 0 && ofNews(l.folded)):
	default:
		return ""
	}
	if l.kind == lineKicker {
		pg.a.Kicker = ""
	}
	l.decide(lineSection, "section above the title")
	return rest
}

// ofNews tells the sections that are furniture elsewhere.
func ofNews(folded string) bool { return folded == "aktuell" || folded == "aktuelles" }

// inMenuAbove tells whether line i stands in a menu further up.
func (pg *page) inMenuAbove(i int) bool {
	for k := range i - 1 {
		if text, _ := listItem(pg.lines[k].folded); text == pg.lines[i].folded && strings.HasPrefix(pg.lines[k].rule, menuRule) {
			return true
		}
	}
	return false
}

// datedSection takes the section that stands behind a date near the title: "24. April
// 2020 | Presse", "Mittwoch, 01. November 2023 - Handel", "vor 5 Stunden in Kultur".
// It must be known, or stand elsewhere on the page.
func (pg *page) datedSection() string {
	const above, below = 4, 6 // lines
	for i := max(0, pg.title-above); i < min(len(pg.lines), pg.title+below); i++ {
		l := &pg.lines[i]
		if i == pg.title || len(l.text) > maxHeading {
			continue
		}
		if s := countedSection(l); s != "" && i > pg.title {
			return s
		}
		if !l.has(signDigit) {
			continue
		}
		rest := ""
		if span, ok := l.date(); ok {
			rest = l.text[span.end:]
		} else if at := pg.p.shortRelative(l); at != nil {
			rest = l.text[at[1]:]
		}
		if rest = sectionBehind(rest); rest == "" || strings.Count(rest, " ") >= longestSection {
			continue
		}
		if folded := fold(rest); pg.p.furniture.sections.of(folded) || ofNews(folded) || pg.standsApart(folded, i) {
			return rest
		}
	}
	return ""
}

// countedSection is the section in "Junges Leben | 3", before a number of comments,
// and in "Disko Von", before an author who is a picture; "" if there is none.
func countedSection(l *line) string {
	name, bar := strings.CutSuffix(strings.TrimRight(l.text, "0123456789"), " | ")
	if !bar || !l.has(signDigit) {
		if name, bar = strings.CutSuffix(l.text, " Von"); !bar {
			return ""
		}
	}
	if strings.Count(name, " ") >= longestSection || !unicode.IsUpper(firstRune(name)) || strings.ContainsAny(name, "0123456789|:/.") {
		return ""
	}
	return name
}

// sectionBehind is the name behind a date and a sign, or "in"; "" if there is none.
func sectionBehind(rest string) string {
	for _, sign := range []string{" | ", " - ", " – ", " · ", " • ", " in ", ", "} {
		if name, ok := strings.CutPrefix(rest, sign); ok {
			name, _, _ = strings.Cut(name, ",")
			if name = strings.TrimSpace(name); !unicode.IsUpper(firstRune(name)) || strings.ContainsAny(name, "0123456789|:/") {
				return ""
			}
			return name
		}
	}
	return ""
}

// standsApart tells whether a folded name is a line of the page, perhaps one of a
// list, other than line i.
func (pg *page) standsApart(name string, i int) bool {
	for k := range pg.lines {
		if text, _ := listItem(pg.lines[k].folded); k != i && text == name && pg.lines[k].kind == lineNoise {
			return true
		}
	}
	return false
}
