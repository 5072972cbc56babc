package index

import (
	"context"
	"fmt"
	"strconv"

	"presseschau/archive"
	"presseschau/index/internal/segment"
	"presseschau/search"

	"github.com/RoaringBitmap/roaring/v2"
)

// versionsShown is the number of versions listed with a hit, the earliest first.
const versionsShown = 10

// readGroups reads which articles are in groups of versions.
func (c *columns) readGroups(seg *segment.Segment) error {
	c.grouped = roaring.New()
	var wrong error
	err := uninvert(seg, propGroup, func(term string, docs []uint32) {
		label, err := strconv.ParseInt(term, 10, 64)
		if err != nil {
			wrong = fmt.Errorf("label of a group of versions: %w", err)
			return
		}
		if c.group == nil {
			c.group = make([]int64, len(c.head))
		}
		c.grouped.AddMany(docs)
		for _, d := range docs {
			c.group[d] = label
		}
	})
	if err != nil {
		return err
	}
	return wrong
}

// folds tells whether of the versions of an article only the best is a hit.
func (q *run) folds() bool { return q.req.Group && q.req.Scope != search.InComments }

// singles are the hits of a segment that are hits whatever the others are.
func (q *run) singles(i int) *roaring.Bitmap {
	if !q.folds() {
		return q.final[i]
	}
	return roaring.AndNot(q.final[i], q.parts[i].part.cols.grouped)
}

// folded are the hits of a group of versions.
type folded struct {
	best candidate
	n    int // of its versions are hits
}

// fold finds the best hit of each group of versions in a segment. The scores
// are those of acc.
func (q *run) fold(ctx context.Context, i int, acc *accumulator, o order) (map[int64]folded, error) {
	if !q.folds() {
		return nil, nil
	}
	cols, scored := q.parts[i].part.cols, len(acc.score) > 0
	out := map[int64]folded{}
	err := chunks(ctx, roaring.And(q.final[i], cols.grouped), acc.docs, func(docs []uint32) {
		for _, d := range docs {
			c := candidate{doc: d, part: i, date: cols.date(d), tie: cols.tie[d]}
			if scored {
				c.score = acc.score[d]
			}
			add(out, cols.group[d], folded{c, 1}, o)
		}
	})
	return out, err
}

// add keeps the better one of two hits of a group.
func add(groups map[int64]folded, label int64, f folded, o order) {
	old, ok := groups[label]
	if ok && o.before(&old.best, &f.best) {
		f.best = old.best
	}
	f.n += old.n
	groups[label] = f
}

// offerGroups offers the best hit of each group, if it comes behind after: the
// best of all, so that no group is met again on a later page.
func (q *run) offerGroups(segments []map[int64]folded, t *top, after *candidate) {
	q.groups = map[int64]folded{}
	for _, s := range segments {
		for label, f := range s {
			add(q.groups, label, f, t.order)
		}
	}
	for _, f := range q.groups {
		if after == nil || t.order.before(after, &f.best) {
			t.offer(f.best)
		}
	}
}

// hitCount is the number of hits on all pages.
func (q *run) hitCount() int {
	n := q.total
	for _, f := range q.groups {
		n -= f.n - 1
	}
	return n
}

// addVersions tells of each hit what versions there are of it.
func (q *run) addVersions(ctx context.Context, list []*shown, hits []search.Hit) error {
	labels := make([]int64, len(list))
	var asked []int64
	for i, s := range list {
		if cols := q.parts[s.cand.part].part.cols; s.n == 0 && cols.group != nil {
			labels[i] = cols.group[s.cand.doc]
		}
		if labels[i] != 0 {
			asked = append(asked, labels[i])
		}
	}
	found, err := q.index.texts.Groups(ctx, asked)
	if err != nil {
		return fmt.Errorf("fetch versions of hits: %w", err)
	}
	for i, label := range labels {
		if g, ok := found[label]; ok {
			v := versions(g, versionsShown)
			v.Matching = q.groups[label].n
			hits[i].Versions = v
		}
	}
	return nil
}

// versions are a group's as an answer has them.
func versions(g archive.Group, most int) *search.Versions {
	out := &search.Versions{Total: g.Total, Outlets: g.Outlets}
	for _, v := range g.Versions[:min(len(g.Versions), most)] {
		out.List = append(out.List, search.Version{ID: v.ID, Title: v.Title, Outlet: v.Outlet, Date: v.Published, First: v.First})
	}
	return out
}
