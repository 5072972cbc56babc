package compound

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"presseschau/analyzers/internal/lexicon"
)

// model gives a splitter that knows the given segments; all are modifiers and
// heads of the same cost.
func model(t *testing.T, cost uint8, segments ...string) *Splitter {
	t.Helper()
	parts, none := lexicon.NewBuilder(), lexicon.NewBuilder()
	for _, s := range slices.Sorted(maps.Keys(set(segments))) {
		if err := parts.Add(s, 1); err != nil {
			t.Fatal(err)
		}
	}
	l := &lexicon.Lexicon{Segments: []lexicon.Segment{{Modifier: cost, Head: cost, Lemma: lexicon.None}}}
	var err error
	if l.Parts, err = parts.Trie(); err != nil {
		t.Fatal(err)
	}
	if l.Forms, err = none.Trie(); err != nil {
		t.Fatal(err)
	}
	return &Splitter{Lexicon: l}
}

func set(words []string) map[string]bool {
	m := map[string]bool{}
	for _, w := range words {
		m[w] = true
	}
	return m
}

func TestSplit(t *testing.T) {
	segments := strings.Fields("haupt bahn hof bahnhof post amts amt bundes nachrichten dienst nachrichtendienst")
	tests := []struct {
		cost uint8
		want string
	}{
		{60, "haupt|bahnhof"},
		{60, "post|amt"},
		{60, "bundes|nachrichtendienst"},
		{60, "hauptx"},
		{60, "unbekannt"},
		{60, "hof"},
		{250, "postamt"}, // dearer than leaving it whole
	}
	for _, tt := range tests {
		s := model(t, tt.cost, segments...)
		word := strings.ReplaceAll(tt.want, "|", "")
		cuts, _ := s.Split(&Table{}, Word{Form: []byte(word)})
		got, at := "", 0
		for _, cut := range cuts {
			got, at = got+word[at:cut]+"|", cut
		}
		if got += word[at:]; got != tt.want {
			t.Errorf("cost %d: got %s, want %s", tt.cost, got, tt.want)
		}
	}
}

func TestSimple(t *testing.T) {
	s := model(t, 10, "haupt", "bahnhof")
	cuts, _ := s.Split(&Table{}, Word{Form: []byte("hauptbahnhof"), Entry: &lexicon.Entry{Flags: lexicon.Simple}})
	if len(cuts) > 0 {
		t.Errorf("a simple word is cut at %v", cuts)
	}
}
