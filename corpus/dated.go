package corpus

import (
	"strings"
	"unicode"
)

// lineMeta is metaLine for line i, below so many paragraphs. In the head of the page
// it knows more forms.
func (pg *page) lineMeta(i, paragraphs int) (m meta, rule string) {
	l := &pg.lines[i]
	if text, item := listItem(l.text); item && (paragraphs <= 1 || pg.nearEnd(i)) {
		if m, rule = pg.p.metaLine(pg.p.lineOf(text)); rule == "byline" || rule == "reading time" {
			return m, rule // "• Von Ada Muster"
		}
	}
	if m, rule = pg.p.metaLine(l); rule != "" {
		bare := paragraphs > 1 && pg.a.Published == "" && !m.labelled && len(m.authors) == 0
		if rule == "date line" && (pg.ofIssue(i) || bare && pg.linkDates(i)) {
			l.decide(lineNoise, "date of a link")
			return meta{}, ""
		}
		return m, rule
	}
	if paragraphs > 1 {
		if d := dateAtFoot(l); d != "" && pg.nearEnd(i) {
			return meta{published: d, labelled: true}, "date line of the foot"
		}
	}
	if m, ok := pg.p.clockByline(l); ok && paragraphs <= 1 {
		return m, "byline without its day"
	}
	if paragraphs > 0 {
		return meta{}, ""
	}
	if m, ok := pg.nameAndCount(l); ok {
		return m, "name and number of comments"
	}
	if m, ok := pg.p.bareMeta(l); ok {
		return m, "dateline without a date"
	}
	if m, ok := pg.headDate(l); ok {
		return m, "date line of the head"
	}
	return meta{}, ""
}

// headDate reads a short line of the head of the page that has a date and words
// that no rule for datelines knows: "1. Februar 2022 Ada Muster 6", "12.12.2022 |
// 06:46 | Energie", "Ein Artikel von , veröffentlicht am 23.01.2020".
func (pg *page) headDate(l *line) (m meta, ok bool) {
	if len(l.text) > maxHeading || !l.has(signDigit) || l.has(signSentence) && !strings.HasSuffix(l.text, "…") {
		return meta{}, false
	}
	span, ok := l.date()
	if !ok {
		return meta{}, false
	}
	before, behind := strings.TrimSpace(l.text[:span.start]), strings.TrimSpace(l.text[span.end:])
	if name, label := labelBehind(before); label != "" {
		m.add(span.date, label)
		m.labelled = true
		if isPersonName(name) {
			m.authors = []string{name}
		}
		return m, true
	}
	if name, ok := cutFrom(before); ok { // "Von ada.muster am Samstag, 19. Oktober 2019"
		m.published = span.date
		if isPersonName(strings.ReplaceAll(name, ".", " ")) {
			m.authors = []string{name}
		}
		return m, true
	}
	const few, most = 6, 12 // words
	if before != "" && dateLabel(strings.Trim(before, " ,")) == labelPlain {
		before = "" // "Sonntag,"
	}
	parted := opensField(behind) && l.words <= most
	switch {
	case before == "" && (fewNames(behind, few) || parted):
	case partsFields(before) && fewNames(before, few) && (parted || strings.IndexFunc(behind, unicode.IsLetter) < 0):
		behind = before
	default:
		return meta{}, false
	}
	m.published = span.date
	if name := pg.p.nameIn(strings.Trim(behind, " 0123456789|·•/,()–-")); name != "" {
		m.authors = []string{name}
	}
	return m, true
}

// nameIn is a text that is the name of a person, or the two words of one at its
// beginning, of which the first is known; "" if it is neither.
func (p *pageParser) nameIn(s string) string {
	if isPersonName(s) && p.outlets.known(lower(s)) == "" && strings.Count(s, " ") < maxNameWords {
		return s
	}
	const two = 2
	if words := strings.Fields(s); len(words) > two {
		if name := strings.Join(words[:two], " "); p.namesPerson(name) && isPersonName(name) {
			return name
		}
	}
	return ""
}

// opensField tells a text that begins with a sign between fields.
func opensField(s string) bool {
	return strings.HasPrefix(s, "|") || strings.HasPrefix(s, "·") || strings.HasPrefix(s, "•")
}

// bareMeta reads what is left of a dateline whose date a script would have written:
// "Veröffentlicht am von Ada Muster", "Posted on by".
func (p *pageParser) bareMeta(l *line) (m meta, ok bool) {
	if len(l.text) > maxHeading/2 || l.has(signDigit|signSentence) {
		return meta{}, false
	}
	for _, start := range []string{"veröffentlicht ", "published ", "posted ", "gepostet ", "eingetragen ", "gespeichert von ", "von | ", "by / ", "by | "} {
		if !strings.HasPrefix(l.folded, start) {
			continue
		}
		_, name, _ := strings.Cut(l.text, "von ")
		if isPersonName(name) {
			m.authors = []string{name}
		}
		return m, true
	}
	return meta{}, false
}

// labelBehind is what the last words of a text say of the date behind them, and
// what stands before these words; "" if they are no label.
func labelBehind(before string) (rest, label string) {
	words := strings.Fields(before)
	if n := len(words); n > 0 && strings.Trim(words[n-1], ":") == "am" {
		words = words[:n-1]
	}
	if len(words) == 0 {
		return "", ""
	}
	last := len(words) - 1
	if label := dateLabel(words[last]); label == labelPublished || label == labelUpdated {
		return strings.Join(words[:last], " "), label
	}
	return "", ""
}

// cutFrom takes the name from "Von ada.muster am Samstag,".
func cutFrom(before string) (name string, ok bool) {
	const most = 3 // words of the name
	const from = "von "
	if len(before) < len(from) || !strings.EqualFold(before[:len(from)], from) {
		return "", false
	}
	rest := before[len(from):]
	name, day, ok := strings.Cut(rest, " am")
	return name, ok && strings.Count(name, " ") < most && (strings.Trim(day, " ,") == "" || dateLabel(strings.Trim(day, " ,")) == labelPlain)
}

// partsFields tells a text that ends with a sign between fields.
func partsFields(s string) bool {
	return strings.HasSuffix(s, "|") || strings.HasSuffix(s, "·") || strings.HasSuffix(s, "•") || strings.HasSuffix(s, "/")
}

// fewNames tells so many words at most all of which have capitals, or are numbers
// or "von": names and topics rather than a headline.
func fewNames(s string, most int) bool {
	n := 0
	for word := range strings.FieldsSeq(s) {
		word = strings.Trim(word, "|·•/,():–-")
		if r := firstRune(word); word == "" || !unicode.IsUpper(r) && !unicode.IsDigit(r) && word != "von" && word != "in" {
			if word != "" {
				return false
			}
			continue
		}
		n++
	}
	return n <= most
}

// dateAtFoot is the date of "1.12.2022 | Quelle: Stadtwerke | © Muster Media GmbH".
func dateAtFoot(l *line) Date {
	if len(l.text) > maxHeading || !isDigit(l.text[0]) || !l.has(signBar) {
		return ""
	}
	span, ok := l.date()
	if !ok || span.start > 0 || !strings.HasPrefix(l.text[span.end:], " | ") {
		return ""
	}
	return span.date
}

// textDate takes the date from the beginning of the first paragraph, which keeps
// it: "06.11.23 - Das Becken ist leer.", "31. Oktober 2023. Das Becken ist leer."
func (pg *page) textDate(l *line) {
	const oldest = 1990 // year; the beginning of a story else
	text, bracket := strings.CutPrefix(l.text, "(")
	if pg.a.Published != "" || len(text) < longText || !isDigit(text[0]) {
		return
	}
	span, ok := findDate(text[:min(len(text), maxHeading)])
	if !ok || span.start > 0 || span.date.Year() < oldest {
		return
	}
	rest := text[span.end:]
	if text, ok := strings.CutPrefix(rest, ") "); bracket && ok && beginsAnew(text) { // "(21. November 2022) Das Becken"
		pg.reword(l, text)
		pg.addMeta(meta{published: span.date})
		return
	}
	for _, sign := range []string{". ", " - ", " – ", " — ", " | ", ": "} {
		if text, ok := strings.CutPrefix(rest, sign); ok && beginsAnew(text) {
			pg.addMeta(meta{published: span.date})
			return
		}
	}
}

// beginsWithDate tells a text with the date and a dash in front.
func beginsWithDate(s string) bool {
	if !isDigit(s[0]) {
		return false
	}
	span, ok := findDate(s[:min(len(s), maxHeading)])
	rest := s[span.end:]
	return ok && span.start == 0 && (strings.HasPrefix(rest, " - ") || strings.HasPrefix(rest, " – "))
}

// nameAndCount reads "Ada Muster 71 Kommentare" in the head of a page.
func (pg *page) nameAndCount(l *line) (m meta, ok bool) {
	rest, count, ok := cutCount(l.text)
	if !ok || !isPersonName(rest) {
		return meta{}, false
	}
	return meta{authors: []string{properCase(rest)}, total: pg.p.totalIn(count), labelled: true}, true
}

// linkDates tells whether the page has several days below its text, those of
// links.
func (pg *page) linkDates(i int) bool {
	own, _ := pg.lines[i].date()
	if !pg.days.sought {
		pg.days = linkDays{sought: true}
		pg.seekLinkDays()
	}
	return pg.days.first != "" && pg.days.first != own.date.Day() || pg.days.other != "" && pg.days.other != own.date.Day()
}

// linkDays are the first day on a line of its own below the text, and the first
// one that is another.
type linkDays struct {
	sought       bool
	first, other string
}

func (pg *page) seekLinkDays() {
	for k := pg.firstParagraph() + 1; k < len(pg.lines); k++ {
		l := &pg.lines[k]
		if l.kind == lineComment || len(l.text) > maxHeading/2 || !l.has(signDigit) {
			continue
		}
		span, ok := l.date()
		switch day := span.date.Day(); {
		case !ok || span.start > 0 || len(l.text)-span.end >= 10:
		case pg.days.first == "":
			pg.days.first = day
		case day != pg.days.first:
			pg.days.other = day
			return
		}
	}
}

// firstParagraph is the first line that is a paragraph.
func (pg *page) firstParagraph() int {
	for i := range pg.lines {
		if pg.lines[i].paragraph() {
			return i
		}
	}
	return len(pg.lines)
}

// ofIssue tells the date of the printed issue that the line above advertises:
// "Der Segler 11 / 2023", "Erscheinungsdatum 27.10.2023".
func (pg *page) ofIssue(i int) bool {
	if i == 0 || !strings.HasPrefix(pg.lines[i].folded, "erscheinungsdatum") {
		return false
	}
	name, year, ok := strings.Cut(pg.lines[i-1].text, "/")
	year = strings.TrimSpace(year)
	return ok && len(year) == yearLen && onlyNumber(year) && name != "" && isDigit(strings.TrimSpace(name)[len(strings.TrimSpace(name))-1])
}
