package actors

import "hash/maphash"

// numbers gives words their ids, from 0 on. It is a hash table with open
// addressing: most words of a text are not there or short, which a look at one
// place tells.
type numbers struct {
	words []string // by id
	seed  maphash.Seed
	slots []numbered // a power of two, half of them free at least
}

// numbered leads to a word, to none if next is 0.
type numbered struct {
	key  [2]uint32 // two halves, so that a slot takes 12 bytes
	next wordID    // the word's id plus one
}

// maxPacked is the length of the longest word, in bytes, that is its own key.
const maxPacked = 7

// newNumbers makes room for about so many words.
func newNumbers(expected int) numbers {
	n := numbers{seed: maphash.MakeSeed(), slots: make([]numbered, 2)}
	for len(n.slots) < 2*expected {
		n.slots = make([]numbered, 2*len(n.slots))
	}
	return n
}

// key is the word itself and its length, or its hash if it is long.
func (n *numbers) key(w string) uint64 {
	if len(w) > maxPacked {
		return maphash.String(n.seed, w) | 1<<63
	}
	return pack(w) | uint64(len(w))<<(8*maxPacked)
}

// pack gives the bytes of a word of up to maxPacked, the first one lowest.
func pack(w string) uint64 {
	switch last := len(w) - 1; {
	case last >= 3: // two runs of four, which meet or overlap
		return word32(w[:4]) | word32(w[last-3:])<<(8*(last-3))
	case last >= 0:
		half := len(w) / 2
		return uint64(w[0]) | uint64(w[half])<<(8*half) | uint64(w[last])<<(8*last)
	}
	return 0
}

func word32(s string) uint64 {
	_ = s[3]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24
}

// first is the slot at which a key is looked for first (Knuth's multiplicative
// hashing).
func (n *numbers) first(key uint64) uint32 {
	return uint32(key*0x9E3779B97F4A7C15>>32) & uint32(len(n.slots)-1)
}

// find gives the id of a word, or unknown.
func (n *numbers) find(w string) wordID {
	key := n.key(w)
	halves := [2]uint32{uint32(key), uint32(key >> 32)}
	mask := uint32(len(n.slots) - 1)
	for i := n.first(key); ; i = (i + 1) & mask {
		s := &n.slots[i]
		if s.next == 0 || s.key == halves && (len(w) <= maxPacked || n.words[s.next-1] == w) {
			return s.next - 1
		}
	}
}

// add gives a word that is not there an id.
func (n *numbers) add(w string) wordID {
	n.words = append(n.words, w)
	id := wordID(len(n.words) - 1)
	if 2*len(n.words) <= len(n.slots) {
		n.enter(id)
		return id
	}
	n.slots = make([]numbered, 2*len(n.slots))
	for id := range n.words {
		n.enter(wordID(id))
	}
	return id
}

// enter fills a free slot.
func (n *numbers) enter(id wordID) {
	key := n.key(n.words[id])
	mask := uint32(len(n.slots) - 1)
	i := n.first(key)
	for n.slots[i].next != 0 {
		i = (i + 1) & mask
	}
	n.slots[i] = numbered{[2]uint32{uint32(key), uint32(key >> 32)}, id + 1}
}
