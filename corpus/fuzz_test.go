package corpus

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// checkClean fails if a text of the article breaks what the package promises.
func checkClean(t *testing.T, a *Article) {
	t.Helper()
	texts := []string{a.ID, a.URL, a.Outlet, a.Section, a.Kicker, a.Title, a.Lead}
	texts = append(append(texts, a.Authors...), a.Agencies...)
	for _, b := range a.Body {
		texts = append(texts, b.Text, b.Credit)
	}
	for i, c := range a.Comments {
		if c.N != i+1 || c.Title == "" && c.Text == "" {
			t.Errorf("comment %d: %+v", i, c)
		}
		texts = append(texts, c.Author, c.Title)
		texts = append(texts, strings.Split(c.Text, "\n")...)
	}
	for _, s := range texts {
		if !utf8.ValidString(s) || !norm.NFC.IsNormalString(s) || strings.Contains(s, "  ") || strings.ContainsAny(s, "\u00ad\u200b\n") || s != strings.TrimSpace(s) {
			t.Errorf("not clean: %q", s)
		}
	}
	if _, err := json.Marshal(a); err != nil {
		t.Error(err)
	}
}

func FuzzPage(f *testing.F) {
	pages, err := filepath.Glob("testdata/pages/*.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range pages {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	p := testParser(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		text, err := decode(data)
		if err != nil {
			return
		}
		a := p.parse(text, "")
		checkClean(t, a)
		checkApart(t, p, a, text)
	})
}

// checkApart fails if a line of a comment that stands once in the page is in
// the body too.
func checkApart(t *testing.T, p *pageParser, a *Article, text string) {
	t.Helper()
	times := map[string]int{}
	for _, l := range p.splitLines(text) {
		times[l.text]++
	}
	blocks := map[string]bool{}
	for _, b := range a.Body {
		blocks[b.Text] = true
	}
	for _, c := range a.Comments {
		for line := range strings.SplitSeq(c.Text, "\n") {
			if times[line] == 1 && blocks[line] {
				t.Errorf("of a comment and in the body: %q", line)
			}
		}
	}
}

func FuzzRecord(f *testing.F) {
	f.Add([]byte(`{"id":"x1","url":"https://www.spiegel.de/2015/09/20/a","outlet":"spiegel.de","date":"2019-05-08","title":"T","body":"a\nb","comments":[{"id":"7","text":"x"}]}`))
	f.Add([]byte(`{"body":[{"kind":"caption","text":"t","credit":"c"}],"commentsTotal":9,"warnings":["w"],"foo":{"a":[1,null]}}`))
	f.Add([]byte("{\"title\":\"Gr\xf6\xdfe\"}"))
	r, err := NewReader(Options{})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		a, err := r.record(newRecordDecoder(), line)
		if err == nil {
			checkClean(t, a)
		}
	})
}

func FuzzHTML(f *testing.F) {
	pages, err := filepath.Glob("testdata/html/*.html")
	if err != nil || len(pages) == 0 {
		f.Fatalf("no pages: %v", err)
	}
	for _, path := range pages {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data, "text/html; charset=iso-8859-1")
	}
	r, err := NewReader(Options{})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte, contentType string) {
		if a, err := r.webPage(data, contentType, ""); err == nil {
			checkClean(t, a)
		}
	})
}
