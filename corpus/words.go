package corpus

import (
	"iter"
	"math"
	"unicode/utf8"
)

// stem is the beginning of a folded word, which forms of it share.
func stem(word string) string {
	const most = 8 // bytes, and the rest of a letter
	if len(word) <= most {
		return word
	}
	end := most
	for end < len(word) && !utf8.RuneStart(word[end]) {
		end++
	}
	return word[:end]
}

// says is what the words of a line say, which the line remembers.
func (m *model) says(l *line) float64 {
	if !l.weighed {
		l.says, l.english = m.sayLine(l, l.folded)
		l.weighed = true
	}
	return l.says
}

// saysFirst is what the words at the beginning of a line say, and whether they are
// English.
func (m *model) saysFirst(l *line) (says float64, english bool) {
	if len(l.folded) > longText {
		return m.sayLine(l, l.folded[:longText])
	}
	says = m.says(l)
	return says, l.english
}

// sayLine is what the words of a line say, or of its beginning. That they are English
// says nothing where the text is.
func (m *model) sayLine(l *line, folded string) (says float64, english bool) {
	if says, english = m.sayWords(folded); english && l.abroad {
		return 0, false
	}
	return says, english
}

// sayWords is what the words of a folded line say, in logits. It also tells English:
// two words that are frequent in it and no words of German.
func (m *model) sayWords(folded string) (says float64, english bool) {
	const enough = 2
	sum, n, found := 0.0, 0, 0
	for start, end := m.nextWord(folded, 0); start < end; start, end = m.nextWord(folded, end) {
		n++
		word := folded[start:end]
		if !isDigit(word[0]) {
			sum += m.words.of(stem(word))
		}
		switch word {
		case "the", "of", "and", "to", "is", "by", "this", "for", "are", "with", "you", "your", "our", "we", "from":
			found++
		}
	}
	return sum / math.Sqrt(float64(max(n, 1))), found >= enough
}

// nextWord gives the bounds of the first word of a folded line from a place on that
// is in none; there is none if they are equal.
func (m *model) nextWord(folded string, from int) (start, end int) {
	for start = from; start < len(folded) && m.bytes[folded[start]] != byteStart; {
		start++
	}
	for end = start; end < len(folded) && m.bytes[folded[end]] != byteNone; {
		end++
	}
	return start, end
}

// wordByte tells the bytes of letters and digits from those of punctuation: the
// signs that begin with the bytes 0xC2 and 0xE2 have none of the letters of
// German.
func wordByte(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b >= utf8.RuneSelf && b != 0xC2 && b != 0xE2
}

// wordStart tells the bytes at which a word may begin; the rest of a sign that is
// no letter is no word.
func wordStart(b byte) bool { return wordByte(b) && (b < utf8.RuneSelf || utf8.RuneStart(b)) }

// byteClass says where in a word a byte may stand.
type byteClass uint8

const (
	byteNone   byteClass = iota // nowhere
	byteWithin                  // behind its beginning
	byteStart
)

func byteClasses() (classes [256]byteClass) {
	for b := range classes {
		switch {
		case wordStart(byte(b)):
			classes[b] = byteStart
		case wordByte(byte(b)):
			classes[b] = byteWithin
		}
	}
	return classes
}

// terms are the runs of letters and digits of a text.
func terms(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for start, end := nextTerm(s, 0); start < end; start, end = nextTerm(s, end) {
			if !yield(s[start:end]) {
				return
			}
		}
	}
}

// nextTerm gives the bounds of the first term of s from a place on that is in none;
// there is none if they are equal.
func nextTerm(s string, from int) (start, end int) {
	for start = from; start < len(s); {
		if b := s[start]; b < utf8.RuneSelf {
			if isPlain(b) {
				break
			}
			start++
		} else if n, word := wordRune(s[start:]); !word {
			start += n
		} else {
			break
		}
	}
	for end = start; end < len(s); {
		if b := s[end]; b < utf8.RuneSelf {
			if !isPlain(b) {
				break
			}
			end++
		} else if n, word := wordRune(s[end:]); word {
			end += n
		} else {
			break
		}
	}
	return start, end
}

// wordRune is the length of the character beyond ASCII that s begins with, and
// whether it is in a term.
func wordRune(s string) (n int, word bool) {
	if s[0] == 0xC3 && len(s) > 1 && s[1]&0xC0 == 0x80 && s[1]&0x1F != 0x17 { // À to ÿ but for × and ÷
		return len("ä"), true
	}
	r, n := utf8.DecodeRuneInString(s)
	return n, isWordRune(r)
}
