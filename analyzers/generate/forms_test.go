package main

import (
	"slices"
	"testing"
)

func TestContracted(t *testing.T) {
	tests := []struct{ form, want string }{
		{"gehen", "gehn"}, {"gesehen", "gesehn"}, {"bauen", "baun"}, {"gäbest", "gäbst"}, {"gäbet", "gäbt"},
		{"arbeitest", ""}, {"machen", ""}, {"drehen", "drehn"}, {"et", ""},
	}
	for _, tt := range tests {
		if got := contracted(tt.form); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.form, got, tt.want)
		}
	}
}

func TestWithoutTriple(t *testing.T) {
	tests := []struct{ form, want string }{
		{"schifffahrt", "schiffahrt"}, {"brennnessel", "brennessel"}, {"sauerstoffflasche", ""}, {"schiff", ""}, {"teeei", ""},
	}
	for _, tt := range tests {
		if got := withoutTriple(tt.form); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.form, got, tt.want)
		}
	}
}

func TestIsDeclined(t *testing.T) {
	freqs := frequencies{"allergisch": 0, "allergische": 0, "allergischen": 0, "allergischem": 0,
		"stammtisch": 0, "stammtische": 0, "stammtischen": 0, "gegendert": 0, "gegenderte": 0, "gegenderten": 0,
		"gegendertem": 0, "gegenderter": 0, "gegendertes": 0}
	for base, want := range map[string]bool{"allergisch": true, "stammtisch": false, "gegendert": true, "unknown": false} {
		if got := isDeclined(base, freqs); got != want {
			t.Errorf("%s: got %t", base, got)
		}
	}
}

// TestHomographs shows which lemmas get a mark.
func TestHomographs(t *testing.T) {
	choices := map[string]choice{
		"unternehmen":  {upper: "unternehmen", lower: "unternehmen", class: verb},
		"unternahm":    {lower: "unternehmen", class: verb},
		"unternommene": {lower: "unternommen", lowerWeak: "unternehmen", class: participle},
		"schweigen":    {upper: "schweigen", lower: "schweigen", class: verb, nominal: true},
		"recht":        {upper: "recht", lower: "recht", class: adjective},
		"sein":         {upper: "sein", lower: "sein", class: function},
		"haus":         {upper: "haus"},
	}
	markHomographs(choices)
	tests := []struct{ form, upper, lower, weak string }{
		{"unternehmen", "unternehmen", "unternehmen/v", ""},
		{"unternahm", "", "unternehmen/v", ""},
		{"unternommene", "", "unternommen", "unternehmen/v"},
		{"schweigen", "schweigen", "schweigen", ""},
		{"recht", "recht", "recht/a", ""},
		{"sein", "sein", "sein", ""},
		{"haus", "haus", "", ""},
	}
	for _, tt := range tests {
		if ch := choices[tt.form]; ch.upper != tt.upper || ch.lower != tt.lower || ch.lowerWeak != tt.weak {
			t.Errorf("%s: got %q, %q, %q", tt.form, ch.upper, ch.lower, ch.lowerWeak)
		}
	}
}

func TestUnifySpellings(t *testing.T) {
	words := dictionary{}
	for _, w := range []string{"photograph", "fotograf", "graph", "graf", "schifffahrt", "schiffahrt", "potential", "potenzial", "phantom"} {
		words[w] = []reading{{lemma: w, base: true}}
	}
	unifySpellings(words)
	for form, want := range map[string]string{"photograph": "fotograf", "graph": "graph", "schiffahrt": "schifffahrt",
		"potential": "potenzial", "phantom": "phantom"} {
		if !slices.ContainsFunc(words[form], func(r reading) bool { return r.lemma == want }) {
			t.Errorf("%s: got %+v, want %s", form, words[form], want)
		}
	}
}
