package index

import (
	"fmt"

	"presseschau/index/internal/segment"

	"github.com/RoaringBitmap/roaring/v2"
)

// list is what a term has in one segment. It is shared and never changed.
type list struct {
	term     string
	postings *segment.Postings // nil: nothing
}

// lists gives the postings of terms, of those that there are, and keeps them.
func (p *part) lists(field string, terms []leafTerm) ([]list, error) {
	out := make([]list, len(terms))
	finder := p.segment.Dict(field).Finder()
	for i, t := range terms {
		var err error
		if out[i], err = p.list(field, t.term, func() (*segment.Postings, error) { return finder.Get(t.term) }); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// list gives the postings of a term, which are kept, or else found.
func (p *part) list(field, term string, find func() (*segment.Postings, error)) (list, error) {
	key := listKey{p.id, field, term}
	x, ok := p.cache.get(key)
	if !ok {
		var err error
		if x.postings, err = find(); err != nil {
			return list{}, fmt.Errorf("postings in %s: %w", field, err)
		}
		if x.postings == nil {
			return list{}, nil
		}
		p.cache.put(key, x)
	}
	return list{term: term, postings: x.postings}, nil
}

// keyOf is under which the documents of a leaf are kept.
func (p *part) keyOf(l *leaf) listKey { return listKey{p.id, l.field, l.key} }

// docsOf is all documents of a leaf's terms. They are not to be changed. The
// lists are nil if they were not needed.
func (p *part) docsOf(l *leaf) (x kept, lists []list, err error) {
	x, ok := p.cache.get(p.keyOf(l))
	if ok {
		return x, nil, nil
	}
	if lists, err = p.lists(l.field, l.terms); err != nil {
		return x, nil, err
	}
	x.docs = unionOf(lists)
	p.cache.put(p.keyOf(l), x)
	return x, lists, nil
}

// docsOfLists is all documents of lists, which is kept under a key. They are not
// to be changed.
func (p *part) docsOfLists(key, field string, lists []list) *roaring.Bitmap {
	k := listKey{p.id, field, key}
	x, ok := p.cache.get(k)
	if !ok {
		x.docs = unionOf(lists)
		p.cache.put(k, x)
	}
	return x.docs
}

// sparse is the number of documents of a segment for one of a list from which it
// is faster to add them to a bitmap one after the other than to set their bits
// in an array.
const sparse = 700

// bitmapOf makes a bitmap of ascending documents.
func bitmapOf(docs []uint32) *roaring.Bitmap {
	if len(docs) == 0 {
		return roaring.New()
	}
	last := docs[len(docs)-1]
	if len(docs)*sparse < int(last) {
		return roaring.BitmapOf(docs...)
	}
	set := newDense(int(last) + 1)
	set.addMany(docs)
	return set.bitmap()
}

// unionOf is all documents of several lists.
func unionOf(lists []list) *roaring.Bitmap {
	size, last := sizeOf(lists), lastOf(lists)
	if size == 0 {
		return roaring.New()
	}
	var docs []uint32
	set, out := dense(nil), roaring.New()
	if size*sparse >= int(last) {
		set = newDense(int(last) + 1)
	}
	for _, l := range lists {
		if l.postings == nil {
			continue
		}
		docs = l.postings.AppendDocs(docs[:0])
		if set != nil {
			set.addMany(docs)
		} else {
			out.AddMany(docs)
		}
	}
	if set != nil {
		return set.bitmap()
	}
	return out
}

// sizeOf is the number of documents of lists, one that is in several counted as
// often.
func sizeOf(lists []list) int {
	n := 0
	for _, l := range lists {
		if l.postings != nil {
			n += l.postings.Len()
		}
	}
	return n
}

// lastOf is the last document of lists.
func lastOf(lists []list) uint32 {
	last := uint32(0)
	for _, l := range lists {
		if l.postings != nil {
			last = max(last, l.postings.Last())
		}
	}
	return last
}

// advance finds the first place from which on documents are not before doc, by
// doubling steps and then halving (Bentley and Yao, "An almost optimal
// algorithm for unbounded searching", 1976).
func advance[T uint16 | uint32](docs []T, from int, doc T) int {
	if from >= len(docs) || docs[from] >= doc { // as it is with frequent terms
		return from
	}
	step := 1
	for from+step < len(docs) && docs[from+step] < doc {
		from += step
		step *= 2
	}
	lo, hi := from+1, min(from+step, len(docs)) // docs[from] is before doc, docs[hi] is not
	for lo < hi {
		mid := (lo + hi) / 2
		if docs[mid] < doc {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
