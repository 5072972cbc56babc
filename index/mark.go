package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"unicode/utf8"

	"presseschau/analyzers"
	"presseschau/search"

	"github.com/RoaringBitmap/roaring/v2"
)

// mark is a place to be marked, with the leaf of the query that it is for.
type mark struct {
	start, end int // bytes in the origin's text
	leaf       int
	part       string // term of which only a part of the word is to be marked, or ""
}

// docMarks are the marks of a document by origin.
type docMarks [origins][]mark

// marker finds the places of a plan's leaves in a few documents.
type marker struct {
	m      *matcher
	wanted *roaring.Bitmap
	places map[uint32][]sought
}

// sought is what is to be marked in a field of a document, by the positions of
// its words.
type sought struct {
	field       string
	first, last position
	leaf        int
}

// marks finds the places of all wanted leaves in a few documents. It is the
// second pass: positions are read for what is shown, not for what matches.
func (m *matcher) marks(ctx context.Context, docs []uint32) (map[uint32]*docMarks, error) {
	x := &marker{m: m, wanted: roaring.BitmapOf(docs...), places: map[uint32][]sought{}}
	for i, l := range m.plan.leaves {
		if !l.scored {
			continue
		}
		if err := x.leaf(ctx, l, &m.found[i]); err != nil {
			return nil, fmt.Errorf("mark leaf %d: %w", i, err)
		}
	}
	l := m.part.spare.Get().(*docLayout)
	defer m.part.spare.Put(l)
	marks := make(map[uint32]*docMarks, len(docs))
	for _, d := range docs {
		marks[d] = &docMarks{}
		if len(x.places[d]) == 0 {
			continue
		}
		if err := l.read(m.part, d); err != nil {
			return nil, fmt.Errorf("mark document %d: %w", d, err)
		}
		for _, p := range x.places[d] {
			l.mark(marks[d], p)
		}
	}
	return marks, nil
}

// docLayout is where the words of a document's text and captions are. It can be
// read into again.
type docLayout struct{ text, captions layout }

// read reads where the words of a document are.
func (l *docLayout) read(p *part, doc uint32) error {
	stored, err := p.segment.Stored(uint64(doc))
	if err != nil {
		return err
	}
	l.captions.passages = l.captions.passages[:0]
	if stored, err = l.text.read(stored); err == nil && len(stored) > 0 {
		_, err = l.captions.read(stored)
	}
	return err
}

// mark marks the words of a place.
func (l *docLayout) mark(to *docMarks, p sought) {
	in := &l.text
	if p.field == fieldCaption {
		in = &l.captions
	}
	from, start, ok := in.word(p.first.pos)
	_, end, also := in.word(p.last.pos)
	if !ok || !also || from >= origins {
		return
	}
	y := mark{start: start.start, end: end.end, leaf: p.leaf}
	if p.first == p.last && isPart(p.first.term) {
		y.part = p.first.term[:len(p.first.term)-1]
	}
	to[from] = append(to[from], y)
}

func (x *marker) leaf(ctx context.Context, l *leaf, f *found) error {
	wanted := x.m.onSide(l, x.wanted)
	if l.form == formPhrase {
		x.spans(f.slots, l, l.index, roaring.And(f.docs, wanted))
		return nil
	}
	lists, err := x.lists(ctx, l, f, wanted)
	if err != nil {
		return err
	}
	walk := newPlaces(lists)
	each(wanted, func(d uint32) {
		walk.seek(d)
		for _, p := range walk.at {
			x.add(d, l.field, p, p, l.index)
		}
	})
	if f.near != nil {
		x.spans(f.near.slots, l.near, l.index, roaring.And(f.near.docs, wanted))
	}
	return nil
}

// lists are those of a leaf; of a prefix, which can stand for thousands of terms,
// those that a document to be marked has.
func (x *marker) lists(ctx context.Context, l *leaf, f *found, wanted *roaring.Bitmap) ([]list, error) {
	if l.form == formWords {
		lists, _, err := x.m.listsOf(l.index)
		return lists, err
	}
	lists, marked := []list(nil), wanted.ToArray()
	for i := range f.more {
		if i%checkEvery == 0 {
			if err := ended(ctx); err != nil {
				return nil, err
			}
		}
		y, err := x.m.part.list(l.field, string(f.more[i].Term), f.more[i].Postings)
		if err != nil {
			return nil, err
		}
		r := y.postings.Reader()
		if slices.ContainsFunc(marked, r.Seek) {
			lists = append(lists, y)
		}
	}
	return lists, nil
}

// spans marks the words of phrases. A sequence is one mark.
func (x *marker) spans(slots [][]list, l *leaf, leaf int, wanted *roaring.Bitmap) {
	walk, spans := newWalk(slots), newSpans(l)
	each(wanted, func(d uint32) {
		walk.seek(d)
		spans.in(walk.at, func(s span) {
			if l.slop == 0 {
				x.add(d, l.field, s[0], s[len(s)-1], leaf)
				return
			}
			for _, p := range s {
				x.add(d, l.field, p, p, leaf)
			}
		})
	})
}

// add marks the words from first to last.
func (x *marker) add(doc uint32, field string, first, last position, leaf int) {
	x.places[doc] = append(x.places[doc], sought{field, first, last, leaf})
}

// settle makes the marks of a text final: those that do not lie in it are
// dropped, since it may have been replaced in the archive a moment ago; those of
// parts are narrowed; those that overlap are joined.
func (a *analysis) settle(marks []mark, text string) []mark {
	marks = slices.DeleteFunc(marks, func(m mark) bool { return !m.within(text) })
	s := a.streams.Get().(*stream)
	defer a.streams.Put(s)
	for i := range marks {
		if m := &marks[i]; m.part != "" {
			a.narrow(m, text, s)
		}
	}
	return merge(marks)
}

// narrow leaves of the mark of a compound the part that was found.
func (a *analysis) narrow(m *mark, text string, s *stream) {
	a.german.Analyze(&s.Stream, text[m.start:m.end])
	for _, t := range s.Tokens {
		if t.Kind == analyzers.Part && string(t.Term) == m.part {
			m.start, m.end = m.start+t.Start, m.start+t.End
			return
		}
	}
}

// merge sorts marks and joins those that overlap.
func merge(marks []mark) []mark {
	slices.SortFunc(marks, func(a, b mark) int { return cmp.Or(a.start-b.start, b.end-a.end) })
	kept := marks[:0]
	for _, x := range marks {
		if n := len(kept); n > 0 && x.start < kept[n-1].end {
			kept[n-1].end = max(kept[n-1].end, x.end)
			continue
		}
		kept = append(kept, x)
	}
	return kept
}

// plain drops what is only needed to choose passages.
func plain(marks []mark) []search.Mark {
	out := make([]search.Mark, len(marks))
	for i, m := range marks {
		out[i] = search.Mark{Start: m.start, End: m.end}
	}
	return out
}

// within tells whether a mark lies in a text and cuts no character.
func (m mark) within(text string) bool {
	return m.start >= 0 && m.start < m.end && m.end <= len(text) && utf8.RuneStart(text[m.start]) &&
		(m.end == len(text) || utf8.RuneStart(text[m.end]))
}
