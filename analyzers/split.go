package analyzers

import "presseschau/analyzers/internal/compound"

// Split gives the segments of a compound; their concatenation is the word.
// Linking elements and hyphens stay with the segment on their left. A word
// that is no compound comes back whole. A part that is itself a well-known
// compound stays whole (Bundes|nachrichtendienst).
func (a *Analyzer) Split(word string) []string {
	var l letters
	var t compound.Table
	l.read(word)
	var segments []string
	done := 0
	cut := func(at int) {
		if at > done && at < len(word) {
			segments, done = append(segments, word[done:at]), at
		}
	}
	for i := range l.components {
		c := &l.components[i]
		if i > 0 {
			cut(c.start)
		}
		for _, at := range a.cuts(&t, &l, c) {
			cut(int(l.at[c.from+at]))
		}
	}
	return append(segments, word[done:])
}

// cuts gives the places in a component's key at which it is cut.
func (a *Analyzer) cuts(t *compound.Table, l *letters, c *component) []int {
	if c.acronym || c.digits || c.gender > 0 {
		return nil
	}
	form := l.key[c.from:c.to]
	cuts, _ := a.splitter.Split(t, compound.Word{Form: form, Entry: a.lexicon.Find(form), Case: c.letterCase()})
	return cuts
}

// letterCase says whether a component may be a noun.
func (c *component) letterCase() compound.Case {
	if c.upper {
		return compound.Upper
	}
	return compound.Lower
}
