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

// passage is a page whose text is known to begin and end at certain lines.
type passage struct {
	name       string
	group      int
	has        [][]clue // by line
	begin, end int
}

// passageOf is a page as p reads it; false: its text is not found.
func (ls *lessons) passageOf(p *pageParser, k *knownPage) (out passage, ok bool) {
	pg := p.prepare(k.text, "")
	pg.clearHead()
	begin, end := goldReach(pg, &k.gold)
	if k.group < folds { // the gold files have but samples of the text
		begin, end = ls.readReach(k.text)
	}
	out = passage{name: k.name, group: k.group, begin: begin, end: min(end, pg.end)}
	s := pg.surround()
	for i := range pg.end {
		out.has = append(out.has, pg.cluesOf(i, s, nil))
	}
	return out, begin >= 0 && begin < out.end
}

// readReach is where the text of a page begins and ends as the parser reads it.
func (ls *lessons) readReach(text string) (begin, end int) {
	pg := ls.whole.take(text, "")
	begin = -1
	for i := pg.title + 1; i < pg.end; i++ {
		switch pg.lines[i].kind {
		case lineText, lineHeading, lineItem, lineLead:
			if begin < 0 {
				begin = i
			}
			end = i + 1
		}
	}
	return begin, end
}

// goldReach is where it begins, lead included, and ends as the gold file says: the
// longest line of the text is sought first, those around it from there.
func goldReach(pg *page, g *gold) (begin, end int) {
	const head = 40 // bytes by which a line is known
	var text []string
	for _, s := range g.Contain {
		text = append(text, fold(squeeze(s)))
	}
	at := func(i int, s string) bool {
		folded := fold(pg.lines[i].text)
		item, _ := listItem(folded)
		return strings.HasPrefix(folded, s[:min(len(s), head)]) || strings.HasPrefix(item, s[:min(len(s), head)])
	}
	longest := 0
	for n := range text {
		if len(text[n]) > len(text[longest]) {
			longest = n
		}
	}
	if len(text) == 0 {
		return -1, 0
	}
	begin = slices.IndexFunc(pg.lines, func(l line) bool { return strings.Contains(fold(l.text), text[longest]) })
	if begin < 0 {
		return -1, 0
	}
	end = begin + 1
	for _, s := range text[longest+1:] {
		for i := end; i < len(pg.lines); i++ {
			if at(i, s) {
				end = i + 1
				break
			}
		}
	}
	above := text[:longest]
	if lead, ok := g.Fields["lead"].(string); ok {
		above = append([]string{fold(squeeze(lead))}, above...)
	}
	for n := len(above) - 1; n >= 0; n-- {
		for i := begin - 1; i >= 0; i-- {
			if at(i, above[n]) {
				begin = i
				break
			}
		}
	}
	return begin, end
}

// learnStages fits the weights to passages: the likelihood of where their texts
// begin and end grows by AdaGrad (Duchi, Hazan and Singer 2011), of whose weights the
// mean is taken.
func learnStages(all []passage) *stager {
	const epochs, rate, decay = 40, 0.1, 8e-3
	var sum stager // of the weights of the second half
	var g, squares stager
	var c chain
	rng := rand.New(rand.NewPCG(1, 1))
	for epoch := range epochs {
		for _, n := range rng.Perm(len(all)) {
			p := &all[n]
			c.read(&g, p)
			slope := c.slope(p)
			for k := range slope {
				for w, s := range slope[k] {
					if s == 0 {
						continue
					}
					s += decay * g[k][w]
					squares[k][w] += s * s
					g[k][w] -= rate * s / (math.Sqrt(squares[k][w]) + 1e-6)
				}
			}
		}
		if epoch >= epochs/2 {
			for k := range sum {
				for w := range sum[k] {
					sum[k][w] += g[k][w] / (epochs - epochs/2)
				}
			}
		}
	}
	return &sum
}

// read weighs the lines of a passage.
func (c *chain) read(g *stager, p *passage) {
	n := len(p.has)
	c.resize(n)
	for i := range n {
		c.add(g, i, p.has[i])
	}
	c.tail(g)
	c.weigh()
}

// slope is by how much the weights say more than is true: probabilities without
// what is known.
func (c *chain) slope(p *passage) (slope stager) {
	n := len(p.has)
	truth := func(yes bool) float64 {
		if yes {
			return 1
		}
		return 0
	}
	pBehind := func(i int) float64 { // i = n: behind the page
		if i == n {
			return 1
		}
		return c.pBehind[i]
	}
	pAbove := func(i int) float64 {
		if i < 0 {
			return 1
		}
		return c.pAbove[i]
	}
	for i := range n {
		above := c.pAbove[i] - truth(i < p.begin)
		behind := c.pBehind[i] - truth(i >= p.end)
		begins := pAbove(i-1) - c.pAbove[i] - truth(i == p.begin)
		next := 0.0
		if i+1 < n {
			next = c.pAbove[i] - c.pAbove[i+1] - truth(i+1 == p.begin)
		}
		ends := 0.0
		if i > 0 {
			ends = c.pBehind[i] - c.pBehind[i-1] - truth(i == p.end)
		}
		endsNext := pBehind(i+1) - c.pBehind[i] - truth(i+1 == p.end)
		for _, k := range p.has[i] {
			for w, s := range [stageWeights]float64{above, behind, begins, next, ends, endsNext} {
				slope[k][w] += s
			}
		}
	}
	slope[clueTail][weighEnds] += 1 - c.pBehind[n-1] - truth(p.end == n)
	return slope
}

// passages are the pages of all groups, each read with what the others know.
func (ls *lessons) passages(t *testing.T) (out []passage) {
	t.Helper()
	for g, p := range ls.parsers {
		p.model = ls.without(g).model()
	}
	for i := range ls.pages {
		k := &ls.pages[i]
		p, ok := ls.passageOf(ls.parsers[k.group], k)
		if ok {
			out = append(out, p)
		} else {
			t.Logf("%s: no text found", k.name)
		}
	}
	return out
}

// TestTrainStages writes the weights of the stages. It learns from the pages of
// testdata, and from those with gold files in the folders that SEARCHD_PAGES names.
func TestTrainStages(t *testing.T) {
	if !*train {
		t.Skip("learns only with -train")
	}
	ls := gather(t, filepath.SplitList(os.Getenv("SEARCHD_PAGES"))...)
	g := learnStages(ls.passages(t))
	var sb strings.Builder
	sb.WriteString("# Weights by which it is told where the text of a page begins and ends: a clue of a line, and the logits for that the line\n" +
		"# stands above the text, behind it, is the first of the text, above the first, the first behind it, above that.\n" +
		"# Made by: go test ./corpus -run TestTrainStages -train; SEARCHD_PAGES named folders of further pages with gold files\n")
	for k, name := range clueNames() {
		sb.WriteString(name)
		for _, w := range g[k] {
			fmt.Fprintf(&sb, "\t%.2f", w)
		}
		sb.WriteByte('\n')
	}
	if err := os.WriteFile("data/stages.tsv", []byte(sb.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
