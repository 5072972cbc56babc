package index

import (
	"cmp"
	"context"
	"slices"

	"presseschau/search"
)

// Complete gives ways to go on with the last word of a query, most frequent
// first and at most size of them; none if it does not end in a word. Errors are
// those of package search.
func (x *Index) Complete(ctx context.Context, query string, size int) ([]search.Completion, error) {
	u, ok, err := search.Unfinish(query)
	if err != nil || !ok {
		return nil, err
	}
	return ask(x, "complete", func(g *generation, v *view) ([]search.Completion, error) {
		q := &run{index: x, gen: g, view: v}
		return q.completions(ctx, u, size)
	})
}

func (q *run) completions(ctx context.Context, u search.Unfinished, size int) ([]search.Completion, error) {
	switch u.Field {
	case search.OutletField, search.ActorField, search.AgencyField, search.LanguageField:
		return q.completeValue(ctx, u, search.Facet(u.Field), size) // they have the same names
	case search.AuthorField:
		return nil, nil
	}
	words, err := q.gen.vocabulary(ctx, q.view)
	if err != nil || words == nil {
		return nil, err
	}
	best := favourites{size: size * formsOfWord}
	for _, prefix := range dotted(q.gen.analysis.german.Fold(u.Word)) {
		for i, end := words.beginning(prefix); i < end; i++ {
			if n := int(words.counts[i]); best.takes(n) && !q.gen.analysis.german.Functional(words.form(i)) {
				best.add(words.form(i), n)
			}
		}
	}
	best.list = q.differing(best.list)
	best.list = best.list[:min(len(best.list), size)]
	written, err := q.written(ctx, words, best.texts())
	if err != nil {
		return nil, err
	}
	out := make([]search.Completion, 0, len(best.list))
	for _, c := range best.list {
		text := cmp.Or(written[c.text], c.text)
		out = append(out, search.Completion{Text: text, Query: u.Finish(text), Documents: c.count})
	}
	return out, nil
}

// formsOfWord is how many forms a word has among those that are looked at.
const formsOfWord = 4

// differing leaves one form of each word, the most frequent: a search finds the
// others with it.
func (q *run) differing(forms []favourite) []favourite {
	seen := map[string]bool{}
	return slices.DeleteFunc(forms, func(f favourite) bool {
		read := q.gen.analysis.german.QueryWord(f.text)
		if len(read) != 1 {
			return false
		}
		again := seen[read[0].Lemma]
		seen[read[0].Lemma] = true
		return again
	})
}

// completeValue completes the value of a facet, by any word of it.
func (q *run) completeValue(ctx context.Context, u search.Unfinished, facet search.Facet, size int) ([]search.Completion, error) {
	vals, _ := q.view.facets.of(facet)
	all := vals.all()
	n, err := q.view.total(ctx, facet, bothSides)
	if err != nil {
		return nil, err
	}
	all = all[:min(len(all), len(n.n))]
	best := favourites{size: size}
	begins := []string{q.gen.analysis.german.Fold(u.Word)}
	for i, x := range all {
		if i > 0 && best.takes(int(n.n[i])) && x.hasWords(begins, true) {
			best.add(x.label, int(n.n[i]))
		}
	}
	out := make([]search.Completion, 0, len(best.list))
	for _, c := range best.list {
		out = append(out, search.Completion{Text: c.text, Query: u.Finish(c.text), Documents: c.count})
	}
	return out, nil
}

// beginning is the stretch of the forms that begin with prefix.
func (v *wordList) beginning(prefix string) (first, end int) {
	first = v.search(prefix)
	if first == v.len() || !v.begins(first, []byte(prefix)) {
		return first, first
	}
	return first, v.behind(first, []byte(prefix))
}

// maxDotted is the number of vowels of a beginning that may lack their dots.
const maxDotted = 4

// dotted gives a folded beginning, and what it is if one of its vowels lacks
// the dots: mull is muell, too.
func dotted(prefix string) []string {
	out := []string{prefix}
	for i := 0; i+1 < len(prefix) && len(out) <= maxDotted; i++ {
		switch prefix[i] {
		case 'a', 'o', 'u':
			if prefix[i+1] != 'e' {
				out = append(out, prefix[:i+1]+"e"+prefix[i+1:])
			}
		}
	}
	return out
}

// favourites keep the most frequent of many texts, those added first before
// others of the same count.
type favourites struct {
	size int
	list []favourite
}

type favourite struct {
	text  string
	count int
}

// takes tells whether a text of that count would be kept.
func (f *favourites) takes(count int) bool {
	return count > 0 && f.size > 0 && (len(f.list) < f.size || count > f.list[f.size-1].count)
}

// add keeps a text that it takes.
func (f *favourites) add(text string, count int) {
	at := slices.IndexFunc(f.list, func(o favourite) bool { return o.count < count })
	if at < 0 {
		at = len(f.list)
	}
	f.list = slices.Insert(f.list, at, favourite{text, count})
	f.list = f.list[:min(len(f.list), f.size)]
}

func (f *favourites) texts() []string {
	out := make([]string, len(f.list))
	for i, x := range f.list {
		out[i] = x.text
	}
	return out
}
