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
// a word for pictures stands before it, or an agency behind it.
func (a *article) isCredit(first, last int) bool {
	if s := a.sep(first); first > 0 && (s == sepBreak || s == sepSlash) {
		switch a.text(first - 1) {
		case "Foto", "Fotos", "Bild", "Quelle", "Symbolbild", "Symbolfoto", "Credit", "Copyright", "Grafik", "FOTO", "Archivbild":
			return true
		}
	}
	if a.sep(last+1) != sepSlash {
		return false
	}
	switch strings.ToLower(a.text(last + 1)) {
	case "dpa", "ap", "afp", "epa", "reuters", "getty", "imago", "apa", "picture", "shutterstock", "pool", "ddp", "epd":
		return true
	}
	return false
}
