package corpus

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// folds is the number of parts into which the outlets of testdata are divided. Each
// part, and each folder of further pages, is a group, read by what was learnt from
// the others.
const folds = 6

// knownPage is a page with what a reader finds in it.
type knownPage struct {
	name, text string
	group      int
	gold       gold
	lines      []string // folded
}

// knownPages are the pages of testdata by outlet, and those of folders.
func knownPages(t *testing.T, folders []string) (out []knownPage) {
	t.Helper()
	outlets := map[any]int{}
	for n, folder := range append([]string{"testdata/pages"}, folders...) {
		paths, err := filepath.Glob(filepath.Join(folder, "*.gold.json"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			data, err := os.ReadFile(strings.TrimSuffix(path, ".gold.json") + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			k := knownPage{name: strings.TrimSuffix(filepath.Base(path), ".gold.json"), text: string(data), gold: readGold(t, path), group: folds + n - 1}
			if n == 0 {
				outlet := k.gold.Fields["outlet"]
				if _, ok := outlets[outlet]; !ok {
					outlets[outlet] = len(outlets) % folds
				}
				k.group = outlets[outlet]
			}
			for l := range rawLines(k.text) {
				k.lines = append(k.lines, fold(l))
			}
			out = append(out, k)
		}
	}
	return out
}

// tablesWithout are the tables of furniture without the phrases that only the pages
// of one group have.
func tablesWithout(pages []knownPage, groups int) []string {
	tables := make([]strings.Builder, groups)
	for row := range strings.Lines(furnitureTable) {
		columns := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		has := make([]bool, groups)
		for _, k := range pages {
			has[k.group] = has[k.group] || len(columns) == 3 && slices.ContainsFunc(k.lines, func(l string) bool { return phraseIn(l, columns[1], strings.ToLower(columns[2])) })
		}
		n := 0
		for _, yes := range has {
			if yes {
				n++
			}
		}
		for g := range tables {
			if n > 1 || !has[g] {
				tables[g].WriteString(row)
			}
		}
	}
	out := make([]string, groups)
	for g := range tables {
		out[g] = tables[g].String()
	}
	return out
}

// phraseIn tells whether a line has a phrase of the table.
func phraseIn(line, match, phrase string) bool {
	switch match {
	case "=":
		if !strings.Contains(line, trimPhrase(phrase)) {
			return false
		}
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

// lessons are the samples of each group, read with the table of the others.
type lessons struct {
	pages   []knownPage
	parsers []*pageParser
	tables  []string
	samples [][]sample
	more    []sample
	whole   *pageParser
}

func gather(t *testing.T, folders ...string) *lessons {
	t.Helper()
	groups := folds + len(folders)
	ls := &lessons{pages: knownPages(t, folders), whole: testParser(t), parsers: make([]*pageParser, groups), samples: make([][]sample, groups)}
	ls.more = exampleSamples(t, ls.whole)
	ls.tables = tablesWithout(ls.pages, groups)
	for g := range groups {
		ls.parsers[g] = parserOf(t, ls.tables[g])
	}
	for i := range ls.pages {
		k := &ls.pages[i]
		if k.group < folds {
			ls.samples[k.group] = append(ls.samples[k.group], pageSamples(ls.parsers[k.group], ls.whole, k.text)...)
		} else {
			ls.samples[k.group] = append(ls.samples[k.group], goldSamples(ls.parsers[k.group], k)...)
		}
	}
	return ls
}

// without learns from all groups but one; from all if there is no such group.
func (ls *lessons) without(group int) *learner {
	table := furnitureTable
	if group >= 0 {
		table = ls.tables[group]
	}
	set := slices.Concat(ls.more, tableSamples(ls.whole, table))
	for g := range ls.samples {
		if g != group {
			set = append(set, ls.samples[g]...)
		}
	}
	return learn(set)
}

// model is what was learnt, as the parser has it.
func (m *learner) model() *model {
	return &model{words: newLexicon(m.words), forms: m.forms, bytes: byteClasses()}
}
