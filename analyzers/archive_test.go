package analyzers

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// benchCorpus names the files and folders that benchmarks read, of JSON lines
// or raw text, separated as in PATH.
const benchCorpus = "SEARCHD_BENCH_CORPUS"

// maxArchive bounds the text that a benchmark reads, in bytes.
const maxArchive = 80 << 20

// archiveTexts gives the texts of an archive of one's own; without one it says so and skips the benchmark.
func archiveTexts(b *testing.B) (texts []string, size int) {
	b.Helper()
	named := os.Getenv(benchCorpus)
	if named == "" {
		fmt.Fprintf(os.Stderr, "%s is skipped: set %s to files of JSON lines or raw text\n", b.Name(), benchCorpus)
		b.SkipNow()
	}
	for _, path := range filepath.SplitList(named) {
		err := filepath.WalkDir(path, func(path string, d fs.DirEntry, err error) error {
			switch filepath.Ext(strings.TrimSuffix(path, ".gz")) {
			case ".jsonl", ".ndjson", ".json", ".txt":
				if err == nil && !d.IsDir() {
					texts = append(texts, readTexts(b, path)...)
				}
			}
			return err
		})
		if err != nil {
			b.Fatal(err)
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

// readTexts gives the titles, leads, bodies and comments of a file of JSON
// lines, or the whole of one of raw text.
func readTexts(b *testing.B, path string) (texts []string) {
	b.Helper()
	f, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	var r io.Reader = f
	if name, zipped := strings.CutSuffix(path, ".gz"); zipped {
		if r, err = gzip.NewReader(f); err != nil {
			b.Fatalf("%s: %v", path, err)
		}
		path = name
	}
	if filepath.Ext(path) == ".txt" {
		text, err := io.ReadAll(r)
		if err != nil {
			b.Fatalf("%s: %v", path, err)
		}
		return []string{string(text)}
	}
	for lines := json.NewDecoder(r); ; {
		var article any
		if err := lines.Decode(&article); err == io.EOF {
			return texts
		} else if err != nil {
			b.Fatalf("%s: %v", path, err)
		}
		texts = appendTexts(texts, article)
	}
}

// appendTexts appends the texts within a value of JSON.
func appendTexts(texts []string, value any) []string {
	switch v := value.(type) {
	case []any:
		for _, element := range v {
			texts = appendTexts(texts, element)
		}
	case map[string]any:
		for _, name := range []string{"title", "lead", "body", "text", "comments"} {
			if text, ok := v[name].(string); ok && text != "" {
				texts = append(texts, text)
			} else if !ok {
				texts = appendTexts(texts, v[name])
			}
		}
	}
	return texts
}
