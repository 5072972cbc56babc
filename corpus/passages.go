package corpus

import (
	"slices"
	"strings"

	"presseschau/corpus/internal/webpage"
)

// body keeps what is text of the article: the blocks go through the rules for
// furniture, datelines and sign-offs of raw pages.
func (p *htmlParser) body(a *Article, from []webpage.Block, beside *headLines) {
	pg := &page{p: p.pages, a: a, title: -1, spaced: true, contents: map[string]bool{}}
	for _, b := range from {
		if b.Link && b.Kind != webpage.Heading { // a teaser
			continue
		}
		text := cleanLine(b.Text)
		if text == "" || beside.dated[text] || fold(text) == "von" || b.Kind != webpage.Caption && (strings.EqualFold(text, a.Title) || strings.EqualFold(text, a.Kicker)) {
			continue
		}
		pg.lines = append(pg.lines, line{blanks: 1, kind: lineKindOf(b.Kind), credit: cleanLine(b.Credit)})
		pg.p.word(&pg.lines[len(pg.lines)-1], text)
	}
	pg.end = len(pg.lines)
	pg.markFurniture()
	pg.markMeta()
	pg.markSignoffs()
	for i := range pg.lines {
		l := &pg.lines[i]
		switch l.kind {
		case lineEnd, lineCopyright:
			if paragraphsBefore(pg.lines[:i]) > 0 && pg.nearEnd(i) {
				a.Body = withoutLooseHeadings(a.Body)
				return
			}
		case lineText:
			a.Body = append(a.Body, Block{Kind: Paragraph, Text: l.text})
		case lineHeading:
			if e, _ := p.pages.furniture.match(l); e == effectNone {
				a.Body = append(a.Body, Block{Kind: Heading, Text: l.text})
			}
		case lineItem:
			a.Body = append(a.Body, Block{Kind: ListItem, Text: l.text})
		case lineCaption:
			a.Body = append(a.Body, p.caption(l))
		}
	}
	a.Body = withoutLooseHeadings(a.Body)
}

func lineKindOf(k webpage.Kind) lineKind {
	switch k {
	case webpage.Heading:
		return lineHeading
	case webpage.ListItem:
		return lineItem
	case webpage.Caption:
		return lineCaption
	}
	return lineText
}

func paragraphsBefore(lines []line) (n int) {
	for i := range lines {
		if lines[i].kind == lineText {
			n++
		}
	}
	return n
}

// caption tells the credit apart where the markup does not.
func (p *htmlParser) caption(l *line) Block {
	b := Block{Kind: Caption, Text: l.text, Credit: l.credit}
	if b.Credit == "" {
		if text, credit, ok := p.pages.splitCredit(l.text); ok && text != "" {
			b.Text, b.Credit = text, credit
		}
	}
	b.Credit = withoutCreditLabel(b.Credit)
	return b
}

// withoutCreditLabel takes "Foto:" and its like from a credit.
func withoutCreditLabel(credit string) string {
	credit = strings.Trim(credit, "()[] ")
	label, rest, ok := strings.Cut(credit, ":")
	switch lower(strings.TrimSpace(label)) {
	case "foto", "fotos", "bild", "bilder", "quelle", "copyright", "©", "grafik", "picture", "credit":
		if ok {
			credit = rest
		}
	}
	return strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(credit), "©"))
}

// withoutLooseHeadings drops headings at the end, which head boxes of links.
func withoutLooseHeadings(body []Block) []Block {
	for len(body) > 0 && body[len(body)-1].Kind == Heading {
		body = body[:len(body)-1]
	}
	return body
}

// leadFromBody takes the lead out of the body where it stands there too, in
// full where the metadata cut it short: "Die Stadt prüft …". A description that
// is only the beginning of a longer paragraph is no lead.
func leadFromBody(a *Article) {
	const most = 4      // blocks that a head may have
	const leastCut = 40 // bytes by which a cut text is told
	whole := strings.TrimRight(strings.TrimSuffix(a.Lead, "[...]"), " .…")
	cut := strings.HasSuffix(a.Lead, "…") || strings.HasSuffix(a.Lead, "...") || strings.HasSuffix(a.Lead, "[...]")
	for i, b := range a.Body[:min(most, len(a.Body))] {
		if b.Kind == Caption || b.Text != a.Lead && (len(whole) < leastCut || !strings.HasPrefix(b.Text, whole)) {
			continue
		}
		switch more := len(b.Text) - len(a.Lead); {
		case more > maxHeading && (!cut || more > len(a.Lead)):
			a.Lead = ""
			return
		case cut:
			a.Lead = b.Text
		}
		a.Body = slices.Delete(a.Body, i, i+1)
		return
	}
}
