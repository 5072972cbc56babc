package web

import (
	"context"
	"net/http"
	"strings"

	"presseschau/search"
)

// Report is what an archive holds and what became of its sources.
type Report struct {
	Articles      int            `json:"articles"`
	Comments      int            `json:"comments"`
	WithoutDate   int            `json:"withoutDate"`   // articles
	WithoutOutlet int            `json:"withoutOutlet"` // articles
	Sources       []ReportSource `json:"sources"`       // those with most articles
	MoreSources   int            `json:"moreSources"`   // not listed
	Dates         []Count        `json:"dates"`         // articles by the origin of their date
	Languages     []Count        `json:"languages"`     // articles by language
	Groups        int            `json:"groups"`        // of versions
	Grouped       int            `json:"grouped"`       // articles that are in one
	Largest       []ReportGroup  `json:"largest"`       // groups
	Dropped       []Count        `json:"dropped"`       // lines of raw pages left out as furniture; the counts are lower bounds
	Skipped       int            `json:"skipped"`       // documents and files that could not be read
	Reasons       []Reason       `json:"reasons"`       // why
}

// ReportSource is a file that holds several articles, or a folder of files
// that hold one each.
type ReportSource struct {
	Path          string `json:"path"`
	Files         int    `json:"files"`
	Articles      int    `json:"articles"`
	Comments      int    `json:"comments"`
	WithoutDate   int    `json:"withoutDate"`
	WithoutOutlet int    `json:"withoutOutlet"`
}

// Count is how often something is there.
type Count struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// ReportGroup is a group of versions, by one of them.
type ReportGroup struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	Articles int    `json:"articles"`
}

// Reason is why documents or files could not be read.
type Reason struct {
	Text    string `json:"text"`
	Count   int    `json:"count"`
	Example string `json:"example"` // path, or path:line
}

// Reporter gives the report of the archive, or search.ErrNotReady.
type Reporter func(ctx context.Context) (*Report, error)

// aboutView is the page about the archive.
type aboutView struct {
	frame
	*Report
	Dates     []Count // in words
	Languages []Count
	Largest   []aboutGroup
}

type aboutGroup struct {
	namedLink
	Articles int
}

// aboutPage answers GET /about.
func (s *server) aboutPage(w http.ResponseWriter, r *http.Request) error {
	if _, err := parseQueryString(r.URL.RawQuery); err != nil {
		return err
	}
	if s.report == nil {
		return noSuchPath(w, r)
	}
	ctx, cancel := context.WithTimeout(r.Context(), s.timeout)
	defer cancel()
	leave, err := s.gate.enter(ctx)
	if err != nil {
		return err
	}
	defer leave()
	rep, err := s.report(ctx)
	if err != nil {
		return err
	}
	lang, tag := s.language(r)
	v := aboutView{Report: rep, frame: s.frame(lang, tag, lang.text("about.title"), aboutAddress)}
	v.frame.Form = builder{link: linker{asked{lang: tag}}}.form()
	for _, c := range rep.Dates {
		v.Dates = append(v.Dates, Count{lang.origin(c.Name), c.Count})
	}
	for _, c := range rep.Languages {
		v.Languages = append(v.Languages, Count{lang.tongue(c.Name), c.Count})
	}
	for _, g := range rep.Largest {
		v.Largest = append(v.Largest, aboutGroup{namedLink{orDefault(g.Title, lang.text("title.none")), articleAddress(g.ID, "", tag, "versions")}, g.Articles})
	}
	w.Header().Set("Cache-Control", "private, no-cache")
	return s.render(w, http.StatusOK, lang, "about.html", v)
}

// aboutAddress is that of the page about the archive, in a language.
func aboutAddress(tag string) string {
	if tag == "" {
		return pathAbout
	}
	return address(pathAbout, []param{{paramLang, tag}}, "")
}

// origin says in words how a date was found.
func (l *language) origin(name string) string {
	if name == "" {
		return l.text("date.none")
	}
	return l.text("origin." + name)
}

// tongue names a language by its tag; one without a name in the interface is
// named by the tag.
func (l *language) tongue(tag string) string {
	value := search.LanguageValue(tag)
	switch {
	case tag == "":
		return l.text("none.language")
	case isLanguage(value):
		return l.text("language.of." + value)
	}
	return l.text("language.of.other") + " (" + strings.ToLower(tag) + ")"
}
