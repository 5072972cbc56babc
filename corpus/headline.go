package corpus

import (
	"slices"
	"strings"

	"presseschau/corpus/internal/webpage"
)

// title takes the title of the metadata without the name of the site, or the
// visible one where that is part of it: "Kicker: Title - Site".
func (p *htmlParser) title(a *Article, page *webpage.Page) {
	headline, heading := cleanLine(page.Headline), cleanLine(page.Heading)
	if headline == "" && heading == "" {
		headline = cleanLine(page.WindowTitle)
	}
	headline = p.withoutSite(headline, page.Sites)
	a.Kicker = cleanLine(page.Kicker)
	switch {
	case headline == "", heading != "" && strings.HasSuffix(fold(headline), fold(heading)):
		before := strings.TrimSuffix(fold(headline), fold(heading))
		if a.Kicker == "" && len(before) > 2 && len(before) <= maxHeading && strings.HasSuffix(before, ": ") && len(before) < len(headline) {
			a.Kicker = strings.TrimRight(headline[:len(before)], ": ")
		}
		a.Title = heading
	default:
		a.Title = headline
	}
	if rest, ok := strings.CutPrefix(a.Title, a.Kicker+": "); ok && a.Kicker != "" {
		a.Title = rest
	}
	if a.Kicker == a.Title || p.pages.outlets.known(fold(a.Kicker)) != "" {
		a.Kicker = ""
	}
}

// withoutSite takes the name of the site, and perhaps a section, from the end
// of a title: "Title - Politik - SZ.de".
func (p *htmlParser) withoutSite(title string, sites []string) string {
	rest, found := title, false
	for {
		at, sign := lastSeparator(rest)
		if at < 0 {
			break
		}
		last := fold(rest[at+len(sign):])
		site := p.pages.outlets.known(last) != "" || slices.ContainsFunc(sites, func(s string) bool { return fold(s) == last })
		if !site && !p.pages.furniture.sections[last] {
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
	for _, sep := range []string{" - ", " | ", " – ", " — ", " • ", " · ", " » ", " :: "} {
		if k := strings.LastIndex(s, sep); k > at {
			at, sign = k, sep
		}
	}
	return at, sign
}

// authors tells people, agencies and the outlet itself apart.
func (p *htmlParser) authors(a *Article, names []string) {
	for _, whole := range names {
		whole = cleanLine(whole)
		for _, prefix := range []string{"Von ", "von ", "By ", "by ", "VON "} {
			whole = strings.TrimPrefix(whole, prefix)
		}
		for name := range strings.SplitSeq(nameList(whole), ",") {
			name = strings.Trim(name, " .:()")
			switch {
			case name == "" || p.pages.outlets.known(fold(name)) != "" || isEditors(name) || fold(name) == fold(a.Outlet):
			case p.pages.agencies.isNews(name):
				a.Agencies = appendNew(a.Agencies, strings.ToLower(name))
			case isPersonName(name):
				a.Authors = appendNew(a.Authors, properCase(name))
			case isInitials(name) || name == whole && len(name) <= maxAuthor:
				a.Authors = appendNew(a.Authors, name)
			}
		}
	}
}
