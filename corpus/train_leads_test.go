package corpus

import (
	"encoding/json"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
)

// leadChoiceOf reads the page that lies beside a gold file; ok is false where the
// title is not among the lines, the lead is none of the candidates, or either
// answer is right.
func leadChoiceOf(t *testing.T, p *pageParser, goldPath string) (c choice, ok bool) {
	t.Helper()
	data, err := os.ReadFile(goldPath)
	if err != nil {
		t.Fatal(err)
	}
	var gold struct {
		Title  string  `json:"title"`
		Lead   string  `json:"lead"`
		Accept []any   `json:"accept_lead"`
		Weight float64 `json:"weight"`
	}
	if err := json.Unmarshal(data, &gold); err != nil {
		t.Fatalf("%s: %v", goldPath, err)
	}
	text, err := os.ReadFile(strings.TrimSuffix(goldPath, ".gold.json") + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	if len(gold.Accept) > 0 || gold.Title == "" {
		return c, false
	}
	pg := p.prepare(string(text), "")
	pg.clearHead()
	title := pg.lineOfTitle(fold(squeeze(gold.Title)))
	if title < 0 {
		return c, false
	}
	pg.title = title
	pg.setTitle(title)
	pg.findSection()
	candidates := pg.leadLines()
	c = choice{name: goldPath, none: gold.Lead == "", weight: 1}
	if gold.Weight > 0 {
		c.weight = gold.Weight
	}
	want := squeeze(gold.Lead)
	never := 0.0 // of candidates that are not asked for, and yet learnt from
	for k, i := range candidates {
		has := pg.leadTraitsOf(candidates, k)
		c.has = append(c.has, has[:])
		c.least = append(c.least, never)
		if len(pg.lines[i].text) >= longText {
			never = math.Inf(1)
		}
		c.lines = append(c.lines, pg.lines[i].text)
		got := pg.bylineBehind(withoutCount(withoutHour(pg.lines[i].text)))
		c.right = append(c.right, want != "" && (got == want || pg.lines[i].text == want))
	}
	found := slices.Contains(c.right, true)
	c.ruled = len(candidates) == 0 && c.none
	if len(candidates) > 0 {
		if pg.leadLike(candidates[0]) && !p.outlets.noLead[pg.outlet()] {
			c.ruled = c.right[0]
		} else {
			c.ruled = c.none
		}
	}
	return c, len(candidates) > 0 && (c.none || found)
}

// lineOfTitle is the line of a page that has the given folded text; -1 if there is
// none.
func (pg *page) lineOfTitle(want string) int {
	pg.findOpening()
	candidates := pg.headLines(false)
	if t := pg.repeated(candidates); t >= 0 && pg.lines[t].folded == want {
		return t
	}
	for _, i := range candidates {
		if pg.lines[i].folded == want {
			return i
		}
	}
	return slices.IndexFunc(pg.lines, func(l line) bool {
		return l.folded == want || strings.HasSuffix(l.folded, want) && len(l.folded) < len(want)+maxHeading
	})
}

// TestTrainLeads writes the weights by which leads are told. It learns as
// TestTrainHeadlines does, and compares what is learnt without each folder with
// what the rules say of it.
func TestTrainLeads(t *testing.T) {
	if !*train {
		t.Skip("learns only with -train")
	}
	const (
		decay = 5e-3
		own   = 1.5 // weight of a page of testdata
	)
	p := testParser(t)
	ls := readChoices(t, func(path string) (choice, bool) { return leadChoiceOf(t, p, path) })
	for k := range ls.parts[0] {
		ls.parts[0][k].weight = own
	}
	ls.leaveOut(t, int(leadTraits), decay)
	writeWeights(t, "data/leads.tsv", "# Weights by which the lead is told from other paragraphs: trait, weight.\n# Made by: go test ./corpus -run TestTrainLeads -train\n",
		leadTraitNames(), learnChoices(slices.Concat(ls.parts...), int(leadTraits), decay))
}
