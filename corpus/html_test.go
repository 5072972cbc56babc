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
