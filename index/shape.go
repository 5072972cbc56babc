package index

import (
	"fmt"
	"math/bits"
	"unicode/utf8"

	"presseschau/index/internal/segment"
)

// shape says which letters a form has: a bit for each that is there, and
// another for each that is there twice. An edit of the form takes away one bit
// at most and adds one at most.
type shape uint64

// noForm is the shape of a term that is no form, far from any other.
const noForm = ^shape(0)

// letterClasses is the number of classes of letters: each letter from a to z,
// and others by their remainder.
const letterClasses = 32

func shapeOf(form []byte) shape {
	var once, twice uint32
	for i := 0; i < len(form); {
		r, n := rune(form[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(form[i:])
		}
		i += n
		bit := uint32(1) << class(r)
		twice |= once & bit
		once |= bit
	}
	return shape(twice)<<letterClasses | shape(once)
}

func class(r rune) uint32 {
	const alphabet = 'z' - 'a' + 1
	if r >= 'a' && r <= 'z' {
		return uint32(r - 'a')
	}
	return alphabet + uint32(r)%(letterClasses-alphabet)
}

// isNear tells whether so many edits can lead from one shape to the other.
func (s shape) isNear(other shape, edits int) bool {
	return bits.OnesCount64(uint64(s&^other)) <= edits && bits.OnesCount64(uint64(other&^s)) <= edits
}

// readShapes reads those of all terms; they take 8 bytes each.
func (c *columns) readShapes(seg *segment.Segment) error {
	for number, field := range []string{fieldText, fieldTitle, fieldCaption} {
		dict := seg.Dict(field)
		shapes := make([]shape, 0, dict.Terms())
		err := dict.Walk("", func(e segment.Entry) error {
			s := noForm
			if n := len(e.Term) - 1; isForm(e.Term[n]) {
				s = shapeOf(e.Term[:n])
			}
			shapes = append(shapes, s)
			return nil
		})
		if err != nil {
			return fmt.Errorf("shapes of terms in %s: %w", field, err)
		}
		c.shapes[number] = shapes
	}
	return nil
}
