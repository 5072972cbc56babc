package main

import (
	"context"
	"io"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"presseschau/search"
	"presseschau/web"
)

// benchCorpus names the files and folders that benchmarks read, separated as
// in PATH; without it they read the sample archive.
const benchCorpus = "SEARCHD_BENCH_CORPUS"

// benchImport imports the corpus of the benchmarks into a new data folder.
func benchImport(b *testing.B) (*library, *report) {
	b.Helper()
	opts := &options{corpus: []string{"../../examples/archive"}}
	if named := os.Getenv(benchCorpus); named != "" {
		opts.corpus = filepath.SplitList(named)
	}
	lib, err := openLibrary(b.Context(), b.TempDir(), "", slog.New(slog.DiscardHandler))
	if err != nil {
		b.Fatal(err)
	}
	in, err := newIngest(lib, opts, &progress{})
	if err != nil {
		b.Fatal(err)
	}
	rep, err := in.run(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	return lib, rep
}

// BenchmarkImport reads, recognises, stores and indexes a corpus; MB/s are of
// its text.
func BenchmarkImport(b *testing.B) {
	for b.Loop() {
		lib, rep := benchImport(b)
		b.SetBytes(rep.text)
		b.ReportMetric(float64(rep.articles), "articles")
		b.ReportMetric(float64(rep.comments), "comments")
		if err := lib.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(peakMemory(b), "peak-MB")
}

// peakMemory is the largest resident size of this process so far, in MB; 0
// where the system does not tell.
func peakMemory(b *testing.B) float64 {
	b.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	fields := strings.Fields(rest)
	if len(fields) == 0 {
		return 0
	}
	kilobytes, err := strconv.ParseFloat(fields[0], 64)
	if err != nil {
		b.Fatal(err)
	}
	return kilobytes / 1000
}

// BenchmarkQueries asks 200 mixed queries with three facets and ten
// highlighted hits, inside the process and over HTTP.
func BenchmarkQueries(b *testing.B) {
	lib, _ := benchImport(b)
	defer lib.Close()
	queries := mixedQueries(b, lib)
	handler, err := web.New(web.Options{Searcher: lib.index})
	if err != nil {
		b.Fatal(err)
	}
	server := httptest.NewServer(handler)
	defer server.Close()

	b.Run("inside", func(b *testing.B) {
		measure(b, queries, func(r search.Request) error {
			_, err := lib.index.Search(b.Context(), r)
			return err
		})
	})
	b.Run("http", func(b *testing.B) {
		measure(b, queries, func(r search.Request) error { return askHTTP(b.Context(), server, r) })
	})
}

// measure reports the median and the 95th percentile of the queries.
func measure(b *testing.B, queries []search.Request, ask func(search.Request) error) {
	for _, q := range queries { // what is loaded once is not measured
		if err := ask(q); err != nil {
			b.Fatalf("%s: %v", q.Query, err)
		}
	}
	var took []time.Duration
	for i := 0; b.Loop(); i++ {
		start := time.Now()
		if err := ask(queries[i%len(queries)]); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	for _, percent := range []int{50, 95} {
		at := took[min(len(took)*percent/100, len(took)-1)]
		b.ReportMetric(float64(at.Microseconds())/1000, "p"+strconv.Itoa(percent)+"-ms")
	}
}

func askHTTP(ctx context.Context, server *httptest.Server, r search.Request) error {
	v := url.Values{"q": {r.Query}, "size": {strconv.Itoa(r.Size)}}
	for _, f := range r.Filters {
		v[string(f.Facet)] = f.Include
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, server.URL+"/api/search?"+v.Encode(), nil)
	if err != nil {
		return err
	}
	answer, err := server.Client().Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	_, err = io.Copy(io.Discard, answer.Body)
	return err
}

// mixedQueries are 200 queries of words that stand in the archive: frequent
// and rare ones, two of which both and three of which any must be there,
// phrases, prefixes, fuzzy words, and words within a year.
func mixedQueries(b *testing.B, lib *library) []search.Request {
	b.Helper()
	texts := benchTexts(b, lib)
	counts := map[string]int{}
	for _, words := range texts {
		for _, w := range words {
			if len([]rune(w)) >= 4 && w != strings.ToUpper(w) {
				counts[w]++
			}
		}
	}
	byFrequency := byCount(counts)
	random := rand.New(rand.NewPCG(1, 2))
	frequent := func() string { return byFrequency[random.IntN(min(300, len(byFrequency)))] }
	rare := func() string { return byFrequency[len(byFrequency)-1-random.IntN(len(byFrequency)/2)] }
	phrase := func() string {
		words := texts[random.IntN(len(texts))]
		i := random.IntN(max(1, len(words)-1))
		return `"` + strings.Join(words[i:min(i+2, len(words))], " ") + `"`
	}
	forms := []func() string{
		frequent, rare,
		func() string { return frequent() + " " + rare() },
		func() string { return frequent() + " ODER " + frequent() + " ODER " + rare() },
		phrase,
		func() string { return string([]rune(frequent())[:4]) + "*" },
		func() string { return rare() + "~" },
		frequent,
	}
	list := make([]search.Request, 200)
	for i := range list {
		form := i % len(forms)
		list[i] = search.Request{Query: forms[form](), Page: 1, Size: 10}
		if form == len(forms)-1 {
			year := strconv.Itoa(2013 + random.IntN(8))
			list[i].Filters = []search.Filter{{Facet: search.YearFacet, Include: []string{year}}}
		}
	}
	return list
}

// benchTexts are the words of some articles.
func benchTexts(b *testing.B, lib *library) [][]string {
	b.Helper()
	changes, err := lib.arch.Changes(b.Context(), 0, 5000)
	if err != nil {
		b.Fatal(err)
	}
	var texts [][]string
	for _, c := range changes {
		if c.Record == nil {
			continue
		}
		words := strings.FieldsFunc(c.Record.Article.BodyText(), func(r rune) bool { return !unicode.IsLetter(r) })
		if len(words) > 1 {
			texts = append(texts, words)
		}
	}
	return texts
}
