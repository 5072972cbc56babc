package corpus

import (
	"slices"
	"strings"
	"unicode"
)

// traitsOfText are those that a line has by what it says.
func (pg *page) traitsOfText(i int, set func(trait, bool)) {
	l := &pg.lines[i]
	s := l.text
	size := [...]int{12, 20, 32, 60, 90, 120}
	at, _ := slices.BinarySearch(size[:], len(s)+1)
	if at > 0 {
		set(traitTiny+trait(min(at-1, 5)), true)
	}
	set(traitOneWord, l.words == 1)
	set(traitTwoWords, l.words == 2)
	set(traitSentence, l.has(signSentence) && strings.HasSuffix(strings.TrimRight(s, `"“”«»‘’')`), "."))
	set(traitQuestion, strings.HasSuffix(s, "?"))
	set(traitExclaims, strings.HasSuffix(s, "!"))
	set(traitColon, strings.HasSuffix(s, ":"))
	set(traitDots, strings.HasSuffix(s, "…") || strings.HasSuffix(s, "..."))
	set(traitSentences, sentenceBreaks(s))
	set(traitDigits, l.has(signDigit))
	set(traitDigitFirst, isDigit(s[0]))
	if l.has(signDigit) {
		_, dated := l.date()
		set(traitDate, dated)
		set(traitClock, strings.Contains(l.folded, " uhr"))
	}
	set(traitBars, l.has(signBar) || strings.Contains(s, " / ") || l.has(signGreater) && strings.ContainsAny(s, "›→>▶►»"))
	set(traitCopyright, l.cued(cueCopyright))
	first := firstRune(s)
	set(traitSmallFirst, unicode.IsLower(first) || !unicode.IsLetter(first) && !unicode.IsDigit(first) && !strings.ContainsRune("\"„“»«‚'¿(", first))
	set(traitCapitals, capitals(l))
	formal, friendly, we := address(s)
	quoted := isQuote(first)
	set(traitSpeaks, (formal || friendly) && !quoted)
	set(traitWe, we && !quoted)
	says := pg.p.model.says(l)
	set(traitFurnitureWords, says >= leastWords)
	set(traitSureFurniture, says >= furnitureWords)
	set(traitTextWords, says <= -textWords)
	set(traitQuoted, quoted)
	set(traitGenre, opensWithGenre(l.folded))
	set(traitCommands, commands(l.folded))
	set(traitPerson, l.words <= 3 && !l.has(signDigit) && pg.p.namesPerson(s))
	_, item := listItem(s)
	set(traitItem, item)
	all, found := nouns(s), 0
	for _, noun := range all {
		if pg.nounAbove(noun, pg.end) {
			found++
		}
	}
	set(traitNoNouns, len(all) == 0)
	set(traitAlien, len(all) > 0 && found == 0)
	set(traitAtHome, 2*found >= len(all) && found > 0)
	set(traitAllAtHome, found == len(all) && found > 1)
	set(traitTwice, pg.twice(i))
	pg.opensAlike(i, all, set)
	set(traitTrail, pg.contents[l.folded] || endsAlike(pg.trail, l.folded))
}

// wordingTraits sets what single words of a line say.
func wordingTraits(l *line, set func(trait, bool)) {
	s := l.text
	label, rest, ok := strings.Cut(s, ":")
	set(traitLabel, ok && l.words <= 5 && !strings.Contains(label, " ") && rest != "")
	set(traitComma, strings.HasSuffix(s, ","))
	digits := 0
	for i := range len(s) {
		if isDigit(s[i]) {
			digits++
		}
	}
	set(traitNumbers, 4*digits >= len(s))
	set(traitAmpersand, l.words <= 4 && strings.Contains(s, " & "))
	for word := range terms(l.folded) {
		switch {
		case wordOfPosting(word):
			set(traitPosted, true)
		case wordOfAccount(word):
			set(traitAccount, true)
		case wordOfSite(word):
			set(traitSlogan, true)
		case wordOfPicture(word):
			set(traitPicture, true)
		}
	}
}

// wordOfPosting tells the words of datelines that say who has written.
func wordOfPosting(word string) bool {
	switch word {
	case "posted", "veröffentlicht", "geschrieben", "erstellt", "verfasst", "author", "autor", "autorin", "publiziert", "published",
		"aktualisiert", "by", "bewertungen", "kommentare", "uhr", "herausgeber", "gepostet", "eingestellt":
		return true
	}
	return false
}

// wordOfAccount tells the words of forms in which readers sign in or search.
func wordOfAccount(word string) bool {
	switch word {
	case "passwort", "password", "passworts", "login", "anmelden", "anmeldung", "einloggen", "registrieren", "registrierung", "konto",
		"benutzername", "recovery", "newsletter", "abo", "abos", "abonnement", "abonnieren", "abonnenten", "cookies", "cookie", "archiv",
		"suche", "warenkorb", "navigation", "menü", "inhalt", "downloads":
		return true
	}
	return false
}

// wordOfSite tells the words by which sites say what they are.
func wordOfSite(word string) bool {
	switch word {
	case "portal", "zeitung", "magazin", "blog", "plattform", "community", "verband", "verein", "online", "news", "nachrichten", "homepage",
		"website", "webseite", "forum", "verlag", "zeitschrift", "gmbh", "infos", "ratgeber", "onlinemagazin", "fachzeitschrift", "institut":
		return true
	}
	return false
}

// wordOfPicture tells the words of credits.
func wordOfPicture(word string) bool {
	switch word {
	case "symbolbild", "foto", "fotos", "bild", "bilder", "imago", "symbolfoto", "archivbild", "archivfoto", "grafik", "screenshot", "getty":
		return true
	}
	return false
}

// opensAlike sets the traits of a line whose nouns the first paragraph has.
func (pg *page) opensAlike(i int, all []string, set func(trait, bool)) {
	first := pg.opening[0]
	if first <= i {
		first = pg.opening[1]
	}
	if first <= i || first >= len(pg.lines) {
		return
	}
	found := 0
	for _, noun := range all {
		if strings.Contains(pg.lines[first].folded, noun) {
			found++
		}
	}
	set(traitOpens, found > 0)
	set(traitOpensMany, found > 1)
}

// echoReach is how many lines of a page are compared with each that may be its
// headline; few pages have as many.
const echoReach = 1000

// echoes sets the traits of a line that another line holds, as breadcrumbs and
// what counts comments do, or that ends with another line.
func (pg *page) echoes(i int, set func(trait, bool)) {
	l := &pg.lines[i]
	if !headlineLong(l.text) || l.has(signBar) {
		return
	}
	for k := range pg.lines[:min(len(pg.lines), echoReach)] {
		other := &pg.lines[k]
		if k == i || len(other.text) > maxMeta+maxTitle {
			continue
		}
		switch {
		case len(other.folded) > len(l.folded):
			if strings.HasSuffix(other.folded, l.folded) {
				set(traitEndsAnother, true)
			} else if strings.Contains(other.folded, l.folded) {
				set(traitElsewhere, true)
			}
		case len(other.folded) < len(l.folded) && headlineLong(other.text) && strings.HasSuffix(l.folded, other.folded):
			set(traitHoldsAnother, true)
		}
	}
}

// longerBy is by how many bytes what sums an article up is longer than its
// headline.
const longerBy = 20

// traitsOfPlace are those that a candidate has by what stands around it.
func (pg *page) traitsOfPlace(candidates []int, k int, set func(trait, bool)) {
	i := candidates[k]
	set(traitFirst, k == 0)
	set(traitLast, k == len(candidates)-1)
	set(traitOnly, len(candidates) == 1)
	if i+1 < len(pg.lines) {
		below := &pg.lines[i+1]
		text := below.kind == lineText
		set(traitAboveText, text && len(below.text) >= longText)
		set(traitAboveLead, text && len(below.text) >= leadLong && len(below.text) <= usualLead && below.has(signSentence))
		set(traitAboveMeta, below.kind == lineMeta)
		set(traitAbovePicture, below.kind == lineCaption || below.kind == lineCredit)
		set(traitAboveFurniture, below.furnished())
		set(traitAboveCandidate, k+1 < len(candidates) && candidates[k+1] == i+1)
		set(traitAboveLonger, k+1 < len(candidates) && candidates[k+1] == i+1 && len(below.text) > len(pg.lines[i].text)+longerBy)
		tight := k+1 < len(candidates) && candidates[k+1] == i+1 && below.blanks == 0
		set(traitAboveTight, tight && pg.spaced)
		set(traitBelowTight, pg.spaced && k > 0 && candidates[k-1] == i-1 && pg.lines[i].blanks == 0 && below.blanks > 0)
		set(traitSetApart, pg.lines[i].blanks > 0 && below.blanks > 0)
	}
	if i > 0 {
		above := &pg.lines[i-1]
		set(traitBelowMeta, above.kind == lineMeta)
		set(traitBelowPicture, above.kind == lineCaption || above.kind == lineCredit)
		set(traitBelowFurniture, above.furnished())
		set(traitBelowCandidate, k > 0 && candidates[k-1] == i-1)
		set(traitBelowShorter, k > 0 && candidates[k-1] == i-1 && headlineLong(above.text) && len(above.text)+longerBy < len(pg.lines[i].text))
		set(traitBelowHeadline, k > 0 && headlineLong(pg.lines[candidates[k-1]].text))
	}
	set(traitBelowParagraph, pg.opening[0] < i && i < pg.opening[1])
	set(traitBelowParagraphs, pg.opening[1] < i)
	switch far := pg.toText(i); {
	case far == 1:
	case far <= 3:
		set(traitNear, true)
	case far <= 6:
		set(traitMiddling, true)
	case far <= 15:
		set(traitFar, true)
	default:
		set(traitVeryFar, true)
	}
	set(traitTop, i < 3)
	set(traitDeep, i >= 30)
}

// toText is how many lines below line i the next long paragraph is, more than
// 15 if it is far.
func (pg *page) toText(i int) int {
	const reach = 16
	for k := i + 1; k < min(len(pg.lines), i+reach); k++ {
		if l := &pg.lines[k]; l.kind == lineText && len(l.text) >= longText {
			return k - i
		}
	}
	return reach
}
