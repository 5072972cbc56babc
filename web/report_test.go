package web

import (
	"context"
	"errors"
	"strings"
	"testing"

	"presseschau/search"
)

func sampleReport(context.Context) (*Report, error) {
	return &Report{Articles: 1234, Comments: 1, WithoutDate: 7, Sources: []ReportSource{{Path: "/a/<b>/", Files: 3, Articles: 3}}, MoreSources: 12,
		Dates: []Count{{"url", 5}, {"", 7}}, Languages: []Count{{"de", 1200}, {"it", 30}, {"", 4}},
		Groups: 2, Grouped: 5, Largest: []ReportGroup{{"beispiel-01", "", 3}}, Dropped: []Count{{"Lesen <Sie> auch", 40}},
		Skipped: 3, Reasons: []Reason{{"is empty", 3, "/a/x.txt:7"}}}, nil
}

func TestAbout(t *testing.T) {
	h := newServer(t, func(o *Options) { o.Report = sampleReport })
	for _, c := range []struct{ url, want string }{
		{"/", `<a href="/about">Über dieses Archiv</a>`},
		{"/about", "1.234 Artikel, 1 Kommentar"},
		{"/about", "7 Artikel ohne Datum, 0 ohne Medium."},
		{"/about", `<th scope="row" class="path">/a/&lt;b&gt;/</th><td>3</td>`},
		{"/about", "Weitere Quellen: 12"},
		{"/about", `<span>Datum aus der Adresse</span> <span class="count">5</span>`},
		{"/about", `<span>ohne Datum</span> <span class="count">7</span>`},
		{"/about", `<span>andere (it)</span> <span class="count">30</span>`},
		{"/about", "5 Artikel stehen in 2 Gruppen"},
		{"/about", `<a href="/article/beispiel-01#versions" lang="de">Ohne Titel</a>`},
		{"/about", "Lesen &lt;Sie&gt; auch"},
		{"/about", "3 Dokumente und Dateien ließen sich nicht lesen."},
		{"/about", "/a/x.txt:7"},
		{"/about?lang=en", "About this archive"},
	} {
		if page := get(h, c.url).Body.String(); !strings.Contains(page, c.want) {
			t.Errorf("%s: no %q in\n%s", c.url, c.want, page)
		}
	}
	if w := get(newServer(t), "/about"); w.Code != 404 {
		t.Errorf("without a report: %d", w.Code)
	}
	h = newServer(t, func(o *Options) { o.Report = func(context.Context) (*Report, error) { return nil, search.ErrNotReady } })
	if w := get(h, "/about"); w.Code != 503 {
		t.Errorf("before the archive is there: %d", w.Code)
	}
}

func TestOriginal(t *testing.T) {
	const id = "ohne-alles"
	show := func(o Original, err error) func(*Options) {
		return func(opts *Options) {
			opts.Originals = func(_ context.Context, source string) (Original, error) {
				if source != "archiv/lose/x.txt" {
					t.Errorf("asked for %q", source)
				}
				return o, err
			}
		}
	}
	for _, c := range []struct {
		original Original
		err      error
		code     int
		want     string
	}{
		{Original{Text: "Zeile <eins>\nZeile zwei"}, nil, 200, ">Zeile &lt;eins&gt;\nZeile zwei</pre>"},
		{Original{Text: "x", Cut: true}, nil, 200, "Gezeigt wird nur der Anfang, 1 MB."},
		{Original{}, ErrOriginalHidden, 200, "weil in diesem Archiv die Namen der Kommentierenden ersetzt sind"},
		{Original{}, ErrOriginalGone, 200, "nicht mehr da"},
		{Original{}, errors.New("/secret/path"), 500, "<h1>"},
	} {
		w := get(newServer(t, show(c.original, c.err)), originalAddress(id, "de"))
		if page := w.Body.String(); w.Code != c.code || !strings.Contains(page, c.want) || strings.Contains(page, "/secret") {
			t.Errorf("%+v, %v: %d, no %q in\n%s", c.original, c.err, w.Code, c.want, page)
		}
	}
	if page := get(newServer(t, show(Original{}, nil)), articlePath(id)).Body.String(); !strings.Contains(page, `<a href="/source/ohne-alles">Quelle anzeigen</a>`) {
		t.Errorf("the article does not lead to its source:\n%s", page)
	}
	if page := get(newServer(t), articlePath(id)).Body.String(); strings.Contains(page, "Quelle anzeigen") {
		t.Error("a server without sources offers one")
	}
	for _, path := range []string{originalAddress(id, ""), "/source/nobody"} {
		if w := get(newServer(t), path); w.Code != 404 {
			t.Errorf("%s without sources: %d", path, w.Code)
		}
	}
}
