package nouns

import "sync/atomic"

// remembered is the number of words that a Memory has room for, a power of two.
const remembered = 1 << 17

// Memory remembers of words whether Is holds, which takes long to find out and is
// asked of each capitalised word many times. It is safe for concurrent use.
type Memory struct {
	slots []atomic.Uint64 // a word's hash with the answer in its lowest two bits
}

// The answers in a slot.
const (
	no  = 1
	yes = 2
)

// NewMemory gives a memory of nothing.
func NewMemory() *Memory { return &Memory{make([]atomic.Uint64, remembered)} }

// Is is the function of that name for a word, by whose hash it is remembered.
func (m *Memory) Is(word string, hash uint64) bool {
	slot := &m.slots[hash>>2%remembered]
	switch slot.Load() ^ hash&^3 {
	case no:
		return false
	case yes:
		return true
	}
	if Is(word) {
		slot.Store(hash&^3 | yes)
		return true
	}
	slot.Store(hash&^3 | no)
	return false
}
