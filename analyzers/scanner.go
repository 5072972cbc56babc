package analyzers

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// class says what a span of text is.
type class uint8

const (
	classWord   class = iota // letters, maybe with digits, hyphens, apostrophes
	classNumber              // digits first, no letters: 3,5 or 20.09.2015
	classLink                // address of a page or mailbox, a domain
	classAbbrev              // letters with dots: z. B.
)

// span is a word in the text.
type span struct {
	start, end int // bytes
	class      class
	opening    bool // nothing before it in its sentence
	elliptic   bool // a hyphen follows: Wirtschafts- und Finanzpolitik
}

// scanner finds the words of a text, one by one.
type scanner struct {
	text    string
	pos     int
	opening bool
}

// next gives the next word, or false at the end of the text.
func (s *scanner) next() (span, bool) {
	for s.pos < len(s.text) {
		c := s.text[s.pos]
		if c < utf8.RuneSelf {
			if isASCIILetter(c) || isDigit(c) || s.startsSigned(c) || c == '.' && s.isDotNet() {
				return s.word(), true
			}
			s.opening = s.opening || opensSentence(c)
			s.pos++
			continue
		}
		r, n := utf8.DecodeRuneInString(s.text[s.pos:])
		if isWordRune(r) || r == '§' && s.paragraph(s.pos) > 0 {
			return s.word(), true
		}
		s.opening = s.opening || r == '…' || r == '„' || r == '“' || r == '»' || r == '«' || r == '•' || r == '–'
		s.pos += n
	}
	return span{}, false
}

// startsSigned says whether an @name or #hashtag begins at the position.
func (s *scanner) startsSigned(c byte) bool {
	if c != '@' && c != '#' || s.pos+1 >= len(s.text) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s.text[s.pos+1:])
	return isWordRune(r)
}

// dotNet is the one word that begins with a dot.
const dotNet = ".NET"

func (s *scanner) isDotNet() bool {
	rest, ok := strings.CutPrefix(s.text[s.pos:], dotNet)
	return ok && !startsWord(rest) && (s.pos == 0 || !isWordByte(s.text[s.pos-1]))
}

// opensSentence says whether a word behind c may be the first of a sentence.
func opensSentence(c byte) bool {
	switch c {
	case '.', '!', '?', ':', '\n', '"', '(', '*', '|':
		return true
	}
	return false
}

// word reads the word at the position.
func (s *scanner) word() span {
	sp := span{start: s.pos, opening: s.opening || s.pos == 0}
	s.opening = false
	if end := simpleWord(s.text, s.pos); end > 0 {
		s.pos, sp.end = end, end
		return sp
	}
	s.anyWord(&sp)
	return sp
}

// anyWord reads the word at the position, of whatever kind.
func (s *scanner) anyWord(sp *span) {
	if end := s.link(); end > 0 {
		sp.class, sp.end = classLink, end
	} else if end := s.abbreviation(); end > 0 {
		sp.class, sp.end = classAbbrev, end
	} else if end := s.paragraph(s.pos); end > 0 {
		sp.class, sp.end = classNumber, end
	} else if s.text[s.pos] == '.' {
		sp.class, sp.end = classAbbrev, s.pos+len(dotNet)
	} else {
		s.run(sp)
		if sp.end < len(s.text) && (s.text[sp.end] == '.' || s.text[sp.end] == '@') && sp.end+1 < len(s.text) && isWordByte(s.text[sp.end+1]) {
			if end := s.domain(); end > 0 {
				sp.class, sp.end = classLink, end
			}
		}
	}
	s.pos = sp.end
	if sp.class == classWord {
		sp.elliptic = s.ellipsis()
	}
}

// simpleWord gives the end of a word at the position that is letters alone and
// stands before a mark that never joins words, or 0. Most words are of that
// kind; the rest of the scanner would find the same.
func simpleWord(text string, start int) int {
	i := start
	for i < len(text) && i-start <= maxWord {
		if c := text[i]; isASCIILetter(c) {
			i++
		} else if isLatinLetter(text, i) {
			i += 2
		} else {
			break
		}
	}
	if i-start > maxWord || i == len(text) {
		return 0
	}
	switch text[i] {
	case ' ', ',', '\n', '"', ')', ';', '!', '?':
		return i
	case '.', ':': // a long word before them is no abbreviation
		if i-start > len("Bzgl.") && i+1 < len(text) && (text[i+1] == ' ' || text[i+1] == '\n') {
			return i
		}
	}
	return 0
}

// isLatinLetter says whether a letter from À to ÿ stands at i.
func isLatinLetter(text string, i int) bool {
	return text[i] == 0xc3 && i+1 < len(text) && text[i+1]&0xc0 == 0x80 && text[i+1] != "×"[1] && text[i+1] != "÷"[1]
}

// maxWord is how many bytes a word has at most; what is longer is cut into
// several. maxLink is the same for addresses.
const (
	maxWord = 256
	maxLink = 1024
)

// run reads letters and digits and the marks that join them.
func (s *scanner) run(sp *span) {
	text, i := s.text, sp.start
	if text[i] == '@' || text[i] == '#' {
		i++
	}
	letters := false
	end := i
	for i < len(text) && i < sp.start+maxWord {
		c := text[i]
		if c < utf8.RuneSelf {
			if isASCIILetter(c) {
				letters = true
			} else if !isDigit(c) {
				n := s.joint(sp.start, i, letters)
				if n == 0 {
					break
				}
				i += n
				end = i
				continue
			}
			i++
			end = i
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsLetter(r):
			letters = true
			i += n
			end = i
		case r == softHyphen && dividedBy(text[i+n:], n) > 0:
			i += n + dividedBy(text[i+n:], n)
		case isInvisible(r):
			i += n // part of the word only if a letter follows
		case isSubscript(r) && letters: // CO₂
			i += n
			end = i
		case unicode.IsMark(r) || isWordRune(r):
			i += n
			end = i
		default:
			n := s.joint(sp.start, i, letters)
			if n == 0 {
				sp.finish(end, letters)
				return
			}
			i += n
			end = i
		}
	}
	sp.finish(end, letters)
}

func (sp *span) finish(end int, letters bool) {
	sp.end = end
	if !letters {
		sp.class = classNumber
	}
}

// ellipsis says whether the word just read leaves its head to a later word.
func (s *scanner) ellipsis() bool {
	rest := s.text[s.pos:]
	if !strings.HasPrefix(rest, "-") {
		return false
	}
	if len(rest) == 1 {
		return true
	}
	switch rest[1] {
	case ' ', ',', '\n', '/', ')', '"':
		return true
	}
	return false
}

func startsWord(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return isWordRune(r)
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return isASCIILetter(byte(r)) || isDigit(byte(r))
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

func isDigitRune(r rune) bool { return '0' <= r && r <= '9' }
