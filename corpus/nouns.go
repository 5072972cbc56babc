package corpus

import (
	"slices"
	"strings"
)

const (
	// nounReach is how many bytes of paragraphs are searched for the nouns of
	// other lines: no article has as many.
	nounReach = 1 << 17
	// headReach is how many lines may be the title, and how far below a mark of
	// the end the article is sought.
	headReach = 300
)

// live are the lines of a page that have something, as far as they were sought.
// Rules take lines away but give none back, so that no line is sought twice.
type live struct {
	found []int // ascending
	next  int   // the first that is not sought yet
}

// seek gives at most n lines below the line end that are right.
func (lv *live) seek(n, end int, right func(k int) bool) []int {
	still := lv.found[:0]
	for _, k := range lv.found {
		if right(k) {
			still = append(still, k)
		}
	}
	for ; len(still) < n && lv.next < end; lv.next++ {
		if right(lv.next) {
			still = append(still, lv.next)
		}
	}
	lv.found = still
	return still
}

// nounIndex keeps where the nouns of a page stand.
type nounIndex struct {
	end   int // behind the lines that are searched
	nouns map[string]places
}

// mostPlaces is how many lines that have a noun are asked for at most.
const mostPlaces = 2

// places is live for the lines that have a noun, of which few are needed.
type places struct {
	found [mostPlaces]int // ascending
	n     int             // of them
	next  int             // the first paragraph that is not searched yet
}

// newNounIndex makes an index of the first of n lines of a page.
func (pg *page) newNounIndex(x *nounIndex, n int) *nounIndex {
	x.end = 0
	clear(x.nouns)
	if x.nouns == nil {
		x.nouns = map[string]places{}
	}
	for size := 0; x.end < n && size < nounReach; x.end++ {
		if l := &pg.lines[x.end]; len(l.text) >= minLead {
			size += len(l.text)
		}
	}
	return x
}

// seek gives the first n lines at most that have the noun and are right: long
// enough, at least, for paragraphs.
func (x *nounIndex) seek(pg *page, noun string, n, end int, right func(l *line) bool) (found []int) {
	f := pg.grams()
	mark, may := f.mark(noun)
	if !may {
		return nil
	}
	at := x.nouns[noun]
	has := func(k int) bool { return right(&pg.lines[k]) && strings.Contains(pg.lines[k].folded, noun) }
	still := 0
	for _, k := range at.found[:at.n] {
		if has(k) {
			at.found[still] = k
			still++
		}
	}
	for at.n = still; at.n < n && at.next < len(f.rows) && f.rows[at.next].line < min(end, x.end); at.next++ {
		if row := &f.rows[at.next]; row.mayHold(&mark) && has(row.line) {
			at.found[at.n] = row.line
			at.n++
		}
	}
	x.nouns[noun] = at
	return at.found[:at.n]
}

// nounAbove tells whether a noun stands in a paragraph above line i.
func (pg *page) nounAbove(noun string, i int) bool {
	if pg.above == nil {
		pg.above = pg.newNounIndex(&pg.space().above, len(pg.lines))
	}
	at := pg.above.seek(pg, noun, 1, i, (*line).paragraph)
	return len(at) > 0 && at[0] < i
}

// kinship tells whether the nouns of line i stand in the long paragraphs.
func (pg *page) kinship(i int) (alien, home bool) {
	all := nouns(pg.lines[i].text)
	if len(all) == 0 {
		return false, false
	}
	if pg.kin == nil {
		pg.kin = pg.newNounIndex(&pg.space().kin, pg.end)
	}
	n := 0
	for _, noun := range all {
		at := pg.kin.seek(pg, noun, mostPlaces, pg.end, (*line).kindred)
		if len(at) > 1 || len(at) == 1 && at[0] != i {
			n++
		}
	}
	return n == 0, 2*n >= len(all)
}

// kindred tells a line whose nouns are those of the article.
func (l *line) kindred() bool {
	const least = 60 // bytes
	return (l.kind == lineText || l.kind == lineLead || l.kind == lineTitle) && len(l.text) >= least
}

// twice tells a line that the page has twice.
func (pg *page) twice(i int) bool {
	r := pg.space()
	if !pg.counted {
		pg.counted = true
		if r.copies == nil {
			r.copies = map[string]int{}
		}
		clear(r.copies)
		for k := range pg.lines {
			r.copies[pg.lines[k].text]++
		}
	}
	return r.copies[pg.lines[i].text] > 1
}

// nounBelow is 1 if a noun stands in the text right below line i, else 0.
func (pg *page) nounBelow(noun string, i int) int {
	f := pg.grams()
	mark, may := f.mark(noun)
	row, _ := slices.BinarySearchFunc(f.rows, i+1, func(row filterRow, line int) int { return row.line - line })
	for k := i + 1; k < min(i+1+leadReach, pg.end); k++ {
		for row < len(f.rows) && f.rows[row].line < k {
			row++
		}
		if row < len(f.rows) && f.rows[row].line == k && !(may && f.rows[row].mayHold(&mark)) {
			continue
		}
		if pg.lines[k].kind == lineText && strings.Contains(pg.lines[k].folded, noun) {
			return 1
		}
	}
	return 0
}
