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
		s.words.young.reset()
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
