package analyzers

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// link gives the end of the address of a page at the position, or 0.
func (s *scanner) link() int {
	rest := s.text[s.pos:]
	switch rest[0] | 0x20 {
	case 'h', 'w':
		if hasPrefixFold(rest, "http://") || hasPrefixFold(rest, "https://") || hasPrefixFold(rest, "www.") {
			return s.pos + linkLength(rest)
		}
	}
	return 0
}

// linkLength measures an address up to a blank or a mark that cannot be part
// of it; marks at its end belong to the sentence.
func linkLength(rest string) int {
	end := min(len(rest), maxLink)
	for end < len(rest) && !utf8.RuneStart(rest[end]) {
		end--
	}
	if i := strings.IndexAny(rest[:end], " \t\r\n\v\f<>\"„“”«»‚\u00a0\u2028\u2029"); i >= 0 {
		end = i
	}
	return len(strings.TrimRight(rest[:end], ".,;:!?)]}'*_…’"))
}

// domain gives the end of a mailbox or of a domain with a well-known ending,
// with the path behind it, or 0. It is asked for a word that ends before a dot
// or an @.
func (s *scanner) domain() int {
	rest := s.text[s.pos:]
	i, dot, at := 0, -1, false
scan:
	for i < len(rest) && i < maxWord {
		switch c := rest[i]; {
		case isASCIILetter(c) || isDigit(c) || (c == '-' || c == '_') && i > 0:
		case c == '.' && i > 0:
			if i+1 == len(rest) || !isASCIILetter(rest[i+1]) && !isDigit(rest[i+1]) {
				break scan
			}
			dot = i
		case c == '@' && i > 0 && !at && rest[0] != '@':
			at, dot = true, -1
		default:
			break scan
		}
		i++
	}
	if dot < 0 || i < len(rest) && rest[i] >= utf8.RuneSelf {
		return 0
	}
	if !at && !isTopLevel(rest[dot+1:i]) {
		return 0
	}
	if i < len(rest) && rest[i] == '/' {
		i = linkLength(rest)
	}
	return s.pos + i
}

// isTopLevel says whether name ends the domains that German news mention;
// others look too much like a missing blank behind a full stop.
func isTopLevel(name string) bool {
	switch name {
	case "de", "com", "org", "net", "at", "ch", "eu", "info", "tv", "gov", "edu", "uk", "fr", "ru", "io", "news":
		return true
	}
	return false
}

// isLink says whether a word is an address.
func isLink(form string) bool {
	if hasPrefixFold(form, "www.") || strings.Contains(form, "://") {
		return true
	}
	if strings.IndexByte(form, '@') > 0 {
		return true
	}
	host, _, _ := strings.Cut(form, "/")
	dot := strings.LastIndexByte(host, '.')
	return dot > 0 && isTopLevel(host[dot+1:])
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// abbreviation gives the end of single letters with dots (U.S.A., z. B.), or
// 0. Blanks between them are allowed for well-known ones only.
func (s *scanner) abbreviation() int {
	rest := s.text[s.pos:]
	if len(rest) < 4 || rest[1] != '.' && rest[0] < utf8.RuneSelf || !startsWord(rest) || isDigit(rest[0]) {
		return 0
	}
	const enough = 4 // letters of an abbreviation
	var letters [enough + 3*utf8.UTFMax]byte
	known, dotted, n := 0, 0, 0
	for i, blank := 0, false; n < enough; {
		k := abbreviated(rest[i:])
		if k == 0 {
			break
		}
		for _, r := range rest[i : i+k] {
			n += utf8.EncodeRune(letters[n:], unicode.ToLower(r))
		}
		i += k + 1
		if !blank && k <= 2 {
			dotted = i
		}
		if isAbbreviation(string(letters[:n])) {
			known = i
		}
		gap := blankLength(rest[i:])
		blank = blank || gap > 0
		i += gap
	}
	if known == 0 && dotted < len("a.b.") {
		return 0
	}
	return s.pos + max(known, dotted)
}

// abbreviated gives the length of one to four letters before a dot.
func abbreviated(rest string) int {
	n := 0
	for i, r := range rest {
		if r == '.' {
			return i
		}
		if n++; n > 3 || !isWordRune(r) || isDigitRune(r) {
			return 0
		}
	}
	return 0
}

func blankLength(rest string) int {
	for _, blank := range []string{" ", "\u00a0", "\u202f", "\u2009"} {
		if strings.HasPrefix(rest, blank) {
			return len(blank)
		}
	}
	return 0
}

// isAbbreviation knows abbreviations of several words by their letters.
func isAbbreviation(letters string) bool {
	switch letters {
	case "zb", "dh", "ua", "va", "oä", "uä", "idr", "zt", "uu", "ia", "so", "su", "ad", "ev", "vchr", "nchr",
		"uvm", "usf", "evtl", "zzt", "ihv", "iw", "ie", "og", "sog", "mwn", "ea", "zhd":
		return true
	}
	return false
}

// paragraph gives the end of a section number like "§ 130a" at i, or 0.
func (s *scanner) paragraph(i int) int {
	rest, ok := strings.CutPrefix(s.text[i:], "§")
	if !ok {
		return 0
	}
	at := blankLength(rest)
	end := at
	for end < len(rest) && end < maxWord && isDigit(rest[end]) {
		end++
	}
	if end == at {
		return 0
	}
	if end < len(rest) && isASCIILetter(rest[end]) && !startsWord(rest[end+1:]) {
		end++
	}
	return i + len("§") + end
}

// isISODate says whether text begins with a date like 2015-09-20.
func isISODate(text string) bool {
	if len(text) < len("2015-09-20") {
		return false
	}
	for i, mark := range []byte("0000-00-00") {
		if mark == '-' && text[i] != '-' || mark == '0' && !isDigit(text[i]) {
			return false
		}
	}
	return len(text) == len("2015-09-20") || !isWordByte(text[len("2015-09-20")])
}
