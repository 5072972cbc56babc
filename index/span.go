package index

import "iter"

// span is a run of occurrences, one for each slot. It is reused by the
// sequence that yields it.
type span []position

// spans finds where the slots stand in sequence (slop 0) or, in any order,
// within a stretch that holds at most slop other words.
func spans(at [][]position, slop int) iter.Seq[span] {
	return func(yield func(span) bool) {
		for _, positions := range at {
			if len(positions) == 0 {
				return
			}
		}
		if slop == 0 {
			sequences(at, yield)
		} else {
			windows(at, slop, yield)
		}
	}
}

func sequences(at [][]position, yield func(span) bool) {
	s := make(span, len(at))
	next := make([]int, len(at))
	for _, first := range at[0] {
		s[0] = first
		found := 1
		for i := 1; i < len(at); i++ {
			for next[i] < len(at[i]) && at[i][next[i]].pos < first.pos+i {
				next[i]++
			}
			if next[i] == len(at[i]) {
				return
			}
			if at[i][next[i]].pos != first.pos+i {
				break
			}
			s[i] = at[i][next[i]]
			found++
		}
		if found == len(at) && !yield(s) {
			return
		}
	}
}

// windows slides over the slots: the stretch from the leftmost to the
// rightmost of the current occurrences, then the leftmost moves on.
func windows(at [][]position, slop int, yield func(span) bool) {
	s := make(span, len(at))
	next := make([]int, len(at))
	for {
		left, right := 0, 0
		for i := range at {
			s[i] = at[i][next[i]]
			if s[i].pos < s[left].pos {
				left = i
			}
			if s[i].pos > s[right].pos {
				right = i
			}
		}
		others := s[right].pos - s[left].pos + 1 - len(at)
		if others <= slop && s.distinct() && !yield(s) {
			return
		}
		if next[left]++; next[left] == len(at[left]) {
			return
		}
	}
}

// distinct tells whether no two slots are at one place, as they would be for
// "Land Land" or for a part that a compound has twice.
func (s span) distinct() bool {
	for i := range s {
		for j := range i {
			if s[i].start == s[j].start && s[i].field == s[j].field {
				return false
			}
		}
	}
	return true
}
