package archive

import (
	"reflect"
	"testing"

	"presseschau/corpus"
)

func TestLayout(t *testing.T) {
	for _, c := range []struct {
		name   string
		blocks []corpus.Block
		want   string
	}{
		{"none", nil, ""},
		{"kinds", []corpus.Block{{Kind: corpus.Heading, Text: "Eins"}, {Kind: corpus.Paragraph, Text: "Zwei"}, {Kind: corpus.ListItem, Text: "ä"}}, "h4 p4 l2"},
		{"caption", []corpus.Block{{Kind: corpus.Caption, Text: "Bild", Credit: "dpa"}, {Kind: corpus.Paragraph, Text: "x"}}, "c4+3 p1"},
		{"empty texts", []corpus.Block{{Kind: corpus.Paragraph}, {Kind: corpus.Paragraph, Text: "x"}, {Kind: corpus.Paragraph}}, "p0 p1 p0"},
		{"gaps in texts", []corpus.Block{{Kind: corpus.Paragraph, Text: "\n\n"}, {Kind: corpus.Paragraph, Text: "\n"}}, "p2 p1"},
	} {
		a := corpus.Article{Body: c.blocks}
		got, credits, err := layout(c.blocks)
		if err != nil || got != c.want {
			t.Errorf("%s: layout %q, %v; want %q", c.name, got, err, c.want)
		}
		back, err := blocks(got, a.BodyText(), a.CaptionText(), credits)
		if err != nil || !reflect.DeepEqual(back, c.blocks) {
			t.Errorf("%s: blocks %+v, %v; want %+v", c.name, back, err, c.blocks)
		}
	}
}

func TestBlocksRefuse(t *testing.T) {
	for _, layout := range []string{"p5", "x1", "p", "p-1", "p1 p1", "p1+1", "p1 ", " ", "c1", "p99999999999999999999", "p4+x", "", "p3"} {
		if got, err := blocks(layout, "Text", "", ""); err == nil {
			t.Errorf("blocks(%q) = %+v; want an error", layout, got)
		}
	}
}

func FuzzBlocks(f *testing.F) {
	f.Add("h4 p4+3 c1 l2", "Eins\n\nZwei\n\nä", "c", "dpa")
	f.Fuzz(func(t *testing.T, l, body, captions, credits string) {
		got, err := blocks(l, body, captions, credits)
		if err != nil {
			return
		}
		a := corpus.Article{Body: got}
		again, cr, err := layout(got)
		if err != nil || a.BodyText() != body || a.CaptionText() != captions || cr != credits {
			t.Errorf("blocks(%q) = %+v, which is %q, %q, %q, %q, %v", l, got, again, a.BodyText(), a.CaptionText(), cr, err)
		}
	})
}

func TestNamesColumn(t *testing.T) {
	for _, c := range []struct {
		column any
		want   []string
	}{
		{nil, nil},
		{`["a"]`, []string{"a"}},
		{`["a","b, c",""]`, []string{"a", "b, c", ""}},
		{`["a", "b"]`, []string{"a", "b"}},
		{`["\"","\\","ä\n"]`, []string{`"`, `\`, "ä\n"}},
		{[]byte(`["a"]`), []string{"a"}},
	} {
		var got []string
		if err := (names{&got}).Scan(c.column); err != nil || !reflect.DeepEqual(got, c.want) {
			t.Errorf("Scan(%s) = %q, %v; want %q", c.column, got, err, c.want)
		}
	}
	for _, column := range []any{"[", "x", `["a]`, 7} {
		var got []string
		if err := (names{&got}).Scan(column); err == nil {
			t.Errorf("Scan(%v) = %q; want an error", column, got)
		}
	}
}
