package actors

import (
	"os"
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

// BenchmarkNew measures the start.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		newRecognizer(b)
	}
}
