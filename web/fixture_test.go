package web

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"presseschau/corpus"
	"presseschau/search"
)

// archive is a small engine over invented articles. It knows just enough of
// searching to make every part of the pages meaningful: words match as
// beginnings of words, facets count and filter, comments are found.
type archive struct{ docs []*entry }

type entry struct {
	article *corpus.Article
	actors  []corpus.Actor
}

func (x *archive) Search(ctx context.Context, r search.Request) (*search.Result, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	res := &search.Result{
		Query: search.QueryInfo{Text: r.Query, Parsed: r.Query},
		Index: search.IndexInfo{Generation: "g1", Articles: len(x.docs), Comments: x.comments()},
	}
	found := x.matching(r)
	if len(found) == 0 && r.Match == search.MatchAll && len(terms(r.Query)) >= 3 {
		r.Match = search.MatchMost
		if found = x.matching(r); len(found) > 0 {
			res.Query.Relaxed = search.MatchMost
		}
	}
	order(found, r.Sort)
	res.Total = len(found)
	if r.Group && r.Scope != search.InComments {
		found = folded(found)
	}
	res.Pageable = len(found)
	start := min((r.Page-1)*r.Size, len(found))
	if r.Cursor != "" {
		if _, err := fmt.Sscanf(r.Cursor, "g1-%d", &start); err != nil {
			return nil, search.ErrStaleCursor
		}
	}
	end := min(start+r.Size, len(found))
	for _, h := range found[start:end] {
		res.Hits = append(res.Hits, h.hit(r))
	}
	if end < len(found) {
		res.NextCursor = fmt.Sprintf("g1-%d", end)
	}
	for _, f := range r.Facets {
		res.Facets = append(res.Facets, x.facet(r, f))
	}
	if res.Total == 0 {
		res.Drops = x.drops(r)
	}
	return res, nil
}

func (x *archive) Document(_ context.Context, id, query string) (*search.Document, error) {
	for _, e := range x.docs {
		if e.article.ID == id {
			return e.document(query), nil
		}
	}
	return nil, search.ErrNotFound
}

// Complete takes words from the titles.
func (x *archive) Complete(ctx context.Context, query string, size int) ([]search.Completion, error) {
	u, ok, err := search.Unfinish(query)
	if err != nil || !ok || ctx.Err() != nil {
		return nil, cmp.Or(err, ctx.Err())
	}
	counts := map[string]int{}
	for _, e := range x.docs {
		for w := range strings.FieldsSeq(e.article.Title) {
			if w = strings.Trim(w, ".,:?!„“"); strings.HasPrefix(strings.ToLower(w), strings.ToLower(u.Word)) {
				counts[w]++
			}
		}
	}
	words := slices.SortedFunc(maps.Keys(counts), func(a, b string) int { return cmp.Or(counts[b]-counts[a], strings.Compare(a, b)) })
	var out []search.Completion
	for _, w := range words[:min(len(words), size)] {
		out = append(out, search.Completion{Text: w, Query: u.Finish(w), Documents: counts[w]})
	}
	return out, nil
}

func (x *archive) comments() int {
	n := 0
	for _, e := range x.docs {
		n += len(e.article.Comments)
	}
	return n
}

// found is an article, or in a search of comments one of its comments.
type found struct {
	*entry
	comments []corpus.Comment // that match
	one      bool             // the hit is comments[0]
}

func (x *archive) matching(r search.Request) []found {
	var out []found
	words := terms(r.Query)
	for _, e := range x.docs {
		if !e.passes(r) {
			continue
		}
		f := found{entry: e}
		for _, c := range e.article.Comments {
			if len(words) > 0 && matches(c.Title+" "+c.Text, words, r.Match) {
				f.comments = append(f.comments, c)
			}
		}
		text := e.article.Headline() + " " + e.article.Lead + " " + e.article.BodyText()
		switch r.Scope {
		case search.InComments:
			if len(words) == 0 {
				f.comments = e.article.Comments
			}
			for _, c := range f.comments {
				out = append(out, found{e, []corpus.Comment{c}, true})
			}
			continue
		case search.InArticles:
			f.comments = nil
		}
		if matches(text, words, r.Match) || len(f.comments) > 0 {
			out = append(out, f)
		}
	}
	return out
}

// terms are the words of a query, without its operators.
func terms(query string) []string {
	var out []string
	for w := range strings.FieldsSeq(query) {
		w = strings.Trim(w, `"„“()*~=`)
		if w != "" && w != "ODER" && w != "OR" {
			out = append(out, strings.ToLower(w))
		}
	}
	return out
}

func matches(text string, words []string, how search.Match) bool {
	n := 0
	for _, w := range words {
		if len(places(text, []string{w})) > 0 {
			n++
		}
	}
	switch how {
	case search.MatchAny:
		return n > 0 || len(words) == 0
	case search.MatchMost:
		return n*2 > len(words) || len(words) == 0
	}
	return n == len(words)
}

// places are the words of the text that begin like one of those.
func places(text string, words []string) []search.Mark {
	var out []search.Mark
	start := -1
	for i, r := range text + " " {
		if strings.ContainsRune(" \n.,:;?!\"„“()<>&", r) {
			if start >= 0 && slices.ContainsFunc(words, func(w string) bool {
				return strings.HasPrefix(strings.ToLower(text[start:i]), w)
			}) {
				out = append(out, search.Mark{Start: start, End: i})
			}
			start = -1
		} else if start < 0 {
			start = i
		}
	}
	return out
}

func order(hits []found, by search.Sort) {
	if by == search.ByRelevance {
		return
	}
	slices.SortStableFunc(hits, func(a, b found) int {
		c := strings.Compare(string(a.article.Published), string(b.article.Published))
		if by == search.ByNewest {
			return -c
		}
		return c
	})
}

// values are what an article has of a facet, None if it has nothing.
func (e *entry) values(f search.Facet) []string {
	var out []string
	switch f {
	case search.OutletFacet:
		out = append(out, e.article.Outlet)
	case search.YearFacet:
		if y := e.article.Published.Year(); y > 0 {
			out = append(out, fmt.Sprint(y))
		}
	case search.MonthFacet:
		if len(e.article.Published) >= len("2015-09") {
			return []string{string(e.article.Published[:len("2015-09")])}
		}
	case search.DayFacet:
		if len(e.article.Published) >= len("2015-09-04") {
			return []string{string(e.article.Published[:len("2015-09-04")])}
		}
	case search.ActorFacet:
		for _, a := range e.actors {
			out = append(out, a.ID)
		}
	case search.AgencyFacet:
		out = append(out, e.article.Agencies...)
	}
	if len(out) == 0 || out[0] == "" {
		return []string{search.None}
	}
	return out
}

func (e *entry) passes(r search.Request) bool {
	for _, f := range r.Filters {
		vals := e.values(f.Facet)
		has := func(v string) bool { return slices.Contains(vals, v) }
		if len(f.Include) > 0 && !slices.ContainsFunc(f.Include, has) || slices.ContainsFunc(f.Exclude, has) {
			return false
		}
	}
	d := string(e.article.Published)
	if r.From == "" && r.To == "" {
		return true
	}
	return d != "" && d >= r.From && (r.To == "" || d[:min(len(d), len(r.To))] <= r.To)
}

func (f found) hit(r search.Request) search.Hit {
	a := f.article
	words := terms(r.Query)
	h := search.Hit{
		ID: a.ID, Score: 1, Title: a.Title, Kicker: a.Kicker, Outlet: a.Outlet, Section: a.Section, Date: a.Published,
		Authors: a.Authors, Agencies: a.Agencies, Language: a.Language, Actors: f.actors,
		TitleMark: search.Snippet{Text: a.Headline(), Marks: places(a.Headline(), words), Head: true, Tail: true},
		Comments:  search.CommentHits{Total: len(a.Comments), Matching: len(f.comments)},
		Versions:  versionsIn(a.ID),
	}
	if r.Explain {
		h.Explanation = &search.Explanation{Value: 1, Description: "score, the sum of",
			Details: []search.Explanation{{Value: 1, Description: "being there"}}}
	}
	if !f.one {
		h.Body = []search.Snippet{passage(a.Lead+corpus.BlockGap+a.BodyText(), words)}
	}
	for _, c := range f.comments[:min(2, len(f.comments))] {
		h.Comments.Hits = append(h.Comments.Hits, search.CommentHit{N: c.N, Author: c.Author, Date: c.Date, Title: c.Title,
			TitleMark: search.Snippet{Text: c.Title, Marks: places(c.Title, words), Head: true, Tail: true}, Text: passage(c.Text, words)})
	}
	return h
}

// passage is a stretch around the first mark.
func passage(text string, words []string) search.Snippet {
	start, end := 0, len(text)
	if ms := places(text, words); len(ms) > 0 && ms[0].Start > 80 {
		start = strings.LastIndexByte(text[:ms[0].Start-60], ' ') + 1
	}
	if end-start > 240 {
		end = start + strings.LastIndexByte(text[start:start+240], ' ')
	}
	return search.Snippet{Text: text[start:end], Marks: places(text[start:end], words), Head: start == 0, Tail: end == len(text)}
}

func (e *entry) document(query string) *search.Document {
	words := terms(query)
	a := e.article
	doc := &search.Document{Article: a, Actors: e.actors, Versions: versionsIn(a.ID), Marks: search.DocumentMarks{
		Headline: places(a.Headline(), words), Lead: places(a.Lead, words),
		Body: places(a.BodyText(), words), Captions: places(a.CaptionText(), words),
		Titles: map[int][]search.Mark{}, Comments: map[int][]search.Mark{},
	}}
	for _, c := range a.Comments {
		doc.Marks.Titles[c.N] = places(c.Title, words)
		doc.Marks.Comments[c.N] = places(c.Text, words)
	}
	body := a.BodyText()
	for _, actor := range e.actors {
		if i := strings.Index(body, actor.Name); i >= 0 {
			doc.Mentions = append(doc.Mentions, corpus.Mention{Actor: actor, Field: corpus.BodyField, Start: i, End: i + len(actor.Name)})
		}
	}
	return doc
}

// ready answers every search with one result.
type ready struct {
	*archive
	res *search.Result
}

func (x ready) Search(context.Context, search.Request) (*search.Result, error) { return x.res, nil }
