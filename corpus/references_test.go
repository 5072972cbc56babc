package corpus

import (
	"strings"
	"testing"
)

func TestReferences(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Alte &amp; Weise", "Alte & Weise"},
		{"-&gt; siehe &#8222;Oben&#x201C;", "-> siehe „Oben“"},
		{"K&ouml;ln&nbsp;&ndash; D&uuml;sseldorf", "Köln\u00a0– Düsseldorf"},
		{"&amp;lt;b&amp;gt;", "&lt;b&gt;"},
		{"AT&T, R&D; Q&A &c. &amp", "AT&T, R&D; Q&A &c. &amp"},
		{"&notit; &#0; &#xD800; &;", "&notit; &#0; &#xD800; &;"},
		{"&&amp;& " + strings.Repeat("x", 40) + ";", "&&& " + strings.Repeat("x", 40) + ";"},
		{"&CounterClockwiseContourIntegral;", "∳"},
		{"", ""},
	} {
		if got := references(c.in); got != c.want {
			t.Errorf("%q is %q, want %q", c.in, got, c.want)
		}
	}
}

// TestReferencesInFields reads one article in the forms that have references,
// and in the full form, which has none.
func TestReferencesInFields(t *testing.T) {
	const full = `{"id":"a&amp;b","url":"https://a.example/?x=1&amp;y=2","title":"A &amp;amp; B","body":[{"kind":"paragraph","text":"x &amp; y"}]}`
	for name, c := range map[string]struct{ in, want string }{
		"a.jsonl": {`{"id":"a&amp;b","url":"https://a.example/?x=1&amp;y=2","title":"A &amp;amp; B","lead":"&#8222;L","authors":["M &amp; N"],"body":"x &gt; y\n&bull; z",` +
			`"comments":[{"id":"1&amp;2","author":"c &amp; d","title":"&quot;T","text":"e &lt;\nf"}]}`,
			"a&amp;b|https://a.example/?x=1&amp;y=2|A &amp; B|„L|M & N|x > y/z|1&amp;2 c &amp; d \"T e <\nf"},
		"b.jsonl": {full, "a&amp;b|https://a.example/?x=1&amp;y=2|A &amp;amp; B|||x &amp; y|"},
		"c.csv": {"id,url,title,lead,author,text\na&amp;b,https://a.example/?x=1&amp;y=2,A &amp;amp; B,&#8222;L,M &amp; N;O,x &gt; y\n",
			"a&amp;b|https://a.example/?x=1&amp;y=2|A &amp; B|„L|M & N+O|x > y|"},
	} {
		articles, problems := readText(t, name, c.in)
		if len(articles) != 1 || len(problems) > 0 {
			t.Fatalf("%s: %d articles, problems %q", name, len(articles), problems)
		}
		a := articles[0]
		var body, comments []string
		for _, b := range a.Body {
			body = append(body, b.Text)
		}
		for _, k := range a.Comments {
			comments = append(comments, k.ID+" "+k.Author+" "+k.Title+" "+k.Text)
		}
		got := strings.Join([]string{a.ID, a.URL, a.Title, a.Lead, strings.Join(a.Authors, "+"), strings.Join(body, "/"), strings.Join(comments, "/")}, "|")
		if got != c.want {
			t.Errorf("%s gives %q, want %q", name, got, c.want)
		}
	}
}
