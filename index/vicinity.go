package index

import (
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// lookNear adds to a leaf the documents that have the parts of its compound
// near each other.
func (m *matcher) lookNear(ctx context.Context, leaf int) error {
	f, l := &m.found[leaf], m.plan.leaves[leaf].near
	slots, err := m.lookSlots(l)
	if err != nil {
		return fmt.Errorf("look up parts of leaf %d: %w", leaf, err)
	}
	all := m.together(l, slots)
	all.AndNot(f.docs)
	near, v := roaring.New(), newVicinity(l, slots)
	err = eachUntil(ctx, all, func(doc uint32) error {
		if v.in(doc) {
			near.Add(doc)
		}
		return nil
	})
	f.near = &found{docs: near, slots: slots}
	f.docs, f.impacts = roaring.Or(f.docs, near), nil
	return err
}

// vicinity tells in which documents slots stand near each other, as spans finds
// them, without finding out where. Slots of one group ask for the same word.
type vicinity struct {
	groups [][]termPlaces
	need   []int // occurrences of each group's word
	most   int   // words of a stretch that has all

	at   [][]uint32 // occurrences by group in the document at hand
	next []int      // in at, of the stretch at hand
}

func newVicinity(l *leaf, slots [][]list) *vicinity {
	v := &vicinity{most: len(slots) + l.slop}
	number := make([]int, len(slots)) // of the group that a slot begins
	for i, g := range groupsOf(l.slots) {
		if g == i {
			number[i] = len(v.groups)
			v.groups, v.need = append(v.groups, newPlaces(slots[i]).terms), append(v.need, 0)
		}
		v.need[number[g]]++
	}
	v.at, v.next = make([][]uint32, len(v.groups)), make([]int, len(v.groups))
	return v
}

// in looks at a document, which must be behind the last one.
func (v *vicinity) in(doc uint32) bool {
	for g, terms := range v.groups {
		if !findAny(terms, doc) {
			return false
		}
		v.at[g], v.next[g] = appendPlaces(v.at[g][:0], terms), 0
	}
	for {
		first, lo, hi := 0, uint32(math.MaxUint32), uint32(0)
		for g, at := range v.at {
			from, to := v.next[g], v.next[g]+v.need[g]
			if to > len(at) {
				return false
			}
			if at[from] < lo {
				first, lo = g, at[from]
			}
			hi = max(hi, at[to-1])
		}
		if int(hi-lo) < v.most {
			return true
		}
		v.next[first]++
	}
}

// appendPlaces reads where the terms stand in the document that was found.
func appendPlaces(at []uint32, terms []termPlaces) []uint32 {
	several := false
	for i := range terms {
		if t := &terms[i]; t.here {
			several = len(at) > 0
			at = t.reader.Append(at)
		}
	}
	if several {
		slices.Sort(at)
	}
	return at
}
