package tagger

import "math"

// levels is the number of values that a label's weights are rounded to.
const levels = 16

// weightBits is what a rounded weight takes: log2 of levels.
const weightBits = 4

// weightLabels is the number of labels that weights are kept of: all but the
// first, relative to which they are.
const weightLabels = Labels - 1

// Codebook holds the values that the weights of each label but the first are
// rounded to. The first value is 0, so that a feature without a row, whose code
// is 0, weighs nothing.
type Codebook [weightLabels][levels]float32

// code gives the code of a feature's weights: 4 bits a label, the first label's
// lowest.
func (c *Codebook) code(weights Scores) uint64 {
	code := uint64(0)
	for b := range c {
		code |= uint64(c.nearest(b, weights[b+1]-weights[0])) << (b * weightBits)
	}
	return code
}

// nearest gives the number of the value of a label that is nearest to v.
func (c *Codebook) nearest(label int, v float32) int {
	best := 0
	for i, level := range c[label] {
		if math.Abs(float64(v-level)) < math.Abs(float64(v-c[label][best])) {
			best = i
		}
	}
	return best
}

// unit is the weight that one in a sum stands for. Sums of the weights of a
// token's features stay far below what 16 bits of these can hold.
const unit = 1.0 / 128

// sums are added weights of the labels but the first, in lanes of 16 bits, the
// first lane lowest: four in the first word. A lane that is below 0 borrows from
// the next.
type sums [2]uint64

// lanes is the number of sums in a word.
const lanes = 4

func (s *sums) add(o *sums) {
	s[0] += o[0]
	s[1] += o[1]
}

// weights gives the sums by label but the first.
func (s sums) weights() (w [weightLabels]float32) {
	for b := range w {
		word := &s[b/lanes]
		v := int16(*word)
		*word = uint64(int64(*word)-int64(v)) >> 16
		w[b] = float32(v) * unit
	}
	return w
}

// decoder gives the weights of two labels, by eight bits of a code.
type decoder [(weightLabels + 1) / 2][1 << (2 * weightBits)]uint64

// newDecoder prepares a codebook for adding.
func newDecoder(c *Codebook) *decoder {
	d := new(decoder)
	for pair := range d {
		for code := range d[pair] {
			for k := range 2 {
				b := 2*pair + k
				if b == weightLabels {
					break
				}
				v := int64(math.Round(float64(c[b][code>>(k*weightBits)%levels]) / unit))
				d[pair][code] += uint64(v) << (16 * (b % lanes))
			}
		}
	}
	return d
}

// add adds the weights of a code.
func (d *decoder) add(code uint64, to *sums) {
	to[0] += d[0][code&0xff] + d[1][code>>8&0xff]
	to[1] += d[2][code>>16&0xff] + d[3][code>>24&0xff]
}
