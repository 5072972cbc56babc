package analyzers

import (
	"os"
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

// TestSplitsByHand counts how many words of each half of testdata/splits.txt
// are split as a reader does, and fails where much fewer are than were.
func TestSplitsByHand(t *testing.T) {
	floors := map[string]float64{"tokens tuned": .96, "tokens held": .96, "types tuned": .9, "types held": .9}
	data, err := os.ReadFile("testdata/splits.txt")
	if err != nil {
		t.Fatal(err)
	}
	a := newAnalyzer(t)
	part, right, all := "", map[string]int{}, map[string]int{}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "["); ok {
			part, _, _ = strings.Cut(name, "]")
		}
		if line == "" || line[0] == '#' || line[0] == '[' {
			continue
		}
		all[part]++
		if strings.Join(a.Split(strings.ReplaceAll(line, "+", "")), "+") == line {
			right[part]++
		}
	}
	for part, floor := range floors {
		exact := float64(right[part]) / float64(all[part])
		t.Logf("%s: %d of %d words exact, %.3f", part, right[part], all[part], exact)
		if all[part] == 0 || exact < floor {
			t.Errorf("%s: %.3f exact, want %.3f at least", part, exact, floor)
		}
	}
}
