// Package search is the contract of the search server: what may be asked and
// what is answered. It holds the query language (lexer, parser, syntax tree,
// printer), [Request], [Result] and typed errors.
//
// It is for: everything that a page, an endpoint, a command and an engine must
// agree on. It is not for: how a query is evaluated (package index) or how it
// travels (package web). It knows neither Bleve nor HTTP.
//
// # Query language
//
//	query  = or
//	or     = and { ("OR" | "ODER") and }
//	and    = unary { ["AND" | "UND"] unary }
//	unary  = { "NOT" | "NICHT" | "-" } ( field ":" unary | "(" or ")" | term )
//	term   = word | "=" word | word "*" | word "~" | phrase [ "~" number ] | dates
//	phrase = text between quotation marks of any form
//	dates  = date | [ date ] ".." [ date ]        in the fields jahr and datum
//
// Operators are capitals between blanks, and "-" is one at the beginning of a
// word only. A field's name is one only directly before its value. All other
// punctuation around words is ignored, so that a pasted headline is a query; a
// backslash makes a word of an operator or a field's name.
package search
