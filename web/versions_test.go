package web

import (
	"slices"
	"strings"
	"testing"

	"presseschau/search"
)

// versionsIn are the versions of an article, of which the invented archive has
// three.
func versionsIn(id string) *search.Versions {
	v := &search.Versions{Total: 3, Outlets: []string{"Hafenblatt", "Bergische Rundschau"}, List: []search.Version{
		{ID: "beispiel-14", Title: "Gericht <entscheidet>", Outlet: "Hafenblatt", Date: "2010-09-17", First: true},
		{ID: "beispiel-29", Title: "", Outlet: "Bergische Rundschau", Date: "2010-09-18"},
		{ID: "beispiel-44", Title: "Gericht entscheidet über Datenschutz (45)"}}}
	if !slices.ContainsFunc(v.List, func(x search.Version) bool { return x.ID == id }) {
		return nil
	}
	return v
}

// folded leaves the first of the versions.
func folded(hits []found) []found {
	met := false
	return slices.DeleteFunc(slices.Clone(hits), func(f found) bool {
		is := versionsIn(f.article.ID) != nil
		again := is && met
		met = met || is
		return again
	})
}

func TestVersions(t *testing.T) {
	h := newServer(t)
	for _, c := range []struct{ url, want string }{
		{"/?q=Datenschutz&sort=oldest", "2 ähnliche Fassungen</summary>"},
		{"/?q=Datenschutz", "Treffer, ähnliche Fassungen zusammengefasst</p>"},
		{"/?q=Datenschutz", `<a href="/?q=Datenschutz&amp;group=false">einzeln</a>`},
		{"/?q=Datenschutz&group=false", `<a href="/?q=Datenschutz">zusammengefasst</a>`},
		{"/?q=Datenschutz&group=false", `aria-current="true">einzeln</a>`},
		{"/?q=Datenschutz&lang=en", "2 similar versions</summary>"},
		{"/article/beispiel-44", "Erschienen in: Hafenblatt, Bergische Rundschau"},
		{"/article/beispiel-44", `<a href="/article/beispiel-14">Gericht &lt;entscheidet&gt;</a>`},
		{"/article/beispiel-44", `<a href="/article/beispiel-29">Ohne Titel</a>`},
		{"/article/beispiel-44", "<span>früheste</span>"},
		{"/article/beispiel-14", "Eine frühere Fassung ist nicht bekannt."},
		{"/api/search?q=Datenschutz&group=true", `"pageable":`},
		{"/api/articles/beispiel-44", `"versions":{"total":3,"matching":0,"outlets":["Hafenblatt","Bergische Rundschau"],"list":[{"id":"beispiel-14","url":"/article/beispiel-14",`},
		{"/api/search?group=yes", `must be true or false`},
	} {
		if page := get(h, c.url).Body.String(); !strings.Contains(page, c.want) {
			t.Errorf("%s: no %q in\n%s", c.url, c.want, page)
		}
	}
	for _, url := range []string{"/?q=Bahn", "/article/beispiel-01", "/?q=Datenschutz&in=comments"} {
		if page := get(h, url).Body.String(); strings.Contains(page, "ähnliche Fassung") {
			t.Errorf("%s speaks of versions", url)
		}
	}
}

// A program that adds up the hits of all pages gets the total unless it asks
// for groups; a page shows groups unless it is told not to.
func TestDefaultOfGrouping(t *testing.T) {
	h := newServer(t)
	for _, c := range []struct {
		url    string
		hits   int
		marker string
	}{
		{"/?q=Datenschutz&size=100", 10, `<li class="hit"`},
		{"/?q=Datenschutz&size=100&group=false", 12, `<li class="hit"`},
		{"/api/search?q=Datenschutz&size=100", 12, `"datePrecision"`},
		{"/api/search?q=Datenschutz&size=100&group=true", 10, `"datePrecision"`},
	} {
		if n := strings.Count(get(h, c.url).Body.String(), c.marker); n != c.hits {
			t.Errorf("%s: %d hits; want %d", c.url, n, c.hits)
		}
	}
	if w := get(h, "/?q=Datenschutz&group=true"); w.Code != 302 || w.Header().Get("Location") != "/?q=Datenschutz" {
		t.Errorf("the default of the page is not left out: %d %s", w.Code, w.Header().Get("Location"))
	}
}
