// Package web answers HTTP: the search page, the article page and the JSON
// endpoint, with what an operator needs beside them (health, readiness,
// metrics, the description of the endpoint).
//
// It is for: decoding requests, encoding answers, links, templates, languages
// of the interface, limits, mapping of errors to statuses. It is not for:
// understanding queries (package search), finding anything (whatever is behind
// [Searcher]). It imports search and corpus of the project and nothing else.
//
// Every passage that comes from the archive is untrusted text and reaches a
// page through html/template's escaping only.
package web
