package index

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"presseschau/search"
)

// explain adds to hits, which are those of the candidates, how their scores
// came about. It scores each of them anew, by the functions that ranked it.
func (q *run) explain(ctx context.Context, cands []candidate, hits []search.Hit) error {
	if !q.req.Explain || q.req.Sort != search.ByRelevance || !q.plan.ranks() {
		return nil
	}
	for i, c := range cands {
		x := &explainer{run: q, m: q.parts[c.part], ls: q.leafStats()}
		whole, err := x.hit(ctx, c)
		if err != nil {
			return fmt.Errorf("explain hit %d: %w", i+1, err)
		}
		hits[i].Explanation = &whole
	}
	return nil
}

// explainer explains the scores of documents of a segment.
type explainer struct {
	*run
	m  *matcher
	ls *leafStats
}

// summed is the explanation of a sum.
func summed(description string, details []search.Explanation) search.Explanation {
	sum := search.Explanation{Description: description, Details: details}
	for _, d := range details {
		sum.Value += d.Value
	}
	return sum
}

func (x *explainer) hit(ctx context.Context, c candidate) (search.Explanation, error) {
	parts, err := x.document(ctx, c.doc)
	if err != nil {
		return search.Explanation{}, err
	}
	if c.bonus > 0 {
		near, err := x.places(c.doc)
		if err != nil {
			return search.Explanation{}, err
		}
		parts = append(parts, near...)
	}
	if x.m.scope == search.InAll && x.m.comments != nil {
		comment, err := x.bestComment(ctx, c.doc)
		if err != nil {
			return search.Explanation{}, err
		}
		parts = append(parts, comment...)
	}
	return summed("score, the sum of", parts), nil
}

// document explains what each leaf of the query counts for in a document.
func (x *explainer) document(ctx context.Context, doc uint32) ([]search.Explanation, error) {
	if err := ended(ctx); err != nil {
		return nil, err
	}
	var parts []search.Explanation
	for i, l := range x.plan.leaves {
		if !l.scored {
			continue
		}
		w, err := x.m.weigher(i, &x.view.stats)
		if err != nil {
			return nil, err
		}
		if tf, exact := w.at(doc); (tf > 0 || exact > 0) && w.covers(doc) {
			parts = append(parts, x.leaf(i, doc, tf, exact))
		}
	}
	return parts, nil
}

// leaf explains what a leaf counts for, given its weighted frequencies.
func (x *explainer) leaf(i int, doc uint32, tf, exact float32) search.Explanation {
	l := x.plan.leaves[i]
	if !x.ls.counts(x.plan, i) {
		return search.Explanation{Description: fmt.Sprintf("%s: in %.0f of %.0f documents, too many to tell them apart", l.shown, x.ls.docs[i], x.ls.total)}
	}
	idf, measure := x.ls.idf(i), x.m.part.measure(numberOf(l.field), &x.view.stats)
	share := frequencies{tf, exact}.share(measure.dampening(doc))
	out := search.Explanation{Value: float64(l.boost * idf * share), Description: l.shown + " in " + l.field + ", the product of"}
	if l.boost != 1 {
		out.Details = append(out.Details, search.Explanation{Value: float64(l.boost), Description: "boost of the compound of two words"})
	}
	saturation := search.Explanation{Value: float64(share),
		Description: fmt.Sprintf("frequency, saturated (k1 %g, b %g), in a text of %.2f times the average length", saturation, normalisation, measure.relative(doc)),
		Details:     []search.Explanation{{Value: float64(tf), Description: "frequency, the sum of", Details: x.terms(i, doc)}}}
	if exact > 0 {
		saturation.Description += fmt.Sprintf(", and %g of the same of the exact form", exactBonus)
		saturation.Details = append(saturation.Details, search.Explanation{Value: float64(exact), Description: "frequency of the exact form"})
	}
	out.Details = append(out.Details,
		search.Explanation{Value: float64(idf), Description: fmt.Sprintf("idf, of %.0f of %.0f documents", x.ls.docs[i], x.ls.total)}, saturation)
	return out
}

// terms explains the frequency of a leaf by its terms.
func (x *explainer) terms(i int, doc uint32) []search.Explanation {
	l, f := x.plan.leaves[i], &x.m.found[i]
	var out []search.Explanation
	for j, t := range slices.Concat(l.terms, l.hints) { // of which weigher has read the lists
		list := slices.Concat(f.lists, f.hints)[j]
		if list.postings == nil {
			continue
		}
		r := list.postings.Reader()
		if !r.Seek(doc) {
			continue
		}
		out = append(out, search.Explanation{Value: float64(t.weight) * float64(r.Freq),
			Description: fmt.Sprintf("%s, %g times %s", termName(t.term), t.weight, x.where(l, list, doc))})
	}
	return out
}

// where says how often a term stands in the parts of a document, and what each
// time counts for.
func (x *explainer) where(l *leaf, term list, doc uint32) string {
	walk := newPlaces([]list{term})
	walk.seek(doc)
	if l.field != fieldText {
		return fmt.Sprintf("%d in %s", len(walk.at), l.field)
	}
	stored, err := x.m.part.segment.Stored(uint64(doc))
	if err != nil {
		return fmt.Sprint(len(walk.at)) // the places are only more words
	}
	var counts [origins]int
	for _, p := range walk.at {
		counts[originAt(stored, p.pos)]++
	}
	var said []string
	for _, o := range []struct {
		name   string
		origin origin
	}{{"title", fromTitle}, {"lead", fromLead}, {"body", fromBody}} {
		if n := counts[o.origin]; n > 0 {
			said = append(said, fmt.Sprintf("%d in %s (×%d)", n, o.name, originWeight(o.origin)))
		}
	}
	return strings.Join(said, " + ")
}

// termName says what a term of the dictionary is.
func termName(term string) string {
	form, mark := term[:len(term)-1], term[len(term)-1]
	switch mark {
	case markExact:
		return "form " + form
	case markLemma:
		return "lemma " + form
	case markPart:
		return "part of a compound " + form
	}
	return "form and lemma " + form
}

// places explains the bonus for where the query's words stand.
func (x *explainer) places(doc uint32) ([]search.Explanation, error) {
	leaves := x.plan.proximityLeaves()
	var out []search.Explanation
	add := func(bonus float32, format string, args ...any) {
		if bonus > 0 {
			out = append(out, search.Explanation{Value: float64(bonus), Description: fmt.Sprintf(format, args...)})
		}
	}
	err := x.m.closeness([]uint32{doc}, x.ls, func(_ uint32, c *closeness) {
		for i, bonus := range c.pairs {
			add(bonus, "%s and %s near each other", x.plan.leaves[leaves[i]].shown, x.plan.leaves[leaves[i+1]].shown)
		}
		for i, bonus := range c.leads {
			add(bonus, "%s in the title or the first %d words", x.plan.leaves[leaves[i]].shown, leadWords)
		}
	})
	return out, err
}

// bestComment explains the share that an article has of its best comment.
func (x *explainer) bestComment(ctx context.Context, article uint32) ([]search.Explanation, error) {
	var best search.Explanation
	comments := x.m.part.commentsOf(article)
	comments.And(x.m.comments)
	err := eachUntil(ctx, comments, func(doc uint32) error {
		parts, err := x.document(ctx, doc)
		if err != nil {
			return err
		}
		if sum := summed("score of the comment, the sum of", parts); sum.Value > best.Value {
			best = sum
		}
		return nil
	})
	if err != nil || best.Value == 0 {
		return nil, err
	}
	return []search.Explanation{{Value: commentShare * best.Value,
		Description: fmt.Sprintf("%g of the best comment", commentShare), Details: []search.Explanation{best}}}, nil
}
