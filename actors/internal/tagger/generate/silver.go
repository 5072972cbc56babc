package main

import (
	"hash/fnv"
	"path/filepath"
	"slices"
	"strings"

	"presseschau/actors/internal/tagger"
)

// apart is the share of articles, in thousandths, of which no sentence is
// trained on, so that what the tagger adds can be read on unseen ones.
const apart = 40

// isApart tells whether an article is one of these, by its id.
func isApart(id string) bool {
	h := fnv.New32a()
	h.Write([]byte(id))
	return h.Sum32()%1000 >= 1000-apart
}

// readSilver reads the sentences that another tagger has labelled, each once,
// without those of articles kept apart, and drops or mends those that
// contradict the knowledge base.
func readSilver(dir string, l *lists) ([]*example, error) {
	seen := make(map[string]bool)
	err := eachSentence(dir, func(id string, words []string) {
		if isApart(id) && len(words) >= minWords {
			seen[strings.Join(words, " ")] = true
		}
	})
	if err != nil {
		return nil, err
	}
	files, err := filepath.Glob(filepath.Join(dir, "silver*.tsv*"))
	if err != nil {
		return nil, err
	}
	var list []*example
	for _, path := range files {
		part, err := readColumns(path, 0, 1)
		if err != nil {
			return nil, err
		}
		for _, x := range part {
			key := strings.Join(x.words, " ")
			if !seen[key] && l.agrees(x) {
				seen[key] = true
				x.weight = silverWeight
				list = append(list, x)
			}
		}
	}
	return list, nil
}

// kinds are the classes of the knowledge base and what they say of a name.
var kinds = [...]struct {
	class tagger.Classes
	kind  tagger.Kind
}{{tagger.Human, tagger.Person}, {tagger.Body, tagger.Organisation}, {tagger.Country, tagger.Place}}

// agrees tells whether the labels of a sentence agree with the names of the
// knowledge base in it: the same tokens as the same kind, or a part of a longer
// name. A full name that has no label gets its own.
func (l *lists) agrees(x *example) bool {
	for i := 0; i < len(x.words); i++ {
		last, kind := l.known(x.words, i)
		if kind == tagger.None {
			continue
		}
		labels := x.labels[i : last+1]
		switch {
		case !slices.ContainsFunc(labels, func(l tagger.Label) bool { return l != 0 }):
			if last == i {
				break // a name of one word may be something else here
			}
			labels[0] = tagger.Begin(kind)
			for k := range labels[1:] {
				labels[k+1] = tagger.Inside(kind)
			}
		case labels[0].Kind() == kind && labels[0].Begins() && isWhole(labels[1:], kind) && (last+1 == len(x.words) || x.labels[last+1] != tagger.Inside(kind)):
		case labels[0] != 0 && isWhole(labels[1:], labels[0].Kind()) && (!labels[0].Begins() || last+1 < len(x.words) && x.labels[last+1] == tagger.Inside(labels[0].Kind())):
		default:
			return false
		}
		i = last
	}
	return true
}

// isWhole tells whether all labels go on with a name of a kind.
func isWhole(labels []tagger.Label, kind tagger.Kind) bool {
	for _, l := range labels {
		if l != tagger.Inside(kind) {
			return false
		}
	}
	return true
}

// maxKnown is the number of words of the longest name that known looks for.
const maxKnown = 5

// known finds the longest name of the knowledge base that begins at word i and
// is of one kind only: its last word and the kind.
func (l *lists) known(words []string, i int) (int, tagger.Kind) {
	last, kind := i, tagger.None
	name := ""
	for j := i; j < len(words) && j < i+maxKnown; j++ {
		name += words[j]
		classes := l.classes[name]
		for _, k := range kinds {
			if classes == k.class {
				last, kind = j, k.kind
			}
		}
		name += " "
	}
	return last, kind
}
