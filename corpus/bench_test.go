package corpus

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkLines reads JSON lines of articles with 4 KB of text and ten comments.
func BenchmarkLines(b *testing.B) {
	a := Article{ID: "1", URL: "https://www.spiegel.de/a", Outlet: "spiegel.de", Title: "Ein Titel über Größe", Published: "2019-05-08", PublishedFrom: FromMetadata}
	for range 10 {
		a.Body = append(a.Body, Block{Kind: Paragraph, Text: strings.TrimSpace(strings.Repeat("Die Länder prüfen „große“ Maßnahmen. ", 10))})
		a.Comments = append(a.Comments, Comment{Author: "nick", Date: "2019-05-08T14:00", Text: "Das überzeugt mich überhaupt nicht, im Gegenteil."})
	}
	line, err := json.Marshal(&a)
	if err != nil {
		b.Fatal(err)
	}
	path := filepath.Join(b.TempDir(), "a.jsonl")
	content := strings.Repeat(string(line)+"\n", 1000)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		for _, err := range ReadFile(context.Background(), File{Path: path}, Options{}) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkPages takes the pages of the test data apart.
func BenchmarkPages(b *testing.B) {
	paths, err := filepath.Glob("testdata/pages/*.txt")
	if err != nil {
		b.Fatal(err)
	}
	var pages []string
	size := 0
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		pages = append(pages, string(data))
		size += len(data)
	}
	p := testParser(b)
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, page := range pages {
			p.parse(page, "")
		}
	}
}
