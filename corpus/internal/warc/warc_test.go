package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
)

// rec is a record as text; a length below zero stands for the true one.
func rec(kind, url, content string, length int) string {
	if length < 0 {
		length = len(content)
	}
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2020-05-06T07:08:09Z\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, url, length, content)
}

func zipped(t testing.TB, records ...string) string {
	t.Helper()
	var buf bytes.Buffer
	for _, r := range records {
		w := gzip.NewWriter(&buf)
		if _, err := w.Write([]byte(r)); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return buf.String()
}

// outline is what a reader makes of a stream: a word for each record, "!" for
// each broken one.
func outline(in io.Reader) string {
	r := NewReader(bufio.NewReaderSize(in, 64<<10))
	var out []string
	for {
		rec, err := r.Next()
		var broken *BrokenError
		switch {
		case errors.Is(err, io.EOF):
			return strings.Join(out, " ")
		case errors.As(err, &broken):
			out = append(out, "!")
			continue
		case err != nil:
			return strings.Join(append(out, err.Error()), " ")
		}
		content, err := io.ReadAll(rec.Block)
		if err != nil {
			content = append(content, '?')
		}
		out = append(out, fmt.Sprintf("%d:%s=%s", rec.N, rec.URL, content))
	}
}

func TestNext(t *testing.T) {
	a, b, c := rec("response", "a", "xx", -1), rec("response", "b", "WARC\r\n", -1), rec("response", "c", "z", -1)
	damaged := []byte(zipped(t, a, b, c))
	copy(damaged[len(zipped(t, a))+10:], strings.Repeat("\xff", 20)) // behind the head of the second member
	for _, tt := range []struct{ name, in, want string }{
		{"plain", a + b + c, "1:a=xx 2:b=WARC\r\n 3:c=z"},
		{"empty", "", ""},
		{"line feeds alone", strings.ReplaceAll(a+c, "\r", ""), "1:a=xx 2:c=z"},
		{"no blank lines between", strings.TrimSpace(a) + "\r\n" + c, "1:a=xx 2:c=z"},
		{"continued field", strings.Replace(a, "URI: a", "URI: a\r\n b", 1), "1:a b=xx"},
		{"angle brackets", strings.Replace(a, "URI: a", "URI: <a>", 1), "1:a=xx"},
		{"length too small", rec("response", "a", "0123456789", 4) + c, "1:a=0123 ! 3:c=z"},
		{"length too great", rec("response", "a", "xx", 1000) + c, "1:a=xx\r\n\r\n" + c + "? !"},
		{"no length", strings.Replace(a, "Length: 2", "Length: two", 1) + c, "! 2:c=z"},
		{"negative length", strings.Replace(a, "Length: 2", "Length: -2", 1) + c, "! 2:c=z"},
		{"line without a colon", strings.Replace(a, "WARC-Type:", "WARC-Type", 1) + c, "! 2:c=z"},
		{"junk in front", "what is this\r\nand this\r\n" + c, "! 2:c=z"},
		{"cut in the head", a + c[:20], "1:a=xx !"},
		{"cut in the block", a + c[:len(c)-5], "1:a=xx 2:c=? !"},
		{"long head", "WARC/1.0\r\nx: " + strings.Repeat("x", maxHead) + "\r\n\r\n" + c, "! 2:c=z"},
		{"members", zipped(t, a, b, c), "1:a=xx 2:b=WARC\r\n 3:c=z"},
		{"one member", zipped(t, a+b+c), "1:a=xx 2:b=WARC\r\n 3:c=z"},
		{"damaged member", string(damaged), "1:a=xx ! 3:c=z"},
		{"cut member", zipped(t, a) + zipped(t, c)[:30], "1:a=xx !"},
		{"first member damaged", "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff\xff\xff" + zipped(t, c), "! 2:c=z"},
	} {
		in := io.Reader(strings.NewReader(tt.in))
		if strings.HasPrefix(tt.in, "\x1f\x8b") {
			in = NewMembers(bufio.NewReader(in))
		}
		if got := outline(in); got != tt.want {
			t.Errorf("%s:\n got %q\nwant %q", tt.name, got, tt.want)
		}
	}
}

func TestNextSkipsWhatIsLeft(t *testing.T) {
	r := NewReader(bufio.NewReader(strings.NewReader(rec("response", "a", strings.Repeat("x", 1<<20), -1) + rec("response", "b", "y", -1))))
	for _, want := range []string{"a", "b"} {
		if rec, err := r.Next(); err != nil || rec.URL != want {
			t.Fatalf("got %+v, %v, want %s", rec, err, want)
		}
	}
}

func brotlied(t testing.TB, text string) string {
	t.Helper()
	var buf bytes.Buffer
	w := brotli.NewWriter(&buf)
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.String()
}

func TestReadResponse(t *testing.T) {
	packed := zipped(t, "text")
	for _, tt := range []struct{ name, in, want string }{
		{"plain", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\ntext", "200 text/html text"},
		{"line feeds alone", "HTTP/1.0 404\nContent-Type: a\n\nx", "404 a x"},
		{"chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\nte\r\n2\r\nxt\r\n0\r\n\r\n", "200  text"},
		{"chunks put together", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n<p>text", "200  <p>text"},
		{"gzip", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + packed, "200  text"},
		{"gzip taken off", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\ntext", "200  text"},
		{"chunks of gzip", fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n", len(packed), packed), "200  text"},
		{"cut chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nte", "200  te!unexpected EOF"},
		{"wrong chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\ntext\r\n", "200  te!a chunk is longer than its size says"},
		{"brotli", "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n" + brotlied(t, "text"), "200  text"},
		{"brotli taken off", "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n<p>Straße", "200  <p>Straße"},
		{"cut brotli", "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n" + brotlied(t, "text")[:4], "200  t!unexpected EOF"},
		{"unknown encoding", "HTTP/1.1 200 OK\r\nContent-Encoding: compress\r\n\r\nx", `!the content encoding "compress" cannot be read`},
		{"no response", "<html>\n", "!the record holds no HTTP response"},
		{"empty", "", "!the HTTP response has no status line: EOF"},
	} {
		got := ""
		if res, err := ReadResponse(strings.NewReader(tt.in)); err != nil {
			got = "!" + err.Error()
		} else {
			text, err := io.ReadAll(res.Body)
			got = fmt.Sprintf("%d %s %s", res.Status, res.Header["content-type"], text)
			if err != nil {
				got += "!" + err.Error()
			}
		}
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func FuzzNext(f *testing.F) {
	a, b := rec("response", "a", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nte\r\n0\r\n\r\n", -1), rec("conversion", "b", "text", -1)
	f.Add([]byte(a+b), false)
	f.Add([]byte(zipped(f, a, b)), true)
	f.Fuzz(func(t *testing.T, data []byte, members bool) {
		in := io.Reader(bytes.NewReader(data))
		if members {
			in = NewMembers(bufio.NewReader(in))
		}
		r := NewReader(bufio.NewReader(in))
		for n := 0; ; n++ {
			if n > len(data)+2 && !members {
				t.Fatal("more records than bytes")
			}
			rec, err := r.Next()
			var broken *BrokenError
			if errors.As(err, &broken) {
				continue
			}
			if err != nil {
				return
			}
			if res, err := ReadResponse(rec.Block); err == nil {
				_, _ = io.Copy(io.Discard, io.LimitReader(res.Body, 1<<20)) // damage is expected, hanging is not
			}
		}
	})
}
