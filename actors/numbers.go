package actors

import "hash/maphash"

// numbers gives words their ids, from 0 on. It is a hash table with open
// addressing: most words of a text are not there, which a look at one place
// tells.
type numbers struct {
	words []string // by id
	seed  maphash.Seed
	slots []numbered // a power of two, half of them free at least
}

// numbered leads to a word, to none if next is 0.
type numbered struct {
	hash uint32
	next wordID // the word's id plus one
}

// newNumbers makes room for about so many words.
func newNumbers(expected int) numbers {
	n := numbers{seed: maphash.MakeSeed(), slots: make([]numbered, 2)}
	for len(n.slots) < 2*expected {
		n.slots = make([]numbered, 2*len(n.slots))
	}
	return n
}

// find gives the id of a word, or unknown.
func (n *numbers) find(w string) wordID {
	hash := uint32(maphash.String(n.seed, w))
	mask := uint32(len(n.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		s := n.slots[i]
		if s.next == 0 || s.hash == hash && n.words[s.next-1] == w {
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
	hash := uint32(maphash.String(n.seed, n.words[id]))
	mask := uint32(len(n.slots) - 1)
	i := hash & mask
	for n.slots[i].next != 0 {
		i = (i + 1) & mask
	}
	n.slots[i] = numbered{hash, id + 1}
}
