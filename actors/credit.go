package actors

import "strings"

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
		return gap == ": " || gap == " " && ends && a.sep(first-1).link() != linkJoin
	case "von":
		begin := text[:a.toks[first-1].start]
		return gap == " " && ends && (begin == "" || begin[len(begin)-1] == '\n')
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
	if a.sep(last+1) != sepSlash {
		return false
	}
	w := strings.ToLower(a.text(last + 1))
	switch w {
	case "epa", "getty", "imago", "picture", "shutterstock", "pool":
		return true
	}
	return isAgency(w)
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
