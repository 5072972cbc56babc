package search

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of completions.
const (
	MinCompleted       = 2  // letters of a word that is completed
	DefaultCompletions = 8  // in an answer
	MaxCompletions     = 20 // in an answer
)

// Completion is a way to go on with the last word of a query.
type Completion struct {
	Text      string // the word, as texts write it; of a facet's field the value
	Query     string // the query that ends with it
	Documents int    // articles and comments that have it, about
}

// Unfinished is a query that somebody is typing.
type Unfinished struct {
	Before string // what stands before the last word
	Word   string // the last word, so far
	Field  Field  // that Word is searched in
}

// Finish gives the query with another last word, in quotation marks if it is
// more than one word.
func (u Unfinished) Finish(word string) string {
	if strings.ContainsFunc(word, func(r rune) bool { return !isWord(r) && r != '-' }) {
		word = `"` + strings.ReplaceAll(word, `"`, "") + `"`
	}
	return u.Before + word
}

// Unfinish finds the word at the end of a query; false if the query does not
// end in a word that can be completed: one of some letters that is no date and
// no gender ending. The query need not be one that can be parsed. The error is
// a *ParamError.
func Unfinish(query string) (Unfinished, bool, error) {
	if n := utf8.RuneCountInString(query); n > MaxQueryRunes {
		return Unfinished{}, false, &ParamError{Param: "q", Value: shortened(query), Reason: fmt.Sprintf("must have at most %d characters", MaxQueryRunes)}
	}
	if !utf8.ValidString(query) {
		return Unfinished{}, false, &ParamError{Param: "q", Value: strings.ToValidUTF8(query, "\uFFFD"), Reason: "must be valid UTF-8"}
	}
	start := strings.LastIndexFunc(query, func(r rune) bool { return !isWord(r) && !unicode.IsMark(r) && r != '-' })
	if start >= 0 {
		_, n := utf8.DecodeRuneInString(query[start:])
		start += n
	}
	start = max(start, 0)
	start += len(query[start:]) - len(strings.TrimLeft(query[start:], "-"))
	u := Unfinished{Before: query[:start], Word: query[start:], Field: fieldBefore(query[:start])}
	_, operator := operatorNamed(u.Word)
	return u, countLetters(u.Word) >= MinCompleted && !operator && !u.Field.takesDates() && !u.endsGender(), nil
}

// endsGender tells whether the word is the beginning of -innen behind a mark,
// as in Politiker:in, and thus no word of its own.
func (u Unfinished) endsGender() bool {
	mark, n := utf8.DecodeLastRuneInString(u.Before)
	before, _ := utf8.DecodeLastRuneInString(u.Before[:len(u.Before)-n])
	return strings.ContainsRune(":*_", mark) && unicode.IsLower(before) && strings.HasPrefix("innen", strings.ToLower(u.Word)) && u.Field == AnyField
}

// fieldBefore finds the field whose name and colon stand at the end.
func fieldBefore(before string) Field {
	name, ok := strings.CutSuffix(before, ":")
	if !ok {
		return AnyField
	}
	at := strings.LastIndexFunc(name, func(r rune) bool { return !unicode.IsLetter(r) })
	if at >= 0 {
		_, n := utf8.DecodeRuneInString(name[at:])
		name = name[at+n:]
	}
	field, _ := fieldNamed(name)
	return field
}
