package analyzers

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Characters that the tokenizer and the folding know by name.
const (
	softHyphen     = '\u00ad'
	wordJoiner     = '\u2060'
	byteOrderMark  = '\ufeff'
	zeroWidthSpace = '\u200b'
	rightToLeft    = '\u200f' // the last of the zero-width characters from zeroWidthSpace
	noBreakHyphen  = '\u2011'
	trueHyphen     = '\u2010'
	diaeresis      = '\u0308'
	noBreakSpace   = '\u00a0'
	thinNoBreak    = '\u202f'
)

// Fold gives the Exact term of a form: lower case, ä ö ü ß as ae oe ue ss,
// other accents off, ligatures open, without soft and other hyphens,
// apostrophes, gender marks and the dots of abbreviations. Folding a folded
// form changes nothing.
func (a *Analyzer) Fold(form string) string {
	var buf [64]byte
	return string(appendFold(buf[:0], form))
}

// appendFold appends the folded form to dst.
func appendFold(dst []byte, form string) []byte {
	if isLink(form) {
		return appendFoldLink(dst, form)
	}
	form = strings.TrimLeft(form, "@#")
	start := len(dst)
	grouped := hasDigitGroups(form)
	for i := 0; i < len(form); {
		c := form[i]
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			dst = append(dst, c)
			i++
		case 'A' <= c && c <= 'Z':
			dst = append(dst, c+('a'-'A'))
			i++
		case c < utf8.RuneSelf:
			if keepsMark(form, i, grouped) {
				dst = append(dst, c)
			}
			i++
		default:
			r, n := utf8.DecodeRuneInString(form[i:])
			dst = appendFoldRune(dst, start, r)
			i += n
		}
	}
	return dst
}

// appendFoldLink folds an address: its marks have meaning and stay.
func appendFoldLink(dst []byte, form string) []byte {
	start := len(dst)
	for _, r := range form {
		if r < utf8.RuneSelf {
			dst = append(dst, byte(unicode.ToLower(r)))
		} else {
			dst = appendFoldRune(dst, start, r)
		}
	}
	return dst
}

// appendFoldKey folds what is in the lexicon's form: lower case without marks.
func appendFoldKey(dst, key []byte) []byte {
	start := len(dst)
	for i := 0; i < len(key); {
		if key[i] < utf8.RuneSelf {
			dst = append(dst, key[i])
			i++
			continue
		}
		r, n := utf8.DecodeRune(key[i:])
		dst = appendFoldRune(dst, start, r)
		i += n
	}
	return dst
}

// appendFoldRune folds a character outside ASCII; the form began at start.
func appendFoldRune(dst []byte, start int, r rune) []byte {
	switch r {
	case 'ä', 'Ä', 'æ', 'Æ':
		return append(dst, 'a', 'e')
	case 'ö', 'Ö', 'œ', 'Œ':
		return append(dst, 'o', 'e')
	case 'ü', 'Ü':
		return append(dst, 'u', 'e')
	case 'ß', 'ẞ':
		return append(dst, 's', 's')
	case 'ø', 'Ø':
		return append(dst, 'o')
	case 'ł', 'Ł':
		return append(dst, 'l')
	case 'đ', 'Đ', 'ð', 'Ð':
		return append(dst, 'd')
	case 'ı', 'İ':
		return append(dst, 'i')
	case 'þ', 'Þ':
		return append(dst, 't', 'h')
	case diaeresis:
		if n := len(dst); n > start && isUmlautBase(dst[n-1]) {
			return append(dst, 'e')
		}
		return dst
	case '’', '‘', 'ʼ', 'ʹ', '′', '´', '·', '•', noBreakHyphen, trueHyphen,
		noBreakSpace, thinNoBreak, softHyphen, wordJoiner, byteOrderMark, utf8.RuneError:
		return dst
	}
	if isInvisible(r) || unicode.Is(unicode.Mn, r) {
		return dst
	}
	return appendDecomposed(dst, start, r)
}

// appendDecomposed writes the letters of r without their accents. Scripts
// whose letters decompose into other letters (Hangul) stay as they are.
func appendDecomposed(dst []byte, start int, r rune) []byte {
	r = unicode.ToLower(r)
	var buf [utf8.UTFMax]byte
	n := utf8.EncodeRune(buf[:], r)
	if unicode.Is(unicode.Hangul, r) {
		return append(dst, buf[:n]...)
	}
	decomposed := norm.NFKD.Properties(buf[:n]).Decomposition()
	if decomposed == nil {
		return append(dst, buf[:n]...)
	}
	for _, d := range string(decomposed) {
		switch {
		case d == diaeresis || unicode.Is(unicode.Mn, d):
		case d < utf8.RuneSelf && !isWordByte(byte(d)):
		case d == r:
			dst = append(dst, buf[:n]...)
		case d < utf8.RuneSelf:
			dst = append(dst, byte(unicode.ToLower(d)))
		default:
			dst = appendFoldRune(dst, start, d)
		}
	}
	return dst
}

// keepsMark says whether the ASCII mark at i belongs to the folded form.
func keepsMark(form string, i int, grouped bool) bool {
	prev, next := byte(0), byte(0)
	if i > 0 {
		prev = form[i-1]
	}
	if i+1 < len(form) {
		next = form[i+1]
	}
	digits := isDigit(prev) && isDigit(next)
	switch form[i] {
	case '.':
		return digits && !grouped || isWordByte(prev) && isWordByte(next) && inDomain(form, i) && !isVerdi(form) ||
			i == 0 && strings.EqualFold(form, dotNet)
	case ',', '/', ':':
		return digits || form[i] == '/' && prev != 0 && next != 0 && next != '-' && !startsGender(form[i+1:]) && !startsEnding(rune(prev), form[i+1:])
	case '-':
		return digits
	case '+', '#':
		return i > 0
	case '&':
		return prev != 0 && next != 0
	default:
		return false
	}
}

// inDomain says whether the dot at i stands between two runs of two letters
// or more, as in "example.org", not in "z.B".
func inDomain(form string, i int) bool {
	return i >= 2 && i+2 < len(form) && isWordByte(form[i-2]) && isWordByte(form[i+2]) &&
		!(isDigit(form[i-1]) && isDigit(form[i+1]))
}

// hasDigitGroups says whether form is a number with dots between thousands,
// as in "1.234,56" or "5.000-Meter-Lauf".
func hasDigitGroups(form string) bool {
	i := 0
	for i < len(form) && isDigit(form[i]) {
		i++
	}
	if i < 1 || i > 3 || i == len(form) || form[i] != '.' {
		return false
	}
	for i < len(form) && form[i] == '.' {
		for k := 1; k <= 3; k++ {
			if i+k >= len(form) || !isDigit(form[i+k]) {
				return false
			}
		}
		i += 4
	}
	return i == len(form) || !isDigit(form[i])
}

func isUmlautBase(c byte) bool { return c == 'a' || c == 'o' || c == 'u' }

func isLowerASCII(c byte) bool { return 'a' <= c && c <= 'z' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// isWordByte says whether c is a letter, a digit or a byte of a character
// outside ASCII.
func isWordByte(c byte) bool { return isASCIILetter(c) || isDigit(c) || c >= utf8.RuneSelf }

// isSubscript says whether r is a digit as in CO₂.
func isSubscript(r rune) bool { return '₀' <= r && r <= '₉' }

// isInvisible says whether r takes no room and has no meaning within a word.
func isInvisible(r rune) bool {
	return r == softHyphen || r == wordJoiner || r == byteOrderMark || zeroWidthSpace <= r && r <= rightToLeft
}
