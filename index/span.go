package index

import (
	"iter"
	"slices"
)

// span is a run of occurrences, one for each slot. It is reused by the
// sequence that yields it.
type span []position

// spans finds where the slots stand in sequence (slop 0) or, in any order,
// within a stretch that holds at most slop other words. Slots of one group ask
// for the same word, so that "ja ja"~3 needs it twice.
func spans(at [][]position, groups []int, slop int) iter.Seq[span] {
	return func(yield func(span) bool) {
		for _, positions := range at {
			if len(positions) == 0 {
				return
			}
		}
		if slop == 0 {
			sequences(at, yield)
		} else {
			windows(at, groups, slop, yield)
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

// event is an occurrence of a group's word.
type event struct {
	position
	group int
}

// windows goes through the occurrences of all words and yields each shortest
// stretch that has every word as often as it was asked for.
func windows(at [][]position, groups []int, slop int, yield func(span) bool) {
	var events []event
	need := make([]int, len(at))
	missing := len(at)
	for i, g := range groups {
		need[g]++
		if g == i {
			for _, p := range at[i] {
				events = append(events, event{p, g})
			}
		}
	}
	slices.SortStableFunc(events, func(a, b event) int { return a.pos - b.pos })
	left := 0
	for right, e := range events {
		if need[e.group]--; need[e.group] >= 0 {
			missing--
		}
		for ; missing == 0; left++ {
			others := e.pos - events[left].pos + 1 - len(at)
			if need[events[left].group] == 0 && others <= slop && !yieldEvents(events[left:right+1], yield) {
				return
			}
			if need[events[left].group]++; need[events[left].group] > 0 {
				missing++
			}
		}
	}
}

func yieldEvents(events []event, yield func(span) bool) bool {
	s := make(span, len(events))
	for i, e := range events {
		s[i] = e.position
	}
	return yield(s)
}

// groupsOf numbers slots by the first slot that asks for the same word.
func groupsOf(slots [][]leafTerm) []int {
	groups := make([]int, len(slots))
	for i := range slots {
		groups[i] = slices.IndexFunc(slots, func(s []leafTerm) bool { return s[0].term == slots[i][0].term })
	}
	return groups
}
