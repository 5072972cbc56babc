package index

import (
	"context"
	"fmt"
	"math"

	"github.com/RoaringBitmap/roaring/v2"
)

// Parameters of BM25F (Robertson and Zaragoza, "The probabilistic relevance
// framework: BM25 and beyond", 2009): title, lead and body have weights within
// one frequency and one length, before saturation; a field that is searched by
// name has its own length. b was raised from .75: archives mix notes of three
// sentences and reports of a hundred.
const (
	saturation    = 1.2 // k1
	normalisation = 0.8 // b
)

// commentShare is the part of its best comment's score that an article gets.
const commentShare = 0.25

// patternScore is the term frequency that a match of a prefix or fuzzy term
// counts as, whatever its real one: the forms are many and mostly not meant.
const patternScore = 0.5

// frequencies of documents by leaf, over all segments, in what is searched.
type leafStats struct {
	docs  []float64
	total float64
}

// idf is the weight of a leaf by its rarity, never negative.
func (s *leafStats) idf(leaf int) float32 {
	n := s.docs[leaf]
	return float32(math.Log(1 + (s.total-n+0.5)/(n+0.5)))
}

// counts tells whether a leaf is worth scoring. What more than half of all
// documents have says nothing about any of them, and is most of the work; if
// all leaves are like that, they count after all.
func (s *leafStats) counts(p *plan, leaf int) bool {
	if !s.common(leaf) {
		return true
	}
	for i, l := range p.leaves {
		if l.scored && !l.joint && !s.common(i) {
			return false
		}
	}
	return true
}

func (s *leafStats) common(leaf int) bool { return s.docs[leaf] > s.total/2 }

// scorer scores documents for a leaf.
type scorer struct {
	weight float32 // boost and idf
	*impacts
	next int // document that is looked at next
}

// scorers are those of the leaves that count, for wanted documents.
func (m *matcher) scorers(wanted *roaring.Bitmap, ls *leafStats, st *stats) ([]scorer, error) {
	var out []scorer
	for i, l := range m.plan.leaves {
		if !l.scored || !ls.counts(m.plan, i) {
			continue
		}
		x, err := m.impactsOf(i, wanted, st)
		if err != nil {
			return nil, fmt.Errorf("weigh leaf %d: %w", i, err)
		}
		out = append(out, scorer{weight: l.boost * ls.idf(i), impacts: x})
	}
	return out, nil
}

// farther is the ratio of the numbers of documents of a leaf and of those wanted
// from which on it is faster to look for these than to weigh them all. A word
// that is asked for again is weighed as a whole, since that is kept.
const farther = 8

// impactsOf weighs the documents of a leaf, at least those wanted.
func (m *matcher) impactsOf(leaf int, wanted *roaring.Bitmap, st *stats) (*impacts, error) {
	l, f := m.plan.leaves[leaf], &m.found[leaf]
	if f.impacts != nil && f.impacts.average == st.average[numberOf(l.field)] {
		return f.impacts, nil
	}
	w, err := m.weigher(leaf, st)
	if err != nil {
		return nil, err
	}
	keeps := l.form == formWords && f.near == nil
	if n := int(wanted.GetCardinality()); n*farther < w.size() && !(keeps && f.again) {
		return w.some(wanted.ToArray()), nil
	}
	x := w.all()
	if keeps {
		m.part.cache.put(m.part.keyOf(l), kept{docs: f.docs, impacts: x})
	}
	return x, nil
}

// has tells whether a document, which must not be before the last one, has the
// leaf.
func (s *scorer) has(d uint32) (there bool) {
	s.next, there = s.find(s.next, d)
	return there
}

// score gives what a leaf counts for in a document, which must not be before the
// last one; 0 if it does not have it.
func (s *scorer) score(d uint32) float32 {
	if !s.has(d) {
		return 0
	}
	return s.weight * s.share(s.next, d)
}

// scoreAll computes the scores of the wanted documents of a segment.
func (m *matcher) scoreAll(ctx context.Context, acc *accumulator, wanted *roaring.Bitmap, ls *leafStats, st *stats) error {
	scorers, err := m.scorers(wanted, ls, st)
	if err != nil {
		return err
	}
	return chunks(ctx, wanted, acc.docs, func(docs []uint32) {
		for i := range scorers {
			for _, d := range docs {
				acc.score[d] += scorers[i].score(d)
			}
		}
	})
}

// measure is what the lengths of a field are compared with.
type measure struct {
	length  *lengths
	head    []uint32 // by document
	average [2]float32
}

func (p *part) measure(field int, st *stats) measure {
	return measure{length: p.cols.length[field], head: p.cols.head, average: st.average[field]}
}

// relative is the length of the field in a document, the average of documents of
// its kind being 1.
func (m *measure) relative(d uint32) float32 {
	kind := 0
	if m.head[d] != d {
		kind = 1
	}
	return float32(m.length.of(d)) / m.average[kind]
}

// dampening is what a frequency is compared with in a document, to saturate.
func (m *measure) dampening(d uint32) float32 {
	return saturation * (1 - normalisation + normalisation*m.relative(d))
}

// share is the share of its idf that a leaf counts for in a document.
func (f frequencies) share(dampening float32) float32 {
	if f.exact == 0 {
		return (saturation + 1) * f.tf / (f.tf + dampening)
	}
	x, y := f.tf+dampening, f.exact+dampening // one division of tf/x + bonus·exact/y
	return (saturation + 1) * (f.tf*y + exactBonus*f.exact*x) / (x * y)
}

// collapseScores adds to each article its share of its best comment.
func (m *matcher) collapseScores(acc *accumulator, articles *roaring.Bitmap) {
	if m.comments == nil || m.comments.IsEmpty() {
		return
	}
	head := m.part.cols.head
	each(articles, func(article uint32) {
		best := float32(0)
		for d := article + 1; int(d) < len(head) && head[d] == article; d++ {
			best = max(best, acc.score[d]) // 0 of a comment that does not match
		}
		acc.score[article] += commentShare * best
	})
}
