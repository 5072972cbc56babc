package corpus

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// member is a file of an archive; one with a target is a symbolic link.
type member struct{ name, content, target string }

func tarOf(t testing.TB, members ...member) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := tar.NewWriter(&buf)
	for _, m := range members {
		h := &tar.Header{Name: m.name, Size: int64(len(m.content)), Mode: 0o644, Typeflag: tar.TypeReg}
		if m.target != "" {
			h.Typeflag, h.Linkname = tar.TypeSymlink, m.target
		}
		if err := w.WriteHeader(h); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(m.content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func zipOf(t testing.TB, members ...member) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, m := range members {
		h := &zip.FileHeader{Name: m.name, Method: zip.Deflate}
		if m.target != "" {
			h.SetMode(os.ModeSymlink | 0o777)
			m.content = m.target
		}
		f, err := w.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(f, m.content); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func gzipOf(t testing.TB, data []byte) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := gzip.NewWriter(&buf)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func zstdOf(t testing.TB, data []byte) []byte {
	t.Helper()
	w, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	return w.EncodeAll(data, nil)
}

// outline is what reading a path gives: titles with their sources, and
// problems behind "!", both without the folder.
func outline(t testing.TB, path string, opts Options) string {
	t.Helper()
	var out []string
	short := func(s string) string { return strings.TrimPrefix(s, filepath.Dir(path)+"/") }
	for a, err := range Read(t.Context(), []string{path}, opts) {
		if err != nil {
			out = append(out, "!"+short(err.Error()))
			continue
		}
		out = append(out, short(a.Source)+" "+a.Title)
	}
	return strings.Join(out, "; ")
}

func TestContainers(t *testing.T) {
	good := []member{
		{name: "b/eins.jsonl", content: `{"title":"Eins","body":"x"}` + "\n" + `{"title":"Zwei","body":"y"}`},
		{name: "./c/drei.html", content: "<title>Drei</title><h1>Drei</h1>"},
		{name: ".hidden/x.txt", content: "x"}, {name: "__MACOSX/._x.txt", content: "x"}, {name: "README.md", content: "x"},
		{name: "d/vier.jsonl.gz", content: string(gzipOf(t, []byte(`{"title":"Vier","body":"x"}`)))},
		{name: "e.csv", content: "Titel;Text\nFünf;x\n"},
		{name: "f.warc", content: response("https://zeit.de/a", "200 OK\r\nContent-Type: text/plain", testPage(t, "testdata/pages/zeit-2019.txt"))},
	}
	const all = "NAME/b/eins.jsonl#1 Eins; NAME/b/eins.jsonl#2 Zwei; NAME/c/drei.html Drei; NAME/d/vier.jsonl.gz#1 Vier; NAME/e.csv#2 Fünf; NAME/f.warc#1 Wem gehört der Strand?"
	bad := []member{
		{name: "../../etc/x.jsonl", content: `{"title":"X"}`}, {name: "/etc/x.jsonl", content: `{"title":"X"}`}, {name: `..\x.jsonl`, content: `{"title":"X"}`},
		{name: "link.txt", target: "/etc/passwd"}, {name: "inner.tar", content: string(tarOf(t, good...))}, {name: "inner.zip", content: string(zipOf(t, good...))},
		{name: "sniffed", content: string(zipOf(t, good...))}, {name: "picture.png", content: "\x89PNG\x00"}, {name: "a.meta.json", content: "{}"},
		{name: "last.jsonl", content: `{"title":"Zuletzt","body":"x"}`},
	}
	const named = "!NAME/../../etc/x.jsonl: has a name that leads out of the archive; skipped; !NAME//etc/x.jsonl: has a name that leads out of the archive; skipped; " +
		"!NAME/../x.jsonl: has a name that leads out of the archive; skipped; !NAME/link.txt: is a link or device in an archive; skipped; " +
		"!NAME/inner.tar: is an archive within an archive; skipped; !NAME/inner.zip: is an archive within an archive; skipped; !NAME/sniffed: is an archive within an archive; skipped; " +
		"!NAME/picture.png: is a binary file; skipped; NAME/last.jsonl#1 Zuletzt"
	plain := tarOf(t, good...)
	for _, tt := range []struct {
		name    string
		content []byte
		want    string
	}{
		{"a.zip", zipOf(t, good...), all}, {"a.tar", plain, all}, {"a.tar.gz", gzipOf(t, plain), all}, {"a.tgz", gzipOf(t, plain), all}, {"a.tar.zst", zstdOf(t, plain), all},
		{"sniffed", zipOf(t, good...), all}, {"sniffed.bak", gzipOf(t, plain), all},
		{"bad.zip", zipOf(t, bad...), named}, {"bad.tar.gz", gzipOf(t, tarOf(t, bad...)), named},
		{"a.jsonl.zst", zstdOf(t, []byte(`{"title":"Eins","body":"x"}`)), "NAME#1 Eins"},
		{"cut.zip", zipOf(t, good...)[:200], "!NAME: is no valid zip archive: zip: not a valid zip file"},
		{"cut.tar", plain[:1200], "NAME/b/eins.jsonl#1 Eins; NAME/b/eins.jsonl#2 Zwei; !NAME: is cut short; what comes before has been read"},
		{"empty.zip", nil, "!NAME: is no valid zip archive: zip: not a valid zip file"},
		{"no.tar", []byte("what is this, no archive at all?"), "!NAME: is cut short; what comes before has been read"},
	} {
		path := filepath.Join(t.TempDir(), tt.name)
		if err := os.WriteFile(path, tt.content, 0o644); err != nil {
			t.Fatal(err)
		}
		if got, want := outline(t, path, Options{}), strings.ReplaceAll(tt.want, "NAME", tt.name); got != want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, want)
		}
	}
}

func TestCutGzipInTar(t *testing.T) {
	data := gzipOf(t, tarOf(t, member{name: "a.jsonl", content: strings.Repeat(`{"title":"Eins","body":"x"}`+"\n", 3)}))
	path := filepath.Join(t.TempDir(), "a.tar.gz")
	if err := os.WriteFile(path, data[:len(data)-20], 0o644); err != nil {
		t.Fatal(err)
	}
	if got := outline(t, path, Options{}); !strings.Contains(got, "the gzip stream is cut short") {
		t.Errorf("got %s", got)
	}
}

// TestBombs unpacks what would unpack to a gigabyte.
func TestBombs(t *testing.T) {
	if testing.Short() {
		t.Skip("unpacks 300 MB")
	}
	zeros := strings.Repeat(strings.Repeat("x", 1<<20)+"\n", 80) // lines, so that a reader could go on
	const want = "unpacks to more than 250 times its size, as no text does; the rest is skipped"
	for name, content := range map[string][]byte{
		"bomb.jsonl.gz":  gzipOf(t, []byte(zeros)),
		"bomb.jsonl.zst": zstdOf(t, []byte(zeros)),
		"bomb.zip":       zipOf(t, member{name: "a.jsonl", content: zeros}),
		"bomb.tar.gz":    gzipOf(t, tarOf(t, member{name: "a.jsonl", content: zeros})),
		"bomb.warc.gz":   gzipOf(t, []byte(warcRecord("resource", "text/plain", "https://zeit.de/a", zeros))),
	} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, content, 0o644); err != nil {
			t.Fatal(err)
		}
		if got := outline(t, path, Options{}); !strings.Contains(got, want) {
			t.Errorf("%s: got %.300s", name, got)
		}
	}
}

func TestInput(t *testing.T) {
	page := testPage(t, "testdata/pages/zeit-2019.txt")
	for _, tt := range []struct{ name, in, want string }{
		{"JSON lines", `{"title":"Eins","body":"x"}`, "-#1 Eins"},
		{"page", page, "- Wem gehört der Strand?"},
		{"HTML", "<!DOCTYPE html><title>Eins</title><h1>Eins</h1>", "- Eins"},
		{"gzip", string(gzipOf(t, []byte(`{"title":"Eins","body":"x"}`))), "-#1 Eins"},
		{"tar", string(tarOf(t, member{name: "a.jsonl", content: `{"title":"Eins","body":"x"}`})), "-/a.jsonl#1 Eins"},
		{"WARC", response("https://zeit.de/a", "200 OK\r\nContent-Type: text/plain", page), "-#1 Wem gehört der Strand?"},
		{"table", "Titel,Text\nEins,x\n", "-#2 Eins"},
		{"metadata", string(tarOf(t, member{name: "a.meta.json", content: `{}`})), "!-/a.meta.json: is metadata, which is used of an archive that is a file, not of standard input"},
		{"zip", string(zipOf(t, member{name: "a.jsonl", content: "{}"})), "!-: is a zip archive that is no file of its own; unpack it, or use tar"},
		{"nothing", "", "!-: is empty"},
	} {
		if got := outline(t, "-", Options{Input: strings.NewReader(tt.in)}); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
	if got := outline(t, "-", Options{}); !strings.HasPrefix(got, "!-: cannot be opened") {
		t.Errorf("without an input: %q", got)
	}
}

func FuzzContainer(f *testing.F) {
	files := []member{{name: "a.jsonl", content: `{"title":"Eins","body":"x"}`}, {name: "b.html", content: "<p>x"}, {name: "../c.csv", content: "title\nx"}}
	f.Add(tarOf(f, files...), ".tar")
	f.Add(gzipOf(f, tarOf(f, files...)), ".tgz")
	f.Add(zipOf(f, files...), ".zip")
	r, err := NewReader(Options{})
	if err != nil {
		f.Fatal(err)
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, data []byte, suffix string) {
		path := filepath.Join(dir, fmt.Sprintf("f%s", filepath.Base("x"+suffix)))
		if os.WriteFile(path, data, 0o644) != nil {
			return
		}
		for a, err := range r.ReadFile(t.Context(), File{Path: path}) {
			if err == nil {
				checkClean(t, a)
			}
		}
	})
}
