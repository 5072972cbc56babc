package search

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestUnfinish(t *testing.T) {
	for _, tt := range []struct {
		query, before, word string
		field               Field
		ok                  bool
	}{
		{"Geh", "", "Geh", AnyField, true},
		{"Putin Geh", "Putin ", "Geh", AnyField, true},
		{"Mü", "", "Mü", AnyField, true},
		{"Mu\u0308", "", "Mu\u0308", AnyField, true},
		{`"Angela Mer`, `"Angela `, "Mer", AnyField, true},
		{"(Gas ODER Öl", "(Gas ODER ", "Öl", AnyField, true},
		{"Gipfel -Nat", "Gipfel -", "Nat", AnyField, true},
		{"US-Präs", "", "US-Präs", AnyField, true},
		{"=Häu", "=", "Häu", AnyField, true},
		{"titel:Wah", "titel:", "Wah", TitleField, true},
		{"Bahn akteur:Put", "Bahn akteur:", "Put", ActorField, true},
		{"-outlet:Spi", "-outlet:", "Spi", OutletField, true},
		{"unsinn:Spi", "unsinn:", "Spi", AnyField, true},
		{"Politiker:in", "Politiker:", "in", AnyField, false},
		{"Bürger*Inn", "Bürger*", "Inn", AnyField, false},
		{"titel:in", "titel:", "in", TitleField, true},
		{"jahr:20", "jahr:", "20", YearField, false},
		{"", "", "", AnyField, false},
		{"Putin ", "Putin ", "", AnyField, false},
		{"P", "", "P", AnyField, false},
		{"Gas ODER", "Gas ", "ODER", AnyField, false},
		{`"runder Tisch"`, `"runder Tisch"`, "", AnyField, false},
		{"präs*", "präs*", "", AnyField, false},
		{"--", "--", "", AnyField, false},
	} {
		u, ok, err := Unfinish(tt.query)
		if err != nil || ok != tt.ok || u.Before != tt.before || u.Word != tt.word || u.Field != tt.field {
			t.Errorf("%q: %+v %v %v", tt.query, u, ok, err)
		}
	}
	for _, query := range []string{strings.Repeat("x", MaxQueryRunes+1), "\xff"} {
		var wrong *ParamError
		if _, _, err := Unfinish(query); !errors.As(err, &wrong) || wrong.Param != "q" {
			t.Errorf("%.10q: %v", query, err)
		}
	}
}

func TestFinish(t *testing.T) {
	for _, tt := range []struct{ query, word, want string }{
		{"Putin Geh", "Geheimdienst", "Putin Geheimdienst"},
		{"us", "US-Präsident", "US-Präsident"},
		{"outlet:spi", "Der Spiegel", `outlet:"Der Spiegel"`},
		{"outlet:x", `Das "Blatt"`, `outlet:"Das Blatt"`},
	} {
		u, _, err := Unfinish(tt.query)
		if got := u.Finish(tt.word); err != nil || got != tt.want {
			t.Errorf("%s and %s: %s, %v", tt.query, tt.word, got, err)
		}
	}
}

func FuzzUnfinish(f *testing.F) {
	for _, s := range []string{"", "Geh", "titel:Wah", `"a b`, "-x", "ä:", "\u0308", "a-\u00ad"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, query string) {
		u, ok, err := Unfinish(query)
		if err != nil {
			return
		}
		if u.Before+u.Word != query || !utf8.ValidString(u.Word) {
			t.Fatalf("%q is cut into %q and %q", query, u.Before, u.Word)
		}
		if ok && strings.ContainsAny(u.Word, " \"():*~=") {
			t.Fatalf("%q ends in the word %q", query, u.Word)
		}
	})
}

func TestRewrite(t *testing.T) {
	replace := map[string]Node{
		"one": Word{Text: "eins"}, "two": And{[]Node{Word{Text: "zwei"}, Word{Text: "drei"}}}, "none": nil,
	}
	for _, tt := range []struct{ query, want string }{
		{"one", "eins"},
		{"two", "zwei drei"},
		{"none", ""},
		{"none NOT x", "-x"},
		{"one two three", "eins zwei drei three"},
		{"one none", "eins"},
		{"two OR one", "zwei AND drei OR eins"},
		{"(one OR none) two", "eins zwei drei"},
		{"three NOT one", "three -one"},
		{"title:one \"one\"", "title:one \"one\""},
	} {
		n, err := Parse(tt.query)
		if err != nil {
			t.Fatal(err)
		}
		got := Rewrite(n, func(leaf Node) Node {
			if w, ok := leaf.(Word); ok && w.Field == AnyField {
				if r, ok := replace[w.Text]; ok {
					return r
				}
			}
			return leaf
		})
		if got.String() != tt.want {
			t.Errorf("%s: %s, want %s", tt.query, got, tt.want)
		}
		if again, err := Parse(got.String()); err != nil || again.String() != got.String() {
			t.Errorf("%s: %s is not normalised: %v %v", tt.query, got, again, err)
		}
	}
}
