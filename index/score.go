package index

import (
	"context"
	"math"
	"sync"

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

// accumulators are reused arrays with a number for each document of a segment,
// or for each value of a facet.
type accumulators struct {
	pool     sync.Pool
	counters *counters
}

func newAccumulators() *accumulators {
	return &accumulators{pool: sync.Pool{New: func() any { return &accumulator{buf: make([]uint32, chunk)} }}, counters: newCounters()}
}

// accumulator adds up one segment's scores, term by term. Between searches all
// but buf is zero.
type accumulator struct {
	score  []float32 // of the query
	tf     []float32 // of the leaf at hand
	exact  []float32 // of its exact form
	seen   []uint32  // documents of the leaf at hand
	wanted dense     // documents to be scored
	buf    []uint32  // documents at hand
}

func (a *accumulators) get(n int) *accumulator {
	acc := a.pool.Get().(*accumulator)
	if cap(acc.score) < n {
		acc.score, acc.tf, acc.exact = make([]float32, n), make([]float32, n), make([]float32, n)
		acc.wanted = newDense(n)
	}
	acc.score, acc.tf, acc.exact, acc.wanted = acc.score[:n], acc.tf[:n], acc.exact[:n], acc.wanted[:(n+wordBits-1)/wordBits]
	return acc
}

// put gives an accumulator back that has scored documents. One that scoring was
// broken off with is not given back.
func (a *accumulators) put(acc *accumulator, scored *roaring.Bitmap) {
	if int(scored.GetCardinality()) > len(acc.score)/wordBits {
		clear(acc.score)
		clear(acc.wanted)
	} else {
		each(scored, func(d uint32) { acc.score[d], acc.wanted[d/wordBits] = 0, 0 })
	}
	a.pool.Put(acc)
}

// scoreAll adds up the scores of the wanted documents of a segment.
func (m *matcher) scoreAll(ctx context.Context, acc *accumulator, wanted *roaring.Bitmap, ls *leafStats, st *stats) error {
	each(wanted, acc.wanted.add)
	for i, l := range m.plan.leaves {
		if !l.scored || !ls.counts(m.plan, i) {
			continue
		}
		if err := m.scoreLeaf(ctx, acc, l, &m.found[i], wanted); err != nil {
			return err
		}
		m.addLeaf(acc, l, l.boost*ls.idf(i), st)
	}
	return nil
}

// scoreLeaf collects the term frequencies of one leaf, unless the context ends.
func (m *matcher) scoreLeaf(ctx context.Context, acc *accumulator, l *leaf, f *found, wanted *roaring.Bitmap) error {
	set := acc.wanted
	if l.side != bothSides {
		wanted = m.onSide(l, wanted)
		set = newDense(int(m.part.segment.Count()))
		each(wanted, set.add)
	}
	switch l.form {
	case formWords:
		for i, x := range f.lists {
			if err := ended(ctx); err != nil {
				return err
			}
			acc.addList(x, l.terms[i], set)
		}
		for i, x := range f.hints {
			if err := ended(ctx); err != nil {
				return err
			}
			acc.addList(x, l.hints[i], set)
		}
		if f.near != nil {
			acc.addFlat(roaring.And(f.near.docs, wanted), nearWeight)
		}
	case formPhrase:
		acc.addPhrase(f, set)
	case formPrefix, formFuzzy:
		acc.addFlat(roaring.And(f.docs, wanted), patternScore)
		if f.title != nil {
			acc.addFlat(roaring.And(f.title, wanted), titleWeight*patternScore)
		}
	}
	return ended(ctx)
}

// addPhrase adds the frequencies of a phrase.
func (acc *accumulator) addPhrase(f *found, wanted dense) {
	i := 0
	each(f.docs, func(d uint32) {
		if wanted.has(d) {
			acc.see(d)
			acc.tf[d] += f.tf[i]
		}
		i++
	})
}

// addList adds the frequencies of a term in the wanted documents.
func (acc *accumulator) addList(x list, t leafTerm, wanted dense) {
	if x.postings == nil {
		return
	}
	for i, d := range x.postings.Docs {
		if !wanted.has(d) {
			continue
		}
		tf := float32(x.postings.Freqs[i])
		acc.see(d)
		acc.tf[d] += tf * t.weight
		if t.exact {
			acc.exact[d] += tf
		}
	}
}

// addFlat counts the same frequency for each document.
func (acc *accumulator) addFlat(docs *roaring.Bitmap, tf float32) {
	each(docs, func(d uint32) {
		acc.see(d)
		acc.tf[d] += tf
	})
}

func (acc *accumulator) see(d uint32) {
	if acc.tf[d] == 0 && acc.exact[d] == 0 {
		acc.seen = append(acc.seen, d)
	}
}

// addLeaf turns the leaf's frequencies into scores and clears them.
func (m *matcher) addLeaf(acc *accumulator, l *leaf, idf float32, st *stats) {
	for _, d := range acc.seen {
		acc.score[d] += idf * saturated(acc.tf[d], acc.exact[d], m.relativeLength(l, d, st))
		acc.tf[d], acc.exact[d] = 0, 0
	}
	acc.seen = acc.seen[:0]
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

// saturated is the share of its idf that a leaf counts for in a document.
func saturated(tf, exact, length float32) float32 {
	k := saturation * (1 - normalisation + normalisation*length)
	return tf*(saturation+1)/(tf+k) + exactBonus*exact*(saturation+1)/(exact+k)
}

// collapseScores adds to each article its share of its best comment.
func (m *matcher) collapseScores(acc *accumulator) {
	if m.comments == nil {
		return
	}
	best := acc.tf // all zero between leaves
	each(m.comments, func(d uint32) {
		h := m.part.cols.head[d]
		if best[h] == 0 {
			acc.seen = append(acc.seen, h)
		}
		best[h] = max(best[h], acc.score[d])
	})
	for _, h := range acc.seen {
		if h < uint32(len(best)) {
			if acc.wanted.has(h) {
				acc.score[h] += commentShare * best[h]
			}
			best[h] = 0
		}
	}
	acc.seen = acc.seen[:0]
}
