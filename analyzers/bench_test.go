package analyzers

import (
	"os"
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

// BenchmarkSplit opens compounds that are all different: those of an archive
// if there is one, else made-up ones, which share their parts and so flatter.
func BenchmarkSplit(b *testing.B) {
	a := newAnalyzer(b)
	compounds := madeUpCompounds()
	if os.Getenv(benchCorpus) != "" {
		compounds = archiveCompounds(b, a)
	}
	var l letters
	var ws workspace
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		l.read(compounds[i%len(compounds)])
		a.cuts(&ws.table, &l, &l.components[0])
		i++
	}
	b.ReportMetric(float64(len(compounds)), "compounds")
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "splits/s")
}

func madeUpCompounds() (compounds []string) {
	modifiers := strings.Fields(`Bundes Landes Geheimdienst Haushalts Umwelt Wirtschafts Gesundheits Verteidigungs Sommer Winter Schul
		Hochschul Verkehrs Steuer Sozial Renten Arbeits Arbeitsmarkt Energie Klima Landwirtschafts Innen Außen Sicherheits
		Forschungs Familien Jugend Kultur Sport Finanz Banken Börsen Handels Industrie Technik Daten Medien Zeitungs Fernseh
		Rundfunk Kommunal Europa Friedens Kriegs Flüchtlings Menschenrechts Gewerkschafts Partei Wahlkampf Regierungs`)
	heads := strings.Fields(`minister ministerium konferenz politik ausschuss sprecher gesetz reform debatte krise programm
		plan bericht kommission behörde experte verband vertreter vorschlag beschluss forderung entscheidung prüfung
		projekt kosten ausgaben mittel fonds stelle zentrum institut akademie referat abteilung direktor chef frage
		lage entwicklung strategie initiative bündnis abkommen verhandlungen beauftragte beratung zeitung gipfel`)
	for _, m := range modifiers {
		for _, h := range heads {
			compounds = append(compounds, m+h)
		}
	}
	return compounds
}

// archiveCompounds gives the first different compounds of an archive.
func archiveCompounds(b *testing.B, a *Analyzer) (compounds []string) {
	const enough = 50_000
	seen := map[string]bool{}
	texts, _ := archiveTexts(b)
	for _, text := range texts {
		sc := scanner{text: text}
		for sp, ok := sc.next(); ok && len(compounds) < enough; sp, ok = sc.next() {
			word := text[sp.start:sp.end]
			if !seen[word] && len(a.Split(word)) > 1 && !strings.Contains(word, "-") {
				compounds = append(compounds, word)
			}
			seen[word] = true
		}
	}
	return compounds
}
