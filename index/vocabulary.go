package index

import (
	"bytes"
	"fmt"
	"slices"
	"sort"

	"presseschau/index/internal/segment"

	"github.com/RoaringBitmap/roaring/v2"
)

// Limits of a vocabulary.
const (
	// Half of all forms stand in one document only. They are names of no
	// weight, compounds of the moment and misspellings, so that a large archive
	// does without them. One of this many documents does.
	largeArchive = 5000
	// A million forms take about 20 MB. Beyond that the rarest are left out.
	maxVocabulary = 1 << 20
)

// wordList is all forms that stand in texts, sorted, with the number of
// documents that have each. It never changes.
type wordList struct {
	letters   []byte   // of all forms, one behind the other
	ends      []uint32 // of each form in letters
	counts    []uint32 // documents with the form, articles and comments
	documents int      // of the archive
	surfaces  surfaces
	sought    corrections
}

// newWordList merges the dictionaries of all segments.
func newWordList(v *view) (*wordList, error) {
	all := &wordList{}
	for _, p := range v.segments {
		l, err := p.words()
		if err != nil {
			return nil, err
		}
		all = merged(all, l)
	}
	all.documents = v.stats.articles + v.stats.comments
	all.surfaces = newSurfaces()
	if all.documents > largeArchive {
		all.drop(2)
	}
	all.shrink(maxVocabulary)
	return all, nil
}

// merged has the forms of two lists.
func merged(a, b *wordList) *wordList {
	out := &wordList{
		letters: make([]byte, 0, len(a.letters)+len(b.letters)),
		ends:    make([]uint32, 0, len(a.ends)+len(b.ends)),
		counts:  make([]uint32, 0, len(a.ends)+len(b.ends)),
	}
	for i, j := 0, 0; i < a.len() || j < b.len(); {
		order := -1
		switch {
		case i == a.len():
			order = 1
		case j < b.len():
			order = bytes.Compare(a.bytes(i), b.bytes(j))
		}
		switch {
		case order < 0:
			out.add(a.bytes(i), a.counts[i])
			i++
		case order > 0:
			out.add(b.bytes(j), b.counts[j])
			j++
		default:
			out.add(a.bytes(i), a.counts[i]+b.counts[j])
			i, j = i+1, j+1
		}
	}
	return out
}

func (v *wordList) add(form []byte, documents uint32) {
	v.letters = append(v.letters, form...)
	v.ends = append(v.ends, uint32(len(v.letters)))
	v.counts = append(v.counts, documents)
}

// shrink leaves out the rarest forms until there are no more than most.
func (v *wordList) shrink(most int) {
	if len(v.counts) <= most {
		return
	}
	byCount := slices.Clone(v.counts)
	slices.Sort(byCount)
	v.drop(byCount[len(byCount)-most-1] + 1)
}

// drop leaves out the forms of fewer documents than least.
func (v *wordList) drop(least uint32) {
	kept := &wordList{}
	for i, n := range v.counts {
		if n >= least {
			kept.add(v.bytes(i), n)
		}
	}
	v.letters, v.ends, v.counts = kept.letters, kept.ends, kept.counts
}

func (v *wordList) len() int { return len(v.ends) }

// bytes gives a form.
func (v *wordList) bytes(i int) []byte {
	start := uint32(0)
	if i > 0 {
		start = v.ends[i-1]
	}
	return v.letters[start:v.ends[i]]
}

func (v *wordList) form(i int) string { return string(v.bytes(i)) }

// count is the number of documents with a form, 0 if it is not there.
func (v *wordList) count(form string) int {
	i := v.search(form)
	if i < v.len() && string(v.bytes(i)) == form {
		return int(v.counts[i])
	}
	return 0
}

// search finds the first form that is not before the given one.
func (v *wordList) search(form string) int {
	return sort.Search(v.len(), func(i int) bool { return string(v.bytes(i)) >= form })
}

// behind finds the first form behind i that does not begin with prefix, which
// that of i does. Most such stretches are short.
func (v *wordList) behind(i int, prefix []byte) int {
	lo, step := i, 1
	for lo+step < v.len() && v.begins(lo+step, prefix) {
		lo += step
		step *= 2
	}
	hi := min(lo+step, v.len())
	return lo + 1 + sort.Search(hi-lo-1, func(k int) bool { return !v.begins(lo+1+k, prefix) })
}

func (v *wordList) begins(i int, prefix []byte) bool {
	b := v.bytes(i)
	return len(b) >= len(prefix) && string(b[:len(prefix)]) == string(prefix)
}

// words lists the forms that stand in a segment's texts.
func (p *part) words() (*wordList, error) {
	out := &wordList{}
	var last []byte // form of the entry before, whose documents are counted last
	var before segment.Entry
	err := p.segment.Dict(fieldText).Walk("", func(e segment.Entry) error {
		form, mark := e.Term[:len(e.Term)-1], e.Term[len(e.Term)-1]
		if mark != markBoth && mark != markExact {
			return nil
		}
		again := out.len() > 0 && bytes.Equal(last, form)
		n, err := p.documentsOf(&e, &before, again)
		if err != nil {
			return err
		}
		if again {
			out.counts[out.len()-1] = n
			return nil
		}
		out.add(form, n)
		last, before = append(last[:0], form...), e
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("words of a segment: %w", err)
	}
	out.drop(1)
	return out, nil
}

// documentsOf counts the documents that have a term, or if both is set one of
// two, and are not deleted.
func (p *part) documentsOf(e, before *segment.Entry, both bool) (uint32, error) {
	if !both && p.deleted == nil {
		return uint32(e.Documents()), nil
	}
	entries := []*segment.Entry{e}
	if both {
		entries = append(entries, before)
	}
	docs := roaring.New()
	for _, e := range entries {
		list, err := e.AppendDocs(nil)
		if err != nil {
			return 0, err
		}
		docs.Or(bitmapOf(list))
	}
	return uint32(docs.AndCardinality(p.live)), nil
}
