package index

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
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
}

// newWordList merges the dictionaries of all segments.
func newWordList(v *view) (*wordList, error) {
	out := &wordList{documents: v.stats.articles + v.stats.comments, surfaces: newSurfaces()}
	floor := uint32(1)
	if out.documents > largeArchive {
		floor = 2
	}
	cursors := make([]*formCursor, 0, len(v.segments))
	for _, p := range v.segments {
		c, err := newFormCursor(p)
		if err != nil {
			return nil, err
		}
		if c.form != "" {
			cursors = append(cursors, c)
		}
	}
	for len(cursors) > 0 {
		form := cursors[0].form
		for _, c := range cursors[1:] {
			form = min(form, c.form)
		}
		n := uint32(0)
		for _, c := range cursors {
			if c.form != form {
				continue
			}
			n += c.documents
			if err := c.next(); err != nil {
				return nil, err
			}
		}
		if n >= floor {
			out.add(form, n)
		}
		cursors = slices.DeleteFunc(cursors, func(c *formCursor) bool { return c.form == "" })
	}
	out.shrink(maxVocabulary)
	return out, nil
}

func (v *wordList) add(form string, documents uint32) {
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
	floor := byCount[len(byCount)-most-1] + 1
	kept := &wordList{}
	for i, n := range v.counts {
		if n >= floor {
			kept.add(v.form(i), n)
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

// formCursor walks the forms of a segment's texts in order.
type formCursor struct {
	part  *part
	dict  segment.TermDictionary
	terms segment.DictionaryIterator
	spare segment.PostingsList

	form      string // the present one, "" behind the last
	documents uint32 // that have it
	ahead     string // term read beyond the present form
	aheadOf   uint64 // documents with it, deleted ones too
}

func newFormCursor(p *part) (*formCursor, error) {
	dict, err := p.segment.Dictionary(fieldText)
	if err != nil {
		return nil, fmt.Errorf("dictionary of %s: %w", fieldText, err)
	}
	c := &formCursor{part: p, dict: dict, terms: dict.AutomatonIterator(nil, nil, nil)}
	if err := c.read(); err != nil {
		return nil, err
	}
	return c, c.next()
}

// read reads the next term of a form that stands in a text.
func (c *formCursor) read() error {
	for {
		entry, err := c.terms.Next()
		if err != nil {
			return fmt.Errorf("read terms: %w", err)
		}
		if entry == nil {
			c.ahead = ""
			return nil
		}
		if mark := entry.Term[len(entry.Term)-1]; mark == markBoth || mark == markExact {
			c.ahead, c.aheadOf = entry.Term, entry.Count
			return nil
		}
	}
}

// next steps to the next form.
func (c *formCursor) next() error {
	c.documents = 0
	for c.documents == 0 {
		if c.ahead == "" {
			c.form = ""
			return nil
		}
		first, count := c.ahead, c.aheadOf
		c.form = first[:len(first)-1]
		if err := c.read(); err != nil {
			return err
		}
		second := c.ahead
		if !strings.HasPrefix(second, c.form) || len(second) != len(first) {
			if c.part.deleted == nil || c.part.deleted.IsEmpty() {
				c.documents = uint32(count)
				return nil
			}
			second = ""
		}
		if err := c.unite(first, second); err != nil {
			return err
		}
	}
	return nil
}

// unite counts the documents that have one of two terms and are not deleted.
func (c *formCursor) unite(first, second string) error {
	docs := roaring.New()
	for _, t := range []string{first, second} {
		if t == "" {
			continue
		}
		list, err := c.dict.PostingsList([]byte(t), nil, c.spare)
		if err != nil {
			return fmt.Errorf("postings of %q: %w", t, err)
		}
		if err := orInto(list, docs); err != nil {
			return err
		}
		c.spare = list
	}
	if c.part.deleted != nil {
		docs.AndNot(c.part.deleted)
	}
	c.documents = uint32(docs.GetCardinality())
	if second != "" {
		return c.read()
	}
	return nil
}
