package web

import (
	"strings"
	"testing"
	"unicode/utf8"

	"presseschau/corpus"
	"presseschau/search"
)

// sketch prints segments with their marks in brackets.
func sketch(segs []segment) string {
	var sb strings.Builder
	for _, s := range segs {
		if s.Mark {
			sb.WriteString("[" + s.Text + "]")
		} else {
			sb.WriteString(s.Text)
		}
	}
	return sb.String()
}

func TestSegments(t *testing.T) {
	for _, tt := range []struct {
		text  string
		marks []search.Mark
		want  string
	}{
		{"", nil, ""},
		{"abc", nil, "abc"},
		{"abc", []search.Mark{{Start: 0, End: 3}}, "[abc]"},
		{"abc", []search.Mark{{Start: 1, End: 2}}, "a[b]c"},
		{"abcd", []search.Mark{{Start: 0, End: 1}, {Start: 3, End: 4}}, "[a]bc[d]"},
		{"abcd", []search.Mark{{Start: 0, End: 3}, {Start: 2, End: 4}}, "[abc][d]"},
		{"abc", []search.Mark{{Start: -5, End: 99}}, "[abc]"},
		{"abc", []search.Mark{{Start: 2, End: 1}, {Start: 7, End: 9}}, "abc"},
		{"aäb", []search.Mark{{Start: 2, End: 3}}, "a[ä]b"},
		{"aäb", []search.Mark{{Start: 0, End: 2}}, "[aä]b"},
	} {
		if got := sketch(segments(tt.text, tt.marks)); got != tt.want {
			t.Errorf("segments(%q, %v) = %q, want %q", tt.text, tt.marks, got, tt.want)
		}
	}
}

func FuzzSegments(f *testing.F) {
	f.Add("Müller & Söhne", 1, 3, 2, 40)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d int) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		var joined strings.Builder
		for _, s := range segments(text, []search.Mark{{Start: a, End: b}, {Start: c, End: d}}) {
			if s.Text == "" || !utf8.ValidString(s.Text) {
				t.Errorf("%q has the segment %q", text, s.Text)
			}
			joined.WriteString(s.Text)
		}
		if joined.String() != text {
			t.Errorf("%q became %q", text, joined.String())
		}
	})
}

func TestHighlight(t *testing.T) {
	for _, tt := range []struct {
		snippet search.Snippet
		want    string
	}{
		{search.Snippet{Text: "a & b", Marks: []search.Mark{{Start: 2, End: 3}}, Head: true, Tail: true}, "a <mark>&amp;</mark> b"},
		{search.Snippet{Text: "<b>x</b>", Marks: []search.Mark{{Start: 1, End: 2}}}, "…&lt;<mark>b</mark>&gt;x&lt;/b&gt;…"},
		{search.Snippet{Text: "&amp;", Marks: []search.Mark{{Start: 1, End: 3}}, Head: true, Tail: true}, "&amp;<mark>am</mark>p;"},
		{search.Snippet{Text: "Ein Titel\n\nDer Text", Marks: []search.Mark{{Start: 4, End: 9}, {Start: 11, End: 14}}, Head: true, Tail: true},
			"Ein <mark>Titel</mark> · <mark>Der</mark> Text"},
		{search.Snippet{Text: "</mark><script>", Marks: []search.Mark{{Start: 0, End: 7}}, Head: true, Tail: true}, "<mark>&lt;/mark&gt;</mark>&lt;script&gt;"},
	} {
		if got := highlight(tt.snippet); got != tt.want {
			t.Errorf("%v: got %s, want %s", tt.snippet, got, tt.want)
		}
	}
}

func TestSplitHeadline(t *testing.T) {
	text := "Streit um Gas" + corpus.BlockGap + "Gas fließt"
	marks := []search.Mark{{Start: 10, End: 13}, {Start: 15, End: 18}}
	for _, tt := range []struct {
		text, kicker string
		want         []string
	}{
		{text, "Streit um Gas", []string{"Streit um [Gas]", "[Gas] fließt"}},
		{text, "", []string{sketch(segments(text, marks))}},
		{"Gas", "anderer", []string{"Gas"}},
	} {
		parts := splitHeadline(search.Snippet{Text: tt.text, Marks: marks}, tt.kicker)
		for i, p := range parts {
			if got := sketch(segments(p.Text, p.Marks)); len(parts) != len(tt.want) || got != tt.want[i] {
				t.Errorf("part %d of %q is %q, want %q", i, tt.text, got, tt.want)
			}
		}
	}
}

// written prints pieces: hits in brackets with their number, names of actors
// in braces.
func written(ps []piece) string {
	var sb strings.Builder
	for _, p := range ps {
		if p.Hit > 0 {
			sb.WriteString("[" + string(rune('0'+p.Hit)) + ":")
		}
		for _, part := range p.Parts {
			if part.Actor != "" {
				sb.WriteString("{" + part.Text + "}")
			} else {
				sb.WriteString(part.Text)
			}
		}
		if p.Hit > 0 {
			sb.WriteString("]")
		}
	}
	return sb.String()
}

func TestMarker(t *testing.T) {
	a := &corpus.Article{Kicker: "Gas", Title: "Gas fließt", Body: []corpus.Block{
		{Kind: corpus.Paragraph, Text: "Ada sah Gas."}, {Kind: corpus.Caption, Text: "Gas im Bild"},
		{Kind: corpus.ListItem, Text: "eins"}, {Kind: corpus.ListItem, Text: "Gas Ada"},
	}, Comments: []corpus.Comment{{N: 7, Title: "Gas", Text: "Zu\nGas Ada"}}}
	ada := corpus.Actor{ID: "person:ada", Name: "Ada"}
	mark := func(start, end int) []search.Mark { return []search.Mark{{Start: start, End: end}} }
	doc := &search.Document{Article: a, Marks: search.DocumentMarks{
		Headline: append(mark(0, 3), mark(5, 8)...),
		Body:     append(mark(8, 11), mark(20, 27)...),
		Captions: mark(0, 3),
		Titles:   map[int][]search.Mark{7: mark(0, 3)},
		Comments: map[int][]search.Mark{7: mark(3, 6)},
	}, Mentions: []corpus.Mention{
		{Actor: ada, Field: corpus.BodyField, Start: 0, End: 3},
		{Actor: ada, Field: corpus.BodyField, Start: 24, End: 27},
		{Actor: ada, Comment: 7, Field: corpus.BodyField, Start: 7, End: 10},
	}}
	m := newMarker(doc, true, func(id string) string { return id })
	kicker, title := m.headline()
	got := []string{written(kicker), written(title)}
	for _, bl := range m.body() {
		for _, it := range bl.Items {
			got = append(got, string(bl.Kind)+" "+written(it))
		}
	}
	for _, c := range m.comments() {
		got = append(got, written(c.Title))
		for _, p := range c.Text {
			got = append(got, written(p))
		}
	}
	want := []string{"[1:Gas]", "[2:Gas] fließt", "paragraph {Ada} sah [3:Gas].", "caption [4:Gas] im Bild",
		"listitem eins", "listitem [5:Gas {Ada}]", "[6:Gas]", "Zu", "[7:Gas] {Ada}"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestThreads(t *testing.T) {
	c := func(n int, id, parent string) corpus.Comment { return corpus.Comment{N: n, ID: id, Parent: parent} }
	for _, tt := range []struct {
		comments []corpus.Comment
		want     string // number/depth/parent
	}{
		{nil, ""},
		{[]corpus.Comment{c(1, "", ""), c(2, "", "")}, "1/0/0 2/0/0"},
		{[]corpus.Comment{c(1, "a", ""), c(2, "b", ""), c(3, "c", "a"), c(4, "d", "c"), c(5, "e", "a")}, "1/0/0 3/1/1 4/2/3 5/1/1 2/0/0"},
		{[]corpus.Comment{c(1, "a", "gone"), c(2, "b", "b")}, "1/0/0 2/0/0"},
		{[]corpus.Comment{c(1, "a", "b"), c(2, "b", "a")}, "1/0/0 2/1/1"},
		{[]corpus.Comment{c(1, "b", "a"), c(2, "a", "")}, "2/0/0 1/1/2"},
	} {
		var got []string
		for _, th := range threads(tt.comments) {
			got = append(got, strings.Join([]string{digit(th.comment.N), digit(th.depth), digit(th.parent)}, "/"))
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("threads(%v) = %s, want %s", tt.comments, s, tt.want)
		}
	}
}

func digit(n int) string { return string(rune('0' + n)) }

func TestThreadsAreBounded(t *testing.T) {
	var long []corpus.Comment
	for n := range 10_000 {
		long = append(long, corpus.Comment{N: n + 1, ID: strings.Repeat("x", n%50) + string(rune(n)), Parent: ""})
		if n > 0 {
			long[n].Parent = long[n-1].ID
		}
	}
	out := threads(long)
	if len(out) != len(long) || out[len(out)-1].depth > maxDepth {
		t.Errorf("%d of %d comments, depth %d", len(out), len(long), out[len(out)-1].depth)
	}
}
