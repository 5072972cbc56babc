package corpus

import "strings"

// keyLen is the length in bytes by which phrases are looked up.
const keyLen = 4

// phrases finds the first of many phrases in a line by one look at each place
// of the line. The zero value is ready for use.
type phrases struct {
	byKey map[[keyLen]byte][]entry // by the first bytes of the phrase
	short []entry                  // phrases of fewer bytes
	seen  [1 << 12]bool            // hashes of the keys: most places of a line have none
	n     int
}

// entry is a phrase with its place in the table.
type entry struct {
	phrase
	at int
}

func (p *phrases) add(ph phrase) {
	e := entry{phrase: ph, at: p.n}
	p.n++
	if len(ph.text) < keyLen {
		p.short = append(p.short, e)
		return
	}
	if p.byKey == nil {
		p.byKey = map[[keyLen]byte][]entry{}
	}
	key := [keyLen]byte([]byte(ph.text[:keyLen]))
	p.byKey[key] = append(p.byKey[key], e)
	p.seen[hash(ph.text)] = true
}

// hash is one of the first bytes of s, of which there must be keyLen.
func hash(s string) uint32 {
	key := uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
	return key * 2654435761 >> 20 // Knuth's multiplicative hashing, 12 bits
}

// inside is the first phrase of the table that stands in s.
func (p *phrases) inside(s string) (phrase, bool) {
	best := entry{at: p.n}
	for _, e := range p.short {
		if e.at < best.at && strings.Contains(s, e.text) {
			best = e
		}
	}
	for i := 0; i+keyLen <= len(s); i++ {
		if p.seen[hash(s[i:])] {
			best = p.better(best, s[i:])
		}
	}
	return best.phrase, best.at < p.n
}

// prefix is the first phrase of the table that s begins with.
func (p *phrases) prefix(s string) (phrase, bool) {
	best := entry{at: p.n}
	for _, e := range p.short {
		if e.at < best.at && strings.HasPrefix(s, e.text) {
			best = e
		}
	}
	if len(s) >= keyLen && p.seen[hash(s)] {
		best = p.better(best, s)
	}
	return best.phrase, best.at < p.n
}

// better is the first phrase that s begins with, if it comes before best.
func (p *phrases) better(best entry, s string) entry {
	for _, e := range p.byKey[[keyLen]byte([]byte(s[:keyLen]))] {
		if e.at < best.at && strings.HasPrefix(s, e.text) {
			best = e
		}
	}
	return best
}
