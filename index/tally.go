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
	counts *counts
	values *values
	all    []*value
	marks  map[string]int
	size   int
	byType bool     // half of size for each type of actor
	find   []string // folded words, of which the last is a beginning
}

// result lists the values. It looks at each value with a hit once and sorts
// only those that are shown.
func (t *tally) result() search.FacetResult {
	out := search.FacetResult{Facet: t.facet, Missing: int(t.counts.n[0]), Distinct: len(t.counts.touched)}
	var best [4][]int
	least := uint32(0) // count below which no value is listed
	for _, v := range t.counts.touched {
		i, n := int(v), t.counts.n[v]
		out.Other += int(n)
		if n < least {
			continue // as with nearly all
		}
		marked := len(t.marks) > 0 && t.marks[t.all[i].key] != 0
		if !marked && (len(t.find) == 0 || t.all[i].hasWords(t.find, true)) {
			group := &best[t.group(t.all[i])]
			*group = t.insert(*group, i)
			least = t.least(&best)
		}
	}
	for _, group := range best {
		for _, i := range group {
			out.Values = append(out.Values, t.shown(t.all[i], t.counts.n[i]))
		}
	}
	out.Values = append(out.Values, t.chosen()...)
	for _, v := range out.Values {
		out.Other -= v.Count
	}
	slices.SortFunc(out.Values, func(a, b search.FacetValue) int {
		if t.facet == search.YearFacet {
			return strings.Compare(a.Value, b.Value)
		}
		return cmp.Or(b.Count-a.Count, strings.Compare(a.Label, b.Label), strings.Compare(a.Value, b.Value))
	})
	return out
}

// chosen are the values that the request names, with hits or without.
func (t *tally) chosen() []search.FacetValue {
	var out []search.FacetValue
	for key := range t.marks {
		if key == search.None {
			continue // is always told, as Missing
		}
		if n, ok := t.values.numberFor(key); ok && int(n) < len(t.all) {
			out = append(out, t.shown(t.all[n], t.counts.n[n]))
		} else {
			out = append(out, t.shown(&value{key: key, label: key}, 0))
		}
	}
	return out
}

// group is the number of the group that a value is listed in: one for each type
// of actor, or one for all.
func (t *tally) group(v *value) int {
	if !t.byType {
		return 0
	}
	switch typeOf(t.facet, v.key) {
	case corpus.Person:
		return 1
	case corpus.Org:
		return 2
	case corpus.State:
		return 3
	}
	return 0
}

// least is the lowest count with which a value still enters a group.
func (t *tally) least(groups *[4][]int) uint32 {
	listed := groups[:1]
	if t.byType {
		listed = groups[1:]
	}
	low := ^uint32(0)
	for _, g := range listed {
		if len(g) < t.most() {
			return 0
		}
		if len(g) > 0 {
			low = min(low, t.counts.n[g[len(g)-1]])
		}
	}
	return low
}

// most is the number of values that a group has at most.
func (t *tally) most() int {
	if t.byType {
		return (t.size + 1) / 2
	}
	return t.size
}

// insert keeps the first numbers of a group by falling count, then label.
func (t *tally) insert(best []int, i int) []int {
	full := len(best) == t.most()
	if full && (len(best) == 0 || t.compare(i, best[len(best)-1]) >= 0) {
		return best
	}
	at, _ := slices.BinarySearchFunc(best, i, t.compare)
	if full {
		best = best[:len(best)-1]
	}
	return slices.Insert(best, at, i)
}

// compare orders two numbers by falling count, then label.
func (t *tally) compare(a, b int) int {
	if n := int(t.counts.n[b]) - int(t.counts.n[a]); n != 0 {
		return n
	}
	return strings.Compare(t.all[a].label, t.all[b].label)
}

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
