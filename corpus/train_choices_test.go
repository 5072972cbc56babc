package corpus

import (
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
// are right; none of them if it has none.
type choice struct {
	name   string
	lines  []string
	has    [][]float64
	right  []bool
	least  []float64 // score that each candidate needs; nil for none
	none   bool
	ruled  bool // the rules without weights are right
	weight float64
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

// rightOf counts the pages whose line a model finds.
func rightOf(r linear, choices []choice, report func(c *choice, got int)) int {
	right := 0
	for n := range choices {
		c := &choices[n]
		best, top := -1, 0.0
		for k := range c.has {
			if score := r.score(c.has[k]); score > top && (c.least == nil || score > c.least[k]) {
				best, top = k, score
			}
		}
		if best < 0 && c.none || best >= 0 && c.right[best] {
			right++
		} else if report != nil {
			report(c, best)
		}
	}
	return right
}

// choiceLessons are read from the pages of testdata, and from those of the folders
// that SEARCHD_PAGES names, separated by colons.
type choiceLessons struct {
	folders []string
	parts   [][]choice // by folder
}

// readChoices makes a choice of each page by its gold file, where it has one.
func readChoices(t *testing.T, of func(goldPath string) (choice, bool)) (ls choiceLessons) {
	t.Helper()
	ls.folders = append([]string{"testdata/pages"}, filepath.SplitList(os.Getenv("SEARCHD_PAGES"))...)
	ls.parts = make([][]choice, len(ls.folders))
	for n, folder := range ls.folders {
		paths, err := filepath.Glob(filepath.Join(folder, "*.gold.json"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			if c, ok := of(path); ok {
				ls.parts[n] = append(ls.parts[n], c)
			}
		}
	}
	return ls
}

// leaveOut tells how many pages of each folder are right by what is learnt from the
// others.
func (ls *choiceLessons) leaveOut(t *testing.T, traits int, decay float64) {
	t.Helper()
	for n, folder := range ls.folders {
		r := learnChoices(slices.Concat(slices.Concat(ls.parts[:n]...), slices.Concat(ls.parts[n+1:]...)), traits, decay)
		right := rightOf(r, ls.parts[n], func(c *choice, got int) {
			t.Logf("%s: %.90q instead of %.90q", filepath.Base(c.name), c.line(got), c.line(slices.Index(c.right, true)))
		})
		ruled := 0
		for k := range ls.parts[n] {
			if ls.parts[n][k].ruled {
				ruled++
			}
		}
		t.Logf("%s: %d pages, right by rules %d, left out %d", folder, len(ls.parts[n]), ruled, right)
	}
}

// line is the text of the kth candidate, "-" for none.
func (c *choice) line(k int) string {
	if k < 0 {
		return "-"
	}
	return c.lines[k]
}

// writeWeights writes a table of weights, with a comment above it.
func writeWeights(t *testing.T, path, comment string, names []string, m linear) {
	t.Helper()
	var sb strings.Builder
	sb.WriteString(comment)
	for k, name := range names {
		fmt.Fprintf(&sb, "%s\t%.2f\n", name, m[k])
	}
	if err := os.WriteFile(path, []byte(sb.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
