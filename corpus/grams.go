package corpus

import "slices"

// Filters of the runs of gramLen bytes in a text, a bit for the hash of each: Bloom
// filters with one hash (Bloom, "Space/time trade-offs in hash coding with
// allowable errors", 1970). A noun a run of which is missing stands nowhere, as is
// true of most nouns of furniture.
type (
	pageGrams [1 << 10]uint64 // of all paragraphs
	lineGrams [1 << 3]uint64  // of a paragraph
)

// gramLen is the length of a run: hardly any root of a noun is shorter.
const gramLen = 5

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

// gramMark are the hashes of the runs of a noun.
type gramMark struct {
	hashes [8]uint64
	n      int
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
	key := uint64(0)
	for i := 0; i < len(s); i++ {
		key = key<<8 | uint64(s[i])
		if i+1 < gramLen {
			continue
		}
		h := gramHash(key)
		f.all[h>>6%uint64(len(f.all))] |= 1 << (h & 63)
		row.has[h>>6%uint64(len(row.has))] |= 1 << (h & 63)
	}
}

// mark gives the hashes of a noun, or of as many of its runs as are kept; false:
// it stands in no paragraph.
func (f *pageFilters) mark(noun string) (m gramMark, may bool) {
	key := uint64(0)
	for i := 0; i < len(noun) && m.n < len(m.hashes); i++ {
		key = key<<8 | uint64(noun[i])
		if i+1 < gramLen {
			continue
		}
		h := gramHash(key)
		if f.all[h>>6%uint64(len(f.all))]&(1<<(h&63)) == 0 {
			return m, false
		}
		m.hashes[m.n] = h
		m.n++
	}
	return m, true
}

// mayHold tells whether a noun may stand in the line.
func (row *filterRow) mayHold(m *gramMark) bool {
	for _, h := range m.hashes[:m.n] {
		if row.has[h>>6%uint64(len(row.has))]&(1<<(h&63)) == 0 {
			return false
		}
	}
	return true
}

// gramHash is the hash of the last gramLen bytes of a key.
func gramHash(key uint64) uint64 {
	const (
		odd  = 0x9E3779B97F4A7C15 // Knuth's multiplicative hashing
		bits = 16
	)
	return key << (64 - 8*gramLen) * odd >> (64 - bits)
}
