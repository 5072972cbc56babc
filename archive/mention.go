package archive

import (
	"cmp"
	"slices"

	"presseschau/corpus"
)

// fieldRank orders the fields of a mention as they are read.
func fieldRank(f corpus.Field) int {
	switch f {
	case corpus.TitleField:
		return 0
	case corpus.LeadField:
		return 1
	}
	return 2
}

// inOrder is a copy of mentions by comment, field and place, without
// repetition; nil if there are none.
func inOrder(mentions []corpus.Mention) []corpus.Mention {
	if len(mentions) == 0 {
		return nil
	}
	sorted := slices.Clone(mentions)
	slices.SortFunc(sorted, func(a, b corpus.Mention) int {
		return cmp.Or(cmp.Compare(a.Comment, b.Comment), cmp.Compare(fieldRank(a.Field), fieldRank(b.Field)),
			cmp.Compare(a.Field, b.Field), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End),
			cmp.Compare(a.Actor.ID, b.Actor.ID))
	})
	return slices.CompactFunc(sorted, func(a, b corpus.Mention) bool {
		a.Actor, b.Actor = corpus.Actor{ID: a.Actor.ID}, corpus.Actor{ID: b.Actor.ID}
		return a == b
	})
}

// maxPassing is the weight of a single mention in passing in the body.
const maxPassing = 1

// insertMentions writes mentions, which are in order, and returns the keys of
// the article's main actors.
func (t *transaction) insertMentions(seq int64, mentions []corpus.Mention) ([]int64, error) {
	weights, states := map[int64]int{}, map[int64]bool{}
	var keys []int64
	for i := range mentions {
		m := &mentions[i]
		key, err := t.actorKey(m.Actor)
		if err != nil {
			return nil, err
		}
		if err := t.mentions.add(t, seq, int64(m.Comment), string(m.Field), int64(m.Start), int64(m.End), key, m.Passing); err != nil {
			return nil, err
		}
		if m.Comment != 0 {
			continue
		}
		if weights[key] == 0 {
			keys = append(keys, key)
		}
		weights[key] += m.Weight()
		states[key] = m.Actor.Type == corpus.State
	}
	// A state that is named once, in passing, is not what the article is about.
	keys = slices.DeleteFunc(keys, func(key int64) bool { return states[key] && weights[key] <= maxPassing })
	// Of equals the one named first comes first.
	slices.SortStableFunc(keys, func(a, b int64) int { return cmp.Compare(weights[b], weights[a]) })
	return keys[:min(len(keys), MaxHeadActors)], nil
}
