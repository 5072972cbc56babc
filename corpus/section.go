package corpus

import (
	"strings"
	"unicode"
)

func (pg *page) isSection(l *line) bool { return pg.p.furniture.sections.of(l.folded) }

// crumbs reads breadcrumbs, "Startseite > Politik > Ausland", and takes the
// section from them.
func (pg *page) crumbs(l *line) bool {
	if !l.has(signGreater|signSlash|signBar) && !strings.Contains(l.text, " - ") {
		return pg.bareCrumbs(l)
	}
	sign := crumbSign(l.text)
	if sign == "" {
		return pg.bareCrumbs(l)
	}
	section, known := "", 0
	parts := strings.Split(strings.TrimSuffix(strings.TrimPrefix(l.text, "Sie sind hier: "), strings.TrimRight(sign, " ")), sign)
	if sign == " - " && (len(parts) < 3 || pg.p.outlets.known(lower(parts[0])) == "" && !(pg.p.furniture.sections.of(lower(parts[0])) && pg.p.furniture.sections.of(lower(parts[1])))) {
		return false // a dash between words
	}
	for _, part := range parts {
		part = strings.TrimSpace(part)
		low := lower(part)
		switch {
		case pg.p.furniture.sections.of(low):
			known++
			if section == "" {
				section = part
			}
		case pg.p.furniture.exact.of(low) == effectDrop, pg.p.outlets.known(low) != "":
			known++
		case domainLike(part) && len(parts) > 1:
			known += 2
		case section == "" && known > 1 && domainLike(parts[0]) && !headlineLong(part):
			section = part
		}
	}
	if low := lower(strings.TrimSpace(parts[0])); len(parts) == 2 && sign == " > " && (low == "home" || low == "startseite") {
		section = firstOf(section, lastCrumb(parts[1:])) // "Home > Müritz"
	} else if len(parts) > 2 && (low == "home" || low == "startseite") {
		known = len(parts) // they say that they are
		if section == "" {
			section = strings.TrimSpace(parts[len(parts)-2])
		}
	}
	if section == "" && (sign == ">" || sign == "›") && pg.p.outlets.known(lower(strings.TrimSpace(parts[0]))) != "" {
		section = lastCrumb(parts[1:]) // "RTL>news>"
	}
	if path := len(parts) > 3 && sign == " > "; known == 0 || known < 2 && known*2 < len(parts) && !path {
		return false
	}
	if sign == " | " && (len(parts) > mostCrumbs || known > 2 && pg.p.furniture.sections.of(lower(strings.TrimSpace(parts[0])))) {
		l.decide(lineNoise, menuRule+"a line")
		return true
	}
	l.decide(lineSection, "breadcrumbs")
	pg.trail = fold(parts[len(parts)-1])
	if pg.a.Section == "" {
		pg.a.Section = section
	}
	return true
}

// crumbSign is the sign between breadcrumbs, "" if there is none.
func crumbSign(text string) string {
	for _, s := range []string{" > ", " › ", " » ", " / ", " | ", " → ", " ❯ ", ">", "›", " - "} {
		if strings.Contains(text, s) {
			return s
		}
	}
	return ""
}

// mostCrumbs is how many links between bars may be breadcrumbs; more are a menu.
const mostCrumbs = 4

// lastCrumb is the last of breadcrumbs behind the outlet that may name a section.
func lastCrumb(parts []string) string {
	for k := len(parts) - 1; k >= 0; k-- {
		if s := strings.TrimSpace(parts[k]); !headlineLong(s) && strings.ContainsFunc(s, unicode.IsLetter) && !strings.ContainsFunc(s, unicode.IsDigit) {
			return s
		}
	}
	return ""
}

// domainLike tells the name of an outlet that is its domain: "ebersee.de".
func domainLike(s string) bool {
	s = strings.TrimSpace(s)
	dot := strings.LastIndexByte(s, '.')
	return dot > 1 && len(s)-dot > 2 && len(s)-dot <= 5 && !strings.ContainsAny(s, " :/") && s == lower(s)
}

// bareCrumbs reads breadcrumbs without signs: "Startseite Wirtschaft
// Unternehmen Großbäckerei meldet Insolvenz an".
func (pg *page) bareCrumbs(l *line) bool {
	if l.words == 1 {
		return false
	}
	if !strings.HasPrefix(l.folded, "startseite") && !strings.HasPrefix(l.folded, "home") && !strings.HasPrefix(l.folded, "aktuell") && l.words != 2 {
		return false
	}
	words := strings.Fields(l.text)
	if len(words) > 2 && domainLike(words[0]) && pg.p.outlets.known(lower(words[0])) != "" && pg.p.furniture.sections.of(lower(words[1])) {
		words[0] = "Home" // "hessenschau.de Kultur Buchmesse"
	}
	if len(words) == 2 && pg.p.furniture.sections.of(lower(words[0])) && pg.p.furniture.sections.of(lower(words[1])) {
		words = append([]string{"Home"}, words...) // taz.de: "Öko Ökologie"
	}
	if len(words) < 2 || words[0] != "Startseite" && words[0] != "Home" && words[0] != "Aktuell" {
		return false
	}
	l.decide(lineSection, "breadcrumbs")
	pg.trail = l.folded
	if pg.p.furniture.sections.of(lower(words[1])) && pg.a.Section == "" {
		pg.a.Section = words[1]
	}
	return true
}

// findSection takes the section above the title: of the last names of sections
// that follow each other, one or two are section and subsection, more are the
// navigation.
func (pg *page) findSection() {
	first, run, all := -1, 0, 0
	for i := 0; i < pg.title; i++ {
		l := &pg.lines[i]
		if l.kind == lineSection || l.kind == lineNoise || !pg.isSection(l) {
			continue
		}
		if i == 0 || pg.lines[i-1].rule != "section" {
			first, run = i, 0
		}
		l.decide(lineSection, "section")
		run++
		all++
	}
	if run > 2 || all > 2 && !pg.startsCrumbs(first-1) && (run > 1 || !pg.underMenu(first)) {
		pg.sectionAgain()
		return
	}
	if pg.a.Section == "" && run > 0 && run <= 2 && !pg.inMenu(first, first+run) {
		pg.a.Section = pg.lines[first].text
	}
}

// sectionAgain takes the section that stands once more below the navigation:
// "Politik", "Panorama", "Kultur", "Panorama".
func (pg *page) sectionAgain() {
	last := -1
	for i := 0; i < pg.title; i++ {
		if pg.lines[i].rule == "section" {
			last = i
		}
	}
	for i := 0; i < last && pg.a.Section == ""; i++ {
		if l := &pg.lines[i]; l.rule == "section" && l.folded == pg.lines[last].folded {
			pg.a.Section = pg.lines[last].text
		}
	}
}

// inMenu tells the names of sections among the buttons of the navigation: one
// stands below them, or another name is between these and a section above.
func (pg *page) inMenu(from, to int) bool {
	for i := to; i < pg.title; i++ {
		switch pg.lines[i].folded {
		case "menü", "menu", "suche", "inhaltsverzeichnis", "login", "einloggen":
			return true
		}
	}
	if to+1 < pg.title && pg.lines[to].rule == aboveTitle && pg.lines[to+1].rule == aboveTitle && !pg.startsCrumbs(from-1) {
		return true // goes on with names that no table knows
	}
	return from > 1 && pg.lines[from-1].rule == aboveTitle && pg.lines[from-2].rule == "section"
}

// underMenu tells the section right above kicker or title, where buttons are
// between it and the navigation.
func (pg *page) underMenu(i int) bool {
	return i > 0 && pg.lines[i-1].kind == lineNoise && pg.lines[i-1].rule != aboveTitle && (pg.lines[i+1].kind == lineKicker || pg.lines[i+1].kind == lineTitle)
}

// startsCrumbs tells the line above breadcrumbs that have a line each:
// "Startseite", or the name of the outlet.
func (pg *page) startsCrumbs(i int) bool {
	if i < 0 {
		return false
	}
	l := &pg.lines[i]
	word, _, _ := strings.Cut(l.folded, " ") // "n-tv NACHRICHTEN"
	return pg.p.outlets.known(word) != "" || l.folded == "startseite" || l.folded == "home" || l.rule == ruleOutlet || strings.HasPrefix(l.rule, "title")
}
