package index

import (
	"slices"

	"presseschau/index/internal/segment"
)

// sequence finds where the slots of a phrase follow each other. It begins with
// the slot that has the fewest occurrences and reads those of another only while
// a place is left at which the phrase can be.
type sequence struct {
	slots  [][]termPlaces
	order  []int    // of slots, the rarest first
	starts []uint32 // of the phrase in the document last read
	here   []uint32 // occurrences of the slot at hand
}

func newSequence(slots [][]list) *sequence {
	s := &sequence{slots: make([][]termPlaces, len(slots)), order: make([]int, len(slots))}
	for i, lists := range slots {
		s.slots[i], s.order[i] = newPlaces(lists).terms, i
	}
	slices.SortStableFunc(s.order, func(a, b int) int { return sizeOf(slots[a]) - sizeOf(slots[b]) })
	return s
}

// in gives the positions at which the phrase begins in a document, which must be
// behind the last one. They are good until the next call.
func (s *sequence) in(doc uint32) []uint32 {
	for _, slot := range s.slots {
		if !findAny(slot, doc) {
			return nil
		}
	}
	for n, i := range s.order {
		s.here = appendPlaces(s.here[:0], s.slots[i])
		if n == 0 {
			s.starts = behind(s.starts[:0], s.here, uint32(i))
		} else {
			s.starts = meet(s.starts, s.here, uint32(i))
		}
		if len(s.starts) == 0 {
			return nil
		}
	}
	return s.starts
}

// behind appends the positions that lie n before those at.
func behind(to, at []uint32, n uint32) []uint32 {
	for _, pos := range at {
		if pos >= n {
			to = append(to, pos-n)
		}
	}
	return to
}

// meet leaves of starts those that lie n before one of at.
func meet(starts, at []uint32, n uint32) []uint32 {
	kept := starts[:0]
	i := 0
	for _, pos := range starts {
		for i < len(at) && at[i] < pos+n {
			i++
		}
		if i == len(at) {
			break
		}
		if at[i] == pos+n {
			kept = append(kept, pos)
		}
	}
	return kept
}

// termPlaces walks the occurrences of one term.
type termPlaces struct {
	list
	reader segment.Reader
	here   bool // it has the document that was sought
}

// findAny goes to a document, which must be behind the last one, and tells
// whether it has any of the terms.
func findAny(terms []termPlaces, doc uint32) bool {
	found := false
	for i := range terms {
		t := &terms[i]
		t.here = t.reader.Seek(doc)
		found = found || t.here
	}
	return found
}
