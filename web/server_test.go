package web

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
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
		{"/?q=xyzxyz", 200, "<h1>Keine Treffer"},
		{"/?q=xyzxyz&outlet=Hafenblatt", 200, "Ohne die Suchwörter: "},
		{"/?q=%22Bahn", 422, "Ein Anführungszeichen wird nicht geschlossen."},
		{"/?page=-1", 400, "Diese Adresse enthält einen ungültigen Wert"},
		{"/?size=1000000000", 400, "Der Parameter „size“"},
		{"/nirgendwo", 404, "Diese Seite gibt es nicht"},
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
