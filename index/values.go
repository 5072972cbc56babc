package index

import (
	"slices"
	"strings"
	"sync"

	"presseschau/index/internal/segment"
)

// values numbers the values of a facet for the life of an index, so that
// counts of several segments add up. Numbers are given in the order of first
// sight and never change; 0 is the missing value.
type values struct {
	aliases func(key string) []string // nil: there are none

	mu     sync.RWMutex
	number map[string]uint32 // by key
	list   []*value
}

// value is a facet's value as shown. It never changes; a new name makes a new
// one under the old number.
type value struct {
	key     string   // "person:wladimir-putin"; for most facets the label itself
	label   string   // "Wladimir Putin", the name seen last
	folded  string   // words of all its labels, folded, each behind a blank
	aliases []string // each folded in the same way
	terms   []string // as indexed, one for each label
}

func newValues(aliases func(key string) []string) *values {
	return &values{aliases: aliases, number: map[string]uint32{missing: 0}, list: []*value{{terms: []string{missing}}}}
}

// numberOf gives the number of a term's value, a new one if it was never seen.
func (v *values) numberOf(term string, fold func(string) string) uint32 {
	key, label, found := strings.Cut(term, "\t")
	if !found {
		label = key
	}
	v.mu.RLock()
	n, ok := v.number[key]
	known := ok && (n == 0 || slices.Contains(v.list[n].terms, term))
	v.mu.RUnlock()
	if known {
		return n
	}
	name := foldName(label, fold)
	v.mu.Lock()
	defer v.mu.Unlock()
	n, ok = v.number[key]
	if !ok {
		n = uint32(len(v.list))
		v.number[key] = n
		v.list = append(v.list, &value{key: key, label: label, folded: name, aliases: v.foldAliases(key, fold), terms: []string{term}})
		return n
	}
	if old := v.list[n]; !slices.Contains(old.terms, term) {
		v.list = slices.Clone(v.list) // others read the present one
		v.list[n] = &value{key: key, label: label, folded: old.folded + name, aliases: old.aliases,
			terms: append(slices.Clone(old.terms), term)}
	}
	return n
}

// numberAll numbers the values of a property, the frequent ones first: what is
// counted most often then lies side by side.
func (v *values) numberAll(seg *segment.Segment, p property, fold func(string) string) error {
	type named struct {
		key       string
		terms     []string
		documents int
	}
	var all []named
	err := uninvertTerms(seg, p, func(term string, e segment.Entry) error {
		key, _, _ := strings.Cut(term, "\t")
		if len(all) == 0 || all[len(all)-1].key != key {
			all = append(all, named{key: key})
		}
		last := &all[len(all)-1]
		last.terms, last.documents = append(last.terms, term), last.documents+e.Documents()
		return nil
	})
	slices.SortStableFunc(all, func(a, b named) int { return b.documents - a.documents })
	for _, n := range all {
		for _, t := range n.terms {
			v.numberOf(t, fold)
		}
	}
	return err
}

// foldAliases are the other names of a key.
func (v *values) foldAliases(key string, fold func(string) string) []string {
	if v.aliases == nil {
		return nil
	}
	var out []string
	for _, a := range v.aliases(key) {
		out = append(out, foldName(a, fold))
	}
	return out
}

// foldName folds the words of a name and puts a blank before each.
func foldName(name string, fold func(string) string) string {
	var sb strings.Builder
	for _, w := range words(name) {
		sb.WriteByte(' ')
		sb.WriteString(fold(w))
	}
	return sb.String()
}

// all is the list by number. It never changes.
func (v *values) all() []*value {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return v.list
}

// numberFor finds the number of a key.
func (v *values) numberFor(key string) (uint32, bool) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	n, ok := v.number[key]
	return n, ok && n > 0
}

// byKey finds the value of a key, nil if there is none.
func (v *values) byKey(key string) *value {
	n, ok := v.numberFor(key)
	if !ok {
		return nil
	}
	return v.all()[n]
}

// byWords finds the terms whose label has every one of the folded words, or
// begins a word with the last one if prefix is set; and those that have an
// alias of just these words, or one that begins so.
func (v *values) byWords(folded []string, prefix bool) []string {
	var terms []string
	for _, x := range v.all()[1:] {
		if x.hasWords(folded, prefix) {
			terms = append(terms, x.terms...)
		}
	}
	return terms
}

func (x *value) hasWords(folded []string, prefix bool) bool {
	return x.labelHas(folded, prefix) || x.hasAlias(folded, prefix)
}

// hasAlias wants the words of an alias in order and from its first one on, for
// a part of an alias, as Deutschland in Alternative für Deutschland, often
// means another actor.
func (x *value) hasAlias(folded []string, prefix bool) bool {
	if len(x.aliases) == 0 || len(folded) == 0 {
		return false
	}
	asked := " " + strings.Join(folded, " ")
	return slices.ContainsFunc(x.aliases, func(a string) bool {
		return a == asked || prefix && strings.HasPrefix(a, asked)
	})
}

func (x *value) labelHas(folded []string, prefix bool) bool {
	for i, w := range folded {
		end := " "
		if prefix && i == len(folded)-1 {
			end = ""
		}
		if !strings.Contains(x.folded+" ", " "+w+end) {
			return false
		}
	}
	return true
}
