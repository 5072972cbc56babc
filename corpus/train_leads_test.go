package corpus

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// leadChoiceOf reads the page that lies beside a gold file; ok is false where the
// title is not among the lines, the lead is none of the candidates, or either
// answer is right. ruled tells whether the rules alone find the lead.
func leadChoiceOf(t *testing.T, p *pageParser, goldPath string) (c choice, ruled, ok bool) {
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
		return c, false, false
	}
	pg := p.prepare(string(text), "")
	pg.clearHead()
	title := pg.lineOfTitle(fold(squeeze(gold.Title)))
	if title < 0 {
		return c, false, false
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
	for k, i := range candidates {
		has := pg.leadTraitsOf(candidates, k)
		c.has = append(c.has, has[:])
		c.lines = append(c.lines, pg.lines[i].text)
		got := pg.bylineBehind(withoutCount(pg.lines[i].text))
		c.right = append(c.right, want != "" && (got == want || pg.lines[i].text == want))
	}
	found := slices.Contains(c.right, true)
	ruled = len(candidates) == 0 && c.none
	if len(candidates) > 0 {
		if pg.leadLike(candidates[0]) && !p.outlets.noLead[pg.outlet()] {
			ruled = c.right[0]
		} else {
			ruled = c.none
		}
	}
	return c, ruled, len(candidates) > 0 && (c.none || found)
}

// lineOfTitle is the line of a page that has the given folded text; -1 if there is
// none.
func (pg *page) lineOfTitle(want string) int {
	pg.findOpening()
	candidates := pg.headLines()
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
	folders := append([]string{"testdata/pages"}, filepath.SplitList(os.Getenv("SEARCHD_PAGES"))...)
	parts := make([][]choice, len(folders))
	for n, folder := range folders {
		paths, err := filepath.Glob(filepath.Join(folder, "*.gold.json"))
		if err != nil {
			t.Fatal(err)
		}
		ruled := 0
		for _, path := range paths {
			if c, right, ok := leadChoiceOf(t, p, path); ok {
				if n == 0 {
					c.weight = own
				}
				parts[n] = append(parts[n], c)
				if right {
					ruled++
				}
			}
		}
		t.Logf("%s: %d of %d pages, right by rules %d", folder, len(parts[n]), len(paths), ruled)
	}
	for n, folder := range folders {
		var rest []choice
		for m := range parts {
			if m != n {
				rest = append(rest, parts[m]...)
			}
		}
		r := learnChoices(rest, int(leadTraits), decay)
		share := rightShare(r, parts[n], func(c *choice, got int) {
			line := func(k int) string {
				if k < 0 {
					return "-"
				}
				return c.lines[k]
			}
			t.Logf("%s: %.90q instead of %.90q", filepath.Base(c.name), line(got), line(slices.Index(c.right, true)))
		})
		t.Logf("%s: left out %.0f", folder, share*float64(len(parts[n])))
	}
	r := learnChoices(slices.Concat(parts...), int(leadTraits), decay)
	var sb strings.Builder
	sb.WriteString("# Weights by which the lead is told from other paragraphs: trait, weight.\n# Made by: go test ./corpus -run TestTrainLeads -train\n")
	for k, name := range leadTraitNames() {
		fmt.Fprintf(&sb, "%s\t%.2f\n", name, r[k])
	}
	if err := os.WriteFile("data/leads.tsv", []byte(sb.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
