package web

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"

	"presseschau/search"
)

// description is the server's own openapi.json, checked.
func description(t *testing.T) (*openapi3.T, routers.Router) {
	t.Helper()
	doc, err := openapi3.NewLoader().LoadFromData(get(newServer(t), "/openapi.json").Body.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(t.Context()); err != nil {
		t.Fatal(err)
	}
	router, err := gorillamux.NewRouter(doc)
	if err != nil {
		t.Fatal(err)
	}
	return doc, router
}

// conforms checks an answer against the description, and the request too if
// the answer is a success.
func conforms(t *testing.T, router routers.Router, r *http.Request, w *httptest.ResponseRecorder) {
	t.Helper()
	method := r.Method
	if w.Code == http.StatusMethodNotAllowed {
		r.Method = http.MethodGet // what the method should have been
	}
	route, path, err := router.FindRoute(r)
	if err != nil {
		t.Fatalf("%s %s: %v", method, r.URL, err)
	}
	in := &openapi3filter.RequestValidationInput{Request: r, PathParams: path, Route: route}
	if w.Code == http.StatusOK && method == http.MethodGet {
		if err := openapi3filter.ValidateRequest(t.Context(), in); err != nil {
			t.Errorf("%s %s: the request is not as described: %v", method, r.URL, err)
		}
	}
	out := &openapi3filter.ResponseValidationInput{RequestValidationInput: in, Status: w.Code, Header: w.Header(),
		Options: &openapi3filter.Options{IncludeResponseStatus: true}}
	out.SetBodyBytes(w.Body.Bytes())
	if err := openapi3filter.ValidateResponse(t.Context(), out); err != nil {
		t.Errorf("%s %s: the answer is not as described: %v\n%s", method, r.URL, err, w.Body)
	}
}

func TestAnswersAsDescribed(t *testing.T) {
	_, router := description(t)
	h := newServer(t)
	long := strings.Repeat("Wort ", 10_000)
	for _, tt := range []struct {
		method, url, body string
		status            int
		want              string // in the answer
	}{
		{"GET", "/api/search", "", 200, `"total":63,`},
		{"GET", "/api/search?q=Geheimdienste", "", 200, `"matching":1,`},
		{"GET", "/api/search?q=Jalta&in=comments", "", 200, `"highlight":"Das ist seit <mark>Jalta</mark>`},
		{"GET", "/api/search?q=Tagungshaus&in=comments", "", 200, `"title":"Zum Tagungshaus","titleHighlight":"Zum <mark>Tagungshaus</mark>"`},
		{"GET", "/api/search?facets=", "", 200, `"facets":{}`},
		{"GET", "/api/search?facets=agency,outlet&facetSize=2", "", 200, `"label":"dpa","count":8`},
		{"GET", "/api/search?outlet=none", "", 200, `"outlet":null,"date":null,"datePrecision":null`},
		{"GET", "/api/search?outlet=Hafenblatt&outlet=Der+Spiegel&-year=2012&-agency=dpa", "", 200, `"value":"Hafenblatt","label":"Hafenblatt","count":0,"selected":true`},
		{"GET", "/api/search?q=Sonderzeichen", "", 200, `&lt;script&gt;`},
		{"GET", "/api/search?size=10&page=2&sort=oldest", "", 200, `"next":"/api/search?sort=oldest&page=3&size=10"`},
		{"GET", "/api/search?cursor=g1-60&size=10", "", 200, `"nextCursor":null`},
		{"GET", "/api/search?from=1.2.2015&to=2016", "", 200, `from=2015-02-01`},
		{"GET", "/api/search?q=Bahn+Fahrplan+xyzxyz", "", 200, `"relaxed":"most"`},
		{"POST", "/api/search", `{"q":"Bahn","year":[2016,"2017"],"outlet":"Deutsche Welle","facets":["year"],"size":3,"cursor":null}`, 200, `"self":"/api/search?q=Bahn`},
		{"POST", "/api/search", `{}`, 200, `"total":63,`},
		{"GET", "/api/search?q=Bahn&explain=true", "", 200, `"explanation":{"value":1,"description":"score, the sum of","details":[{"value":1,"description":"being there","details":[]}]}`},
		{"POST", "/api/search", `{"q":"Bahn","explain":true}`, 200, `"self":"/api/search?q=Bahn&explain=true"`},
		{"POST", "/api/search", `{"explain":false}`, 200, `"self":"/api/search"`},
		{"GET", "/api/search?explain=yes", "", 400, `"parameter":"explain"`},
		{"POST", "/api/search", `{"explain":"true"}`, 400, `"parameter":"explain"`},
		{"GET", "/api/suggest?q=Bahn+geheimd", "", 200, `{"text":"Geheimdienst-Gespräche","query":"Bahn Geheimdienst-Gespräche","documents":12}`},
		{"GET", "/api/suggest?q=Geheim&size=1", "", 200, `"documents":12}]}`},
		{"GET", "/api/suggest?q=", "", 200, `{"q":"","suggestions":[]}`},
		{"GET", "/api/suggest", "", 200, `"suggestions":[]`},
		{"GET", "/api/articles/beispiel-03", "", 200, `"actors":[{"id":"person:karl-heinz-bruegge"`},
		{"GET", "/api/articles/" + url.PathEscape("https://hafenblatt.example/politik/a-17?teil=1"), "", 200, `"publishedFrom":"comments"`},
		{"GET", "/api/articles/ohne-alles", "", 200, `"published":null`},
		{"GET", "/api/actors", "", 200, `"prefix":"","actors":[{"id":"org:bundestag","name":"Bundestag","type":"org","articles":61}`},
		{"GET", "/api/actors?prefix=Karl&size=1", "", 200, `{"prefix":"Karl","actors":[{"id":"person:karl-heinz-bruegge",`},
		{"GET", "/api/actors?prefix=xyzxyz", "", 200, `"actors":[]`},
		{"GET", "/api/actors/org:bundestag", "", 200, `"articles":61,"comments":4,"years":{"values":[{"value":"2008"`},
		{"GET", "/api/actors/" + url.PathEscape(`person:"><script>`), "", 200, `"companions":[],"latest":[{"id":"böse`},
		{"GET", "/healthz", "", 200, `"ok"`},
		{"GET", "/readyz", "", 200, `"ready":true`},
		{"GET", "/metrics", "", 200, "presseschau_http_requests_total"},

		{"GET", "/api/search?color=red", "", 400, `"parameter":"color"`},
		{"GET", "/api/search?q=a&q=b", "", 400, `"parameter":"q"`},
		{"GET", "/api/search?page=-1", "", 400, `"parameter":"page"`},
		{"GET", "/api/search?page=0", "", 400, `"parameter":"page"`},
		{"GET", "/api/search?page=", "", 400, `"parameter":"page"`},
		{"GET", "/api/search?page=501", "", 400, `"parameter":"page"`},
		{"GET", "/api/search?size=1000000000", "", 400, `"parameter":"size"`},
		{"GET", "/api/search?size=99999999999999999999", "", 400, `"parameter":"size"`},
		{"GET", "/api/search?facetSize=x", "", 400, `"value":"x"`},
		{"GET", "/api/search?in=titles", "", 400, `"parameter":"in"`},
		{"GET", "/api/search?match=none", "", 400, `"parameter":"match"`},
		{"GET", "/api/search?sort=best", "", 400, `"parameter":"sort"`},
		{"GET", "/api/search?year=17", "", 400, `"parameter":"year"`},
		{"GET", "/api/search?outlet=", "", 400, `"parameter":"outlet"`},
		{"GET", "/api/search?-actor=%FF", "", 400, `"parameter":"-actor"`},
		{"GET", "/api/search?from=2015-13", "", 400, `"parameter":"from"`},
		{"GET", "/api/search?from=2016&to=2015", "", 400, `"parameter":"to"`},
		{"GET", "/api/search?facets=colour", "", 400, `"parameter":"facets"`},
		{"GET", "/api/search?lang=fr", "", 400, `"parameter":"lang"`},
		{"GET", "/api/search?q=%zz", "", 400, "malformed-url"},
		{"GET", "/api/suggest?size=21", "", 400, `"parameter":"size"`},
		{"GET", "/api/suggest?size=0", "", 400, `"parameter":"size"`},
		{"GET", "/api/suggest?q=a&in=all", "", 400, "is not a parameter of completions"},
		{"GET", "/api/suggest?q=%FF", "", 400, `"parameter":"q"`},
		{"GET", "/api/articles/beispiel-03?q=x", "", 400, `"parameter":"q"`},
		{"GET", "/api/actors?size=1001", "", 400, `"parameter":"size"`},
		{"GET", "/api/actors?prefix=" + strings.Repeat("x", 201), "", 400, `"parameter":"prefix"`},
		{"GET", "/api/actors?q=x", "", 400, "is not a parameter of a list of actors"},
		{"GET", "/api/actors/org:bundestag?size=1", "", 400, `"parameter":"size"`},
		{"GET", "/api/actors/org:nirgends", "", 404, "no-actor"},
		{"POST", "/api/search", `{"color":"red"}`, 400, `"parameter":"color"`},
		{"POST", "/api/search", `{"color":1}`, 400, `"detail":"parameter color: \"1\" is not a parameter of a search`},
		{"POST", "/api/search", `{"color":null}`, 400, "is not a parameter of a search"},
		{"POST", "/api/search", `{"color":{"red":[1]}}`, 400, "is not a parameter of a search"},
		{"POST", "/api/search", `{"page":"2"}`, 400, `"parameter":"page"`},
		{"POST", "/api/search", `{"page":1.5}`, 400, `"parameter":"page"`},
		{"POST", "/api/search", `{"q":["a"]}`, 400, `"parameter":"q"`},
		{"POST", "/api/search", `{"q":"a","q":"b"}`, 400, `"parameter":"q","value":"b"`},
		{"POST", "/api/search", `{"outlet":[["a"]]}`, 400, `"parameter":"outlet"`},
		{"POST", "/api/search", `{"q":"a"`, 400, "it ends after 8 bytes, before its object is closed"},
		{"POST", "/api/search", `{"q":"a`, 400, "it ends after 7 bytes"},
		{"POST", "/api/search", `{"q":"a",}`, 400, "not valid JSON at byte 10: "},
		{"POST", "/api/search", `{"q":"a"} {}`, 400, "not valid JSON at byte 11: "},
		{"POST", "/api/search", `[]`, 400, "must be a JSON object"},
		{"POST", "/api/search", ``, 400, "the body is empty"},
		{"POST", "/api/search?q=a", `{}`, 400, "malformed-url"},
		{"GET", "/api/articles/keiner", "", 404, "no-article"},
		{"POST", "/api/suggest", "", 405, "use GET or HEAD"},
		{"DELETE", "/api/search", "", 405, "method-not-allowed"},
		{"PUT", "/api/articles/x", "", 405, "use GET or HEAD"},
		{"GET", "/api/search?cursor=g0-60", "", 410, "stale-cursor"},
		{"POST", "/api/search", `{"q":"` + strings.Repeat("x", 1<<20) + `"}`, 413, "content-too-large"},
		{"GET", "/api/search?q=" + strings.Repeat("x", 1<<20), "", 414, "uri-too-long"},
		{"GET", "/api/search?q=" + url.QueryEscape("über (Bahn"), "", 422, `"position":5,"length":1,`},
		{"GET", "/api/search?q=%22Bahn", "", 422, `"suggestion":"\"Bahn\""`},
		{"GET", "/api/search?q=" + url.QueryEscape("-!"), "", 422, `"code":"no-word"`},
		{"GET", "/api/search?q=*a*e*", "", 422, `"code":"leading-wildcard"`},
		{"GET", "/api/search?q=%FF", "", 422, `"code":"invalid-text"`},
		{"GET", "/api/search?q=" + url.QueryEscape(long), "", 422, `"code":"too-`},
		{"GET", "/api/search?q=" + strings.Repeat("(", 5000), "", 422, `"code":"`},
	} {
		r := httptest.NewRequest(tt.method, tt.url, strings.NewReader(tt.body))
		if tt.method == http.MethodPost {
			r.Header.Set("Content-Type", "application/json; charset=utf-8")
		}
		w := do(h, r)
		if w.Code != tt.status || !strings.Contains(w.Body.String(), tt.want) {
			t.Errorf("%s %.100s %.100s: status %d, want %d with %s in\n%.1000s", tt.method, tt.url, tt.body, w.Code, tt.status, tt.want, w.Body)
		}
		conforms(t, router, httptest.NewRequest(tt.method, tt.url, strings.NewReader(tt.body)), w)
	}
}

func TestUnsupportedBodies(t *testing.T) {
	_, router := description(t)
	h := newServer(t)
	for _, tt := range [][2]string{{"", ""}, {"text/plain", ""}, {"application/x-www-form-urlencoded", ""}, {"application/json", "gzip"}} {
		r := httptest.NewRequest(http.MethodPost, "/api/search", strings.NewReader("{}"))
		r.Header.Set("Content-Type", tt[0])
		r.Header.Set("Content-Encoding", tt[1])
		w := do(h, r)
		if w.Code != http.StatusUnsupportedMediaType {
			t.Errorf("%q %q: status %d", tt[0], tt[1], w.Code)
		}
		conforms(t, router, httptest.NewRequest(http.MethodPost, "/api/search", nil), w)
	}
}

func TestFailuresAsDescribed(t *testing.T) {
	_, router := description(t)
	for _, tt := range []struct {
		err    error
		status int
		retry  string
	}{
		{search.ErrBusy, 429, "1"},
		{search.ErrNotReady, 503, "3"},
		{search.ErrTimeout, 504, "5"},
		{context.DeadlineExceeded, 504, "5"},
		{http.ErrAbortHandler, 500, ""},
	} {
		h := newServer(t, func(o *Options) { o.Searcher = failing{tt.err} })
		for _, path := range []string{"/api/search", "/api/suggest?q=x", "/api/articles/x", "/", "/article/x"} {
			w := get(h, path)
			if w.Code != tt.status || w.Header().Get("Retry-After") != tt.retry {
				t.Errorf("%v at %s: status %d, retry %q", tt.err, path, w.Code, w.Header().Get("Retry-After"))
			}
			if strings.HasPrefix(path, "/api/") {
				conforms(t, router, httptest.NewRequest(http.MethodGet, path, nil), w)
			}
		}
	}
}

func TestNotReadyAsDescribed(t *testing.T) {
	_, router := description(t)
	p := Progress{Phase: PhaseReading, Done: 30, Total: 120, Articles: 1234, Comments: 5}
	h := newServer(t, func(o *Options) { o.Progress = func() Progress { return p } })
	for _, path := range []string{"/api/search", "/api/articles/x", "/readyz"} {
		w := get(h, path)
		if w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" {
			t.Errorf("%s: status %d", path, w.Code)
		}
		conforms(t, router, httptest.NewRequest(http.MethodGet, path, nil), w)
	}
	if w := get(h, "/healthz"); w.Code != http.StatusOK {
		t.Errorf("/healthz: status %d", w.Code)
	}
	w := get(h, "/?q=Bahn")
	for _, want := range []string{"Das Archiv wird vorbereitet", "Die Quellen werden gelesen.", "25 Prozent", "1.234 Artikel und 5 Kommentare"} {
		if w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), want) {
			t.Errorf("progress page: status %d, no %q in\n%s", w.Code, want, w.Body)
		}
	}
	if w.Header().Get("Refresh") == "" {
		t.Error("the progress page does not come again")
	}
	p.Failed = "disk full"
	if w := get(h, "/"); !strings.Contains(w.Body.String(), "disk full") || w.Header().Get("Refresh") != "" {
		t.Errorf("failed archive: %s", w.Body)
	}
}

// TestDescriptionIsWhole compares the description with the program's tables.
func TestDescriptionIsWhole(t *testing.T) {
	doc, _ := description(t)
	var names []string
	for _, p := range doc.Paths.Find("/api/search").Get.Parameters {
		names = append(names, p.Value.Name)
	}
	want := append(parameterNames(), paramFacets, paramExplain)
	slices.Sort(names)
	slices.Sort(want)
	if !slices.Equal(names, want) {
		t.Errorf("parameters described %v, known %v", names, want)
	}
	s := newServerValue(t)
	for _, rt := range s.table() {
		if rt.name == "search" || rt.name == "article" || rt.name == "actor" || rt.name == "original" || rt.name == "about" || rt.name == "asset" || rt.name == "favicon" {
			continue
		}
		path := strings.ReplaceAll(rt.path, ":.+", "")
		if doc.Paths.Find(path) == nil {
			t.Errorf("%s is not described", path)
		}
	}
}

// TestAnswerForm pins the members of an answer, in their order.
func TestAnswerForm(t *testing.T) {
	var answer struct {
		Hits []json.RawMessage
	}
	w := get(newServer(t), "/api/search?q=Jalta&lang=en")
	if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil {
		t.Fatal(err)
	}
	want := `{"id":"https://hafenblatt.example/politik/a-17?teil=1",` +
		`"url":"/article/https:%2F%2Fhafenblatt.example%2Fpolitik%2Fa-17%3Fteil=1?q=Jalta&lang=en","score":1,` +
		`"title":"Geheimdienstinformationen sollen häufiger ausgetauscht werden","outlet":"Hafenblatt",` +
		`"date":"2015-09-04","datePrecision":"day","authors":["Jana Kofler","mhe"],"agencies":["dpa","afp"],` +
		`"actors":[{"id":"person:annika-vollmer","name":"Annika Vollmer","type":"person"},` +
		`{"id":"person:joerg-petersen","name":"Jörg Petersen","type":"person"},` +
		`{"id":"org:bundestag","name":"Bundestag","type":"org"},{"id":"state:schweiz","name":"Schweiz","type":"state"}],` +
		`"highlights":{"title":[],"body":["Drei Regierungen wollen ihre Geheimdienste enger zusammenarbeiten lassen. ` +
		`Im Parlament wächst der Widerstand. · Die Gespräche begannen am Freitag hinter verschlossenen Türen. ` +
		`Annika Vollmer, die für die Regierung verhandelt, sprach…"]},` +
		`"comments":{"total":4,"matching":1,"hits":[{"n":4,"author":"Nordlicht","date":null,` +
		`"title":"Zum Tagungshaus","titleHighlight":null,"highlight":"Das ist seit <mark>Jalta</mark> eine gute Sitte: Erst verhandeln, dann reden."}]},"versions":null}`
	if got := string(answer.Hits[0]); got != want {
		t.Errorf("hit is\n%s\nwant\n%s", got, want)
	}
}
