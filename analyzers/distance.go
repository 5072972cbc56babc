package analyzers

import (
	"math"
	"slices"
)

// DistanceUnit is the distance of two forms that differ by a wrong letter
// which no confusion explains.
const DistanceUnit = wrongLetter

// MaxDistance is the largest limit of a Distance.
const MaxDistance = 4 * DistanceUnit

// far is the cost of what is beyond every limit.
const far = math.MaxUint8 / 2

// Distance measures how likely a form is what somebody meant who typed another
// one. The form is given letter by letter, so that the common beginnings of a
// sorted list are measured once.
//
// It is a Damerau-Levenshtein distance whose costs depend on the letters,
// extended by edits of whole strings: Brill and Moore, "An Improved Error Model
// for Noisy Channel Spelling Correction", ACL 2000.
type Distance struct {
	table   *confusions
	typed   string
	limit   uint8
	tooMany []uint8       // cost of each letter typed if it is not meant
	rules   [][]confusion // by their end in typed

	form  []byte
	rows  []uint8 // of len(typed)+1 costs, one row for each beginning of form
	bands []band  // of each row
}

// band is the columns of a row, from first to last, outside of which all costs
// are beyond the limit; first > last if all are.
type band struct{ first, last int }

// Distance gives the distance to what was typed, in its folded form. Distances
// beyond the limit, which is in tenths of a wrong letter and at most
// MaxDistance, are not told apart.
func (a *Analyzer) Distance(typed string, limit int) *Distance {
	n := len(typed) + 1
	d := &Distance{table: a.confusions, typed: typed, limit: uint8(max(0, min(limit, MaxDistance))),
		tooMany: make([]uint8, n), rules: make([][]confusion, n), rows: make([]uint8, n)}
	for j := 1; j < n; j++ {
		d.tooMany[j] = tooMany(typed, j-1)
		for _, c := range a.confusions.byEnd[typed[j-1]] {
			if k := len(c.typed); k <= j && typed[j-k:j] == c.typed {
				d.rules[j] = append(d.rules[j], c)
			}
		}
		d.rows[j] = min(d.rows[j-1]+d.tooMany[j], far)
	}
	last := n - 1
	for d.rows[last] > d.limit {
		last--
	}
	d.bands = append(d.bands, band{0, last})
	return d
}

// tooMany is the cost of a letter typed that is not meant.
func tooMany(typed string, i int) uint8 {
	switch {
	case isDigit(typed[i]):
		return changedMeaning
	case i == 0:
		return wrongLetter + wrongBeginning
	case typed[i] == typed[i-1]:
		return doubledLetter
	}
	return wrongLetter
}

// Limit is the largest cost that is told apart.
func (d *Distance) Limit() int { return int(d.limit) }

// Form is what was given so far. It is valid until the next call.
func (d *Distance) Form() []byte { return d.form }

// Truncate takes back all letters but the first n.
func (d *Distance) Truncate(n int) {
	d.form = d.form[:n]
	d.bands = d.bands[:n+1]
	d.rows = d.rows[:(n+1)*len(d.rules)]
}

// Cost is the distance of the form as it is now, in tenths of a wrong letter.
func (d *Distance) Cost() int { return int(d.rows[len(d.rows)-1]) }

// Push gives the form another letter. It tells whether the form, or one that
// begins with it, can be within the limit.
func (d *Distance) Push(letter byte) bool {
	n, i := len(d.rules), len(d.form)
	tooFew := d.tooFew(letter)
	d.form = append(d.form, letter)
	d.rows = slices.Grow(d.rows, n)[:len(d.rows)+n]
	before, row := d.rows[i*n:(i+1)*n], d.rows[(i+1)*n:]
	for j := range row {
		row[j] = far
	}
	costs, reach := &d.table.letters[letter], d.reach()
	b, begun := band{n, -1}, false
	for j := reach.first; j <= reach.last; j++ {
		c := before[j] + tooFew
		if j > 0 {
			c = min(c, before[j-1]+d.wrong(costs, i, j), row[j-1]+d.tooMany[j], d.swapped(i, j, letter))
			begun = begun || j > 1 && letter == d.typed[j-1] && before[j-2]+swappedLetters <= d.limit
			for k := range d.rules[j] {
				cost, may := d.confused(&d.rules[j][k], j)
				c, begun = min(c, cost), begun || may
			}
		}
		row[j] = min(c, far)
		if c <= d.limit {
			b.first, b.last = min(b.first, j), j
		} else if j > reach.wide {
			break // nothing but letters too many leads on
		}
	}
	d.bands = append(d.bands, b)
	return b.last >= 0 || begun
}

// scope is the columns of a row that can be within the limit: those from first
// to wide by what is in earlier rows, and on to last by letters typed too many.
type scope struct{ first, wide, last int }

// reach gives the columns to be filled in the row of the form's last letter.
func (d *Distance) reach() scope {
	n, i := len(d.rules), len(d.bands)
	s := scope{first: n, wide: -1, last: n - 1}
	for _, b := range d.bands[max(0, i-maxConfusion):] {
		if b.first <= b.last {
			s.first, s.wide = min(s.first, b.first), max(s.wide, b.last)
		}
	}
	s.wide = min(s.wide+maxConfusion, n-1)
	return s
}

// wrong is the cost of the form's letter i for the j-th one typed.
func (d *Distance) wrong(costs *[256]uint8, i, j int) uint8 {
	c := costs[d.typed[j-1]]
	if i == 0 && j == 1 && c > maxAlike {
		c += wrongBeginning
	}
	return c
}

// maxAlike is the cost up to which letters sound alike, at the beginning too.
const maxAlike = 5

// tooFew is the cost of a letter that is meant behind the form and was not
// typed.
func (d *Distance) tooFew(letter byte) uint8 {
	switch i := len(d.form); {
	case isDigit(letter):
		return changedMeaning
	case i == 0:
		return wrongLetter + wrongBeginning
	case d.form[i-1] == letter:
		return doubledLetter
	}
	return wrongLetter
}

// swapped is the cost with the two letters typed before j in the other order.
func (d *Distance) swapped(i, j int, letter byte) uint8 {
	if i == 0 || j < 2 || d.typed[j-2] != letter || d.typed[j-1] != d.form[i-1] ||
		isDigit(letter) || isDigit(d.form[i-1]) {
		return far
	}
	c := d.rows[(i-1)*len(d.rules)+j-2] + swappedLetters
	if j == 2 {
		c += wrongBeginning
	}
	return c
}

// confused is the cost if the form's end is what a spelling that was typed up
// to j stands for; begun tells whether it may become that.
func (d *Distance) confused(x *confusion, j int) (cost uint8, begun bool) {
	end, from := len(d.form), j-len(x.typed)
	cost = far
	for k := min(len(x.meant), end); k > 0; k-- {
		if d.form[end-1] != x.meant[k-1] || string(d.form[end-k:]) != x.meant[:k] {
			continue
		}
		c := d.rows[(end-k)*len(d.rules)+from] + x.cost
		if k == len(x.meant) {
			cost = c
		} else if c <= d.limit {
			begun = true
		}
	}
	return cost, begun
}
