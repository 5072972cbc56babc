package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// maxCaption is the length in bytes of the longest caption with its credit.
	maxCaption = 600
	// maxCredit is the length in bytes of the longest credit.
	maxCredit = 120
	// mostAgencies is the number of words of the longest list of agencies.
	mostAgencies = 8
	// maxBelow is the same of the longest caption that stands below its credit.
	maxBelow = 160
)

// markCredits finds captions and the credits of pictures.
func (pg *page) markCredits() {
	for i := range pg.lines {
		l := &pg.lines[i]
		if l.kind != lineText || len(l.text) > maxCaption {
			continue
		}
		if pg.p.bracketCaption(l) || pg.labelledCaption(i) || pg.gluedCaption(i) {
			continue
		}
		if l.has(signBracket) && ofArchive(l.folded) && i > pg.firstText() && !creditLabel(l.text) {
			l.decide(lineCaption, "caption of an older picture")
			continue
		}
		caption, credit, ok := pg.p.splitCreditOf(l)
		if front, rest, more := pg.p.signInFront(l); more {
			caption, credit, ok = rest, front, true
		}
		if ok {
			caption, _ = listItem(caption)
			caption = withoutNth(caption)
		}
		if label := strings.TrimSuffix(caption, ":"); ok && label != caption && !strings.Contains(label, " ") {
			caption = "" // "Rubriklistenbild: © dpa"
		}
		if ok && caption != "" { // "Quelle: Sputnik © Alexei Nikolski" is all credit
			if rest, more, again := pg.p.splitCredit(caption); again && (rest == "" || strings.HasSuffix(caption, "© "+more) || strings.HasPrefix(credit, "CC")) {
				caption, credit = rest, more+" © "+credit
			}
		}
		switch {
		case ok && caption != "":
			pg.p.word(l, caption)
			l.credit = credit
			l.decide(lineCaption, "caption with credit")
			pg.dropAlt(i)
		case ok:
			pg.loneCredit(i, credit)
		case l.words == 1 && strings.HasSuffix(l.text, ":") && isCreditWord(strings.TrimSuffix(l.folded, ":")):
			l.decide(lineNoise, "label of credits")
			for k := i + 1; k < len(pg.lines) && pg.lines[k].kind == lineText && pg.p.agencies.only(&pg.lines[k]); k++ {
				pg.lines[k].decide(lineCredit, "credit")
			}
		case pg.signsHead(i):
			l.decide(lineMeta, "agency between title and text")
			pg.addMeta(meta{agencies: []string{l.text}})
		case len(l.text) <= maxCredit && l.words <= mostAgencies && pg.p.agencies.only(l):
			pg.loneAgency(i)
		case i > pg.firstText() && !pg.textBehind(i):
			pg.agencyInFront(l)
			pg.agencyBehind(i)
		}
	}
}

// isCreditWord tells the words that mark a credit when a colon follows.
func isCreditWord(low string) bool {
	switch low {
	case "bild", "bilder", "bildquelle", "bildrechte", "bildnachweis", "rubriklistenbild", "titelbild", "titelfoto", "archivbild", "symbolbild",
		"foto", "fotos", "fotocredit", "fotocredits", "bildcredit", "bildcredits", "fotograf", "fotografin", "archivfoto", "symbolfoto", "photo", "picture", "image",
		"quelle", "quellen", "copyright", "credit", "credits", "illustration", "zeichnung", "zeichnungen", "grafik", "karikatur", "screenshot", "collage", "montage", "video":
		return true
	}
	return false
}

// splitCredit parts a caption from its credit: "… in Sankt PetersburgBild:
// picture alliance", "… (Foto: dpa)", "… © dpa", "… | Bildquelle: dpa".
func (p *pageParser) splitCredit(text string) (caption, credit string, ok bool) {
	return p.splitCreditOf(p.lineOf(text))
}

// splitCreditOf is splitCredit for a line.
func (p *pageParser) splitCreditOf(l *line) (caption, credit string, ok bool) {
	text, agency := strings.TrimPrefix(l.text, "©Foto: "), l.mayCue(cueAgency) // two marks of one credit
	if text != l.text {
		return "", trimCredit(text), true
	}
	if !agency && !l.cued(cueCredit) && !l.has(signColon|signSlash) {
		return "", "", false
	}
	if agency {
		if by, name, found := strings.Cut(text, " via "); found && p.agencies.onlyAgencies(name) && (isPersonName(by) || p.agencies.isAny(by)) {
			return "", text, true // "Ada Muster via Getty Images"
		}
	}
	if !l.cued(cueCredit) && !l.has(signColon|signSlash|signBar|signBracket) {
		return "", "", false
	}
	at, end := lastMarker(l)
	if at >= 0 {
		caption, credit = text[:at], text[end:]
		if p.creditLike(credit) {
			return trimCaption(caption), trimCredit(credit), true
		}
	}
	// tagesschau.de: "Wladimir Putin | AFP"
	if agency && l.has(signBar) {
		if bar := strings.LastIndex(text, " | "); bar > 0 {
			caption, credit = text[:bar], text[bar+3:]
			if p.agencies.namesAgency(credit) && p.creditLike(credit) {
				return trimCaption(caption), trimCredit(credit), true
			}
		}
	}
	if !agency && !l.has(signSlash) {
		return "", "", false
	}
	return p.bareCredit(text)
}

// bareCredit is a credit that only its agency and slash show: "… in Moskau.
// (picture alliance/dpa)", "Kevin Lamarque / Reuters".
func (p *pageParser) bareCredit(text string) (caption, credit string, ok bool) {
	if strings.HasSuffix(text, ")") {
		if open := strings.LastIndex(text, "("); open > 0 && p.photoCredit(text[open+1:len(text)-1]) {
			return trimCaption(text[:open]), trimCredit(text[open:]), true
		}
	}
	if at := strings.LastIndex(text, ". "); at > 0 && strings.Contains(text[at:], "/") && p.photoCredit(text[at+2:]) { // "… bei der Rede. APA/AFP/ADA MUSTER"
		return text[:at+1], text[at+2:], true
	}
	if strings.Contains(text, "/") && p.photoCredit(text) && !p.agencies.onlyAgencies(text) {
		return "", trimCredit(text), true
	}
	return "", "", false
}

// photoCredit tells names and agencies with a slash between them.
func (p *pageParser) photoCredit(s string) bool {
	if len(s) > maxCredit || !strings.ContainsAny(s, "/,") && !p.agencies.onlyAgencies(s) {
		return false
	}
	first, name, _ := strings.Cut(s, "/")
	if p.besideHouse(first, name) {
		return true
	}
	if !p.agencies.namesAgency(s) && (p.outlets.known(lower(first)) == "" || !p.namesPerson(name)) {
		return false // "ORF/Ada Muster" is one too
	}
	for part := range strings.FieldsFuncSeq(s, isListSign) {
		part = strings.TrimSpace(part)
		if part != "" && !p.agencies.isAny(part) && !isPersonName(part) && !isPlaceName(part) { // or a surname
			return false
		}
	}
	return true
}

// lastMarker finds the last word or sign that marks a credit, and the end of
// it; at is -1 if there is none.
func lastMarker(l *line) (at, end int) {
	text := l.text
	at = -1
	if l.cued(cueCredit) {
		at, end = lastSign(text)
	}
	if !l.has(signColon) {
		return at, end
	}
	for colon := strings.LastIndexByte(text, ':'); colon > at; colon = strings.LastIndexByte(text[:colon], ':') {
		if word := creditWord(strings.TrimRight(text[:colon], " ")); word != "" {
			return len(strings.TrimRight(text[:colon], " ")) - len(word), colon + 1
		}
	}
	return at, end
}

// lastSign finds the last sign or licence that marks a credit, and its end; at is
// -1 if there is none.
func lastSign(text string) (at, end int) {
	at = -1
	for _, sign := range []string{"©", "(c)", "(C)"} {
		if k := strings.LastIndex(text, sign); k > at {
			at, end = k, k+len(sign)
		}
	}
	for _, licence := range []string{"CC BY", "CC-BY", "CC0"} { // itself a part of the credit
		k := strings.LastIndex(text, licence)
		if before := strings.TrimRight(text[:max(0, k)], " "); k > at && !(strings.HasSuffix(before, ":") && creditWord(strings.TrimSuffix(before, ":")) == "") {
			at, end = k, k
		}
	}
	return at, end
}

// creditWord is the word at the end of s if it marks a credit. Glued to the
// caption, as in "Sankt PetersburgBild", it must have a capital.
func creditWord(s string) string {
	start, capital := len(s), -1
	for start > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:start])
		if !unicode.IsLetter(r) {
			break
		}
		start -= n
		before, _ := utf8.DecodeLastRuneInString(s[:start])
		if capital < 0 && unicode.IsUpper(r) && unicode.IsLower(before) {
			capital = start
		}
	}
	if isCreditWord(lower(s[start:])) {
		return s[start:]
	}
	if capital > start && isCreditWord(lower(s[capital:])) {
		return s[capital:]
	}
	return ""
}

// creditLike tells whether a text may be a credit: short, no sentence, every
// word a name, an agency or a joining word.
func (p *pageParser) creditLike(s string) bool {
	s = trimCredit(s)
	if s == "" || len(s) > maxCredit {
		return false
	}
	words := strings.Fields(s)
	if len(words) > 12 {
		return false
	}
	if p.agencies.namesAgency(s) && !sentenceEnd(s) {
		return true
	}
	for i, w := range words {
		if i > 0 && i == len(words)-1 && w[0] == '(' {
			continue // initials, "Muster Ada (must)"
		}
		w = strings.Trim(w, "(),;:[]")
		r, _ := utf8.DecodeRuneInString(w)
		if w == "" || !unicode.IsLower(r) || strings.ContainsAny(w, "/.@_") {
			continue
		}
		switch w {
		case "von", "und", "by", "via", "für", "im", "in", "of", "the", "and", "der", "des", "aus", "van", "de", "nach", "alliance", "images", "per", "privat", "dpa", "afp":
			continue
		}
		if !p.agencies.isAny(w) && !isParticle(w) && len(words) > 2 {
			return false
		}
	}
	return true
}

// trimCaption takes the signs between caption and credit.
func trimCaption(s string) string {
	s = strings.TrimPrefix(s, "Bildunterschrift: ")
	if label := strings.TrimRight(s, " :"); label != s { // "… / Bild: (c) REUTERS"
		s = strings.TrimSuffix(label, creditWord(label))
	}
	return withoutNth(strings.TrimRight(s, " |([–—•·/©,-"))
}

// withoutNth takes the number of a picture in its gallery from "1/5 Das Becken".
func withoutNth(s string) string {
	count, caption, ok := strings.Cut(s, " ")
	first, last, slash := strings.Cut(count, "/")
	if !ok || !slash || !onlyNumber(first) || !onlyNumber(last) || !unicode.IsUpper(firstRune(caption)) {
		return s
	}
	return caption
}

// trimCredit takes the signs around a credit.
func trimCredit(s string) string {
	s = strings.Trim(s, " :|[]")
	if strings.HasPrefix(s, "©") {
		s = strings.TrimLeft(s, "© ")
	}
	if open, closing := strings.Count(s, "("), strings.Count(s, ")"); closing > open {
		s = strings.TrimSuffix(s, ")")
	} else if open > closing {
		s = strings.TrimPrefix(s, "(")
	} else if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") {
		s = s[1 : len(s)-1]
	}
	return strings.Trim(s, " :")
}
