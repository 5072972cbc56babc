package main

import (
	"encoding/binary"
	"errors"
	"strings"
)

// rare is the frequency of words that no list has, in hundredths of log10.
const rare = -850

// frequencies maps words in lower case, ss for ß, to hundredths of the
// decimal logarithm of their share of all words.
type frequencies map[string]int

// of gives the frequency of a word that may be unknown.
func (f frequencies) of(word string) int {
	if v, ok := f[word]; ok {
		return v
	}
	return rare
}

// readFrequencies reads a list in the form of wordfreq: a MessagePack array
// of a header and of one array of words for each frequency, -0.01 apart.
func readFrequencies(data []byte) (frequencies, error) {
	r := packed{data: data}
	bins := r.array()
	if bins < 2 || r.array() != 2 { // a map of two members
		return nil, errors.New("no list of frequencies")
	}
	for range 3 {
		r.string()
	}
	r.array() // the version, a small number
	freqs := make(frequencies, 1<<20)
	for bin := range bins - 1 {
		for range r.array() {
			word := strings.ReplaceAll(r.string(), "ß", "ss")
			if _, ok := freqs[word]; !ok {
				freqs[word] = -bin
			}
		}
	}
	if r.failed {
		return nil, errors.New("list of frequencies is cut off")
	}
	return freqs, nil
}

// packed reads the few types of MessagePack that the lists have.
type packed struct {
	data   []byte
	failed bool
}

// array gives the length of an array or map, or a small number.
func (p *packed) array() int {
	switch c := p.take(1)[0]; {
	case c < 0x80:
		return int(c)
	case c&0xf0 == 0x90, c&0xf0 == 0x80:
		return int(c & 0x0f)
	case c == 0xdc:
		return int(binary.BigEndian.Uint16(p.take(2)))
	case c == 0xdd:
		return int(binary.BigEndian.Uint32(p.take(4)))
	}
	p.failed = true
	return 0
}

func (p *packed) string() string {
	switch c := p.take(1)[0]; {
	case c&0xe0 == 0xa0:
		return string(p.take(int(c & 0x1f)))
	case c == 0xd9:
		return string(p.take(int(p.take(1)[0])))
	case c == 0xda:
		return string(p.take(int(binary.BigEndian.Uint16(p.take(2)))))
	}
	p.failed = true
	return ""
}

func (p *packed) take(n int) []byte {
	if n > len(p.data) {
		p.failed, p.data = true, nil
		return make([]byte, n)
	}
	b := p.data[:n]
	p.data = p.data[n:]
	return b
}
