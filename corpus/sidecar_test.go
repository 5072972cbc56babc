package corpus

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestSidecars(t *testing.T) {
	const page = "Ein Titel für alle Fälle\n\n18. März 2017\n\nDer Vorspann fasst die Sache zusammen, und das in einem einzigen Satz.\n\n" +
		"Der erste Absatz erzählt alles noch einmal und ist lang genug, damit er kein Zwischentitel sein kann.\n"
	root := writeTree(t, map[string]string{
		"a.txt": page, "a.meta.json": `{"outlet":"dw.com","date":"2016-01-02","authors":["Anna Muster"],"foo":1}`,
		"b.txt": page, "c.txt": page, "d.txt": page, "d.meta.json": `{"title":5}`,
		"metadata.csv": "path,url,outlet,date,title,section,author\na.txt,,,2015-01-01,,Sport,\nb.txt,https://www.zeit.de/x?utm_source=y,,3. Mai 2014,Anderer Titel,Politik,A. Muster; B. Klein\n",
	})
	got := map[string]*Article{}
	for a, err := range Read(context.Background(), []string{root}, Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		got[filepath.Base(a.Source)] = a
	}
	for _, c := range []struct {
		name, outlet, title, section, authors string
		published                             Date
		from                                  Origin
	}{
		{"a.txt", "Deutsche Welle", "Ein Titel für alle Fälle", "Sport", "Anna Muster", "2016-01-02", FromMetadata},
		{"b.txt", "Die Zeit", "Anderer Titel", "Politik", "A. Muster|B. Klein", "2014-05-03", FromMetadata},
		{"c.txt", "", "Ein Titel für alle Fälle", "", "", "2017-03-18", FromDateline},
	} {
		a := got[c.name]
		if a == nil || a.Outlet != c.outlet || a.Title != c.title || a.Section != c.section || strings.Join(a.Authors, "|") != c.authors || a.Published != c.published || a.PublishedFrom != c.from {
			t.Errorf("%s: %+v", c.name, a)
		}
	}
	if w := strings.Join(got["d.txt"].Warnings, "|"); !strings.Contains(w, `read d.meta.json: member "title" must be a string`) {
		t.Errorf("warnings %q", w)
	}
}

// TestSidecarsInArchives reads metadata in front of pages, behind them and
// between, in folders of their own.
func TestSidecarsInArchives(t *testing.T) {
	const page = "<title>Seite</title><h1>Seite</h1>"
	files := []member{
		{name: "x/a.html", content: page}, {name: "x/a.meta.json", content: `{"title":"Aus a","outlet":"dw.com"}`},
		{name: "x/b.meta.json", content: `{"title":"Aus b"}`}, {name: "x/b.html", content: page},
		{name: "./c.html", content: page}, {name: "x/c.html", content: page}, {name: "x/d.html", content: page}, {name: "x/d.meta.json", content: `{"title":5}`},
		{name: "x/metadata.csv", content: "path,title\na.html,Tabelle a\nc.html,Tabelle c\n"}, {name: "y/metadata.csv", content: ""}, {name: "../e.meta.json", content: "{}"},
	}
	const want = "!NAME/y/metadata.csv: cannot be read to its end: EOF; NAME/x/a.html Aus a; NAME/x/b.html Aus b; NAME/c.html Seite; NAME/x/c.html Tabelle c; NAME/x/d.html Seite; " +
		"!NAME/../e.meta.json: has a name that leads out of the archive; skipped"
	for name, content := range map[string][]byte{"a.zip": zipOf(t, files...), "a.tar": tarOf(t, files...), "a.tar.gz": gzipOf(t, tarOf(t, files...))} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, content, 0o644); err != nil {
			t.Fatal(err)
		}
		if got, want := outline(t, path, Options{}), strings.ReplaceAll(want, "NAME", name); got != want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, want)
		}
	}
}

// TestMetadataIsBounded fills what may be kept.
func TestMetadataIsBounded(t *testing.T) {
	var problems []string
	j := &job{ctx: t.Context(), src: &source{path: "a.tar"}, yield: func(_ *Article, err error) bool { problems = append(problems, err.Error()); return true }}
	n := newNotes()
	n.size = maxNotes - 2
	for name, want := range map[string]bool{"a.html": true, "a.meta.json": true} {
		if got := n.collect(j, name, strings.NewReader("{}")); got != want {
			t.Errorf("%s: %t", name, got)
		}
	}
	if n.collect(j, "b.meta.json", strings.NewReader("{}")) || len(n.meta) != 1 {
		t.Errorf("%d are kept, want 1", len(n.meta))
	}
	if want := "a.tar/b.meta.json: the archive has more than 128 MB of metadata; the rest of it is not used"; strings.Join(problems, "|") != want {
		t.Errorf("problems %q, want %q", problems, want)
	}
}

// TestChangedMetadataIsAChange expects the latest time of a page and of what
// is noted beside it.
func TestChangedMetadataIsAChange(t *testing.T) {
	root := writeTree(t, map[string]string{
		"plain/a.txt": "a", "noted/a.txt": "a", "noted/a.meta.json": "{}", "noted/b.txt": "b",
		"table/a.txt": "a", "table/b.txt.gz": "b", "table/b.meta.json": "{}", "table/c.jsonl": "{}", "table/metadata.csv": "path",
	})
	day := func(n int) time.Time { return time.Date(2020, 1, n, 0, 0, 0, 0, time.UTC) }
	for name, n := range map[string]int{
		"plain/a.txt": 1, "noted/a.txt": 2, "noted/a.meta.json": 5, "noted/b.txt": 2,
		"table/a.txt": 9, "table/b.txt.gz": 3, "table/b.meta.json": 8, "table/c.jsonl": 1, "table/metadata.csv": 7,
	} {
		if err := os.Chtimes(filepath.Join(root, name), day(n), day(n)); err != nil {
			t.Fatal(err)
		}
	}
	want := map[string]int{"plain/a.txt": 1, "noted/a.txt": 5, "noted/b.txt": 2, "table/a.txt": 9, "table/b.txt.gz": 8, "table/c.jsonl": 1}
	for file, err := range Files([]string{root}) {
		if err != nil {
			t.Fatal(err)
		}
		name, err := filepath.Rel(root, file.Path)
		if err != nil {
			t.Fatal(err)
		}
		if !file.ModTime.Equal(day(want[filepath.ToSlash(name)])) {
			t.Errorf("%s: %s", name, file.ModTime)
		}
	}
}
