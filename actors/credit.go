package actors

import (
	"strings"

	"presseschau/actors/internal/letter"
)

// isByline tells whether the name in tokens first to last signs the article:
// "Von" begins a line or sentence, the name follows, and the line ends or names
// another author; or the name goes on with such a list.
func (a *article) isByline(first, last int) bool {
	if first == 0 {
		return false
	}
	text := a.sections[a.toks[first].section].Text
	rest := text[a.toks[last].end:]
	ends := rest == "" || rest[0] == '\n' || strings.HasPrefix(rest, " und ")
	gap := text[min(a.toks[first-1].end, a.toks[first].start):a.toks[first].start]
	if a.toks[first-1].section != a.toks[first].section {
		return false
	}
	switch a.text(first - 1) {
	case "Von", "VON":
		return gap == ": " || gap == " " && (ends && (rest == "" || rest[0] == '\n') || ends && a.sep(first-1).link() != linkJoin)
	case "von":
		begin := text[:a.toks[first-1].start]
		begins := begin == "" || begin[len(begin)-1] == '\n'
		return gap == " " && (begins || ends && strings.HasSuffix(begin, "/ ") || a.isOwnWork(first-2))
	case "und":
		return ends && first > 1 && a.signed(first-2)
	}
	return gap == ", " && a.signed(first-1)
}

// signed tells whether the token at i ends a name that signs.
func (a *article) signed(i int) bool {
	h := a.hitAt(i)
	return h != nil && h.actor == blocked && h.node == 0 && h.source == Pattern
}

// isCredit tells whether the name in tokens first to last is a photographer's:
// a copyright sign or a word for pictures stands before it, or an agency behind
// it.
func (a *article) isCredit(first, last int) bool {
	t := a.toks[first]
	if strings.HasSuffix(strings.TrimRight(a.sections[t.section].Text[:t.start], " "), "©") {
		return true
	}
	if s := a.sep(first); first > 0 && (s == sepBreak || s == sepSlash) {
		switch a.text(first - 1) {
		case "Foto", "Fotos", "Bild", "Quelle", "Symbolbild", "Symbolfoto", "Credit", "Copyright", "Grafik", "FOTO", "Archivbild":
			return true
		}
	}
	text := a.sections[t.section].Text
	behind := strings.TrimLeft(text[a.toks[last].end:], " ")
	if rest, ok := strings.CutPrefix(behind, "/"); ok && isPictureDesk(rest) {
		return true
	}
	if rest, ok := strings.CutPrefix(behind, "/ "); ok && startsLower(rest) && len(behind) < len(text)-int(a.toks[last].end) {
		return true // Fenja Wedekind / wexfoto
	}
	if strings.HasPrefix(behind, "|") && strings.HasSuffix(strings.TrimRight(text[:t.start], " "), "|") {
		return true
	}
	return afterCredit(text[:t.start])
}

// maxCredit is the length of the longest list of owners before a photographer's
// name, in bytes.
const maxCredit = 60

// afterCredit tells whether a text ends in the owners of a picture, before its
// photographer: "Quelle: dpa / ".
func afterCredit(text string) bool {
	before, ok := strings.CutSuffix(strings.TrimRight(text, " "), "/")
	if !ok {
		if before, ok = strings.CutSuffix(strings.TrimRight(text, " "), "|"); !ok {
			return false
		}
	}
	before = before[max(0, len(before)-maxCredit):]
	before = before[strings.LastIndexAny(before, "\n.(:")+1:]
	for owner := range strings.FieldsFuncSeq(before, func(r rune) bool { return r == '/' || r == '|' }) {
		words := strings.Fields(owner)
		if len(words) > 0 && (isPictureDesk(words[len(words)-1]) || isPictureDesk(owner)) {
			return true
		}
	}
	return false
}

// isPictureDesk tells whether a text begins with an agency or a broadcaster that
// owns pictures.
func isPictureDesk(text string) bool {
	w := strings.ToLower(strings.TrimLeft(text, " "))
	end := strings.IndexFunc(w, func(r rune) bool { return !letter.InWord(r) })
	if end >= 0 {
		w = w[:end]
	}
	switch w {
	case "epa", "getty", "images", "imago", "picture", "alliance", "shutterstock", "pool", "istock", "zdf", "ard", "ndr", "wdr", "swr", "mdr",
		"rbb", "rtl", "vox", "srf", "orf", "sat", "prosieben", "zentralbild", "mis", "wire", "press", "eibner", "unsplash", "pixabay":
		return true
	}
	return isAgency(w)
}

// isOwnWork tells whether the noun at token i says what the name behind it has
// written: Ein Artikel von.
func (a *article) isOwnWork(i int) bool {
	if i < 1 || a.sep(i+1) != sepSpace || a.sep(i) != sepSpace {
		return false
	}
	switch a.text(i - 1) {
	case "Ein", "Eine":
	default:
		return false
	}
	switch a.text(i) {
	case "Artikel", "Beitrag", "Gastbeitrag", "Kommentar", "Bericht", "Essay", "Gastkommentar", "Analyse", "Kolumne", "Reportage", "Glosse", "Rezension":
		return true
	}
	return false
}

// isAgency tells a news agency's name in lower case, as it signs.
func isAgency(w string) bool {
	switch w {
	case "dpa", "ap", "afp", "reuters", "rtr", "apa", "sda", "ddp", "dapd", "epd", "kna", "sid", "dts":
		return true
	}
	return false
}

// maxSignOff is the length of the longest sign-off, in bytes.
const maxSignOff = 120

// signOff gives the place at which a sign-off begins that ends a text, else the
// text's length: "(Krelling aus Berlin, red, APA, 22.7.2021)".
func signOff(text string) int {
	rest, ok := strings.CutSuffix(strings.TrimRight(text, " \n"), ")")
	open := strings.LastIndexByte(rest, '(')
	if !ok || open < 0 || len(rest)-open > maxSignOff {
		return len(text)
	}
	parts := strings.FieldsFunc(strings.ToLower(rest[open+1:]), func(r rune) bool { return r == ',' || r == '/' })
	signed := 0
	for _, p := range parts {
		if p = strings.TrimSpace(p); p == "red" || isAgency(p) {
			signed++
		}
	}
	// A single mark among words may be what the sentence is about.
	if signed == 0 || signed == 1 && len(parts) > 1 && !strings.ContainsAny(parts[len(parts)-1], "0123456789") {
		return len(text)
	}
	return open
}

// inDateline tells whether tokens first to last name the newspaper between the
// place and the bar that begin its reports: "BERLIN taz |".
func (a *article) inDateline(first, last int) bool {
	t := a.toks[last]
	text := a.sections[t.section].Text
	if !strings.HasPrefix(strings.TrimLeft(text[t.end:], " /"), "|") {
		return false
	}
	line := text[strings.LastIndexByte(text[:a.toks[first].start], '\n')+1 : a.toks[first].start]
	return strings.TrimSpace(line) == "" || a.sep(first) != sepBreak && len(line) < maxSignOff && strings.ToUpper(line) == line
}
