package sameness

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// Words is the number of words of a shingle. With fewer, texts on one matter
// look alike; with more, one changed word spoils too much.
const Words = 4

// MinShingles is the number of different shingles below which a text is too short to be
// compared: what two such texts share may well be a phrase.
const MinShingles = 10

// Shingles are the runs of Words words of a text, hashed, in its order.
type Shingles []uint64

// Shingle takes a text apart. Words are runs of letters and digits; capitals,
// punctuation and soft hyphens do not count. Of several texts, such as title
// and body, no shingle spans two.
//
// After Broder, "On the resemblance and containment of documents", SEQUENCES
// 1997.
func Shingle(texts ...string) Shingles {
	n := 0
	for _, t := range texts {
		n += len(t)
	}
	const bytesPerWord = 6
	s := make(Shingles, 0, n/bytesPerWord)
	for _, t := range texts {
		s = appendShingles(s, t)
	}
	return s
}

// appendShingles appends the shingles of one text.
func appendShingles(s Shingles, text string) Shingles {
	var a, b, c uint64 // hashes of the three words before
	for words, f := 1, (fnv{}); ; words++ {
		rest, ok := f.next(text)
		if !ok {
			return s
		}
		text = rest
		if words >= Words {
			s = append(s, mix(((a*fnvPrime+b)*fnvPrime+c)*fnvPrime+f.sum))
		}
		a, b, c = b, c, f.sum
	}
}

// fnv hashes words by FNV-1a.
type fnv struct{ sum uint64 }

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// next hashes the first word of a text and returns what follows it; false if
// there is none.
func (f *fnv) next(text string) (rest string, ok bool) {
	f.sum = fnvOffset
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		i += size
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
		case 'A' <= r && r <= 'Z':
			r += 'a' - 'A'
		case r == softHyphen:
			continue
		case r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)):
			r = unicode.ToLower(r)
		case ok:
			return text[i:], true
		default:
			continue
		}
		f.sum, ok = (f.sum^uint64(r))*fnvPrime, true
	}
	return "", ok
}

const softHyphen = '\u00ad'

// mix spreads the bits of a number: the finalizer of SplitMix64 (Steele, Lea,
// Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// Set is the different shingles of a text, ascending.
type Set []uint64

// Set sorts the shingles. It is empty if the text is too short to be compared.
func (s Shingles) Set() Set {
	set := slices.Clone(s)
	slices.Sort(set)
	if set = slices.Compact(set); len(set) < MinShingles {
		return nil
	}
	return Set(set)
}

// Resemblance is the Jaccard index of two texts, 0 to 1: the shingles that both
// have, of those that either has. It is 0 if one is too short to be compared.
func (s Set) Resemblance(o Set) float64 {
	if len(s) == 0 || len(o) == 0 {
		return 0
	}
	both := 0
	for i, j := 0, 0; i < len(s) && j < len(o); {
		switch {
		case s[i] < o[j]:
			i++
		case s[i] > o[j]:
			j++
		default:
			both, i, j = both+1, i+1, j+1
		}
	}
	return float64(both) / float64(len(s)+len(o)-both)
}

// Alike tells whether two texts are versions of one another.
func (s Set) Alike(o Set) bool { return s.Resemblance(o) >= Threshold }
