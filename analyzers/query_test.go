package analyzers

import (
	"fmt"
	"strings"
	"testing"
)

func TestQueryWord(t *testing.T) {
	tests := []struct{ word, want string }{
		{"Häuser", "haeuser/haus"},
		{"Müller", "mueller/mueller muller@0.5"},
		{"Mueller", "mueller/mueller muller@0.5"},
		{"Muller", "muller/muller mueller@0.5"},
		{"schön", "schoen/schoen"},
		{"schon", "schon/schon"},
		{"waren", "waren/sein ware@0.5"},
		{"gestohlene", "gestohlene/gestohlen stehlen@0.3 gestohlene@0.5 gestohlen@0.3"},
		{"unternehmen", "unternehmen/unternehmen/v unternehmen@0.5"},
		{"Unternehmen", "unternehmen/unternehmen unternehmen/v@0.5"},
		{"Politikerin", "politikerin/politikerin politiker@0.3"},
		{"Geheimdienst-Gespräche", "geheimdienstgespraeche/geheimdienstgespraech geheimdienstgesprache@0.5 +geheimdienst +gespraech"},
		{"Geheimdienstinformationen", "geheimdienstinformationen/geheimdienstinformation +geheimdienst +information"},
		{"und/oder", "und/und | oder/oder"},
		{"nicht", "nicht/nicht"},
		{"–", ""},
	}
	a := newAnalyzer(t)
	for _, tt := range tests {
		var words []string
		for _, q := range a.QueryWord(tt.word) {
			s := q.Exact + "/" + q.Lemma
			for _, v := range q.Variants {
				s += fmt.Sprintf(" %s@%g", v.Term, v.Weight)
			}
			for _, p := range q.Parts {
				s += " +" + p
			}
			words = append(words, s)
		}
		if got := strings.Join(words, " | "); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.word, got, tt.want)
		}
	}
}
