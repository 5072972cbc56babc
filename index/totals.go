package index

import (
	"context"
	"slices"
	"sync"

	"presseschau/search"

	"github.com/RoaringBitmap/roaring/v2"
)

// totals are the counts of facets over all documents of a view, which is what a
// search without words or filters asks for. They are counted when they are
// first wanted and cost 4 bytes for each value of a facet.
type totals struct {
	mu sync.Mutex
	by map[totalKey]*counts
}

type totalKey struct {
	facet search.Facet
	side  side
}

// total counts a facet over all documents of a side. The counts are not to be
// changed.
func (v *view) total(ctx context.Context, facet search.Facet, s side) (*counts, error) {
	v.totals.mu.Lock()
	defer v.totals.mu.Unlock()
	key := totalKey{facet, s}
	if c := v.totals.by[key]; c != nil {
		return c, nil
	}
	vals, _ := v.facets.of(facet)
	c := newCounts(len(vals.all()))
	c.begin(v.stats.articles + v.stats.comments)
	for _, p := range v.segments {
		if err := p.cols.count(ctx, facet, c, p.documents(s)); err != nil {
			return nil, err
		}
	}
	c.end()
	c.buf, c.touched = nil, slices.Clone(c.touched)
	if v.totals.by == nil {
		v.totals.by = map[totalKey]*counts{}
	}
	v.totals.by[key] = c
	return c, nil
}

// documents are those of a side that are not deleted. They are not to be
// changed.
func (p *part) documents(s side) *roaring.Bitmap {
	switch s {
	case articleSide:
		return p.articles
	case commentSide:
		return p.comments
	}
	return p.live
}
