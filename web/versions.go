package web

import (
	"strings"

	"presseschau/corpus"
	"presseschau/search"
)

// answerVersions are the versions of an article, itself among them.
type answerVersions struct {
	Total    int             `json:"total"`
	Matching int             `json:"matching"`
	Outlets  []string        `json:"outlets"`
	List     []answerVersion `json:"list"`
}

type answerVersion struct {
	ID     string  `json:"id"`
	URL    string  `json:"url"`
	Title  string  `json:"title"`
	Outlet *string `json:"outlet"`
	Date   *string `json:"date"`
	First  bool    `json:"first"`
}

func newVersions(v *search.Versions) *answerVersions {
	if v == nil {
		return nil
	}
	out := &answerVersions{Total: v.Total, Matching: v.Matching, Outlets: list(v.Outlets), List: make([]answerVersion, 0, len(v.List))}
	for _, x := range v.List {
		out.List = append(out.List, answerVersion{ID: x.ID, URL: articlePath(x.ID), Title: x.Title, Outlet: known(x.Outlet),
			Date: known(string(x.Date)), First: x.First})
	}
	return out
}

// versionsView are the other versions of an article.
type versionsView struct {
	Others  int    // in the archive
	Outlets string // that carried one, the earliest first
	First   bool   // the article itself is the earliest, or one of them
	List    []versionView
	More    string // address of a page that lists more, or ""
}

// versionView is another version.
type versionView struct {
	URL    string
	Title  string
	Outlet string
	Date   corpus.Date
	First  bool // it is the earliest, or one of them
}

// versionsOf makes the view of an article's versions, nil if there are none.
func versionsOf(v *search.Versions, id, query, tag string, lang *language) *versionsView {
	if v == nil || v.Total < 2 {
		return nil
	}
	out := &versionsView{Others: v.Total - 1, Outlets: strings.Join(v.Outlets, ", ")}
	for _, x := range v.List {
		if x.ID == id {
			out.First = x.First
			continue
		}
		title := x.Title
		if title == "" {
			title = lang.text("title.none")
		}
		out.List = append(out.List, versionView{URL: articleAddress(x.ID, query, tag, ""), Title: title, Outlet: x.Outlet, Date: x.Date, First: x.First})
	}
	return out
}

// versions are those of a hit. Its page lists more.
func (b builder) versions(h *search.Hit) *versionsView {
	v := versionsOf(h.Versions, h.ID, b.asked.Query, b.asked.lang, b.lang)
	if v != nil && v.Others > len(v.List) {
		v.More = articleAddress(h.ID, b.asked.Query, b.asked.lang, "versions")
	}
	return v
}

// versionChoices are offered where they make a difference.
func (b builder) versionChoices(res *search.Result) []choice {
	if b.asked.Scope == search.InComments || b.asked.Group && res.Pageable == res.Total {
		return nil
	}
	return []choice{
		{b.lang.text("versions.together"), b.link.with(func(a *asked) { a.group = "" }), b.asked.Group},
		{b.lang.text("versions.single"), b.link.with(func(a *asked) { a.group = "false" }), !b.asked.Group},
	}
}
