package corpus

import (
	"flag"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var train = flag.Bool("train", false, "learn data/weights.tsv from the pages of testdata and the sample archive")

// sample is a line to learn from.
type sample struct {
	stems     []string
	root      float64 // by which the words are divided
	has       [formFeatures]bool
	furniture bool
	weight    float64
}

func sampleOf(m *model, l *line, has [formFeatures]bool, furniture bool, weight float64) sample {
	s := sample{has: has, furniture: furniture, weight: weight}
	n := 0
	for start, end := m.nextWord(l.folded, 0); start < end; start, end = m.nextWord(l.folded, end) {
		word := l.folded[start:end]
		n++
		if !isDigit(word[0]) {
			s.stems = append(s.stems, stem(word))
		}
	}
	s.root = math.Sqrt(float64(max(n, 1)))
	return s
}

// learner is a model that is being learnt.
type learner struct {
	words map[string]float64 // by stem
	forms [formFeatures]float64
}

// logits is what a model says of a sample.
func (m *learner) logits(s *sample) (sum float64) {
	for _, stem := range s.stems {
		sum += m.words[stem] / s.root
	}
	for f, yes := range s.has {
		if yes {
			sum += m.forms[f]
		}
	}
	return sum
}

// pageSamples are the lines of a page as p reads it. What they are is said by
// the parser with all tables, whose reading the gold files confirm. Those that p
// knows by its tables count less.
func pageSamples(p, whole *pageParser, text string) (out []sample) {
	truth, pg := whole.take(text, ""), p.prepare(text, "")
	for i := range min(pg.end, truth.end) {
		l := &pg.lines[i]
		weight := 0.5
		switch l.kind {
		case lineText:
			weight = 1
		case lineNoise, lineBox, linePlayer:
		default:
			continue
		}
		switch truth.lines[i].kind {
		case lineText, lineHeading, lineItem, lineLead, lineTitle, lineKicker, lineCaption:
			out = append(out, sampleOf(p.model, l, pg.allForms(i), false, weight))
		case lineNoise, lineBox, linePlayer, lineEnd:
			out = append(out, sampleOf(p.model, l, pg.allForms(i), true, weight))
		}
	}
	return out
}

// tableSamples are the phrases of a table of furniture.
func tableSamples(p *pageParser, table string) (out []sample) {
	const weight = 0.3 // of a line without what stands around it
	for row := range strings.Lines(table) {
		columns := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		if len(columns) != 3 || columns[0] == "section" || columns[0] == "chrome" || columns[1] == "~" || columns[1] == "$" {
			continue
		}
		l := p.lineOf(columns[2])
		p.outlets.cue(l)
		var has [formFeatures]bool
		formsOf(l, &has)
		out = append(out, sampleOf(p.model, l, has, true, weight))
	}
	return out
}

// exampleSamples are the lines of the raw pages of the sample archive.
func exampleSamples(t *testing.T, p *pageParser) (out []sample) {
	t.Helper()
	paths, err := filepath.Glob("../examples/archive/*/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, pageSamples(p, p, string(data))...)
	}
	return out
}

// goldSamples are the lines of a page elsewhere as its gold file tells them, for the
// parser may not yet read it right.
func goldSamples(p *pageParser, k *knownPage) (out []sample) {
	const head = 40 // bytes by which a line of the text is known
	known := map[string]bool{}
	for _, s := range slices.Concat(k.gold.NotContain, k.gold.NotLines) {
		known[fold(squeeze(s))] = true
	}
	for _, s := range k.gold.Contain {
		s = fold(squeeze(s))
		known[s[:min(len(s), head)]] = false
	}
	for _, field := range []string{"title", "kicker", "lead"} {
		if s, ok := k.gold.Fields[field].(string); ok {
			known[fold(squeeze(s))] = false
		}
	}
	pg := p.prepare(k.text, "")
	for i := range pg.end {
		l := &pg.lines[i]
		furniture, ok := known[l.folded]
		if !ok {
			furniture, ok = known[l.folded[:min(len(l.folded), head)]]
		}
		switch weight := 0.35; l.kind {
		case lineNoise, lineBox, linePlayer:
			weight = 0.5
			fallthrough
		case lineText:
			if ok {
				out = append(out, sampleOf(p.model, l, pg.allForms(i), furniture, weight))
			}
		}
	}
	return out
}

// learn fits a model to samples by logistic regression with AdaGrad (Duchi,
// Hazan and Singer 2011). Words that are rarer than three lines say nothing.
func learn(samples []sample) *learner {
	const (
		epochs, rate         = 25, 0.3
		leastLines           = 3
		wordDecay, formDecay = 4e-4, 2e-5
	)
	m := &learner{words: map[string]float64{}}
	wordSquares, formSquares := map[string]float64{}, [formFeatures]float64{}
	lines := map[string]int{}
	for i := range samples {
		for _, stem := range samples[i].stems {
			lines[stem]++
		}
	}
	rng := rand.New(rand.NewPCG(1, 1))
	for range epochs {
		for _, i := range rng.Perm(len(samples)) {
			s := &samples[i]
			wrong := 1 / (1 + math.Exp(-m.logits(s)))
			if s.furniture {
				wrong--
			}
			wrong *= s.weight
			for _, stem := range s.stems {
				if lines[stem] >= leastLines {
					slope := wrong/s.root + wordDecay*m.words[stem]
					wordSquares[stem] += slope * slope
					m.words[stem] -= rate * slope / (math.Sqrt(wordSquares[stem]) + 1e-6)
				}
			}
			for f, yes := range s.has {
				if yes {
					slope := wrong + formDecay*m.forms[f]
					formSquares[f] += slope * slope
					m.forms[f] -= rate * slope / (math.Sqrt(formSquares[f]) + 1e-6)
				}
			}
		}
	}
	return m
}

// TestTrain writes the weights. It learns from the pages of testdata, and from those
// with gold files in the folders that SEARCHD_PAGES names.
func TestTrain(t *testing.T) {
	if !*train {
		t.Skip("learns only with -train")
	}
	const least = 0.4 // logits of a word that is worth its row
	ls := gather(t, filepath.SplitList(os.Getenv("SEARCHD_PAGES"))...)
	m := ls.without(-1)
	var sb strings.Builder
	sb.WriteString("# Weights by which furniture is told from text: kind, name, logits for furniture.\n" +
		"# A word stands for all that begin with it if it has eight letters.\n" +
		"# Made by: go test ./corpus -run TestTrain$ -train; SEARCHD_PAGES named folders of further pages with gold files\n")
	for f, name := range formNames() {
		fmt.Fprintf(&sb, "form\t%s\t%.2f\n", name, m.forms[f])
	}
	for _, word := range slices.Sorted(maps.Keys(m.words)) {
		if w := m.words[word]; math.Abs(w) >= least {
			fmt.Fprintf(&sb, "word\t%s\t%.1f\n", word, w)
		}
	}
	if err := os.WriteFile("data/weights.tsv", []byte(sb.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
