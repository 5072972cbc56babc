package analyzers

import (
	"bytes"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2/registry"
)

func TestBleve(t *testing.T) {
	if err := Register(newAnalyzer(t)); err != nil {
		t.Fatal(err)
	}
	analyzer, err := registry.NewCache().AnalyzerNamed(Name)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, tok := range analyzer.Analyze([]byte("US-Präsidenten gingen")) {
		got = append(got, string(tok.Term))
	}
	want := "uspraesidenten \x01uspraesident \x02us \x02praesident \x02praesidenten gingen \x01gehen"
	if strings.Join(got, " ") != want {
		t.Errorf("got %q", got)
	}
}

// FuzzBleve checks that Bleve gets the same tokens, with their marks, and that
// they live on when the stream is used again.
func FuzzBleve(f *testing.F) {
	f.Add("Die US-Präsidenten gingen. \xff", "Häuser")
	a := newAnalyzer(f)
	analyzer := NewBleve(a)
	var s Stream
	f.Fuzz(func(t *testing.T, text, other string) {
		tokens := analyzer.Analyze([]byte(text))
		analyzer.Analyze([]byte(other))
		a.Analyze(&s, text)
		if len(tokens) != len(s.Tokens) {
			t.Fatalf("%d tokens, not %d", len(tokens), len(s.Tokens))
		}
		for i, got := range tokens {
			want := &s.Tokens[i]
			term := appendMarked(nil, want)
			if !bytes.Equal(got.Term, term) || got.Start != want.Start || got.End != want.End || got.Position != want.Position {
				t.Fatalf("token %d: %v, not %v", i, got, want)
			}
		}
	})
}
