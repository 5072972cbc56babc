package search

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind is the kind of a token.
type kind int

const (
	endToken kind = iota
	wordToken
	phraseToken
	openToken
	closeToken
	andToken
	orToken
	notToken   // NOT, NICHT
	minusToken // -
	fieldToken // titel:
)

// token is a piece of a query, the bytes [pos, end).
type token struct {
	kind  kind
	pos   int
	end   int
	text  string // of a word: as written, with its punctuation; of a phrase: canonical
	field Field  // of a fieldToken
	slop  int    // of a phrase
	near  bool   // a phrase has a slop
}

// place says what may stand at the lexer's position.
type place struct {
	minus    bool // an excluding "-"
	field    bool // a field's name
	operator bool // AND, OR, NOT
	single   bool // a single quotation mark that opens
}

// lexer cuts a query into tokens.
type lexer struct {
	query  string
	pos    int
	place  place
	tokens []token
}

// lex cuts a query into tokens, the last of which is an endToken.
func lex(query string) ([]token, *mistake) {
	l := &lexer{query: query, place: beginning()}
	for l.pos < len(query) {
		if m := l.step(); m != nil {
			return nil, m
		}
	}
	l.emit(token{kind: endToken, end: l.pos}, place{})
	return l.tokens, nil
}

// beginning is the place behind a blank or an opening parenthesis.
func beginning() place { return place{minus: true, field: true, operator: true, single: true} }

// emit appends a token that begins at the lexer's position.
func (l *lexer) emit(t token, next place) {
	t.pos = l.pos
	l.tokens = append(l.tokens, t)
	l.pos, l.place = t.end, next
}

func (l *lexer) step() *mistake {
	r, size := utf8.DecodeRuneInString(l.query[l.pos:])
	switch {
	case unicode.IsSpace(r):
		l.pos += size
		l.place = beginning()
	case r == '(':
		l.emit(token{kind: openToken, end: l.pos + size}, beginning())
	case r == ')':
		l.emit(token{kind: closeToken, end: l.pos + size}, place{})
	case isDouble(r), isSingle(r) && l.place.single:
		return l.phrase()
	case r == '-' && l.place.minus && l.operandAt(l.pos+size):
		l.emit(token{kind: minusToken, end: l.pos + size}, place{field: l.place.field, single: true})
	default:
		return l.chunk()
	}
	return nil
}

// operandAt tells whether a word, phrase or group begins at pos, so that a
// "-" before it excludes. Elsewhere a "-" is punctuation.
func (l *lexer) operandAt(pos int) bool {
	r, size := utf8.DecodeRuneInString(l.query[pos:])
	switch {
	case isWord(r), r == '(':
		return true
	case r == '=', r == '\\', r == '*':
		return startsWord(l.query[pos+size:])
	case isDouble(r), isSingle(r):
		_, closed := findClosing(l.query, pos)
		return closed || !mayStayOpen(l.query, pos)
	}
	return false
}

// phrase reads from a quotation mark to the one that closes it.
func (l *lexer) phrase() *mistake {
	open := l.pos
	_, size := utf8.DecodeRuneInString(l.query[open:])
	found, ok := findClosing(l.query, open)
	switch {
	case !ok && mayStayOpen(l.query, open):
		return l.chunk()
	case !ok:
		return wrong(UnclosedPhrase, open, open+size, "a closing quotation mark").
			fix(len(l.query), len(l.query), closingFor(l.query[open:]))
	}
	t := token{kind: phraseToken, text: phraseText(found.text), end: found.next}
	if !hasWord(t.text) {
		return wrong(EmptyPhrase, open, found.next, "a word between the quotation marks").
			fix(open, found.next, " ")
	}
	if m := l.slop(&t); m != nil {
		return m
	}
	l.emit(t, place{})
	return nil
}

func closingFor(s string) string {
	switch r, _ := utf8.DecodeRuneInString(s); r {
	case '„':
		return "“"
	case '“':
		return "”"
	case '«':
		return "»"
	case '»':
		return "«"
	case '‚':
		return "‘"
	case '‹':
		return "›"
	}
	return "\""
}

// slop reads the ~5 behind a phrase.
func (l *lexer) slop(t *token) *mistake {
	rest := l.query[t.end:]
	if !strings.HasPrefix(rest, "~") {
		return nil
	}
	stop := 1 + until(rest[1:], func(r rune) bool { return !isWord(r) })
	n, err := strconv.Atoi(rest[1:stop])
	if err == nil && n <= MaxSlop {
		t.slop, t.near, t.end = n, true, t.end+stop
		return nil
	}
	with := ""
	if err == nil {
		with = "~" + strconv.Itoa(MaxSlop)
	}
	return wrong(BadSlop, t.end, t.end+stop, "a number from 0 to "+strconv.Itoa(MaxSlop)+" after ~").
		fix(t.end, t.end+stop, with)
}

// chunk reads up to the next blank, parenthesis or double quotation mark: an
// operator, a field's name, a word or mere punctuation.
func (l *lexer) chunk() *mistake {
	_, first := utf8.DecodeRuneInString(l.query[l.pos:])
	end := l.pos + first + until(l.query[l.pos+first:], endsChunk)
	text := l.query[l.pos:end]
	if op, ok := operatorNamed(text); ok && l.place.operator {
		l.emit(token{kind: op, end: end}, place{})
		return nil
	}
	if name, _, ok := strings.Cut(text, ":"); ok && l.place.field {
		if field, ok := fieldNamed(name); ok {
			return l.fieldOrText(field, len(name)+1, end)
		}
	}
	l.text(end)
	return nil
}

func endsChunk(r rune) bool {
	return unicode.IsSpace(r) || r == '(' || r == ')' || isDouble(r)
}

// text emits the word up to end, or skips it when it is mere punctuation.
func (l *lexer) text(end int) {
	if text := l.query[l.pos:end]; hasWord(text) {
		l.emit(token{kind: wordToken, text: text, end: end}, place{})
		return
	}
	l.pos, l.place = end, place{}
}

// fieldOrText emits a field's name of width bytes, colon included. Without a
// value it is a word when it is capitalised, as in "Kommentar: Was nun?".
func (l *lexer) fieldOrText(field Field, width, end int) *mistake {
	behind := l.pos + width
	if l.valueAt(behind, end) {
		l.emit(token{kind: fieldToken, field: field, end: behind}, place{minus: true, single: true})
		return nil
	}
	if r, _ := utf8.DecodeRuneInString(l.query[l.pos:]); unicode.IsUpper(r) {
		l.text(end)
		return nil
	}
	m := wrong(MissingValue, l.pos, behind, "a word directly after the colon")
	value := behind + until(l.query[behind:], func(r rune) bool { return !unicode.IsSpace(r) })
	if value > behind && value < len(l.query) && l.valueAt(value, len(l.query)) {
		return m.fix(behind, value, "")
	}
	return m.fix(l.pos, end, "")
}

// valueAt tells whether a field's value begins at pos, in a chunk up to end.
func (l *lexer) valueAt(pos, end int) bool {
	rest := strings.TrimPrefix(l.query[pos:], "-")
	r, _ := utf8.DecodeRuneInString(rest)
	if r == '(' || isDouble(r) {
		return true
	}
	return pos < end && hasWord(l.query[pos:end]) && !unicode.IsSpace(r) && r != ')'
}
