package search

import (
	"errors"
	"fmt"
)

// Errors that an engine answers with.
var (
	ErrNotFound    = errors.New("no such article")
	ErrNoActor     = errors.New("no article or comment names such an actor")
	ErrStaleCursor = errors.New("the cursor belongs to an older state of the index")
	ErrNotReady    = errors.New("the index is not ready yet")
	ErrBusy        = errors.New("too many searches at once")
	ErrTimeout     = errors.New("the search took too long")
)

// SyntaxError is a query that cannot be understood.
type SyntaxError struct {
	Code       Code   // which mistake, for translation
	Pos        int    // byte offset in the query
	Len        int    // bytes that are wrong, may be 0 at the end
	Expected   string // in English, "a closing quotation mark"
	Suggestion string // a corrected query, or ""
}

// Code names a mistake of a query.
type Code string

// The mistakes.
const (
	UnclosedPhrase  Code = "unclosed-phrase"
	UnclosedParen   Code = "unclosed-parenthesis"
	UnexpectedParen Code = "unexpected-parenthesis"
	MissingOperand  Code = "missing-operand"   // OR, AND or NOT without a word
	NoWord          Code = "no-word"           // marks and nothing to look for
	EmptyPhrase     Code = "empty-phrase"      // quotation marks around no word
	ShortPrefix     Code = "short-prefix"      // fewer than MinPrefix letters
	ShortFuzzy      Code = "short-fuzzy"       // fewer than MinFuzzy letters
	FuzzyDistance   Code = "fuzzy-distance"    // word~2
	LeadingWildcard Code = "leading-wildcard"  // *word
	InnerWildcard   Code = "inner-wildcard"    // w*rd
	BadSlop         Code = "bad-slop"          // "a b"~x
	BadRange        Code = "bad-range"         // jahr:abc, 2017..2015
	MissingValue    Code = "missing-value"     // titel: without a word
	UnsupportedForm Code = "unsupported-form"  // jahr:2015~
	TooLong         Code = "too-long"          // MaxQueryRunes
	TooManyTerms    Code = "too-many-terms"    // MaxTerms
	TooManyPatterns Code = "too-many-patterns" // MaxPatterns
	LongFuzzy       Code = "long-fuzzy"        // more than MaxFuzzy letters
	TooDeep         Code = "too-deep"          // MaxDepth
	InvalidText     Code = "invalid-text"      // not UTF-8, or control characters
)

// Error gives the mistake with its position, counted in bytes from 0.
func (e *SyntaxError) Error() string {
	s := fmt.Sprintf("query: %s at %d: expected %s", e.Code, e.Pos, e.Expected)
	if e.Suggestion != "" {
		s += fmt.Sprintf("; did you mean %q?", e.Suggestion)
	}
	return s
}

// ParamError is a member of a request that has no meaning.
type ParamError struct {
	Param  string // as the endpoint calls it: "size"
	Value  string
	Reason string // in English, "must be between 1 and 100"
	Fault  Fault  // what people are told in their own language, or ""
}

// Fault is a kind of wrong value that people type, rather than programs.
type Fault string

// The faults.
const (
	NoDate    Fault = "date"
	NoYear    Fault = "year"
	Backwards Fault = "order" // a range that ends before it begins
)

// Error names the parameter, its value and what is wrong.
func (e *ParamError) Error() string {
	return fmt.Sprintf("parameter %s: %q %s", e.Param, e.Value, e.Reason)
}
