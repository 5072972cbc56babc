package corpus

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestChain compares the probabilities of a chain with those of all its readings.
func TestChain(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for n := 1; n <= 6; n++ {
		for _, held := range []int{-1, n - 1, n / 2} {
			var c chain
			c.resize(n)
			for _, list := range [][]float64{c.above, c.behind, c.begins, c.ends} {
				for i := range list {
					list[i] = 4*rng.Float64() - 2
				}
			}
			if held >= 0 {
				c.hold(held)
			}
			total, above, behind := 0.0, make([]float64, n), make([]float64, n)
			for begin := range n {
				for end := begin + 1; end <= n; end++ {
					sum := c.begins[begin] + c.ends[end]
					for i := range n {
						switch {
						case i < begin:
							sum += c.above[i]
						case i >= end:
							sum += c.behind[i]
						}
					}
					w := math.Exp(sum)
					total += w
					for i := range n {
						if i < begin {
							above[i] += w
						} else if i >= end {
							behind[i] += w
						}
					}
				}
			}
			c.weigh()
			for i := range n {
				if math.Abs(c.pAbove[i]-above[i]/total) > 1e-9 || math.Abs(c.pBehind[i]-behind[i]/total) > 1e-9 {
					t.Errorf("%d lines, %d held: line %d is above with %.4f, behind with %.4f, want %.4f and %.4f", n, held, i, c.pAbove[i], c.pBehind[i], above[i]/total, behind[i]/total)
				}
			}
		}
	}
}
