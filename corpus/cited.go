package corpus

import "strings"

// signedMeta reads what stands around a sign of copyright, and how the text is to be
// cited.
func (pg *page) signedMeta(l *line) {
	switch {
	case !l.has(signDigit) || len(l.text) > 2*maxMeta:
	case l.has(signBar) && (l.kind == lineText || l.kind == lineCopyright) && strings.Contains(l.text, "©"):
		pg.signedDate(l)
	case l.kind == lineText && cites(l.folded):
		pg.takeCitation(l)
	}
}

// cites tells the words before how a text is to be cited.
func cites(folded string) bool {
	for _, words := range []string{"suggested citation", "zitiervorschlag", "zitierempfehlung", "zitierweise"} {
		if strings.HasPrefix(folded, words) {
			return true
		}
	}
	return false
}

// takeCitation takes author and date from "SUGGESTED CITATION Muster, Ada: Ein neuer
// Steg, VerfBlog, 2020/4/09, https://…".
func (pg *page) takeCitation(l *line) {
	span, ok := findDate(l.text)
	front, _, colon := strings.Cut(l.text, ": ")
	if !ok || !colon {
		return
	}
	m := meta{published: span.date, labelled: true}
	family, given, _ := strings.Cut(front, ", ")
	if name := strings.TrimSpace(given) + " " + family[strings.LastIndexByte(family, ' ')+1:]; isPersonName(name) {
		m.authors = []string{name}
	}
	l.decide(lineMeta, "how to cite the text")
	pg.addMeta(m)
}

// signedDate takes date and agency from a line that a sign of copyright is in: "© dpa-AFX
// | Abb.: Muster | 07.11.2023 08:03".
func (pg *page) signedDate(l *line) {
	const beside = 20 // bytes beside the date in its part
	m := meta{}
	for part := range strings.SplitSeq(l.text, " | ") {
		part = strings.Trim(part, "© ")
		if span, ok := findDate(part); ok && m.published == "" && len(part)-(span.end-span.start) <= beside {
			m.published = span.date
		}
		if pg.p.agencies.isNews(part) {
			m.agencies = append(m.agencies, part)
		}
	}
	if m.published != "" {
		pg.addMeta(m)
	}
}
