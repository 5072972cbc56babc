package index

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"presseschau/archive"
	"presseschau/corpus"
	"presseschau/search"

	"github.com/RoaringBitmap/roaring/v2"
)

// Document gives an article whole, with the places that a query marks in it.
// A query that cannot be parsed marks nothing.
func (x *Index) Document(ctx context.Context, id, query string) (*search.Document, error) {
	record, err := x.texts.Record(ctx, id)
	if errors.Is(err, archive.ErrNotFound) {
		return nil, search.ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("read article %s: %w", id, err)
	}
	out := &search.Document{Article: record.Article, Mentions: record.Mentions, Actors: actorsByWeight(record.Mentions)}
	group, ok, err := x.texts.GroupOf(ctx, id)
	if err != nil {
		return nil, err
	}
	if ok {
		out.Versions = versions(group, archive.MaxVersions)
	}
	out.Marks.Titles, out.Marks.Comments = map[int][]search.Mark{}, map[int][]search.Mark{}
	req, tree, err := search.Request{Query: query}.Normalize()
	if err != nil || query == "" {
		return out, nil
	}
	g, err := x.acquire()
	if err != nil {
		return out, nil // the article is there, the index not yet
	}
	defer g.release()
	v, err := g.views.acquire()
	if err != nil {
		return nil, fmt.Errorf("mark article %s: %w", id, err)
	}
	defer g.views.release(v)
	q := &run{index: x, gen: g, view: v, req: &req}
	if err := q.markDocument(ctx, id, compile(tree, search.MatchAny, g.analysis, v.facets), out); err != nil {
		return nil, fmt.Errorf("mark article %s: %w", id, err)
	}
	return out, nil
}

// actorsByWeight orders the actors of an article itself.
func actorsByWeight(mentions []corpus.Mention) []corpus.Actor {
	weight := make(map[corpus.Actor]int)
	var actors []corpus.Actor
	for _, m := range mentions {
		if m.Comment > 0 {
			continue
		}
		if weight[m.Actor] == 0 {
			actors = append(actors, m.Actor)
		}
		weight[m.Actor] += m.Weight()
	}
	slices.SortStableFunc(actors, func(a, b corpus.Actor) int { return cmp.Compare(weight[b], weight[a]) })
	return actors
}

// markDocument marks an article and all of its comments. Only the segment that
// has them is asked.
func (q *run) markDocument(ctx context.Context, id string, p *plan, out *search.Document) error {
	for _, part := range q.view.segments {
		docs, err := part.segment.DocNumbers([]string{articleDocID(id)})
		if err != nil {
			return err
		}
		if docs.And(part.live); docs.IsEmpty() {
			continue
		}
		docs.Or(part.commentsOf(docs.Minimum()))
		m := &matcher{part: part, plan: p, scope: q.req.Scope}
		if err := m.lookUp(ctx); err != nil {
			return err
		}
		for i, l := range p.leaves {
			if l.near != nil && !m.found[i].docs.Intersects(docs) {
				if err := m.lookNear(ctx, i); err != nil {
					return err
				}
			}
		}
		return m.markInto(ctx, docs, out, q.gen.analysis)
	}
	return nil
}

func (m *matcher) markInto(ctx context.Context, docs *roaring.Bitmap, out *search.Document, a *analysis) error {
	marks, err := m.marks(ctx, docs.ToArray())
	if err != nil {
		return err
	}
	art := out.Article
	for d, byOrigin := range marks {
		docID, err := m.part.segment.DocID(uint64(d))
		if err != nil {
			return fmt.Errorf("id of document %d: %w", d, err)
		}
		if _, n := splitDocID(string(docID)); n > 0 {
			markComment(out, n, byOrigin, a)
			continue
		}
		out.Marks.Headline = plain(a.settle(byOrigin[fromTitle], art.Headline()))
		out.Marks.Lead = plain(a.settle(byOrigin[fromLead], art.Lead))
		out.Marks.Body = plain(a.settle(byOrigin[fromBody], art.BodyText()))
		out.Marks.Captions = plain(a.settle(byOrigin[fromCaption], art.CaptionText()))
	}
	return nil
}

func markComment(out *search.Document, n int, byOrigin *docMarks, a *analysis) {
	at := slices.IndexFunc(out.Article.Comments, func(c corpus.Comment) bool { return c.N == n })
	if at < 0 {
		return
	}
	c := &out.Article.Comments[at]
	if marks := plain(a.settle(byOrigin[fromTitle], c.Title)); len(marks) > 0 {
		out.Marks.Titles[n] = marks
	}
	if marks := plain(a.settle(byOrigin[fromBody], c.Text)); len(marks) > 0 {
		out.Marks.Comments[n] = marks
	}
}
