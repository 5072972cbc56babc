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

// BenchmarkPages takes the pages of the test data apart: as they are, little but
// furniture and of forty bytes a line, and with as much text as articles have.
func BenchmarkPages(b *testing.B) {
	pages := rawPages(b, "testdata/pages/*.txt")
	var articles []string
	for _, page := range pages {
		articles = append(articles, lengthened(page))
	}
	b.Run("short", func(b *testing.B) { benchmarkParse(b, pages) })
	b.Run("article", func(b *testing.B) { benchmarkParse(b, articles) })
}

// BenchmarkFolder takes the pages of the folders that SEARCHD_BENCH_PAGES lists
// apart, one benchmark a folder. Pages of the press belong to their publishers,
// and there are none in the project that are as long as real ones.
func BenchmarkFolder(b *testing.B) {
	folders := filepath.SplitList(os.Getenv("SEARCHD_BENCH_PAGES"))
	if len(folders) == 0 {
		b.Skip("SEARCHD_BENCH_PAGES lists no folders")
	}
	for _, folder := range folders {
		b.Run(filepath.Base(folder), func(b *testing.B) { benchmarkParse(b, rawPages(b, filepath.Join(folder, "*.txt"))) })
	}
}

// rawPages reads the pages that match a pattern.
func rawPages(b *testing.B, pattern string) (pages []string) {
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		b.Fatalf("no pages match %s: %v", pattern, err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		text, err := decode(data)
		if err != nil {
			b.Fatal(err)
		}
		pages = append(pages, text)
	}
	return pages
}

// lengthened repeats the paragraphs of a page until it has the 5 KB that an
// article of the press has on average.
func lengthened(page string) string {
	const usual = 5000 // bytes
	var paragraphs []string
	size := len(page)
	for line := range strings.Lines(page) {
		if len(line) > longText {
			paragraphs = append(paragraphs, line)
		}
	}
	var sb strings.Builder
	for line := range strings.Lines(page) {
		sb.WriteString(line)
		if len(line) <= longText {
			continue
		}
		for k := 0; k < len(paragraphs) && size < usual; k++ {
			sb.WriteString(paragraphs[k])
			size += len(paragraphs[k])
		}
	}
	return sb.String()
}

func benchmarkParse(b *testing.B, pages []string) {
	p := testParser(b)
	size := 0
	for _, page := range pages {
		size += len(page)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, page := range pages {
			p.parse(page, "")
		}
	}
}
