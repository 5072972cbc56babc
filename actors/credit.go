package actors

import "strings"

// isByline tells whether the name in tokens first to last signs the article:
// "Von" begins a line or sentence, the name follows, and the line ends or names
// another author.
func (a *article) isByline(first, last int) bool {
	if first == 0 || a.sep(first) != sepSpace || a.sep(first-1).link() == linkJoin {
		return false
	}
	text := a.sections[a.toks[first].section].Text
	begin := text[:a.toks[first-1].start]
	switch a.text(first - 1) {
	case "Von", "VON":
	case "von":
		if begin != "" && begin[len(begin)-1] != '\n' {
			return false
		}
	default:
		return false
	}
	rest := text[a.toks[last].end:]
	return rest == "" || rest[0] == '\n' || strings.HasPrefix(rest, " und ")
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
