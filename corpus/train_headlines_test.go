package corpus

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// choice is a page to learn from: the traits of its candidates, and which of them
// are the headline, perhaps with its kicker; none of them if it has none.
type choice struct {
	name   string
	lines  []string
	has    [][]float64
	right  []bool
	none   bool
	weight float64
}

// choiceOf reads the page that lies beside a gold file; ok is false where the
// headline is not among the candidates.
func choiceOf(t *testing.T, p *pageParser, goldPath string) (c choice, ok bool) {
	t.Helper()
	data, err := os.ReadFile(goldPath)
	if err != nil {
		t.Fatal(err)
	}
	var gold struct {
		Title  string   `json:"title"`
		Accept []string `json:"accept_title"`
		Weight float64  `json:"weight"`
	}
	if err := json.Unmarshal(data, &gold); err != nil {
		t.Fatalf("%s: %v", goldPath, err)
	}
	text, err := os.ReadFile(strings.TrimSuffix(goldPath, ".gold.json") + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	pg := p.prepare(string(text), "")
	pg.clearHead()
	pg.findOpening()
	candidates := pg.headLines()
	c = choice{name: goldPath, none: true, weight: 2}
	if gold.Weight > 0 {
		c.weight = gold.Weight
	}
	want, exact := fold(squeeze(gold.Title)), false
	for k, i := range candidates {
		has := pg.traitsOf(candidates, k)
		c.has = append(c.has, has[:])
		c.lines = append(c.lines, pg.lines[i].text)
		line := pg.lines[i].folded
		exact = exact || line == want
		right := want != "" && (line == want || len(want) > 12 && strings.HasSuffix(line, want) || len(line) > 20 && strings.HasPrefix(want, line))
		c.right = append(c.right, right)
		c.none = c.none && !right
	}
	for k, i := range candidates {
		c.right[k] = c.right[k] && (!exact || pg.lines[i].folded == want)
	}
	return c, len(candidates) > 0 && (!c.none || want == "")
}

// learnChoices fits a linear model of so many traits by the softmax over the
// candidates and none, with AdaGrad.
func learnChoices(choices []choice, traits int, decay float64) linear {
	const epochs, rate = 60, 0.1
	r, squares := make(linear, traits), make([]float64, traits)
	slope := make([]float64, traits)
	rng := rand.New(rand.NewPCG(1, 1))
	for range epochs {
		for _, n := range rng.Perm(len(choices)) {
			c := &choices[n]
			odds, sum, right := make([]float64, len(c.has)), 1.0, 0.0
			for k := range c.has {
				odds[k] = math.Exp(min(30, r.score(c.has[k])))
				sum += odds[k]
				if c.right[k] {
					right += odds[k]
				}
			}
			clear(slope)
			for k := range c.has {
				wrong := odds[k] / sum
				if c.right[k] {
					wrong -= odds[k] / right
				}
				for t, v := range c.has[k] {
					slope[t] += c.weight * wrong * v
				}
			}
			for t := range slope {
				s := slope[t] + decay*r[t]
				squares[t] += s * s
				r[t] -= rate * s / (math.Sqrt(squares[t]) + 1e-6)
			}
		}
	}
	return r
}

// rightShare is the share of pages whose headline a ranker finds.
func rightShare(r linear, choices []choice, report func(c *choice, got int)) float64 {
	right := 0
	for n := range choices {
		c := &choices[n]
		best, top := -1, 0.0
		for k := range c.has {
			if score := r.score(c.has[k]); score > top {
				best, top = k, score
			}
		}
		if best < 0 && c.none || best >= 0 && c.right[best] {
			right++
		} else if report != nil {
			report(c, best)
		}
	}
	return float64(right) / float64(max(1, len(choices)))
}

// TestTrainHeadlines writes the weights of the ranker. It learns from the pages
// of testdata and from those of the folders that SEARCHD_PAGES names, separated
// by colons.
func TestTrainHeadlines(t *testing.T) {
	if !*train {
		t.Skip("learns only with -train")
	}
	p := testParser(t)
	var all []choice
	folders := append([]string{"testdata/pages"}, filepath.SplitList(os.Getenv("SEARCHD_PAGES"))...)
	for _, folder := range folders {
		paths, err := filepath.Glob(filepath.Join(folder, "*.gold.json"))
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, path := range paths {
			if c, ok := choiceOf(t, p, path); ok {
				all = append(all, c)
				n++
			}
		}
		t.Logf("%s: %d of %d pages", folder, n, len(paths))
	}
	const (
		parts         = 5
		headlineDecay = 3e-4
	)
	sum := 0.0
	for part := range parts {
		var learnt, held []choice
		for n, c := range all {
			if n%parts == part {
				held = append(held, c)
			} else {
				learnt = append(learnt, c)
			}
		}
		sum += rightShare(learnChoices(learnt, int(traits), headlineDecay), held, nil) / parts
	}
	r := learnChoices(all, int(traits), headlineDecay)
	t.Logf("%d pages: right %.3f, held back %.3f", len(all), rightShare(r, all, func(c *choice, got int) {
		line := func(k int) string {
			if k < 0 {
				return "-"
			}
			return c.lines[k]
		}
		t.Logf("%s: %q instead of %q", filepath.Base(c.name), line(got), line(slices.Index(c.right, true)))
	}), sum)
	var sb strings.Builder
	sb.WriteString("# Weights by which the headline is told from other lines: trait, weight.\n# Made by: go test ./corpus -run TestTrainHeadlines -train\n")
	for k, name := range traitNames() {
		fmt.Fprintf(&sb, "%s\t%.2f\n", name, r[k])
	}
	if err := os.WriteFile("data/headlines.tsv", []byte(sb.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
