package actors

import "strings"

// maxFurniture is the length of the longest advertisement in brackets, in bytes.
const maxFurniture = 700

// stretch is a part of a section, in bytes.
type stretch struct{ start, end int }

// furniture finds what a text says for its publisher and not for itself: offers
// of newsletters and apps, links to other articles, notes on where it appeared
// first. Whom these name, the article is not about.
func furniture(text string) []stretch {
	var out []stretch
	for at := 0; at < len(text); {
		end := at + sentenceEnd(text[at:])
		if isOffer(text[at:end]) {
			out = append(out, stretch{at, end})
		}
		at = end
	}
	return out
}

// sentenceEnd gives the length of the first sentence, line or bracket of a text.
func sentenceEnd(text string) int {
	if rest := strings.TrimLeft(text, " \n"); strings.HasPrefix(rest, "[") {
		lead := len(text) - len(rest)
		if end := strings.IndexByte(rest, ']'); end > 0 && end < maxFurniture {
			return lead + end + 1
		}
	}
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\n':
			return i + 1
		case '.', '!', '?':
			if i+1 < len(text) && (text[i+1] == ' ' || text[i+1] == '\n') {
				return i + 1
			}
		case '[':
			if i > 0 {
				return i
			}
		}
	}
	return len(text)
}

// isOffer tells whether a sentence advertises or refers to something else.
func isOffer(s string) bool {
	s = strings.TrimLeft(s, " [_*>\n\t")
	for _, begin := range [...]string{"Dieser Text erscheint auch", "Dieser Text erschien", "Dieser Beitrag erschien", "Dieser Artikel erschien",
		"Der Artikel erschien zuerst", "Der Text erschien", "Lesen Sie auch", "Lesen Sie mehr", "Lesen Sie dazu", "Lesen Sie hier", "Lesen Sie in",
		"Mehr zum Thema", "Auch interessant", "Mehr dazu", "Mehr zum Autor", "Mehr zur Autorin", "Bildrechte:", "Empfohlener externer Inhalt",
		"Behalten Sie den Überblick"} {
		if strings.HasPrefix(s, begin) {
			return true
		}
	}
	return hasAny(s, "Newsletter", "newsletter", " App ", " App,", "-App ", "-App,", "Newsblog", "Sonderausgabe", "Podcast") &&
		hasAny(s, "herunterladen", "nmelden", "bonnieren", "estellen Sie", "hier bestellen", "kostenlosen", "finden Sie", "empfehlen wir Ihnen",
			"Lesen Sie", "Anmeldung", "berichten wir", "Jetzt ")
}

func hasAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
