package index

import (
	"cmp"
	"context"
	"math"
	"slices"

	"presseschau/corpus"
	"presseschau/search"

	"github.com/RoaringBitmap/roaring/v2"
)

// Actor tells what the archive holds about the actor of that id, with at most
// so many companions. Errors are those of package search.
func (x *Index) Actor(ctx context.Context, id string, companions int) (*search.Profile, error) {
	return ask(x, "actor", func(_ *generation, v *view) (*search.Profile, error) { return x.profile(ctx, v, id, companions) })
}

func (x *Index) profile(ctx context.Context, v *view, id string, companions int) (*search.Profile, error) {
	number, ok := v.facets.actor.numberFor(id)
	if !ok {
		return nil, search.ErrNoActor
	}
	out := &search.Profile{Actor: actorOf(v.facets.actor.all()[number])}
	single, err := v.total(ctx, search.ActorFacet, articleSide)
	if err != nil {
		return nil, err
	}
	joint := x.pool.counters.get(len(v.facets.actor.all()), 0)
	defer x.pool.counters.put(joint)
	for _, p := range v.segments {
		named, _, err := p.docsOf(anyOf(v.facets.actor, propActor, []string{id}))
		if err != nil {
			return nil, err
		}
		out.Comments += int(named.docs.AndCardinality(p.comments))
		articles := roaring.And(named.docs, p.articles)
		out.Articles += int(articles.GetCardinality())
		if err := p.cols.count(ctx, search.ActorFacet, joint, articles); err != nil {
			return nil, err
		}
	}
	joint.end()
	if out.Articles+out.Comments == 0 { // all that named it has gone
		return nil, search.ErrNoActor
	}
	if x.opts.Aliases != nil {
		out.Aliases = x.opts.Aliases(id)
	}
	out.Companions = v.companions(number, single, joint, companions)
	return out, nil
}

// minTogether is the number of common articles below which nothing is said of
// two actors.
const minTogether = 2

// companions are the actors that are named together with one more often than
// chance would have it, the strongest association first.
func (v *view) companions(of uint32, single, joint *counts, size int) []search.Companion {
	var out []search.Companion
	all := v.facets.actor.all()
	for _, number := range joint.touched {
		together := joint.n[number]
		if number == of || together < minTogether || int(number) >= len(single.n) {
			continue
		}
		g := association(int(together), int(single.n[of]), int(single.n[number]), v.stats.articles)
		if g > 0 {
			out = append(out, search.Companion{Actor: actorOf(all[number]), Articles: int(together), Association: g})
		}
	}
	slices.SortFunc(out, func(a, b search.Companion) int {
		return cmp.Or(cmp.Compare(b.Association, a.Association), cmp.Compare(b.Articles, a.Articles), cmp.Compare(a.Actor.ID, b.Actor.ID))
	})
	return slices.Clone(out[:min(len(out), size)])
}

func actorOf(v *value) corpus.Actor {
	return corpus.Actor{ID: v.key, Name: v.label, Type: typeOf(search.ActorFacet, v.key)}
}

// association is the log-likelihood ratio of two events that happen together in
// so many of n cases, the one in a and the other in b of them; 0 if they meet no
// more often than by chance. Unlike mutual information it does not put the
// rarest pairs first. Source: T. Dunning, Accurate Methods for the Statistics of
// Surprise and Coincidence, Computational Linguistics 19(1), 1993.
func association(together, a, b, n int) float64 {
	if float64(together)*float64(n) <= float64(a)*float64(b) {
		return 0
	}
	var sum float64
	for _, cell := range [...]struct{ seen, row, column int }{
		{together, a, b},
		{a - together, a, n - b},
		{b - together, n - a, b},
		{n - a - b + together, n - a, n - b},
	} {
		if cell.seen > 0 {
			expected := float64(cell.row) * float64(cell.column) / float64(n)
			sum += float64(cell.seen) * math.Log(float64(cell.seen)/expected)
		}
	}
	return 2 * sum
}
