package corpus

import "strings"

// describesRole tells "Redakteur in der Wirtschaft." and "Korrespondentin für
// Osteuropa mit Sitz in Wien.", what is left of the box of an author whose name is
// a picture.
func describesRole(l *line) bool {
	const longest = 12 // words
	if l.words < 3 || l.words > longest || !strings.HasSuffix(l.text, ".") || l.has(signDigit|signColon) || !role(l.folded) {
		return false
	}
	return goesOnAsRole(l.folded)
}

// roleAlone tells a line that says what the author is, and no headline that begins
// with such a word: "Mitarbeiter fordern mehr Lohn".
func roleAlone(l *line) bool {
	const most = 3 // words
	return role(l.folded) && (l.words <= most || strings.HasPrefix(l.folded, "freie") || goesOnAsRole(l.folded))
}

// goesOnAsRole tells whether the second word of a line is one that stands behind what
// somebody is: "Redakteurin im Ressort Politik".
func goesOnAsRole(folded string) bool {
	_, rest, _ := strings.Cut(folded, " ")
	word, _, _ := strings.Cut(rest, " ")
	switch word {
	case "in", "im", "der", "des", "für", "bei", "beim", "mit", "und":
		return true
	}
	return false
}
