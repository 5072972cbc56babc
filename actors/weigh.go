package actors

import (
	"cmp"
	"math"
	"slices"
)

// Weights of a mention by where it stands. An actor's weight is their sum, the
// repetitions dampened by a logarithm.
const (
	titleWeight   = 5.0
	leadWeight    = 2.5
	bodyWeight    = 1.0
	commentWeight = 0.3
	passingFactor = 0.3 // of a mention in passing
)

// weigh gathers the decided hits into actors, the heaviest first.
func (a *article) weigh() []Actor {
	actors := make([]Actor, len(a.found))
	body := make([]float64, len(a.found))
	rest := make([]float64, len(a.found))
	slices.SortFunc(a.hits, func(x, y hit) int { return cmp.Compare(x.first, y.first) })
	for i := range a.hits {
		h := &a.hits[i]
		if h.actor < 0 {
			continue
		}
		first, last := a.toks[h.first], a.toks[h.last]
		s := a.sections[first.section]
		m := Mention{Section: int(first.section), Start: int(first.start), End: int(last.end - h.length), Source: h.source, Rule: h.rule}
		m.Text = s.Text[m.Start:m.End]
		m.Passing = a.inCompound(h) || s.Role == Body && a.isResidence(h)
		actors[h.actor].Mentions = append(actors[h.actor].Mentions, m)
		w := weightOf(s.Role)
		if m.Passing {
			w *= passingFactor
		}
		if s.Role == Body {
			body[h.actor] += w
		} else {
			rest[h.actor] += w
		}
	}
	named := actors[:0]
	for i := range actors {
		if len(actors[i].Mentions) == 0 {
			continue
		}
		f := &a.found[i]
		actor := Actor{ID: f.id, Name: f.name, Type: f.kind, Mentions: actors[i].Mentions}
		actor.Open = f.known < 0 && f.kind == Person && f.first == ""
		actor.Weight = math.Log2(1+body[i]) + math.Log2(1+rest[i])
		named = append(named, actor)
	}
	slices.SortStableFunc(named, func(x, y Actor) int {
		return cmp.Or(cmp.Compare(y.Weight, x.Weight), cmp.Compare(x.ID, y.ID))
	})
	return named
}

// weightOf is the weight of a mention in a section of a role.
func weightOf(r Role) float64 {
	switch r {
	case Title:
		return titleWeight
	case Lead:
		return leadWeight
	case Body:
		return bodyWeight
	default:
		return commentWeight
	}
}
