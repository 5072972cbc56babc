package index

import (
	"fmt"
	"sync"

	"presseschau/index/internal/segment"
	"presseschau/search"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
)

// facetValues number the values of each facet.
type facetValues struct{ outlet, year, actor, agency, tongue *values }

// of gives the numbered values and the property of a facet.
func (f *facetValues) of(facet search.Facet) (*values, property) {
	switch facet {
	case search.OutletFacet:
		return f.outlet, propOutlet
	case search.YearFacet:
		return f.year, propYear
	case search.AgencyFacet:
		return f.agency, propAgency
	case search.LanguageFacet:
		return f.tongue, propTongue
	}
	return f.actor, propActor
}

// views makes a view for each state of the store and keeps the columns of
// segments that several states share.
type views struct {
	gen    *generation
	facets *facetValues
	cache  *listCache
	spare  sync.Pool // of *docLayout

	mu      sync.Mutex
	columns map[uint64]*lazyColumns // by segment id, of the latest view
	latest  *view
}

// lazyColumns are the columns of a segment, read when they are wanted first.
type lazyColumns struct {
	once sync.Once
	cols *columns
	err  error
}

func newViews(g *generation, aliases func(id string) []string) *views {
	return &views{gen: g, columns: map[uint64]*lazyColumns{}, cache: newListCache(),
		spare:  sync.Pool{New: func() any { return &docLayout{} }},
		facets: &facetValues{newValues(nil), newValues(nil), newValues(aliases), newValues(nil), newValues(nil)}}
}

// view is a consistent state of a generation, ready to be searched.
type view struct {
	snapshot *scorch.IndexSnapshot
	facets   *facetValues
	segments []*part
	stats    stats
	totals   totals

	lazy  []*lazyColumns // of segments
	once  sync.Once      // segments and stats have been filled in
	err   error          // of that
	users int            // guarded by views.mu
}

// part is a segment of a view.
type part struct {
	id       uint64
	segment  *segment.Segment
	cache    *listCache
	spare    *sync.Pool // of *docLayout
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
	average            [textFields][2]float32 // length of a text field: in articles, in comments
}

// acquire gives the present state. Release it. Only those who need them wait
// for the columns of a new segment.
func (v *views) acquire() (*view, error) {
	x, err := v.present()
	if err != nil {
		return nil, err
	}
	x.once.Do(func() { x.err = v.fill(x) })
	if x.err != nil {
		v.release(x)
		return nil, x.err
	}
	return x, nil
}

// present gives the view of the present state, which may be still to be filled.
// The snapshot is taken under the lock, so that no view is replaced by an older
// one.
func (v *views) present() (*view, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	snapshot, err := v.gen.snapshot()
	if err != nil {
		return nil, err
	}
	if v.latest != nil && v.latest.snapshot == snapshot {
		closeSnapshot(snapshot)
		v.latest.users++
		return v.latest, nil
	}
	next := &view{snapshot: snapshot, facets: v.facets, users: 2} // the caller's and that of being the latest
	kept := make(map[uint64]*lazyColumns)
	for _, s := range snapshot.Segments() {
		lazy := v.columns[s.Id()]
		if lazy == nil {
			lazy = &lazyColumns{}
		}
		kept[s.Id()] = lazy
		next.lazy = append(next.lazy, lazy)
	}
	if v.latest != nil {
		v.drop(v.latest)
	}
	v.columns, v.latest = kept, next
	v.cache.retain(func(id uint64) bool { return kept[id] != nil })
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

// forget gives up the latest view if no search uses it: the state has changed,
// and a view keeps the files of its own. The columns stay.
func (v *views) forget() {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.latest != nil && v.latest.users == 1 {
		v.drop(v.latest)
		v.latest = nil
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

// fill makes a view ready, reading the columns of segments that are new.
func (v *views) fill(x *view) error {
	var lengths [textFields][2]int64
	for i, s := range x.snapshot.Segments() {
		lazy := x.lazy[i]
		seg, ok := segment.Of(s.Segment())
		if !ok {
			return fmt.Errorf("segment %d is of another format", s.Id())
		}
		lazy.once.Do(func() { lazy.cols, lazy.err = readColumns(seg, v.facets, v.gen.analysis.german.Fold) })
		if lazy.err != nil {
			return fmt.Errorf("read columns: %w", lazy.err)
		}
		cols := lazy.cols
		p := &part{id: s.Id(), segment: seg, cache: v.cache, spare: &v.spare, cols: cols, deleted: s.Deleted(),
			articles: cols.articles, comments: cols.comments}
		sum := cols.sum
		if p.deleted != nil && !p.deleted.IsEmpty() {
			p.articles = roaring.AndNot(cols.articles, p.deleted)
			p.comments = roaring.AndNot(cols.comments, p.deleted)
			sum = cols.sumLengths(p.articles, p.comments)
		}
		p.live = roaring.Or(p.articles, p.comments)
		x.segments = append(x.segments, p)
		x.stats.articles += int(p.articles.GetCardinality())
		x.stats.comments += int(p.comments.GetCardinality())
		for f := range sum {
			lengths[f][0] += sum[f][0]
			lengths[f][1] += sum[f][1]
		}
	}
	v.cache.grow(x.stats.articles + x.stats.comments)
	for f, l := range lengths {
		x.stats.average[f] = [2]float32{average(l[0], x.stats.articles), average(l[1], x.stats.comments)}
	}
	return nil
}

func average(sum int64, n int) float32 {
	if n == 0 || sum == 0 {
		return 1
	}
	return float32(sum) / float32(n)
}

// commentsOf are the comments of an article, deleted ones too.
func (p *part) commentsOf(article uint32) *roaring.Bitmap {
	docs := roaring.New()
	docs.AddRange(uint64(article)+1, uint64(p.cols.end(article)))
	return docs
}
