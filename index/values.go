package index

import (
	"strings"
	"sync"
)

// values numbers the values of a facet for the life of an index, so that
// counts of several segments add up. Numbers are given in the order of first
// sight and never change; 0 is the missing value.
type values struct {
	mu     sync.RWMutex
	number map[string]uint32
	list   []value
}

// value is a facet's value as shown.
type value struct {
	key    string // "person:wladimir-putin"; for most facets the label itself
	label  string // "Wladimir Putin"
	folded string // words of the label, folded, each behind a blank
	term   string // as indexed
}

func newValues() *values {
	return &values{number: map[string]uint32{missing: 0}, list: []value{{term: missing}}}
}

// numberOf gives the term's number, a new one if it was never seen.
func (v *values) numberOf(term string, fold func(string) string) uint32 {
	v.mu.RLock()
	n, ok := v.number[term]
	v.mu.RUnlock()
	if ok {
		return n
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if n, ok := v.number[term]; ok {
		return n
	}
	key, label, found := strings.Cut(term, "\t")
	if !found {
		label = key
	}
	var sb strings.Builder
	for _, w := range words(label) {
		sb.WriteByte(' ')
		sb.WriteString(fold(w))
	}
	n = uint32(len(v.list))
	v.number[term] = n
	v.list = append(v.list, value{key: key, label: label, folded: sb.String(), term: term})
	return n
}

// all is the list by number. Its elements never change.
func (v *values) all() []value {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return v.list
}

// byKey finds the terms of a key. An actor whose name changed has several.
func (v *values) byKey(key string) []string {
	var terms []string
	for _, x := range v.all()[1:] {
		if x.key == key {
			terms = append(terms, x.term)
		}
	}
	return terms
}

// byWords finds the terms whose label has every one of the folded words, or
// begins a word with the last one if prefix is set.
func (v *values) byWords(folded []string, prefix bool) []string {
	var terms []string
	for _, x := range v.all()[1:] {
		if x.hasWords(folded, prefix) {
			terms = append(terms, x.term)
		}
	}
	return terms
}

func (x *value) hasWords(folded []string, prefix bool) bool {
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
