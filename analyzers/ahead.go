package analyzers

import "hash/maphash"

// readAhead is the number of words that are read before their terms are looked
// up. What is known of a word is mostly far from the processor; of several words
// it comes at one time.
const readAhead = 16

// nextWord is a word of the text that will be looked up.
type nextWord struct {
	span
	setting setting
	hash    uint32
}

// readAhead reads the next words, and lets come near what is known of them.
func (s *Stream) readAhead(sc *scanner) []nextWord {
	n := 0
	for n < len(s.ahead) {
		sp, ok := sc.next()
		if !ok {
			break
		}
		w := &s.ahead[n]
		w.span = sp
		w.setting, w.hash = s.words.key(sc.text, sp)
		n++
	}
	s.words.touch(s.ahead[:n])
	return s.ahead[:n]
}

// key gives the setting of a word of a text, and the hash by which it is
// remembered in this setting.
func (c *wordCache) key(text string, sp span) (setting, uint32) {
	var set setting
	if sp.opening && !isLowerASCII(text[sp.start]) { // else its case tells enough
		set |= inOpening
	}
	if sp.elliptic {
		set |= inEllipsis
	}
	h := maphash.String(c.seed, text[sp.start:sp.end])
	return set, uint32(h>>32) ^ uint32(h) ^ uint32(set)<<29
}

// touch reads a byte of what is known of each word, all slots before all records,
// so that none waits for another. What it misses is found later all the same.
func (c *wordCache) touch(words []nextWord) {
	var at [readAhead]uint32
	mask := uint32(len(c.young.slots) - 1)
	for i := range words {
		at[i] = c.young.slots[words[i].hash&mask].at
	}
	for i := range words {
		c.touched += c.young.records[at[i]]
	}
}
