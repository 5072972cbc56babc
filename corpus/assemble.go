package corpus

import (
	"net/url"
	"slices"
	"strings"
)

// assemble makes the article of the lines.
func (pg *page) assemble() {
	a := pg.a
	a.Body = slices.Grow(a.Body, pg.countBlocks())
	for i := range pg.lines {
		l := &pg.lines[i]
		if l.kind == lineAddress && a.URL == "" {
			a.URL = pg.ownAddress(i)
		}
		if i >= pg.end && !(l.kind == lineCaption && i <= pg.end+1 && pg.lines[i-1].kind == lineSignoff) || i <= pg.title && l.kind != lineCaption {
			continue // a picture may be right below the sign-off
		}
		switch l.kind {
		case lineText:
			a.Body = append(a.Body, Block{Kind: Paragraph, Text: l.text})
		case lineHeading:
			a.Body = append(a.Body, Block{Kind: Heading, Text: l.text})
		case lineItem:
			a.Body = append(a.Body, Block{Kind: ListItem, Text: l.text})
		case lineCaption:
			a.Body = append(a.Body, Block{Kind: Caption, Text: l.text, Credit: l.credit})
		}
	}
	a.Outlet = pg.outlet()
	pg.tidyWriters()
	a.Authors = slices.DeleteFunc(a.Authors, func(name string) bool { // "(rt/dpa)"
		return a.Outlet != "" && pg.p.outlets.known(lower(name)) == a.Outlet
	})
	pg.dateFallback()
}

// countBlocks counts the lines that may be blocks of the body.
func (pg *page) countBlocks() (n int) {
	for i := range pg.end {
		switch pg.lines[i].kind {
		case lineText, lineHeading, lineItem, lineCaption:
			n++
		}
	}
	return n
}

// ownAddress is the address in line i if it is the page's own: labelled as such
// there or above, or of a known outlet and the first line, a permalink or one with
// the words of the title. Others are links.
func (pg *page) ownAddress(i int) string {
	m := pg.p.address.FindStringSubmatch(pg.lines[i].text)
	if pg.tellsTitle(m[2]) {
		return m[2]
	}
	if i == 0 && pg.p.outlets.ByURL(m[2]) != "" || i > 0 && labelsAddress(pg.lines[i-1].folded) {
		return m[2]
	}
	return pg.p.ownAddress(pg.lines[i].text)
}

// ownAddress is the address in a line by itself.
func (p *pageParser) ownAddress(text string) string {
	const longest = 12 // bytes of a permalink: "heise.de/-3100999"
	m := p.address.FindStringSubmatch(text)
	if m[1] != "" {
		return m[2]
	}
	u, err := url.Parse(m[2])
	if err != nil || len(u.Path) > longest || p.outlets.meant(fold(p.outlets.ByURL(m[2]))) == "" {
		return ""
	}
	return m[2]
}

// labelsAddress tells "Permalink" and "Kurz-URL:".
func labelsAddress(folded string) bool {
	const longest = 30 // bytes
	if len(folded) > longest {
		return false
	}
	for _, word := range []string{"permalink", "url", "kurzlink", "adresse"} {
		if strings.Contains(folded, word) {
			return true
		}
	}
	return false
}

// dateFallback takes the date from the comments, else the year from a
// copyright line, where the page has no dateline.
func (pg *page) dateFallback() {
	a := pg.a
	if a.Published == "" && a.Updated != "" { // the only date: FAZ.NET's "Aktualisiert am"
		a.Published, a.PublishedFrom = Date(a.Updated.Day()), FromDateline
	}
	if a.Published == "" && a.URL != "" {
		if d := dateInURL(a.URL); d != "" {
			a.Published, a.PublishedFrom = d, FromURL
		}
	}
	if a.Published == "" {
		for _, c := range a.Comments {
			if day := Date(c.Date.Day()); day != "" && (a.Published == "" || day < a.Published) {
				a.Published, a.PublishedFrom = day, FromComments
			}
		}
	}
	if a.Published == "" {
		if y := pg.copyrightYear(); y != "" {
			a.Published, a.PublishedFrom = y, FromCopyright
		}
	}
}

// copyrightYear is the year of a copyright line, the last of a range, as in
// "© 1999–2015".
func (pg *page) copyrightYear() Date {
	for i := range pg.lines {
		if !pg.lines[i].claimed() {
			continue
		}
		if all := pg.p.year.FindAllString(pg.lines[i].text, -1); len(all) == 1 || len(all) == 2 && all[0] < all[1] {
			return Date(all[len(all)-1])
		}
	}
	return ""
}

// containsPhrase finds a phrase that does not begin or end within a word.
func containsPhrase(s, phrase string) bool {
	for from := 0; ; {
		k := strings.Index(s[from:], phrase)
		if k < 0 {
			return false
		}
		start, end := from+k, from+k+len(phrase)
		if (start == 0 || !isLetterByte(s[start-1]) || !isLetterByte(phrase[0])) && (end == len(s) || !isLetterByte(s[end]) || !isLetterByte(phrase[len(phrase)-1])) {
			return true
		}
		from = start + 1
	}
}

// warn says what a reader of the report should know.
func warn(a *Article) {
	for _, lack := range []struct {
		lacks bool
		what  string
	}{
		{a.Title == "", "no title found"}, {a.Published == "", "no date found"}, {a.Outlet == "", "no outlet found"}, {len(a.Body) == 0, "no text found"},
	} {
		if lack.lacks {
			a.Warnings = append(a.Warnings, lack.what)
		}
	}
}
