package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"presseschau/search"
)

// maxBody is the size in bytes of a request's body.
const maxBody = 64 << 10

// readBody reads a JSON object whose members are the parameters of a search.
func readBody(w http.ResponseWriter, r *http.Request) (url.Values, error) {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || kind != "application/json" {
		w.Header().Set("Accept-Post", "application/json")
		return nil, &requestError{status: http.StatusUnsupportedMediaType, kind: "unsupported-media-type",
			detail: "the body must be application/json"}
	}
	if enc := r.Header.Get("Content-Encoding"); enc != "" && enc != "identity" {
		return nil, &requestError{status: http.StatusUnsupportedMediaType, kind: "unsupported-media-type",
			detail: "the body must not be compressed"}
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return nil, &requestError{status: http.StatusRequestEntityTooLarge, kind: "content-too-large",
			detail: "the body is larger than " + strconv.Itoa(maxBody) + " bytes"}
	case err != nil:
		return nil, malformed("cannot be read: " + err.Error())
	}
	return bodyValues(body)
}

func malformed(reason string) error {
	return &requestError{status: http.StatusBadRequest, kind: "malformed-body", detail: "the body " + reason}
}

// checkJSON says where a text that is not one JSON value goes wrong.
func checkJSON(body []byte) error {
	var whole json.RawMessage
	err := json.Unmarshal(body, &whole)
	var syntax *json.SyntaxError
	switch {
	case len(bytes.TrimSpace(body)) == 0:
		return malformed("is empty; it must be a JSON object, {} for a search without conditions")
	case endsEarly(body):
		return malformed("is not valid JSON: it ends after " + strconv.Itoa(len(body)) + " bytes, before its object is closed")
	case errors.As(err, &syntax):
		return malformed("is not valid JSON at byte " + strconv.FormatInt(syntax.Offset, 10) + ": " + syntax.Error())
	case err != nil:
		return malformed("is not valid JSON: " + err.Error())
	}
	return nil
}

// endsEarly says whether a text is the beginning of JSON and nothing else.
func endsEarly(body []byte) bool {
	err := json.NewDecoder(bytes.NewReader(body)).Decode(new(json.RawMessage))
	return errors.Is(err, io.ErrUnexpectedEOF)
}

// bodyValues turns the members of an object into parameters. An object must
// not have a member twice, and nothing may follow it.
func bodyValues(body []byte) (url.Values, error) {
	if err := checkJSON(body); err != nil {
		return nil, err
	}
	dec := json.NewDecoder(bytes.NewReader(body))
	dec.UseNumber()
	if t, err := dec.Token(); err != nil || t != json.Delim('{') {
		return nil, malformed("must be a JSON object")
	}
	v := url.Values{}
	seen := map[string]bool{}
	for dec.More() {
		t, err := dec.Token()
		if err != nil {
			return nil, malformed("is not valid JSON: " + err.Error())
		}
		name, _ := t.(string)
		var member any
		if err := dec.Decode(&member); err != nil {
			return nil, malformed("is not valid JSON: " + err.Error())
		}
		if seen[name] {
			return nil, &search.ParamError{Param: name, Value: memberText(member), Reason: "must be given only once"}
		}
		seen[name] = true
		if err := addMember(v, name, member); err != nil {
			return nil, err
		}
	}
	return v, nil
}

// memberText is a member as a message shows it: a string as it is, all else as
// JSON.
func memberText(member any) string {
	if s, ok := member.(string); ok {
		return s
	}
	b, err := json.Marshal(member)
	if err != nil {
		return ""
	}
	return string(b)
}

// addMember adds a member as the values of a parameter. A null is as good as
// no member. An unknown member is kept whatever its type: that it is unknown
// is its first mistake, which decode reports.
func addMember(v url.Values, name string, member any) error {
	wrong := func(reason string) error {
		return &search.ParamError{Param: name, Value: memberText(member), Reason: reason}
	}
	list, isList := member.([]any)
	switch {
	case name != paramFacets && name != paramExplain && !slices.Contains(parameterNames(), name):
		v[name] = []string{memberText(member)}
		return nil
	case member == nil:
		return nil
	case isList && !takesList(name):
		return wrong("must not be an array")
	case !isList:
		list = []any{member}
	}
	var vals []string
	for _, e := range list {
		s, ok := scalar(name, e)
		if !ok {
			return wrong("has the wrong type")
		}
		vals = append(vals, s)
	}
	if name == paramFacets {
		vals = []string{strings.Join(vals, ",")}
	}
	if len(vals) > 0 {
		v[name] = vals
	}
	return nil
}

// takesList says whether a member may be an array.
func takesList(name string) bool {
	switch name {
	case paramQuery, paramScope, paramMatch, paramSort, paramFrom, paramTo, paramFacetSize, paramActorFind,
		paramPage, paramSize, paramCursor, paramExplain, paramLang:
		return false
	}
	return true
}

// scalar is the text of a string, or of a number or a truth value where one is
// meant.
func scalar(name string, value any) (string, bool) {
	switch v := value.(type) {
	case string:
		switch name {
		case paramPage, paramSize, paramFacetSize, paramExplain:
			return "", false
		}
		return v, true
	case bool:
		return strconv.FormatBool(v), name == paramExplain
	case json.Number:
		switch name {
		case paramPage, paramSize, paramFacetSize, paramFrom, paramTo,
			string(search.YearFacet), excludes + string(search.YearFacet):
			return v.String(), true
		}
	}
	return "", false
}
