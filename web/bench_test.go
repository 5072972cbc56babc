package web

import "testing"

// BenchmarkHTTP is what pages and answers cost beside the search itself: the
// engine answers at once with twenty hits. Answers are sent plain: compressing
// a page takes about as long as making it, and is a proxy's job where networks
// are slow.
func BenchmarkHTTP(b *testing.B) {
	s, err := assemble(Options{Searcher: sampleArchive()})
	if err != nil {
		b.Fatal(err)
	}
	r, _, err := asked{}.Normalize()
	if err != nil {
		b.Fatal(err)
	}
	res, err := s.searcher.Search(b.Context(), r)
	if err != nil {
		b.Fatal(err)
	}
	h, err := New(Options{Searcher: ready{res: res, archive: sampleArchive()}})
	if err != nil {
		b.Fatal(err)
	}
	for _, bm := range []struct{ name, url string }{
		{"page", "/?q=Bahn"}, {"json", "/api/search?q=Bahn"}, {"article", "/article/beispiel-03?q=Geheimdienst"},
	} {
		b.Run(bm.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if w := get(h, bm.url); w.Code != 200 {
					b.Fatal(w.Code)
				}
			}
		})
	}
}
