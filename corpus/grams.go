package corpus

import "slices"

// Filters of runs of gramLen bytes in a text, a bit for the hash of each: Bloom
// filters with one hash (Bloom, "Space/time trade-offs in hash coding with
// allowable errors", 1970). Only the runs at every second place of a line are in
// them, so that a noun is looked for twice: as one that begins at such a place, and
// as one that does not. A noun a run of which is missing both times stands
// nowhere, as is true of most nouns of furniture.
type (
	pageGrams [1 << 10]uint64 // of all paragraphs
	lineGrams [1 << 3]uint64  // of a paragraph
)

const (
	// gramLen is the length of a run: no root of a noun is shorter.
	gramLen = 4
	// gramStep is how far apart the places are at which runs are taken.
	gramStep = 2
)

// pageFilters are the filters of a page.
type pageFilters struct {
	all  pageGrams
	rows []filterRow // of each paragraph
}

// filterRow is the filter of a line.
type filterRow struct {
	line int
	has  lineGrams
}

// gramMark are the runs of a noun, by how far from its beginning the first one is.
type gramMark [gramStep]gramRuns

// gramRuns are hashes of runs, or of as many as are kept.
type gramRuns struct {
	hashes [4]uint64
	n      int
	absent bool // one of them is nowhere on the page
}

// grams gives the filters of the page, which are made when they are first needed.
func (pg *page) grams() *pageFilters {
	f := &pg.space().filters
	if pg.filtered {
		return f
	}
	pg.filtered = true
	clear(f.all[:])
	f.rows = f.rows[:0]
	size := 0
	for i := 0; i < len(pg.lines) && size < nounReach; i++ {
		l := &pg.lines[i]
		if len(l.text) < minLead {
			continue
		}
		size += len(l.text)
		f.rows = slices.Grow(f.rows, 1)[:len(f.rows)+1]
		f.add(l.folded, &f.rows[len(f.rows)-1], i)
	}
	return f
}

// add adds line i to the filters.
func (f *pageFilters) add(s string, row *filterRow, i int) {
	*row = filterRow{line: i}
	for ; len(s) >= gramLen; s = s[gramStep:] {
		h := gramHash(s)
		f.all[h>>6%uint64(len(f.all))] |= 1 << (h & 63)
		row.has[h>>6%uint64(len(row.has))] |= 1 << (h & 63)
	}
}

// mark gives the runs of a noun; false: it stands in no paragraph.
func (f *pageFilters) mark(noun string) (m gramMark, may bool) {
	for first := range m {
		runs := &m[first]
		for at := first; at+gramLen <= len(noun) && runs.n < len(runs.hashes); at += gramStep {
			h := gramHash(noun[at:])
			runs.absent = runs.absent || f.all[h>>6%uint64(len(f.all))]&(1<<(h&63)) == 0
			runs.hashes[runs.n] = h
			runs.n++
		}
		may = may || !runs.absent
	}
	return m, may
}

// mayHold tells whether a noun may stand in the line.
func (row *filterRow) mayHold(m *gramMark) bool {
	for first := range m {
		if runs := &m[first]; !runs.absent && row.holds(runs.hashes[:runs.n]) {
			return true
		}
	}
	return false
}

// holds tells whether the line may have all the runs with these hashes.
func (row *filterRow) holds(hashes []uint64) bool {
	for _, h := range hashes {
		if row.has[h>>6%uint64(len(row.has))]&(1<<(h&63)) == 0 {
			return false
		}
	}
	return true
}

// gramHash is the hash of the first gramLen bytes of a text.
func gramHash(s string) uint64 {
	const (
		odd  = 0x9E3779B97F4A7C15 // Knuth's multiplicative hashing
		bits = 16
	)
	return uint64(load32(s)) * odd >> (64 - bits)
}
