package web

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// TestSampleArchive: that all is invented is said everywhere, and only there
// where it is.
func TestSampleArchive(t *testing.T) {
	const de, en = "Beispielarchiv: Alle Artikel und Kommentare sind erfunden.", "Sample archive: all articles and comments are invented."
	_, router := description(t)
	sample := newServer(t, func(o *Options) { o.Sample = true })
	for _, tt := range []struct{ url, lang, want string }{
		{"/", "de", `<div class="sample"><p class="wrap">` + de},
		{"/?q=%22Bahn", "de", de},
		{"/?lang=en", "de", en},
		{"/article/beispiel-03", "de", de},
		{"/nirgendwo", "en", en},
		{"/api/search", "de", `"notice":"` + de + `"}`},
		{"/api/search?lang=en", "de", `"notice":"` + en + `"}`},
		{"/api/articles/beispiel-03", "de", `,"notice":"` + de + `"}`},
		{"/api/articles/beispiel-03", "en", `,"notice":"` + en + `"}`},
	} {
		w := get(sample, tt.url, "Accept-Language", tt.lang)
		if !strings.Contains(w.Body.String(), tt.want) {
			t.Errorf("%s in %s: no %s in\n%.600s", tt.url, tt.lang, tt.want, w.Body)
		}
		if strings.HasPrefix(tt.url, "/api/") {
			conforms(t, router, httptest.NewRequest(http.MethodGet, tt.url, nil), w)
		}
		if w := get(newServer(t), tt.url); strings.Contains(w.Body.String(), de) || strings.Contains(w.Body.String(), `"notice"`) {
			t.Errorf("%s of a real archive calls it invented", tt.url)
		}
	}
}
