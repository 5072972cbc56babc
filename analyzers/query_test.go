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

// TestMeet shows which pairs of words share a term other than the exact one.
func TestMeet(t *testing.T) {
	meet := strings.Fields(`ging/gehen Museen/Museum Häuser/Haus Straßen/Strasse Mitarbeiterinnen/Mitarbeiter
		Präsident/US-Präsidenten Geheimdienst/Geheimdienstinformationen Geheimdienst/Geheimdienst-Gespräche
		Politiker/Politiker:innen Politikerin/Politiker*innen stehlen/gestohlene Putin/Putins Fuehrer/Führer
		Impfung/Covid-19-Impfung dass/daß Photos/Photo Kollege/Kolleg:innen 2015/20.09.2015
		Grüne/Grünen Grüner/Grünen-Politiker Linke/Linken Deutscher/Deutschen Vorsitzender/Vorsitzende
		Parteivorsitzender/CDU-Vorsitzenden Verdächtiger/Verdächtigen Reicher/Reichen Haushalt/Haushaltssperre
		Bundeshaushalt/Haushalt Bundestag/Bundestagswahl Fußball/Fußballspiele Haus/Krankenhäuser`)
	apart := strings.Fields(`schon/schön Messe/Messer zahlen/zählen Weise/Waise fordern/fördern Bauer/bauen Merz/März
		drücken/drucken Waren/waren IS/ist Michael/Michaela Linde/lindern Hannover/Hanno
		Alter/Alte Grüne/grüne Haus/Haushalt Häuser/Haushaltssperre halten/Haushaltssperre Tag/Bundestag
		Tage/Bundestagswahl Jahre/Jahrhunderte Ball/Fußballspiele Ente/Haushaltsentwurf Wasser/Wasserstoffe`)
	a := newAnalyzer(t)
	for _, pair := range meet {
		if x, y, _ := strings.Cut(pair, "/"); !share(a, x, y) {
			t.Errorf("%s and %s do not meet", x, y)
		}
	}
	for _, pair := range apart {
		if x, y, _ := strings.Cut(pair, "/"); share(a, x, y) {
			t.Errorf("%s and %s meet", x, y)
		}
	}
}

func share(a *Analyzer, x, y string) bool {
	var sx, sy Stream
	a.Analyze(&sx, x)
	a.Analyze(&sy, y)
	for _, t := range sx.Tokens {
		for _, u := range sy.Tokens {
			if t.Kind != Exact && u.Kind != Exact && string(t.Term) == string(u.Term) {
				return true
			}
		}
	}
	return false
}

// FuzzQueryWord checks that a word of a query has the terms that the same word
// has in a text.
func FuzzQueryWord(f *testing.F) {
	for _, word := range []string{"Müller", "und/oder", "Geheimdienst-Gespräche", "waren", "§ 130", "\xff", "a\u0308"} {
		f.Add(word)
	}
	a := newAnalyzer(f)
	var s Stream
	f.Fuzz(func(t *testing.T, word string) {
		positions := a.QueryWord(word)
		a.Analyze(&s, word)
		at := 0
		for _, tok := range s.Tokens {
			switch {
			case tok.Kind == Exact && (at >= len(positions) || positions[at].Exact != string(tok.Term)):
				t.Fatalf("%q: position %d is not %q", word, at, tok.Term)
			case tok.Kind == Lemma && positions[at].Lemma != string(tok.Term):
				t.Fatalf("%q: the lemma of position %d is not %q", word, at, tok.Term)
			case tok.Kind == Lemma:
				at++
			}
		}
		if at != len(positions) {
			t.Fatalf("%q: %d positions, not %d", word, len(positions), at)
		}
		for _, p := range positions {
			for _, v := range p.Variants {
				if v.Term == "" || v.Weight <= 0 || v.Weight > 1 {
					t.Fatalf("%q: variant %+v", word, v)
				}
			}
		}
	})
}
