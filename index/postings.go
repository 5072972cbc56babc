package index

import (
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// orInto adds the documents of a postings list to a bitmap.
func orInto(list segment.PostingsList, docs *roaring.Bitmap) error {
	if l, ok := list.(interface{ OrInto(*roaring.Bitmap) }); ok {
		l.OrInto(docs)
		return nil
	}
	it := list.Iterator(false, false, false, nil)
	for {
		p, err := it.Next()
		if err != nil {
			return fmt.Errorf("read postings: %w", err)
		}
		if p == nil {
			return nil
		}
		docs.Add(uint32(p.Number()))
	}
}

// restrict makes an iterator visit only the given documents of its list, which
// must all be in it. Without it the caller has to skip the others itself.
func restrict(it segment.PostingsIterator, docs *roaring.Bitmap) {
	o, ok := it.(segment.OptimizablePostingsIterator)
	if !ok {
		return
	}
	if _, one := o.DocNum1Hit(); !one {
		o.ReplaceActual(docs)
	}
}

// lengthOf is the length of the posting's field in its document. Zap keeps
// it where the norm was in earlier formats.
func lengthOf(p segment.Posting) float32 {
	if l, ok := p.(interface{ NormUint64() uint64 }); ok {
		return float32(l.NormUint64())
	}
	return 1
}

// list is what a term has in one segment.
type list struct {
	postings segment.PostingsList
	docs     *roaring.Bitmap
}

// termsOf reads the postings of terms, of those that there are.
func termsOf(seg segment.Segment, field string, terms []string) ([]list, error) {
	dict, err := seg.Dictionary(field)
	if err != nil {
		return nil, fmt.Errorf("dictionary of %s: %w", field, err)
	}
	out := make([]list, len(terms))
	for i, t := range terms {
		p, err := dict.PostingsList([]byte(t), nil, nil)
		if err != nil {
			return nil, fmt.Errorf("postings of %q: %w", t, err)
		}
		if p.Count() == 0 {
			continue
		}
		docs := roaring.New()
		if err := orInto(p, docs); err != nil {
			return nil, err
		}
		out[i] = list{postings: p, docs: docs}
	}
	return out, nil
}

// unionOf is all documents of several lists.
func unionOf(lists []list) *roaring.Bitmap {
	out := roaring.New()
	for _, l := range lists {
		if l.docs != nil {
			out.Or(l.docs)
		}
	}
	return out
}
