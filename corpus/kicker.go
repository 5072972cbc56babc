package corpus

import (
	"strings"
	"unicode"
)

// kickerLike tells a few words without the signs of a headline.
func (pg *page) kickerLike(i int) bool {
	s := pg.lines[i].text
	if quoted := isQuote(firstRune(s)); quoted {
		return false
	}
	return len(strings.Fields(s)) <= 5 && len(s) <= 60 && !strings.ContainsAny(s, "?!") && (strings.HasSuffix(s, ":") || !sentenceEnd(s))
}

// kickerAbove allows a kicker one word more if the title follows at once.
func (pg *page) kickerAbove(i, title int) bool {
	return pg.kickerLike(i) || opensWithGenre(pg.lines[i].folded) && len(pg.lines[i].text) <= longHeadline || title == i+1 && pg.lines[title].blanks == 0 && len(strings.Fields(pg.lines[i].text)) == 6 && !strings.ContainsAny(pg.lines[i].text, "?!:")
}

// aboveHeadline tells a kicker that was taken for the headline right below it:
// "Volleyball | SC Muster", or what breadcrumbs end in.
func (pg *page) aboveHeadline(t int) bool {
	if t+1 >= pg.end || !pg.kickerLike(t) {
		return false
	}
	l, below := &pg.lines[t], &pg.lines[t+1]
	if below.kind != lineText || below.words <= l.words || len(below.text) > longHeadline || !headlineLong(below.text) || below.has(signSentence) || !pg.aboveText(t+1) {
		return false
	}
	crumb := t > 1 && pg.lines[t-1].rule == titleAgain && pg.isSection(&pg.lines[t-2])
	return crumb || strings.Count(l.text, " | ") == 1
}

// exclaims tells a kicker such as "Zoff um die Prinzessin!" or "Noch ein Jahr
// warten?" right above a title.
func (pg *page) exclaims(i, title int) bool {
	s := pg.lines[i].text
	return title == i+1 && pg.lines[title].blanks == 0 && (strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?")) && len(strings.Fields(s)) <= 5
}

// clocked tells "12:03 Uhr UPDATE" and "Kostenlos bis 19:34 Uhr".
func clocked(l *line) bool {
	const most = 5 // words
	return l.words <= most && l.has(signDigit) && strings.Contains(l.folded+" ", " uhr ")
}

// noKicker tells a line of few words that is none of the article's: a number, an item
// of a list, a button, a row of names, or what a site says of itself.
func (pg *page) noKicker(i int) bool {
	const row = 4 // names or more are those of sections
	l := &pg.lines[i]
	if _, item := listItem(l.text); item || !l.has(signLetter) || strings.HasSuffix(l.text, " -") || l.words > 1 && unicode.IsLower(firstRune(l.text)) && !strings.Contains(l.text, "+ ") {
		return true
	}
	own, site := false, false
	for word := range terms(l.folded) {
		own = own || wordOfAccount(word) || word == "danke"
		site = site || wordOfSite(word)
	}
	if own || site && i < topLines && (i == 0 || pg.lines[i+1].blanks > 0) || pg.lines[i+1].blanks > 2 && i < topLines {
		return true
	}
	if capitals(l) {
		return false
	}
	names := 0
	for word := range strings.FieldsSeq(l.text) {
		if r := firstRune(word); !unicode.IsUpper(r) && !unicode.IsDigit(r) && r != '&' {
			return false
		}
		names++
	}
	return names >= row && !strings.ContainsAny(l.text, ":-–")
}

// endsMenu tells the last of several lines of a word or two that follow each
// other: the navigation.
func (pg *page) endsMenu(i int) bool {
	const least = 3   // of them above the line
	const longest = 3 // words
	if pg.lines[i].words > longest {
		return false
	}
	n := 0
	for k := i - 1; k >= 0 && pg.lines[k].words <= longest && pg.lines[k+1].blanks == 0; k-- {
		n++
	}
	return n >= least
}

// topics tells the last of several lines in capitals below a label, which are
// links to topics: "TOPTHEMEN:", "CORONAVIRUS", "WINDOWS 11", "ELEKTROMOBILITÄT".
func (pg *page) topics(i int) bool {
	const least = 2 // of them above the line
	n := 0
	for ; i >= 0 && capitals(&pg.lines[i]) && pg.lines[i].kind == lineText; i-- {
		n++
	}
	return n > least && i >= 0 && pg.lines[i].kind == lineBox
}

// navigates tells a word below others of the navigation from a kicker, where
// the title brings its own: "Köln", "Region", "Rhein-Erft", "Einigung im Streit:
// Die Glocke schweigt".
func (pg *page) navigates(i, t int) bool {
	if pg.topics(i) {
		return true
	}
	return i > 0 && !strings.Contains(pg.lines[i].text, " ") && strings.Contains(pg.lines[t].text, ": ") &&
		pg.lines[t].blanks == 0 && (pg.isSection(&pg.lines[i-1]) || pg.lines[i-1].kind == lineNoise)
}

// kickerInTitle parts the kicker from a title on the same line.
func kickerInTitle(s string) (kicker, title string, ok bool) {
	if kicker, title, ok = gluedKicker(s); ok {
		return kicker, title, true
	}
	if kicker, title, ok = gluedWords(s); ok {
		return kicker, title, true
	}
	kicker, title, ok = strings.Cut(s, " : ") // rp-online.de and its like set a blank before the colon
	return kicker, title, ok && beginsAnew(title)
}

// gluedKicker parts "Russland:Dank aus Orlau", a kicker and a title between which
// a scraper has lost the end of a line.
func gluedKicker(s string) (kicker, title string, ok bool) {
	const most = 5 // words of the kicker
	kicker, title, ok = strings.Cut(s, ":")
	if r := firstRune(title); !ok || strings.Count(kicker, " ") >= most || !strings.ContainsRune("„\"»", r) && !unicode.IsUpper(r) || !headlineLong(title) {
		return "", "", false
	}
	return strings.TrimSpace(kicker), title, true
}

// gluedWords parts "Streit in der StadtDer Rat und die Karte", a kicker and a title
// between which a scraper has lost the end of a line, where the title begins with an
// article or the like.
func gluedWords(s string) (kicker, title string, ok bool) {
	const least, most = 3, 6 // letters of the words that meet, and words of the kicker
	words := 0
	for start, word := 0, ""; start < len(s) && words < most; start += len(word) + 1 {
		word, _, _ = strings.Cut(s[start:], " ")
		words++
		before := ' '
		for k, r := range word {
			if k >= least && len(word)-k >= least && unicode.IsUpper(r) && unicode.IsLower(before) && opensTitle(word[k:]) {
				kicker, title = s[:start+k], s[start+k:]
				return kicker, title, headlineLong(title)
			}
			before = r
		}
	}
	return "", "", false
}

// opensTitle tells the words that are in no name but begin many a headline.
func opensTitle(w string) bool {
	switch w {
	case "Der", "Die", "Das", "Ein", "Eine", "Wie", "Was", "Wer", "Wo", "Warum", "Auf", "Aus", "Mit", "Nach", "Für", "Über", "Kein", "Keine", "Gegen", "Wir", "Ich":
		return true
	}
	return false
}

// withoutDate takes date and time from the front of a kicker: "3. März 2014, 09:15
// Geheimdienste".
func withoutDate(l *line) string {
	span, ok := l.date()
	if !ok || span.start > 0 {
		return l.text
	}
	rest := strings.TrimLeft(l.text[span.end:], " ,|")
	if word, behind, ok := strings.Cut(rest, " "); ok && isClock(word) {
		rest = strings.TrimPrefix(behind, "Uhr ")
	}
	if rest == "" {
		return l.text
	}
	return rest
}
