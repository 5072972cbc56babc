package sameness

// Threshold is the resemblance from which on two texts are versions of one
// another.
const Threshold = 0.8

// Bands is the number of keys of a text, rows the number of minima in each. Two
// texts of resemblance j share a key with a probability of 1-(1-j^rows)^Bands:
// .985 at the threshold, .999 at .9, .06 at .3.
const (
	Bands = 8
	rows  = 4
)

// Keys are numbers of which texts that are alike very probably share one. Those
// that share one must be compared, for they need not be alike. They are the
// same in every run; a text too short to be compared may have none.
//
// They are bands of a MinHash signature: Broder, Charikar, Frieze,
// Mitzenmacher, "Min-wise independent permutations", STOC 1998; banding after
// Indyk, Motwani, "Approximate nearest neighbors", STOC 1998.
func (s Shingles) Keys() []int64 {
	if len(s) < MinShingles {
		return nil
	}
	keys := make([]int64, Bands)
	for b := range uint64(Bands) {
		key := b
		for _, least := range s.minima(b) {
			key = mix(key ^ least)
		}
		keys[b] = int64(key)
	}
	return keys
}

// minima are the least hashes under the permutations of a band. Multiplication
// by an odd number permutes them.
func (s Shingles) minima(band uint64) [rows]uint64 {
	f := func(row uint64) uint64 { return mix(band*rows+row) | 1 }
	fa, fb, fc, fd := f(0), f(1), f(2), f(3)
	a, b, c, d := ^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0)
	for _, x := range s { // in registers, which is three times faster than a loop over rows
		a, b, c, d = min(a, x*fa), min(b, x*fb), min(c, x*fc), min(d, x*fd)
	}
	return [rows]uint64{a, b, c, d}
}
