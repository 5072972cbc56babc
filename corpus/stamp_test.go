package corpus

import (
	"fmt"
	"strings"
	"testing"
)

// htmlArticle reads a page of HTML.
func htmlArticle(t *testing.T, head, body string) *Article {
	t.Helper()
	r, err := NewReader(Options{})
	if err != nil {
		t.Fatal(err)
	}
	a, err := r.webPage([]byte("<!DOCTYPE html><head>"+head+"</head><body>"+body+"</body>"), "", "")
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// TestHeadOfHTML reads title, kicker, date and authors of pages that give them
// in different ways.
func TestHeadOfHTML(t *testing.T) {
	text := strings.Repeat("<p>"+strings.Repeat("Die Gemeinde hat den Damm prüfen lassen und hält ihn für sicher. ", 5)+"</p>", 3)
	for _, tt := range []struct{ name, head, body, want string }{
		{"metadata", `<meta property="og:title" content="Damm hält"><meta property="article:published_time" content="2020-01-02">`, `<h1>Damm hält</h1>`, "|Damm hält|2020-01-02 metadata|"},
		{"linked author", `<script type="application/ld+json">{"@graph":[{"@type":"Article","headline":"Damm hält","author":{"@id":"#ada"},"datePublished":"2020-01-02"},{"@type":["Person","Organization"],"@id":"#ada","name":"Ada Muster"}]}</script>`, `<h1>Damm hält</h1>`, "|Damm hält|2020-01-02 metadata|Ada Muster"},
		{"organisation", `<script type="application/ld+json">{"@type":"Article","headline":"Damm hält","author":[{"@type":"NewsMediaOrganization","name":"Muster Post"},{"@type":"Organization","name":"dpa"}]}</script>`, `<h1>Damm hält</h1>`, "|Damm hält| |"},
		{"date of the page", `<script type="application/ld+json">{"@type":"WebPage","name":"x","datePublished":"2020-01-02"}</script>`, `<h1>Damm hält</h1>`, "|Damm hält|2020-01-02 metadata|"},
		{"line below the title", ``, `<h1>Damm hält</h1><div>Von Ada Muster | 2.1.2020, 10:15 Uhr</div>`, "|Damm hält|2020-01-02T10:15 dateline|Ada Muster"},
		{"line above the title", ``, `<span>2. Januar 2020</span><h1>Damm hält</h1>`, "|Damm hält|2020-01-02 dateline|"},
		{"label above the date", ``, `<h1>Damm hält</h1><h5>Datum:</h5>2.1.2020<h5>Autor:</h5>Ada Muster`, "|Damm hält|2020-01-02 dateline|Ada Muster"},
		{"part of a line", ``, `<h1>Damm hält</h1><p>Geschrieben von <a>Ada</a> am <b>Dienstag 2. Januar 2020</b></p>`, "|Damm hält|2020-01-02 dateline|"},
		{"class", ``, `<h1>Damm hält</h1><div class="meta date">2. Januar 2020 (GMB) Altenwied</div>`, "|Damm hält|2020-01-02 dateline|"},
		{"English", ``, `<h1>Damm hält</h1><span class="posted">January 2nd, 2020</span>`, "|Damm hält|2020-01-02 dateline|"},
		{".NET", `<meta name="date" content="01/02/2020 12:43:42">`, `<h1>Damm hält</h1>`, "|Damm hält|2020-01-02T12:43 metadata|"},
		{"no ISO date", ``, `<h1>Damm hält</h1><time datetime="02-01-2020 10:29">2. Januar 2020</time>`, "|Damm hält|2020-01-02 dateline|"},
		{"changed", ``, `<h1>Damm hält</h1><time class="updated" datetime="2020-01-02">2. Januar 2020</time>` + text + text, "|Damm hält|2020-01-02 dateline|"},
		{"dates of links", ``, `<h1>Damm hält</h1>` + text + `<div><a>Pegel sinkt</a> <time datetime="2020-02-01"></time></div><div><a>Pegel steigt</a> <time datetime="2020-02-02"></time></div>`, "|Damm hält| |"},
		{"author by class", ``, `<h1>Damm hält</h1><div class="post-byline">von <span class="post-author-name">Ada Muster</span></div>`, "|Damm hält| |Ada Muster"},
		{"two authors", ``, `<h1>Damm hält</h1><a rel="author">Ada Muster</a>, <a rel="author">Bo Beispiel</a>`, "|Damm hält| |Ada Muster,Bo Beispiel"},
		{"link to an archive", ``, `<h1>Damm hält</h1>` + text + `<div class="author-bio"><a rel="author">Zeige alle Beiträge von Ada Muster →</a></div>`, "|Damm hält| |Ada Muster"},
		{"no persons", `<meta name="author" content="admin"><meta property="og:site_name" content="Muster Post">`, `<h1>Damm hält</h1><a rel="author">Muster Post</a> <span class="author">Redaktion</span>`, "|Damm hält| |"},
		{"person below the site's name", `<meta name="author" content="Muster Post"><meta property="og:site_name" content="Muster Post">`, `<h1>Damm hält</h1><p>Von Ada Muster</p>`, "|Damm hält| |Ada Muster"},
		{"name of the site", `<title>Damm hält: Gutachten liegt vor | Muster Post</title>`, `<h1>Muster Post</h1><h2>Damm hält: Gutachten liegt vor</h2>`, "|Damm hält: Gutachten liegt vor| |"},
		{"logo", `<title>Muster Post</title>`, `<h1><a href="/">Muster Post</a></h1><article><h1>Damm hält</h1></article>`, "|Damm hält| |"},
		{"breadcrumbs", `<meta property="og:title" content="Hochwasser: Warum der Damm hält"><title>Damm in Altenwied</title>`, `<ul><li><h1>Damm in Altenwied</h1></li></ul><article><h2>Warum der Damm hält</h2></article>`, "Hochwasser|Warum der Damm hält| |"},
		{"kicker in an element", `<meta property="og:title" content="Hochwasser - Warum der Damm hält">`, `<article><h1><span>Hochwasser</span> Warum der Damm hält</h1></article>`, "Hochwasser|Warum der Damm hält| |"},
		{"title without the kicker", `<meta property="og:title" content="Warum der Damm hält">`, `<article><h1><em>Hochwasser </em>Warum der Damm hält</h1></article>`, "Hochwasser|Warum der Damm hält| |"},
		{"stressed word", `<meta property="og:title" content="Spiegel der Wied sinkt">`, `<article><h1><em>Spiegel</em> der Wied sinkt</h1></article>`, "|Spiegel der Wied sinkt| |"},
		{"headline for searches", `<meta property="og:title" content="Wied: Damm, Pegel, Gutachten">`, `<article><h1>Warum der Damm hält</h1></article>`, "|Warum der Damm hält| |"},
	} {
		a := htmlArticle(t, tt.head, tt.body+text)
		if got := fmt.Sprintf("%s|%s|%s|%s", a.Kicker, a.Title, string(a.Published)+" "+string(a.PublishedFrom), strings.Join(a.Authors, ",")); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}
