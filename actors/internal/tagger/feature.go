package tagger

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"presseschau/actors/internal/letter"
	"presseschau/actors/internal/nouns"
)

// Classes are what the lists say of a word or phrase.
type Classes uint8

// The lists.
const (
	FirstName Classes = 1 << iota
	Surname
	City
	Country
	Body   // an organisation of the knowledge base
	Human  // a person of the knowledge base, by full name
	Office // a role or title that stands before names
	inside // set at run time: a further word of a phrase
)

// maxPhrase is the number of tokens of the longest phrase that is looked up.
const maxPhrase = 5

// word is what is known of a token before its neighbours are looked at.
type word struct {
	hash    uint64
	lower   uint64
	shape   uint64
	fine    uint64 // cluster, 0 if the word has none
	coarse  uint64
	classes Classes // of the word by itself
	phrase  Classes // of the longest phrase that it is a part of
	noun    uint64  // small, common or named
	start   int32
	end     int32
}

// Lists gives clusters and classes of words by their Hash.
type Lists struct{ Table }

// Bits of the payload of a row of Lists: fine cluster, coarse, classes.
const (
	fineBits   = 10
	coarseBits = 7
	classBits  = 7
)

// listForm is how Lists are kept. A word that is in no list is often a name, and
// must seldom be taken for another.
var listForm = form{tag: 16, payload: fineBits + coarseBits + classBits}

// Entry is what Lists say of a word or phrase.
type Entry struct {
	Hash    uint64
	Fine    int // cluster, below 1024, 0 for none
	Coarse  int // cluster, below 128
	Classes Classes
}

// PackLists lays lists out.
func PackLists(entries []Entry) []byte {
	hashes, payloads := make([]uint64, len(entries)), make([]uint64, len(entries))
	for i, e := range entries {
		hashes[i] = e.Hash
		payloads[i] = uint64(e.Fine) | uint64(e.Coarse)<<fineBits | uint64(e.Classes)<<(fineBits+coarseBits)
	}
	return buildTable(hashes, payloads, listForm)
}

// look gives what the lists say of the word or phrase of a hash, zeros if it is in
// none.
func (l *Lists) look(hash uint64) (fine, coarse uint64, classes Classes) {
	row := l.find(hash)
	return row & (1<<fineBits - 1), row >> fineBits & (1<<coarseBits - 1), Classes(row >> (fineBits + coarseBits))
}

// Hash is the key of a word, its digits made alike, for Lists and features. A
// phrase's key is that of its words chained by Chain.
func Hash(w string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(w); i++ {
		c := w[i]
		if c >= '0' && c <= '9' {
			c = '0'
		}
		h = (h ^ uint64(c)) * 1099511628211
	}
	return mix(h)
}

// Chain is the key of a phrase that goes on with a word.
func Chain(phrase, word uint64) uint64 { return mix(phrase*0x9E3779B97F4A7C15 + word) }

// mix spreads the bits of a hash (the finalizer of MurmurHash3).
func mix(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// How a word begins, and whether it is a common noun.
const (
	small  = iota // not in upper case
	common        // a common noun
	named         // in upper case and no common noun
)

// caseOf tells which of these a word is.
func caseOf(w string) uint64 {
	switch {
	case !inUpperCase(w):
		return small
	case nouns.Is(w):
		return common
	}
	return named
}

func inUpperCase(w string) bool {
	first, _ := utf8.DecodeRuneInString(w)
	return letter.IsUpper(first)
}

// describe gives what is known of a word by itself.
func (l *Lists) describe(w string, hash, noun uint64) word {
	d := word{hash: hash, lower: hash, shape: shapeOf(w), noun: noun}
	if noun != small {
		d.lower = lowerHash(w)
	}
	d.fine, d.coarse, d.classes = l.look(hash)
	if base, ok := strings.CutSuffix(w, "s"); ok && noun != small && d.fine == 0 && d.classes == 0 {
		d.fine, d.coarse, d.classes = l.look(Hash(base)) // a genitive
	}
	d.phrase = d.classes
	return d
}

// phrases marks the longest phrases of the lists.
func (l *Lists) phrases(words []word) {
	for i := 0; i < len(words); i++ {
		if words[i].noun == small {
			continue
		}
		h, last, classes := words[i].hash, i, Classes(0)
		for j := i + 1; j < len(words) && j < i+maxPhrase; j++ {
			h = Chain(h, words[j].hash)
			if _, _, c := l.look(h); c != 0 {
				last, classes = j, c
			}
		}
		if last == i {
			continue
		}
		words[i].phrase = classes
		for i++; i < last; i++ {
			words[i].phrase = classes | inside
		}
		words[i].phrase = classes | inside
	}
}

// lowerHash is the hash of a word in lower case.
func lowerHash(w string) uint64 {
	h := uint64(14695981039346656037)
	var buf [utf8.UTFMax]byte
	for _, r := range w {
		if r >= '0' && r <= '9' {
			r = '0'
		}
		for _, c := range buf[:utf8.EncodeRune(buf[:], unicode.ToLower(r))] {
			h = (h ^ uint64(c)) * 1099511628211
		}
	}
	return mix(h)
}

// shapeOf is how a word is written, runs of like characters made one: Xx, X-Xx,
// 0., and how long an acronym is.
func shapeOf(w string) uint64 {
	h, last, runes, uppers := uint64(0), 0, 0, 0
	for _, r := range w {
		class := 0
		switch {
		case letter.IsUpper(r):
			class = 1
			uppers++
		case r >= '0' && r <= '9':
			class = 3
		case letter.InWord(r):
			class = 2
		default:
			class = 4 + int(r&63)
		}
		if class != last {
			h = h*71 + uint64(class)
		}
		last = class
		runes++
	}
	if uppers == runes {
		h = h*71 + uint64(min(runes, 6))
	}
	return mix(h)
}

// outside stands for the words before and behind a sentence.
func outside() word { return word{hash: 1, lower: 1, shape: 1, fine: 1 << 20, coarse: 1 << 20} }

// pad is the number of outside words that stand before and behind the words of
// a sentence, so that every token has neighbours.
const pad = 2

// begin appends to words[:0] what stands before a sentence.
func begin(words []word) []word { return append(words[:0], outside(), outside()) }

// end appends what stands behind it.
func end(words []word) []word { return append(words, outside(), outside()) }

// feature is the hash of a template's number and what it sees.
func feature(template uint64, values ...uint64) uint64 {
	for _, v := range values {
		template = Chain(template, v)
	}
	return template
}

// aloneFeatures appends the features of a word that do not ask for its
// neighbours.
func aloneFeatures(text string, w *word, out []uint64) []uint64 {
	out = append(out, feature(1), feature(2, w.hash), feature(9, w.lower), feature(10, w.shape), feature(14, w.fine),
		feature(19, w.coarse), feature(30, uint64(w.classes), w.noun))
	return affixes(text, out)
}

// places are where a word may stand besides its own: right before the token
// whose features are asked for, right behind it, two before, two behind.
const places = 4

// besideFeatures appends the features that a word has as a neighbour in a place.
func besideFeatures(w *word, place int, out []uint64) []uint64 {
	at := uint64(place)
	out = append(out, feature(3+at, w.hash), feature(15+at, w.fine))
	if place < 2 {
		out = append(out, feature(20+at, w.coarse))
	}
	return out
}

// jointFeatures appends the features of words[i] that look at several words
// together, or at a phrase.
func jointFeatures(text string, words []word, i int, out []uint64) []uint64 {
	pp, p, w, n, nn := &words[i-2], &words[i-1], &words[i], &words[i+1], &words[i+2]
	out = append(out,
		feature(7, p.hash, w.hash), feature(8, w.hash, n.hash),
		feature(11, p.shape, w.shape), feature(12, w.shape, n.shape), feature(13, p.shape, w.shape, n.shape),
		feature(22, p.coarse, w.coarse), feature(23, w.coarse, n.coarse), feature(24, p.coarse, n.coarse, w.shape),
		feature(25, p.fine, w.shape), feature(26, n.fine, w.shape),
		feature(27, pp.fine, p.fine, w.shape), feature(28, n.fine, nn.fine, w.shape),
		feature(29, p.coarse, w.coarse, n.coarse),
		feature(31, uint64(p.classes), uint64(w.classes), w.shape), feature(32, uint64(w.classes), uint64(n.classes), w.shape),
		feature(33, uint64(p.classes), uint64(w.classes), uint64(n.classes)),
		feature(34, uint64(w.phrase)), feature(35, uint64(p.phrase), uint64(w.phrase)), feature(36, uint64(w.phrase), uint64(n.phrase)),
		feature(37, w.noun, p.coarse), feature(38, p.noun, w.noun, n.noun),
		feature(39, p.fine, uint64(w.classes)), feature(40, p.fine, w.coarse, n.fine))
	if i > pad {
		out = tails(45, text[p.start:p.end], w.shape, out)
	}
	if i+1 < len(words)-pad {
		out = tails(46, text[n.start:n.end], w.shape, out)
	}
	if i == pad {
		out = append(out, feature(50, w.noun, w.shape), feature(51, uint64(w.classes)))
	}
	return out
}

// maxAffix is the length of the longest prefix and suffix, in runes.
const maxAffix = 6

// affixes appends the prefixes and suffixes of a word and, of a word with a
// hyphen, its last part.
func affixes(w string, out []uint64) []uint64 {
	h, n := uint64(47), 0
	for i := range w {
		if n > 0 {
			out = append(out, Chain(h+uint64(n), Hash(w[:i])))
		}
		if n++; n > maxAffix {
			break
		}
	}
	j := len(w)
	for n := 1; n <= maxAffix; n++ {
		_, size := utf8.DecodeLastRuneInString(w[:j])
		if j -= size; j <= 0 {
			break
		}
		out = append(out, Chain(uint64(60+n), Hash(w[j:])))
	}
	if k := strings.LastIndexByte(w, '-'); k > 0 && k < len(w)-1 {
		out = append(out, Chain(70, Hash(w[k+1:])), Chain(71, Hash(w[:k])))
	}
	return out
}

// tails appends suffixes of a neighbour: what a Kultusminister does, a Minister
// does.
func tails(template uint64, w string, shape uint64, out []uint64) []uint64 {
	j := len(w)
	for n := 1; n <= maxAffix; n++ {
		_, size := utf8.DecodeLastRuneInString(w[:j])
		if j -= size; j < 0 {
			break
		}
		if n == 3 || n == 5 {
			out = append(out, Chain(Chain(template*8+uint64(n), Hash(w[j:])), shape))
		}
		if j == 0 {
			break
		}
	}
	return out
}

// Reader extracts features for the training.
type Reader struct {
	lists Lists
	words []word
}

// NewReader gives a reader with lists that PackLists made.
func NewReader(lists []byte) (*Reader, error) {
	table, ok := newTable(string(lists), listForm)
	if !ok {
		return nil, fmt.Errorf("%w: no lists have %d bytes", errDamaged, len(lists))
	}
	return &Reader{lists: Lists{table}}, nil
}

// Read looks the tokens of a sentence up.
func (r *Reader) Read(text string, toks []Token) {
	r.words = begin(r.words)
	for _, t := range toks {
		s := text[t.Start:t.End]
		w := r.lists.describe(s, Hash(s), caseOf(s))
		w.start, w.end = t.Start, t.End
		r.words = append(r.words, w)
	}
	r.words = end(r.words)
	r.lists.phrases(r.words)
}

// Features appends the features of the token at i of the sentence just read.
func (r *Reader) Features(text string, i int, out []uint64) []uint64 {
	w := &r.words[i+pad]
	out = aloneFeatures(text[w.start:w.end], w, out)
	for place, j := range beside(i + pad) {
		out = besideFeatures(&r.words[j], place, out)
	}
	return jointFeatures(text, r.words, i+pad, out)
}

// beside gives for each place the word that stands there as seen from words[i].
func beside(i int) [places]int { return [places]int{i - 1, i + 1, i - 2, i + 2} }
