package corpus

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// cleanLine makes one line of s: valid UTF-8 in NFC, without soft hyphens,
// zero-width and control characters, with single ordinary blanks inside and
// none at the ends.
func cleanLine(s string) string {
	if plain(s) {
		return s
	}
	if line, ok := tidy(s); ok {
		return line
	}
	return slowClean(s)
}

// slowClean is cleanLine for any line.
func slowClean(s string) string {
	s = norm.NFC.String(strings.ToValidUTF8(s, string(utf8.RuneError)))
	var sb strings.Builder
	sb.Grow(len(s))
	blank, hidden := false, false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r) || r == '\u2800':
			blank = sb.Len() > 0
		case invisible(r):
			hidden = true
		default:
			if blank {
				sb.WriteByte(' ')
				blank = false
			}
			sb.WriteRune(r)
		}
	}
	if hidden { // what stood between two characters may have kept them from composing
		return norm.NFC.String(sb.String())
	}
	return sb.String()
}

// tidy is cleanLine for a line of plain characters, blanks of all kinds and marks
// without width; ok is false if there is anything else in it.
func tidy(s string) (line string, ok bool) {
	var sb strings.Builder
	sb.Grow(len(s))
	blank, done := false, 0 // bytes of s that are written or left out
	for i := 0; i < len(s); {
		n, gap, mark := 1, false, false
		switch b := s[i]; {
		case b > ' ' && b < 0x7F:
		case b == ' ' || b >= '\t' && b <= '\r':
			gap = true
		case b < utf8.RuneSelf:
			mark = true
		default:
			if n = plainRune(s[i:]); n > 0 {
				break
			}
			if n, gap = blankRune(s[i:]); n == 0 {
				return "", false
			}
			mark = !gap
		}
		switch {
		case gap || mark:
			sb.WriteString(s[done:i])
			done = i + n
			blank = blank || gap && sb.Len() > 0
		case blank:
			sb.WriteByte(' ')
			blank = false
		}
		i += n
	}
	sb.WriteString(s[done:])
	return sb.String(), true
}

// blankRune is the length of the blank beyond ASCII, or of the mark without width,
// that s begins with; 0 if it is neither, or one that is rare.
func blankRune(s string) (n int, gap bool) {
	switch {
	case strings.HasPrefix(s, "\u00A0"):
		return 2, true
	case strings.HasPrefix(s, "\u00AD"):
		return 2, false
	case len(s) > 2 && s[0] == 0xE2 && s[1] == 0x80: // U+2000 to U+203F
		switch b := s[2]; {
		case b >= 0x80 && b <= 0x8A, b == 0xAF:
			return 3, true
		case b >= 0x8B && b <= 0x8F:
			return 3, false
		}
	}
	return 0, false
}

// cleanText is cleanLine for a text of several lines; empty lines are left out.
func cleanText(s string) string {
	if strings.IndexByte(s, '\n') < 0 && strings.IndexByte(s, '\r') < 0 {
		return cleanLine(s)
	}
	var sb strings.Builder
	for line := range rawLines(s) {
		line = cleanLine(line)
		if line == "" {
			continue
		}
		if sb.Len() > 0 {
			sb.WriteByte('\n')
		}
		sb.WriteString(line)
	}
	return sb.String()
}

// rawLines are the lines of a text, whatever ends them.
func rawLines(s string) iter.Seq[string] { return strings.SplitSeq(unifyEnds(s), "\n") }

// unifyEnds makes ends of lines of all that ends them.
func unifyEnds(s string) string {
	for _, end := range []string{"\r\n", "\r", "\u2028", "\u2029", "\u0085"} {
		// The last byte of each is rare, and looking for one byte is fast.
		if last := end[len(end)-1]; last == '\n' && strings.IndexByte(s, '\r') < 0 || last != '\n' && strings.IndexByte(s, last) < 0 {
			continue
		}
		if strings.Contains(s, end) {
			s = strings.ReplaceAll(s, end, "\n")
		}
	}
	return s
}

// plain tells quickly, and for most German text, that cleanLine has nothing to
// do. It may be wrong only in saying no.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		switch b := s[i]; {
		case b > ' ' && b < 0x7F:
		case b == ' ' && i > 0 && s[i-1] != ' ':
		default:
			n := plainRune(s[i:])
			if n == 0 {
				return false
			}
			i += n - 1
		}
	}
	return !strings.HasSuffix(s, " ")
}

// plainRune is the length of the character that s begins with, beyond ASCII, if
// it is one that stays as it is; 0 if it may not be.
func plainRune(s string) int {
	switch b := s[0]; {
	case b >= 0xC3 && b <= 0xC5 && len(s) > 1 && s[1]&0xC0 == 0x80: // À to ſ, composed
		return 2
	case b == 0xC2 && len(s) > 1 && s[1] > 0xA0 && s[1] < 0xC0 && s[1] != 0xAD: // § « » and their like
		return 2
	case b == 0xE2 && strings.HasPrefix(s, "€"):
		return 3
	case b == 0xE2 && len(s) > 2 && s[1] == 0x80 && plainPunctuation(s[2]):
		return 3
	case b == 0xE2 && len(s) > 2 && plainSymbols(s[1]) && s[2]&0xC0 == 0x80:
		return 3
	}
	return 0
}

// plainSymbols tells the second byte of → ► ▼ ★ ✂ and their like, U+2180 to U+22FF
// and U+2400 to U+27BF.
func plainSymbols(b byte) bool { return b >= 0x86 && b <= 0x8B || b >= 0x90 && b <= 0x9E }

// plainPunctuation tells the third byte of – — ‘ ’ ‚ “ ” „ … ‹ › and their like,
// U+2010 to U+2027 and U+2030 to U+203F, from that of blanks and marks without
// width.
func plainPunctuation(b byte) bool { return b >= 0x90 && b <= 0xA7 || b >= 0xB0 && b <= 0xBF }

// invisible tells characters that are no part of a text: soft hyphens,
// zero-width characters, directional marks, control characters, byte order
// marks, private use.
func invisible(r rune) bool {
	if r < '\u034F' { // nearly all of German
		return r < ' ' || r >= 0x7F && r < 0xA0 || r == '\u00AD'
	}
	switch {
	case r == '\u034F', r == '\u061C', r == '\u180E', r == '\uFEFF':
		return true
	case r >= '\u200B' && r <= '\u200F', r >= '\u202A' && r <= '\u202E', r >= '\u2060' && r <= '\u206F':
		return true
	case r >= '\uFFF9' && r <= '\uFFFC':
		return true
	}
	return r >= '\uE000' && unicode.Is(unicode.Co, r)
}
