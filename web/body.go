package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
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

// bodyValues turns the members of an object into parameters. An object must
// not have a member twice, and nothing may follow it.
func bodyValues(body []byte) (url.Values, error) {
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
		if seen[name] {
			return nil, &search.ParamError{Param: name, Reason: "must be given only once"}
		}
		seen[name] = true
		var member any
		if err := dec.Decode(&member); err != nil {
			return nil, malformed("is not valid JSON: " + err.Error())
		}
		if err := addMember(v, name, member); err != nil {
			return nil, err
		}
	}
	if _, err := dec.Token(); err != nil {
		return nil, malformed("is not valid JSON: " + err.Error())
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return nil, malformed("must hold one JSON object and nothing behind it")
	}
	return v, nil
}

// addMember adds a member as the values of a parameter. A null is as good as
// no member.
func addMember(v url.Values, name string, member any) error {
	wrong := func(reason string) error {
		b, err := json.Marshal(member)
		if err != nil {
			return err
		}
		return &search.ParamError{Param: name, Value: string(b), Reason: reason}
	}
	list, isList := member.([]any)
	switch {
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

// takesList says whether a member may be an array. An unknown one may: that
// it is unknown is its first mistake.
func takesList(name string) bool {
	switch name {
	case paramQuery, paramScope, paramMatch, paramSort, paramFrom, paramTo, paramFacetSize, paramActorFind,
		paramPage, paramSize, paramCursor, paramLang:
		return false
	}
	return true
}

// scalar is the text of a string, or of a number where one is meant.
func scalar(name string, value any) (string, bool) {
	switch v := value.(type) {
	case string:
		switch name {
		case paramPage, paramSize, paramFacetSize:
			return "", false
		}
		return v, true
	case json.Number:
		switch name {
		case paramPage, paramSize, paramFacetSize, paramFrom, paramTo,
			string(search.YearFacet), excludes + string(search.YearFacet):
			return v.String(), true
		}
	}
	return "", false
}
