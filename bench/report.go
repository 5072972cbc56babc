package main

import (
	"fmt"
	"io"
	"math"
	"strings"
	"text/tabwriter"
)

// report prints the tables of what was measured.
func report(out io.Writer, s *settings, r *results) {
	fmt.Fprintf(out, "%s, %d cores, %s, %s\n", r.Machine.System, r.Machine.Cores, r.Machine.Processor, r.Machine.Go)
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	if r.Corpus != nil {
		fmt.Fprintf(table, "%d documents, %.1f MB of text\n", r.Corpus.Documents, megabytes(r.Corpus.Text))
		reportBuilds(table, s, r)
	}
	if len(r.Latencies) > 0 {
		for _, mode := range []string{topOnly, faceted, highlights} {
			reportMode(table, s, r, mode)
		}
		reportThroughput(table, r)
		reportHits(table, s, r)
	}
	reportRanking(table, r)
	table.Flush() // what it writes to is not closed
}

func row(table io.Writer, cells ...string) {
	fmt.Fprintln(table, strings.Join(cells, "\t")+"\t")
}

func megabytes(bytes int64) float64 { return float64(bytes) / 1e6 }

func reportBuilds(table io.Writer, s *settings, r *results) {
	fmt.Fprintln(table, "\nbuilding")
	row(table, "", "MB/s", "MB/CPU s", "index/text", "with texts")
	for _, name := range s.engines {
		b := r.Corpus.Built[name]
		text := float64(r.Corpus.Text)
		row(table, name, fmt.Sprintf("%.2f", megabytes(r.Corpus.Text)/b.Seconds), fmt.Sprintf("%.2f", megabytes(r.Corpus.Text)/b.CPU),
			fmt.Sprintf("%.2f", float64(b.Index)/text), fmt.Sprintf("%.2f", float64(b.Index+b.Stored)/text))
	}
}

// reportMode prints the mean times by kind of query, and two comparisons with
// Lucene: of the means over the queries that both could ask, in which the
// slowest kinds weigh most, and the geometric mean of the ratios by kind. CPU is
// what the process computed for a query, which other work on the machine does
// not change much; where an engine cannot ask all kinds it is of those it can.
func reportMode(table io.Writer, s *settings, r *results, mode string) {
	fmt.Fprintf(table, "\n%s, mean µs\n", mode)
	row(table, append(append([]string{""}, kinds()...), "all", "p50", "p95", "to lucene", "by kind", "CPU", "to lucene")...)
	names := s.engines
	lucene := r.of("lucene", mode)
	for _, name := range names {
		reportLine(table, name, r, r.of(name, mode), lucene)
		if name == "lucene" && mode == topOnly {
			reportLine(table, "lucene, bounded", r, r.of(name, bounded), lucene)
		}
	}
}

func reportLine(table io.Writer, name string, r *results, m, lucene *measured) {
	if m == nil {
		return
	}
	cells := []string{name}
	for _, kind := range append(kinds(), "") {
		cells = append(cells, micros(mean(r.timesOf(m, kind))))
	}
	all := r.timesOf(m, "")
	cells = append(cells, micros(percentile(all, 50)), micros(percentile(all, 95)), r.ratio(m, lucene), r.ratioByKind(m, lucene), micros(m.CPU), "–")
	if lucene != nil && m.CPU > 0 {
		cells[len(cells)-1] = shown(m.CPU / lucene.CPU)
	}
	row(table, cells...)
}

// timesOf are the times of the queries of a kind that were asked; of all kinds
// if it is "".
func (r *results) timesOf(m *measured, kind string) []float64 {
	var times []float64
	for i, q := range r.Queries {
		if (kind == "" || q.Kind == kind) && m.Micros[i] >= 0 {
			times = append(times, m.Micros[i])
		}
	}
	return times
}

// ratio compares the means of the queries that both could ask.
func (r *results) ratio(m, lucene *measured) string {
	return shown(r.quotient(m, lucene, ""))
}

func (r *results) ratioByKind(m, lucene *measured) string {
	var sum, n float64
	for _, kind := range kinds() {
		if q := r.quotient(m, lucene, kind); !math.IsNaN(q) {
			sum += math.Log(q)
			n++
		}
	}
	return shown(math.Exp(sum / n))
}

// quotient is NaN if there is nothing to compare.
func (r *results) quotient(m, lucene *measured, kind string) float64 {
	if lucene == nil {
		return math.NaN()
	}
	var ours, theirs float64
	for i, q := range r.Queries {
		if (kind == "" || q.Kind == kind) && m.Micros[i] >= 0 && lucene.Micros[i] >= 0 {
			ours += m.Micros[i]
			theirs += lucene.Micros[i]
		}
	}
	return ours / theirs
}

func shown(quotient float64) string {
	if math.IsNaN(quotient) {
		return "–"
	}
	return fmt.Sprintf("%.2f", quotient)
}

func mean(list []float64) float64 {
	var sum float64
	for _, x := range list {
		sum += x
	}
	return sum / float64(len(list))
}

func micros(x float64) string {
	if math.IsNaN(x) {
		return "–"
	}
	return fmt.Sprintf("%.0f", x)
}

func reportThroughput(table io.Writer, r *results) {
	fmt.Fprintf(table, "\n%d clients at once, facets\n", clientsAtOnce)
	row(table, "", "queries/s", "to lucene", "memory MB")
	var lucene float64
	for _, t := range r.Throughput {
		if t.Engine == "lucene" {
			lucene = t.PerSec
		}
	}
	for _, t := range r.Throughput {
		row(table, t.Engine, fmt.Sprintf("%.0f", t.PerSec), fmt.Sprintf("%.2f", t.PerSec/lucene), fmt.Sprintf("%.0f", megabytes(t.Memory)))
	}
}

// implausible is the factor between the hits of two engines for a kind of
// query beyond which they cannot have understood it alike.
const implausible = 10

// reportHits prints the hits by kind of query, and warns where they are far
// from Lucene's.
func reportHits(table io.Writer, s *settings, r *results) {
	fmt.Fprintln(table, "\nhits of all queries of a kind")
	row(table, append([]string{""}, kinds()...)...)
	lucene := r.of("lucene", topOnly)
	for _, name := range s.engines {
		m := r.of(name, topOnly)
		cells := []string{name}
		for _, kind := range kinds() {
			n := r.hitsOf(m, kind)
			cell := fmt.Sprint(n)
			if n == notAsked {
				cell = "–"
			} else if of := r.hitsOf(lucene, kind); of >= 0 && (n > of*implausible || of > n*implausible) {
				cell += " (!)"
			}
			cells = append(cells, cell)
		}
		row(table, cells...)
	}
	if bleve := r.of("bleve", topOnly); bleve != nil && lucene != nil {
		fmt.Fprintf(table, "queries for which lucene and bleve, which read German alike, have different hits: %d\n", r.different(lucene, bleve))
	}
}

// different is the number of queries with different hits. Fuzzy ones are left
// out: Lucene takes the 50 most similar words only.
func (r *results) different(a, b *measured) int {
	n := 0
	for i, q := range r.Queries {
		if q.Kind != "fuzzy" && a.Hits[i] != b.Hits[i] {
			n++
		}
	}
	return n
}

func (r *results) hitsOf(m *measured, kind string) int {
	if m == nil {
		return notAsked
	}
	sum := 0
	for i, q := range r.Queries {
		if q.Kind != kind {
			continue
		}
		if m.Hits[i] == notAsked {
			return notAsked
		}
		sum += m.Hits[i]
	}
	return sum
}

func reportRanking(table io.Writer, r *results) {
	if len(r.Ranking) == 0 {
		return
	}
	fmt.Fprintln(table, "\nranking, any word")
	row(table, "set", "engine", "queries", "half", "MRR@10", "recall@10", "recall@50")
	for _, k := range r.Ranking {
		row(table, k.Set, k.Engine, fmt.Sprint(k.Queries), k.Half, fmt.Sprintf("%.4f", k.MRR), fmt.Sprintf("%.4f", k.Recall10), fmt.Sprintf("%.4f", k.Recall50))
	}
}
