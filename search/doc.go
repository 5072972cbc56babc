// Package search is the contract of the search server: what may be asked and
// what is answered. It holds the query language (lexer, parser, syntax tree,
// printer), [Request], [Result] and typed errors.
//
// It is for: everything that a page, an endpoint, a command and an engine must
// agree on. It is not for: how a query is evaluated (package index) or how it
// travels (package web). It knows neither Bleve nor HTTP.
package search
