package corpus

import (
	_ "embed" // the table
	"strings"
	"unicode"
)

// markPlain decides about single lines by their form: breadcrumbs, copyright,
// time codes, lone marks. The cheap conditions keep the patterns off most lines.
func (pg *page) markPlain(l *line) {
	digit := len(l.text) <= maxHeading && l.has(signDigit)
	opens, closes := pg.p.furniture.edges(l)
	switch {
	case pg.p.isCopyright(l):
		l.decide(lineCopyright, ruleCopyright)
	case digit && l.has(signColon) && isDigit(l.text[0]) && len(l.text) <= longestCode && pg.p.timeCode.MatchString(l.text):
		l.decide(linePlayer, "time code")
	case len(l.text) <= 2*maxMeta && l.cued(cueLetter) && offersLetter(l.folded):
		l.decide(lineNoise, "newsletter")
	case len(l.text) <= maxMeta && playerWord(l) && !opensWithDate(l) && pg.p.player.MatchString(l.text):
		l.decide(linePlayer, "player")
	case (digit || len(l.text) <= maxMeta && opensTotal(l)) && l.cued(cueForum) && opensCount(l.folded) && pg.p.total.MatchString(l.text):
		l.decide(lineTotal, "number of comments")
	case l.cued(cueAddress) && pg.p.address.MatchString(l.text):
		l.decide(lineAddress, "address")
	case digit && countWord(l.folded) && pg.p.counted.MatchString(l.text):
		l.decide(lineNoise, "page or picture number")
		if strings.HasSuffix(l.folded, " bilder") || strings.HasSuffix(l.folded, " fotos") {
			l.decide(lineBox, "link to a gallery") // "21 Bilder", above its name
		}
	case opens && closes && pg.p.furniture.row(l):
		l.decide(lineNoise, "row of buttons")
	case (opens || closes) && pg.p.furniture.menu(l):
		l.decide(lineNoise, "menu")
	case pg.p.moreOf(l):
		l.decide(lineEnd, "more of an author")
	case strings.HasPrefix(l.text, "[") && strings.HasSuffix(l.text, "]") && len(l.text) <= maxNotice && (offers(l.folded) || strings.Contains(l.folded, " finden sie hier")):
		l.decide(lineNoise, "offer in brackets")
	case strings.HasPrefix(l.text, "{") && strings.HasSuffix(l.text, "}"), strings.HasPrefix(l.text, "/") && !strings.Contains(l.text, " "), setting(l):
		l.decide(lineNoise, "left of a script")
	case fileName(l):
		l.decide(lineNoise, "name of a file")
	case skips(l.folded):
		l.decide(lineNoise, "skip link")
	case pg.p.moreOn(l):
		l.decide(lineBox, "more on a topic")
	case pager(l.text):
		l.decide(lineNoise, "links to other pages")
	case hashtag(l.text):
		l.decide(lineNoise, "hashtag")
	case promotes(l):
		l.decide(lineNoise, "promotion")
	case bareLabels(l):
		l.decide(lineNoise, "label without a date")
	case len(l.text) != yearLen && len(l.text) <= longestCount && onlyNumber(l.text):
		l.decide(lineNoise, "number")
	case !l.has(signDigit|signSmall) && !strings.ContainsFunc(l.text, isWordRune):
		l.decide(lineNoise, "no letter or digit")
	}
}

// longestCount is the length in bytes of the longest number of an article or of
// its readers that has a line of its own.
const longestCount = 10

// bareLabels tells "Veröffentlicht: | aktualisiert:", whose dates a script would
// have written.
func bareLabels(l *line) bool {
	if len(l.text) > maxHeading || l.has(signDigit) || !strings.HasSuffix(l.text, ":") {
		return false
	}
	labels := 0
	for part := range strings.FieldsFuncSeq(l.text, isPartSign) {
		switch part = strings.Trim(part, " :"); {
		case part == "":
		case dateLabel(part) == "":
			return false
		default:
			labels++
		}
	}
	return labels > 0
}

// setting tells "- showPaywall:" and "- true", what scrapers leave of settings.
func setting(l *line) bool {
	name, ok := strings.CutPrefix(l.text, "- ")
	if !ok || strings.Contains(name, " ") {
		return false
	}
	inner := strings.IndexFunc(name, unicode.IsUpper)
	return name == "true" || name == "false" || inner > 0 && strings.HasSuffix(name, ":")
}

// skips tells "Zum Inhaltsbereich springen".
func skips(folded string) bool {
	if len(folded) > maxHeading || !strings.HasSuffix(folded, "springen") {
		return false
	}
	return strings.HasPrefix(folded, "zu") || strings.HasPrefix(folded, "direkt ") || strings.HasPrefix(folded, "den nächsten ")
}

// longestCode is the length in bytes of the longest time code.
const longestCode = 30

// moreOn tells "Mehr zum Thema Bahn", the heading of a box.
func (p *pageParser) moreOn(l *line) bool {
	if rest, ok := strings.CutPrefix(l.folded, "mehr "); ok && (p.furniture.sections.of(rest) || strings.HasPrefix(rest, "aus ") && l.words <= 4 && !l.has(signSentence)) {
		return true // "Mehr Sport", "Mehr aus Berlin"
	}
	if len(l.text) > maxHeading/2 || l.words <= 2 {
		return false
	}
	if strings.IndexByte("MAWLVBTD", l.text[0]) < 0 { // with which the pattern begins
		return false
	}
	topic := strings.Contains(l.folded, " zu") || strings.Contains(l.folded, " über ") || strings.Contains(l.folded, " ums ")
	return topic && p.more.MatchString(l.text) && !sentenceEnd(strings.TrimRight(l.text, " :"))
}

// pager tells "« Vorige | Nächste »".
func pager(s string) bool {
	return len(s) <= maxHeading/2 && (strings.HasPrefix(s, "« ") || strings.HasPrefix(s, "<< ") || strings.HasPrefix(s, "› ") || strings.HasPrefix(s, "‹ ") || strings.HasSuffix(s, " »") && !strings.Contains(s, "«") || strings.HasSuffix(s, " ›"))
}

// hashtag tells "#Tempolimit", a link to a topic, and rows of them.
func hashtag(s string) bool {
	if s, ok := strings.CutPrefix(s, "Themen "); ok && strings.HasPrefix(s, "#") {
		return true
	}
	return len(s) > 1 && s[0] == '#' && !isDigit(s[1]) && !strings.Contains(s, " ")
}

// moreOf tells "Mehr von Ada Muster (adm)", below an article.
func (p *pageParser) moreOf(l *line) bool {
	const from = "mehr von "
	if !strings.HasPrefix(l.folded, from) || !strings.EqualFold(l.text[:min(len(l.text), len(from))], from) {
		return false
	}
	name, _, _ := strings.Cut(l.text[len(from):], " (")
	return isPersonName(name)
}

// playerWord tells lines that may name a video or a recording.
func playerWord(l *line) bool {
	if l.cued(cueMinute) && l.has(signDigit) && l.has(signColon) {
		if end := strings.TrimSuffix(l.folded, ")"); strings.HasSuffix(end, "min") || strings.HasSuffix(end, "min.") || strings.HasSuffix(end, "minuten") {
			return true
		}
	}
	for _, word := range []string{"video", "audio", "player", "podcast", "trailer"} {
		if strings.HasPrefix(l.folded, word) {
			return l.has(signColon)
		}
	}
	return false
}

// opensWithDate tells "17.08.2023 01:04 min", the dateline of a video.
func opensWithDate(l *line) bool {
	if !isDigit(l.text[0]) {
		return false
	}
	span, ok := l.date()
	return ok && span.start == 0
}

// countWord tells lines that may number pages or pictures.
func countWord(folded string) bool {
	if isDigit(folded[0]) {
		switch strings.Trim(folded, "0123456789 /") {
		case "", "von", "bild", "bilder", "foto", "fotos", "video", "videos", "nächste", "weiter", "›", "»", ">":
			return true
		}
		return false
	}
	for _, word := range []string{"ausgabe", "artikel", "item", "seite", "bild", "foto", "teil", "auf seite"} {
		if strings.HasPrefix(folded, word) {
			return true
		}
	}
	return false
}

// markNumbered drops numbered skip links: "2. Zur Hauptnavigation springen".
func (pg *page) markNumbered() {
	for i := range pg.lines {
		l := &pg.lines[i]
		if l.kind != lineText || !isDigit(l.text[0]) {
			continue
		}
		rest, ok := numbered(l.folded)
		if !ok {
			continue
		}
		if strings.HasSuffix(l.folded, "springen") || strings.HasSuffix(l.folded, "überspringen") {
			l.decide(lineNoise, "skip link")
			continue
		}
		if e, rule := pg.p.furniture.match(pg.p.lineOf(rest)); e == effectDrop || e == effectTeaser {
			l.decide(lineNoise, rule)
		}
	}
}

// numbered takes the number from "3. Heading", "#3. Heading" and "nr. 3) heading".
func numbered(s string) (rest string, ok bool) {
	const most = 5 // digits
	s, hash := strings.CutPrefix(s, "#")
	if !hash {
		if after, label := strings.CutPrefix(s, "nr."); label {
			s = strings.TrimPrefix(after, " ")
		}
	}
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	if n == 0 || n > most || n == len(s) || s[n] != '.' && s[n] != ')' {
		return "", false
	}
	rest = strings.TrimLeft(s[n+1:], " ")
	return rest, rest != "" && rest != s[n+1:]
}

// markPlayers drops the title above the time code of a video:
// "Russland und USA gegen den IS", "02:01", "This browser does not …".
func (pg *page) markPlayers() {
	for i := 1; i < len(pg.lines); i++ {
		if pg.lines[i].kind != linePlayer || pg.lines[i].rule != "time code" {
			continue
		}
		above := &pg.lines[i-1]
		if above.kind == lineText && len(above.text) < longText && i > 2 && !sentenceEnd(above.text) {
			above.decide(linePlayer, "title above a time code")
		}
	}
}

// pointed tells an item of a list of sentences that arrows begin: "► Schaden
// bisher: 640 Euro.".
func pointed(l *line) bool {
	const least = 4 // words
	rest, ok := strings.CutPrefix(l.text, "► ")
	return ok && strings.HasSuffix(rest, ".") && l.words > least && !addresses(rest) && !offers(l.folded)
}

// headsList tells a label with a colon, below which links are to be expected:
// "Mehr Nachrichten aus Bochum:".
func headsList(l *line) bool {
	return strings.HasSuffix(l.text, ":") && len(l.text) <= maxHeading && !strings.HasPrefix(l.folded, "anzeige")
}
