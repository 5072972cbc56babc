package archive

import (
	"fmt"
	"strings"
	"testing"

	"presseschau/corpus"
)

// benchRecords makes n articles of about 4 KB with 8 comments of 400 bytes and
// 30 mentions of actors.
func benchRecords(n, version int) (records []Record, bytes int64) {
	sentence := "Die Bundesregierung will im Herbst über den Haushalt beraten, sagte ein Sprecher. "
	for i := range n {
		a := &corpus.Article{ID: fmt.Sprintf("https://example.org/%d", i), Outlet: fmt.Sprintf("Blatt %d", i%20),
			Title: fmt.Sprintf("Haushalt %d, Fassung %d", i, version), Published: corpus.Date(fmt.Sprintf("20%02d-05-17", i%25)),
			Authors: []string{"Max Muster"}, Agencies: []string{"dpa"}}
		for range 10 {
			a.Body = append(a.Body, corpus.Block{Kind: corpus.Paragraph, Text: strings.Repeat(sentence, 5)})
		}
		for c := range 8 {
			a.Comments = append(a.Comments, corpus.Comment{N: c + 1, Author: "Leser", Date: "2015-05-18T10:00", Text: strings.Repeat(sentence, 5)})
		}
		r := Record{Article: a}
		for m := range 30 {
			k := (i*7 + m*m) % 400
			actor := corpus.Actor{ID: fmt.Sprintf("person:%d", k), Name: fmt.Sprintf("Person %d", k), Type: corpus.Person}
			r.Mentions = append(r.Mentions, corpus.Mention{Actor: actor, Comment: m % 4 / 3, Field: corpus.BodyField, Start: m * 10, End: m*10 + 6})
		}
		bytes += textBytes(a)
		records = append(records, r)
	}
	return records, bytes
}

func textBytes(a *corpus.Article) int64 {
	n := len(a.Title) + len(a.Lead) + len(a.BodyText())
	for _, c := range a.Comments {
		n += len(c.Title) + len(c.Text)
	}
	return int64(n)
}

func BenchmarkPut(b *testing.B) {
	for _, kind := range []string{"new", "unchanged", "replaced"} {
		b.Run(kind, func(b *testing.B) {
			a := open(b)
			first, bytes := benchRecords(1000, 0)
			other, _ := benchRecords(1000, 1)
			must[[]Change](b)(a.Put(b.Context(), first))
			b.SetBytes(bytes)
			for i := range b.N {
				records := first
				switch kind {
				case "new":
					b.StopTimer()
					for j := range records {
						records[j].Article.ID = fmt.Sprintf("%d-%d", i, j)
					}
					b.StartTimer()
				case "replaced":
					if i%2 == 0 {
						records = other
					}
				}
				must[[]Change](b)(a.Put(b.Context(), records))
			}
		})
	}
}

func BenchmarkHeads(b *testing.B) {
	a := open(b)
	records, _ := benchRecords(2000, 0)
	must[[]Change](b)(a.Put(b.Context(), records))
	for _, comments := range [][]int{nil, {1, 4, 7}} {
		b.Run(fmt.Sprintf("comments=%d", len(comments)), func(b *testing.B) {
			refs := make([]Ref, 10)
			for i := range b.N {
				for j := range refs {
					refs[j] = Ref{ID: records[(i*37+j*191)%len(records)].Article.ID, Comments: comments}
				}
				if heads := must[[]Head](b)(a.Heads(b.Context(), refs)); len(heads) != 10 {
					b.Fatalf("%d heads", len(heads))
				}
			}
		})
	}
}

func BenchmarkChanges(b *testing.B) {
	a := open(b)
	records, bytes := benchRecords(1000, 0)
	must[[]Change](b)(a.Put(b.Context(), records))
	b.SetBytes(bytes)
	for b.Loop() {
		if changes := must[[]Change](b)(a.Changes(b.Context(), 0, 1000)); len(changes) != 1000 {
			b.Fatalf("%d changes", len(changes))
		}
	}
}

func BenchmarkRecord(b *testing.B) {
	a := open(b)
	records, _ := benchRecords(1000, 0)
	must[[]Change](b)(a.Put(b.Context(), records))
	for i := range b.N {
		must[*Record](b)(a.Record(b.Context(), records[i%len(records)].Article.ID))
	}
}
