package actors

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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
		n, says := sentenceEnd(text[at:])
		s := text[at : at+n]
		said := strings.TrimLeft(s, " [_*>\n\t")
		if isSignature(s) || isReference(said) || says&ofAuthor != 0 && isAuthor(said) || says&ofOffer != 0 && isOffer(said) {
			out = append(out, stretch{at, at + n})
		}
		at += n
	}
	return out
}

// clue is what a word of a sentence may make of it.
type clue uint8

const (
	ofAuthor clue = 1 << iota // "freie" stands there
	ofOffer                   // the name of what is offered
	ofEnd                     // a mark at which a sentence may end
)

// clueAt tells for a byte that begins a clue which one begins at byte i.
func clueAt(text string, i int) clue {
	rest := text[i:]
	switch text[i] {
	case 'f':
		if strings.HasPrefix(rest, "freie") {
			return ofAuthor
		}
	case 'A':
		if strings.HasPrefix(rest, "App") {
			return ofOffer
		}
	case 'w':
		if strings.HasPrefix(rest, "wsletter") || strings.HasPrefix(rest, "wsblog") {
			return ofOffer
		}
	case 'S':
		if strings.HasPrefix(rest, "Sonderausgabe") {
			return ofOffer
		}
	case 'P':
		if strings.HasPrefix(rest, "Podcast") {
			return ofOffer
		}
	default:
		return ofEnd
	}
	return 0
}

// beginsClue tells at which bytes to look for a clue.
var beginsClue = func() (begins [256]bool) {
	for _, c := range []byte("fAwSP\n.!?[") {
		begins[c] = true
	}
	return begins
}()

// sentenceEnd gives the length of the first sentence, line or bracket of a text,
// and the clues in it.
func sentenceEnd(text string) (length int, says clue) {
	if rest := strings.TrimLeft(text, " \n"); strings.HasPrefix(rest, "[") {
		lead := len(text) - len(rest)
		if end := strings.IndexByte(rest, ']'); end > 0 && end < maxFurniture {
			return lead + end + 1, ofAuthor | ofOffer
		}
	}
	for i := 0; i < len(text); i++ {
		if !beginsClue[text[i]] {
			continue
		}
		c := clueAt(text, i)
		says |= c
		if c&ofEnd == 0 {
			continue
		}
		if n := endAt(text, i); n > 0 {
			return n, says
		}
	}
	return len(text), says
}

// endAt gives the length of the first sentence of a text if the mark at byte i
// ends it, or 0.
func endAt(text string, i int) int {
	switch text[i] {
	case '\n':
		return i + 1
	case '[':
		return i // and nothing at the beginning
	}
	k := i + 1
	for k < len(text) && (text[k] == '_' || text[k] == '*') {
		k++ // marks of italics
	}
	if k < len(text) && (text[k] == ' ' || text[k] == '\n') {
		return k + 1
	}
	return 0
}

// isReference tells whether a sentence refers to something else.
func isReference(s string) bool {
	for _, begin := range [...]string{"Dieser Text erscheint auch", "Dieser Text erschien", "Dieser Beitrag erschien", "Dieser Artikel erschien",
		"Der Artikel erschien zuerst", "Der Text erschien", "Lesen Sie auch", "Lesen Sie mehr", "Lesen Sie dazu", "Lesen Sie hier", "Lesen Sie in",
		"Mehr zum Thema", "Auch interessant", "Mehr dazu", "Mehr zum Autor", "Mehr zur Autorin", "Bildrechte:", "Empfohlener externer Inhalt",
		"Behalten Sie den Überblick"} {
		if strings.HasPrefix(s, begin) {
			return true
		}
	}
	return len(s) < maxSignature && strings.HasSuffix(s, " Folgen\n") // a button beside the author
}

// isAuthor tells whether a sentence says who wrote the article.
func isAuthor(s string) bool {
	return hasAny(s, "ist freier Autor", "ist freie Autorin", "und freier Autor", "und freie Autorin", "ist freier Journalist", "ist freie Journalistin")
}

// isOffer tells whether a sentence advertises something.
func isOffer(s string) bool {
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

// maxSignature is the length of the longest line that names authors, in bytes.
const maxSignature = 140

// isSignature tells whether a line names the authors of an article: "Von" or the
// line itself begins with names, and nothing but names, places and the date
// follows.
func isSignature(s string) bool {
	if !strings.HasSuffix(s, "\n") {
		return false
	}
	line := strings.Trim(strings.TrimSpace(s), "#_* ")
	if len(line) > maxSignature {
		return false
	}
	rest, signed := strings.CutPrefix(line, "Von ")
	if !signed {
		if rest, signed = strings.CutPrefix(line, "von "); !signed {
			rest, signed = strings.CutPrefix(line, "Von: ")
		}
	}
	names := 0
	for word := range strings.FieldsSeq(rest) {
		switch r, _ := utf8.DecodeRuneInString(word); {
		case unicode.IsUpper(r):
			names++
		case unicode.IsLower(r) && !isJoiner(strings.Trim(word, ",")):
			return false
		case unicode.IsDigit(r):
			return names > 1 && (signed || isDate(word))
		}
	}
	return signed && names > 1 && !strings.ContainsAny(line[len(line)-1:], ".:?!")
}

// isJoiner tells words in lower case between the names of authors.
func isJoiner(w string) bool {
	switch w {
	case "und", "von", "van", "der", "den", "de", "vom", "zu", "in", "aus":
		return true
	}
	return false
}

// isDate tells days as they stand above articles: 11.12.2024.
func isDate(w string) bool {
	parts := strings.Split(strings.Trim(w, ",|"), ".")
	return len(parts) == 3 && len(parts[0]) <= 2 && len(parts[1]) <= 2 && (len(parts[2]) == 2 || len(parts[2]) == 4)
}
