package corpus

import (
	"strings"
	"unicode/utf8"
)

// maxTitle is the length in bytes of the longest headline.
const maxTitle = 200

// findEnd finds where the article ends: at its sign-off, or at a line of the
// foot of the page. A mark behind which more paragraphs follow than stand
// before it is no end.
func (pg *page) findEnd() {
	total := 0
	for i := range pg.lines {
		if pg.lines[i].paragraph() {
			total += len(pg.lines[i].text)
		}
	}
	before := 0
	for i := range pg.lines {
		l := &pg.lines[i]
		switch {
		case l.paragraph():
			before += len(l.text)
		case l.kind == lineSignoff || l.kind == lineEnd || l.kind == lineCopyright || l.kind == lineComment:
			if before > 0 && 2*before >= total {
				pg.end = i
				return
			}
			if l.kind == lineEnd {
				l.decide(lineNoise, l.rule)
			}
		}
	}
}

// findTitle finds section, kicker, title and lead among the lines above the
// first paragraphs.
func (pg *page) findTitle() {
	candidates := pg.headLines()
	if len(candidates) == 0 {
		return
	}
	t := pg.repeated(candidates)
	if t < 0 {
		t = pg.choose(candidates)
	}
	pg.title = t
	pg.setTitle(t)
	pg.findSection()
	pg.findLead()
}

// headLines are the lines that may be kicker or title: those above and with
// the first paragraph, without sections and the names of outlets.
func (pg *page) headLines() (out []int) {
	for i := 0; i < pg.end; i++ {
		l := &pg.lines[i]
		if l.kind == lineHeading || l.kind != lineText && l.kind != lineForum {
			continue
		}
		if len(l.text) > maxTitle || len(out) > 0 && l.paragraph() {
			break
		}
		if pg.isSection(l) || pg.outletLine(l) || pg.crumbs(l) || l.kind == lineForum {
			continue
		}
		if _, item := listItem(l.text); item {
			break
		}
		out = append(out, i)
	}
	return out
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func (pg *page) isSection(l *line) bool { return pg.p.furniture.sections[l.folded] }

// outletLine tells a line that is nothing but the name of an outlet or its
// publisher: "stern.de", "OZ - Ostsee-Zeitung", "Verlag Der Tagesspiegel GmbH".
func (pg *page) outletLine(l *line) bool {
	if len(l.text) > maxHeading {
		return false
	}
	for part := range strings.SplitSeq(strings.NewReplacer(" | ", " - ", " – ", " - ").Replace(l.folded), " - ") {
		words := strings.Fields(strings.TrimRight(part, "+ "))
		for len(words) > 1 && isCompany(words[len(words)-1]) {
			words = words[:len(words)-1]
		}
		for len(words) > 1 && words[0] == "verlag" {
			words = words[1:]
		}
		name := pg.p.outlets.known(strings.Join(words, " "))
		if name == "" {
			return false
		}
		if pg.pageName == "" {
			pg.pageName = name
		}
	}
	l.decide(lineNoise, "name of an outlet")
	return true
}

// isCompany tells the words behind the name of a publisher.
func isCompany(low string) bool {
	switch strings.TrimRight(low, ".") {
	case "gmbh", "ag", "mbh", "kg", "verlag", "verlags", "online", "digital", "&", "co", "se":
		return true
	}
	return false
}

// crumbs reads breadcrumbs, "Startseite > Politik > Ausland", and takes the
// section from them.
func (pg *page) crumbs(l *line) bool {
	sign := ""
	for _, s := range []string{" > ", " › ", " » ", " / ", " | ", " → ", " ❯ ", ">"} {
		if strings.Contains(l.text, s) {
			sign = s
			break
		}
	}
	if sign == "" {
		return pg.bareCrumbs(l)
	}
	section, known := "", 0
	parts := strings.Split(l.text, sign)
	for _, part := range parts {
		part = strings.TrimSpace(part)
		low := strings.ToLower(part)
		switch {
		case pg.p.furniture.sections[low]:
			known++
			if section == "" {
				section = part
			}
		case pg.p.furniture.exact[low] == effectDrop, pg.p.outlets.known(low) != "":
			known++
		}
	}
	if known == 0 || known < 2 && known*2 < len(parts) {
		return false
	}
	l.decide(lineSection, "breadcrumbs")
	if pg.a.Section == "" {
		pg.a.Section = section
	}
	return true
}

// bareCrumbs reads breadcrumbs without signs: "Startseite Wirtschaft
// Unternehmen Großbäckerei meldet Insolvenz an".
func (pg *page) bareCrumbs(l *line) bool {
	words := strings.Fields(l.text)
	if len(words) == 2 && pg.p.furniture.sections[strings.ToLower(words[0])] && pg.p.furniture.sections[strings.ToLower(words[1])] {
		words = append([]string{"Home"}, words...) // taz.de: "Öko Ökologie"
	}
	if len(words) < 2 || words[0] != "Startseite" && words[0] != "Home" && words[0] != "Aktuell" {
		return false
	}
	l.decide(lineSection, "breadcrumbs")
	if pg.p.furniture.sections[strings.ToLower(words[1])] && pg.a.Section == "" {
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
		if l.kind == lineSection || !pg.isSection(l) {
			continue
		}
		if i == 0 || pg.lines[i-1].rule != "section" {
			first, run = i, 0
		}
		l.decide(lineSection, "section")
		run++
		all++
	}
	if all > 2 && !pg.startsCrumbs(first-1) {
		return
	}
	if pg.a.Section == "" && run > 0 && run <= 2 {
		pg.a.Section = pg.lines[first].text
	}
}

// startsCrumbs tells the line above breadcrumbs that have a line each:
// "Startseite", or the name of the outlet.
func (pg *page) startsCrumbs(i int) bool {
	if i < 0 {
		return false
	}
	l := &pg.lines[i]
	word, _, _ := strings.Cut(l.folded, " ") // "n-tv NACHRICHTEN"
	return pg.p.outlets.known(word) != "" || l.folded == "startseite" || l.folded == "home" || l.rule == "name of an outlet" || strings.HasPrefix(l.rule, "title")
}

// findLead finds the paragraph that sums up, the first below the title.
func (pg *page) findLead() {
	for i := pg.title + 1; i < pg.end; i++ {
		l := &pg.lines[i]
		switch {
		case l.kind != lineText:
			continue
		}
		if _, item := listItem(l.text); item {
			return
		}
		if len(l.text) < minLead && (!sentenceEnd(l.text) || strings.HasSuffix(l.text, ":")) {
			continue // a label or the description of a picture
		}
		if pg.leadLike(i) {
			l.decide(lineLead, "lead")
			pg.a.Lead = pg.bylineBehind(l.text)
		}
		return
	}
}

// bylineBehind takes the byline from the end of a lead: "… freuen sich. Von Ada
// Muster".
func (pg *page) bylineBehind(text string) string {
	const most = 60 // bytes of a byline
	for _, sign := range []string{". Von ", "? Von ", "! Von "} {
		at := strings.LastIndex(text, sign)
		if at < 0 || len(text)-at > most {
			continue
		}
		names, agencies, ok := pg.p.byline(text[at+len(". "):])
		if !ok {
			continue
		}
		pg.a.Authors = append(names, pg.a.Authors...) // initials of a sign-off come later in the page
		pg.addMeta(meta{agencies: agencies})
		return text[:at+1]
	}
	return text
}

// Lengths in bytes of the shortest and longest lead, and of the longest one
// below a picture, where it may as well be the first paragraph.
const (
	minLead   = 40
	maxLead   = 700
	maxBehind = 450
)

// leadLike tells whether the first paragraph is a lead: more paragraphs must
// follow, and the outlet must write leads.
func (pg *page) leadLike(i int) bool {
	l := &pg.lines[i]
	if at := pg.p.placeLine.FindStringSubmatch(l.text); at != nil {
		return false
	}
	if pg.behindPicture(i) && len(l.text) > maxBehind {
		return false
	}
	if len(l.text) > maxLead || len(l.text) < minLead || pg.p.outlets.noLead[pg.outlet()] {
		return false
	}
	for k := i + 1; k < pg.end; k++ {
		if pg.lines[k].paragraph() {
			return true
		}
	}
	return false
}

// behindPicture tells whether a caption stands between title and line i.
func (pg *page) behindPicture(i int) bool {
	for k := pg.title + 1; k < i; k++ {
		if pg.lines[k].kind == lineCaption {
			return true
		}
	}
	return false
}
