package corpus

import "strings"

// ruleCopyright is the rule for the lines that isCopyright tells.
const ruleCopyright = "copyright"

// isCopyright tells "© SPIEGEL ONLINE 2015" and "Copyright © NZZ AG. Alle
// Rechte …" from "© dpa", the credit of a picture: it has a year, says what is
// not allowed, or names an outlet.
func (p *pageParser) isCopyright(l *line) bool {
	if !l.cued(cueCopyright) || !l.has(signDigit) && !opensCopyright(l.folded) && !strings.Contains(l.folded, "alle rechte vorbehalten") {
		return false
	}
	m := p.copyright.FindStringSubmatch(l.text)
	if m == nil {
		return false
	}
	if _, name, ok := strings.Cut(m[1], "/"); ok && isPersonName(strings.TrimSpace(name)) {
		return false // "© Sputnik / Ada Muster"
	}
	return m[1] == "" || claimsRights(lower(m[1])) || p.copyrightOutlet(l) != nil
}

// claimsRights tells folded words behind the sign that are those of a publisher
// rather than a credit: a year, rights, or the form of a company.
func claimsRights(folded string) bool {
	for _, word := range []string{"rechte", "verlag", "rundfunk"} {
		if strings.Contains(folded, word) {
			return true
		}
	}
	for start, end := nextASCIIWord(folded, 0); start < end; start, end = nextASCIIWord(folded, end) {
		word := folded[start:end]
		if word == "ag" || strings.HasSuffix(word, "mbh") || len(word) == yearLen && (word[:2] == "19" || word[:2] == "20") && isDigit(word[2]) && isDigit(word[3]) {
			return true
		}
	}
	return false
}

// nextASCIIWord gives the bounds of the next word of ASCII from a place on; there is
// none if they are equal.
func nextASCIIWord(s string, from int) (start, end int) {
	in := func(b byte) bool { return isPlain(b) || b == '_' }
	for start = from; start < len(s) && !in(s[start]); {
		start++
	}
	for end = start; end < len(s) && in(s[end]); {
		end++
	}
	return start, end
}

// opensCopyright tells a folded line that begins with the sign.
// claimed tells a line of copyright, which may stand in the table of furniture too.
func (l *line) claimed() bool {
	return l.kind == lineCopyright || l.kind == lineEnd && l.cued(cueCopyright) && opensCopyright(l.folded)
}

func opensCopyright(folded string) bool {
	return strings.HasPrefix(folded, "©") || strings.HasPrefix(folded, "(c)") || strings.HasPrefix(folded, "copyright")
}

// copyrightOutlet is the outlet behind the sign: "© SZ vom 15.06.2013/fued",
// "© 2000 – 2023 nnz-online.de", "Copyright 2021 by autozeitung.de"; nil if
// there is none.
func (p *pageParser) copyrightOutlet(l *line) (found *outletMark) {
	if l.rule != ruleCopyright && !p.copyright.MatchString(l.text) {
		return nil
	}
	sign := 0 // where it ends
	for _, s := range []string{"©", "(c)", "copyright"} {
		if at := strings.LastIndex(l.folded, s); at >= 0 {
			sign = max(sign, at+len(s))
		}
	}
	if sign == 0 {
		return nil
	}
	p.outlets.sight(l, func(s sighting) {
		behind := s.start >= sign && yearsOnly(l.folded[sign:s.start])
		before := s.start == 0 && s.end < sign && yearsOnly(l.folded[s.end:]) // "Deutschlandradio © 2009-2018"
		if found == nil && (behind || before) && !goesOn(l.folded[s.end:]) {
			found = s.outletMark
		}
	})
	return found
}

// yearsOnly tells what may stand between the sign and the name.
func yearsOnly(s string) bool {
	for word := range terms(s) {
		if word != "by" && strings.Trim(word, "0123456789") != "" {
			return false
		}
	}
	return true
}

// goesOn tells that a name is only the beginning of a longer one, or that of a
// house with many outlets: "© Bild und Ton GmbH", "© Vice Media Group".
func goesOn(after string) bool {
	for _, word := range []string{" und ", " & ", " für ", " der ", " des ", " media", " gruppe", " group"} {
		if strings.HasPrefix(after, word) {
			return true
		}
	}
	return false
}
