package analyzers

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// benchCorpus names the files that benchmarks read, JSON lines, separated as
// in PATH.
const benchCorpus = "SEARCHD_BENCH_CORPUS"

// maxArchive bounds the text that a benchmark reads, in bytes.
const maxArchive = 80 << 20

// archiveTexts gives the texts of an archive of one's own, an article or a
// comment each; without one it says so and skips the benchmark.
func archiveTexts(b *testing.B) (texts []string, size int) {
	b.Helper()
	named := os.Getenv(benchCorpus)
	if named == "" {
		fmt.Fprintf(os.Stderr, "%s is skipped: set %s to files of JSON lines\n", b.Name(), benchCorpus)
		b.Skipf("set %s to files of JSON lines, gzipped or not, to measure on text that is all different", benchCorpus)
	}
	for _, path := range filepath.SplitList(named) {
		paths := []string{path}
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			paths, _ = filepath.Glob(filepath.Join(path, "*.jsonl*"))
		}
		for _, path := range paths {
			texts = append(texts, readTexts(b, path)...)
		}
	}
	for i, text := range texts {
		if size += len(text); size > maxArchive {
			return texts[:i+1], size
		}
	}
	if size == 0 {
		b.Fatalf("%s=%s: no text", benchCorpus, named)
	}
	return texts, size
}

// readTexts gives the bodies and comments of a file.
func readTexts(b *testing.B, path string) (texts []string) {
	b.Helper()
	f, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			b.Fatalf("%s: %v", path, err)
		}
	}
	for lines := json.NewDecoder(r); ; {
		var article struct {
			Title, Lead, Body string
			Comments          []struct{ Title, Text string }
		}
		if err := lines.Decode(&article); err == io.EOF {
			return texts
		} else if err != nil {
			b.Fatalf("%s: %v", path, err)
		}
		texts = append(texts, article.Title+"\n"+article.Lead+"\n"+article.Body)
		for _, c := range article.Comments {
			texts = append(texts, c.Title+"\n"+c.Text)
		}
	}
}
