package search

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The quotation marks, by their families. A mark of one family is closed by
// any of the same: „…“, „…", “…”, »…« and «…».
const (
	curlyMarks  = "„“”‟\"＂"
	angleMarks  = "«»"
	singleMarks = "‚‘’'"
	singleAngle = "‹›"
)

// isDouble tells whether r is a double quotation mark, which opens a phrase
// wherever it stands.
func isDouble(r rune) bool {
	return strings.ContainsRune(curlyMarks, r) || strings.ContainsRune(angleMarks, r)
}

// isSingle tells whether r opens a phrase at the beginning of a word. The
// apostrophes ' and ’ never do.
func isSingle(r rune) bool { return r == '‚' || r == '‘' || r == '‹' || r == '›' }

// quoted is a stretch between quotation marks.
type quoted struct {
	text string
	next int // offset behind the closing mark
}

// findClosing looks for the mark that closes the one at open.
func findClosing(q string, open int) (quoted, bool) {
	opener, size := utf8.DecodeRuneInString(q[open:])
	closers := family(opener)
	from := open + size
	at := scanClosing(q, from, opener, closers, true)
	if at < 0 { // the marks within are not paired: take the first that closes
		at = scanClosing(q, from, opener, closers, false)
	}
	if at < 0 {
		return quoted{}, false
	}
	_, size = utf8.DecodeRuneInString(q[at:])
	return quoted{text: q[from:at], next: at + size}, true
}

func family(opener rune) string {
	for _, marks := range []string{curlyMarks, angleMarks, singleAngle} {
		if strings.ContainsRune(marks, opener) {
			return marks
		}
	}
	return singleMarks
}

// scanClosing returns the offset of the closing mark, or -1. With nested it
// steps over quotations within the quotation: "Die „Zeit“ meint".
func scanClosing(q string, from int, opener rune, closers string, nested bool) int {
	depth := 0
	before, _ := utf8.DecodeLastRuneInString(q[:from])
	for i, r := range q[from:] {
		at, prev := from+i, before
		before = r
		if !strings.ContainsRune(closers, r) {
			continue
		}
		next := q[at+utf8.RuneLen(r):]
		switch {
		case closers == singleMarks && isApostrophe(r, next):
		case r == '"' && opener == '"':
			return at
		case nested && (r == '„' || unicode.IsSpace(prev) && startsWord(next)):
			depth++
		case depth > 0:
			depth--
		case r != '„' && r != '‚':
			return at
		}
	}
	return -1
}

// isApostrophe tells whether a single mark stands within a word.
func isApostrophe(r rune, next string) bool { return r != '‚' && startsWord(next) }

// mayStayOpen tells whether an unclosed mark is punctuation rather than a
// mistake: ‘68, Politik › Ausland, a » b, 15".
func mayStayOpen(q string, open int) bool {
	r, size := utf8.DecodeRuneInString(q[open:])
	next, _ := utf8.DecodeRuneInString(q[open+size:])
	blank := open+size == len(q) || unicode.IsSpace(next)
	switch r {
	case '‘', '›':
		return true
	case '"':
		before, _ := utf8.DecodeLastRuneInString(q[:open])
		return unicode.IsDigit(before)
	case '«', '»', '‚', '‹':
		return blank
	}
	return false
}

// phraseText is the text of a phrase in its canonical form: without invisible
// characters and quotation marks within, with single blanks.
func phraseText(s string) string {
	s = strings.Map(func(r rune) rune {
		if isDouble(r) {
			return ' '
		}
		return r
	}, visible(s))
	return strings.Join(strings.Fields(s), " ")
}
