package corpus

import "strings"

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
	return m[1] == "" || p.rights.MatchString(m[1]) || p.copyrightOutlet(l.text) != ""
}

// opensCopyright tells a folded line that begins with the sign.
func opensCopyright(folded string) bool {
	return strings.HasPrefix(folded, "©") || strings.HasPrefix(folded, "(c)") || strings.HasPrefix(folded, "copyright")
}

// copyrightOutlet is the outlet behind the sign: "© SZ vom 15.06.2013/fued".
func (p *pageParser) copyrightOutlet(text string) string {
	m := p.copyright.FindStringSubmatch(text)
	if m == nil {
		return ""
	}
	words := strings.FieldsFunc(lower(m[1]), func(r rune) bool { return r == ' ' || r == '/' || r == ',' })
	for n := min(len(words), 4); n > 0; n-- {
		name := strings.TrimRight(strings.Join(words[:n], " "), ".")
		if known := p.outlets.known(name); known != "" {
			return known
		}
	}
	return ""
}
