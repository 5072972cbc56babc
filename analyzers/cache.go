package analyzers

import (
	"bytes"
	"encoding/binary"
	"hash/maphash"
	"slices"
)

// maxCached is how many bytes the records of one generation of a wordCache
// take: with both and their tables about 18 MB, and more than 96 of 100 words of
// news text are found there.
const maxCached = 8 << 20

// minCachedSlots is the size of a new table, a power of two; maxCachedSlots
// that of the largest which is used again.
const (
	minCachedSlots = 1 << 10
	maxCachedSlots = 1 << 17
)

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
	recent     [4096]slot
	young, old generation
	touched    byte // of no meaning, but what is read must be used
}

// trim makes room; terms given out before are no longer valid.
func (c *wordCache) trim() {
	if c.young.slots == nil {
		c.seed = maphash.MakeSeed()
		c.young.reset()
	}
	if len(c.young.records) > maxCached {
		c.age()
	}
}

// age begins a generation.
func (c *wordCache) age() {
	c.young, c.old = c.old, c.young
	c.young.reset()
	clear(c.recent[:])
}

// find gives the record of a word of the young generation by its hash, or nil.
func (c *wordCache) find(word string, set setting, hash uint32) []byte {
	near := &c.recent[hash%uint32(len(c.recent))]
	if near.hash == hash && near.at > 0 && isRecordOf(c.young.records[near.at:], word, set) {
		return c.young.records[near.at:]
	}
	if s := c.young.slot(word, hash, set); s.at > 0 {
		*near = *s
		return c.young.records[s.at:]
	}
	if c.old.used > 0 {
		if s := c.old.slot(word, hash, set); s.at > 0 {
			return c.young.adopt(&c.old, *s)
		}
	}
	return nil
}

// generation is a hash table with open addressing. What is known of a word
// lies in one record, little-endian, so that finding it touches little memory:
//
//	length of the record   4 bytes
//	terms, setting         2 bytes each
//	length of the word     2 bytes
//	the word
//	of each term           16 bytes: start, end, length, kind; note
//	the terms
//
// A Lemma of kind sameLemma has no bytes of its own: they are the Exact term's.
type generation struct {
	slots   []slot
	used    int
	records []byte // the first byte is not used, so that no record is at 0
}

// slot leads to a record, to none if at is 0.
type slot struct{ hash, at uint32 }

// The layout of a record.
const (
	countAt    = 4
	settingAt  = 6
	wordLenAt  = 8
	headerSize = 10
	termSize   = 16
	noteAt     = 8
	sameLemma  = 0x80 | byte(Lemma)
)

// reset forgets all words. What a single huge text made too large is let go.
func (g *generation) reset() {
	if g.slots == nil || len(g.slots) > maxCachedSlots || cap(g.records) > 2*maxCached {
		*g = generation{slots: make([]slot, minCachedSlots)}
	}
	clear(g.slots)
	g.used, g.records = 0, append(g.records[:0], 0)
}

// slot gives the slot of a word; it is unused if the word is not there.
func (g *generation) slot(word string, hash uint32, set setting) *slot {
	mask := uint32(len(g.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		s := &g.slots[i]
		if s.at == 0 || s.hash == hash && isRecordOf(g.records[s.at:], word, set) {
			return s
		}
	}
}

// isRecordOf says whether a record is about a word in a setting.
func isRecordOf(record []byte, word string, set setting) bool {
	head := record[:headerSize]
	if int(binary.LittleEndian.Uint16(head[wordLenAt:])) != len(word) || head[settingAt] != byte(set) {
		return false
	}
	return string(record[headerSize:headerSize+len(word)]) == word
}

// put adds a word that is not there, with its terms, and gives its record.
func (g *generation) put(word string, hash uint32, set setting, terms []term, arena []byte) []byte {
	at := len(g.records)
	r := append(append(g.records, make([]byte, headerSize)...), word...)
	heads := len(r)
	exact := []byte(nil)
	for i := range terms {
		t := &terms[i]
		kind := byte(t.kind)
		switch text := arena[t.from:t.to]; {
		case t.kind == Exact:
			exact = text
		case t.kind == Lemma && bytes.Equal(text, exact):
			kind = sameLemma
		}
		r = binary.LittleEndian.AppendUint16(r, uint16(t.start))
		r = binary.LittleEndian.AppendUint16(r, uint16(t.end))
		r = binary.LittleEndian.AppendUint16(r, uint16(t.to-t.from))
		r = append(r, kind, 0)
		r = append(r, make([]byte, termSize-noteAt)...)
	}
	for i := range terms {
		if r[heads+i*termSize+6] != sameLemma {
			r = append(r, arena[terms[i].from:terms[i].to]...)
		}
	}
	head := r[at:]
	binary.LittleEndian.PutUint32(head, uint32(len(head)))
	binary.LittleEndian.PutUint16(head[countAt:], uint16(len(terms)))
	head[settingAt] = byte(set)
	binary.LittleEndian.PutUint16(head[wordLenAt:], uint16(len(word)))
	g.records = r
	g.enter(slot{hash, uint32(at)})
	return head
}

// adopt copies a word of another generation and gives its record.
func (g *generation) adopt(from *generation, s slot) []byte {
	record := from.records[s.at:]
	record = record[:binary.LittleEndian.Uint32(record)]
	at := len(g.records)
	g.records = append(g.records, record...)
	g.enter(slot{s.hash, uint32(at)})
	return g.records[at:]
}

// enter adds a slot whose word is not there.
func (g *generation) enter(s slot) {
	if 4*(g.used+1) > 3*len(g.slots) {
		g.grow()
	}
	mask := uint32(len(g.slots) - 1)
	i := s.hash & mask
	for g.slots[i].at != 0 {
		i = (i + 1) & mask
	}
	g.slots[i] = s
	g.used++
}

func (g *generation) grow() {
	old := g.slots
	g.slots, g.used = make([]slot, 2*len(old)), 0
	for _, s := range old {
		if s.at > 0 {
			g.enter(s)
		}
	}
}

// emit appends the terms of a word that starts at the given byte.
func (s *Stream) emit(record []byte, start, position int) {
	count := int(binary.LittleEndian.Uint16(record[countAt:]))
	heads := record[headerSize+int(binary.LittleEndian.Uint16(record[wordLenAt:])):]
	heads, text := heads[:count*termSize], heads[count*termSize:]
	tokens := slices.Grow(s.Tokens, count)
	var exact []byte
	for ; len(heads) >= termSize; heads = heads[termSize:] {
		head := binary.LittleEndian.Uint64(heads)
		n, kind := int(head>>32&0xffff), byte(head>>48)
		term := exact
		if kind != sameLemma {
			term, text = text[:n:n], text[n:]
		}
		if kind == byte(Exact) {
			exact = term
		}
		tokens = append(tokens, Token{
			Term: term, Start: start + int(head&0xffff), End: start + int(head>>16&0xffff), Position: position, Kind: Kind(kind & 0x7f),
			Note: (*Note)(heads[noteAt:termSize]),
		})
	}
	s.Tokens = tokens
}
