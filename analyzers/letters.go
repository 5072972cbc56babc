package analyzers

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// component is a stretch of a word between its hyphens; most words are one.
type component struct {
	from, to   int // in letters.key
	start, end int // bytes in the word
	upper      bool
	acronym    bool // capitals beyond the first letter
	shout      bool // capitals only, and more than an acronym has
	digits     bool
	gender     int    // where a gender mark or the capital of "Innen" stands in the key, or 0
	clitic     bool   // ends in 's: Geht's, Putin's
	plural     bool   // an acronym with an ending: AKWs
	source     Source // of the lemma
}

// letters is a word written as the lexicon is keyed, with its way back.
type letters struct {
	key        []byte  // lower case, composed, ss for ß, without marks
	at         []int32 // byte offset in the word of each byte of key
	components []component

	uppers, lowers int // letters of the component being read
	capital        int // end of the last capital letter in the key
}

// read fills l from a word.
func (l *letters) read(word string) {
	l.key, l.at, l.components = l.key[:0], l.at[:0], l.components[:0]
	l.open(0)
	signed := isSigned(word)
	for i, r := range word {
		if signed && startsHump(word, i, r) {
			l.close(i)
			l.open(i)
		}
		if fullWidth <= r && r < fullWidth+('~'-'!') {
			r -= fullWidth - '!'
		}
		c := &l.components[len(l.components)-1]
		switch {
		case 'a' <= r && r <= 'z':
			l.lowers++
			l.put(byte(r), i)
		case 'A' <= r && r <= 'Z':
			l.upper(word, i)
			l.put(byte(r)+('a'-'A'), i)
		case '0' <= r && r <= '9':
			c.digits = true
			l.put(byte(r), i)
		case r == '-' || r == trueHyphen || r == noBreakHyphen:
			if next := i + utf8.RuneLen(r); !isGenderMark(word, i-1) && !dividesLine(word, next) {
				l.close(i)
				l.open(next)
			}
		case signed && r == '_':
			l.close(i)
			l.open(i + 1)
		case isApostrophe(r):
			c.clitic = i+utf8.RuneLen(r)+1 == len(word) && word[len(word)-1]|0x20 == 's'
		case opensGender(word, i):
			c.gender = len(l.key)
		case r == '+' || r == '&' || r == '#' && i > 0:
			l.put(byte(r), i) // C++, C#, R&D
		case (r == ',' || r == '.' || r == ':' || r == '/') && c.digits && keepsMark(word, i, hasDigitGroups(word)):
			l.put(byte(r), i) // 1,5-Grad-Ziel, 2:1-Sieg
		case isSubscript(r):
			c.digits = true
			l.put(byte(r-'₀')+'0', i)
		case r == '@' || r == '#':
			c.upper = true // mostly a name
		case r < utf8.RuneSelf || isInvisible(r):
		default:
			l.other(word, r, i)
		}
	}
	l.close(len(word))
}

// open begins a component at a byte of the word.
func (l *letters) open(start int) {
	l.uppers, l.lowers = 0, 0
	l.components = append(l.components, component{from: len(l.key), start: start})
}

// close ends the last component before a byte of the word.
func (l *letters) close(end int) {
	c := &l.components[len(l.components)-1]
	c.to, c.end = len(l.key), end
	switch {
	case l.uppers >= 2 && l.lowers == 0 && l.uppers > maxAcronym:
		c.shout = true
	case l.uppers >= 2 && c.gender == 0, l.uppers >= 3:
		c.acronym = true
		c.plural = c.to == l.capital+1 && l.key[c.to-1] == 's'
	}
	if c.from == c.to { // two hyphens in a row
		l.components = l.components[:len(l.components)-1]
	}
}

// maxAcronym is how many letters an acronym may have if it has capitals only.
const maxAcronym = 5

// upper notes a capital letter at a byte of the word, and whether it is the
// one in "PolitikerInnen".
func (l *letters) upper(word string, i int) {
	c := &l.components[len(l.components)-1]
	if len(l.key) == c.from {
		c.upper = true
	} else if word[i] == 'I' && l.lowers >= 2 && (word[i:] == "In" || len(word) >= i+5 && word[i:i+5] == "Innen") {
		c.gender = len(l.key)
	}
	l.uppers++
	l.capital = len(l.key) + 1
}

// other adds a character outside ASCII.
func (l *letters) other(word string, r rune, i int) {
	if unicode.IsMark(r) {
		l.compose(r)
		return
	}
	lower := unicode.ToLower(r)
	if lower != r {
		l.upper(word, i)
	} else {
		l.lowers++
	}
	switch lower {
	case 'ß':
		l.put('s', i)
		l.put('s', i)
		if lower != r {
			l.capital = len(l.key)
		}
		return
	case 'ﬁ', 'ﬂ', 'ﬀ', 'ﬃ', 'ﬄ', 'ﬆ', 'ﬅ':
		for _, c := range []byte(norm.NFKC.String(string(lower))) {
			l.put(c, i)
		}
		return
	}
	var buf [utf8.UTFMax]byte
	for _, c := range buf[:utf8.EncodeRune(buf[:], lower)] {
		l.put(c, i)
	}
}

// compose joins a combining mark with the letter before it.
func (l *letters) compose(mark rune) {
	if len(l.key) == 0 {
		return
	}
	last, n := utf8.DecodeLastRune(l.key)
	whole := norm.NFC.String(string([]rune{last, mark}))
	if r, size := utf8.DecodeRuneInString(whole); size == len(whole) && r != utf8.RuneError {
		at := int(l.at[len(l.key)-n])
		l.key, l.at = l.key[:len(l.key)-n], l.at[:len(l.at)-n]
		for i := range len(whole) {
			l.put(whole[i], at)
		}
	}
}

func (l *letters) put(c byte, at int) {
	l.key = append(l.key, c)
	l.at = append(l.at, int32(at))
}

// offsets gives the bytes of the word that the key's [from, to) stands for;
// marks before a letter belong to the letter before them.
func (l *letters) offsets(from, to int, c *component) (start, end int) {
	start, end = int(l.at[from]), c.end
	if from == c.from {
		start = c.start
	}
	if to < c.to {
		end = int(l.at[to])
	}
	return start, end
}

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', '´', '`':
		return true
	}
	return false
}

// fullWidth is the first of the wide forms of ASCII, from ! to ~.
const fullWidth = '！'

// startsHump says whether a word of a #FridaysForFuture begins at i.
func startsHump(word string, i int, r rune) bool {
	if i == 0 || !unicode.IsUpper(r) || strings.HasPrefix(word[i:], "Innen") {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(word[:i])
	after, _ := utf8.DecodeRuneInString(word[i+utf8.RuneLen(r):])
	return isWordRune(before) && unicode.IsLower(after)
}

// dividesLine says whether a hyphen before i is there for a line's end.
func dividesLine(word string, i int) bool {
	return i < len(word) && (word[i] == '\r' || word[i] == '\n')
}

// isGenderMark says whether the character at i may join a feminine ending.
func isGenderMark(word string, i int) bool {
	if i < 1 {
		return false
	}
	switch word[i] {
	case ':', '*', '_', '/', '(':
		return true
	}
	r, _ := utf8.DecodeRuneInString(word[i:])
	return r == '·' || r == '•'
}

// opensGender says whether a mark at i joins "in" or "innen".
func opensGender(word string, i int) bool {
	if !isGenderMark(word, i) {
		return false
	}
	_, n := utf8.DecodeRuneInString(word[i:])
	rest := word[i+n:]
	if word[i] == '(' {
		return strings.HasPrefix(rest, "in")
	}
	return startsGender(strings.TrimPrefix(rest, "-"))
}
