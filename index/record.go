package index

import (
	"context"
	"fmt"
	"slices"

	"presseschau/search"

	"github.com/RoaringBitmap/roaring/v2"
)

// records have, of each document of a segment, the numbers of its outlet, of its
// year and of its actors behind each other: hits lie scattered, and to fetch
// what is counted of one costs more than to count it. A number takes a word of
// 16 bits. The rare values with a larger one are apart, so that nothing has to
// be looked for among the others.
type records struct {
	start []uint32 // of each document in words, and their end
	words []uint16
	far   [recorded]far
}

// farFrom is the least number of a value that is apart. In the place of an outlet
// or year stands then that of a missing one.
const farFrom = 1 << 16

// far has the values of one facet that are apart.
type far struct {
	docs  *roaring.Bitmap // that have any
	pairs []pair          // by document
}

// pair is a document with the number of one of its values.
type pair struct{ doc, value uint32 }

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
	for place := range r.far {
		r.far[place].docs = roaring.New()
	}
	for d := range documents {
		r.start = append(r.start, uint32(len(r.words)))
		for place := range columns {
			values := columns[place].of(d)
			if place != actorCounts && len(values) != 1 {
				return nil, fmt.Errorf("document %d has %d outlets or years", d, len(values))
			}
			for _, v := range values {
				r.add(place, pair{uint32(d), v})
			}
		}
	}
	r.start = append(r.start, uint32(len(r.words)))
	return r, nil
}

func (r *records) add(place int, p pair) {
	if p.value < farFrom {
		r.words = append(r.words, uint16(p.value))
		return
	}
	far := &r.far[place]
	far.docs.Add(p.doc)
	far.pairs = append(far.pairs, p)
	if place != actorCounts {
		r.words = append(r.words, 0)
	}
}

// of gives the values of a document.
func (c *column) of(d int) []uint32 {
	if c.single != nil {
		return c.single[d : d+1]
	}
	return c.many[c.start[d]:c.start[d+1]]
}

// of gives the words of a document, of which those of its actors begin at
// actorCounts.
func (r *records) of(d uint32) []uint16 { return r.words[r.start[d]:r.start[d+1]] }

// fetch touches the records of documents, so that they are in the cache when
// their turn comes: many are on their way at once.
func (r *records) fetch(docs []uint32) (sum uint16) {
	for _, d := range docs {
		sum += r.words[r.start[d]]
	}
	return sum
}

// count counts all facets of the hits.
func (r *records) count(ctx context.Context, to *[recorded]*counts, hits *roaring.Bitmap) error {
	outlets, years, actors := to[outletCounts], to[yearCounts], to[actorCounts]
	visit := r.addMany
	if !outlets.many || !years.many || !actors.many {
		visit = r.addFew
	}
	err := chunks(ctx, hits, actors.buf, func(docs []uint32) {
		actors.fetched = r.fetch(docs)
		visit(to, docs)
	})
	for place, c := range to {
		r.far[place].count(c, hits, place != actorCounts)
	}
	return err
}

func (r *records) addFew(to *[recorded]*counts, docs []uint32) {
	for _, d := range docs {
		words := r.of(d)
		to[outletCounts].add(uint32(words[outletCounts]))
		to[yearCounts].add(uint32(words[yearCounts]))
		to[actorCounts].addFew(words[actorCounts:])
	}
}

func (r *records) addMany(to *[recorded]*counts, docs []uint32) {
	outlets, years, actors := to[outletCounts].n, to[yearCounts].n, to[actorCounts].n
	for _, d := range docs {
		words := r.of(d)
		outlets[words[outletCounts]]++
		years[words[yearCounts]]++
		for _, v := range words[actorCounts:] {
			actors[v]++
		}
	}
}

// countOne counts the facet in one place.
func (r *records) countOne(ctx context.Context, place int, to *counts, hits *roaring.Bitmap) error {
	err := chunks(ctx, hits, to.buf, func(docs []uint32) {
		to.fetched = r.fetch(docs)
		for _, d := range docs {
			values := r.of(d)[place:]
			if place != actorCounts {
				values = values[:1]
			}
			for _, v := range values {
				to.add(uint32(v))
			}
		}
	})
	r.far[place].count(to, hits, place != actorCounts)
	return err
}

// count counts the values of the hits that are apart.
func (f *far) count(to *counts, hits *roaring.Bitmap, single bool) {
	each(roaring.And(hits, f.docs), func(d uint32) {
		if single {
			to.n[0]-- // as which it was counted before
		}
		at, _ := slices.BinarySearchFunc(f.pairs, d, func(p pair, d uint32) int { return int(p.doc) - int(d) })
		for ; at < len(f.pairs) && f.pairs[at].doc == d; at++ {
			to.add(f.pairs[at].value)
		}
	})
}
