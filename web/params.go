package web

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"presseschau/search"
)

// The parameters of a search, in their canonical order in a link. Those of
// facets stand between sort and from: outlet, -outlet, year, -year, …
const (
	paramQuery     = "q"
	paramScope     = "in"
	paramMatch     = "match"
	paramSort      = "sort"
	paramFrom      = "from"
	paramTo        = "to"
	paramFacets    = "facets"
	paramFacetSize = "facetSize"
	paramActorFind = "actorFind"
	paramPage      = "page"
	paramSize      = "size"
	paramCursor    = "cursor"
	paramExplain   = "explain"
	paramGroup     = "group"
	paramLang      = "lang"
)

// excludes marks the parameter that excludes a facet's value.
const excludes = "-"

// maxQueryString is the length in bytes of a URL's query; the longest request
// that the limits of package search allow needs less, even when escaped.
const maxQueryString = 64 << 10

// filterFacets are the facets that hits can be filtered by, in canonical
// order.
func filterFacets() []search.Facet {
	return []search.Facet{search.OutletFacet, search.YearFacet, search.ActorFacet, search.AgencyFacet, search.LanguageFacet}
}

// defaultFacets are those counted when a request does not say which.
func defaultFacets() []search.Facet {
	return []search.Facet{search.OutletFacet, search.YearFacet, search.ActorFacet}
}

// asked is a request as it was asked, with the language of the interface if
// that was asked for too.
type asked struct {
	search.Request
	lang string // "de", "en" or ""
	// group says whether versions of an article are one hit: "true", "false" or
	// "", which means true on the page and false at the endpoint.
	group string
	page  bool // for the search page, which shows all facets
}

// parseQueryString splits a URL's query and refuses what the standard library
// would drop silently.
func parseQueryString(raw string) (url.Values, error) {
	if len(raw) > maxQueryString {
		return nil, &requestError{status: 414, kind: "uri-too-long",
			detail: "the query of the address is longer than " + strconv.Itoa(maxQueryString) + " bytes; use POST"}
	}
	v, err := url.ParseQuery(raw)
	if err != nil {
		return nil, &requestError{status: 400, kind: "malformed-url", detail: "the query of the address is malformed: " + err.Error()}
	}
	return v, nil
}

// decode reads a request from parameters. Every parameter must be known, and
// all but filters may be given once. What has no form of its own (a scope, a
// date) is checked by Request.Normalize.
func decode(v url.Values) (asked, error) {
	d := decoder{values: v, of: "a search"}
	a := asked{
		Request: search.Request{
			Query:     d.one(paramQuery),
			Scope:     search.Scope(d.one(paramScope)),
			Match:     search.Match(d.one(paramMatch)),
			Sort:      search.Sort(d.one(paramSort)),
			Filters:   d.filters(),
			From:      d.one(paramFrom),
			To:        d.one(paramTo),
			Page:      d.count(paramPage),
			Size:      d.count(paramSize),
			Cursor:    d.one(paramCursor),
			Facets:    d.facets(),
			FacetSize: d.count(paramFacetSize),
			ActorFind: d.one(paramActorFind),
			Explain:   d.flag(paramExplain),
		},
		lang:  d.lang(),
		group: d.group(),
	}
	if err := d.unknown(); err != nil {
		return asked{}, err
	}
	return a, d.err
}

// decoder takes parameters one by one and keeps the first mistake.
type decoder struct {
	values url.Values
	of     string // what the parameters are of
	known  []string
	err    error
}

func (d *decoder) fail(param, value, reason string) {
	if d.err == nil {
		d.err = &search.ParamError{Param: param, Value: value, Reason: reason}
	}
}

func (d *decoder) all(param string) []string {
	d.known = append(d.known, param)
	vals := d.values[param]
	for _, v := range vals {
		// A query that is no text is the parser's to refuse.
		if param != paramQuery && !utf8.ValidString(v) {
			d.fail(param, strings.ToValidUTF8(v, "\uFFFD"), "must be valid UTF-8")
		}
	}
	return vals
}

func (d *decoder) one(param string) string {
	vals := d.all(param)
	switch len(vals) {
	case 0:
		return ""
	case 1:
		return vals[0]
	}
	d.fail(param, vals[1], "must be given only once")
	return ""
}

func (d *decoder) count(param string) int {
	_, given := d.values[param]
	s := d.one(param)
	if !given || d.err != nil {
		return 0
	}
	n, err := strconv.Atoi(s)
	switch {
	case err != nil:
		d.fail(param, s, "must be a whole number")
	case n < 1:
		d.fail(param, s, "must be at least 1")
	}
	return n
}

func (d *decoder) flag(param string) bool {
	_, given := d.values[param]
	s := d.one(param)
	if given && s != "true" && s != "false" {
		d.fail(param, s, "must be true or false")
	}
	return s == "true"
}

func (d *decoder) group() string {
	value := d.one(paramGroup)
	if _, given := d.values[paramGroup]; given && value != "true" && value != "false" {
		d.fail(paramGroup, value, "must be true or false")
	}
	return value
}

func (d *decoder) filters() []search.Filter {
	var out []search.Filter
	for _, f := range filterFacets() {
		in, ex := d.filled(string(f)), d.filled(excludes+string(f))
		if len(in)+len(ex) > 0 {
			out = append(out, search.Filter{Facet: f, Include: in, Exclude: ex})
		}
	}
	return out
}

func (d *decoder) filled(param string) []string {
	vals := d.all(param)
	if slices.Contains(vals, "") {
		d.fail(param, "", "must not be empty")
	}
	return slices.Clone(vals)
}

// facets is nil if the parameter is left out, and empty but not nil if its
// value is empty.
func (d *decoder) facets() []search.Facet {
	_, given := d.values[paramFacets]
	s := d.one(paramFacets)
	if !given {
		return nil
	}
	out := []search.Facet{}
	if s == "" {
		return out
	}
	for name := range strings.SplitSeq(s, ",") {
		out = append(out, search.Facet(strings.TrimSpace(name)))
	}
	return out
}

func (d *decoder) lang() string {
	tag := d.one(paramLang)
	if tag != "" && tag != german && tag != english {
		d.fail(paramLang, tag, "must be de or en")
	}
	return tag
}

func (d *decoder) unknown() error {
	var names []string
	for name := range d.values {
		if !slices.Contains(d.known, name) {
			names = append(names, strings.ToValidUTF8(name, "\uFFFD"))
		}
	}
	if len(names) == 0 {
		return nil
	}
	slices.Sort(names)
	return &search.ParamError{Param: names[0], Value: d.values.Get(names[0]),
		Reason: "is not a parameter of " + d.of + "; there are " + strings.Join(d.known, ", ")}
}
