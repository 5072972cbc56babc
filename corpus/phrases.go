package corpus

import "strings"

// keyLen is the length in bytes by which phrases are looked up.
const keyLen = 3

// phrases finds the phrases of a table in a line by one look at each place of
// the line. The zero value is ready for use.
type phrases struct {
	seen    [1 << (hashBits - 6)]uint64 // a bit for each hash of a key: most places of a line have none
	place   [1 << hashBits]uint16       // of each hash in buckets; 0 if it has none
	buckets [][]entry                   // of phrases whose keys, their first bytes, have the same hash
	short   []entry                     // phrases of fewer bytes
	n       int
}

// hashBits is the length of the hash of a key.
const hashBits = 15

// entry is a phrase with its place in the table.
type entry struct {
	phrase
	at int
}

// add adds a phrase that is looked for by its first bytes.
func (p *phrases) add(ph phrase) { p.keep(ph, 0) }

// addEnd adds a phrase that is looked for by its last bytes.
func (p *phrases) addEnd(ph phrase) { p.keep(ph, len(ph.text)-keyLen) }

func (p *phrases) keep(ph phrase, key int) {
	e := entry{phrase: ph, at: p.n}
	p.n++
	if len(ph.text) < keyLen {
		p.short = append(p.short, e)
		return
	}
	h := hash(ph.text[key:])
	p.seen[h>>6] |= 1 << (h & 63)
	if p.place[h] == 0 {
		p.buckets = append(p.buckets, nil)
		p.place[h] = uint16(len(p.buckets))
	}
	list := &p.buckets[p.place[h]-1]
	*list = append(*list, e)
}

// hash is one of the first bytes of s, of which there must be keyLen.
func hash(s string) uint32 {
	return mix(uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16)
}

// mix is the hash of a key.
func mix(key uint32) uint32 {
	return key * 2654435761 >> (32 - hashBits) // Knuth's multiplicative hashing
}

// inside is the first phrase of the table with an effect that stands in s, nil
// if there is none, and all cues in it.
func (p *phrases) inside(s string) (*phrase, cues) {
	best, all := (*entry)(nil), cues(0)
	for i := range p.short {
		if e := &p.short[i]; strings.Contains(s, e.text) {
			best = e.before(best)
			all |= e.cues
		}
	}
	if len(s) < keyLen {
		return best.found(), all
	}
	key := uint32(s[0])<<8 | uint32(s[1])<<16
	for i := 0; i+keyLen <= len(s); i++ {
		key = key>>8 | uint32(s[i+2])<<16
		h := mix(key)
		if p.seen[h>>6]&(1<<(h&63)) == 0 {
			continue
		}
		list := p.buckets[p.place[h]-1]
		for k := range list {
			if e := &list[k]; strings.HasPrefix(s[i:], e.text) {
				best = e.before(best)
				all |= e.cues
			}
		}
	}
	return best.found(), all
}

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
	return p.first(s, 0, func(e *entry) bool { return strings.HasPrefix(s, e.text) })
}

// suffix is prefix for the end of s.
func (p *phrases) suffix(s string) *phrase {
	return p.first(s, len(s)-keyLen, func(e *entry) bool { return strings.HasSuffix(s, e.text) })
}

// first is the first phrase that fits among those whose key stands in s.
func (p *phrases) first(s string, key int, fits func(*entry) bool) *phrase {
	var best *entry
	try := func(list []entry) {
		for i := range list {
			if e := &list[i]; (best == nil || e.at < best.at) && fits(e) {
				best = e
			}
		}
	}
	try(p.short)
	if len(s) >= keyLen {
		if h := hash(s[key:]); p.seen[h>>6]&(1<<(h&63)) != 0 {
			try(p.buckets[p.place[h]-1])
		}
	}
	return best.found()
}
