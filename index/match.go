package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"presseschau/index/internal/segment"
	"presseschau/search"

	"github.com/RoaringBitmap/roaring/v2"
)

// matcher evaluates a plan in one segment.
type matcher struct {
	part  *part
	plan  *plan
	scope search.Scope
	found []found // by leaf

	articles *roaring.Bitmap // that match by their own text, or by a comment leaf
	comments *roaring.Bitmap // that match, in the scopes all and comments
	hits     *roaring.Bitmap // what is counted: articles, or comments in InComments
}

// found is what a leaf has in one segment.
type found struct {
	docs  *roaring.Bitmap // all that match, deleted ones too; not to be changed
	lists []list          // by leaf.terms; nil ones have nothing; to be asked for by listsOf
	hints []list          // by leaf.hints, likewise
	slots [][]list        // by leaf.slots
	more  []segment.Entry // terms of a prefix or fuzzy leaf
	freqs []uint32        // of a phrase, weighted by origin, by the order of docs
	title *roaring.Bitmap // of docs, those with a prefix or fuzzy leaf in the title
	near  *found          // of leaf.near

	impacts *impacts // of formWords, if they are known
	again   bool     // formWords: the word was looked up before, and is kept
}

// lookUp finds the documents of each leaf.
func (m *matcher) lookUp(ctx context.Context) error {
	m.found = make([]found, len(m.plan.leaves))
	for i, l := range m.plan.leaves {
		if err := ended(ctx); err != nil {
			return err
		}
		f, err := m.look(ctx, l)
		if err != nil {
			return fmt.Errorf("look up leaf %d: %w", i, err)
		}
		m.found[i] = f
	}
	return nil
}

// match finds the hits of the plan before any filter, unless the context ends.
func (m *matcher) match(ctx context.Context) error {
	if m.scope != search.InComments {
		m.articles = m.eval(ctx, m.plan.root, articleSide)
		m.hits = m.articles
	}
	if m.scope == search.InComments || m.scope == search.InAll && m.plan.selects() && !m.part.comments.IsEmpty() {
		m.comments = m.eval(ctx, m.plan.root, commentSide)
	}
	switch m.scope {
	case search.InComments:
		m.hits = m.comments
	case search.InAll:
		m.collapse()
	}
	return ended(ctx)
}

// ranks tells whether the plan has a leaf to score hits by.
func (p *plan) ranks() bool {
	return slices.ContainsFunc(p.leaves, func(l *leaf) bool { return l.scored })
}

// selects tells whether the plan wants something that tells comments of one
// article apart. Without that every comment would be shown as a match.
func (p *plan) selects() bool {
	return slices.ContainsFunc(p.leaves, func(l *leaf) bool {
		return l.scored || l.wanted && (l.prop == propAuthor || l.prop == propActor)
	})
}

// collapse adds the articles of the matching comments to the hits, and the
// comments that match a comment leaf of the query to those of the hits.
func (m *matcher) collapse() {
	if m.comments == nil {
		return
	}
	m.hits = roaring.Or(m.articles, m.heads(m.comments))
	for i, l := range m.plan.leaves {
		if l.side != commentSide || !l.scored {
			continue
		}
		each(roaring.And(m.found[i].docs, m.part.comments), func(d uint32) {
			if m.hits.Contains(m.part.cols.head[d]) {
				m.comments.Add(d)
			}
		})
	}
}

// heads are the articles of comments.
func (m *matcher) heads(comments *roaring.Bitmap) *roaring.Bitmap {
	set := newDense(len(m.part.cols.head))
	each(comments, func(d uint32) { set.add(m.part.cols.head[d]) })
	out := set.bitmap()
	out.And(m.part.articles)
	return out
}

// onSide leaves the documents in which a leaf is looked for.
func (m *matcher) onSide(l *leaf, docs *roaring.Bitmap) *roaring.Bitmap {
	if l.side == bothSides {
		return docs
	}
	return roaring.And(docs, m.part.documents(l.side))
}

// eval gives the documents of a side that match. The result is the caller's. It
// is of no use if the context has ended.
func (m *matcher) eval(ctx context.Context, o op, s side) *roaring.Bitmap {
	if ended(ctx) != nil {
		return roaring.New()
	}
	switch o := o.(type) {
	case opLeaf:
		return m.leafDocs(m.plan.leaves[o.index], s)
	case opNot:
		return roaring.AndNot(m.part.documents(s), m.eval(ctx, o.of, s))
	case opAnd:
		return m.evalAnd(ctx, o.of, s)
	case opOr:
		out := m.eval(ctx, o.of[0], s)
		for _, child := range o.of[1:] {
			if l, ok := child.(opLeaf); ok && m.found[l.index].docs.IsEmpty() {
				continue
			}
			out.Or(m.eval(ctx, child, s))
		}
		return out
	case opAtLeast:
		return m.evalAtLeast(ctx, o, s)
	}
	return m.part.documents(s).Clone()
}

func (m *matcher) leafDocs(l *leaf, s side) *roaring.Bitmap {
	docs := m.found[l.index].docs
	switch {
	case l.side == bothSides || l.side == s:
		return roaring.And(docs, m.part.documents(s))
	case l.side == commentSide && m.scope == search.InAll:
		return m.heads(roaring.And(docs, m.part.comments))
	}
	return roaring.New()
}

// evalAnd intersects what is wanted before it takes away what is not, so that
// no complement is built.
func (m *matcher) evalAnd(ctx context.Context, ops []op, s side) *roaring.Bitmap {
	sets := []*roaring.Bitmap{m.part.documents(s)}
	for _, o := range ops {
		if _, not := o.(opNot); !not {
			sets = append(sets, m.shared(ctx, o, s))
		}
	}
	slices.SortStableFunc(sets, func(a, b *roaring.Bitmap) int { return cmp.Compare(a.GetCardinality(), b.GetCardinality()) })
	out := roaring.FastAnd(sets...)
	for _, o := range ops {
		if not, ok := o.(opNot); ok {
			out.AndNot(m.eval(ctx, not.of, s))
		}
	}
	return out
}

// shared is eval for a result that is not to be changed and may have documents
// of the other side. A word with a compound that is nowhere is the word alone.
func (m *matcher) shared(ctx context.Context, o op, s side) *roaring.Bitmap {
	if or, ok := o.(opOr); ok && !slices.ContainsFunc(or.of[1:], func(o op) bool {
		l, leaf := o.(opLeaf)
		return !leaf || !m.found[l.index].docs.IsEmpty()
	}) {
		o = or.of[0]
	}
	if l, ok := o.(opLeaf); ok {
		if side := m.plan.leaves[l.index].side; side == bothSides || side == s {
			return m.found[l.index].docs
		}
	}
	return m.eval(ctx, o, s)
}

func (m *matcher) evalAtLeast(ctx context.Context, o opAtLeast, s side) *roaring.Bitmap {
	out := roaring.New()
	if o.need <= 1 {
		for _, child := range o.of {
			out.Or(m.eval(ctx, child, s))
		}
		return out
	}
	counts := make([]uint8, m.part.segment.Count())
	for _, child := range o.of {
		each(m.eval(ctx, child, s), func(d uint32) {
			counts[d]++
			if int(counts[d]) == o.need {
				out.Add(d)
			}
		})
	}
	return out
}

// look finds the documents of a leaf.
func (m *matcher) look(ctx context.Context, l *leaf) (found, error) {
	switch l.form {
	case formPhrase:
		return m.lookPhrase(ctx, l)
	case formPrefix, formFuzzy, formKeyPrefix:
		return m.lookExpanded(ctx, l)
	case formDateRange:
		return m.lookDates(l), nil
	}
	x, lists, err := m.part.docsOf(l)
	return found{docs: x.docs, impacts: x.impacts, lists: lists, again: lists == nil}, err
}

// listsOf gives the lists of a leaf's terms and hints.
func (m *matcher) listsOf(leaf int) (lists, hints []list, err error) {
	l, f := m.plan.leaves[leaf], &m.found[leaf]
	if f.lists == nil {
		if f.lists, err = m.part.lists(l.field, l.terms); err != nil {
			return nil, nil, err
		}
	}
	if f.hints == nil && len(l.hints) > 0 {
		if f.hints, err = m.part.lists(l.field, l.hints); err != nil {
			return nil, nil, err
		}
	}
	return f.lists, f.hints, nil
}

func (m *matcher) lookDates(l *leaf) found {
	return found{docs: m.part.within(l.lo, l.hi)}
}

// within finds the documents of a range of days.
func (p *part) within(lo, hi int32) *roaring.Bitmap {
	set := newDense(len(p.cols.day))
	for d, day := range p.cols.day {
		if day >= lo && day <= hi {
			set.add(uint32(d))
		}
	}
	return set.bitmap()
}

// dense collects documents that come in any order, which a roaring bitmap
// would sort in one by one.
type dense []uint64

const wordBits = 64

func newDense(documents int) dense { return make(dense, (documents+wordBits-1)/wordBits) }

func (d dense) add(doc uint32) { d[doc/wordBits] |= 1 << (doc % wordBits) }

func (d dense) addMany(docs []uint32) {
	for _, doc := range docs {
		d.add(doc)
	}
}

func (d dense) bitmap() *roaring.Bitmap { return roaring.FromDense(d, true) }
