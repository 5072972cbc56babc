package index

import (
	"fmt"
	"math"
)

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

// A word that stands in the title, the lead or the first words of the body says
// what the news is, and so counts for more.
const (
	leadBonus = 0.5 // in shares of its idf
	leadWords = 80  // of lead and body
)

// proximityLeaves are the words of the query whose distances count.
func (p *plan) proximityLeaves() []int {
	var out []int
	for i, l := range p.leaves {
		if l.scored && !l.joint && l.form == formWords && l.field == fieldText {
			out = append(out, i)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// closeness is what the places of a query's words in one document add to its
// score.
type closeness struct {
	pairs []float32 // by pair of neighbouring leaves, the first one's number
	leads []float32 // by leaf
}

func (c *closeness) sum() float32 {
	var sum float32
	for _, bonus := range c.pairs {
		sum += bonus
	}
	for _, bonus := range c.leads {
		sum += bonus
	}
	return sum
}

// proximity computes the bonus of each of the documents, which are ascending.
func (m *matcher) proximity(docs []uint32, ls *leafStats) (map[uint32]float32, error) {
	bonus := make(map[uint32]float32, len(docs))
	err := m.closeness(docs, ls, func(d uint32, c *closeness) { bonus[d] = c.sum() })
	return bonus, err
}

// closeness visits the documents, which are ascending, with what is theirs
// until the next.
func (m *matcher) closeness(docs []uint32, ls *leafStats, visit func(doc uint32, c *closeness)) error {
	leaves := m.plan.proximityLeaves()
	if leaves == nil {
		return nil
	}
	walks := make([]*places, len(leaves))
	for i, leaf := range leaves {
		lists, _, err := m.listsOf(leaf)
		if err != nil {
			return fmt.Errorf("proximity: %w", err)
		}
		walks[i] = newPlaces(lists)
	}
	c := &closeness{pairs: make([]float32, len(leaves)-1), leads: make([]float32, len(leaves))}
	there := make([]bool, len(leaves))
	for _, d := range docs {
		for i, w := range walks {
			there[i] = w.find(d)
		}
		lead, err := m.part.leadEnd(d)
		if err != nil {
			return fmt.Errorf("proximity: %w", err)
		}
		for i, w := range walks {
			c.leads[i] = 0
			if there[i] && w.first() <= lead {
				c.leads[i] = leadBonus * ls.idf(leaves[i])
			}
		}
		for i := range c.pairs {
			c.pairs[i] = 0
			if !there[i] || !there[i+1] {
				continue
			}
			if i == 0 || !there[i-1] {
				walks[i].read()
			}
			walks[i+1].read()
			bonus, err := m.part.pairBonus(d, walks[i].at, walks[i+1].at)
			if err != nil {
				return fmt.Errorf("proximity: %w", err)
			}
			c.pairs[i] = (ls.idf(leaves[i]) + ls.idf(leaves[i+1])) / 2 * bonus
		}
		visit(d, c)
	}
	return nil
}

// leadEnd is the last position of a document that belongs to its title or to
// the first leadWords words.
func (p *part) leadEnd(doc uint32) (int, error) {
	if end := p.cols.lead[doc]; end < math.MaxUint16 {
		return int(end), nil
	}
	stored, err := p.segment.Stored(uint64(doc))
	return leadEnd(stored), err
}

// pairBonus rates the best meeting of two words in a document.
func (p *part) pairBonus(doc uint32, first, second []position) (best float32, err error) {
	j := 0
	for _, a := range first {
		for j < len(second) && second[j].pos < a.pos-nearDistance {
			j++
		}
		for _, b := range second[j:] {
			if b.pos > a.pos+nearDistance {
				break
			}
			bonus := meeting(a, b)
			if bonus*titleFactor <= best {
				continue
			}
			stored, err := p.segment.Stored(uint64(doc))
			if err != nil {
				return 0, err
			}
			if originAt(stored, a.pos) == fromTitle {
				bonus *= titleFactor
			}
			best = max(best, bonus)
		}
	}
	return best, nil
}

// meeting rates two words that are near each other.
func meeting(a, b position) float32 {
	switch distance := b.pos - a.pos; {
	case distance == 1:
		return adjacentBonus
	case distance == 0: // both in one compound
		if !isPart(a.term) || !isPart(b.term) || a.term == b.term {
			return 0 // one word for both
		}
		return adjacentBonus
	case distance < 0:
		return nearBonus / float32(1-distance)
	default:
		return nearBonus / float32(distance)
	}
}
