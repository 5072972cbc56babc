package corpus

import (
	"strings"
	"unicode/utf8"
)

// maxSignoff is the length in bytes of the longest sign-off line.
const maxSignoff = 110

// markSignoffs finds initials and agencies below an article, or at the end of
// its last paragraph: "kle/sam (afp, dpa, rtre)", "feb/dpa", "Quelle: ntv.de,
// mau/dpa", "… sagte er. (dpa)".
func (pg *page) markSignoffs() {
	paragraphs := 0
	for i := range pg.lines {
		l := &pg.lines[i]
		if l.kind == lineCopyright && len(l.text) <= maxSignoff {
			pg.copyrightSignoff(l)
			continue
		}
		if l.kind != lineText {
			continue
		}
		if l.paragraph() || paragraphs > 0 && strings.HasSuffix(strings.TrimRight(l.text, " +"), ")") && (l.has(signSlash) || pg.nearEnd(i)) {
			pg.trailingSignoff(l)
		}
		if l.paragraph() {
			paragraphs++
			continue
		}
		if paragraphs > 0 && len(l.text) <= maxSignoff && pg.p.maySign(l) && !pg.belowCredits(i) {
			pg.trySignoff(i)
		}
	}
}

// belowCredits tells what stands below "Fotocredits:".
func (pg *page) belowCredits(i int) bool {
	above := pg.lines[i-1].folded
	return strings.HasSuffix(above, ":") && isCreditWord(strings.TrimSuffix(above, ":"))
}

// maySign tells lines that may be a sign-off: a few words, or parts between
// signs, or a source.
func (p *pageParser) maySign(l *line) bool {
	const few = 4 // words of agencies and initials
	if !l.cued(cueNews) && !l.has(signSlash) && l.text[0] != '(' && l.text[0] != '[' && !strings.HasPrefix(l.text, "Quelle") && !strings.HasPrefix(l.text, "• Quelle ") {
		return false // for no sign-off is without all of these
	}
	first, _, _ := strings.Cut(l.folded, " ")
	first = strings.Trim(first, ".,:;")
	return l.words <= few && (p.agencies.opens[first] || p.outlets.mayOpen(first) || isInitials(first) || isEditors(first)) || l.has(signSlash|signBracket|signBar|signColon) || strings.ContainsAny(l.text, ",;&·•") || strings.Contains(l.text, " und ") || strings.HasPrefix(l.folded, "mit ")
}

// trySignoff reads line i as a sign-off. Where paragraphs follow, an agency
// alone is the credit of a picture.
func (pg *page) trySignoff(i int) {
	l := &pg.lines[i]
	text, _ := listItem(l.text)
	s := pg.p.signoff(text)
	if at := strings.LastIndex(l.text, "; "); s == nil && at > 0 { // "SRF 1, 12.03 Uhr; sda/bers"
		s = pg.p.signoff(l.text[at+1:])
	}
	if s == nil || len(s.authors) == 0 && l.text[0] != '(' && !pg.nearEnd(i) && !(ownSource(text) && pg.besideMeta(i)) {
		return
	}
	l.decide(lineSignoff, "sign-off")
	pg.addSignoff(s)
}

// copyrightSignoff reads "© SZ.de/dpa/mcs" and "© SZ/lemo".
func (pg *page) copyrightSignoff(l *line) {
	if s := pg.p.signoff(strings.TrimLeft(l.text, "© ")); s != nil {
		pg.addSignoff(s)
	}
}

func (pg *page) addSignoff(s *signoff) {
	if s.outlet != "" && s.own {
		pg.signed = s.outlet
	}
	pg.addMeta(meta{authors: s.authors, agencies: s.agencies, published: s.date})
}

// trailingSignoff takes a sign-off in brackets from the end of a paragraph.
func (pg *page) trailingSignoff(l *line) {
	text := strings.TrimRight(l.text, ".+/ ") // "(Ada Muster) +++"
	if !strings.HasSuffix(text, ")") && !strings.HasSuffix(text, "]") {
		return
	}
	// "… ein Bußgeld. (mit Material der dpa) / (anw)": the first bracket behind
	// a sentence counts; "die Nachrichtenagentur (dpa)" is within one.
	open := -1
	for k := max(0, len(text)-maxSignoff); k < len(text) && open < 0; k++ {
		if text[k] != '(' && text[k] != '[' {
			continue
		}
		last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text[:k], ` "“”»«`))
		if strings.ContainsRune(".!?", last) {
			open = k
		}
	}
	if open < 0 {
		return
	}
	before := strings.TrimRight(text[:open], " ")
	s := pg.p.signoff(text[open:])
	if s == nil {
		return
	}
	pg.reword(l, before)
	l.signed = true
	pg.addSignoff(s)
}

// signoff is what a sign-off says.
type signoff struct {
	authors  []string
	agencies []string
	date     Date
	outlet   string
	own      bool // the outlet is that of the article, not its source
}

// signoff reads a whole line as one; nil if it is none. Every part must be
// initials, an agency, an outlet, a date or, in brackets, a name.
func (p *pageParser) signoff(text string) *signoff {
	s := &signoff{}
	rest := withoutSourceLabel(text)
	if span, ok := findDate(rest); ok {
		s.date = span.date
		rest = strings.TrimSpace(rest[:span.start]) + " " + strings.TrimSpace(rest[span.end:])
	}
	bracket := strings.HasPrefix(text, "(") || strings.HasPrefix(text, "[")
	rest = strings.ReplaceAll(strings.ReplaceAll(rest, " und ", ", "), " sowie ", ", ")
	if bracket {
		rest = strings.ReplaceAll(rest, " – ", ", ")
		if before, after, ok := strings.Cut(rest, "mit "); ok && p.agencies.onlyAgencies(after) {
			rest = before + ", " + after // "(Ada Muster mit dpa)"
		}
	}
	dashed := strings.Contains(rest, " - ")
	initials, editors := 0, 0
	for part := range strings.FieldsFuncSeq(rest, func(r rune) bool { return isListSign(r) || dashed && r == '-' }) {
		part = withoutMaterial(strings.TrimSuffix(strings.Trim(part, " .:"), " vom")) // "SZ vom 27.09.2017"
		switch {
		case part == "":
		case len(part) > maxHeading/2:
			return nil
		case p.agencies.isNews(part):
			s.agencies = appendNew(s.agencies, lower(part))
		case p.signedOutlet(part) != "":
			s.outlet = p.signedOutlet(part)
		case isEditors(part):
			editors++
		case isInitials(part):
			s.authors = appendNew(s.authors, part)
			initials++
		case s.date != "" && dateLabel(part) == labelPublished: // "(Ada Muster, Printausgabe, 22.8.2008)"
		case bracket && (p.office(part) || len(s.agencies) > 0 && isShorthand(part)):
		case bracket && isPersonName(withoutPlace(part)):
			s.authors = appendNew(s.authors, withoutPlace(part))
		case p.spacedSignoff(part, s):
		default:
			return nil
		}
	}
	// A lone short word is a sign-off only in brackets: "karte" is none.
	signed := strings.Contains(text, "/") && (initials >= 2 || initials+editors >= 1 && s.outlet != "")
	host := !bracket && strings.Contains(rest, ".") || ownSource(text) // "Quelle: n-tv.de", as it signs its own
	s.own = host || len(s.agencies)+initials+editors > 0
	if len(s.agencies) == 0 && !bracket && !signed && !(s.outlet != "" && strings.HasPrefix(text, "Quelle")) {
		return nil
	}
	if len(s.agencies)+len(s.authors) == 0 && s.outlet == "" {
		return nil
	}
	return s
}

// withoutSourceLabel takes the words from the front of a sign-off that say that it
// is one.
func withoutSourceLabel(text string) string {
	for _, label := range []string{
		"Quelle:", "Quellen:", "Quelle ", "Agenturen:", "(Quelle:", "Mit Material von", "mit Material von", "(mit Material von", "(Mit Material von",
		"Mit Informationen von", "mit Material der", "(mit Material der", "Mit Material der", "Mit Informationen der", "mit Informationen von",
		"Mit Agenturmaterial von", "Mit Agenturmaterial",
	} {
		if rest, ok := strings.CutPrefix(text, label); ok {
			return rest
		}
	}
	return text
}

// ownSource tells "Quelle ZEIT ONLINE, dpa" without a colon, as that outlet signs.
func ownSource(text string) bool { return strings.HasPrefix(text, "Quelle ") }

// withoutMaterial takes what stands before an agency in "sah/mit Agenturmaterial
// der dpa".
func withoutMaterial(part string) string {
	if rest, ok := strings.CutPrefix(part, "mit "); ok {
		for _, word := range []string{"Agenturmaterial von ", "Agenturmaterial der ", "Material von ", "Material der ", "Informationen von ", "Informationen der "} {
			if agency, found := strings.CutPrefix(rest, word); found {
				return agency
			}
		}
	}
	return part
}

// signedOutlet is the outlet of a part of a sign-off, which may have lost the
// last point of "F.A.Z."; "" if it is none.
func (p *pageParser) signedOutlet(part string) string {
	low := lower(part)
	if isInitials(part) && !p.outlets.small[part] {
		return "" // "haz" is no sign-off of the HAZ
	}
	if name := p.outlets.known(low); name != "" || !strings.Contains(low, ".") {
		return name
	}
	return p.outlets.known(low + ".")
}

// withoutPlace takes the place from "Florian Muster aus Berlin".
func withoutPlace(s string) string {
	for _, word := range []string{" aus ", " in "} {
		if name, place, ok := strings.Cut(s, word); ok && isPlaceName(place) {
			return name
		}
	}
	return s
}

// spacedSignoff reads a part whose words are all initials or agencies:
// "mau dpa".
func (p *pageParser) spacedSignoff(part string, s *signoff) bool {
	words := strings.Fields(part)
	if len(words) < 2 || len(words) > 4 {
		return false
	}
	for _, w := range words {
		if !p.agencies.isNews(w) && !isInitials(w) {
			return false
		}
	}
	for _, w := range words {
		if p.agencies.isNews(w) {
			s.agencies = appendNew(s.agencies, lower(w))
		} else {
			s.authors = appendNew(s.authors, w)
		}
	}
	return true
}

// isEditors tells the words for the whole newsroom.
func isEditors(s string) bool {
	switch lower(s) {
	case "red", "redaktion", "pm", "pi", "ots", "mit agenturen", "agenturen", "eigene", "eigener bericht", "ag", "mit":
		return true
	}
	return false
}

// signsHead tells "SID", an agency of texts alone that empty lines set apart from
// the title above and the first paragraph below.
func (pg *page) signsHead(i int) bool {
	l := &pg.lines[i]
	if l.words > 1 || i == 0 || i+1 == len(pg.lines) || !pg.p.agencies.isNews(l.text) {
		return false
	}
	switch l.folded {
	case "dpa", "afp", "ap", "reuters", "apa", "getty", "keystone", "imago":
		return false // have pictures too
	}
	below := &pg.lines[i+1]
	return l.blanks > 0 && below.blanks > 0 && len(below.text) >= longText && headlineLong(pg.lines[i-1].text) && !pg.textBehind(i)
}
