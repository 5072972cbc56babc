package webpage

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// aside tells elements within an article that are not part of its text.
func aside(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Aside, atom.Form, atom.Footer:
		return true
	}
	return false
}

// isBox tells boxes of links, offers and buttons within an article by the words
// that their classes and ids are made of.
func isBox(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Div, atom.Section, atom.P, atom.Ul, atom.Ol, atom.Span, atom.Table, atom.Article, atom.H2, atom.H3, atom.H4:
	default:
		return false
	}
	for _, key := range []string{"class", "id"} {
		for name := range strings.FieldsSeq(attr(n, key)) {
			if boxName(name) {
				return true
			}
		}
	}
	return false
}

func boxName(name string) bool {
	author := false
	for word := range nameWords(name) {
		switch word {
		case "related", "relatedlinks", "newsletter", "share", "sharing", "sharebar", "shariff", "social", "socialmedia", "advert", "advertisement",
			"anzeige", "werbung", "promo", "paywall", "breadcrumb", "breadcrumbs", "pagination", "postmetadata", "recommendation", "recommendations",
			"recommended", "empfehlungen", "outbrain", "taboola", "rating", "ratings", "taglist", "addtoany", "steady", "subvert", "recentcomments", "leserkommentare":
			return true
		case "author", "autor":
			author = true
		case "bio", "info", "box", "description", "about":
			if author {
				return true
			}
		}
	}
	return false
}

// nameWords are the words of "relatedLinks__item-last" in lower case.
func nameWords(name string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		start := 0
		for i, r := range name {
			switch {
			case r == '-' || r == '_':
				if i > start && !yield(strings.ToLower(name[start:i])) {
					return
				}
				start = i + 1
			case unicode.IsUpper(r) && i > start && unicode.IsLower(rune(name[i-1])):
				if !yield(strings.ToLower(name[start:i])) {
					return
				}
				start = i
			}
		}
		if start < len(name) {
			yield(strings.ToLower(name[start:]))
		}
	}
}

// isCaption tells what stands below a picture by the name of its class.
func isCaption(n *html.Node) bool {
	for name := range strings.FieldsSeq(attr(n, "class")) {
		last := ""
		for word := range nameWords(name) {
			if word == "caption" || word == "figcaption" || word == "imagecaption" || word == "bildunterschrift" || word == "bildtext" {
				return true
			}
			last = word
		}
		if last == "bu" {
			return true
		}
	}
	return false
}

// isSource tells an element with nothing but the credit of a picture.
func isSource(n *html.Node) bool {
	const most = 200 // bytes
	return hasClass(n, "credit", "credits", "copyright", "photo-credit", "image-credit", "image__copyright", "bildnachweis", "fotocredit", "bildquelle") && len(text(n)) <= most
}
