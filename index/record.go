package index

import (
	"context"
	"fmt"

	"presseschau/search"

	"github.com/RoaringBitmap/roaring/v2"
)

// records have, of each document of a segment, the numbers of its outlet, of its
// year and of its actors behind each other: hits lie scattered, and to fetch
// what is counted of one costs more than to count it. A number takes a word of
// 16 bits, the rare large ones three of which the first is wide.
type records struct {
	start []uint32 // of each document in words, and their end
	words []uint16
}

const wide = 1<<16 - 1

// The facets that are in records, in their order.
const (
	outletCounts = iota
	yearCounts
	actorCounts
	recorded
)

// inRecord gives the place of a facet in records.
func inRecord(facet search.Facet) (place int, ok bool) {
	switch facet {
	case search.OutletFacet:
		return outletCounts, true
	case search.YearFacet:
		return yearCounts, true
	case search.ActorFacet:
		return actorCounts, true
	}
	return 0, false
}

// newRecords joins columns, of which the first two have one value a document.
func newRecords(documents int, columns [recorded]column) (*records, error) {
	size := 0
	for i := range columns {
		size += max(len(columns[i].single), len(columns[i].many))
	}
	r := &records{start: make([]uint32, 0, documents+1), words: make([]uint16, 0, size)}
	for d := range documents {
		r.start = append(r.start, uint32(len(r.words)))
		for place := range columns {
			values := columns[place].of(d)
			if place != actorCounts && len(values) != 1 {
				return nil, fmt.Errorf("document %d has %d outlets or years", d, len(values))
			}
			for _, v := range values {
				if v >= wide {
					r.words = append(r.words, wide, uint16(v>>16))
				}
				r.words = append(r.words, uint16(v))
			}
		}
	}
	r.start = append(r.start, uint32(len(r.words)))
	return r, nil
}

// of gives the values of a document.
func (c *column) of(d int) []uint32 {
	if c.single != nil {
		return c.single[d : d+1]
	}
	return c.many[c.start[d]:c.start[d+1]]
}

// number reads the number at the beginning of words, and those behind it.
func number(words []uint16) (uint32, []uint16) {
	if words[0] == wide && len(words) > 2 {
		return uint32(words[1])<<16 | uint32(words[2]), words[3:]
	}
	return uint32(words[0]), words[1:]
}

// farAhead is the number of hits from one to another whose record is touched
// already, so that it is in the cache when its turn comes.
const farAhead = 4

// count counts all facets of the hits.
func (r *records) count(ctx context.Context, to *[recorded]*counts, hits *roaring.Bitmap) error {
	for _, c := range to {
		c.n[0]++ // so that 0 is never met as a value without a hit
		defer func() { c.n[0]-- }()
	}
	return chunks(ctx, hits, to[actorCounts].buf, func(docs []uint32) {
		var fetched uint16
		for i, d := range docs {
			if i+farAhead < len(docs) {
				fetched ^= r.words[r.start[docs[i+farAhead]]]
			}
			words := r.words[r.start[d]:r.start[d+1]]
			var v uint32
			v, words = number(words)
			to[outletCounts].add(v)
			v, words = number(words)
			to[yearCounts].add(v)
			to[actorCounts].addWords(words)
		}
		to[actorCounts].fetched = fetched
	})
}

// countOne counts the facet in one place.
func (r *records) countOne(ctx context.Context, place int, to *counts, hits *roaring.Bitmap) error {
	to.n[0]++
	defer func() { to.n[0]-- }()
	return chunks(ctx, hits, to.buf, func(docs []uint32) {
		for _, d := range docs {
			v, words := number(r.words[r.start[d]:r.start[d+1]])
			switch place {
			case outletCounts:
				to.add(v)
			case yearCounts:
				v, _ = number(words)
				to.add(v)
			default:
				_, words = number(words)
				to.addWords(words)
			}
		}
	})
}
