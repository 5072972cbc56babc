package corpus

import "strings"

// tellsTitle tells an address whose last part has the words of the title:
// "https://www.zeitung.de/kultur/neuer-steg-fuer-den-hafen.html".
func (pg *page) tellsTitle(address string) bool {
	return pg.title >= 0 && pg.spells(address, &pg.lines[pg.title])
}

// spells tells whether the last part of an outlet's address has the words of a line.
func (pg *page) spells(address string, l *line) bool {
	const long, least = 4, 3 // letters of a word that counts, and words that are needed
	if pg.p.outlets.meant(fold(pg.p.outlets.ByURL(address))) == "" {
		return false
	}
	path := strings.TrimRight(lower(address), "/")
	path = path[strings.LastIndexByte(path, '/')+1:]
	n, found := 0, 0
	for word := range terms(asciiUmlauts(l.folded)) {
		if len(word) < long {
			continue
		}
		if n++; containsPhrase(path, word) {
			found++
		}
	}
	return found >= least && 2*found > n
}

// footTitle is the headline that some scrapers leave below the text, above its
// address; -1 if there is none. Several lines with addresses of their own are links.
func (pg *page) footTitle() int {
	at := -1
	for i := pg.opening[1] + 1; i < len(pg.lines); i++ {
		if pg.lines[i].kind != lineAddress {
			continue
		}
		above := &pg.lines[i-1]
		m := pg.p.address.FindStringSubmatch(pg.lines[i].text)
		if at >= 0 || m == nil || above.kind != lineText || !headlineLong(above.text) || above.has(signSentence) || !pg.spells(m[2], above) {
			return -1
		}
		at = i - 1
	}
	if at >= 0 && pg.recurs(at) < 0 {
		return -1
	}
	return at
}

// asciiUmlauts writes a folded text as addresses have it.
func asciiUmlauts(folded string) string {
	return strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss").Replace(folded)
}
