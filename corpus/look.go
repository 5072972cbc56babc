package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// looker reads lines byte by byte: one look finds what a line is made of, how
// many words it has, and its small letters.
type looker struct {
	signs [256]signs
	small [256]byte // of a letter of ASCII
}

// Signs that are of use within a look alone.
const (
	signBlank signs = 1 << (31 - iota) // a blank
	signOdd                            // no character of ASCII that can be seen, nor a blank
)

func newLooker() *looker {
	var k looker
	for b := range 256 {
		c := byte(b)
		k.small[b] = c
		switch {
		case isDigit(c):
			k.signs[b] = signDigit
		case c >= 'a' && c <= 'z':
			k.signs[b] = signLetter | signSmall
		case c >= utf8.RuneSelf:
			k.signs[b] = signLetter | signOdd
		case c >= 'A' && c <= 'Z':
			k.signs[b] = signLetter
			k.small[b] = c + ('a' - 'A')
		case c < ' ' || c == 0x7F:
			k.signs[b] = signOdd
		}
	}
	for b, sign := range map[byte]signs{
		' ': signBlank, ':': signColon, '/': signSlash, '|': signBar, '(': signBracket, '[': signBracket, '>': signGreater, '#': signHash,
	} {
		k.signs[b] = sign
	}
	for _, arrow := range []string{"›", "»", "→", "❯"} {
		k.signs[arrow[0]] |= signGreater
	}
	return &k
}

// look gives the signs of a line without blanks at its ends, how many words it
// has, and whether it is clean as it stands; it writes the line in lower case to
// small, which must be as long, and appends the hits of phrases in that. It may be
// wrong only in saying that a line is not clean; what it says of the rest then
// counts for nothing.
func (k *looker) look(s string, small []byte, p *phrases, hits []hit) (all signs, words int, clean bool, found []hit) {
	small = small[:len(s)]
	before, twice := signs(0), signs(0) // what the last byte is, and what two in a row are
	key := uint16(0)
	for i := 0; i < len(s); i++ {
		b := s[i]
		is := k.signs[b]
		small[i] = k.small[b]
		all |= is
		twice |= is & before
		words += int(is / signBlank)
		before = is
		if is&signOdd != 0 {
			n := k.lookBeyond(s[i:], small[i:])
			if n == 0 {
				return 0, 0, false, hits
			}
			before = 0
			for end := i + n - 1; i < end; i++ {
				if key = p.next(key, small[i]); p.has(key) {
					hits = append(hits, hit{i, key})
				}
			}
		}
		if key = p.next(key, small[i]); p.has(key) {
			hits = append(hits, hit{i, key})
		}
	}
	if key = p.next(key, 0); p.has(key) {
		hits = append(hits, hit{len(s), key})
	}
	return all | ending(s, all), words + 1, twice&signBlank == 0, hits
}

// lookBeyond is look for the character beyond ASCII that s begins with. It gives
// the length of the character, 0 if it may not be clean.
func (k *looker) lookBeyond(s string, small []byte) int {
	n := plainRune(s)
	switch {
	case n == 0:
		return 0
	case s[0] == 0xC3: // À to ÿ
		small[1] = s[1]
		if s[1] <= 0x9E && s[1] != 0x97 { // of which × is no letter
			small[1] += 0x20
		}
		return n
	case s[0] == 0xC2 || s[0] == 0xE2 && s[1] == 0x80: // § « » – „ “ …
		copy(small[1:n], s[1:n])
		return n
	}
	r, _ := utf8.DecodeRuneInString(s)
	low := unicode.ToLower(r)
	if utf8.RuneLen(low) != n {
		return 0
	}
	utf8.EncodeRune(small[:n], low)
	return n
}

// lookAgain is look for a line of which it is known that it is clean.
func (k *looker) lookAgain(s string) (all signs, words int) {
	for i := 0; i < len(s); i++ {
		all |= k.signs[s[i]]
	}
	return all | ending(s, all), strings.Count(s, " ") + 1
}

// ending gives the signs of a whole line.
func ending(s string, has signs) (all signs) {
	if sentenceEnd(s) {
		all |= signSentence
	}
	if paragraphLike(s, has|all) {
		all |= signParagraph
	}
	return all
}
