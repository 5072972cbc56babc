package corpus

import (
	"strings"
	"unicode"
)

// isShorthand tells the letters of a newsroom beside an agency: "(KNA, DR)".
func isShorthand(s string) bool {
	const longest = 3 // letters
	return len(s) > 1 && len(s) <= longest && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsUpper(r) })
}

// isInitials tells the initials of an author: two to four small letters that
// are no word of such a line.
func isInitials(s string) bool {
	switch s {
	case "und", "von", "mit", "der", "die", "das", "aus", "in", "im", "am", "für", "vom", "bei":
		return false
	}
	n := 0
	for _, r := range s {
		if !unicode.IsLower(r) || !unicode.IsLetter(r) {
			return false
		}
		n++
	}
	return n >= 2 && n <= 4
}
