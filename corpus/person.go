package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isPersonName tells two to five words that may be a person's name:
// "Friedrich Schmidt", "Ursula von der Leyen", "C. Kaster", "MAX MUSTER".
func isPersonName(s string) bool {
	const most = 5 // words
	var room [most]string
	words := room[:0]
	for w := range strings.FieldsSeq(s) {
		switch {
		case len(words) == 0 && isDegree(w):
		case len(words) == most:
			return false
		default:
			words = append(words, w)
		}
	}
	if len(words) < 2 {
		return false
	}
	for i, w := range words {
		if i < len(words)-1 && startsPhrase(w) || noName(w) {
			return false
		}
		if isParticle(w) && i < len(words)-1 {
			continue
		}
		r, n := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) || n == len(w) && i == len(words)-1 {
			return false
		}
		if strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune("-.'’", r) }) {
			return false
		}
		if strings.HasSuffix(w, ".") && utf8.RuneCountInString(w) > 4 {
			return false
		}
	}
	return !isParticle(words[0]) || len(words) > 2
}

// isDegree tells the degrees before a name.
func isDegree(w string) bool {
	return w == "Dr." || w == "Prof." || w == "Dr" || w == "Prof" || w == "DR."
}

// noName tells capitalised words that are in no name: "Ada Muster Veröffentlicht".
func noName(w string) bool {
	switch w {
	case "Sie", "Wir", "Veröffentlicht", "Aktualisiert", "Publiziert", "Erstellt", "Stand", "Uhr", "Thema", "Datum", "Date", "Redaktion", "Newsletter", "Content", "Menu", "Menü",
		"Beiträge", "Blogbeiträge", "Rezepte", "Programm", "Ort", "Tagung", "Artikel", "Kommentare", "Inhalte", "Fotos", "Podcasts", "Produkte", "Ratgeber", "Nachrichten",
		"Next", "Prev", "CONTENT", "MAGAZINE", "Link", "Letzte", "Gesponserte", "Datenschutzerklärung", "Cookies", "Download", "Software", "Zuletzt", "Interviews", "Experteninterviews":
		return true
	}
	return false
}

// startsPhrase tells capitalised words that begin phrases but are in no name.
func startsPhrase(w string) bool {
	switch w {
	case "Von", "Zur", "Zum", "Der", "Die", "Das", "Ein", "Eine", "Mehr", "Alle", "Ihr", "Ihre", "Unser", "Unsere", "Neue", "Neuer", "Neues", "Weitere",
		"Im", "In", "Am", "Auf", "Aus", "Bei", "Mit", "Nach", "Für", "Über", "Unter", "Wie", "Was", "Wer", "Warum", "Wo", "Hier", "Jetzt", "So", "Kein", "Keine", "Zu", "Video", "Foto", "Bild", "Artikel", "Newsletter", "Große", "Großer", "Lesen", "Nächster", "Nächste", "Erste", "Erster", "Gegen":
		return true
	}
	return false
}

func isParticle(w string) bool {
	switch w {
	case "von", "van", "de", "del", "della", "der", "den", "di", "da", "du", "la", "le", "al", "bin", "ibn", "zu", "zum", "zur", "ten", "ter", "el", "y", "dos", "vom":
		return true
	}
	return false
}

// twoWordPlace tells the places of two words that stand in bylines.
func twoWordPlace(s string) bool {
	switch lower(s) {
	case "new york", "tel aviv", "den haag", "buenos aires", "st. petersburg", "sankt petersburg", "los angeles", "san francisco",
		"rio de janeiro", "sao paulo", "são paulo", "kuala lumpur", "addis abeba", "frankfurt am main", "washington d.c.", "washington dc", "st. gallen",
		"mexiko stadt", "hong kong", "neu delhi", "new delhi", "abu dhabi", "las vegas", "bad homburg", "baden baden", "sri lanka":
		return true
	}
	return false
}

// properCase writes a name in capitals as usual: "MAX VON MUSTER" → "Max von Muster".
func properCase(s string) string {
	if s != strings.ToUpper(s) {
		return s
	}
	var sb strings.Builder
	for word := range strings.SplitSeq(s, " ") {
		if sb.Len() > 0 {
			sb.WriteByte(' ')
			if low := lower(word); isParticle(low) {
				sb.WriteString(low)
				continue
			}
		}
		start := true
		for _, r := range word {
			if start {
				sb.WriteRune(unicode.ToUpper(r))
			} else {
				sb.WriteRune(unicode.ToLower(r))
			}
			start = !unicode.IsLetter(r)
		}
	}
	return sb.String()
}

// signedApart tells the name of a person that empty lines set apart, more of them
// below than above, from what follows: an article above more of the page.
func (pg *page) signedApart(i int, names []string) bool {
	if len(names) != 1 || len(pg.a.Authors) > 0 || !pg.p.namesPerson(names[0]) || i+1 == len(pg.lines) {
		return false
	}
	l, below := &pg.lines[i], &pg.lines[i+1]
	return pg.lines[i-1].paragraph() && l.blanks > 0 && below.blanks > l.blanks && !below.paragraph()
}

// role tells what an author is: "Redakteurin, HuffPost".
func role(folded string) bool {
	word, _, _ := strings.Cut(folded, " ")
	word = strings.Trim(word, ",:;.")
	if word == "" || strings.IndexByte("rent", word[len(word)-1]) < 0 { // with which all of them end
		return false
	}
	word = strings.ReplaceAll(word, "*in", "in")
	for _, suffix := range []string{
		"redakteur", "redakteurin", "reporter", "reporterin", "korrespondent", "korrespondentin", "autor", "autorin",
		"journalist", "journalistin", "ressortleiter", "ressortleiterin", "volontär", "volontärin",
		"mitarbeiter", "mitarbeiterin", "kolumnist", "kolumnistin", "blogger", "bloggerin", "freier", "freie",
	} {
		if strings.HasSuffix(word, suffix) {
			return true
		}
	}
	return false
}
