package corpus

import (
	"bytes"
	"iter"
	"strings"
	"unicode/utf8"
)

// keyLen is the length in bytes by which phrases are looked up.
const keyLen = 3

// phrases finds the phrases of a table in a line by one look at each place of
// the line.
type phrases struct {
	letters [256]uint16                // of each byte, the letter that stands for it in a key
	seen    [1 << (keyBits - 6)]uint64 // a bit for each key: most places of a line have none
	place   [1 << keyBits]uint16       // of each key in buckets; 0 if it has none
	buckets [][]entry                  // of phrases with the same key
	short   []entry                    // phrases of fewer bytes
	common  map[uint16]int             // how often keys stand in texts, as far as is known
	n       int
}

const (
	// letterBits is the length of a letter of a key.
	letterBits = 5
	// keyBits is the length of a key.
	keyBits = keyLen * letterBits
)

// newPhrases makes an empty table. Small letters and the blank are themselves in
// a key; other bytes share what letters are left, so that ä, ö and ü differ from
// each other and © from dashes and quotation marks.
func newPhrases() *phrases {
	const blank, other, sign, umlaut, rest = 27, 28, 29, 30, 31
	p := &phrases{common: map[uint16]int{}}
	for b := range 256 {
		switch c := byte(b); {
		case isSmall(c):
			p.letters[b] = uint16(c-'a') + 1
		case c == ' ':
			p.letters[b] = blank
		case c == "©"[0]:
			p.letters[b] = sign
		case c == "ü"[0]:
			p.letters[b] = umlaut
		case c >= utf8.RuneSelf && c != "ü"[1]:
			p.letters[b] = other
		case c != 0: // which is behind the end of a line
			p.letters[b] = rest
		}
	}
	return p
}

// entry is a phrase with its place in the table.
type entry struct {
	phrase
	at   int
	key  int    // where its key stands in it
	head uint64 // its first bytes
	mask uint64 // of as many as there are of them
}

// add adds a phrase that is looked for by its first bytes.
func (p *phrases) add(ph phrase) { p.keep(ph, 0) }

// addEnd adds a phrase that is looked for by its last bytes.
func (p *phrases) addEnd(ph phrase) { p.keep(ph, len(ph.text)-keyLen) }

func (p *phrases) keep(ph phrase, key int) {
	e := p.entry(ph, key)
	if len(ph.text) < keyLen {
		p.short = append(p.short, e)
		return
	}
	p.list(p.key(ph.text[key:]), e)
}

// addInside adds a phrase that is looked for by its rarest bytes, so that few
// places of a line need a closer look.
func (p *phrases) addInside(ph phrase) {
	switch len(ph.text) {
	case 1:
		p.short = append(p.short, p.entry(ph, 0))
	case keyLen - 1: // its key has the next byte, whatever that is
		e := p.entry(ph, 0)
		for b := range 256 {
			if !ph.whole || !isSmall(byte(b)) {
				p.list(p.key(ph.text+string([]byte{byte(b)})), e)
			}
		}
	default:
		key := p.rarest(ph.text)
		p.list(p.key(ph.text[key:]), p.entry(ph, key))
	}
}

// rarest is where the rarest key of a phrase stands in it.
func (p *phrases) rarest(text string) (at int) {
	for i := 1; i+keyLen <= len(text); i++ {
		if p.common[p.key(text[i:])] < p.common[p.key(text[at:])] {
			at = i
		}
	}
	return at
}

// sample counts the keys of a table as those of texts to come, in which blanks are
// more common.
func (p *phrases) sample(table string) {
	const blanks = 3 // times as common
	for i := 0; i+keyLen <= len(table); i++ {
		n := 1
		if strings.IndexByte(table[i:i+keyLen], ' ') >= 0 {
			n = blanks
		}
		p.common[p.key(table[i:])] += n
	}
}

// entry is the next entry of the table.
func (p *phrases) entry(ph phrase, key int) entry {
	p.n++
	head, mask := headOf(ph.text)
	return entry{phrase: ph, at: p.n, key: key, head: head, mask: mask}
}

// headOf are the first eight bytes of a text, and a mask of those that it has.
func headOf(s string) (head, mask uint64) {
	const long = 8
	if len(s) >= long {
		return load64(s), ^uint64(0)
	}
	for i := range len(s) {
		head |= uint64(s[i]) << (8 * i)
	}
	return head, 1<<(8*len(s)) - 1
}

// list puts an entry into the bucket of a key.
func (p *phrases) list(key uint16, e entry) {
	p.seen[key>>6] |= 1 << (key & 63)
	if p.place[key] == 0 {
		p.buckets = append(p.buckets, nil)
		p.place[key] = uint16(len(p.buckets))
	}
	list := &p.buckets[p.place[key]-1]
	if n := len(*list); n == 0 || (*list)[n-1].at != e.at {
		*list = append(*list, e)
	}
}

// key is that of the first bytes of s, of which there must be keyLen.
func (p *phrases) key(s string) uint16 {
	return p.letters[s[0]]<<(2*letterBits) | p.letters[s[1]]<<letterBits | p.letters[s[2]]
}

// hit is a place of a text at which a key of a phrase ends, and the key.
type hit struct {
	at  int
	key uint16
}

// next is the key behind which a byte follows.
func (p *phrases) next(key uint16, b byte) uint16 {
	return (key<<letterBits | p.letters[b]) % (1 << keyBits)
}

// has tells whether there are phrases with a key.
func (p *phrases) has(key uint16) bool { return p.seen[key>>6]&(1<<(key&63)) != 0 }

// inside is the first phrase with an effect, of those that addInside added, that
// stands in s, nil if there is none, and all cues in it.
func (p *phrases) inside(s string) (*phrase, cues) {
	var hits []hit
	key := uint16(0)
	for i := 0; i <= len(s); i++ {
		b := byte(0) // behind the end
		if i < len(s) {
			b = s[i]
		}
		if key = p.next(key, b); p.has(key) {
			hits = append(hits, hit{i, key})
		}
	}
	return p.found([]byte(s), hits)
}

// found is inside for a text whose hits are known.
func (p *phrases) found(s []byte, hits []hit) (*phrase, cues) {
	best, all := (*entry)(nil), cues(0)
	for i := range p.short {
		if e := &p.short[i]; bytes.IndexByte(s, e.text[0]) >= 0 {
			best = e.before(best)
			all |= e.cues
		}
	}
	for _, h := range hits {
		list := p.buckets[p.place[h.key]-1]
		for k := range list {
			e := &list[k]
			if at := h.at - (keyLen - 1) - e.key; at >= 0 && e.standsAt(s, at) {
				best = e.before(best)
				all |= e.cues
			}
		}
	}
	return best.found(), all
}

// standsAt tells whether the phrase stands at a place of s.
func (ph *phrase) standsAt(s []byte, at int) bool {
	end := at + len(ph.text)
	if end > len(s) || string(s[at:end]) != ph.text {
		return false
	}
	return !ph.whole || (at == 0 || !isSmall(s[at-1])) && (end == len(s) || !isSmall(s[end]))
}

// isSmall tells the small letters of ASCII.
func isSmall(b byte) bool { return b >= 'a' && b <= 'z' }

// found is the phrase of an entry, nil if there is none.
func (e *entry) found() *phrase {
	if e == nil {
		return nil
	}
	return &e.phrase
}

// before is the earlier one in the table of an entry and the best so far; those
// without an effect do not count.
func (e *entry) before(best *entry) *entry {
	if e.effect == effectNone || best != nil && best.at < e.at {
		return best
	}
	return e
}

// prefix is the first phrase of the table that s begins with, nil if there is
// none.
func (p *phrases) prefix(s string) *phrase {
	var best *entry
	head, _ := headOf(s)
	for list := range p.lists(s, 0) {
		for i := range list {
			if e := &list[i]; head&e.mask == e.head && (best == nil || e.at < best.at) && strings.HasPrefix(s, e.text) {
				best = e
			}
		}
	}
	return best.found()
}

// suffix is prefix for the end of s.
func (p *phrases) suffix(s string) *phrase {
	var best *entry
	for list := range p.lists(s, len(s)-keyLen) {
		for i := range list {
			if e := &list[i]; (best == nil || e.at < best.at) && strings.HasSuffix(s, e.text) {
				best = e
			}
		}
	}
	return best.found()
}

// lists are the phrases that may stand where a key of s is.
func (p *phrases) lists(s string, at int) iter.Seq[[]entry] {
	return func(yield func([]entry) bool) {
		if len(p.short) > 0 && !yield(p.short) || len(s) < keyLen {
			return
		}
		if key := p.key(s[at:]); p.seen[key>>6]&(1<<(key&63)) != 0 {
			yield(p.buckets[p.place[key]-1])
		}
	}
}
