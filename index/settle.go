package index

import (
	"context"
	"runtime"

	"github.com/blevesearch/bleve/v2/index/scorch/mergeplan"
)

// scattered is the number of segments for each core from which it pays to merge
// them: every word of a query is looked up in each.
const scattered = 3

// settle merges the segments that a large import has left, while searches go
// on. It holds no use of the generation: closing the store ends it.
func (g *generation) settle() {
	snapshot, err := g.snapshot()
	if err != nil {
		return // the store has been closed
	}
	segments, documents := len(snapshot.Segments()), int64(0)
	for _, s := range snapshot.Segments() {
		documents += int64(s.Count())
	}
	closeSnapshot(snapshot)
	cores := runtime.GOMAXPROCS(0)
	if segments < scattered*cores || documents < int64(segments)*batchDocuments || !g.settling.CompareAndSwap(false, true) {
		return
	}
	go func() {
		defer g.settling.Store(false)
		size := documents/int64(cores) + 1 // a segment for each core
		err := g.scorch.ForceMerge(context.Background(), &mergeplan.MergePlanOptions{
			MaxSegmentsPerTier: 1, MaxSegmentSize: size, TierGrowth: 1, SegmentsPerMergeTask: segments,
			FloorSegmentSize: size, ReclaimDeletesWeight: 2,
		})
		if err == nil && g.retain() {
			err = g.warm()
			g.release()
		}
		if err != nil {
			g.log.Warn("merging segments", "error", err)
		}
	}()
}
