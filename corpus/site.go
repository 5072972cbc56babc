package corpus

import (
	"slices"
	"strings"

	"presseschau/corpus/internal/webpage"
)

// maxSite is the length in bytes of the longest name of a site; longer ones are
// slogans or titles of pages.
const maxSite = 60

// outlet is the first outlet that is known among the publisher, the name of
// the site, the address and the end of the window's title; else what the page
// calls itself, best where that is like its address; else the host.
func (p *htmlParser) outlet(page *webpage.Page) string {
	host := p.pages.outlets.ByURL(page.URL)
	window := cleanLine(page.WindowTitle)
	titled := false // the title of the page stands before the name of the site
	if at, sign := lastSeparator(window); at > 0 {
		titled = repeats(window[:at], page.Heading)
		window = window[at+len(sign):]
	}
	for _, name := range append(slices.Clone(page.Sites), host) {
		if known := p.pages.outlets.meant(fold(name)); known != "" {
			return known
		}
	}
	if known := p.pages.outlets.known(fold(window)); known != "" {
		return known
	}
	label, _, _ := strings.Cut(host, ".")
	label = lettersOf(label)
	best := ""
	for _, name := range page.Sites {
		name = siteName(cleanLine(name), label)
		switch like := lettersOf(name); {
		case like == "" || len(name) > maxSite || like == lettersOf(page.Headline):
		case label != "" && strings.Contains(like, label):
			return name
		case best == "" || company(best) && !company(name):
			best = name
		}
	}
	if best == "" && host == "" && titled && len(window) <= maxSite {
		return window
	}
	return firstOf(best, host)
}

// siteName is a name without the slogan behind it: the part that is like the
// host, else a long name's first part.
func siteName(name, label string) string {
	const long = 40 // bytes
	name = strings.TrimPrefix(name, "www.")
	rest := name
	for {
		at, sign := lastSeparator(rest)
		if at <= 0 {
			break
		}
		if part := rest[at+len(sign):]; lettersOf(part) == label {
			return part
		}
		if len(name) > long || lettersOf(rest[:at]) == label {
			name = rest[:at]
		}
		rest = rest[:at]
	}
	return name
}

// company tells the name of a publisher by its legal form.
func company(name string) bool {
	for word := range strings.FieldsFuncSeq(lower(name), isNoWordRune) {
		switch word {
		case "gmbh", "ggmbh", "ag", "kg", "se", "mbh", "verlag", "verlagsgesellschaft", "ltd", "inc", "llc":
			return true
		}
	}
	return false
}
