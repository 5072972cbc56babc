package nouns

import (
	"hash/maphash"
	"strings"
	"sync"
)

// lines gives the lines of text by their hash. Most words that are looked up
// are in no line: that takes a look at one or two places.
var lines = sync.OnceValue(func() *lineSet { return newLineSet(text) })

// lineSet is a set of the lines of a text, each of which ends with a line feed.
type lineSet struct {
	text  string
	seed  maphash.Seed
	slots []slot // a power of two, half of them free
}

// slot is a line in a table with open addressing: where it begins in the text,
// plus one, in the lower placeBits, and bits of its hash above; 0 for none.
type slot uint32

const placeBits = 20

func newLineSet(text string) *lineSet {
	s := &lineSet{text: text, seed: maphash.MakeSeed(), slots: make([]slot, 1)}
	for len(s.slots) < 2*strings.Count(text, "\n") {
		s.slots = make([]slot, 2*len(s.slots))
	}
	at := 0
	for line := range strings.Lines(text) {
		hash := maphash.String(s.seed, strings.TrimSuffix(line, "\n"))
		i := hash % uint64(len(s.slots))
		for s.slots[i] != 0 {
			i = (i + 1) % uint64(len(s.slots))
		}
		s.slots[i] = slot(hash>>32)<<placeBits | slot(at+1)
		at += len(line)
	}
	return s
}

// has tells whether a line is there.
func (s *lineSet) has(line string) bool {
	hash := maphash.String(s.seed, line)
	bits := slot(hash>>32) << placeBits
	for i := hash % uint64(len(s.slots)); s.slots[i] != 0; i = (i + 1) % uint64(len(s.slots)) {
		if c := s.slots[i]; c&^(1<<placeBits-1) == bits && s.at(int(c&(1<<placeBits-1))-1, line) {
			return true
		}
	}
	return false
}

// at tells whether a line is the one that begins at a byte of the text.
func (s *lineSet) at(place int, line string) bool {
	rest := s.text[place:]
	return strings.HasPrefix(rest, line) && len(rest) > len(line) && rest[len(line)] == '\n'
}
