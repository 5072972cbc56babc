package web

import (
	"strings"

	"presseschau/corpus"
	"presseschau/search"
)

// maxHitActors is the number of actors named below a hit.
const maxHitActors = 5

// hitView is a hit on the search page.
type hitView struct {
	URL      string
	Lang     string // of the article, "" if unknown
	Kicker   []segment
	Title    []segment
	Outlet   string // "" if unknown
	Section  string
	Date     corpus.Date
	Sources  string // authors and agencies
	Snippets [][]segment
	Actors   []namedLink
	Comments []commentView
	Matching int    // comments that match; 0 where each comment is a hit of its own
	Rest     string // address of the article's comments, if more match than are shown
	Versions *versionsView
	Total    int // comments below the article
}

// namedLink leads to what a name stands for.
type namedLink struct{ Name, URL string }

// commentView is a comment below a hit.
type commentView struct {
	N      int
	URL    string
	Author string
	Date   corpus.Date
	Title  []segment
	Text   []segment
}

func (b builder) hits(hits []search.Hit) []hitView {
	out := make([]hitView, 0, len(hits))
	for i := range hits {
		out = append(out, b.hit(&hits[i]))
	}
	return out
}

func (b builder) hit(h *search.Hit) hitView {
	v := hitView{
		URL:     hitAddress(b.asked, h),
		Lang:    h.Language,
		Outlet:  h.Outlet,
		Section: h.Section,
		Date:    h.Date,
		Sources: strings.Join(append(append([]string{}, h.Authors...), h.Agencies...), ", "),
		Total:   h.Comments.Total,

		Versions: b.versions(h),
	}
	if b.asked.Scope != search.InComments {
		v.Matching = h.Comments.Matching
	}
	if h.TitleMark.Text == "" {
		h.TitleMark = search.Snippet{Text: h.Title}
	}
	parts := splitHeadline(h.TitleMark, h.Kicker)
	title := parts[len(parts)-1]
	v.Title = segments(title.Text, title.Marks)
	if len(parts) > 1 {
		v.Kicker = segments(parts[0].Text, parts[0].Marks)
	}
	if title.Text == "" {
		v.Title = []segment{{Text: b.lang.text("title.none")}}
	}
	for _, sn := range h.Body {
		v.Snippets = append(v.Snippets, snippetSegments(sn))
	}
	for _, actor := range h.Actors[:min(len(h.Actors), maxHitActors)] {
		v.Actors = append(v.Actors, namedLink{actor.Name, b.link.including(search.ActorFacet, actor.ID)})
	}
	for _, c := range h.Comments.Hits {
		v.Comments = append(v.Comments, b.comment(h.ID, c))
	}
	if len(v.Comments) > 0 && v.Matching > len(v.Comments) {
		v.Rest = articleAddress(h.ID, b.asked.Query, b.asked.lang, "comments")
	}
	return v
}

func (b builder) comment(id string, c search.CommentHit) commentView {
	if c.TitleMark.Text == "" {
		c.TitleMark = search.Snippet{Text: c.Title}
	}
	return commentView{
		N:      c.N,
		URL:    articleAddress(id, b.asked.Query, b.asked.lang, commentAnchor(c.N)),
		Author: c.Author,
		Date:   c.Date,
		Title:  segments(c.TitleMark.Text, c.TitleMark.Marks),
		Text:   snippetSegments(c.Text),
	}
}
