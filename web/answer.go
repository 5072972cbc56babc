package web

import (
	"html"
	"strings"
	"time"

	"presseschau/corpus"
	"presseschau/search"
)

// answer is the form of a search's result. Its arrays are never null; what is
// unknown is.
type answer struct {
	Query      answerQuery            `json:"query"`
	Total      int                    `json:"total"`
	Pageable   int                    `json:"pageable"`
	TookMs     float64                `json:"tookMs"`
	Page       int                    `json:"page"`
	Size       int                    `json:"size"`
	NextCursor *string                `json:"nextCursor"`
	Hits       []answerHit            `json:"hits"`
	Facets     map[string]answerFacet `json:"facets"`
	Index      answerIndex            `json:"index"`
	Links      answerLinks            `json:"links"`
	Notice     string                 `json:"notice,omitempty"` // of the sample archive
}

type answerQuery struct {
	Q          string   `json:"q"`
	Parsed     string   `json:"parsed"`
	Relaxed    *string  `json:"relaxed"`
	Suggestion *string  `json:"suggestion"`
	Warnings   []string `json:"warnings"`
}

type answerHit struct {
	ID            string         `json:"id"`
	URL           string         `json:"url"`
	Score         float64        `json:"score"`
	Title         string         `json:"title"`
	Outlet        *string        `json:"outlet"`
	Date          *string        `json:"date"`
	DatePrecision *string        `json:"datePrecision"`
	Authors       []string       `json:"authors"`
	Agencies      []string       `json:"agencies"`
	Actors        []answerActor  `json:"actors"`
	Highlights    answerMarks    `json:"highlights"`
	Comments      answerComments `json:"comments"`

	Versions *answerVersions `json:"versions"` // null if there is no other

	Explanation *answerExplanation `json:"explanation,omitempty"` // if it was asked for
}

// answerExplanation is a value and the values that it comes of.
type answerExplanation struct {
	Value       float64             `json:"value"`
	Description string              `json:"description"`
	Details     []answerExplanation `json:"details"`
}

type answerActor struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Type string `json:"type"`
}

type answerMarks struct {
	Title []string `json:"title"`
	Body  []string `json:"body"`
}

type answerComments struct {
	Total    int             `json:"total"`
	Matching int             `json:"matching"`
	Hits     []answerComment `json:"hits"`
}

type answerComment struct {
	N              int     `json:"n"`
	Author         *string `json:"author"`
	Date           *string `json:"date"`
	Title          *string `json:"title"`
	TitleHighlight *string `json:"titleHighlight"` // null if nothing is marked
	Highlight      string  `json:"highlight"`
}

type answerFacet struct {
	Values   []answerValue `json:"values"`
	Distinct int           `json:"distinct"`
	Missing  int           `json:"missing"`
	Other    int           `json:"other"`
}

type answerValue struct {
	Value    string `json:"value"`
	Label    string `json:"label"`
	Count    int    `json:"count"`
	Selected bool   `json:"selected"`
}

type answerIndex struct {
	Generation string `json:"generation"`
	Articles   int    `json:"articles"`
	Comments   int    `json:"comments"`
}

type answerLinks struct {
	Self string  `json:"self"`
	Next *string `json:"next"`
	HTML string  `json:"html"`
}

func newAnswer(a asked, res *search.Result, took time.Duration, lang *language) answer {
	out := answer{
		Query: answerQuery{Q: res.Query.Text, Parsed: res.Query.Parsed, Relaxed: known(string(res.Query.Relaxed)),
			Suggestion: known(res.Query.Suggestion), Warnings: list(res.Query.Warnings)},
		Total:      res.Total,
		Pageable:   res.Pageable,
		TookMs:     milliseconds(took),
		Page:       a.Page,
		Size:       a.Size,
		NextCursor: known(res.NextCursor),
		Hits:       make([]answerHit, 0, len(res.Hits)),
		Facets:     make(map[string]answerFacet, len(res.Facets)),
		Index:      answerIndex(res.Index),
		Links:      newLinks(a, res),
	}
	for i := range res.Hits {
		out.Hits = append(out.Hits, newHit(a, &res.Hits[i]))
	}
	for _, f := range res.Facets {
		out.Facets[string(f.Facet)] = newFacet(f, lang)
	}
	return out
}

func newLinks(a asked, res *search.Result) answerLinks {
	self := a
	html := a
	html.Facets, html.Explain = nil, false
	l := answerLinks{Self: address(pathAPISearch, params(self), ""), HTML: address(pathSearch, params(html), "")}
	if next, ok := nextPage(a, res); ok {
		l.Next = known(address(pathAPISearch, params(next), ""))
	}
	return l
}

// nextPage asks for the hits behind those of the result: by page number as
// long as that is allowed, then by cursor.
func nextPage(a asked, res *search.Result) (asked, bool) {
	switch {
	case a.Cursor == "" && a.Page*a.Size >= res.Pageable:
		return a, false
	case a.Cursor == "" && (a.Page+1)*a.Size <= search.MaxWindow:
		a.Page++
	case res.NextCursor != "":
		a.Page, a.Cursor = 1, res.NextCursor
	default:
		return a, false
	}
	return a, true
}

func newHit(a asked, h *search.Hit) answerHit {
	out := answerHit{
		ID: h.ID, URL: hitAddress(a, h), Score: h.Score, Title: h.Title,
		Outlet: known(h.Outlet), Date: known(string(h.Date)), DatePrecision: known(string(h.Date.Precision())),
		Authors: list(h.Authors), Agencies: list(h.Agencies), Actors: newActors(h.Actors),
		Highlights: answerMarks{Title: []string{}, Body: []string{}},
		Comments:   answerComments{Total: h.Comments.Total, Matching: h.Comments.Matching, Hits: []answerComment{}},
		Versions:   newVersions(h.Versions),
	}
	for _, part := range splitHeadline(h.TitleMark, h.Kicker) {
		if len(part.Marks) > 0 {
			out.Highlights.Title = append(out.Highlights.Title, highlight(part))
		}
	}
	for _, sn := range h.Body {
		out.Highlights.Body = append(out.Highlights.Body, highlight(sn))
	}
	if h.Explanation != nil {
		e := newExplanation(*h.Explanation)
		out.Explanation = &e
	}
	for _, c := range h.Comments.Hits {
		out.Comments.Hits = append(out.Comments.Hits, newComment(c))
	}
	return out
}

func newExplanation(e search.Explanation) answerExplanation {
	out := answerExplanation{Value: e.Value, Description: e.Description, Details: make([]answerExplanation, 0, len(e.Details))}
	for _, d := range e.Details {
		out.Details = append(out.Details, newExplanation(d))
	}
	return out
}

func newComment(c search.CommentHit) answerComment {
	out := answerComment{N: c.N, Author: known(c.Author), Date: known(string(c.Date)), Title: known(c.Title),
		Highlight: highlight(c.Text)}
	if len(c.TitleMark.Marks) > 0 {
		out.TitleHighlight = known(highlight(c.TitleMark))
	}
	return out
}

// hitAddress is the page of the hit: its article with the hits marked, and in
// a search of comments the place of the comment on it.
func hitAddress(a asked, h *search.Hit) string {
	fragment := ""
	if a.Scope == search.InComments && len(h.Comments.Hits) > 0 {
		fragment = commentAnchor(h.Comments.Hits[0].N)
	}
	return articleAddress(h.ID, a.Query, a.lang, fragment)
}

func newActors(actors []corpus.Actor) []answerActor {
	out := make([]answerActor, 0, len(actors))
	for _, a := range actors {
		out = append(out, answerActor{ID: a.ID, Name: a.Name, Type: string(a.Type)})
	}
	return out
}

func newFacet(f search.FacetResult, lang *language) answerFacet {
	out := answerFacet{Values: make([]answerValue, 0, len(f.Values)), Distinct: f.Distinct, Missing: f.Missing, Other: f.Other}
	for _, v := range f.Values {
		out.Values = append(out.Values, answerValue{Value: v.Value, Label: lang.facetLabel(f.Facet, v), Count: v.Count, Selected: v.Selected})
	}
	return out
}

// highlight escapes the snippet and marks its hits; dots stand where the text
// goes on, and between blocks.
func highlight(sn search.Snippet) string {
	var sb strings.Builder
	if !sn.Head {
		sb.WriteString("…")
	}
	for _, seg := range joinBlocks(segments(sn.Text, sn.Marks)) {
		if seg.Mark {
			sb.WriteString("<mark>" + html.EscapeString(seg.Text) + "</mark>")
		} else {
			sb.WriteString(html.EscapeString(seg.Text))
		}
	}
	if !sn.Tail {
		sb.WriteString("…")
	}
	return sb.String()
}

// known is nil for what is unknown.
func known(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// list is never nil.
func list(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}
