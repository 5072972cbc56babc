package web

import (
	"net/http"
	"strings"
	"testing"
)

func TestActorPage(t *testing.T) {
	h := newServer(t)
	for _, tt := range []struct {
		url    string
		status int
		want   string
	}{
		{"/actor/person:annika-vollmer", 200, `<h1 lang="de">Annika Vollmer</h1>`},
		{"/actor/person:annika-vollmer", 200, `Genannt in 6 Artikeln und 4 Kommentaren.`},
		{"/actor/person:annika-vollmer", 200, `Die Genannte, &lt;b&gt;&amp;&#34;`},
		{"/actor/person:annika-vollmer", 200, `href="/?year=2015&amp;actor=person%3Aannika-vollmer"`},
		{"/actor/person:annika-vollmer", 200, `href="/?outlet=Hafenblatt&amp;actor=person%3Aannika-vollmer"`},
		{"/actor/person:annika-vollmer", 200, `<a href="/actor/org:bundestag" lang="de">Bundestag</a>`},
		{"/actor/person:annika-vollmer", 200, `href="/?q=akteur%3A%22org%3Abundestag%22&#43;akteur%3A%22person%3Aannika-vollmer%22"><span class="vh">Gemeinsam mit Bundestag: 6 Artikel</span>`},
		{"/actor/person:annika-vollmer?lang=en", 200, `Named in 6 articles and 4 comments.`},
		{"/actor/person:annika-vollmer?lang=en", 200, `<a href="/actor/org:bundestag?lang=en" lang="de">Bundestag</a>`},
		{"/actor/person%3Aannika-vollmer", 200, `<h1 lang="de">Annika Vollmer</h1>`},
		{"/actor/person:niemand", 404, "Diesen Akteur nennt kein Artikel im Archiv"},
		{"/actor/" + strings.Repeat("x", maxIDLength+1), 404, "Diesen Akteur nennt kein Artikel im Archiv"},
		{"/?q=Bahn", 200, `<a class="profile" href="/actor/org:bundestag" title="Über Bundestag">`},
		{"/article/beispiel-03", 200, `<a href="/actor/person:karl-heinz-bruegge" lang="de">`},
	} {
		w := get(h, tt.url)
		if w.Code != tt.status || !strings.Contains(w.Body.String(), tt.want) {
			t.Errorf("%.80s: status %d, want %d with %s in\n%s", tt.url, w.Code, tt.status, tt.want, w.Body)
		}
	}
	if w := get(h, "/?q=akteur%3A%22org%3Abundestag%22+akteur%3A%22person%3Aannika-vollmer%22"); w.Code != http.StatusOK {
		t.Errorf("the query of two actors has status %d", w.Code)
	}
}
