package corpus

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// update rewrites golden files: go test ./corpus -run Golden -update
var update = flag.Bool("update", false, "rewrite the golden files")

// checkGolden compares the articles of a file with PATH.golden.json.
func checkGolden(t *testing.T, path string) {
	t.Helper()
	var got bytes.Buffer
	for a, err := range ReadFile(t.Context(), File{Path: path}, Options{}) {
		if err != nil {
			got.WriteString(err.Error() + "\n")
			continue
		}
		checkClean(t, a)
		line, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		var plain bytes.Buffer
		if err := json.Indent(&plain, line, "", " "); err != nil {
			t.Fatal(err)
		}
		got.WriteString(plain.String() + "\n")
	}
	golden := path + ".golden.json"
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Errorf("%s: got\n%s", path, firstDifference(got.String(), string(want)))
	}
}

// firstDifference shows the first lines in which two texts differ.
func firstDifference(got, want string) string {
	w := strings.Split(want, "\n")
	for i, line := range strings.Split(got, "\n") {
		if i >= len(w) || line != w[i] {
			return line + "\nwant\n" + strings.Join(w[min(i, len(w)):min(i+1, len(w))], "")
		}
	}
	return "less than wanted"
}

func TestGoldenHTML(t *testing.T) {
	pages, err := filepath.Glob("testdata/html/*.html")
	if err != nil || len(pages) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	for _, path := range pages {
		t.Run(filepath.Base(path), func(t *testing.T) { checkGolden(t, path) })
	}
}

// TestForums adds a table to the built-in one.
func TestForums(t *testing.T) {
	const page = `<!DOCTYPE html><title>Titel</title><h1>Titel</h1><div class="leserpost"><i class="wer">Ada</i><p class="was">Recht so.</p></div>` +
		`<div class="wpd-comment"><b class="wpd-comment-author">Bea</b><p class="wpd-comment-text">Nein.</p><p class="x">Doch.</p></div>`
	for _, c := range []struct{ table, want string }{
		{"", "Bea: Nein."},
		{"\ufeff# Leser\r\n\r\nBote\t.leserpost\t.wer\t-\t-\t.was\r\n", "Ada: Recht so."},
		{"wpDiscuz\t.wpd-comment\t-\t-\t-\t.x", ": Doch."},
		{"Bote\t.leserpost\t.wer", "!read forums: line 1: want name, comment, author, date, title, text, separated by tabs"},
		{"#\nBote\t<\t-\t-\t-\t.was", `!read forums: line 2: "<" is no CSS selector: expected identifier, found < instead`},
	} {
		forums, err := NewForums(strings.NewReader(c.table))
		got := ""
		if err != nil {
			got = "!" + err.Error()
		} else {
			for a, err := range Read(t.Context(), []string{"-"}, Options{Forums: forums, Input: strings.NewReader(page)}) {
				if err != nil {
					t.Fatal(err)
				}
				for _, k := range a.Comments {
					got += k.Author + ": " + k.Text
				}
			}
		}
		if got != c.want {
			t.Errorf("%q gives %q, want %q", c.table, got, c.want)
		}
	}
}
