package analyzers

import (
	"bytes"
	"hash/maphash"
)

// maxCachedWords is how many words one generation of a wordCache holds: with
// both about 12 MB, and 93 of 100 words of news text are found there.
const maxCachedWords = 48 << 10

// minCachedSlots is the size of a new table, a power of two.
const minCachedSlots = 1 << 10

// cachedTerm is a term of a word, relative to the word's first byte.
type cachedTerm struct {
	at         uint32 // in the arena
	len        uint16
	start, end uint16 // in the word
	kind       Kind
}

// cachedWord is a word with its terms; an unused one has none.
type cachedWord struct {
	hash    uint64
	key     uint32 // in the arena
	first   uint32 // of its terms
	keyLen  uint16
	count   uint16 // terms, at least two
	setting setting
}

// setting is what the analysis of a word depends on beside its letters.
type setting uint8

const (
	inOpening  setting = 1 << iota // first in its sentence
	inEllipsis                     // lacks its head
)

// wordCache remembers words with their terms in two generations: when the
// young one is full it becomes the old one, and words of the old one that are
// met again move to the young one. It makes no garbage.
type wordCache struct {
	seed       maphash.Seed
	young, old generation
}

// trim makes room; terms given out before are no longer valid.
func (c *wordCache) trim() {
	if c.young.slots == nil {
		c.seed = maphash.MakeSeed()
		c.young.slots = make([]cachedWord, minCachedSlots)
	}
	if c.young.used > maxCachedWords {
		c.young, c.old = c.old, c.young
		c.young.reset()
	}
}

// find gives a word that the cache has, or nil, and its hash.
func (c *wordCache) find(word string, set setting) (*cachedWord, uint64) {
	hash := maphash.String(c.seed, word) ^ uint64(set)<<32
	if w := c.young.slot(word, hash, set); w.count > 0 {
		return w, hash
	}
	if c.old.used > 0 {
		if w := c.old.slot(word, hash, set); w.count > 0 {
			return c.young.adopt(&c.old, w), hash
		}
	}
	return nil, hash
}

// generation is a hash table with open addressing whose strings lie in one
// arena.
type generation struct {
	slots []cachedWord
	used  int
	terms []cachedTerm
	arena []byte
}

// reset forgets all words. What a single huge text made too large is let go.
func (g *generation) reset() {
	if g.slots == nil || len(g.slots) > 4*maxCachedWords {
		*g = generation{slots: make([]cachedWord, minCachedSlots)}
		return
	}
	clear(g.slots)
	g.used, g.terms, g.arena = 0, g.terms[:0], g.arena[:0]
}

// slot gives the slot of a word; it is unused if the word is not there.
func (g *generation) slot(word string, hash uint64, set setting) *cachedWord {
	mask := uint64(len(g.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		w := &g.slots[i]
		if w.count == 0 || w.hash == hash && w.setting == set && string(g.key(w)) == word {
			return w
		}
	}
}

func (g *generation) key(w *cachedWord) []byte { return g.arena[w.key : int(w.key)+int(w.keyLen)] }

// begin makes room for a word that is not there and fills its slot but for
// the terms.
func (g *generation) begin(word string, hash uint64, set setting) *cachedWord {
	if 4*(g.used+1) > 3*len(g.slots) {
		g.grow()
	}
	w := g.slot(word, hash, set)
	*w = cachedWord{
		hash: hash, key: uint32(len(g.arena)), keyLen: uint16(len(word)),
		first: uint32(len(g.terms)), setting: set,
	}
	g.arena = append(g.arena, word...)
	g.used++
	return w
}

// add gives the word last begun another term, unless it has it already for
// the same stretch or, as a Part of the whole word, as its lemma.
func (g *generation) add(w *cachedWord, term []byte, start, end int, kind Kind) {
	if len(term) == 0 {
		return
	}
	for _, t := range g.terms[w.first:] {
		same := t.kind == kind && int(t.start) == start || kind == Part && t.kind == Lemma
		if same && bytes.Equal(g.term(&t), term) {
			return
		}
	}
	g.terms = append(g.terms, cachedTerm{uint32(len(g.arena)), uint16(len(term)), uint16(start), uint16(end), kind})
	g.arena = append(g.arena, term...)
	w.count++
}

func (g *generation) term(t *cachedTerm) []byte {
	end := int(t.at) + int(t.len)
	return g.arena[t.at:end:end]
}

// adopt copies a word of another generation.
func (g *generation) adopt(from *generation, old *cachedWord) *cachedWord {
	w := g.begin(string(from.key(old)), old.hash, old.setting)
	for _, t := range from.terms[old.first : old.first+uint32(old.count)] {
		term := from.term(&t)
		t.at = uint32(len(g.arena))
		g.terms = append(g.terms, t)
		g.arena = append(g.arena, term...)
	}
	w.count = old.count
	return w
}

func (g *generation) grow() {
	old := g.slots
	g.slots = make([]cachedWord, 2*len(old))
	mask := uint64(len(g.slots) - 1)
	for _, w := range old {
		if w.count == 0 {
			continue
		}
		i := w.hash & mask
		for g.slots[i].count != 0 {
			i = (i + 1) & mask
		}
		g.slots[i] = w
	}
}
