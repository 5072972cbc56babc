package corpus

import (
	"strings"
	"unicode/utf8"
)

// promotes tells a text that addresses its reader and has two words of those
// that subscribe, register and consent: "Hier können Sie sich kostenlos
// anmelden."
func promotes(l *line) bool {
	if len(l.text) > 2*maxMeta || !l.cued(cueOffer) || !addresses(l.text) && !consents(l.folded) {
		return false
	}
	n := 0
	for _, word := range offerWords() {
		if strings.Contains(l.folded, word) {
			n++
		}
	}
	return n > 1
}

// consents tells what a reader is to agree to: "Ja, ich möchte den Newsletter".
func consents(folded string) bool {
	return strings.HasPrefix(folded, "ich möchte ") || strings.HasPrefix(folded, "ich bin ") || strings.HasPrefix(folded, "ich stimme ") || strings.HasPrefix(folded, "ich habe ") || strings.HasPrefix(folded, "ja, ich ")
}

// offerWords are the words of which two make an offer.
func offerWords() []string {
	return []string{"newsletter", "abonn", "anmeld", "registrier", "kostenlos", "gratis", "kündbar", "probeabo", "weiterlesen", "e-paper", "epaper",
		"folgen sie", "schreiben sie uns", "erhalten sie", "melden sie sich", "podcast", "zustimmung", "datenschutz", "nutzungsanfrage", " app ", "e-mail"}
}

// addresses tells a text that speaks to its reader.
func addresses(s string) bool {
	for _, word := range []string{"Sie", "Ihre", "Ihnen", "euch", "eure", "dich", "dein"} {
		if containsPhrase(s, word) {
			return !strings.ContainsRune("„“\"»", firstRune(s))
		}
	}
	return false
}

// offers tells a text that wants its reader to subscribe or install something.
func offers(folded string) bool {
	for _, word := range []string{"newsletter", " app", "abonnier", "herunterladen", "lesen sie", "hier klicken", "anmelden", "kostenlos", "podcast"} {
		if strings.Contains(folded, word) {
			return true
		}
	}
	return false
}

// letterName is the name of what a newsroom sends to its readers, folded.
const letterName = "newsletter"

// offersLetter tells a folded text that names a newsletter and wants its reader to
// have it, or says that it is ours.
func offersLetter(folded string) bool {
	first, last := strings.Index(folded, letterName), strings.LastIndex(folded, letterName)
	if first < 0 {
		return false
	}
	before, behind := folded[:last], folded[first+len(letterName):]
	for _, word := range []string{"anmeld", "melden sie", "melde dich", "abonnier", "bestell", "kostenlos"} {
		if strings.Contains(before, word) || strings.Contains(behind, word) {
			return true
		}
	}
	return strings.Contains(behind, "registrier") || strings.Contains(behind, "informiert sie") || ourLetter(folded)
}

// ourLetter tells "unser kostenloser wöchentlicher Kultur-Newsletter": the name at
// most three words behind "unser".
func ourLetter(folded string) bool {
	const most = 4 // words, the last with the name
	for {
		_, rest, ok := strings.Cut(folded, "unser")
		if !ok {
			return false
		}
		folded = rest
		rest = strings.TrimLeftFunc(rest, func(r rune) bool { return r < utf8.RuneSelf && isPlain(byte(r)) || r == '_' })
		rest, ok = strings.CutPrefix(rest, " ")
		for n := 0; ok && n < most; n++ {
			var word string
			if word, rest, ok = strings.Cut(rest, " "); strings.Contains(word, letterName) {
				return true
			}
		}
	}
}

// markLetters drops the offer of a newsletter: a line that names it, a few that
// praise it, and the button below them.
func (pg *page) markLetters() {
	const most = 4 // lines of praise
	for i := range pg.lines {
		l := &pg.lines[i]
		if l.kind != lineText || len(l.text) > maxHeading || !l.cued(cueLetter) || l.has(signSentence) {
			continue
		}
		for k := i + 1; k < min(i+2+most, len(pg.lines)) && len(pg.lines[k].text) <= maxMeta && pg.lines[k].kind != lineTotal; k++ {
			if !signUp(pg.lines[k].folded) {
				continue
			}
			for ; k >= i; k-- {
				pg.lines[k].decide(lineNoise, "newsletter")
			}
			break
		}
	}
}

// signUp tells a button that subscribes to something.
func signUp(folded string) bool {
	switch trimPhrase(folded) {
	case "anmelden", "jetzt anmelden", "kostenlos anmelden", "hier anmelden", "abonnieren", "jetzt abonnieren", "kostenlos abonnieren",
		"newsletter abonnieren", "registrieren", "jetzt registrieren", "jetzt kostenlos anmelden", "bestellen", "jetzt bestellen", "absenden", "ihre e-mail-adresse", "e-mail-adresse":
		return true
	}
	return false
}

// fileName tells "ada_muster.jpg", left of a picture.
func fileName(l *line) bool {
	if l.words > 1 {
		return false
	}
	for _, end := range []string{".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg"} {
		if strings.HasSuffix(l.folded, end) {
			return true
		}
	}
	return false
}
