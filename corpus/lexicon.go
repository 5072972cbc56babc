package corpus

// lexicon maps words to values. It is built once, and faster than a map for the
// many words of a text that are not in it: a hash table with open addressing and
// linear probing, of which at most a quarter is full (Knuth, The Art of Computer
// Programming 3, 6.4), behind a filter that fits into the cache.
type lexicon[V any] struct {
	seen    []uint64 // filterBits for each slot: the hashes of the words
	index   []uint32 // of a word in entries, from 1; 0 is an empty slot
	entries []lexeme[V]
	shift   uint // of a hash, to the number of a slot
}

// filterBits is the length of a hash in the filter beyond the number of its slot.
const filterBits = 2

// lexeme is a word with its value.
type lexeme[V any] struct {
	word  string
	ends  uint64 // of the word
	value V
}

// is tells whether a word with the given ends is the lexeme's.
func (e *lexeme[V]) is(word string, ends uint64) bool {
	return e.ends == ends && len(e.word) == len(word) && (len(word) <= endsLen || e.word == word)
}

// newLexicon makes a lexicon of words, none of which may be empty.
func newLexicon[V any](words map[string]V) *lexicon[V] {
	const room = 4 // slots for each word
	bits := uint(4)
	for 1<<bits < room*len(words) {
		bits++
	}
	x := &lexicon[V]{shift: 64 - bits, index: make([]uint32, 1<<bits), seen: make([]uint64, 1<<(bits+filterBits)/64)}
	for word, value := range words {
		h := wordHash(word, ends(word))
		bit := h >> (x.shift - filterBits)
		x.seen[bit>>6] |= 1 << (bit & 63)
		i := int(h >> x.shift)
		for x.index[i] != 0 {
			i = (i + 1) & (len(x.index) - 1)
		}
		x.entries = append(x.entries, lexeme[V]{word, ends(word), value})
		x.index[i] = uint32(len(x.entries))
	}
	return x
}

// of is the value of a word, the zero value if it is not in the lexicon.
func (x *lexicon[V]) of(word string) (none V) {
	if word == "" {
		return none
	}
	ends := ends(word)
	h := wordHash(word, ends)
	if bit := h >> (x.shift - filterBits); x.seen[bit>>6]&(1<<(bit&63)) == 0 {
		return none
	}
	for i := int(h >> x.shift); x.index[i] != 0; i = (i + 1) & (len(x.index) - 1) {
		if e := &x.entries[x.index[i]-1]; e.is(word, ends) {
			return e.value
		}
	}
	return none
}

// wordHash is the hash of a word with the given ends.
func wordHash(word string, ends uint64) uint64 {
	const odd = 0x9E3779B97F4A7C15 // Knuth's multiplicative hashing
	return (ends + uint64(len(word))) * odd
}

// endsLen is the length in bytes of the words that their ends and their length
// determine.
const endsLen = 8

// ends mixes the first and the last eight bytes of a word, which tell most words
// from each other.
func ends(s string) uint64 {
	const (
		short = 4
		odd   = 0xD6E8FEB86659FD93
	)
	switch n := len(s); {
	case n > endsLen:
		return load64(s)*odd ^ load64(s[n-endsLen:])
	case n == endsLen:
		return load64(s)
	case n >= short:
		return uint64(load32(s)) | uint64(load32(s[n-short:]))<<32
	case n > 1:
		return uint64(s[0]) | uint64(s[n/2])<<8 | uint64(s[n-1])<<16
	default:
		return uint64(s[0])
	}
}

func load64(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

func load32(s string) uint32 {
	_ = s[3]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}
