package web

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"reflect"
	"strings"
	"testing"

	"github.com/gorilla/mux"

	"presseschau/search"
)

// again decodes the parameters of a link and normalises the request.
func again(t *testing.T, ps []param) asked {
	t.Helper()
	v, err := parseQueryString(encode(ps))
	if err != nil {
		t.Fatalf("%v: %v", ps, err)
	}
	a, err := decode(v)
	if err != nil {
		t.Fatalf("%v: %v", ps, err)
	}
	if a.Request, _, err = a.Normalize(); err != nil {
		t.Fatalf("%v: %v", ps, err)
	}
	return a
}

// TestCanonicalLinks gives addresses as they may come and as they are written.
func TestCanonicalLinks(t *testing.T) {
	for _, tt := range [][2]string{
		{"", ""},
		{"?", ""},
		{"?q=", ""},
		{"?q=Bahn&in=all&match=all&sort=relevance&page=1&size=20&from=&to=", "?q=Bahn"},
		{"?utm_source=x&facets=year", ""},
		{"?sort=newest", ""},
		{"?sort=oldest", "?sort=oldest"},
		{"?q=a+b&sort=newest", "?q=a+b&sort=newest"},
		{"?page=2&q=++Bahn+", "?q=Bahn&page=2"},
		{"?year=2017&year=2015&outlet=taz&year=2017", "?outlet=taz&year=2015&year=2017"},
		{"?-actor=org:x&actor=person:y&-year=none", "?-year=none&actor=person%3Ay&-actor=org%3Ax"},
		{"?from=20.9.2015&to=2016", "?from=2015-09-20&to=2016"},
		{"?agency=DPA", "?agency=dpa"},
		{"?lang=en&q=Bahn", "?q=Bahn&lang=en"},
		{"?q=caf%C3%A9%20%26%20%22Bar%22", `?q=caf%C3%A9+%26+%22Bar%22`},
		{"?facetSize=10&actorFind=+M%C3%BCller+", "?actorFind=M%C3%BCller"},
	} {
		w := get(newServer(t), "/"+tt[0])
		want := "/" + tt[1]
		switch got := w.Header().Get("Location"); {
		case w.Code == http.StatusOK && sameAddress(t, "/"+tt[0], want):
		case w.Code == http.StatusFound && got == want:
		default:
			t.Errorf("/%s: status %d to %s, want %s", tt[0], w.Code, got, want)
		}
	}
}

func sameAddress(t *testing.T, a, b string) bool {
	t.Helper()
	unescaped := func(s string) string {
		u, err := url.QueryUnescape(strings.TrimSuffix(s, "?"))
		if err != nil {
			t.Fatal(err)
		}
		return u
	}
	return unescaped(a) == unescaped(b)
}

// FuzzLinks: a link leads to the very request that it was made of.
func FuzzLinks(f *testing.F) {
	f.Add("Bahn ODER Zug", "all", "most", "oldest", "taz|none", "2015", "2017", "person:x|person:y", "dpa", "2015", "2016-02", "year", 3, 50, "", 20, "Mül", "en")
	f.Add("", "", "", "", "", "", "", "", "", "", "", "", 0, 0, "c&=#", 0, "", "")
	f.Add("a%b+c&d=e;f", "comments", "any", "newest", "a&b=c|%", "", "none", "", "|", "", "", "none", 1, 1, "", 1, "&", "de")
	f.Fuzz(func(t *testing.T, q, in, match, sort, outlets, years, noYears, actors, agencies, from, to, facets string,
		page, size int, cursor string, facetSize int, find, lang string) {
		a := asked{lang: lang, Request: search.Request{Query: q, Scope: search.Scope(in), Match: search.Match(match),
			Sort: search.Sort(sort), From: from, To: to, Page: page, Size: size, Cursor: cursor, FacetSize: facetSize, ActorFind: find,
			Filters: []search.Filter{
				{Facet: search.OutletFacet, Include: split(outlets)},
				{Facet: search.YearFacet, Include: split(years), Exclude: split(noYears)},
				{Facet: search.ActorFacet, Exclude: split(actors)},
				{Facet: search.AgencyFacet, Include: split(agencies)},
			}}}
		switch facets {
		case "":
		case "none":
			a.Facets = []search.Facet{}
		default:
			a.Facets = []search.Facet{search.Facet(facets)}
		}
		if lang != "" && lang != german && lang != english {
			t.Skip()
		}
		r, _, err := a.Normalize()
		if err != nil {
			t.Skip()
		}
		a.Request = r
		if back := again(t, params(a)); !reflect.DeepEqual(back, a) {
			t.Errorf("%+v\nbecame %+v\nby %s", a, back, encode(params(a)))
		}
		if raw := encode(params(a)); !sameParams(raw, params(a)) {
			t.Errorf("%s is not recognised as canonical", raw)
		}
	})
}

func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

// FuzzArticlePath: any id comes back from its path.
func FuzzArticlePath(f *testing.F) {
	for _, id := range []string{"a", "a/b", "https://x.example/a?b=c#d", "100 %", "ä\n", "a//b", "../x", "%2F", "a;b"} {
		f.Add(id)
	}
	f.Fuzz(func(t *testing.T, id string) {
		if id == "" || len(id) > maxIDLength || id == "." || id == ".." {
			t.Skip() // no article has such an id, and browsers resolve the dots
		}
		var got string
		m := mux.NewRouter().UseEncodedPath().SkipClean(true)
		m.HandleFunc(pathArticle+"{id:.+}", func(_ http.ResponseWriter, r *http.Request) {
			var err error
			if got, err = articleID(r); err != nil {
				t.Errorf("%q: %v", id, err)
			}
		})
		u, err := url.Parse("http://x.example" + articleAddress(id, "q", "", "hit-1"))
		if err != nil {
			t.Fatal(err)
		}
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.URL = u
		do(m, r)
		if got != id {
			t.Errorf("%q became %q by %s", id, got, u)
		}
	})
}

func TestLinksChangeOneThing(t *testing.T) {
	a := asked{Request: search.Request{Query: "Bahn", Page: 3, Filters: []search.Filter{
		{Facet: search.YearFacet, Include: []string{"2015", "2016"}, Exclude: []string{"2017"}}}}}
	l := linker{a}
	before := l.to(a)
	for _, tt := range [][2]string{
		{l.including(search.YearFacet, "2014"), "/?q=Bahn&year=2014&year=2015&year=2016&-year=2017"},
		{l.including(search.YearFacet, "2017"), "/?q=Bahn&year=2015&year=2016&year=2017"},
		{l.excluding(search.YearFacet, "2015"), "/?q=Bahn&year=2016&-year=2015&-year=2017"},
		{l.including(search.OutletFacet, "taz"), "/?q=Bahn&outlet=taz&year=2015&year=2016&-year=2017"},
		{l.without(search.YearFacet, "2017"), "/?q=Bahn&year=2015&year=2016"},
		{l.without(search.YearFacet, ""), "/?q=Bahn"},
		{l.without(search.ActorFacet, "x"), "/?q=Bahn&year=2015&year=2016&-year=2017"},
		{l.pageNumber(4), "/?q=Bahn&year=2015&year=2016&-year=2017&page=4"},
		{l.continued("c"), "/?q=Bahn&year=2015&year=2016&-year=2017&cursor=c"},
	} {
		if tt[0] != tt[1] {
			t.Errorf("got %s, want %s", tt[0], tt[1])
		}
	}
	if after := l.to(a); after != before {
		t.Errorf("the request changed from %s to %s", before, after)
	}
}
