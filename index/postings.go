package index

import (
	"fmt"
	"sort"

	"presseschau/index/internal/segment"

	"github.com/RoaringBitmap/roaring/v2"
)

// list is what a term has in one segment.
type list struct {
	term     string
	docs     *roaring.Bitmap   // nil: nothing
	postings *segment.Postings // nil: nothing
}

func newList(term string, p *segment.Postings) list {
	return list{term: term, docs: bitmapOf(p.Docs), postings: p}
}

// manyDocuments is the number of documents from which it is faster to set their
// bits in an array than to add them to a bitmap one after the other.
const manyDocuments = 1024

// bitmapOf makes a bitmap of ascending documents.
func bitmapOf(docs []uint32) *roaring.Bitmap {
	if len(docs) < manyDocuments {
		return roaring.BitmapOf(docs...)
	}
	set := newDense(int(docs[len(docs)-1]) + 1)
	for _, d := range docs {
		set.add(d)
	}
	return set.bitmap()
}

// termsOf reads the postings of terms, of those that there are.
func termsOf(seg *segment.Segment, field string, terms []string) ([]list, error) {
	dict := seg.Dict(field)
	out := make([]list, len(terms))
	for i, t := range terms {
		p, err := dict.Get(t)
		if err != nil {
			return nil, fmt.Errorf("postings in %s: %w", field, err)
		}
		if p != nil {
			out[i] = newList(t, p)
		}
	}
	return out, nil
}

// unionOf is all documents of several lists. It may be that of one of them.
func unionOf(lists []list) *roaring.Bitmap {
	var out *roaring.Bitmap
	shared := false
	for _, l := range lists {
		switch {
		case l.docs == nil:
		case out == nil:
			out, shared = l.docs, true
		case shared:
			out, shared = roaring.Or(out, l.docs), false
		default:
			out.Or(l.docs)
		}
	}
	if out == nil {
		return roaring.New()
	}
	return out
}

// advance finds the first place from which on documents are not before doc, by
// doubling steps and then halving (Bentley and Yao, "An almost optimal
// algorithm for unbounded searching", 1976).
func advance(docs []uint32, from int, doc uint32) int {
	step := 1
	for from+step < len(docs) && docs[from+step] < doc {
		from += step
		step *= 2
	}
	end := min(from+step+1, len(docs))
	if from >= end {
		return end
	}
	return from + sort.Search(end-from, func(i int) bool { return docs[from+i] >= doc })
}
