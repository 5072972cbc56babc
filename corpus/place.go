package corpus

import (
	"strings"
	"unicode"
)

// placeAgencies takes the agencies from "Berlin (dpa/AFP) – " before the first
// paragraph.
func (pg *page) placeAgencies() {
	for i := pg.title + 1; i < pg.end; i++ {
		l := &pg.lines[i]
		if l.kind != lineText {
			continue
		}
		if at := pg.p.place(l.text); at != nil {
			if s := pg.p.signoff("(" + at[1] + at[2] + ")"); s != nil {
				pg.addMeta(meta{agencies: s.agencies})
				if pg.signed == "" {
					pg.signed = s.outlet // "BERLIN taz |"
				}
			}
		}
		return
	}
}

// place reads "Berlin (dpa/AFP) – " at the beginning of a text; the parts are
// what stands in the brackets, and initials without brackets.
func (p *pageParser) place(text string) []string {
	if place, rest, ok := strings.Cut(text[:min(len(text), maxHeading)], " ("); ok && isPlaceName(place) {
		if agency, _, ok := strings.Cut(rest, ")"); ok && p.agencies.signs(agency) && opensSentence(rest[len(agency)+1:]) {
			return []string{text, agency, ""}
		}
	}
	if rest, ok := strings.CutPrefix(text, "("); ok { // "(sda/Reuters) In Bern"
		if agency, _, ok := strings.Cut(rest[:min(len(rest), maxHeading)], ") "); ok && p.agencies.onlyAgencies(agency) {
			return []string{text, agency, ""}
		}
	}
	const reach = 100 // bytes within which the dash stands
	if head := text[:min(reach, len(text))]; strings.IndexByte(head, '-') < 0 && strings.IndexByte(head, '|') < 0 && !strings.Contains(head, "–") && !strings.Contains(head, "—") {
		return nil
	}
	if !mayPlace(text) {
		return nil
	}
	return p.placeLine.FindStringSubmatch(text)
}

// opensSentence tells what stands behind the bracket of "Wiesbaden (KNA/iz). Der Rat".
func opensSentence(s string) bool {
	rest := strings.TrimLeft(strings.TrimPrefix(s, "."), " ")
	return len(rest) < len(s) && unicode.IsUpper(firstRune(rest))
}

// mayPlace keeps the pattern for places off most texts: the dash, or the bracket with
// the agency, is behind at most three words with capitals and one without.
func mayPlace(text string) bool {
	const most = 3 // words with capitals
	for n := 0; n <= most; n++ {
		word, rest, _ := strings.Cut(text, " ")
		if word == "" || strings.IndexByte(word, '(') >= 0 || strings.IndexByte("-|\x93\x94", word[len(word)-1]) >= 0 { // the last two end – and —
			return word != ""
		}
		if !unicode.IsUpper(firstRune(word)) {
			return rest != "" && (strings.IndexByte("-|", rest[0]) >= 0 || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "—"))
		}
		text = rest
	}
	return false
}
