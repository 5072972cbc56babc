package corpus

import (
	"strings"
	"unicode"
)

// byline understands "Von Max Muster, Berlin", "Ein Kommentar von Anna Muster
// und Max Muster", "Autor: Max Muster", "Von dpa". Places are left out.
func (p *pageParser) byline(s string) (names, agencies []string, ok bool) {
	if !opensByline(strings.TrimSuffix(s, ".")) && !mayByline(s) {
		return nil, nil, false
	}
	if name, count, found := strings.Cut(s, " - "); found && p.total.MatchString(count) {
		s = name // "Von Ada Muster - 0 Kommentare"
	}
	if rest := strings.TrimRight(s, "0123456789"); len(s)-len(rest) <= maxCount && strings.HasSuffix(rest, " ") {
		s = strings.TrimRight(rest, " ") // "Von Ada Muster 0", the comments
	}
	if at := strings.LastIndex(s, " Lese"); at > 0 && p.isReadTime(s[at+1:]) {
		s = s[:at] // "von Ada Muster Lesezeit: 4 Min."
	}
	rest, ok := cutByline(strings.TrimSuffix(s, "."))
	if !ok {
		rest, ok = capitalByline(s)
	}
	if !ok {
		rest, ok = p.genreByline(s)
	}
	if !ok {
		return nil, nil, false
	}
	known := rest == "" && strings.HasSuffix(s, "unserer Redaktion") // and "Von OZ": the newsroom
	signed := strings.ContainsAny(rest, "/+")                        // "Von: det/dpa"
	for part := range strings.SplitSeq(nameList(rest), ",") {
		part = strings.Trim(withoutTask(part), " .:()")
		switch {
		case part == "", pictured(part):
		case p.outlets.known(lower(part)) != "", strings.HasSuffix(part, "-Redaktion"), part == "unserer Redaktion", part == "der Redaktion":
			known = true
		case p.agencies.isNews(part):
			agencies = append(agencies, part)
		case signed && isInitials(part):
			names = append(names, part)
		case len(names)+len(agencies) > 0 && (isPlaceName(part) && len(strings.Fields(part)) == 1 || p.office(part)):
		case isPersonName(part):
			names = append(names, properCase(part))
		default:
			return nil, nil, false
		}
	}
	return names, agencies, known || len(names)+len(agencies) > 0
}

// mayByline tells whether capitalByline or genreByline may read a text.
func mayByline(s string) bool {
	return strings.HasPrefix(s, "AUS ") || strings.HasPrefix(s, "Aus ") || strings.HasPrefix(s, "Mit ") || strings.Contains(s, ": ") || strings.Contains(s, " / ")
}

// maxCount is how many digits the number of comments has at most.
const maxCount = 3

// pictured tells "Fotos: Ada Muster", who took the pictures.
func pictured(part string) bool {
	label, _, ok := strings.Cut(part, ":")
	return ok && isCreditWord(lower(strings.TrimSpace(label)))
}

// genreByline reads "Kommentar: Ada Muster", "Mit Udo Lang sprach Ada Muster" and
// "Aus Berlin Ada Muster", which only a first name tells from a headline.
func (p *pageParser) genreByline(s string) (rest string, ok bool) {
	label, rest, ok := strings.Cut(s, ": ")
	if !ok || !genre(lower(label)) && label != "Text und Fotos" && label != "Protokoll" && label != "Moderation" {
		_, rest, ok = strings.Cut(s, " sprach ")
		ok = ok && strings.HasPrefix(s, "Mit ")
	}
	if kind, name, found := strings.Cut(s, " / "); !ok && found { // "Kommentar der anderen / Ada Muster"
		first, _, _ := strings.Cut(kind, " ")
		rest, ok = name, genre(lower(first))
	}
	if place, found := strings.CutPrefix(s, "Aus "); !ok && found {
		_, rest, ok = strings.Cut(place, " ")
	}
	return rest, ok && p.namesPerson(rest)
}

// genre tells a kind of article, and words made with it: "gastkommentar".
func genre(low string) bool {
	for _, word := range []string{"kommentar", "analyse", "beitrag", "interview", "bericht", "essay", "kolumne", "reportage", "rezension", "glosse", "porträt", "kritik", "leitartikel", "nachruf"} {
		if strings.HasSuffix(low, word) {
			return true
		}
	}
	return false
}

// capitalByline takes the place from "AUS OBERAU ADA MUSTER", the form of
// printed pages.
func capitalByline(s string) (rest string, ok bool) {
	if !strings.HasPrefix(strings.TrimLeft(s, " "), "AUS ") {
		return "", false
	}
	words := strings.Fields(s)
	const least = 4 // words
	if len(words) < least || s != strings.ToUpper(s) {
		return "", false
	}
	return properCase(strings.Join(words[2:], " ")), true
}

// office tells where an author works: "ARD-Studio Moskau", "zurzeit in Kiew".
func (p *pageParser) office(s string) bool {
	low := lower(s)
	for _, prefix := range []string{"zurzeit ", "zzt. ", "z. zt. ", "in ", "aus ", "derzeit ", "korrespondent", "redaktion"} {
		if strings.HasPrefix(low, prefix) {
			return len(strings.Fields(s)) <= 6
		}
	}
	if studio(low) {
		return len(strings.Fields(s)) <= 6
	}
	return p.outlets.known(low) != "" || twoWordPlace(s)
}

// studio tells a text that begins with a broadcaster: "ARD-Studio Moskau", "WDR,
// zurzeit Kiew", but not "Bruno Muster".
func studio(low string) bool {
	first := low
	if end := strings.IndexFunc(low, func(r rune) bool { return !unicode.IsLetter(r) }); end >= 0 {
		first = low[:end]
	}
	switch first {
	case "ard", "zdf", "wdr", "ndr", "swr", "br", "mdr", "rbb", "hr", "sr", "srf", "orf":
		return true
	}
	return false
}

// cutByline takes the words before the names.
func cutByline(s string) (rest string, ok bool) {
	if !opensByline(s) {
		return "", false
	}
	words := strings.Fields(s)
	for i, w := range words {
		if i > 5 {
			break
		}
		low := lower(strings.TrimRight(w, ":"))
		switch {
		case low == "von" || low == "by":
			return strings.Join(withoutPosition(words[i+1:]), " "), true
		case strings.HasSuffix(w, ":") && i == 0 && isAuthorLabel(low):
			return strings.Join(words[1:], " "), true
		case i == 0 && (low == "autor" || low == "autorin" || low == "autorin/autor" || low == "autor/in" || low == "autor*in"):
			return strings.Join(words[1:], " "), true
		case low == "berichtet" || low == "berichten":
			if i > 0 && strings.EqualFold(words[0], "aus") {
				return strings.Join(words[i+1:], " "), true
			}
		case i <= 1 && len(words) > i+1 && strings.Contains(low, "-") && role(low):
			return strings.Join(words[i+1:], " "), true
		case i == 2 && asked(low) && bylineWord(lower(words[1])):
			return strings.Join(words[i+1:], " "), true
		case bylineWord(low), i == 0 && low == "die" && len(words) > 3 && asked(lower(words[2])):
		case i == 1 && strings.EqualFold(words[0], "aus"), i > 0 && strings.EqualFold(words[i-1], "aus"):
		default:
			return "", false
		}
	}
	return "", false
}

// asked tells the verb of "Das Gespräch führte Ada Muster" and "Die Fragen
// stellte Ada Muster".
func asked(low string) bool {
	return low == "führte" || low == "führten" || low == "stellte" || low == "stellten"
}

// opensByline tells whether the first word may be in a byline; it keeps most
// lines from being taken apart.
func opensByline(s string) bool {
	first, rest, _ := strings.Cut(s, " ")
	low := lower(strings.TrimRight(first, ":"))
	if low == "von" || low == "by" || low == "die" || low == "aus" || bylineWord(low) || isAuthorLabel(low) || strings.Contains(low, "-") && role(low) {
		return true
	}
	second, _, _ := strings.Cut(rest, " ")
	return strings.Contains(second, "-") && role(lower(second))
}

// withoutPosition takes "unserem Korrespondenten" from the front of a name.
func withoutPosition(words []string) []string {
	for len(words) > 2 && (role(lower(words[0])) || strings.HasSuffix(words[0], "-Mitglied")) {
		words = words[1:] // "FOCUS-Online-Autorin Ada Muster", "Community-Mitglied Ada Muster"
	}
	if len(words) == 0 || !strings.HasPrefix(lower(words[0]), "unser") {
		return words
	}
	rest := words[1:]
	for len(rest) > 0 && position(lower(rest[0])) {
		rest = rest[1:]
	}
	if len(rest) == len(words)-1 {
		return words // "Von unseren Kindern"
	}
	return rest
}

// position tells the words between "unser" and a name.
func position(low string) bool {
	for _, suffix := range []string{"en", "s"} {
		if role(strings.TrimSuffix(low, suffix)) {
			return true
		}
	}
	return role(low) || strings.HasSuffix(low, "redaktionsmitglied") || strings.HasSuffix(low, "redaktion") || low == "mitglied"
}

// bylineWord tells the words that may stand before "von" in a byline.
func bylineWord(low string) bool {
	switch low {
	case "ein", "eine", "einem", "kommentar", "analyse", "gastbeitrag", "gastkommentar", "interview", "bericht", "essay",
		"kolumne", "reportage", "rezension", "glosse", "leitartikel", "porträt", "meinungsbeitrag", "kritik", "text",
		"zwischenruf", "einwurf", "debattenbeitrag", "meinung", "nachruf", "recherche", "hintergrund", "protokoll", "aus", "geschrieben",
		"verfasst", "veröffentlicht", "artikel", "beitrag", "exklusiv", "aufgezeichnet", "gespräch", "das", "fragen", "video", "fotostrecke", "mit", "informationen", "einschätzung", "lagebericht":
		return true
	}
	return low == "geführt" || genre(low)
}

func isAuthorLabel(low string) bool {
	switch low {
	case "autor", "autorin", "autoren", "autorinnen", "autor*in", "autor/in", "autorin/autor", "text", "redaktion", "redakteur", "redakteurin", "interview", "verfasser", "verfasst", "bericht":
		return true
	}
	return false
}

// nameList makes commas of all that separates names.
func nameList(s string) string {
	for _, sign := range []string{" und ", " UND ", " (", " in ", " aus ", " sowie ", " mit ", " & ", " / ", "/", ";", " | ", " – ", " - ", " • "} {
		s = strings.ReplaceAll(s, sign, ",")
	}
	return s
}

// gluedFrom takes the name from "vonAda Muster".
func gluedFrom(s string) (name string, ok bool) {
	const from = "von"
	if len(s) <= len(from) || s[0] != 'v' && s[0] != 'V' || s[1:len(from)] != from[1:] || !unicode.IsUpper(firstRune(s[len(from):])) {
		return "", false
	}
	name = s[len(from):]
	return name, isPersonName(name)
}
