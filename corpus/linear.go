package corpus

import (
	"fmt"
	"slices"
	"strconv"
)

// linear is a linear model of a choice among lines, of which none may be right: a
// weight for each trait of a line (McFadden 1974). The weights are learnt, see
// TestTrainHeadlines and TestTrainLeads.
type linear []float64

// newLinear reads the weights of traits from a table: name, weight.
func newLinear(table string, names []string) (linear, error) {
	m := make(linear, len(names))
	for n, columns := range builtinRows(table) {
		k := slices.Index(names, columns[0])
		w, err := strconv.ParseFloat(columns[len(columns)-1], 64)
		if len(columns) != 2 || k < 0 || err != nil {
			return nil, fmt.Errorf("line %d: want trait and weight", n)
		}
		m[k] = w
	}
	return m, nil
}

// score says how much a line with the given traits is like what is sought; no
// line at all has the score 0.
func (m linear) score(has []float64) (sum float64) {
	for k, v := range has {
		sum += m[k] * v
	}
	return sum
}
