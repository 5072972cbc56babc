package index

import "fmt"

// rescored is the number of best hits whose word distances are compared.
const rescored = 60

// Proximity bonus of a pair of neighbouring words of the query, in shares of
// their mean idf.
const (
	adjacentBonus = 1.0 // in the query's order, side by side
	nearBonus     = 0.7 // divided by their distance, either order
	nearDistance  = 10  // beyond it nothing
	titleFactor   = 1.5 // if the pair is in the title
)

// proximityLeaves are the words of the query whose distances count.
func (p *plan) proximityLeaves() []int {
	var out []int
	for i, l := range p.leaves {
		if l.scored && l.form == formWords && l.field == fieldText {
			out = append(out, i)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// proximity computes the bonus of each of the documents, which are ascending.
func (m *matcher) proximity(docs []uint32, ls *leafStats) (map[uint32]float32, error) {
	leaves := m.plan.proximityLeaves()
	bonus := make(map[uint32]float32, len(docs))
	if leaves == nil || len(docs) == 0 {
		return bonus, nil
	}
	walks := make([]*places, len(leaves))
	for i, leaf := range leaves {
		walks[i] = newPlaces(m.found[leaf].lists)
	}
	for _, d := range docs {
		for _, w := range walks {
			w.seek(d)
		}
		stored, err := m.part.segment.Stored(uint64(d))
		if err != nil {
			return nil, fmt.Errorf("proximity: %w", err)
		}
		for i := 1; i < len(walks); i++ {
			weight := (ls.idf(leaves[i-1]) + ls.idf(leaves[i])) / 2
			bonus[d] += weight * pairBonus(walks[i-1].at, walks[i].at, stored)
		}
	}
	return bonus, nil
}

// pairBonus rates the best meeting of two words in a document.
func pairBonus(first, second []position, stored []byte) float32 {
	var best float32
	j := 0
	for _, a := range first {
		for j < len(second) && second[j].pos < a.pos-nearDistance {
			j++
		}
		for _, b := range second[j:] {
			if b.pos > a.pos+nearDistance {
				break
			}
			best = max(best, meeting(a, b, stored))
		}
	}
	return best
}

func meeting(a, b position, stored []byte) float32 {
	distance := b.pos - a.pos
	var bonus float32
	switch {
	case distance == 1:
		bonus = adjacentBonus
	case distance == 0: // both in one compound
		if !isPart(a.term) || !isPart(b.term) || a.term == b.term {
			return 0 // one word for both
		}
		bonus = adjacentBonus
	case distance < 0:
		bonus = nearBonus / float32(1-distance)
	default:
		bonus = nearBonus / float32(distance)
	}
	if originAt(stored, a.pos) == fromTitle {
		bonus *= titleFactor
	}
	return bonus
}
