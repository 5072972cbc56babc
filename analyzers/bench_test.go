package analyzers

import (
	"strings"
	"testing"
)

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := New(); err != nil {
			b.Fatal(err)
		}
	}
}

// article is a paragraph of the kind that news have.
const article = `Der US-Präsident hat am Dienstag in Washington neue Vorwürfe gegen den Geheimdienst erhoben.
Nach Angaben mehrerer Mitarbeiterinnen und Mitarbeiter des Außenministeriums waren die Geheimdienstinformationen
schon im Frühjahr an die Bundesregierung weitergegeben worden. "Das ist ein Skandal", sagte der 63-Jährige, z. B. mit
Blick auf die Haushaltsverhandlungen 2024/25. Die Opposition forderte einen Untersuchungsausschuss des Bundestages. `

// BenchmarkArchive shows the whole chain on text that is all different, with a
// stream that knows no word at first.
func BenchmarkArchive(b *testing.B) {
	a := newAnalyzer(b)
	texts, size := archiveTexts(b)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	tokens := 0
	for b.Loop() {
		var s Stream
		for _, text := range texts {
			a.Analyze(&s, text)
			tokens += len(s.Tokens)
		}
	}
	b.ReportMetric(float64(tokens)/float64(b.N), "tokens/op")
}

// BenchmarkArchiveBleve is BenchmarkArchive by way of Bleve's interface.
func BenchmarkArchiveBleve(b *testing.B) {
	texts, size := archiveTexts(b)
	inputs := make([][]byte, len(texts))
	for i, text := range texts {
		inputs[i] = []byte(text)
	}
	a := newAnalyzer(b)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	tokens := 0
	for b.Loop() {
		chain := NewBleve(a)
		for _, input := range inputs {
			tokens += len(chain.Analyze(input))
		}
	}
	b.ReportMetric(float64(tokens)/float64(b.N), "tokens/op")
}

// BenchmarkAnalyze shows text whose words the stream knows.
func BenchmarkAnalyze(b *testing.B) {
	a := newAnalyzer(b)
	text := strings.Repeat(article, 20)
	var s Stream
	a.Analyze(&s, text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		a.Analyze(&s, text)
	}
}

// BenchmarkAnalyzeNew shows text whose words are all new to the stream.
func BenchmarkAnalyzeNew(b *testing.B) {
	a := newAnalyzer(b)
	var s Stream
	a.Analyze(&s, article)
	b.SetBytes(int64(len(article)))
	b.ReportAllocs()
	for b.Loop() {
		s.words.age()
		s.words.old.reset()
		a.Analyze(&s, article)
	}
}

func BenchmarkSplit(b *testing.B) {
	a := newAnalyzer(b)
	var t letters
	words := []string{"Geheimdienstinformationen", "Bundestagsabgeordneter", "Hauptbahnhof", "Kanzlerin", "Umweltministerkonferenz"}
	var table = new(workspace)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		t.read(words[i%len(words)])
		a.cuts(&table.table, &t, &t.components[0])
		i++
	}
}
