package web

import (
	"slices"
	"strings"

	"presseschau/corpus"
	"presseschau/search"
)

// piece is a stretch of an article's text, a hit or what is between hits.
type piece struct {
	Hit   int // number of the hit on its page from 1, or 0
	Parts []part
	hits  *int // number of hits on the page, known when all is cut
}

// part is a stretch of a piece, the name of an actor or what is between names.
type part struct {
	Text  string
	Actor string // address of the actor, or ""
}

// Previous is the number of the hit before this one, 0 if there is none.
func (p piece) Previous() int { return p.Hit - 1 }

// Next is the number of the hit after this one, 0 if there is none.
func (p piece) Next() int {
	if p.Hit < *p.hits {
		return p.Hit + 1
	}
	return 0
}

func plainPieces(text string) []piece { return []piece{{Parts: []part{{Text: text}}}} }

// marker cuts the texts of a document into pieces, in reading order, and
// numbers the hits.
type marker struct {
	doc      *search.Document
	mentions bool
	actor    func(id string) string // address of an actor
	hits     int                    // so far
}

func newMarker(doc *search.Document, mentions bool, actor func(id string) string) *marker {
	return &marker{doc: doc, mentions: mentions, actor: actor}
}

// place is a name of an actor in a text.
type place struct {
	start, end int
	actor      string
}

// pieces cuts a text at hits and, if they are shown, at mentions of actors.
func (m *marker) pieces(text string, marks []search.Mark, field corpus.Field, comment int) []piece {
	return m.cut(text, marks, m.places(text, field, comment))
}

// places are the mentions in a text, ascending and without overlaps.
func (m *marker) places(text string, field corpus.Field, comment int) []place {
	if !m.mentions {
		return nil
	}
	var out []place
	for _, mn := range m.doc.Mentions {
		if mn.Field == field && mn.Comment == comment {
			start, end := runeBounds(text, search.Mark{Start: mn.Start, End: mn.End})
			out = append(out, place{start, end, m.actor(mn.Actor.ID)})
		}
	}
	slices.SortStableFunc(out, func(a, b place) int { return a.start - b.start })
	at := 0
	return slices.DeleteFunc(out, func(p place) bool {
		if p.start < at || p.end <= p.start {
			return true
		}
		at = p.end
		return false
	})
}

func (m *marker) cut(text string, marks []search.Mark, places []place) []piece {
	var out []piece
	at := 0
	for _, seg := range segments(text, marks) {
		p := piece{hits: &m.hits}
		if seg.Mark {
			m.hits++
			p.Hit = m.hits
		}
		p.Parts = parts(seg.Text, placesWithin(places, at, at+len(seg.Text)))
		at += len(seg.Text)
		out = append(out, p)
	}
	return out
}

// parts cuts a text at the names in it.
func parts(text string, places []place) []part {
	var out []part
	at := 0
	for _, p := range places {
		if p.start > at {
			out = append(out, part{Text: text[at:p.start]})
		}
		out = append(out, part{Text: text[p.start:p.end], Actor: p.actor})
		at = p.end
	}
	if at < len(text) {
		out = append(out, part{Text: text[at:]})
	}
	return out
}

// headline cuts kicker and title.
func (m *marker) headline() (kicker, title []piece) {
	a := m.doc.Article
	text := a.Headline()
	places := m.places(text, corpus.TitleField, 0)
	parts := splitHeadline(search.Snippet{Text: text, Marks: m.doc.Marks.Headline}, a.Kicker)
	for i, part := range parts {
		start := len(text) - len(part.Text)
		if len(parts) == 2 && i == 0 {
			start = 0
		}
		ps := m.cut(part.Text, part.Marks, placesWithin(places, start, start+len(part.Text)))
		if i == len(parts)-1 {
			title = ps
		} else {
			kicker = ps
		}
	}
	return kicker, title
}

// placesWithin are the places of the bytes [start, end), counted from start.
func placesWithin(places []place, start, end int) []place {
	var out []place
	for _, p := range places {
		from, to := max(p.start, start), min(p.end, end)
		if from < to {
			out = append(out, place{from - start, to - start, p.actor})
		}
	}
	return out
}

// body cuts the blocks. Marks of the body count in the text of all blocks but
// captions, those of captions in the text of all captions.
func (m *marker) body() []blockView {
	a := m.doc.Article
	bodyText := a.BodyText()
	places := m.places(bodyText, corpus.BodyField, 0)
	var out []blockView
	var atBody, atCaption int
	for _, bl := range a.Body {
		marks, named, at := m.doc.Marks.Body, places, &atBody
		if bl.Kind == corpus.Caption {
			marks, named, at = m.doc.Marks.Captions, nil, &atCaption
		}
		if *at > 0 {
			*at += len(corpus.BlockGap)
		}
		start, end := *at, *at+len(bl.Text)
		*at = end
		ps := m.cut(bl.Text, marksWithin(marks, start, end), placesWithin(named, start, end))
		if n := len(out); n > 0 && bl.Kind == corpus.ListItem && out[n-1].Kind == corpus.ListItem {
			out[n-1].Items = append(out[n-1].Items, ps)
			continue
		}
		out = append(out, blockView{Kind: bl.Kind, Items: [][]piece{ps}, Credit: bl.Credit})
	}
	return out
}

// comments cuts the comments, each followed by its answers.
func (m *marker) comments() []threadView {
	var out []threadView
	for _, t := range threads(m.doc.Article.Comments) {
		c := t.comment
		before := m.hits
		v := threadView{N: c.N, Anchor: commentAnchor(c.N), Author: c.Author, Date: c.Date, Depth: t.depth, Parent: t.parent}
		v.Title = m.pieces(c.Title, m.doc.Marks.Titles[c.N], corpus.TitleField, c.N)
		v.Text = m.paragraphs(c)
		v.Matches = m.hits > before
		out = append(out, v)
	}
	return out
}

// paragraphs cuts the text of a comment at its line breaks too.
func (m *marker) paragraphs(c corpus.Comment) [][]piece {
	marks := m.doc.Marks.Comments[c.N]
	places := m.places(c.Text, corpus.BodyField, c.N)
	var out [][]piece
	at := 0
	for line := range strings.SplitSeq(c.Text, "\n") {
		start, end := at, at+len(line)
		at = end + 1
		if line == "" {
			continue
		}
		out = append(out, m.cut(line, marksWithin(marks, start, end), placesWithin(places, start, end)))
	}
	return out
}
