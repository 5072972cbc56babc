package corpus

import (
	"strings"

	"presseschau/corpus/internal/webpage"
)

// title takes the visible title where the metadata repeat it, or where it can be
// no other; else the title of the metadata without the name of the site. "Kicker:
// Title - Site" is told by the visible title.
func (p *htmlParser) title(a *Article, page *webpage.Page) {
	headline, heading := cleanLine(page.Headline), cleanLine(page.Heading)
	window := cleanLine(page.WindowTitle)
	if headline == "" {
		headline = window
	}
	a.Kicker = cleanLine(page.Kicker)
	a.Title = p.withoutSite(headline, page)
	if heading != "" && (headline == "" || page.Sure || repeats(headline, heading) || repeats(window, heading)) {
		a.Title = p.withoutSite(heading, page)
	}
	p.kicker(a, headline)
	if a.Kicker == a.Title || p.pages.outlets.known(fold(a.Kicker)) != "" {
		a.Kicker = ""
	}
}

// repeats tells whether the title of a window repeats a heading, whatever its
// dashes and quotation marks.
func repeats(window, heading string) bool {
	const least = 8 // letters
	plain := lettersOf(heading)
	return len(plain) >= least && strings.Contains(lettersOf(window), plain)
}

// kicker takes the kicker from the front of the title, or of the title in the
// metadata where that repeats the visible one.
func (p *htmlParser) kicker(a *Article, headline string) {
	folded := fold(headline)
	if before, ok := strings.CutSuffix(folded, fold(a.Title)); ok && a.Kicker == "" && len(folded) == len(headline) &&
		len(before) > 2 && len(before) <= maxHeading && strings.HasSuffix(before, ": ") && len(before) < len(headline) {
		a.Kicker = strings.TrimRight(headline[:len(before)], ": ")
	}
	if rest, ok := strings.CutPrefix(a.Title, a.Kicker+": "); ok && a.Kicker != "" {
		a.Title = rest
	}
}

// withoutSite takes the name of the site, and perhaps a section, from the end
// of a title: "Title - Politik - SZ.de".
func (p *htmlParser) withoutSite(title string, page *webpage.Page) string {
	rest, found := title, false
	for {
		at, sign := lastSeparator(rest)
		if at <= 0 {
			break
		}
		last := rest[at+len(sign):]
		site := p.pages.outlets.known(fold(last)) != "" || p.ofSite(last, page)
		if !site && !p.pages.furniture.sections.of(fold(last)) {
			break
		}
		found = found || site
		rest = rest[:at]
	}
	if !found {
		return title
	}
	return rest
}

// lastSeparator finds the last sign between the parts of a window's title.
func lastSeparator(s string) (at int, sign string) {
	at = -1
	for _, sep := range []string{" - ", " | ", " – ", " — ", " • ", " · ", " » ", " › ", " > ", " :: ", " │ "} {
		if k := strings.LastIndex(s, sep); k > at {
			at, sign = k, sep
		}
	}
	return at, sign
}
