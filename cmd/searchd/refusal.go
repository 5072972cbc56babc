package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"unicode"
)

// refusal is the endpoint's answer to a search that failed (RFC 9457). Of a
// query that cannot be understood it says where.
type refusal struct {
	Title      string `json:"title"`
	Detail     string `json:"detail"`
	Position   *int   `json:"position"` // characters from 0
	Length     int    `json:"length"`   // characters
	Suggestion string `json:"suggestion"`
}

// refused makes an error of the answer to a query.
func refused(status int, body []byte, query string) error {
	var r refusal
	if err := json.Unmarshal(body, &r); err != nil {
		return fmt.Errorf("the search failed with status %d", status)
	}
	reason := strings.TrimSuffix(r.Title+": "+r.Detail, ": ")
	if r.Position != nil {
		reason += "\n" + pointAt(query, *r.Position, r.Length)
	}
	if r.Suggestion != "" {
		reason += fmt.Sprintf("\nDid you mean %s", r.Suggestion)
	}
	if status < http.StatusInternalServerError {
		return usageError{reason}
	}
	return errors.New(reason)
}

// pointAt is the query with a line below it that marks length characters from
// position on, or the place between two characters if length is 0.
func pointAt(query string, position, length int) string {
	line := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' ' // as wide as the caret line takes it for
		}
		return r
	}, query)
	return "  " + line + "\n  " + strings.Repeat(" ", position) + strings.Repeat("^", max(1, length))
}
