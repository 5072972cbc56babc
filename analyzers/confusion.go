package analyzers

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

//go:embed confusions.tsv
var confusionTable string

// Costs of mistakes in tenths of a wrong letter. What is more specific is in
// the table of confusions.
const (
	wrongLetter     = 10  // one for another, one too many, one too few
	wrongKey        = 8   // one for its neighbour on the keyboard
	wrongVowel      = 7   // one vowel for another
	swappedLetters  = 6   // neighbours in the wrong order
	doubledLetter   = 4   // one for two, two for one
	wrongBeginning  = 4   // more for a wrong first letter, at which people look
	changedMeaning  = 120 // digits are never misspelt
	maxConfusion    = 4   // letters of a spelling in the table
	minConfusedCost = 1
)

// keyboard has the letters of the German keyboard, each row half a key to the
// right of the one above.
const keyboard = "qwertzuiop asdfghjkl yxcvbnm"

// confusion is a spelling that stands for another.
type confusion struct {
	typed, meant string
	cost         uint8
}

// confusions are what the distance of two forms knows of German. They do not
// change.
type confusions struct {
	byEnd   [256][]confusion // by the last letter typed
	letters [256][256]uint8  // cost of one letter for another
}

// readConfusions reads the table of confusions, which hold either way.
func readConfusions(table string) (*confusions, error) {
	c := &confusions{}
	c.fillLetters()
	for n, line := range strings.Split(table, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != 4 {
			return nil, fmt.Errorf("line %d: %d fields instead of 4", n+1, len(fields))
		}
		cost, err := strconv.ParseUint(fields[2], 10, 8)
		if err != nil || cost < minConfusedCost || cost > wrongLetter {
			return nil, fmt.Errorf("line %d: cost %q is not between %d and %d", n+1, fields[2], minConfusedCost, wrongLetter)
		}
		if err := c.add(fields[0], fields[1], uint8(cost)); err != nil {
			return nil, fmt.Errorf("line %d: %w", n+1, err)
		}
	}
	return c, nil
}

func (c *confusions) add(one, other string, cost uint8) error {
	for _, s := range []string{one, other} {
		if s == "" || len(s) > maxConfusion {
			return fmt.Errorf("spelling %q has not 1 to %d letters", s, maxConfusion)
		}
	}
	if len(one) == 1 && len(other) == 1 {
		c.letters[one[0]][other[0]], c.letters[other[0]][one[0]] = cost, cost
		return nil
	}
	for _, x := range []confusion{{one, other, cost}, {other, one, cost}} {
		last := x.typed[len(x.typed)-1]
		c.byEnd[last] = append(c.byEnd[last], x)
	}
	return nil
}

// fillLetters fills in what any letter costs for any other.
func (c *confusions) fillLetters() {
	for a := range 256 {
		for b := range 256 {
			c.letters[a][b] = letterCost(byte(a), byte(b))
		}
	}
}

func letterCost(a, b byte) uint8 {
	switch {
	case a == b:
		return 0
	case isDigit(a) || isDigit(b):
		return changedMeaning
	case isPlainVowel(a) && isPlainVowel(b):
		return wrongVowel
	case areNeighbours(a, b):
		return wrongKey
	}
	return wrongLetter
}

func isPlainVowel(c byte) bool { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' }

// areNeighbours tells whether two letters are next to each other on the
// keyboard.
func areNeighbours(a, b byte) bool {
	rowA, atA := key(a)
	rowB, atB := key(b)
	if rowA < 0 || rowB < 0 {
		return false
	}
	if rowA > rowB {
		rowA, atA, rowB, atB = rowB, atB, rowA, atA
	}
	switch rowB - rowA {
	case 0:
		return atA-atB == 1 || atB-atA == 1
	case 1:
		return atA == atB || atA == atB+1
	}
	return false
}

// key gives the place of a letter on the keyboard, row -1 if it has none.
func key(c byte) (row, at int) {
	for i := range len(keyboard) {
		switch keyboard[i] {
		case ' ':
			row, at = row+1, 0
		case c:
			return row, at
		default:
			at++
		}
	}
	return -1, 0
}
