package corpus

import (
	"bytes"
	"encoding/json"
)

// articleJSON is the form of an Article in JSON, member for member.
type articleJSON struct {
	ID                 string        `json:"id"`
	Source             *string       `json:"source"`
	URL                *string       `json:"url"`
	Outlet             *string       `json:"outlet"`
	Section            *string       `json:"section"`
	Kicker             *string       `json:"kicker"`
	Title              *string       `json:"title"`
	Lead               *string       `json:"lead"`
	Published          *string       `json:"published"`
	PublishedPrecision *string       `json:"publishedPrecision"`
	PublishedFrom      *string       `json:"publishedFrom"`
	Year               *int          `json:"year"`
	Updated            *string       `json:"updated"`
	Authors            []string      `json:"authors"`
	Agencies           []string      `json:"agencies"`
	Language           *string       `json:"language"`
	Body               []blockJSON   `json:"body"`
	Comments           []commentJSON `json:"comments"`
	CommentsTotal      *int          `json:"commentsTotal"`
	Warnings           []string      `json:"warnings"`
}

type blockJSON struct {
	Kind   BlockKind `json:"kind"`
	Text   string    `json:"text"`
	Credit string    `json:"credit,omitempty"`
}

type commentJSON struct {
	N      int     `json:"n"`
	ID     string  `json:"id,omitempty"` // what parent refers to
	Author *string `json:"author"`
	Date   *string `json:"date"`
	Title  *string `json:"title"`
	Text   string  `json:"text"`
	Parent *string `json:"parent"`
}

// MarshalJSON gives the article as an object in which what is unknown is null
// and arrays are never null. The reader of JSON lines takes this form back.
func (a *Article) MarshalJSON() ([]byte, error) {
	out := articleJSON{
		ID: a.ID, Source: known(a.Source), URL: known(a.URL), Outlet: known(a.Outlet), Section: known(a.Section),
		Kicker: known(a.Kicker), Title: known(a.Title), Lead: known(a.Lead), Published: known(a.Published),
		PublishedPrecision: known(a.Published.Precision()), PublishedFrom: known(a.PublishedFrom),
		Updated: known(a.Updated), Authors: list(a.Authors), Agencies: list(a.Agencies), Language: known(a.Language),
		Body: make([]blockJSON, 0, len(a.Body)), Comments: make([]commentJSON, 0, len(a.Comments)),
		CommentsTotal: a.CommentsTotal, Warnings: list(a.Warnings),
	}
	if year := a.Published.Year(); year != 0 {
		out.Year = &year
	}
	for _, b := range a.Body {
		out.Body = append(out.Body, blockJSON(b))
	}
	for _, c := range a.Comments {
		out.Comments = append(out.Comments, commentJSON{
			N: c.N, ID: c.ID, Author: known(c.Author), Date: known(c.Date), Title: known(c.Title), Text: c.Text, Parent: known(c.Parent),
		})
	}
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(out); err != nil {
		return nil, err
	}
	return bytes.TrimRight(buf.Bytes(), "\n"), nil
}

// known is nil for an empty string.
func known[S ~string](s S) *string {
	if s == "" {
		return nil
	}
	out := string(s)
	return &out
}

// list is never nil.
func list(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}
