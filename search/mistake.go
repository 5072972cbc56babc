package search

import "strings"

// maxRepairs bounds the mistakes that a suggestion puts right.
const maxRepairs = 40

// mistake is a SyntaxError with the edit that would put it right.
type mistake struct {
	SyntaxError
	fixable  bool
	from, to int // bytes of the query to replace
	with     string
	value    bool // the field's name before it has to go as well
}

// wrong reports a mistake in the bytes [pos, end) of a query.
func wrong(code Code, pos, end int, expected string) *mistake {
	return &mistake{SyntaxError: SyntaxError{Code: code, Pos: pos, Len: end - pos, Expected: expected}}
}

// fix adds the edit that puts the mistake right.
func (m *mistake) fix(from, to int, with string) *mistake {
	m.fixable, m.from, m.to, m.with = true, from, to, with
	return m
}

// suggest repairs the query, one mistake after the other, until it parses. It
// returns "" when that does not succeed or leaves no word.
func suggest(query string, m *mistake) string {
	for range maxRepairs {
		if !m.fixable {
			return ""
		}
		query = query[:m.from] + m.with + query[m.to:]
		var n Node
		if n, m = parse(query); m != nil {
			continue
		}
		if _, empty := n.(All); empty {
			return ""
		}
		return strings.Join(strings.Fields(query), " ")
	}
	return ""
}
