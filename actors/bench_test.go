package actors

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// BenchmarkFind measures bytes of text a second, on the article of testdata.
func BenchmarkFind(b *testing.B) {
	text, err := os.ReadFile("testdata/article.txt")
	if err != nil {
		b.Fatal(err)
	}
	r := newRecognizer(b)
	doc := []Section{{Role: Title, Text: "Treffen in Genf: Krelling und Baumgarten streiten"}, {Role: Body, Text: string(text)}}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		r.Find(doc, "2015-09-04")
	}
}

// benchCorpus is the variable that names a folder of articles.
const benchCorpus = "SEARCHD_BENCH_CORPUS"

// maxArticles is the number of articles of a corpus that are read at most.
const maxArticles = 4000

// BenchmarkArticles measures bytes of different text a second, on the articles
// of the files of JSON lines in the folder that benchCorpus names.
func BenchmarkArticles(b *testing.B) {
	files, _ := filepath.Glob(filepath.Join(os.Getenv(benchCorpus), "*.jsonl.gz"))
	if len(files) == 0 || os.Getenv(benchCorpus) == "" {
		b.Skip("no folder with files of JSON lines is named")
	}
	docs, size := readArticles(b, files)
	r := newRecognizer(b)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, doc := range docs {
			r.Find(doc, "")
		}
	}
}

// readArticles gives the first articles of files, and the bytes of their text.
func readArticles(b *testing.B, files []string) (docs [][]Section, size int) {
	b.Helper()
	for _, path := range files {
		f, err := os.Open(path)
		if err != nil {
			b.Fatal(err)
		}
		defer f.Close()
		unpacked, err := gzip.NewReader(f)
		if err != nil {
			b.Fatal(err)
		}
		lines := bufio.NewScanner(unpacked)
		lines.Buffer(nil, 1<<24)
		for len(docs) < maxArticles && lines.Scan() {
			var a struct{ Title, Body string }
			if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
				b.Fatal(err)
			}
			size += len(a.Title) + len(a.Body)
			docs = append(docs, []Section{{Role: Title, Text: a.Title}, {Role: Body, Text: a.Body}})
		}
	}
	return docs, size
}

// BenchmarkNew measures the start.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		newRecognizer(b)
	}
}
