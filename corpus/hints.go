package corpus

import (
	"slices"
	"strings"
	"unicode"
)

// What hints are worth that a page is an outlet's, see hinted.
const (
	hintSays   = 4 // what only the outlet says of itself
	hintBeside = 2 // a line of nothing but the name, or the name in a compound, among furniture
	hintNamed  = 1 // the name anywhere else in furniture
	leastHints = 3 // that are believed
	clearHints = 2 // how many times as many as for any other outlet
)

// hinted is the outlet that the page names again and again where it speaks of
// itself, if no line alone says whose it is: "BLINKER", "BLINKER-Kreuzworträtsel";
// "" if no outlet stands out. That the text is about an outlet or quotes one is no
// hint.
func (pg *page) hinted() string {
	scores := map[string]int{}
	seen := map[string]bool{}
	for i := range pg.lines {
		l := &pg.lines[i]
		if l.kind == lineComment || seen[l.folded] {
			continue
		}
		own := pg.besideArticle(i)
		if own {
			seen[l.folded] = true
		} else if !pg.mayHint(l) {
			continue
		}
		name, most := "", 0 // of this line
		pg.p.outlets.sight(l, func(s sighting) {
			if n := pg.hint(i, s, own); n > most && (n == hintSays || !pg.p.outlets.common[s.phrase] && distinct(l, s)) {
				name, most = s.outlet, n
			}
		})
		switch {
		case most < hintSays && (l.kind == lineTitle || l.kind == lineKicker):
			pg.p.outlets.sight(l, func(s sighting) { scores[s.outlet] -= hintBeside }) // the text may be about it
		case most > 0:
			scores[name] += most
		}
	}
	return clearest(scores)
}

// mayHint keeps most lines of the text from being searched for names.
func (pg *page) mayHint(l *line) bool {
	const few = 10 // words of a line that may be a name and little else
	if l.words <= few || l.text[0] == '(' || slices.ContainsFunc(pg.a.Authors, isInitials) {
		return true
	}
	if len(l.folded) <= maxNotice {
		return l.cued(cueHint)
	}
	return slices.ContainsFunc(hintWords(), func(word string) bool { return strings.Contains(l.folded, word) })
}

// hintWords are the words of which one is in every line of the text that says whose
// it is.
func hintWords() []string {
	return []string{" berichtete", "anfrage", "redakteur", "gastbeitrag", "autor", "newsletter", "abonn", "unterstütz", "spende", "hilfe", "facebook", "twitter", "ausgabe", "zitier", "citation"}
}

// clearest is the name with the highest score, if that is high enough and far
// above the next.
func clearest(scores map[string]int) (best string) {
	first, second := 0, 0
	for name, n := range scores {
		switch {
		case n > first:
			best, first, second = name, n, first
		case n > second:
			second = n
		}
	}
	if first < leastHints || first < clearHints*second {
		return ""
	}
	return best
}

// distinct tells a name that is hardly anything else: no language as "FR", no word
// as "Bild".
func distinct(l *line, s sighting) bool {
	const short, word = 2, 6 // bytes
	name := s.phrase
	if len(l.text) == len(l.folded) {
		name = l.text[s.start:s.end]
	}
	return len(name) > short && (len(name) >= word || strings.IndexFunc(name[1:], unicode.IsUpper) >= 0)
}

// besideArticle tells a line that is no part of the article.
func (pg *page) besideArticle(i int) bool {
	switch pg.lines[i].kind {
	case lineText, lineItem, lineHeading, lineCaption, lineLead, lineTitle, lineKicker:
		return i >= pg.end
	}
	return true
}

// hint is what a name in line i is worth; own tells that the line is furniture.
func (pg *page) hint(i int, s sighting, own bool) int {
	const source = "quelle: "
	l := &pg.lines[i]
	before, after := l.folded[:s.start], l.folded[s.end:]
	switch {
	case s.kind == markPhrase, saysOfItself(l, before, after), (own || l.rule == "byline" || l.kind == lineLead) && employs(before), own && describesOutlet(after), !own && asksFor(l, before, after), pg.mast(i, s), pg.initials(l, s):
		return hintSays
	case s.kind == markHost && (own && framed(before, after) || l.kind == lineCredit && nothingBut(before, after)):
		return hintSays // "Mehr davon hier auf angelmagazin.de", "© 5min.at"
	case s.kind == markPortal, l.kind == lineCredit, s.kind == markHost && (!own || !s.shown(l)), l.rule == "byline":
		return 0
	case s.kind == markHost:
		return hintNamed
	case before == source && strings.TrimRight(after, ".") == "", own && l.rule == "name of the author" && strings.HasSuffix(before, ", "):
		return hintBeside
	case !own && strings.HasPrefix(after, "-") && role(after[1:]):
		return hintNamed // "GROOVE-Autorin"
	case !own || elsewhere(l.folded) || pg.sisters(i, s):
		return 0
	case nothingBut(before, after), strings.HasPrefix(after, "-") && opensWord(after[1:]):
		return hintBeside
	}
	return hintNamed
}

// nothingBut tells that a line has no other words than a name.
func nothingBut(before, after string) bool {
	return !strings.ContainsFunc(before, unicode.IsLetter) && !strings.ContainsFunc(after, unicode.IsLetter)
}

// mast tells a long name at the beginning of one of the first lines, before a claim
// or the buttons: "Mit Vergnügen Berlin", or alone beside the title.
func (pg *page) mast(i int, s sighting) bool {
	const (
		long         = 8    // bytes of a name
		above, below = 3, 5 // the title, lines within which it may stand
	)
	if l := &pg.lines[i]; len(s.phrase) < long || s.start > 0 || s.kind != markName {
		return false
	} else if nothingBut("", l.folded[s.end:]) && i > pg.title-above && i < pg.title+below && i != pg.title {
		return true
	}
	return i < topLines && (pg.lines[i].kind == lineKicker || pg.besideArticle(i))
}

// initials tells the name of a paper, "MZ", that signs the article as "(mz)".
func (pg *page) initials(l *line, s sighting) bool {
	return s.kind == markName && isInitials(s.phrase) && slices.Contains(pg.a.Authors, s.phrase) && len(l.text) == len(l.folded) && l.text[s.start:s.end] == strings.ToUpper(s.phrase)
}

// saysOfItself tells "(OMR berichtete)", "auf Anfrage von CORRECTIV", the place of
// the agency in "(Motorsport-Total.com) - Der Rennstall", and how the text is to be
// cited.
func saysOfItself(l *line, before, after string) bool {
	if strings.HasSuffix(before, "(") && (strings.HasPrefix(after, " berichtete") || before == "(" && strings.HasPrefix(after, ") ")) {
		return true
	}
	for _, words := range []string{"auf anfrage von ", "auf anfrage der ", "auf anfrage des "} {
		if strings.HasSuffix(before, words) {
			return true
		}
	}
	return cites(l.folded)
}

// employs tells what an author is for an outlet: "Ada Muster ist Redakteurin bei
// Correctiv".
func employs(before string) bool {
	return strings.HasSuffix(before, "redakteur bei ") || strings.HasSuffix(before, "redakteurin bei ") || strings.HasSuffix(before, "gastbeitrag für ")
}

// describesOutlet tells "AUTOHAUS ist eine unabhängige Fachzeitschrift für …",
// and "Missy Magazine – Das feministische Magazin".
func describesOutlet(after string) bool {
	const reach = 80 // bytes of a description
	rest, ok := after, false
	for _, words := range []string{" ist ein", " ist d", " – d", " - d", " – ein", " - ein", ", das ", ", die "} {
		if rest, ok = strings.CutPrefix(after, words); ok {
			break
		}
	}
	if !ok {
		return false
	}
	rest = rest[:min(len(rest), reach)]
	for _, word := range []string{"magazin", "zeitung", "zeitschrift", "portal", "plattform", "medium", "blog", "nachrichten"} {
		if strings.Contains(rest, word) {
			return true
		}
	}
	return false
}

// asksFor tells a line within the text in which the outlet speaks of what it wants
// from its readers: "Abonnieren Sie jetzt den apolut-Newsletter".
func asksFor(l *line, before, after string) bool {
	if len(l.text) > 2*maxMeta || !framed(before, after) || elsewhere(l.folded) || strings.ContainsAny(l.text, `"„“»«`) {
		return false
	}
	for _, word := range []string{"newsletter", "abonn", "unterstütz", "spende", "hilfe", "facebook", "twitter", "autor dieses artikels", "ausgabe"} {
		if strings.Contains(l.folded, word) {
			return true
		}
	}
	return false
}

// sisters tells a line of nothing but a name that is one of a list of them, the
// outlets of a house.
func (pg *page) sisters(i int, s sighting) bool {
	for _, k := range []int{i - 1, i + 1} {
		if k < 0 || k >= len(pg.lines) {
			continue
		}
		text, _ := listItem(pg.lines[k].folded)
		if name := pg.p.outlets.known(text); name != "" && name != s.outlet {
			return true
		}
	}
	return false
}
