package corpus

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// folds is the number of parts into which the outlets are divided: each part is
// read by what was learnt from the others.
const folds = 6

// knownPage is a page with what a reader finds in it.
type knownPage struct {
	name, text string
	fold       int // of its outlet
	gold       gold
	lines      []string // folded
}

// knownPages are the pages of testdata.
func knownPages(t *testing.T) (out []knownPage) {
	t.Helper()
	paths, err := filepath.Glob("testdata/pages/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	outlets := map[any]int{}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		k := knownPage{name: strings.TrimSuffix(filepath.Base(path), ".txt"), text: string(data), gold: readGold(t, strings.TrimSuffix(path, ".txt")+".gold.json")}
		outlet := k.gold.Fields["outlet"]
		if _, ok := outlets[outlet]; !ok {
			outlets[outlet] = len(outlets) % folds
		}
		k.fold = outlets[outlet]
		for l := range rawLines(k.text) {
			k.lines = append(k.lines, fold(l))
		}
		out = append(out, k)
	}
	return out
}

// tableWithout is the table of furniture without the phrases that no page of the
// other folds has.
func tableWithout(pages []knownPage, part int) string {
	var sb strings.Builder
	for row := range strings.Lines(furnitureTable) {
		columns := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		own, others := false, false
		for _, k := range pages {
			if len(columns) == 3 && (k.fold == part && !own || k.fold != part && !others) && slices.ContainsFunc(k.lines, func(l string) bool { return phraseIn(l, columns[1], strings.ToLower(columns[2])) }) {
				own, others = own || k.fold == part, others || k.fold != part
			}
		}
		if others || !own {
			sb.WriteString(row)
		}
	}
	return sb.String()
}

// phraseIn tells whether a line has a phrase of the table.
func phraseIn(line, match, phrase string) bool {
	switch match {
	case "=":
		label, _ := uncounted(line)
		return trimPhrase(line) == trimPhrase(phrase) || trimPhrase(label) == trimPhrase(phrase)
	case "^":
		return strings.HasPrefix(line, phrase)
	case "$":
		return strings.HasSuffix(strings.TrimRight(line, " .!:»>→"), phrase)
	}
	return strings.Contains(line, phrase)
}

// parserOf is a parser with another table of furniture.
func parserOf(t *testing.T, table string) *pageParser {
	t.Helper()
	p := testParser(t)
	f, err := newFurniture(table)
	if err != nil {
		t.Fatal(err)
	}
	f.cueNames(p.agencies)
	p.furniture = f
	return p
}

// lessons are the samples of each fold, read with the table of the others.
type lessons struct {
	pages   []knownPage
	parsers [folds]*pageParser
	tables  [folds]string
	samples [folds][]sample
	more    []sample
	whole   *pageParser
}

func gather(t *testing.T) *lessons {
	t.Helper()
	ls := &lessons{pages: knownPages(t), whole: testParser(t)}
	ls.more = exampleSamples(t, ls.whole)
	for k := range folds {
		ls.tables[k] = tableWithout(ls.pages, k)
		ls.parsers[k] = parserOf(t, ls.tables[k])
	}
	for _, k := range ls.pages {
		ls.samples[k.fold] = append(ls.samples[k.fold], pageSamples(ls.parsers[k.fold], ls.whole, k.text)...)
	}
	return ls
}

// without learns from all folds but one; from all if there is no such fold.
func (ls *lessons) without(part int) *learner {
	table := furnitureTable
	if part >= 0 {
		table = ls.tables[part]
	}
	set := slices.Concat(ls.more, tableSamples(ls.whole, table))
	for k := range folds {
		if k != part {
			set = append(set, ls.samples[k]...)
		}
	}
	return learn(set)
}

// TestUnseenOutlets reads the pages of each fold without the phrases that only
// they have, and with the weights learnt from the others.
func TestUnseenOutlets(t *testing.T) {
	const (
		mostKept = 0.025 // of the lines of furniture
		mostLost = 0.01  // of those of the text
	)
	ls := gather(t)
	for k := range folds {
		learnt := ls.without(k)
		ls.parsers[k].model = &model{words: newLexicon(learnt.words), forms: learnt.forms}
	}
	kept, furniture, lost, text := 0, 0, 0, 0
	for _, k := range ls.pages {
		body := ls.parsers[k.fold].parse(k.text, "").BodyText()
		blocks := strings.Split(body, BlockGap)
		for _, s := range k.gold.Contain {
			text++
			if !strings.Contains(body, squeeze(s)) {
				lost++
				t.Logf("%s: lost: %q", k.name, s)
			}
		}
		for _, s := range k.gold.NotContain {
			furniture++
			if strings.Contains(body, squeeze(s)) {
				kept++
				t.Logf("%s: kept: %q", k.name, s)
			}
		}
		for _, s := range k.gold.NotLines {
			furniture++
			if slices.Contains(blocks, squeeze(s)) {
				kept++
				t.Logf("%s: kept: %q", k.name, s)
			}
		}
	}
	t.Logf("%d of %d lines of furniture kept, %d of %d lines of text lost", kept, furniture, lost, text)
	if float64(kept) > mostKept*float64(furniture) || float64(lost) > mostLost*float64(text) {
		t.Error("too many")
	}
}
