package webpage

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// takeLead finds the lead: the paragraph that the markup tells, else what stands
// between title and text and is not part of the text, else that of the metadata
// if it is printed on the page. More than one paragraph above the text is text.
func (p *Page) takeLead(o *outline) {
	above := o.above(p.Body)
	switch {
	case p.lead != "":
		p.Lead = p.lead
	case len(above) > 0:
		p.Lead, above = above[0], above[1:]
	case !o.prints(p.Lead) && size(p.Body) > minMarked:
		p.Lead = ""
	}
	var front []Block
	for _, s := range above {
		if s != p.Lead {
			front = append(front, Block{Text: s})
		}
	}
	p.Body = append(front, p.Body...)
}

// above are the paragraphs between the title and the first one of the body.
func (o *outline) above(body []Block) (out []string) {
	const (
		least = 60 // bytes of a paragraph
		reach = 30 // lines
	)
	if o.title < 0 {
		return nil
	}
	inBody := map[string]bool{}
	for _, b := range body {
		inBody[letters(b.Text)] = true
	}
	for i := o.title + 1; i < min(len(o.lines), o.title+reach); i++ {
		l := o.lines[i]
		switch plain := letters(l.Text); {
		case len(l.Text) < least || l.apart:
		case inBody[plain]:
			return out
		case endsSentence(l.Text):
			out = append(out, l.Text)
		}
	}
	return nil
}

// endsSentence tells a text with the sign of a sentence at its end.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, " \"“”«»')")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "…")
}

// prints tells whether a text, or the beginning of it, stands on the page.
func (o *outline) prints(s string) bool {
	const enough = 60 // bytes of letters
	plain := letters(s)
	plain = plain[:min(len(plain), enough)]
	if plain == "" {
		return false
	}
	for _, l := range o.lines {
		if len(l.Text) >= len(plain) && strings.Contains(letters(l.Text), plain) {
			return true
		}
	}
	return false
}

// visibleLead is the paragraph that sums the article up, by the names that
// sites give it; "" if there is none.
func visibleLead(doc *html.Node) string {
	const least = 40 // bytes; shorter ones are labels
	for n := range elements(doc, atom.P, atom.Div, atom.H2, atom.Strong) {
		if !isLead(n) || within(n, isBeside) {
			continue
		}
		if t := text(n); len(t) >= least {
			return t
		}
	}
	return ""
}

func isLead(n *html.Node) bool {
	for class := range strings.FieldsSeq(strings.ToLower(attr(n, "class"))) {
		last := class[strings.LastIndexAny(class, "-_")+1:]
		switch last {
		case "lead", "vorspann", "standfirst", "leadtext", "subheadline", "einleitung":
			return true
		}
		if class == "article-intro" || class == "article__intro" || class == "article-summary" || class == "article__summary" {
			return true
		}
	}
	return false
}
