package web

import (
	"net/http"
)

// frame is what every page has around its content.
type frame struct {
	Lang    string
	Title   string
	Style   string // addresses of assets
	Scripts []string
	Icon    string
	Home    string // the empty search in this language
	About   string // the page about the archive, "" if there is none
	Switch  []langLink
	Version string
	Notice  string // about the whole archive, or ""
	Query   string // in the query box
	Form    form   // of the query box
}

// langLink leads to the same page in another language.
type langLink struct {
	Tag     string
	Name    string
	URL     string
	Current bool
}

// language is that of a page: asked for in the address, or the browser's.
func (s *server) language(r *http.Request) (lang *language, askedFor string) {
	tag := r.URL.Query().Get(paramLang)
	if _, ok := s.languages.byTag[tag]; ok {
		askedFor = tag
	}
	return s.languages.choose(askedFor, r.Header.Get("Accept-Language")), askedFor
}

// notice is what must be said of all articles, "" if there is nothing to say.
func (s *server) notice(lang *language) string {
	if !s.sample {
		return ""
	}
	return lang.text("sample")
}

// frame builds what is around a page; here gives its address in a language.
func (s *server) frame(lang *language, askedFor, title string, here func(tag string) string) frame {
	f := frame{
		Lang:    lang.tag,
		Title:   title,
		Style:   s.assets.urls["style.css"],
		Scripts: []string{s.assets.urls["keys.js"], s.assets.urls["complete.js"]},
		Icon:    s.assets.urls["icon.svg"],
		Home:    linker{asked{lang: askedFor}}.to(asked{lang: askedFor}),
		Version: s.version,
		Notice:  s.notice(lang),
	}
	if s.report != nil {
		f.About = aboutAddress(askedFor)
	}
	for _, tag := range []string{german, english} {
		f.Switch = append(f.Switch, langLink{Tag: tag, Name: s.languages.byTag[tag].text("language.name"),
			URL: here(tag), Current: tag == lang.tag})
	}
	return f
}
