package corpus

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
)

// archive writes records, each in a gzip member of its own if the name says so.
func archive(t testing.TB, name string, records ...string) string {
	t.Helper()
	var buf bytes.Buffer
	for _, r := range records {
		if !strings.HasSuffix(name, ".gz") {
			buf.WriteString(r)
			continue
		}
		w := gzip.NewWriter(&buf)
		if _, err := w.Write([]byte(r)); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, buf.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// warcRecord is a record of a web archive.
func warcRecord(kind, contentType, url, content string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2020-05-06T07:08:09Z\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, url, contentType, len(content), content)
}

func response(url, head, body string) string {
	return warcRecord("response", "application/http; msgtype=response", url, "HTTP/1.1 "+head+"\r\n\r\n"+body)
}

func testPage(t testing.TB, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestWebArchive(t *testing.T) {
	page, latin := testPage(t, "testdata/html/welt-microdata.html"), testPage(t, "testdata/html/museum-latin1.html")
	text := testPage(t, "testdata/pages/zeit-2019.txt")
	good := response("https://www.zeit.de/a", "200 OK\r\nContent-Type: text/html; charset=utf-8", page)
	for _, tt := range []struct {
		name, file string
		records    []string
		want       string
	}{
		{"as heritrix writes", "a.warc.gz", []string{
			warcRecord("warcinfo", "application/warc-fields", "", "software: x\r\n"),
			warcRecord("response", "text/dns", "dns:zeit.de", "20200506\r\nzeit.de. IN A 192.0.2.1\r\n"),
			warcRecord("request", "application/http; msgtype=request", "https://www.zeit.de/a", "GET / HTTP/1.0\r\n\r\n"), good,
			response("https://www.zeit.de/b", "302 Found\r\nLocation: /a\r\nContent-Type: text/html", "moved"),
			response("https://www.zeit.de/c.png", "200 OK\r\nContent-Type: image/png", "\x89PNG"),
			warcRecord("metadata", "application/warc-fields", "https://www.zeit.de/a", "via: x\r\n"),
			response("https://www.welt.de/2006/05/12/m.html", "200 OK\r\nContent-Type: text/html", latin),
		}, "#4 https://www.welt.de/politik/deutschland/article123456/Streit-um-Maut.html Streit um Maut für Kutschen 2014-09-02 metadata; #8 https://www.welt.de/2006/05/12/m.html Köhler eröffnet Museum für Türschlösser 2006-05-12 url"},
		{"as Common Crawl writes WET", "a.warc.wet.gz", []string{
			warcRecord("warcinfo", "application/warc-fields", "", "software: x\r\n"),
			strings.Replace(warcRecord("conversion", "text/plain", "https://www.zeit.de/t", text), "WARC-Date", "WARC-Identified-Content-Language: deu,eng\r\nWARC-Date", 1),
		}, "#2 https://www.zeit.de/t Wem gehört der Strand? 2019-08-14 dateline"},
		{"plain, resource", "a.warc", []string{warcRecord("resource", "text/html", "https://www.zeit.de/r", page)}, "#1 https://www.welt.de/politik/deutschland/article123456/Streit-um-Maut.html Streit um Maut für Kutschen 2014-09-02 metadata"},
		{"broken record", "a.warc", []string{"WARC/1.0\r\nContent-Length: x\r\n\r\n", good}, "!record 1: Content-Length \"x\" is no length; skipped; #2 https://www.welt.de/politik/deutschland/article123456/Streit-um-Maut.html Streit um Maut für Kutschen 2014-09-02 metadata"},
		{"not an article", "a.warc", []string{response("https://zeit.de/x", "200 OK\r\nContent-Type: text/html", "<html><body><nav>x</nav></body></html>")}, "!record 1 (https://zeit.de/x): holds no article; skipped"},
		{"no record", "a.warc.gz", []string{""}, "!holds no record"},
	} {
		var got []string
		path := archive(t, tt.file, tt.records...)
		for a, err := range ReadFile(t.Context(), File{Path: path}, Options{}) {
			if err != nil {
				got = append(got, "!"+strings.TrimPrefix(err.Error(), path+": "))
				continue
			}
			checkClean(t, a)
			got = append(got, fmt.Sprintf("%s %s %s %s %s", strings.TrimPrefix(a.Source, path), a.URL, a.Title, a.Published.Day(), a.PublishedFrom))
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, s, tt.want)
		}
	}
}

// TestBrotliBomb expects that what a page unpacks to is bounded.
func TestBrotliBomb(t *testing.T) {
	var packed bytes.Buffer
	w := brotli.NewWriterLevel(&packed, brotli.BestSpeed)
	if _, err := io.Copy(w, io.LimitReader(strings.NewReader(strings.Repeat("<p>", maxLine/3+2)), maxLine+2)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	path := archive(t, "a.warc", response("https://zeit.de/a", "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br", packed.String()))
	if got, want := outline(t, path, Options{}), "!a.warc: record 1 (https://zeit.de/a): is longer than 32 MB; skipped"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// BenchmarkWET reads an archive of texts as Common Crawl writes them, counted
// decompressed. Its records are as long as articles of the press, which the pages of
// the tests, little but furniture, are not.
func BenchmarkWET(b *testing.B) {
	pages, err := filepath.Glob("testdata/pages/*.txt")
	if err != nil || len(pages) == 0 {
		b.Fatalf("no pages: %v", err)
	}
	p := testParser(b)
	var records []string
	size := 0
	for n := range 500 {
		text := lengthened(testPage(b, pages[n%len(pages)]))
		if !hasParagraph(p.parse(text, "")) {
			continue // repeated, its text is like furniture
		}
		r := warcRecord("conversion", "text/plain", fmt.Sprintf("https://www.zeit.de/%d", n), text)
		records = append(records, r)
		size += len(r)
	}
	path := archive(b, "a.warc.wet.gz", records...)
	r, err := NewReader(Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		n := 0
		for _, err := range r.ReadFile(b.Context(), File{Path: path}) {
			if err != nil {
				b.Fatal(err)
			}
			n++
		}
		if n != len(records) {
			b.Fatalf("%d articles of %d records", n, len(records))
		}
	}
}
