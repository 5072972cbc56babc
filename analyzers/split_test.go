package analyzers

import (
	"strings"
	"testing"
)

func TestSplit(t *testing.T) {
	words := strings.Fields(`Haupt|bahnhof Geheimdienst|informationen Bundes|nachrichtendienst Arbeitnehmer|interessen
		Rechts|anwalt Straßen|bau US-|Präsident Geheim|dienst-|Gespräche Raum|verteidigungs|konzept Schul|politik
		Minister Heilbronn Parteien Apotheke Studenten Gesellschaft Mannschaft Besatzung Interview Präsident CDU AfD
		Demonstration Unternehmer Realität Hannover Entscheiden umwelt|freundlich`)
	a := newAnalyzer(t)
	for _, want := range words {
		word := strings.ReplaceAll(want, "|", "")
		if got := strings.Join(a.Split(word), "|"); got != want {
			t.Errorf("%s: got %s", want, got)
		}
	}
}

// FuzzSplit checks that the segments are the word, and none of them empty.
func FuzzSplit(f *testing.F) {
	for _, word := range []string{"Straßenbahnhaltestelle", "a\u0308u\u00df-x", "Geheimdienst-Gespräche", ""} {
		f.Add(word)
	}
	a := newAnalyzer(f)
	f.Fuzz(func(t *testing.T, word string) {
		segments := a.Split(word)
		if strings.Join(segments, "") != word {
			t.Fatalf("%q: segments %q", word, segments)
		}
		for _, s := range segments {
			if s == "" && word != "" {
				t.Fatalf("%q: an empty segment in %q", word, segments)
			}
		}
	})
}
