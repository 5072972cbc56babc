package corpus

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestUnseenOutlets reads the pages of each fold without the phrases that only
// they have, and with the weights learnt from the others.
func TestUnseenOutlets(t *testing.T) {
	const (
		mostKept = 0.025 // of the lines of furniture
		mostLost = 0.01  // of those of the text
	)
	ls := gather(t)
	all := ls.passages(t)
	var n tally
	for group, p := range ls.parsers {
		p.stager = learnStages(without(all, group))
		n.add(score(t, ls, p, group, true))
	}
	t.Logf("%d of %d lines of furniture kept, %d of %d lines of text lost", n.kept, n.furniture, n.lost, n.text)
	if float64(n.kept) > mostKept*float64(n.furniture) || float64(n.lost) > mostLost*float64(n.text) {
		t.Error("too many")
	}
}

// TestHeldOut reads the pages of each folder that SEARCHD_PAGES names by what was
// learnt from all others, with the table of phrases as it is.
func TestHeldOut(t *testing.T) {
	folders := filepath.SplitList(os.Getenv("SEARCHD_PAGES"))
	if len(folders) == 0 {
		t.Skip("SEARCHD_PAGES names no folders")
	}
	ls := gather(t, folders...)
	all := ls.passages(t)
	for n, folder := range folders {
		p := testParser(t)
		p.model = ls.parsers[folds+n].model
		p.stager = idle()
		before := score(t, ls, p, folds+n, false)
		p.stager = learnStages(without(all, folds+n))
		t.Logf("%s: %v, with stages %v", filepath.Base(folder), before, score(t, ls, p, folds+n, true))
	}
}

// without are the passages of all groups but one.
func without(all []passage, group int) []passage {
	return slices.DeleteFunc(slices.Clone(all), func(p passage) bool { return p.group == group })
}

// idle is a stager that takes every line for text.
func idle() *stager {
	var g stager
	g[formBias][weighAbove], g[formBias][weighBehind] = -100, -100
	return &g
}

// tally counts the lines of furniture that are kept and those of the text that are lost.
type tally struct{ kept, furniture, lost, text int }

func (n *tally) add(m tally) {
	n.kept, n.furniture, n.lost, n.text = n.kept+m.kept, n.furniture+m.furniture, n.lost+m.lost, n.text+m.text
}

// score reads the pages of a group.
func score(t *testing.T, ls *lessons, p *pageParser, group int, report bool) (n tally) {
	t.Helper()
	for i := range ls.pages {
		k := &ls.pages[i]
		if k.group != group {
			continue
		}
		a := p.parse(k.text, "")
		body := a.BodyText()
		blocks := strings.Split(body, BlockGap)
		for _, s := range k.gold.Contain {
			n.text++
			if !strings.Contains(body, squeeze(s)) {
				n.lost++
				if report {
					t.Logf("%s: lost: %q", k.name, s)
				}
			}
		}
		for _, s := range k.gold.NotContain {
			n.furniture++
			if strings.Contains(body, squeeze(s)) {
				n.kept++
				if report {
					t.Logf("%s: kept: %q", k.name, s)
				}
			}
		}
		for _, s := range k.gold.NotLines {
			n.furniture++
			if slices.Contains(blocks, squeeze(s)) {
				n.kept++
			}
		}
	}
	return n
}
