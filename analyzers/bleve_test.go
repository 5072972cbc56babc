package analyzers

import (
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
