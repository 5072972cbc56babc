package main

import (
	"fmt"
	"net/url"
	"strings"

	"presseschau/search"
)

// searchParams are the endpoint's parameters as options.
func searchParams() []string {
	return []string{
		"in", "match", "sort", "page", "size", "cursor", "from", "to", "facets",
		"outlet", "year", "actor", "agency", "language", "group",
		"not-outlet", "not-year", "not-actor", "not-agency", "not-language",
	}
}

// paramFlag is an option that is a parameter of the endpoint; it may be given
// several times.
type paramFlag struct {
	values url.Values
	name   string // of the parameter
}

func (p paramFlag) String() string { return "" }

func (p paramFlag) Set(s string) error {
	p.values.Add(p.name, s)
	return nil
}

// paramUsage says in a sentence what a parameter's option does and which
// values it takes.
func paramUsage(name string) string {
	if facet, ok := strings.CutPrefix(name, "not-"); ok {
		return fmt.Sprintf("no hits of this %s; `VALUE` as for --%s; may be given several times", facet, facet)
	}
	switch name {
	case "in":
		return "what is searched and what a hit is, `SCOPE`: all (articles whose text or any comment matches), articles (by their text alone) or comments; by default all"
	case "match":
		return "how many `WORDS` of the query must be there: all, most or any; by default all"
	case "sort":
		return "the `ORDER` of hits: relevance, newest or oldest; by default relevance, and newest without a query"
	case "page":
		return fmt.Sprintf("the `NUMBER` of the page of hits, from 1; page times size is at most %d", search.MaxWindow)
	case "size":
		return fmt.Sprintf("the `NUMBER` of hits on a page, from 1 to %d; by default %d", search.MaxSize, search.DefaultSize)
	case "cursor":
		return "goes on behind the last hit of an answer, whose nextCursor is the `VALUE`; instead of --page"
	case "from":
		return "the first `DATE` of hits: a year, month or day, such as 2015, 2015-09 or 2015-09-20"
	case "to":
		return "the last `DATE` of hits, included; forms as for --from"
	case "facets":
		return "the `FACETS` that --json counts, separated by commas: outlet, year, actor, agency and language; by default outlet,year,actor"
	case "outlet":
		return "only hits of this outlet, `NAME` in full, or none for those without one; may be given several times (or)"
	case "year":
		return "only hits of this `YEAR`, such as 2015, or none for those without a date; may be given several times (or)"
	case "actor":
		return "only hits that name this actor, an `ID` as the facet of --json gives it, or none; may be given several times (or)"
	case "language":
		return "only hits in this language, `CODE`: de, en, fr or other; may be given several times (or)"
	case "group":
		return "whether of the versions of an article only the best is a hit, `BOOL`: true or false, which is the default; totals and facets count articles all the same"
	case "agency":
		return "only hits of this news agency, `NAME` such as dpa or Reuters, or none for those without one; may be given several times (or)"
	}
	return "a `VALUE` of the endpoint's parameter"
}
