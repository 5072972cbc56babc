package main

import (
	"path/filepath"
	"reflect"
	"slices"
	"testing"
)

func someSources(t *testing.T) []source {
	t.Helper()
	sources, err := readSources(t.Context(), []string{"../examples/archive"})
	if err != nil {
		t.Fatal(err)
	}
	return sources
}

func TestRecombinedIsRepeatable(t *testing.T) {
	sources := someSources(t)
	for _, i := range []int{0, len(sources), 12345} {
		first, second := recombined(sources, i), recombined(sources, i)
		if !reflect.DeepEqual(first, second) {
			t.Errorf("article %d differs: %v and %v", i, first, second)
		}
	}
	if a, b := recombined(sources, 0), recombined(sources, len(sources)); a["body"] == b["body"] {
		t.Errorf("two articles on one theme are the same: %s", a["body"])
	}
}

func TestSentences(t *testing.T) {
	text := "Die Regierung hat am Montag getagt. »Es bleibt dabei, dass nichts geschieht.« Kurz. Das sagte der Sprecher am Abend in Berlin."
	want := []string{"Die Regierung hat am Montag getagt.", "»Es bleibt dabei, dass nichts geschieht.«", "Das sagte der Sprecher am Abend in Berlin."}
	if got := sentences(text); !slices.Equal(got, want) {
		t.Errorf("sentences %q, want %q", got, want)
	}
}

func TestDrawIsRepeatable(t *testing.T) {
	sources := someSources(t)
	path := filepath.Join(t.TempDir(), peersName)
	err := writeLines(path, func(add func(any) error) error {
		for i := range 400 {
			made := recombined(sources, i)
			if err := add(article{ID: made["id"], Year: "2020", Title: made["title"], Text: made["body"]}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var drawn [2][]query
	for i := range drawn {
		words, err := readVocabulary(path)
		if err != nil {
			t.Fatal(err)
		}
		drawn[i] = words.draw()
	}
	if len(drawn[0]) != perKind*len(kinds()) || !reflect.DeepEqual(drawn[0], drawn[1]) {
		t.Errorf("%d queries, then %d others", len(drawn[0]), len(drawn[1]))
	}
}

func TestTakenApart(t *testing.T) {
	many := make([]string, partFrom)
	nouns := map[string][]string{"Impfstoff": many, "Hersteller": many, "Regierung": many, "Sprecher": many,
		"Staub": many, "Ecken": many, "Staubecken": many[:1], "Stau": many, "Becken": many}
	for _, tc := range []struct{ word, modifier, head string }{
		{"Impfstoffhersteller", "Impfstoff", "Hersteller"},
		{"Regierungssprecher", "Regierung", "Sprecher"},
		{"Hersteller", "", ""},
		{"Staubecken", "", ""}, // it can be read in two ways
	} {
		modifier, head, _ := takenApart(tc.word, nouns)
		if modifier != tc.modifier || head != tc.head {
			t.Errorf("%s is %s and %s, want %s and %s", tc.word, modifier, head, tc.modifier, tc.head)
		}
	}
}

func TestScore(t *testing.T) {
	judged := []judgement{
		{relevant: map[string]bool{"a": true, "b": true}, half: tuning},
		{relevant: map[string]bool{"c": true}, half: tuning},
		{relevant: map[string]bool{"d": true}, half: reporting},
	}
	answers := []answer{{IDs: []string{"x", "a"}}, {IDs: []string{"x"}}, {IDs: []string{"d"}}}
	k := ranking{Half: tuning}
	k.score(judged, answers)
	want := ranking{Half: tuning, Queries: 2, MRR: 0.25, Recall10: 0.25, Recall50: 0.25}
	if k != want {
		t.Errorf("scored %+v, want %+v", k, want)
	}
}
