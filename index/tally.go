package index

import (
	"cmp"
	"slices"
	"strings"

	"presseschau/corpus"
	"presseschau/search"
)

// tally makes the answer of a facet out of its counts.
type tally struct {
	facet  search.Facet
	counts counts
	all    []*value
	known  func(key string) *value
	marks  map[string]int
	size   int
	find   []string // folded words, of which the last is a beginning
}

// result lists the values. It looks at each value once and sorts only those
// that are shown: an archive has far more actors than a page has room for.
func (t *tally) result() search.FacetResult {
	out := search.FacetResult{Facet: t.facet, Missing: int(t.counts[0])}
	best := make([]int, 0, min(t.size, len(t.all)))
	var chosen []int
	for i := 1; i < len(t.counts) && i < len(t.all); i++ {
		marked := len(t.marks) > 0 && t.marks[t.all[i].key] != 0
		if t.counts[i] > 0 {
			out.Distinct++
			out.Other += int(t.counts[i])
		}
		switch {
		case marked:
			chosen = append(chosen, i)
		case t.counts[i] > 0 && (len(t.find) == 0 || t.all[i].hasWords(t.find, true)):
			best = t.insert(best, i)
		}
	}
	for _, i := range append(best, chosen...) {
		v := t.value(i)
		out.Other -= v.Count
		out.Values = append(out.Values, v)
	}
	for key := range t.marks { // chosen, and nowhere in the index
		if key != search.None && t.known(key) == nil {
			out.Values = append(out.Values, t.shown(&value{key: key, label: key}, 0))
		}
	}
	slices.SortFunc(out.Values, func(a, b search.FacetValue) int {
		if t.facet == search.YearFacet {
			return strings.Compare(a.Value, b.Value)
		}
		return cmp.Or(b.Count-a.Count, strings.Compare(a.Label, b.Label), strings.Compare(a.Value, b.Value))
	})
	return out
}

// insert keeps the first size numbers by falling count, then label.
func (t *tally) insert(best []int, i int) []int {
	if len(best) == t.size && t.counts[i] < t.counts[best[len(best)-1]] {
		return best
	}
	at, _ := slices.BinarySearchFunc(best, i, func(a, b int) int {
		return cmp.Or(int(t.counts[b])-int(t.counts[a]), strings.Compare(t.all[a].label, t.all[b].label))
	})
	if at == t.size {
		return best
	}
	if len(best) == t.size {
		best = best[:len(best)-1]
	}
	return slices.Insert(best, at, i)
}

func (t *tally) value(i int) search.FacetValue { return t.shown(t.all[i], t.counts[i]) }

func (t *tally) shown(v *value, count uint32) search.FacetValue {
	return search.FacetValue{Value: v.key, Label: v.label, Type: typeOf(t.facet, v.key),
		Count: int(count), Selected: t.marks[v.key] == selected, Excluded: t.marks[v.key] == excluded}
}

const (
	selected = 1
	excluded = 2
)

func marksOf(r *search.Request, facet search.Facet) map[string]int {
	marks := make(map[string]int)
	for _, f := range r.Filters {
		if f.Facet != facet {
			continue
		}
		for _, v := range f.Include {
			marks[v] = selected
		}
		for _, v := range f.Exclude {
			marks[v] = excluded
		}
	}
	return marks
}

// typeOf reads the type off an actor's id.
func typeOf(facet search.Facet, key string) corpus.ActorType {
	if facet != search.ActorFacet {
		return ""
	}
	kind, _, _ := strings.Cut(key, ":")
	return corpus.ActorType(kind)
}
