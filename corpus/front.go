package corpus

import "strings"

// takeFront takes the metadata that scrapers such as trafilatura write above a
// page, "title: …", "date: …", a line each, perhaps between lines of "---".
func (pg *page) takeFront() {
	const (
		reach = 20 // lines within which they stand
		least = 3  // of them that are needed
	)
	first, last, n := -1, -1, 0
	for i := range min(reach, len(pg.lines)) {
		l := &pg.lines[i]
		if strings.Trim(l.text, "-") == "" {
			continue
		}
		key, _, ok := strings.Cut(l.folded, ":")
		if !ok || !frontKey(key) {
			break
		}
		if first < 0 {
			first = i
		}
		last = i
		n++
	}
	if n < least {
		return
	}
	for i := range last + 1 {
		if l := &pg.lines[i]; strings.Trim(l.text, "-") != "" {
			pg.frontLine(l)
		}
		pg.lines[i].decide(lineNoise, "metadata above the page")
	}
}

// frontKey tells the names of such metadata.
func frontKey(key string) bool {
	switch key {
	case "title", "author", "authors", "url", "hostname", "sitename", "date", "description", "categories", "tags",
		"fingerprint", "id", "license", "image", "pagetype", "language", "source", "published", "filedate":
		return true
	}
	return false
}

// frontLine keeps what one of these lines says.
func (pg *page) frontLine(l *line) {
	key, _, _ := strings.Cut(l.folded, ":")
	value := strings.Trim(l.text[len(key)+1:], " \"'")
	a := pg.a
	switch key {
	case "title":
		pg.front = value
	case "author", "authors":
		for name := range strings.SplitSeq(nameList(value), ",") {
			if name = strings.TrimSpace(name); isPersonName(name) {
				a.Authors = appendNew(a.Authors, properCase(name))
			}
		}
	case "url", "source":
		if a.URL == "" && pg.p.outlets.ByURL(value) != "" {
			a.URL = value
		}
	case "sitename", "hostname":
		if name := pg.p.outlets.meant(strings.TrimPrefix(fold(value), "www.")); name != "" && pg.pageName == "" {
			pg.pageName = name
		}
	case "date", "published":
		if span, ok := findDate(value); ok && a.Published == "" {
			a.Published, a.PublishedFrom = span.date, FromMetadata
		}
	}
}
