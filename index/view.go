package index

import (
	"fmt"
	"sync"

	"presseschau/search"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// facetValues number the values of each facet.
type facetValues struct{ outlet, year, actor, agency *values }

// of gives the numbered values and the property of a facet.
func (f *facetValues) of(facet search.Facet) (*values, property) {
	switch facet {
	case search.OutletFacet:
		return f.outlet, propOutlet
	case search.YearFacet:
		return f.year, propYear
	case search.AgencyFacet:
		return f.agency, propAgency
	}
	return f.actor, propActor
}

// views makes a view for each state of the store and keeps the columns of
// segments that several states share.
type views struct {
	gen    *generation
	facets *facetValues

	mu      sync.Mutex
	columns map[uint64]*columns // by segment id
	latest  *view
}

func newViews(g *generation) *views {
	return &views{gen: g, columns: map[uint64]*columns{},
		facets: &facetValues{newValues(), newValues(), newValues(), newValues()}}
}

// view is a consistent state of a generation, ready to be searched.
type view struct {
	snapshot *scorch.IndexSnapshot
	facets   *facetValues
	segments []*part
	stats    stats
	users    int // guarded by views.mu
}

// part is a segment of a view.
type part struct {
	segment  segment.Segment
	cols     *columns
	deleted  *roaring.Bitmap // nil: none
	articles *roaring.Bitmap // not deleted
	comments *roaring.Bitmap // not deleted
	live     *roaring.Bitmap // both
}

// stats are what ranking must know of the whole corpus, so that scores do not
// depend on how many segments there are.
type stats struct {
	articles, comments int
	average            [2]float32 // length of text: articles, comments
}

// acquire gives the present state. Release it.
func (v *views) acquire() (*view, error) {
	snapshot, err := v.gen.snapshot()
	if err != nil {
		return nil, err
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.latest != nil && v.latest.snapshot == snapshot {
		closeSnapshot(snapshot)
		v.latest.users++
		return v.latest, nil
	}
	next, err := v.read(snapshot)
	if err != nil {
		closeSnapshot(snapshot)
		return nil, err
	}
	if v.latest != nil {
		v.drop(v.latest)
	}
	v.latest = next
	next.users = 2 // the caller's and that of being the latest
	return next, nil
}

// release gives a view back.
func (v *views) release(x *view) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.drop(x)
}

func (v *views) drop(x *view) {
	x.users--
	if x.users == 0 {
		closeSnapshot(x.snapshot)
	}
}

func (v *views) close() {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.latest != nil {
		v.drop(v.latest)
		v.latest = nil
	}
}

// read makes a view, reading the columns of segments that are new.
func (v *views) read(snapshot *scorch.IndexSnapshot) (*view, error) {
	out := &view{snapshot: snapshot, facets: v.facets}
	kept := make(map[uint64]*columns)
	var lengths [2]int64
	for _, s := range snapshot.Segments() {
		cols, ok := v.columns[s.Id()]
		if !ok {
			var err error
			if cols, err = readColumns(s.Segment(), v.facets, v.gen.analysis.german.Fold); err != nil {
				return nil, fmt.Errorf("read columns: %w", err)
			}
		}
		kept[s.Id()] = cols
		p := &part{segment: s.Segment(), cols: cols, deleted: s.Deleted(),
			articles: cols.articles, comments: cols.comments}
		if p.deleted != nil && !p.deleted.IsEmpty() {
			p.articles = roaring.AndNot(cols.articles, p.deleted)
			p.comments = roaring.AndNot(cols.comments, p.deleted)
		}
		p.live = roaring.Or(p.articles, p.comments)
		out.segments = append(out.segments, p)
		out.stats.articles += int(p.articles.GetCardinality())
		out.stats.comments += int(p.comments.GetCardinality())
		lengths[0] += cols.length[0]
		lengths[1] += cols.length[1]
	}
	out.stats.average = [2]float32{
		average(lengths[0], out.stats.articles), average(lengths[1], out.stats.comments)}
	v.columns = kept
	return out, nil
}

func average(sum int64, n int) float32 {
	if n == 0 || sum == 0 {
		return 1
	}
	return float32(sum) / float32(n)
}
