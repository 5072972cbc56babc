package web

import (
	"bytes"
	"encoding/json"
	"math"
	"net/http"
	"strconv"
	"unicode/utf8"
)

// problem is the body of an error (RFC 9457).
type problem struct {
	Type       string  `json:"type"`
	Title      string  `json:"title"`
	Status     int     `json:"status"`
	Detail     string  `json:"detail,omitempty"`
	Parameter  string  `json:"parameter,omitempty"` // of bad-parameter
	Value      *string `json:"value,omitempty"`     // of bad-parameter
	Code       string  `json:"code,omitempty"`      // of query-syntax, as all below
	Position   *int    `json:"position,omitempty"`  // characters from 0
	Length     *int    `json:"length,omitempty"`    // characters
	Expected   string  `json:"expected,omitempty"`
	Suggestion string  `json:"suggestion,omitempty"`
}

// problemType prefixes the kind of a failure to make the type of a problem. It
// names and does not lead anywhere; the kinds are listed in openapi.json.
const problemType = "urn:presseschau:problem:"

func newProblem(f failure) problem {
	p := problem{Type: problemType + f.kind, Title: f.title, Status: f.status, Detail: f.detail}
	if f.param != nil {
		p.Parameter, p.Value = f.param.Param, &f.param.Value
	}
	if e := f.syntax; e != nil {
		query := f.asked.Query
		start, end := span(query, e.Pos, e.Len)
		pos := utf8.RuneCountInString(query[:start])
		length := utf8.RuneCountInString(query[start:end])
		p.Code, p.Expected, p.Suggestion = string(e.Code), e.Expected, e.Suggestion
		p.Position, p.Length = &pos, &length
	}
	return p
}

// span bounds the bytes [pos, pos+length) to the text.
func span(text string, pos, length int) (start, end int) {
	start = min(max(pos, 0), len(text))
	end = min(max(start+length, start), len(text))
	return start, end
}

func setRetry(w http.ResponseWriter, f failure) {
	if f.retry > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(int(math.Ceil(f.retry.Seconds()))))
	}
}

// writeProblem is the answer to a request of a program that failed.
func writeProblem(w http.ResponseWriter, f failure) error {
	body, err := encodeJSON(newProblem(f))
	if err != nil {
		return err
	}
	setRetry(w, f)
	return write(w, f.status, "application/problem+json", body)
}

// writeJSON is the answer to a request of a program.
func writeJSON(w http.ResponseWriter, body any) error {
	b, err := encodeJSON(body)
	if err != nil {
		return err
	}
	return write(w, http.StatusOK, "application/json", b)
}

// encodeJSON leaves <mark> readable: the answer is never taken for HTML.
func encodeJSON(v any) ([]byte, error) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return buf.Bytes(), err
}

// write sends a whole answer.
func write(w http.ResponseWriter, status int, contentType string, body []byte) error {
	h := w.Header()
	h.Set("Content-Type", contentType)
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	_, err := w.Write(body)
	return err
}
