package analyzers

import (
	"bytes"
	"hash/maphash"
)

// Bounds of a Stream's memory of words, checked between two texts: about
// 10 MB in all. Running news text has some 5 new words in 100 by then.
const (
	maxCachedWords = 1 << 16
	maxCachedBytes = 6 << 20
	minCachedSlots = 1 << 10
)

// cachedTerm is a term of a word, relative to the word's first byte.
type cachedTerm struct {
	at, len    uint32 // in the arena
	start, end uint16 // in the word
	kind       Kind
}

// cachedWord is a word with its terms; an unused one has no terms.
type cachedWord struct {
	hash    uint64
	key     uint32 // in the arena
	keyLen  uint16
	count   uint16 // terms, at least two
	first   uint32 // of its terms
	setting setting
}

// setting is what the analysis of a word depends on beside its letters.
type setting uint8

const (
	inOpening  setting = 1 << iota // first in its sentence
	inEllipsis                     // lacks its head
)

// wordCache is a hash table with open addressing from words to their terms.
// Its strings lie in one arena, so that it makes no garbage.
type wordCache struct {
	seed  maphash.Seed
	slots []cachedWord
	used  int
	terms []cachedTerm
	arena []byte
}

// trim forgets all words if they are too many.
func (c *wordCache) trim() {
	if c.slots == nil {
		c.seed = maphash.MakeSeed()
		c.slots = make([]cachedWord, minCachedSlots)
	}
	if c.used <= maxCachedWords && len(c.arena) <= maxCachedBytes {
		return
	}
	if len(c.slots) > 4*maxCachedWords {
		c.slots = make([]cachedWord, minCachedSlots)
	} else {
		clear(c.slots)
	}
	if cap(c.arena) > 2*maxCachedBytes {
		c.arena, c.terms = nil, nil
	}
	c.used, c.terms, c.arena = 0, c.terms[:0], c.arena[:0]
}

// find gives the slot of a word; it is unused if the word is new.
func (c *wordCache) find(word string, set setting) (*cachedWord, uint64) {
	hash := maphash.String(c.seed, word) ^ uint64(set)<<32
	mask := uint64(len(c.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		w := &c.slots[i]
		if w.count == 0 {
			return w, hash
		}
		if w.hash == hash && w.setting == set && int(w.keyLen) == len(word) && string(c.arena[w.key:int(w.key)+len(word)]) == word {
			return w, hash
		}
	}
}

// begin makes room for a word and fills its slot but for the terms.
func (c *wordCache) begin(word string, set setting) *cachedWord {
	if 4*(c.used+1) > 3*len(c.slots) {
		c.grow()
	}
	w, hash := c.find(word, set)
	*w = cachedWord{
		hash: hash, key: uint32(len(c.arena)), keyLen: uint16(len(word)),
		first: uint32(len(c.terms)), setting: set,
	}
	c.arena = append(c.arena, word...)
	c.used++
	return w
}

// add gives the word last begun another term, unless it has it already for
// the same stretch or, as a Part, under another kind.
func (c *wordCache) add(w *cachedWord, term []byte, start, end int, kind Kind) {
	if len(term) == 0 {
		return
	}
	for _, t := range c.terms[w.first:] {
		same := t.kind == kind && int(t.start) == start || kind == Part && t.kind == Lemma
		if same && bytes.Equal(c.arena[t.at:t.at+t.len], term) {
			return
		}
	}
	c.terms = append(c.terms, cachedTerm{uint32(len(c.arena)), uint32(len(term)), uint16(start), uint16(end), kind})
	c.arena = append(c.arena, term...)
	w.count++
}

func (c *wordCache) grow() {
	old := c.slots
	c.slots = make([]cachedWord, 2*len(old))
	mask := uint64(len(c.slots) - 1)
	for _, w := range old {
		if w.count == 0 {
			continue
		}
		i := w.hash & mask
		for c.slots[i].count != 0 {
			i = (i + 1) & mask
		}
		c.slots[i] = w
	}
}
