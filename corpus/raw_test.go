package corpus

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
)

func gzipped(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = io.WriteString(w, s) // into memory
	_ = w.Close()
	return b.String()
}

func TestRaw(t *testing.T) {
	long := strings.Repeat("ä", MaxRaw) // twice the bytes
	for _, c := range []struct {
		name, in string
		n        int
		want     string
		cut      bool
		fails    bool
	}{
		{"a.txt", "Titel\n\nText\n", 0, "Titel\n\nText\n", false, false},
		{"a.txt", "T\xfcr", 0, "Tür", false, false},
		{"a.jsonl", "{1}\n{2}\n{3}", 2, "{2}", false, false},
		{"a.jsonl", "{1}\n{2}\n{3}", 3, "{3}", false, false},
		{"a.jsonl", "{1}\n", 4, "", false, true},
		{"a.jsonl.gz", gzipped("{1}\n{2}\n"), 2, "{2}", false, false},
		{"a.html", "\xff\xfea\x00b\x00", 0, "ab", false, false},
		{"a.txt", long, 0, long[:MaxRaw], true, false},
		{"a.txt", "x" + long, 0, ("x" + long)[:MaxRaw-1], true, false},
		{"a.zip", "PK", 0, "", false, true},
		{"a.tgz", gzipped("x"), 0, "", false, true},
		{"a.warc.gz", gzipped("WARC/1.0"), 3, "", false, true},
		{"a.txt", "\x00\x01\x02", 0, "", false, true},
		{"", "", 0, "", false, false},
	} {
		got, cut, err := Raw(t.Context(), c.name, strings.NewReader(c.in), c.n)
		if got != c.want || cut != c.cut || (err != nil) != c.fails {
			t.Errorf("%s line %d: %.20q… of %d bytes, %v, %v", c.name, c.n, got, len(got), cut, err)
		}
	}
	if _, _, err := Raw(t.Context(), "a.zip", strings.NewReader(""), 0); !errors.Is(err, ErrNoRaw) {
		t.Errorf("a zip archive: %v", err)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if _, _, err := Raw(ended, "a.jsonl", strings.NewReader("{1}\n{2}\n"), 2); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end of the request: %v", err)
	}
}

func TestDroppedLines(t *testing.T) {
	page := "Startseite\nMehr zum Thema Bahn\nRat will Brücke sanieren\n\n" +
		strings.Repeat("Der Rat der Stadt hat am Montag beschlossen, dass die alte Brücke nicht abgerissen wird. Das sagte der Bürgermeister nach der Sitzung am Abend. ", 3) + "\n\nArtikel drucken\n"
	for _, key := range []string{"", "key"} {
		var got []string
		r, err := NewReader(Options{Dropped: func(line string) { got = append(got, line) }, PseudonymKey: []byte(key)})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := r.textPage([]byte(page), "", ""); err != nil {
			t.Fatal(err)
		}
		if all := strings.Join(got, "|"); (key == "") != strings.Contains(all, "Artikel drucken") || strings.Contains(all, "Bürgermeister") {
			t.Errorf("with key %q: %q", key, got)
		}
	}
}

func FuzzRaw(f *testing.F) {
	f.Add("a.txt", "x\ny", 1)
	f.Add("a.jsonl.gz", gzipped("a\nb"), 2)
	f.Fuzz(func(t *testing.T, name, in string, n int) {
		text, _, err := Raw(t.Context(), name, strings.NewReader(in), n%100)
		if err == nil && len(text) > 4*MaxRaw {
			t.Errorf("%d bytes", len(text))
		}
	})
}
