package web

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"presseschau/search"
)

// Paths of the routes that links lead to.
const (
	pathSearch     = "/"
	pathArticle    = "/article/"
	pathActor      = "/actor/"
	pathOriginal   = "/source/"
	pathAbout      = "/about"
	pathAPISearch  = "/api/search"
	pathAPIActor   = "/api/actors/"
	pathAPIArticle = "/api/articles/"
	pathAssets     = "/assets/"
)

// param is one parameter of a link.
type param struct{ Name, Value string }

// params lists a request's parameters in canonical order without those that
// have their default. Decoding them and normalising gives the request back.
func params(a asked) []param {
	var out []param
	add := func(name, value, standard string) {
		if value != standard {
			out = append(out, param{name, value})
		}
	}
	add(paramQuery, a.Query, "")
	add(paramScope, orDefault(string(a.Scope), string(search.InAll)), string(search.InAll))
	add(paramMatch, orDefault(string(a.Match), string(search.MatchAll)), string(search.MatchAll))
	sort := string(defaultSort(a.Query))
	add(paramSort, orDefault(string(a.Sort), sort), sort)
	out = append(out, filterParams(a.Filters)...)
	add(paramFrom, a.From, "")
	add(paramTo, a.To, "")
	if a.Facets != nil && !slices.Equal(a.Facets, defaultFacets()) {
		out = append(out, param{paramFacets, joinFacets(a.Facets)})
	}
	add(paramFacetSize, number(a.FacetSize, search.DefaultFacet), "")
	add(paramActorFind, a.ActorFind, "")
	add(paramPage, number(a.Page, 1), "")
	add(paramSize, number(a.Size, search.DefaultSize), "")
	add(paramCursor, a.Cursor, "")
	add(paramGroup, a.group, "")
	add(paramExplain, strconv.FormatBool(a.Explain), "false")
	add(paramLang, a.lang, "")
	return out
}

func orDefault(s, standard string) string {
	if s == "" {
		return standard
	}
	return s
}

// number prints n, or nothing if it is the default or not given.
func number(n, standard int) string {
	if n == 0 || n == standard {
		return ""
	}
	return strconv.Itoa(n)
}

// defaultSort is the order of a request that names none.
func defaultSort(query string) search.Sort {
	if strings.TrimSpace(query) == "" {
		return search.ByNewest
	}
	return search.ByRelevance
}

func filterParams(filters []search.Filter) []param {
	var out []param
	for _, facet := range filterFacets() {
		for _, f := range filters {
			if f.Facet != facet {
				continue
			}
			for _, v := range f.Include {
				out = append(out, param{string(facet), v})
			}
			for _, v := range f.Exclude {
				out = append(out, param{excludes + string(facet), v})
			}
		}
	}
	return out
}

func joinFacets(facets []search.Facet) string {
	names := make([]string, len(facets))
	for i, f := range facets {
		names[i] = string(f)
	}
	return strings.Join(names, ",")
}

// encode prints parameters as the query of a URL, in their order.
func encode(ps []param) string {
	var sb strings.Builder
	for i, p := range ps {
		if i > 0 {
			sb.WriteByte('&')
		}
		sb.WriteString(url.QueryEscape(p.Name))
		sb.WriteByte('=')
		sb.WriteString(url.QueryEscape(p.Value))
	}
	return sb.String()
}

// address joins a path, parameters and the fragment of a place on the page.
func address(path string, ps []param, fragment string) string {
	if q := encode(ps); q != "" {
		path += "?" + q
	}
	if fragment != "" {
		path += "#" + fragment
	}
	return path
}

// articleAddress is the address of an article's page with the hits of a query
// marked.
func articleAddress(id, query, lang, fragment string) string {
	var ps []param
	if query != "" {
		ps = append(ps, param{paramQuery, query})
	}
	if lang != "" {
		ps = append(ps, param{paramLang, lang})
	}
	return address(articlePath(id), ps, fragment)
}

// articlePath is the path of an article's page. Its id may hold any character.
func articlePath(id string) string { return pathArticle + url.PathEscape(id) }

// actorAddress is the address of an actor's page.
func actorAddress(id, lang string) string {
	var ps []param
	if lang != "" {
		ps = append(ps, param{paramLang, lang})
	}
	return address(pathActor+url.PathEscape(id), ps, "")
}

// commentAnchor is the place of a comment on its article's page.
func commentAnchor(n int) string { return "comment-" + strconv.Itoa(n) }

// linker makes links that change one thing of a request and keep the rest.
type linker struct{ asked }

// to is the search page of a request.
func (l linker) to(a asked) string { return address(pathSearch, params(a), "") }

// with changes a copy of the request, from its first page.
func (l linker) with(change func(*asked)) string { return l.to(l.changed(change)) }

func (l linker) changed(change func(*asked)) asked {
	a := l.asked
	a.Filters = cloneFilters(a.Filters)
	a.Page, a.Cursor = 1, ""
	change(&a)
	return a
}

func cloneFilters(filters []search.Filter) []search.Filter {
	out := slices.Clone(filters)
	for i := range out {
		out[i].Include = slices.Clone(out[i].Include)
		out[i].Exclude = slices.Clone(out[i].Exclude)
	}
	return out
}

// pageNumber is another page of the same hits.
func (l linker) pageNumber(n int) string {
	return l.with(func(a *asked) { a.Page = n })
}

// continued is what follows the last hit shown.
func (l linker) continued(cursor string) string {
	return l.with(func(a *asked) { a.Cursor = cursor })
}

// including adds the value to those that hits must have one of.
func (l linker) including(facet search.Facet, value string) string {
	return l.with(func(a *asked) {
		a.drop(facet, value)
		f := a.filter(facet)
		f.Include = sorted(append(f.Include, value))
	})
}

// excluding adds the value to those that hits must not have.
func (l linker) excluding(facet search.Facet, value string) string {
	return l.with(func(a *asked) {
		a.drop(facet, value)
		f := a.filter(facet)
		f.Exclude = sorted(append(f.Exclude, value))
	})
}

// without drops the value from the facet's filter, included or excluded; the
// empty value drops the whole filter.
func (l linker) without(facet search.Facet, value string) string {
	return l.with(func(a *asked) { a.drop(facet, value) })
}

func sorted(values []string) []string {
	slices.Sort(values)
	return slices.Compact(values)
}

// filter is the facet's filter, added if there was none.
func (a *asked) filter(facet search.Facet) *search.Filter {
	for i := range a.Filters {
		if a.Filters[i].Facet == facet {
			return &a.Filters[i]
		}
	}
	a.Filters = append(a.Filters, search.Filter{Facet: facet})
	return &a.Filters[len(a.Filters)-1]
}

func (a *asked) drop(facet search.Facet, value string) {
	is := func(v string) bool { return value == "" || v == value }
	f := a.filter(facet)
	f.Include = slices.DeleteFunc(f.Include, is)
	f.Exclude = slices.DeleteFunc(f.Exclude, is)
	a.Filters = slices.DeleteFunc(a.Filters, func(f search.Filter) bool {
		return len(f.Include)+len(f.Exclude) == 0
	})
}
