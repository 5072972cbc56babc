package web

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"presseschau/corpus"
	"presseschau/search"
)

// newServer serves the sample archive.
func newServer(t *testing.T, change ...func(*Options)) http.Handler {
	t.Helper()
	o := Options{Searcher: sampleArchive(), Version: "1.0"}
	for _, c := range change {
		c(&o)
	}
	h, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func get(h http.Handler, url string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, url, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	return do(h, r)
}

func do(h http.Handler, r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestPages(t *testing.T) {
	h := newServer(t)
	for _, tt := range []struct {
		url    string
		status int
		want   string // in the page
	}{
		{"/", 200, "<h1>Was stand in der Zeitung?</h1>"},
		{"/?q=Bahn", 200, `<h1>12 Artikel <span class="asked">für <q>Bahn</q></span></h1>`},
		{"/?q=Jalta&in=comments", 200, "<h1>1 Kommentar "},
		{"/?q=Tagungshaus&in=comments", 200, `<p class="comment-title">Zum <mark>Tagungshaus</mark></p>`},
		{"/?q=Bahn", 200, `<li class="hit" lang="de">`},
		{"/?q=Sonderzeichen", 200, `<li class="hit">`},
		{"/?q=Geheimdienste", 200, `<p class="comment-title">Schon wieder</p>`},
		{"/", 200, "<span>Version 1.0</span>"},
		{"/?q=xyzxyz", 200, "<h1>Keine Treffer"},
		{"/?q=xyzxyz&outlet=Hafenblatt", 200, "Ohne die Suchwörter: "},
		{"/?q=%22Bahn", 422, "Ein Anführungszeichen wird nicht geschlossen."},
		{"/?page=-1", 400, "Diese Adresse enthält einen ungültigen Wert"},
		{"/?size=1000000000", 400, "Der Parameter „size“"},
		{"/?q=Bahn&from=2020-13", 400, "„2020-13“ ist als Datum nicht zu lesen."},
		{"/?q=Bahn&from=2017&to=2015", 400, "Das Ende „2015“ liegt vor dem Anfang."},
		{"/?q=Bahn&year=15", 400, "„15“ ist kein Jahr."},
		{"/nirgendwo", 404, "Diese Seite gibt es nicht"},
		{"//anderswo.example/x?a=b", 404, `href="?a=b&amp;lang=en"`},
		{"/article/keiner", 404, "Diesen Artikel gibt es im Archiv nicht"},
		{"/article/ohne-alles", 200, "<h1>Ohne Titel</h1>"},
		{"/article/beispiel-03?q=Geheimdienst", 200, `<mark id="hit-1">Geheimdienst-Gespräche</mark>`},
		{"/article/beispiel-03?q=%22", 200, "Geheimdienst-Gespräche in Genf"},
	} {
		w := get(h, tt.url)
		if w.Code != tt.status || !strings.Contains(w.Body.String(), tt.want) {
			t.Errorf("GET %s: status %d, want %d with %q in\n%s", tt.url, w.Code, tt.status, tt.want, w.Body)
		}
	}
}

// newServerValue is a server for tests of its parts.
func newServerValue(t *testing.T) *server {
	t.Helper()
	s, err := assemble(Options{Searcher: sampleArchive()})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestUntrustedText serves an article that tries everything to break out of
// its place on a page.
func TestUntrustedText(t *testing.T) {
	h := newServer(t)
	const id = "böse/../id?x=1&y=%2F#<b>"
	for _, url := range []string{
		articleAddress(id, "Sonderzeichen", "", "") + "&mentions=1",
		"/?q=Sonderzeichen",
		"/?q=Sonderzeichen&in=comments",
		"/?q=%3Cscript%3Ealert(1)%3C/script%3E",
		"/?q=%22%3Cscript%3E",
		"/?outlet=%3Cscript%3E&-actor=%22%3E%3Cscript%3E",
		"/?actorFind=%22%3E%3Cscript%3E",
		"/?from=%3Cscript%3E",
		"/%3Cscript%3E",
	} {
		page := get(h, url).Body.String()
		page = strings.ReplaceAll(page, `<script src="/assets/`, "")
		for _, bad := range []string{"<script", "<img", "<i>dpa", "<b>fett", "javascript:", "onerror=alert(2)>"} {
			if strings.Contains(page, bad) {
				t.Errorf("%s lets %s through:\n%s", url, bad, page)
			}
		}
	}
	page := get(h, articleAddress(id, "Sonderzeichen", "", "")).Body.String()
	for _, want := range []string{"&lt;script&gt;alert", `<mark id="hit-1">Sonderzeichen</mark>`, "2012", "Jahr aus dem Copyright-Vermerk"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s in\n%s", want, page)
		}
	}
}

func TestHeaders(t *testing.T) {
	h := newServer(t)
	style := newServerValue(t).assets.urls["style.css"]
	for _, tt := range []struct{ url, header, want string }{
		{"/", "Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
		{"/", "X-Content-Type-Options", "nosniff"},
		{"/", "Referrer-Policy", "same-origin"},
		{"/", "Content-Type", "text/html; charset=utf-8"},
		{"/", "Content-Language", "de"},
		{"/?lang=en", "Content-Language", "en"},
		{"/", "Vary", "Accept-Language"},
		{"/api/search", "Content-Type", "application/json"},
		{"/api/search", "X-Content-Type-Options", "nosniff"},
		{"/api/search?page=0", "Content-Type", "application/problem+json"},
		{"/api/search?page=0", "Cache-Control", "no-store"},
		{"/api/nothing", "Content-Type", "application/problem+json"},
		{"/nothing", "Content-Type", "text/html; charset=utf-8"},
		{style, "Cache-Control", "public, max-age=31536000, immutable"},
		{style, "Content-Type", "text/css; charset=utf-8"},
		{"/assets/style.css", "Content-Type", "application/problem+json"},
		{"/favicon.ico", "Location", newServerValue(t).assets.urls["icon.svg"]},
	} {
		if got := get(h, tt.url).Header().Get(tt.header); got != tt.want {
			t.Errorf("%s: %s is %q, want %q", tt.url, tt.header, got, tt.want)
		}
	}
}

func TestMethods(t *testing.T) {
	h := newServer(t)
	for _, tt := range []struct {
		method, url string
		status      int
		allow       string
	}{
		{http.MethodHead, "/", 200, ""},
		{http.MethodHead, "/api/search?q=Bahn", 200, ""},
		{http.MethodHead, "/article/beispiel-01", 200, ""},
		{http.MethodPost, "/", 405, "GET, HEAD"},
		{http.MethodPut, "/api/search", 405, "GET, HEAD, POST"},
		{http.MethodOptions, "/api/articles/x", 405, "GET, HEAD"},
		{http.MethodDelete, "/metrics", 405, "GET, HEAD"},
	} {
		w := do(h, httptest.NewRequest(tt.method, tt.url, nil))
		if w.Code != tt.status || w.Header().Get("Allow") != tt.allow {
			t.Errorf("%s %s: status %d, Allow %q", tt.method, tt.url, w.Code, w.Header().Get("Allow"))
		}
	}
}

func TestMetrics(t *testing.T) {
	h := newServer(t, func(o *Options) {
		o.Progress = func() Progress { return Progress{Ready: true, Articles: 7} }
	})
	for _, url := range []string{"/?q=Bahn", "/?q=xyzxyz", "/?q=%22", "/?page=0", "/nothing", "/article/x"} {
		get(h, url)
	}
	do(h, httptest.NewRequest("INVENTED", "/", nil))
	text := get(h, "/metrics").Body.String()
	for _, want := range []string{
		`presseschau_http_requests_total{method="GET",route="search",status="200"} 2`,
		`presseschau_http_requests_total{method="GET",route="search",status="422"} 1`,
		`presseschau_http_requests_total{method="GET",route="search",status="400"} 1`,
		`presseschau_http_requests_total{method="GET",route="unknown",status="404"} 1`,
		`presseschau_http_requests_total{method="GET",route="article",status="404"} 1`,
		`presseschau_http_requests_total{method="other",route="search",status="405"} 1`,
		`presseschau_http_requests_in_flight 1`,
		`presseschau_http_request_seconds_count{route="search"} 5`,
		`presseschau_searches_total{outcome="hits"} 1`,
		`presseschau_searches_total{outcome="none"} 1`,
		`presseschau_searches_total{outcome="query-syntax"} 1`,
		`presseschau_index_articles 63`,
		`presseschau_index_comments 5`,
		`presseschau_index_ready 1`,
	} {
		if !strings.Contains(text, want+"\n") {
			t.Errorf("no %s in\n%s", want, text)
		}
	}
}

// TestLog keeps what people search for out of the log.
func TestLog(t *testing.T) {
	var log strings.Builder
	h := newServer(t, func(o *Options) { o.Log = slog.New(slog.NewTextHandler(&log, nil)) })
	get(h, "/?q=Geheimdienst")
	if got := log.String(); !strings.Contains(got, "route=search status=200") || strings.Contains(got, "Geheimdienst") {
		t.Errorf("log: %s", got)
	}
}

// TestSearchPage looks at single parts of the page.
func TestSearchPage(t *testing.T) {
	h := newServer(t)
	for _, tt := range []struct{ url, want string }{
		{"/?q=Bahn&size=5", `<p class="subheading">Seite 1 von 3</p>`},
		{"/?q=Bahn&size=5", `rel="next" href="/?q=Bahn&amp;page=2&amp;size=5"`},
		{"/?q=Bahn&page=2&size=5", `rel="prev" href="/?q=Bahn&amp;size=5"`},
		{"/?q=Bahn&page=9&size=5", "So viele Seiten hat diese Suche nicht."},
		{"/?q=Bahn&cursor=g1-5", "Zur ersten Seite"},
		{"/?q=Bahn&outlet=taz", `<input type="hidden" name="outlet" value="taz">`},
		{"/?q=Bahn&-outlet=Deutsche+Welle", "Filter aufheben: nicht Medium: Deutsche Welle"},
		{"/?actor=person%3Aannika-vollmer", "Akteur: Annika Vollmer"},
		{"/?actor=person%3Aganz-unbekannt", "Akteur: person:ganz-unbekannt"},
		{"/?outlet=none", "Medium: unbekannt"},
		{"/?year=none", "Jahr: ohne Datum"},
		{"/?from=2015-02&to=2016", "Februar 2015 bis 2016"},
		{"/?to=2016-02-29", "bis 29. Februar 2016"},
		{"/?q=Bahn+Fahrplan+xyzxyz", "Kein Text enthält alle Ihre Wörter."},
		{"/?q=Bahn+Fahrplan", "eines davon"},
		{"/?q=Geheimdienste", "1 von 4 Kommentaren passt"},
		{"/?q=Jalta", `href="/article/https:%2F%2Fhafenblatt.example%2Fpolitik%2Fa-17%3Fteil=1?q=Jalta#comment-4"`},
		{"/?q=Gas&actorFind=Soeren", "Kein Akteur mit diesem Namen"},
		{"/?q=Bahn&cursor=g0-5", `<a href="/?q=Bahn">Noch einmal suchen</a>`},
		{"/?q=Bahn&lang=en", "12 articles"},
		{"/?q=Bahn&lang=en", `<h3><a href="/article/beispiel-01?q=Bahn&amp;lang=en">`},
		{"/?year=2017", ", ausgewählt – Filter aufheben"},
		{"/", `Weitere anzeigen`},
	} {
		if page := get(h, tt.url).Body.String(); !strings.Contains(page, tt.want) {
			t.Errorf("%s: no %q in\n%s", tt.url, tt.want, page)
		}
	}
}

// TestCountsKeepTheirWord: a facet's count is the total after choosing it.
func TestCountsKeepTheirWord(t *testing.T) {
	h := newServer(t)
	var first, after answer
	decodeJSON(t, get(h, "/api/search?q=Gas&facetSize=1000"), &first)
	for name, f := range first.Facets {
		for _, v := range f.Values {
			decodeJSON(t, get(h, "/api/search?q=Gas&"+name+"="+url.QueryEscape(v.Value)), &after)
			if after.Total != v.Count {
				t.Errorf("%s %s: count %d, total %d", name, v.Value, v.Count, after.Total)
			}
		}
	}
}

func decodeJSON(t *testing.T, w *httptest.ResponseRecorder, v any) {
	t.Helper()
	if err := json.Unmarshal(w.Body.Bytes(), v); err != nil {
		t.Fatalf("%v in %s", err, w.Body)
	}
}

// TestMoreValues: there is more to show only if the list was cut.
func TestMoreValues(t *testing.T) {
	values := func(n int, more ...string) []search.FacetValue {
		var out []search.FacetValue
		for i := range n {
			out = append(out, search.FacetValue{Value: strconv.Itoa(i), Count: 1})
		}
		for _, v := range more {
			out = append(out, search.FacetValue{Value: v, Count: 1})
		}
		return out
	}
	actors := func(kind corpus.ActorType, n int) []search.FacetValue {
		out := values(n)
		for i := range out {
			out[i].Type = kind
		}
		return out
	}
	for _, tt := range []struct {
		name       string
		values     []search.FacetValue
		distinct   int
		size       int
		more, less string
	}{
		{"whole", values(3), 3, 0, "", ""},
		{"just whole", values(10), 10, 10, "", ""},
		{"cut", values(10), 11, 10, "/?facetSize=50", ""},
		{"cut, unknown among them", values(10, search.None), 11, 10, "/?facetSize=50", ""},
		{"few by name", values(2), 400, 10, "", ""},
		{"few of one type, all of another", slices.Concat(actors(corpus.Person, 5), actors(corpus.State, 1)), 9, 10, "/?facetSize=50", ""},
		{"few of each type", slices.Concat(actors(corpus.Person, 4), actors(corpus.State, 1)), 400, 10, "", ""},
		{"longer", values(50), 60, 50, "/?facetSize=200", "/"},
		{"longer and whole", values(30), 30, 50, "", "/"},
		{"longest", values(1000), 2000, 1000, "", "/"},
	} {
		a := asked{Request: search.Request{FacetSize: tt.size}}
		b := builder{asked: a, link: linker{a}}
		more, less := b.moreValues(search.FacetResult{Facet: search.ActorFacet, Values: tt.values, Distinct: tt.distinct})
		if more != tt.more || less != tt.less {
			t.Errorf("%s: more %q, less %q, want %q and %q", tt.name, more, less, tt.more, tt.less)
		}
	}
}
