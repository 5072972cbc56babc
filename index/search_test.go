package index

import (
	"slices"
	"strings"
	"testing"

	"presseschau/archive"
	"presseschau/search"
)

// news is a small archive in which every query below has a clear answer.
func news() []*archive.Record {
	return []*archive.Record{
		art("kreml", "Kreml will engere Kooperation mit USA", outlet("Deutsche Welle", "2017-12-18"),
			lead("Den Tipp gab der Geheimdienst CIA."),
			body("Putin dankte Trump für die Geheimdienstinformationen.", "Das Weiße Haus lobte die Häuser."),
			caption("Kathedrale am Abend"), names(0, putin, trump, usa)),
		art("gespraeche", "USA und Russland stimmen sich ab", outlet("Der Spiegel", "2015-09-20"),
			body("Geheimdienst-Gespräche in Moskau. Müller sagte nicht die Wahrheit."), author("Jana Müller"),
			comment("tom", "2015-09-20", "Kein Auge bleibt trocken!"),
			comment("dingodog", "2015-09-21T08:30", "Nicht in Jalta unterschrieben, liegt ja auf der Krim."),
			names(0, usa), names(2, putin)),
		art("haus", "Das Haus am See", outlet("", "2016-05"),
			body("Ein Haus. Die Wahrheit liegt am See, schön und schon alt."),
			comment("eva", "", "Das Haus kenne ich.")),
		art("museum", "Museen öffnen", outlet("Deutsche Welle", ""), body("Das Museum für Straßen öffnet.")),
	}
}

func TestQueries(t *testing.T) {
	x, _ := newTest(t, news()...)
	for _, tc := range []struct {
		query string
		scope search.Scope
		want  string // ids in alphabetical order
	}{
		{"", "", "gespraeche haus kreml museum"},
		{"", search.InComments, "gespraeche#1 gespraeche#2 haus#1"},
		{"kreml", "", "kreml"},
		{"KREML", "", "kreml"},
		{"usa", "", "gespraeche kreml"},
		{"usa kreml", "", "kreml"},
		{"kreml OR museum", "", "kreml museum"},
		{"usa -kreml", "", "gespraeche"},
		{"-usa", "", "haus museum"},
		{"NICHT (usa ODER museum)", "", "haus"},
		{"Geheimdienst", "", "gespraeche kreml"},
		{"Haus", "", "haus kreml"},
		{"=Häuser", "", "kreml"},
		{"=Haus", "", "haus kreml"},
		{"Mueller", "", "gespraeche"},
		{"strassen", "", "museum"},
		{`"nicht die Wahrheit"`, "", "gespraeche"},
		{`"die Wahrheit"`, "", "gespraeche haus"},
		{`"Wahrheit die"`, "", ""},
		{`"Moskau Müller"`, "", "gespraeche"},
		{`"Gespräche in Moskau"`, "", "gespraeche"},
		{`"Gespräch in Moskau"`, "", ""},
		{`"Haus Wahrheit"~5`, "", "haus"},
		{`"Wahrheit Haus"~5`, "", "haus"},
		{"muse*", "", "museum"},
		{"kremi~", "", "kreml"},
		{"jalta", "", "gespraeche"},
		{"jalta", search.InArticles, ""},
		{"jalta", search.InComments, "gespraeche#2"},
		{"kommentar:haus", "", "haus"},
		{"text:jalta", "", ""},
		{"usa kommentar:jalta", "", "gespraeche"},
		{"usa -kommentar:jalta", "", "kreml"},
		{"titel:haus", "", "haus"},
		{"Kathedrale", "", ""},
		{"bild:kathedrale", "", "kreml"},
		{"autor:müller", "", "gespraeche"},
		{"autor:dingodog", "", "gespraeche"},
		{`outlet:"Deutsche Welle"`, "", "kreml museum"},
		{"outlet:welle", "", "kreml museum"},
		{"akteur:putin", "", "gespraeche kreml"},
		{"akteur:putin", search.InArticles, "kreml"},
		{"jahr:2017", "", "kreml"},
		{"jahr:2015..2016", "", "gespraeche haus"},
		{"datum:2016..", "", "haus kreml"},
		{"datum:2015-09", search.InComments, "gespraeche#1 gespraeche#2"},
		{"schön", "", "haus"},
		{"kreml museum haus", "", "kreml"}, // relaxed: two of three
		{"nachtigall jahr:2017 outlet:welle", "", ""},
		{"autor:mül*", "", "gespraeche"},
		{`"haus haus"~9`, "", ""},
	} {
		r := find(t, x, search.Request{Query: tc.query, Scope: tc.scope})
		got := strings.Join(sorted(ids(r, tc.scope)), " ")
		if got != tc.want {
			t.Errorf("%q in %q: got %q, want %q", tc.query, tc.scope, got, tc.want)
		}
		if r.Total != len(r.Hits) {
			t.Errorf("%q in %q: total %d of %d hits", tc.query, tc.scope, r.Total, len(r.Hits))
		}
	}
}

func TestRelaxedIsSaid(t *testing.T) {
	x, _ := newTest(t, news()...)
	if r := find(t, x, search.Request{Query: "kreml haus museum"}); r.Query.Relaxed != search.MatchMost {
		t.Errorf("relaxed = %q, want most", r.Query.Relaxed)
	}
	if r := find(t, x, search.Request{Query: "kreml usa"}); r.Query.Relaxed != "" {
		t.Errorf("relaxed = %q, want none", r.Query.Relaxed)
	}
}

func TestMarks(t *testing.T) {
	x, _ := newTest(t, news()...)
	for _, tc := range []struct{ query, want string }{
		{"kreml", "[Kreml] will engere Kooperation mit USA"},
		{"geheimdienst", "Den Tipp gab der [Geheimdienst] CIA."},
		{"weiße haus", "[Weiße] [Haus]"},
		{`"weiße haus"`, "[Weiße Haus]"},
		{"=häuser", "[Häuser]"},
		{"trum*", "[Trump]"},
	} {
		r := find(t, x, search.Request{Query: tc.query, Scope: search.InArticles})
		h := r.Hits[slices.IndexFunc(r.Hits, func(h search.Hit) bool { return h.ID == "kreml" })]
		text := bracket(h.TitleMark)
		for _, s := range h.Body {
			text += " | " + bracket(s)
		}
		if !strings.Contains(text, tc.want) {
			t.Errorf("%q: no %q in %q", tc.query, tc.want, text)
		}
	}
}

func bracket(s search.Snippet) string {
	var sb strings.Builder
	at := 0
	for _, m := range s.Marks {
		sb.WriteString(s.Text[at:m.Start] + "[" + s.Text[m.Start:m.End] + "]")
		at = m.End
	}
	return sb.String() + s.Text[at:]
}

func TestComments(t *testing.T) {
	x, _ := newTest(t, news()...)
	r := find(t, x, search.Request{Query: "Jalta"})
	c := r.Hits[0].Comments
	if c.Total != 2 || c.Matching != 1 || len(c.Hits) != 1 {
		t.Fatalf("comments = %+v, want 1 of 2", c)
	}
	if got := bracket(c.Hits[0].Text); c.Hits[0].N != 2 || !strings.Contains(got, "[Jalta]") {
		t.Errorf("comment %d %q, want number 2 with Jalta marked", c.Hits[0].N, got)
	}
}

func TestSort(t *testing.T) {
	x, _ := newTest(t, news()...)
	for _, tc := range []struct {
		sort search.Sort
		want string
	}{
		{search.ByNewest, "kreml haus gespraeche museum"},
		{search.ByOldest, "gespraeche haus kreml museum"},
	} {
		if got := strings.Join(ids(find(t, x, search.Request{Sort: tc.sort}), ""), " "); got != tc.want {
			t.Errorf("%s: got %q, want %q", tc.sort, got, tc.want)
		}
	}
}

func TestRepeatedWord(t *testing.T) {
	x, _ := newTest(t, art("drei", "Ruf", body("Ja, ja, und noch einmal ja.")), art("zwei", "Ruf", body("Ja und ja.")))
	for _, tc := range []struct {
		query string
		want  int
	}{{`"ja ja"~3`, 2}, {`"ja ja ja"~3`, 1}, {`"ja ja ja"`, 0}, {`"ja ja"`, 1}} {
		if got := find(t, x, search.Request{Query: tc.query}).Total; got != tc.want {
			t.Errorf("%s: %d hits, want %d", tc.query, got, tc.want)
		}
	}
}

func TestSnippetEndsWithSentence(t *testing.T) {
	text := strings.Repeat("Davon war lange keine Rede mehr. ", 3) + "Die Maut kommt doch. " + strings.Repeat("Das sagte ein Sprecher am Montag. ", 20)
	at := strings.Index(text, "Maut")
	got := snippets(text, []mark{{start: at, end: at + len("Maut")}}, 1)
	if len(got) != 1 || !strings.HasSuffix(got[0].Text, "Montag.") || !strings.Contains(got[0].Text, "Die Maut") || got[0].Tail {
		t.Errorf("got %+v, want whole sentences around the mark", got)
	}
}
