package index

import (
	"encoding/binary"
	"errors"
	"slices"
	"sort"

	"presseschau/analyzers"
)

// A layout says where the words of a document stand in its texts. It is kept
// once for the document, because its words are terms in several forms, and is
// only read for documents that are shown. For the text, and then for the
// captions if there are any:
//
//	uvarint   number of passages
//	passages  origin, a byte; uvarints: base in the origin's text, number of words
//	words     uvarint: length in bytes, doubled, plus 1 if the distance to the
//	          word before (or the beginning) is not one byte (none) and follows
type layoutWriter struct {
	fields [][]byte // heads, then words, of each field
	used   int
	words  []byte
}

func (l *layoutWriter) reset() { l.used, l.words = 0, l.words[:0] }

// field begins a field of so many passages.
func (l *layoutWriter) field(passages int) {
	l.flush()
	if l.used == len(l.fields) {
		l.fields = append(l.fields, nil)
	}
	l.fields[l.used] = binary.AppendUvarint(l.fields[l.used][:0], uint64(passages))
	l.used++
}

// flush puts the words of the last field behind the heads of its passages.
func (l *layoutWriter) flush() {
	if l.used > 0 {
		l.fields[l.used-1] = append(l.fields[l.used-1], l.words...)
	}
	l.words = l.words[:0]
}

// passage adds the words of a passage.
func (l *layoutWriter) passage(p *passage, tokens []analyzers.Token, words int) {
	head := &l.fields[l.used-1]
	*head = append(*head, byte(p.origin))
	*head = binary.AppendUvarint(binary.AppendUvarint(*head, uint64(p.base)), uint64(words))
	end := -1
	for i := range tokens {
		t := &tokens[i]
		if t.Kind != analyzers.Exact {
			continue
		}
		length := uint64(t.End-t.Start) << 1
		if t.Start == end+1 {
			l.words = binary.AppendUvarint(l.words, length)
		} else {
			l.words = binary.AppendUvarint(l.words, length|1)
			l.words = binary.AppendUvarint(l.words, uint64(t.Start-max(end, 0)))
		}
		end = t.End
	}
}

func (l *layoutWriter) bytes() []byte {
	l.flush()
	var out []byte
	for _, f := range l.fields[:l.used] {
		out = append(out, f...)
	}
	return out
}

// layout is where the words of one field of a document stand. It can be read
// into again.
type layout struct {
	passages []laidOut
	words    []extent // of all passages, each in its origin's text
}

// laidOut is a passage of a layout.
type laidOut struct {
	origin origin
	base   int
	first  int // position of its first word
	words  int // number of the first word in words
	count  int
}

var errLayout = errors.New("the places of a document's words are not readable")

// read reads what is stored of a document and returns what follows the field.
func (l *layout) read(b []byte) (rest []byte, err error) {
	l.passages, l.words = l.passages[:0], l.words[:0]
	number := func() int {
		v, n := binary.Uvarint(b)
		if n <= 0 || v > 1<<31 {
			err, b = errLayout, nil
			return 0
		}
		b = b[n:]
		return int(v)
	}
	first, words := 1, 0
	for range number() {
		if len(b) == 0 || err != nil {
			return nil, errLayout
		}
		p := laidOut{origin: origin(b[0]), first: first, words: words}
		b = b[1:]
		p.base, p.count = number(), number()
		first += p.count + gap
		words += p.count
		l.passages = append(l.passages, p)
	}
	if words > len(b) { // a word takes a byte at least
		return nil, errLayout
	}
	l.words = slices.Grow(l.words, words)
	for i := range l.passages {
		p := &l.passages[i]
		for end, left := -1, p.count; left > 0; left-- {
			start := end + 1
			if len(b) > 0 && b[0] < 0x80 && b[0]&1 == 0 { // as most are
				end = start + int(b[0])>>1
				b = b[1:]
			} else {
				length := number()
				if length&1 != 0 {
					start = max(end, 0) + number()
				}
				if err != nil {
					return nil, err
				}
				end = start + length>>1
			}
			l.words = append(l.words, extent{p.base + start, p.base + end})
		}
	}
	return b, err
}

// at finds the passage of a position.
func (l *layout) at(pos int) *laidOut {
	i := sort.Search(len(l.passages), func(i int) bool { return l.passages[i].first > pos })
	if i == 0 {
		return nil
	}
	return &l.passages[i-1]
}

// word gives the place of the word at a position; false if there is none.
func (l *layout) word(pos int) (origin, extent, bool) {
	p := l.at(pos)
	if p == nil || pos-p.first >= p.count {
		return 0, extent{}, false
	}
	return p.origin, l.words[p.words+pos-p.first], true
}

// originAt gives the origin of a position in the text of a document, out of what
// is stored of it, without reading more than that takes.
func originAt(stored []byte, pos int) origin {
	next := func() int {
		v, n := binary.Uvarint(stored)
		stored = stored[max(n, 0):]
		return int(v)
	}
	first, found := 1, fromBody
	for range next() {
		if len(stored) == 0 || first > pos {
			break
		}
		found = origin(stored[0])
		stored = stored[1:]
		next() // base
		first += next() + gap
	}
	return found
}

// bodyStart gives the first position that belongs neither to title nor to lead.
func bodyStart(stored []byte) int {
	next := func() int {
		v, n := binary.Uvarint(stored)
		stored = stored[max(n, 0):]
		return int(v)
	}
	first := 1
	for range next() {
		if len(stored) == 0 || origin(stored[0]) == fromBody {
			break
		}
		stored = stored[1:]
		next() // base
		first += next() + gap
	}
	return first
}

// leadEnd gives the last position that belongs to the title or to the first
// leadWords words of lead and body.
func leadEnd(stored []byte) int {
	next := func() int {
		v, n := binary.Uvarint(stored)
		stored = stored[max(n, 0):]
		return int(v)
	}
	first, end, left := 1, 0, leadWords
	for range next() {
		if len(stored) == 0 || left == 0 {
			break
		}
		from := origin(stored[0])
		stored = stored[1:]
		next() // base
		count := next()
		taken := count
		if from != fromTitle {
			taken = min(count, left)
			left -= taken
		}
		end = first + taken - 1
		first += count + gap
	}
	return end
}
