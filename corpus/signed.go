package corpus

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"presseschau/corpus/internal/webpage"
)

// authors takes the authors of the metadata, else those whom the markup near
// the title names, else those of the lines beside it, else those of the rest of
// the page.
func (p *htmlParser) authors(a *Article, page *webpage.Page, beside *headLines) {
	for _, name := range page.Offices {
		if p.pages.agencies.isNews(name) {
			a.Agencies = appendNew(a.Agencies, lower(cleanLine(name)))
		}
	}
	for _, tier := range [][]string{page.Authors, page.Signed, beside.said.Authors} {
		for _, whole := range tier {
			p.signed(a, page, whole)
		}
		if len(a.Authors) > 0 {
			break
		}
	}
	if len(a.Authors) == 0 {
		p.profiles(a, page)
	}
	for _, name := range beside.said.Agencies {
		a.Agencies = appendNew(a.Agencies, name)
	}
	a.Authors = withoutParts(a.Authors)
}

// profiles takes the names that the markup has elsewhere on the page, if they are
// few: a magazine may list all who write for it.
func (p *htmlParser) profiles(a *Article, page *webpage.Page) {
	const most = 3
	found := &Article{Outlet: a.Outlet}
	for _, whole := range page.Profiles {
		p.signed(found, page, whole)
	}
	if names := withoutParts(found.Authors); len(names) <= most {
		a.Authors = names
	}
}

// signed tells people, agencies and the outlet itself apart in a text that
// names authors.
func (p *htmlParser) signed(a *Article, page *webpage.Page, whole string) {
	whole = strings.TrimRight(cleanLine(whole), " :→»>|,")
	if names, agencies, ok := p.pages.byline(whole); ok {
		for _, name := range names {
			p.author(a, page, name, false)
		}
		for _, name := range agencies {
			a.Agencies = appendNew(a.Agencies, lower(name))
		}
		return
	}
	whole = withoutLabel(whole)
	for name := range strings.SplitSeq(nameList(whole), ",") {
		name = strings.Trim(withoutTask(name), " .:()")
		if p.pages.agencies.isNews(name) {
			a.Agencies = appendNew(a.Agencies, lower(name))
			continue
		}
		p.author(a, page, name, name == strings.Trim(whole, " .:()"))
	}
}

// author takes one name; alone tells that it is all that the source says.
func (p *htmlParser) author(a *Article, page *webpage.Page, name string, alone bool) {
	switch {
	case name == "" || p.pages.outlets.known(fold(name)) != "" || isEditors(name) || p.ofSite(name, page) || noPerson(name):
	case isPersonName(name):
		a.Authors = appendNew(a.Authors, properCase(name))
	case isInitials(name) || alone && userName(name):
		a.Authors = appendNew(a.Authors, name)
	}
}

// ofSite tells the name of the site, its publisher or its host. A person may
// have a site of that name, and a writer on one for blogs.
func (p *htmlParser) ofSite(name string, page *webpage.Page) bool {
	const least = 6 // letters of a host that is found in a longer name
	if isPersonName(name) && p.pages.namesPerson(name) {
		return false
	}
	plain := lettersOf(name)
	host := p.pages.outlets.ByURL(page.URL)
	if strings.HasSuffix(host, ".wordpress.com") || strings.Contains(host, ".blogspot.") {
		return false
	}
	label, _, _ := strings.Cut(host, ".")
	label = lettersOf(label)
	return plain == label || plain == lettersOf(host) || len(label) >= least && strings.Contains(plain, label) ||
		slices.ContainsFunc(page.Sites, func(s string) bool { return lettersOf(s) == plain })
}

// lettersOf are the letters and digits of a text in lower case.
func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if isWordRune(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// withoutLabel takes what is no name from the front of a text that names
// authors: "von ", "Autor: ", "Alle Beiträge von ".
func withoutLabel(s string) string {
	for {
		rest := s
		for _, label := range []string{"von", "by", "par", "text", "autor", "autorin", "autor*in", "author", "verfasst von", "geschrieben von", "veröffentlicht von", "erstellt von", "written by", "posted by", "foto"} {
			if n := len(label); len(rest) > n && strings.EqualFold(rest[:n], label) && (rest[n] == ' ' || rest[n] == ':') {
				rest = strings.TrimLeft(rest[n:], " :")
			}
		}
		if low := lower(rest); len(low) == len(rest) && opensArchive(low) {
			for _, sign := range []string{" von ", " of ", " by ", " aus "} {
				if at := strings.LastIndex(low, sign); at >= 0 {
					rest = rest[at+len(sign):]
					break
				}
			}
		}
		if rest == s {
			return s
		}
		s = rest
	}
}

// opensArchive tells the text of a link to all that an author wrote.
func opensArchive(low string) bool {
	for _, word := range []string{"alle ", "zeige ", "weitere ", "mehr ", "show ", "view ", "all ", "more ", "artikel ", "beiträge "} {
		if strings.HasPrefix(low, word) {
			return true
		}
	}
	return false
}

// noPerson tells names that systems give, roles, and organisations, by a word
// that is in no name.
func noPerson(name string) bool {
	if strings.ContainsAny(name, "@[]{}") || strings.HasPrefix(name, "http") || strings.HasPrefix(name, "www.") {
		return true
	}
	switch fold(name) {
	case "von", "vom", "by", "on", "am":
		return true
	}
	for word := range strings.FieldsFuncSeq(fold(name), isNoWordRune) {
		switch word {
		case "admin", "administrator", "webmaster", "publisher", "editor", "editorial", "root", "superuser", "user", "unknown", "unbekannt", "anonymous",
			"redaktion", "onlineredaktion", "redaktionsteam", "team", "presse", "pressestelle", "pressemitteilung", "newsroom", "agentur", "agenturen",
			"gmbh", "ag", "kg", "ev", "verlag", "verband", "verein", "bund", "stiftung", "bundesverband", "institut", "universität", "hochschule", "ministerium",
			"bundesministerium", "zeitung", "nachrichten", "magazin", "online", "news", "blog", "tv", "fernsehen", "radio", "media", "medien", "kirche",
			"deutsche", "deutscher", "deutsches", "deutschland", "gesellschaft", "partei", "fraktion", "stadt", "landkreis", "polizei",
			"posted", "publiziert", "veröffentlicht", "geschrieben", "erstellt", "unbenannt", "follow", "zvg",
			"weiter", "weitere", "mehr", "alle", "artikel", "artikeln", "beitrag", "beiträge", "archiv", "anzeigen", "zeige", "link", "post", "profil", "kommentar", "kommentare", "folgen",
			"all", "articles", "posts", "show", "view", "more", "about", "über", "autor", "autorin", "author", "und", "die", "der", "das", "ort", "datum":
			return word != "ag" || strings.Contains(name, "AG")
		}
	}
	return false
}

// userName tells the name under which somebody writes a blog: one word, or two.
func userName(name string) bool {
	const most = 24 // letters
	return utf8.RuneCountInString(name) <= most && strings.Count(name, " ") <= 1 && strings.ContainsFunc(name, unicode.IsLetter) &&
		!strings.ContainsAny(name, "/:?!…→")
}

// withoutParts drops names that are part of a longer one: "Ada" beside "Ada
// Muster".
func withoutParts(names []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(n string) bool {
		return slices.ContainsFunc(names, func(o string) bool { return len(o) > len(n) && strings.Contains(" "+o+" ", " "+n+" ") })
	})
}
