package web

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"presseschau/corpus"
	"presseschau/search"
)

// Errors of an Original.
var (
	// ErrOriginalHidden says that sources are not shown, because they have the
	// names that pseudonyms stand for.
	ErrOriginalHidden = errors.New("sources are not shown where the names of those who commented are replaced")
	// ErrOriginalGone says that a source is not there any more, is outside the
	// corpus, or cannot be shown as text.
	ErrOriginalGone = errors.New("the source cannot be shown")
)

// Original is the raw text of a source.
type Original struct {
	Text string
	Cut  bool // there is more of it than corpus.MaxRaw
}

// Originals gives the raw text of what an article was read from, the Source of
// a corpus.Article.
type Originals func(ctx context.Context, source string) (Original, error)

// originalView is the page that shows a source beside what was made of it.
type originalView struct {
	frame
	TextLang string
	Heading  string
	Back     string // the article
	Source   string
	Text     string
	Note     string // why there is no text, or that it is cut
	Facts    []fact
	Lead     string
	Body     []corpus.Block
	Comments []corpus.Comment
}

// fact is what is known of an article.
type fact struct{ Name, Value string }

// originalPage answers GET /source/{id}.
func (s *server) originalPage(w http.ResponseWriter, r *http.Request) error {
	if _, err := parseQueryString(r.URL.RawQuery); err != nil {
		return err
	}
	id, err := articleID(r)
	if err != nil {
		return err
	}
	if s.originals == nil {
		return noSuchPath(w, r)
	}
	doc, err := s.fetch(r.Context(), id, "")
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(r.Context(), s.timeout)
	defer cancel()
	leave, err := s.gate.enter(ctx) // a source is read up to its line
	if err != nil {
		return err
	}
	defer leave()
	original, err := s.originals(ctx, doc.Article.Source)
	lang, tag := s.language(r)
	v := s.original(lang, tag, doc)
	switch {
	case errors.Is(err, ErrOriginalHidden):
		v.Note = lang.text("original.hidden")
	case errors.Is(err, ErrOriginalGone):
		v.Note = lang.text("original.gone")
	case err != nil:
		return err
	case original.Cut:
		v.Note = lang.text("original.cut", lang.number(corpus.MaxRaw>>20))
	}
	v.Text = original.Text
	w.Header().Set("Cache-Control", "private, no-cache")
	return s.render(w, http.StatusOK, lang, "original.html", v)
}

// original makes the view of what was made of a source.
func (s *server) original(lang *language, tag string, doc *search.Document) originalView {
	a := doc.Article
	title := orDefault(a.Title, lang.text("title.none"))
	v := originalView{
		frame:    s.frame(lang, tag, lang.text("title.article", title), func(tag string) string { return originalAddress(a.ID, tag) }),
		TextLang: a.Language, Heading: title, Back: articleAddress(a.ID, "", tag, ""), Source: a.Source, Lead: a.Lead,
		Body: a.Body, Comments: a.Comments,
	}
	v.frame.Form = builder{link: linker{asked{lang: tag}}}.form()
	date := lang.origin("")
	if a.Published != "" {
		date = lang.date(a.Published)
	}
	if a.PublishedFrom != "" {
		date += " (" + lang.origin(string(a.PublishedFrom)) + ")"
	}
	v.Facts = []fact{{lang.text("facet.outlet"), orDefault(a.Outlet, lang.text("none.outlet"))}, {lang.text("article.date"), date}}
	for _, f := range []fact{
		{lang.text("original.kicker"), a.Kicker}, {lang.text("original.section"), a.Section},
		{lang.text("article.by"), strings.Join(a.Authors, ", ")}, {lang.text("article.agencies"), strings.Join(corpus.AgencyNames(a.Agencies), ", ")},
	} {
		if f.Value != "" {
			v.Facts = append(v.Facts, f)
		}
	}
	return v
}

// originalAddress is that of the page of an article's source.
func originalAddress(id, tag string) string {
	path := pathOriginal + articlePath(id)[len(pathArticle):]
	if tag == "" {
		return path
	}
	return address(path, []param{{paramLang, tag}}, "")
}
