package index

import (
	"context"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// pruner offers the wanted documents of a segment that can be among the best,
// without a look at most of the others: the idea of MaxScore (Turtle and Flood,
// "Query evaluation: strategies and optimizations", 1995) with the largest
// shares of blocks (Ding and Suel, "Faster top-k document retrieval using
// block-max indexes", SIGIR 2011).
//
// The leaves are gone through from the rarest to the most frequent, and of each
// the documents that none before has. When the best that the leaves to come can
// add up to is not enough, all is done.
type pruner struct {
	m       *matcher
	index   int // of the segment
	wanted  *roaring.Bitmap
	scorers []scorer // in the plan's order, in which scores are added up
	top     *top
	after   *candidate

	order []int     // of scorers, the shortest first
	rest  []float32 // that the scorers from a place in order on add up to at most
	done  int       // places in order that are behind
	skip  int       // documents until the next look at the deadline
}

// roundingSlack is more than what the order of adding changes in a sum, by which
// bounds are raised: they must not be less than a score.
const roundingSlack = 1 + 1e-5

// fewOfMany is the ratio of the documents of all leaves to those wanted, as with
// AND, from which on it is faster to score all that are wanted.
const fewOfMany = 4

func (m *matcher) best(ctx context.Context, index int, wanted *roaring.Bitmap, scorers []scorer, t *top, after *candidate) error {
	p := &pruner{m: m, index: index, wanted: wanted, scorers: scorers, top: t, after: after}
	size := 0
	for i := range scorers {
		p.order, size = append(p.order, i), size+scorers[i].size()
	}
	slices.SortStableFunc(p.order, func(a, b int) int { return scorers[a].size() - scorers[b].size() })
	p.rest = make([]float32, len(p.order)+1)
	for i := len(p.order) - 1; i >= 0; i-- {
		s := &scorers[p.order[i]]
		p.rest[i] = p.rest[i+1] + s.weight*s.max*roundingSlack
	}
	if int(wanted.GetCardinality()) < size/fewOfMany {
		return p.each(ctx, true)
	}
	for ; p.done < len(p.order); p.done++ {
		if p.isBehind(p.rest[p.done]) {
			return nil
		}
		if err := p.leaf(ctx); err != nil {
			return err
		}
	}
	if p.isBehind(0) {
		return nil
	}
	return p.each(ctx, false)
}

// isBehind tells whether a document of at most this score comes behind all that
// are kept.
func (p *pruner) isBehind(score float32) bool { return p.top.full() && score < p.top.list[0].score }

// leaf offers the documents of the leaf at hand: first of the blocks that have
// the best, so that fewer of the others have to be looked at.
func (p *pruner) leaf(ctx context.Context) error {
	s := &p.scorers[p.order[p.done]]
	first := float32(0)
	if !p.top.full() {
		first = nth(s.most, p.top.n)
	}
	err := p.blocks(ctx, s, func(most float32) bool { return most >= first })
	if err == nil && first > 0 {
		err = p.blocks(ctx, s, func(most float32) bool { return most < first })
	}
	return err
}

// nth is the n-th largest of some numbers, 0 if there are fewer.
func nth(list []float32, n int) float32 {
	if n == 0 || len(list) <= n {
		return 0
	}
	best := make([]float32, n, n+1) // ascending
	for _, x := range list {
		if x > best[0] {
			at, _ := slices.BinarySearch(best, x)
			copy(best, best[1:at])
			best[at-1] = x
		}
	}
	return best[0]
}

// blocks offers the documents of the blocks that are chosen by their largest
// share.
func (p *pruner) blocks(ctx context.Context, s *scorer, chosen func(most float32) bool) error {
	others := p.rest[p.done+1]
	for i := range p.scorers {
		p.scorers[i].next = 0
	}
	for block, most := range s.most {
		if !chosen(most) || p.isBehind(s.weight*most*roundingSlack+others) {
			continue
		}
		if p.skip--; p.skip < 0 {
			p.skip = chunk / impactBlock
			if err := ended(ctx); err != nil {
				return err
			}
		}
		first := block * impactBlock
		s.each(first, min(first+impactBlock, s.size()), func(place int, d uint32) {
			if !p.isBehind(s.weight*s.share(place, d)*roundingSlack + others) {
				p.try(d)
			}
		})
	}
	return nil
}

// try offers a document of the leaf at hand if it is wanted and was not met.
func (p *pruner) try(d uint32) {
	for _, i := range p.order[:p.done] {
		if p.scorers[i].has(d) {
			return
		}
	}
	if p.wanted.Contains(d) {
		p.offer(d)
	}
}

// offer scores a document.
func (p *pruner) offer(d uint32) {
	score := float32(0)
	for i := range p.scorers {
		score += p.scorers[i].score(d)
	}
	p.m.offer(candidate{score: score, doc: d, part: p.index}, p.top, p.after)
}

// each goes through the wanted documents, through all or those without a score.
func (p *pruner) each(ctx context.Context, all bool) error {
	for i := range p.scorers {
		p.scorers[i].next = 0
	}
	return chunks(ctx, p.wanted, make([]uint32, chunk), func(docs []uint32) {
		for _, d := range docs {
			if all || !slices.ContainsFunc(p.order, func(i int) bool { return p.scorers[i].has(d) }) {
				p.offer(d)
			}
		}
	})
}
