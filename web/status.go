package web

import (
	"net/http"
	"strconv"

	"presseschau/search"
)

// errorView is the page of a request that failed.
type errorView struct {
	frame
	Status     int
	Heading    string
	Text       string
	Before     string // of a wrong query, before the mistake
	Wrong      string
	After      string
	Broken     bool // Before, Wrong and After are shown
	Suggestion string
	Corrected  string // address of the search for the suggestion
	Again      string // address of the same search from its first page, or ""
	Start      string
}

// progressView is the page of a server that is not ready yet.
type progressView struct {
	frame
	Phase    string
	Percent  int // -1 if unknown
	Articles int
	Comments int
	Failed   string
}

// errorPage tells people what went wrong.
func (s *server) errorPage(w http.ResponseWriter, r *http.Request, f failure) error {
	lang, tag := s.language(r)
	setRetry(w, f)
	if f.kind == "not-ready" {
		return s.progressPage(w, r, lang, tag)
	}
	a := f.asked
	a.lang = tag
	b := builder{server: s, lang: lang, asked: a, link: linker{a}}
	v := errorView{
		frame:   s.frame(lang, tag, lang.text("error."+f.kind), func(t string) string { return inLanguage(r, t) }),
		Status:  f.status,
		Heading: lang.text("error." + f.kind),
		Text:    lang.text("error." + f.kind + ".text"),
		Start:   linker{}.to(asked{lang: tag}),
	}
	// Filters and scope of the search that failed are kept.
	v.frame.Query, v.frame.Form = a.Query, b.form(paramQuery)
	if f.searched && f.syntax == nil && f.param == nil {
		v.Again = b.link.pageNumber(1)
	}
	if f.param != nil {
		v.Text = lang.refusal(f.param)
	}
	if e := f.syntax; e != nil {
		start, end := span(a.Query, e.Pos, e.Len)
		v.Text = lang.text("syntax." + string(e.Code))
		v.Broken, v.Before, v.Wrong, v.After = true, a.Query[:start], a.Query[start:end], a.Query[end:]
		v.Suggestion = e.Suggestion
		v.Corrected = b.link.with(func(a *asked) { a.Query = e.Suggestion })
	}
	return s.render(w, f.status, lang, "error.html", v)
}

// refusal says why a parameter is refused.
func (l *language) refusal(e *search.ParamError) string {
	if e.Fault != "" {
		return l.text("error.bad-parameter."+string(e.Fault), e.Value)
	}
	return l.text("error.bad-parameter.text", e.Param, e.Value)
}

// inLanguage is the address of a request in another language, relative to its
// own: its path may be anything, even the name of another server.
func inLanguage(r *http.Request, tag string) string {
	q := r.URL.Query()
	q.Set(paramLang, tag)
	return "?" + q.Encode()
}

// refreshAfter is how many seconds a progress page waits before it comes again.
const refreshAfter = 3

// progressPage tells how far the archive is. It comes again by itself.
func (s *server) progressPage(w http.ResponseWriter, r *http.Request, lang *language, tag string) error {
	p := s.progress()
	v := progressView{
		frame:    s.frame(lang, tag, lang.text("progress.title"), func(t string) string { return inLanguage(r, t) }),
		Phase:    p.Phase,
		Percent:  -1,
		Articles: p.Articles,
		Comments: p.Comments,
		Failed:   p.Failed,
	}
	if lang.has("phase." + p.Phase) {
		v.Phase = lang.text("phase." + p.Phase)
	}
	if p.Total > 0 {
		v.Percent = int(min(100, p.Done*100/p.Total))
	}
	if p.Failed == "" {
		w.Header().Set("Refresh", strconv.Itoa(refreshAfter))
	} else {
		w.Header().Del("Retry-After")
	}
	return s.render(w, classify(search.ErrNotReady).status, lang, "progress.html", v)
}
