package index

import (
	"cmp"
	"fmt"
	"slices"
	"unicode/utf8"

	"presseschau/search"

	"github.com/RoaringBitmap/roaring/v2"
)

// mark is a place to be marked, with the leaf of the query that it is for.
type mark struct{ start, end, leaf int }

// docMarks are the marks of a document by origin: title, lead, body, caption.
type docMarks map[string][]mark

// marks finds the places of all wanted leaves in a few documents. It is the
// second pass: positions are read for what is shown, not for what matches.
func (m *matcher) marks(docs []uint32) (map[uint32]docMarks, error) {
	slices.Sort(docs)
	docs = slices.Compact(docs)
	out := make(map[uint32]docMarks, len(docs))
	for _, d := range docs {
		out[d] = docMarks{}
	}
	wanted := roaring.BitmapOf(docs...)
	for i, l := range m.plan.leaves {
		if !l.scored {
			continue
		}
		if err := m.markLeaf(l, &m.found[i], wanted, out); err != nil {
			return nil, fmt.Errorf("mark leaf %d: %w", i, err)
		}
	}
	for _, byOrigin := range out {
		for origin, marks := range byOrigin {
			byOrigin[origin] = merge(marks)
		}
	}
	return out, nil
}

func (m *matcher) markLeaf(l *leaf, f *found, wanted *roaring.Bitmap, out map[uint32]docMarks) error {
	wanted = m.onSide(l, wanted)
	if l.form == formPhrase {
		return markSpans(f.slots, l, l.index, roaring.And(f.docs, wanted), out)
	}
	walk := newPlaces(append(slices.Clone(f.lists), f.more...), wanted)
	err := eachErr(wanted, func(d uint32) error {
		if err := walk.seek(d); err != nil {
			return err
		}
		for _, p := range walk.at {
			out[d][p.field] = append(out[d][p.field], mark{p.start, p.end, l.index})
		}
		return nil
	})
	if err != nil || f.near == nil {
		return err
	}
	return markSpans(f.near.slots, l.near, l.index, roaring.And(f.near.docs, wanted), out)
}

// markSpans marks the words of phrases. A sequence is one mark.
func markSpans(slots [][]list, l *leaf, leaf int, wanted *roaring.Bitmap, out map[uint32]docMarks) error {
	walk, groups := newWalk(slots, wanted), groupsOf(l.slots)
	return eachErr(wanted, func(d uint32) error {
		if err := walk.seek(d); err != nil {
			return err
		}
		for s := range spans(walk.at, groups, l.slop) {
			if l.slop == 0 {
				first, last := s[0], s[len(s)-1]
				out[d][first.field] = append(out[d][first.field], mark{first.start, last.end, leaf})
				continue
			}
			for _, p := range s {
				out[d][p.field] = append(out[d][p.field], mark{p.start, p.end, leaf})
			}
		}
		return nil
	})
}

func eachErr(docs *roaring.Bitmap, visit func(doc uint32) error) error {
	for it := docs.Iterator(); it.HasNext(); {
		if err := visit(it.Next()); err != nil {
			return err
		}
	}
	return nil
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

// plain drops what is only needed to choose passages, and whatever does not
// lie in the text: it may have been replaced in the archive a moment ago.
func plain(marks []mark, text string) []search.Mark {
	out := make([]search.Mark, 0, len(marks))
	for _, m := range marks {
		if m.within(text) {
			out = append(out, search.Mark{Start: m.start, End: m.end})
		}
	}
	return out
}

// within tells whether a mark lies in a text and cuts no character.
func (m mark) within(text string) bool {
	return m.start >= 0 && m.start < m.end && m.end <= len(text) && utf8.RuneStart(text[m.start]) &&
		(m.end == len(text) || utf8.RuneStart(text[m.end]))
}
