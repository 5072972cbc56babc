package webpage

import (
	"fmt"
	"strings"
	"testing"
)

func parse(t *testing.T, page string) *Page {
	t.Helper()
	p, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	out, err := p.Parse([]byte(page), "")
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestLinkedData(t *testing.T) {
	for _, tt := range []struct{ name, json, want string }{
		{"plain", `{"@type":"NewsArticle","headline":"H","datePublished":"2020-01-02","author":"Ada"}`, "H|2020-01-02|[Ada]|[]"},
		{"list", `[{"@type":"WebPage"},{"@type":"NewsArticle","headline":"H","author":[{"name":"Ada"},{"name":"Bo"}]}]`, "H||[Ada Bo]|[]"},
		{"graph", `{"@graph":[{"@type":"BreadcrumbList"},{"@type":["ReportageNewsArticle"],"headline":"H","publisher":{"name":"P"}}]}`, "H||[]|[P]"},
		{"main entity", `{"@type":"WebPage","mainEntity":{"@type":"http://schema.org/BlogPosting","headline":"H"}}`, "H||[]|[]"},
		{"entities", `{"@type":"Article","headline":"A &amp; B"}`, "A & B||[]|[]"},
		{"line break within a text", "{\"@type\":\"Article\",\"headline\":\"A\nB\"}", "A B||[]|[]"},
		{"covered", "<!--\n{\"@type\":\"Article\",\"headline\":\"H\"}\n-->", "H||[]|[]"},
		{"value of a wrong type", `{"@type":"Article","headline":7,"author":[null,[["x"]],{"name":"Ada"}],"commentCount":"many"}`, "||[Ada]|[]"},
		{"profile instead of a name", `{"@type":"Article","headline":"H","author":"https://facebook.com/ada"}`, "H||[]|[]"},
		{"no article", `{"@type":"Recipe","headline":"H"}`, "||[]|[]"},
		{"no JSON", `{"@type":`, "||[]|[]"},
	} {
		p := parse(t, `<script type="application/ld+json">`+tt.json+`</script>`)
		if got := fmt.Sprintf("%s|%s|%v|%v", p.Headline, p.Published, p.Authors, p.Sites); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestMeta(t *testing.T) {
	for _, tt := range []struct{ name, head, want string }{
		{"OpenGraph", `<meta property="og:title" content="T"><meta property="article:published_time" content="2020-01-02T10:00:00Z"><meta property="og:site_name" content="S">`, "T|2020-01-02T10:00:00Z|[]|[S]|"},
		{"names", `<meta name="Author" content="Ada"><meta name="date" content="2.1.2020">`, "|2.1.2020|[Ada]|[]|"},
		{"Dublin Core", `<meta name="DC.title" content="T"><meta name="DC.creator" content="Ada"><meta name="DC.date.issued" content="2020">`, "T|2020|[Ada]|[]|"},
		{"canonical", `<link rel="canonical" href="https://a.example/b"><meta property="og:url" content="https://a.example/c">`, "||[]|[]|https://a.example/b"},
		{"relative canonical", `<link rel="canonical" href="/b"><meta property="og:url" content="https://a.example/c">`, "||[]|[]|https://a.example/c"},
		{"saved by a browser", `<!-- saved from url=(0019)https://a.example/d --><html>`, "||[]|[]|https://a.example/d"},
		{"saved by an extension", "<html><!--\n Page saved \n url: https://a.example/e \n saved date: Fri -->", "||[]|[]|https://a.example/e"},
	} {
		p := parse(t, tt.head)
		if got := fmt.Sprintf("%s|%s|%v|%v|%s", p.Headline, p.Published, p.Authors, p.Sites, p.URL); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestComments(t *testing.T) {
	for _, tt := range []struct{ name, page, want string }{
		{"JSON-LD with a reply", `<script type="application/ld+json">{"@type":"Article","comment":[{"@type":"Comment","@id":"a","text":"x","author":{"name":"Ada"},"dateCreated":"2020-01-02","comment":{"text":"<p>y</p><p>z</p>"}}]}</script>`, "a<>Ada 2020-01-02: x; a.1<a>: y\n\nz"},
		{"nested WordPress", `<ol class="comment-list"><li class="comment" id="c1"><b class="fn">Ada</b><div class="comment-content">x</div><ol><li class="comment" id="c2"><b class="fn">Bo</b><div class="comment-content">y</div></li></ol></li></ol>`, "c1<>Ada: x; c2<c1>Bo: y"},
		{"no ids", `<div class="posting"><span class="username">Ada</span><div class="text">x</div></div><div class="posting"><h4>T</h4></div>`, "#1<>Ada: x; #2<>: T"},
		{"wpDiscuz", `<div class="wpd-comment" id="w1"><div class="wpd-comment-author">Ada</div><div class="wpd-comment-date" title="2. Januar 2020 10:00">vor 1 Jahr</div><div class="wpd-comment-text">x</div></div>`, "w1<>Ada 2. Januar 2020 10:00: x"},
		{"phpBB", `<div class="post" id="p1"><p class="author"><strong>Ada</strong> <time datetime="2020-01-02">2. Januar</time></p><div class="postbody"><h3>T</h3><div class="content">x</div></div></div>`, "p1<>Ada 2020-01-02: Tx"},
		{"classic WordPress", `<ol class="commentlist"><li id="c1"><cite>Ada</cite> sagt: <small class="commentmetadata">8. Dezember 2010 um 10:56</small><p>x</p><p>y</p><p class="reply">Antworten</p></li></ol>`, "c1<>Ada 8. Dezember 2010 um 10:56: x\ny"},
		{"pingback", `<ol class="comment-list"><li class="comment" id="c1"><b class="fn">Ada sagt:</b><div class="comment-content">x<p class="comment-likes">Liken</p></div></li><li class="pingback"><p>Pingback: y</p></li></ol>`, "c1<>Ada: x"},
		{"RDFa", `<article class="comment" id="c1" typeof="schema:Comment"><footer><h6>Ada | Di, 21. April 2020</h6><span property="schema:dateCreated" content="2020-04-21"></span></footer><p property="schema:name">T</p><div class="field--name-comment-body"><div property="schema:text">x</div></div></article>`, "c1<>Ada 2020-04-21: Tx"},
		{"readers' letters", `<div class="leserbrief"><div class="leserbrief_meta"><span class="autor">Ada</span> / 22.04.2020</div><p>x</p></div>`, "#1<>Ada Ada / 22.04.2020: x"},
		{"camel case", `<div class="BoteComment" id="c1"><span class="BoteCommentAccountName">Ada</span><span class="BoteCommentTime"><i>2.1.20</i><i>10:00</i></span><div class="BoteCommentText">x</div></div>`, "c1<>Ada 2.1.20 10:00: x"},
		{"an article in a post", `<div class="post" id="p1"><h2>T</h2><div class="content"><p>x</p></div></div>`, ""},
		{"the article around all", `<div class="comment"><h1>T</h1><span class="username">Ada</span><div class="content">x</div></div>`, ""},
		{"heading of a forum", `<section id="comments"><h1>2 Kommentare</h1><ol><li class="comment" id="c1"><b class="fn">Ada</b><div class="comment-content">x</div></li></ol></section>`, "c1<>Ada: x"},
		{"none", `<p class="comments">Kommentare</p>`, ""},
	} {
		var got []string
		for _, c := range parse(t, tt.page).Comments {
			got = append(got, fmt.Sprintf("%s<%s>%s: %s%s", c.ID, c.Parent, strings.TrimSpace(c.Author+" "+c.Date), c.Title, c.Text))
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, s, tt.want)
		}
	}
}

func TestBlocks(t *testing.T) {
	for _, tt := range []struct{ name, body, want string }{
		{"kinds", `<h2>H</h2><p>a <b>b</b></p><ul><li>i</li></ul><figure><figcaption>c <small>dpa</small></figcaption></figure>`, "1H 0ab 2i 3c(dpa)"},
		{"text beside blocks", `<div>a<p>b</p>c<br>d</div>`, "0a 0b 0cd"},
		{"unseen", `<p>a<script>x</script><span hidden>y</span><span style="display: none">z</span></p><nav><p>n</p></nav><aside>s</aside>`, "0a"},
		{"boxes", `<p>a</p><div class="relatedLinks__list"><p>b</p></div><p class="authorBio">c</p><div id="newsletter">d</div><p class="shared">e</p>`, "0a 0e"},
		{"captions by class", `<p>a</p><p class="wp-caption-text">b</p><p class="credit">Ada</p>`, "0a 3b(Ada)"},
		{"links", `<p><a href="/">a b</a></p><p><a href="/">a</a> b</p>`, "0ab! 0ab"},
	} {
		var got []string
		for _, b := range parse(t, `<div itemprop="articleBody">`+tt.body+`<p>`+strings.Repeat("x", minMarked)+`</p></div>`).Body {
			s := fmt.Sprintf("%d%s", b.Kind, strings.ReplaceAll(b.Text, " ", ""))
			if b.Credit != "" {
				s += "(" + b.Credit + ")"
			}
			if b.Link {
				s += "!"
			}
			got = append(got, s)
		}
		if s := strings.Join(got[:len(got)-1], " "); s != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, s, tt.want)
		}
	}
}

func TestParseRefusesWhatIsNoPage(t *testing.T) {
	p, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	for name, page := range map[string]string{"deep": strings.Repeat("<div>", 5000), "many": strings.Repeat("<b></b>", maxElements+1)} {
		if _, err := p.Parse([]byte(page), ""); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`<script type="application/ld+json">{"@type":"Article","comment":[{"text":"x"}]}</script><h1>T</h1><div itemprop="articleBody"><p>x`), "text/html; charset=utf-8")
	f.Add([]byte("<li class=comment><b class=fn>a</b><div class=comment-content>b<p>c<li class=comment>"), "")
	p, err := builtIn()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte, contentType string) {
		page, err := p.Parse(data, contentType)
		if err != nil {
			return
		}
		ids := map[string]bool{"": true}
		for _, c := range page.Comments {
			if !ids[c.Parent] {
				t.Errorf("the parent of %+v comes later or never", c)
			}
			ids[c.ID] = true
		}
	})
}

func builtIn() (*Parser, error) {
	forums, err := NewForums()
	return NewParser(forums), err
}
