package search

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"presseschau/corpus"
)

// Normalize fills in the defaults, checks every member and parses the query.
// Values of filters come back trimmed, without repetition and sorted, dates in
// ISO 8601. Errors are a *ParamError, named as the endpoint names the
// parameter, or a *SyntaxError.
func (r Request) Normalize() (Request, Node, error) {
	node, err := Parse(r.Query)
	if err != nil {
		return r, nil, err
	}
	_, everything := node.(All)
	if everything && strings.TrimSpace(r.Query) != "" {
		return r, nil, &SyntaxError{Code: NoWord, Len: len(r.Query), Expected: "a word"}
	}
	for _, check := range []func() error{
		func() error { return r.normalizeModes(everything) },
		r.normalizePage,
		r.normalizeFilters,
		r.normalizeDates,
		r.normalizeFacets,
	} {
		if err := check(); err != nil {
			return r, nil, err
		}
	}
	return r, node, nil
}

func (r *Request) normalizeModes(everything bool) error {
	sort := ByRelevance
	if everything {
		sort = ByNewest
	}
	if err := oneOf("in", &r.Scope, InAll, InArticles, InComments); err != nil {
		return err
	}
	if err := oneOf("match", &r.Match, MatchAll, MatchMost, MatchAny); err != nil {
		return err
	}
	// The default comes first.
	orders := []Sort{sort}
	for _, s := range []Sort{ByRelevance, ByNewest, ByOldest} {
		if s != sort {
			orders = append(orders, s)
		}
	}
	return oneOf("sort", &r.Sort, orders...)
}

// oneOf checks a value, and sets it to the first choice if it is empty.
func oneOf[T ~string](param string, value *T, choices ...T) error {
	if *value == "" {
		*value = choices[0]
	}
	if slices.Contains(choices, *value) {
		return nil
	}
	names := make([]string, len(choices))
	for i, c := range choices {
		names[i] = string(c)
	}
	slices.Sort(names)
	return &ParamError{Param: param, Value: shortened(string(*value)), Reason: "must be one of " + strings.Join(names, ", ")}
}

func (r *Request) normalizePage() error {
	if r.Page == 0 {
		r.Page = 1
	}
	if r.Size == 0 {
		r.Size = DefaultSize
	}
	switch {
	case r.Size < 1 || r.Size > MaxSize:
		return outside("size", r.Size, 1, MaxSize)
	case r.Page < 1:
		return &ParamError{Param: "page", Value: strconv.Itoa(r.Page), Reason: "must be at least 1"}
	case r.Page > MaxWindow/r.Size:
		return &ParamError{Param: "page", Value: strconv.Itoa(r.Page), Reason: fmt.Sprintf("must not lead beyond hit %d; continue with the cursor", MaxWindow)}
	case r.Cursor != "" && r.Page > 1:
		return &ParamError{Param: "cursor", Value: r.Cursor, Reason: "cannot be combined with page"}
	case len(r.Cursor) > MaxCursorLen || !isLine(r.Cursor):
		return &ParamError{Param: "cursor", Value: shortened(r.Cursor), Reason: "is not a cursor that an answer gave"}
	}
	return nil
}

func outside(param string, value, from, to int) error {
	return &ParamError{Param: param, Value: strconv.Itoa(value), Reason: fmt.Sprintf("must be between %d and %d", from, to)}
}

// normalizeFilters checks the filters and merges those of one facet. They come
// back ordered by facet; those without a value are dropped.
func (r *Request) normalizeFilters() error {
	values := 0
	merged := map[Facet]*Filter{}
	for _, f := range r.Filters {
		if !isFacet(f.Facet) {
			return &ParamError{Param: "filter", Value: shortened(string(f.Facet)), Reason: "is no facet that can be filtered by"}
		}
		include, err := filterValues(f.Facet, string(f.Facet), f.Include)
		if err != nil {
			return err
		}
		exclude, err := filterValues(f.Facet, "-"+string(f.Facet), f.Exclude)
		if err != nil {
			return err
		}
		if values += len(include) + len(exclude); values > MaxValues {
			return &ParamError{Param: string(f.Facet), Value: strconv.Itoa(values), Reason: fmt.Sprintf("filters have at most %d values in all", MaxValues)}
		}
		if merged[f.Facet] == nil {
			merged[f.Facet] = &Filter{Facet: f.Facet}
		}
		m := merged[f.Facet]
		m.Include = append(m.Include, include...)
		m.Exclude = append(m.Exclude, exclude...)
	}
	r.Filters = nil
	for _, facet := range allFacets() {
		if m := merged[facet]; m != nil && len(m.Include)+len(m.Exclude) > 0 {
			r.Filters = append(r.Filters, Filter{facet, sortedSet(m.Include), sortedSet(m.Exclude)})
		}
	}
	return nil
}

func filterValues(facet Facet, param string, values []string) ([]string, error) {
	var out []string
	if len(values) > MaxValues {
		return nil, &ParamError{Param: param, Value: strconv.Itoa(len(values)), Reason: fmt.Sprintf("has at most %d values", MaxValues)}
	}
	for _, v := range values {
		trimmed := strings.TrimSpace(v)
		switch {
		case facet == AgencyFacet && trimmed != None:
			trimmed = corpus.AgencyName(trimmed)
		case facet == LanguageFacet:
			trimmed = LanguageValue(trimmed)
		}
		switch {
		case trimmed == "":
			return nil, &ParamError{Param: param, Value: shortened(v), Reason: "must not be empty; unknown is \"" + None + "\""}
		case utf8.RuneCountInString(trimmed) > MaxValueRunes:
			return nil, &ParamError{Param: param, Value: shortened(trimmed), Reason: fmt.Sprintf("must have at most %d characters", MaxValueRunes)}
		case !isLine(trimmed):
			return nil, &ParamError{Param: param, Value: shortened(trimmed), Reason: "must be UTF-8 without control characters"}
		case facet == YearFacet && trimmed != None && !isDigits(trimmed, yearLen):
			return nil, &ParamError{Param: param, Value: trimmed, Reason: "must be a year of four digits or \"" + None + "\"", Fault: NoYear}
		}
		out = append(out, trimmed)
	}
	return out, nil
}

func sortedSet(values []string) []string {
	slices.Sort(values)
	return slices.Compact(values)
}

func (r *Request) normalizeDates() error {
	for _, d := range []struct {
		param string
		value *string
	}{{"from", &r.From}, {"to", &r.To}} {
		if *d.value == "" {
			continue
		}
		iso, ok := isoDate(strings.TrimSpace(*d.value))
		if !ok {
			return &ParamError{Param: d.param, Value: shortened(*d.value), Reason: "must be a day, month or year such as 2015-09-20, 2015-09 or 2015", Fault: NoDate}
		}
		*d.value = iso
	}
	if r.From != "" && r.To != "" && !inOrder(r.From, r.To) {
		return &ParamError{Param: "to", Value: r.To, Reason: "must not be before from, which is " + r.From, Fault: Backwards}
	}
	return nil
}

func (r *Request) normalizeFacets() error {
	if r.Facets == nil {
		r.Facets = []Facet{OutletFacet, YearFacet, ActorFacet}
	}
	facets := make([]Facet, 0, len(r.Facets))
	for _, f := range r.Facets {
		if !isFacet(f) && f != MonthFacet && f != DayFacet {
			return &ParamError{Param: "facets", Value: shortened(string(f)), Reason: "must be of outlet, year, actor, agency, language, month and day"}
		}
		if !slices.Contains(facets, f) {
			facets = append(facets, f)
		}
	}
	r.Facets = facets
	if r.FacetSize == 0 {
		r.FacetSize = DefaultFacet
	}
	if r.FacetSize < 1 || r.FacetSize > MaxFacetValues {
		return outside("facetSize", r.FacetSize, 1, MaxFacetValues)
	}
	r.ActorFind = strings.TrimSpace(r.ActorFind)
	if utf8.RuneCountInString(r.ActorFind) > MaxValueRunes || !isLine(r.ActorFind) {
		return &ParamError{Param: "actorFind", Value: shortened(r.ActorFind), Reason: fmt.Sprintf("must be text of at most %d characters", MaxValueRunes)}
	}
	return nil
}

func allFacets() []Facet {
	return []Facet{OutletFacet, YearFacet, ActorFacet, AgencyFacet, LanguageFacet}
}

func isFacet(f Facet) bool { return slices.Contains(allFacets(), f) }

// isLine tells whether s is UTF-8 without control characters.
func isLine(s string) bool {
	return utf8.ValidString(s) && strings.IndexFunc(s, unicode.IsControl) < 0
}

// shortened is what an error repeats of a value: valid text, never a megabyte.
func shortened(s string) string {
	const most = 60
	s = strings.ToValidUTF8(s[:min(len(s), most*utf8.UTFMax)], "\uFFFD")
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return s
}
