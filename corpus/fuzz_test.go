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
	f.Add([]byte("Russland :Dank aus Orlau an die Helfer\n"))
	f.Add([]byte("Von ȺȺȺȺȺȺȺȺ am Samstag, 19. Oktober 2019\nMehr von ȺȺȺȺȺȺȺȺȺȺȺ\n"))
	f.Add([]byte("Der See, den keiner haben will,\n(A 1 1.00 AA"))
	f.Add([]byte("Kommentare\nAda am 18. Mai 2016 um 13:40\nJa.\nBea 18. Mai 2016 um 14:05 von Cid\nNein.\n"))
	f.Add([]byte("Ein Steg für den Hafen\nKommentare\nanna, 18.03.2017\nDas ist gut so.\n19.03.2017\nKommentar schreiben:\nName\n"))
	f.Add([]byte("Ein Steg für den Hafen\n2 Kommentare\nErste Kosten\n18.03.2017, 14:02 Uhr von anna: Kosten\nZu viel.\nAntworten\nZu teuer\n19.03.2017, 15:02 Uhr von bert: Zeit\nZu lange.\n"))
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
	for _, l := range p.splitLines(text, p.room()) {
		times[l.text]++
	}
	blocks := map[string]bool{}
	for _, b := range a.Body {
		blocks[b.Text] = b.Credit == "" // else it is a part of a line, which may well stand alone elsewhere
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

func FuzzTable(f *testing.F) {
	f.Add("title;text\n\"Eins;x\ny\";z\n")
	f.Add("id,url,datum,medium,autor,titel,inhalt\n1,https://a.example/2015/09/20/a,20.9.2015,A,\"B; C\",T,\"a\"\"b\"\n,,,\n1,2\n")
	f.Add("titel\ttext\r\nEins\tx\\ny\r\n\"\t\"\r\n")
	f.Add("title|body\n|\n\"x")
	fuzzFormat(f, "x.csv")
}

func FuzzFeed(f *testing.F) {
	f.Add("<rss version='2.0'><channel><title>T</title><item><title>A</title><link>https://a.example/</link><description>&lt;p>x</description>" +
		"<pubDate>Tue, 20 Sep 2015 10:00:00 +0200</pubDate></item><item><content:encoded><![CDATA[<p>x</p>]]></content:encoded></item></channel></rss>")
	f.Add("<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><title type='html'>A &amp;amp; B</title><id>x</id><link href='b'/>" +
		"<updated>2015-09-20T10:00:00Z</updated><author><name>C</name></author><content type='xhtml'><div><p>x</p></div></content></entry></feed>")
	f.Add("<?xml version='1.0' encoding='iso-8859-1'?><rdf:RDF><item><title>\xe4</title><description>x</description><item></rdf:RDF>")
	fuzzFormat(f, "x.rss")
}

// fuzzFormat reads contents as the format that a name stands for.
func fuzzFormat(f *testing.F, name string) {
	r, err := NewReader(Options{})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, content string) {
		src, err := newSource(name, strings.NewReader(content), nil)
		if err != nil {
			return
		}
		src.inner = true // there is no such file
		r.dispatch(&job{ctx: t.Context(), src: src, yield: func(a *Article, err error) bool {
			if err == nil {
				checkClean(t, a)
			}
			return true
		}})
	})
}
