package corpus

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
)

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
	candidates := pg.headLines(false)
	c = choice{name: goldPath, none: true, weight: 2}
	if gold.Weight > 0 {
		c.weight = gold.Weight
	}
	want, exact := fold(squeeze(gold.Title)), false
	for k, i := range candidates {
		has := pg.traitsOf(candidates, k)
		c.has = append(c.has, has[:])
		c.lines = append(c.lines, pg.lines[i].text)
		c.least = append(c.least, pg.leastScore(i))
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

// TestTrainHeadlines writes the weights by which headlines are told, and tells how
// well those of each folder are told by what is learnt from the others.
func TestTrainHeadlines(t *testing.T) {
	if !*train {
		t.Skip("learns only with -train")
	}
	const decay = 3e-4
	p := testParser(t)
	ls := readChoices(t, func(path string) (choice, bool) { return choiceOf(t, p, path) })
	ls.leaveOut(t, int(traits), decay)
	writeWeights(t, "data/headlines.tsv", "# Weights by which the headline is told from other lines: trait, weight.\n# Made by: go test ./corpus -run TestTrainHeadlines -train\n",
		traitNames(), learnChoices(slices.Concat(ls.parts...), int(traits), decay))
}
