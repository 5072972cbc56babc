package index

import (
	"context"
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

// scorer adds the scores of a leaf.
type scorer struct {
	leaf   *leaf
	weight float32 // boost and idf
	parts  []contribution
}

// scorers are those of the leaves that count.
func (m *matcher) scorers(ls *leafStats) []scorer {
	var out []scorer
	for i, l := range m.plan.leaves {
		if l.scored && ls.counts(m.plan, i) {
			out = append(out, scorer{l, l.boost * ls.idf(i), contributions(l, &m.found[i])})
		}
	}
	return out
}

// scoreAll computes the scores of the wanted documents of a segment.
func (m *matcher) scoreAll(ctx context.Context, acc *accumulator, wanted *roaring.Bitmap, ls *leafStats, st *stats) error {
	scorers := m.scorers(ls)
	return chunks(ctx, wanted, acc.docs, func(docs []uint32) {
		windows(docs, func(w window) {
			acc.normed = [textFields]bool{}
			for i := range scorers {
				m.addLeaf(acc, w, &scorers[i], st)
			}
			for i, d := range w.docs {
				acc.score[d], acc.sum[i] = acc.sum[i], 0
			}
		})
	})
}

// addLeaf adds the scores of a leaf for the documents of a window.
func (m *matcher) addLeaf(acc *accumulator, w window, s *scorer, st *stats) {
	if !m.gather(acc, w, s.leaf, s.parts) {
		return
	}
	norm := m.norms(acc, w.docs, numberOf(s.leaf.field), st)
	sum := acc.sum[:len(norm)]
	for i, d := range w.docs {
		if t, exact := acc.tf[d-w.base], acc.exact[d-w.base]; t != 0 || exact != 0 {
			sum[i] += s.weight * saturated(t, exact, norm[i])
		}
	}
	acc.clear(w, s.parts)
}

// gather collects the frequencies of a leaf in a window, until clear. It is
// false if there are none.
func (m *matcher) gather(acc *accumulator, w window, l *leaf, parts []contribution) bool {
	any := false
	for i := range parts {
		any = parts[i].add(w, acc) || any
	}
	if any && l.side != bothSides {
		for _, d := range w.docs {
			if comment := m.part.cols.head[d] != d; comment != (l.side == commentSide) {
				acc.tf[d-w.base], acc.exact[d-w.base] = 0, 0
			}
		}
	}
	return any
}

// norms are the dampenings of documents in a field.
func (m *matcher) norms(acc *accumulator, docs []uint32, number int, st *stats) []float32 {
	norm := acc.norm[number][:len(docs)]
	if acc.normed[number] {
		return norm
	}
	acc.normed[number] = true
	length, head, average := m.part.cols.length[number], m.part.cols.head, st.average[number]
	for i, d := range docs {
		kind := 0
		if head[d] != d {
			kind = 1
		}
		norm[i] = dampening(float32(length[d]) / average[kind])
	}
	return norm
}

// relativeLength is the length of a leaf's field in a document, the average of
// documents of its kind being 1.
func (m *matcher) relativeLength(l *leaf, d uint32, st *stats) float32 {
	number := numberOf(l.field)
	kind := 0
	if m.part.cols.head[d] != d {
		kind = 1
	}
	return float32(m.part.cols.length[number][d]) / st.average[number][kind]
}

// dampening is what a frequency is compared with in a document of a relative
// length, to saturate.
func dampening(length float32) float32 {
	return saturation * (1 - normalisation + normalisation*length)
}

// saturated is the share of its idf that a leaf counts for in a document.
func saturated(tf, exact, dampening float32) float32 {
	if exact == 0 {
		return (saturation + 1) * tf / (tf + dampening)
	}
	x, y := tf+dampening, exact+dampening // one division of tf/x + bonus·exact/y
	return (saturation + 1) * (tf*y + exactBonus*exact*x) / (x * y)
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
