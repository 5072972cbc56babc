package index

import "slices"

// span is a run of occurrences, one for each slot. It is reused by the finder
// that yields it.
type span []position

// spans finds where slots stand in sequence (slop 0) or, in any order, within a
// stretch that holds at most slop other words. Slots of one group ask for the
// same word, so that "ja ja"~3 needs it twice.
type spans struct {
	groups []int
	slop   int

	// Memory between documents.
	span   span
	next   []int
	need   []int
	events []event
}

// event is an occurrence of a group's word.
type event struct {
	position
	group int
}

func newSpans(l *leaf) *spans {
	n := len(l.slots)
	return &spans{groups: groupsOf(l.slots), slop: l.slop, span: make(span, n), next: make([]int, n), need: make([]int, n)}
}

// in yields the spans of a document, in which the slots stand at these places.
func (f *spans) in(at [][]position, yield func(span)) {
	for _, positions := range at {
		if len(positions) == 0 {
			return
		}
	}
	if f.slop == 0 {
		f.sequences(at, yield)
	} else {
		f.windows(at, yield)
	}
}

func (f *spans) sequences(at [][]position, yield func(span)) {
	clear(f.next)
	for _, first := range at[0] {
		f.span[0] = first
		found := 1
		for i := 1; i < len(at); i++ {
			next := f.next[i]
			for next < len(at[i]) && at[i][next].pos < first.pos+i {
				next++
			}
			f.next[i] = next
			if next == len(at[i]) {
				return
			}
			if at[i][next].pos != first.pos+i {
				break
			}
			f.span[i] = at[i][next]
			found++
		}
		if found == len(at) {
			yield(f.span)
		}
	}
}

// windows goes through the occurrences of all words and yields each shortest
// stretch that has every word as often as it was asked for.
func (f *spans) windows(at [][]position, yield func(span)) {
	f.events = f.events[:0]
	clear(f.need)
	missing := len(at)
	for i, g := range f.groups {
		f.need[g]++
		if g == i {
			f.merge(at[i], g)
		}
	}
	left := 0
	for right, e := range f.events {
		if f.need[e.group]--; f.need[e.group] >= 0 {
			missing--
		}
		for ; missing == 0; left++ {
			first := f.events[left]
			others := e.pos - first.pos + 1 - len(at)
			if f.need[first.group] == 0 && others <= f.slop {
				f.yieldEvents(f.events[left:right+1], yield)
			}
			if f.need[first.group]++; f.need[first.group] > 0 {
				missing++
			}
		}
	}
}

// merge adds the occurrences of a group to the events, both of which ascend.
func (f *spans) merge(at []position, group int) {
	i := len(f.events) - 1
	f.events = append(f.events, make([]event, len(at))...)
	for to, k := len(f.events)-1, len(at)-1; k >= 0; to-- {
		if i >= 0 && f.events[i].pos > at[k].pos {
			f.events[to] = f.events[i]
			i--
		} else {
			f.events[to] = event{at[k], group}
			k--
		}
	}
}

func (f *spans) yieldEvents(events []event, yield func(span)) {
	f.span = f.span[:0]
	for _, e := range events {
		f.span = append(f.span, e.position)
	}
	yield(f.span)
}

// groupsOf numbers slots by the first slot that asks for the same word.
func groupsOf(slots [][]leafTerm) []int {
	groups := make([]int, len(slots))
	for i := range slots {
		groups[i] = slices.IndexFunc(slots, func(s []leafTerm) bool { return s[0].term == slots[i][0].term })
	}
	return groups
}
