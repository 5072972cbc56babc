package index

import (
	"context"
	"fmt"
	"slices"

	"presseschau/archive"
	"presseschau/corpus"
	"presseschau/search"

	"github.com/RoaringBitmap/roaring/v2"
)

// commentsShown is the number of matching comments shown with an article.
const commentsShown = 3

// shown is a candidate on its way to being a hit.
type shown struct {
	cand     candidate
	id       string
	n        int               // of the comment that is the hit, else 0
	comments []commentRef      // best first
	matching *roaring.Bitmap   // comments of the article that match, may be nil
	marks    *docMarks         // of the article
	byN      map[int]*docMarks // of its comments
}

type commentRef struct {
	doc uint32
	n   int
}

// hits fetches the texts of a page of candidates and marks them.
func (q *run) hits(ctx context.Context, cands []candidate) ([]search.Hit, error) {
	list := make([]*shown, len(cands))
	for i, c := range cands {
		docID, err := q.parts[c.part].part.segment.DocID(uint64(c.doc))
		if err != nil {
			return nil, fmt.Errorf("id of a hit: %w", err)
		}
		s := &shown{cand: c, marks: &docMarks{}, byN: map[int]*docMarks{}}
		s.id, s.n = splitDocID(string(docID))
		list[i] = s
	}
	if q.req.IDsOnly {
		return bare(list), nil
	}
	for i, m := range q.parts {
		own := slices.DeleteFunc(slices.Clone(list), func(s *shown) bool { return s.cand.part != i })
		if len(own) == 0 {
			continue
		}
		if err := q.complete(ctx, m, own); err != nil {
			return nil, err
		}
	}
	return q.fetch(ctx, list)
}

// bare are hits without texts.
func bare(list []*shown) []search.Hit {
	hits := make([]search.Hit, len(list))
	for i, s := range list {
		hits[i] = search.Hit{ID: s.id, Score: float64(s.cand.score)}
		if s.n > 0 {
			hits[i].Comments = search.CommentHits{Matching: 1, Hits: []search.CommentHit{{N: s.n}}}
		}
	}
	return hits
}

// complete finds the comments and marks of the hits of one segment.
func (q *run) complete(ctx context.Context, m *matcher, list []*shown) error {
	var docs []uint32
	for _, s := range list {
		docs = append(docs, s.cand.doc)
		if s.n > 0 {
			s.comments = []commentRef{{s.cand.doc, s.n}}
		}
	}
	if m.scope == search.InAll && m.comments != nil {
		if err := q.addComments(ctx, m, list); err != nil {
			return err
		}
	}
	for _, s := range list {
		for _, c := range s.comments {
			docs = append(docs, c.doc)
		}
	}
	slices.Sort(docs)
	marks, err := m.marks(ctx, slices.Compact(docs))
	if err != nil {
		return err
	}
	for _, s := range list {
		s.marks = marks[s.cand.doc]
		for _, c := range s.comments {
			s.byN[c.n] = marks[c.doc]
		}
	}
	return nil
}

// addComments finds the matching comments of articles, the best few of each.
func (q *run) addComments(ctx context.Context, m *matcher, list []*shown) error {
	all := roaring.New()
	for _, s := range list {
		docs := m.part.commentsOf(s.cand.doc)
		docs.And(m.comments)
		s.matching = docs
		all.Or(docs)
	}
	if all.IsEmpty() {
		return nil
	}
	acc := q.index.pool.get(int(m.part.segment.Count()))
	if err := m.scoreAll(ctx, acc, all, q.leafStats(), &q.view.stats); err != nil {
		return err
	}
	defer q.index.pool.put(acc, all)
	for _, s := range list {
		if err := s.choose(m.part, acc); err != nil {
			return err
		}
	}
	return nil
}

func (s *shown) choose(p *part, acc *accumulator) error {
	best := &top{n: commentsShown, order: order(search.ByRelevance)}
	each(s.matching, func(d uint32) {
		best.offer(candidate{score: acc.score[d], tie: p.cols.tie[d], doc: d})
	})
	for _, c := range ranked(best.list, best.order) {
		docID, err := p.segment.DocID(uint64(c.doc))
		if err != nil {
			return fmt.Errorf("id of a comment: %w", err)
		}
		_, n := splitDocID(string(docID))
		s.comments = append(s.comments, commentRef{c.doc, n})
	}
	return nil
}

// fetch reads the texts of hits from the archive. A hit that has just been
// deleted there keeps its place without a text.
func (q *run) fetch(ctx context.Context, list []*shown) ([]search.Hit, error) {
	refs := make([]archive.Ref, len(list))
	for i, s := range list {
		refs[i].ID = s.id
		for _, c := range s.comments {
			refs[i].Comments = append(refs[i].Comments, c.n)
		}
	}
	heads, err := q.index.texts.Heads(ctx, refs)
	if err != nil {
		return nil, fmt.Errorf("fetch texts of hits: %w", err)
	}
	byRef := make(map[string][]archive.Head, len(heads))
	for _, h := range heads {
		byRef[h.ID] = append(byRef[h.ID], h)
	}
	hits := make([]search.Hit, len(list))
	for i, s := range list {
		var head archive.Head
		if found := byRef[s.id]; len(found) > 0 {
			head = found[0]
			byRef[s.id] = append(found[1:], head) // several comments of one article
		}
		hits[i] = s.hit(&head, q.gen.analysis)
	}
	return hits, q.addVersions(ctx, list, hits)
}

func (s *shown) hit(h *archive.Head, a *analysis) search.Hit {
	article := corpus.Article{Kicker: h.Kicker, Title: h.Title}
	headline := article.Headline()
	hit := search.Hit{ID: s.id, Score: float64(s.cand.score), Title: h.Title, Kicker: h.Kicker,
		Outlet: h.Outlet, Section: h.Section, Date: h.Published,
		Authors: h.Authors, Agencies: corpus.AgencyNames(h.Agencies), Language: h.Language, Actors: h.Actors,
		TitleMark: search.Snippet{Text: headline, Head: true, Tail: true},
		Comments:  search.CommentHits{Total: h.CommentCount}}
	if s.n == 0 {
		hit.TitleMark.Marks = plain(a.settle(s.marks[fromTitle], headline))
		hit.Body = s.passages(h, a)
	}
	if s.matching != nil {
		hit.Comments.Matching = int(s.matching.GetCardinality())
	} else {
		hit.Comments.Matching = len(s.comments)
	}
	for _, ref := range s.comments {
		at := slices.IndexFunc(h.Comments, func(c corpus.Comment) bool { return c.N == ref.n })
		if at >= 0 {
			hit.Comments.Hits = append(hit.Comments.Hits, commentHit(&h.Comments[at], s.byN[ref.n], a))
		}
	}
	return hit
}

// passages are the best ones of lead and body.
func (s *shown) passages(h *archive.Head, a *analysis) []search.Snippet {
	lead, body := a.settle(s.marks[fromLead], h.Lead), a.settle(s.marks[fromBody], h.Body)
	switch {
	case h.Lead != "" && len(lead) > 0:
		out := snippets(h.Lead, lead, 1)
		if len(body) > 0 {
			out = append(out, snippets(h.Body, body, passages-1)...)
		}
		return out
	case len(body) > 0 || h.Lead == "":
		return snippets(h.Body, body, passages)
	}
	return snippets(h.Lead, nil, 1)
}

func commentHit(c *corpus.Comment, marks *docMarks, a *analysis) search.CommentHit {
	hit := search.CommentHit{N: c.N, Author: c.Author, Date: c.Date, Title: c.Title,
		TitleMark: search.Snippet{Text: c.Title, Marks: plain(a.settle(marks[fromTitle], c.Title)), Head: true, Tail: true}}
	if found := snippets(c.Text, a.settle(marks[fromBody], c.Text), 1); len(found) > 0 {
		hit.Text = found[0]
	}
	return hit
}
