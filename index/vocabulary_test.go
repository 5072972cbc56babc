package index

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"presseschau/search"
)

func wordsOfTest(t testing.TB, counts map[string]uint32) *wordList {
	t.Helper()
	var forms []string
	for f := range counts {
		forms = append(forms, f)
	}
	slices.Sort(forms)
	v := &wordList{documents: 1000}
	for _, f := range forms {
		v.add([]byte(f), counts[f])
	}
	return v
}

func TestWordList(t *testing.T) {
	v := wordsOfTest(t, map[string]uint32{"haus": 5, "hausbau": 2, "haut": 7, "zaun": 1, "haushalt": 3})
	for form, want := range map[string]int{"haus": 5, "haut": 7, "zaun": 1, "hau": 0, "": 0, "zzz": 0, "a": 0} {
		if got := v.count(form); got != want {
			t.Errorf("%s: %d, want %d", form, got, want)
		}
	}
	for prefix, want := range map[string]string{"hau": "[haus hausbau haushalt haut]", "haus": "[haus hausbau haushalt]",
		"haut": "[haut]", "z": "[zaun]", "x": "[]", "zz": "[]", "": "[haus hausbau haushalt haut zaun]"} {
		var got []string
		for i, end := v.beginning(prefix); i < end; i++ {
			got = append(got, v.form(i))
		}
		if fmt.Sprint(got) != want {
			t.Errorf("%q begins %v, want %s", prefix, got, want)
		}
	}
	v.shrink(3)
	if v.len() != 3 || v.count("haut") != 7 || v.count("haushalt") != 3 || v.count("zaun") != 0 {
		t.Errorf("shrunk to %d forms", v.len())
	}
}

func TestMergedWordLists(t *testing.T) {
	a := wordsOfTest(t, map[string]uint32{"haus": 5, "zaun": 1})
	b := wordsOfTest(t, map[string]uint32{"aal": 2, "haus": 3, "hausbau": 1})
	for _, v := range []*wordList{merged(a, b), merged(b, a), merged(merged(&wordList{}, a), b)} {
		var got []string
		for i := range v.len() {
			got = append(got, fmt.Sprint(v.form(i), " ", v.counts[i]))
		}
		if want := "[aal 2 haus 8 hausbau 1 zaun 1]"; fmt.Sprint(got) != want {
			t.Errorf("merged %v, want %s", got, want)
		}
	}
}

// TestVocabularyCounts compares the counts with what a search of exact forms
// finds, over several segments, deletions, and forms whose lemma depends on
// where they stand.
func TestVocabularyCounts(t *testing.T) {
	x, m := newTest(t, art("a1", "Waren", body("Die Waren waren da.", "waren")), art("a2", "Haus"))
	for _, c := range [][2]string{{"a3", "Die Waren"}, {"a4", "sie waren im Haus"}, {"a5", "Haus und Haus"}} {
		if err := x.Apply(t.Context(), m.put(art(c[0], c[1]))); err != nil {
			t.Fatal(err)
		}
	}
	if err := x.Apply(t.Context(), m.remove("a5")); err != nil {
		t.Fatal(err)
	}
	g, err := x.acquire()
	if err != nil {
		t.Fatal(err)
	}
	defer g.release()
	words, _, err := g.presentVocabulary()
	if err != nil {
		t.Fatal(err)
	}
	if words.len() < 5 {
		t.Fatalf("%d forms", words.len())
	}
	for i := range words.len() {
		form := words.form(i)
		want := find(t, x, search.Request{Query: "=" + form}).Total
		if got := words.count(form); got != want || i > 0 && words.form(i-1) >= form {
			t.Errorf("%s: %d documents, a search finds %d", form, got, want)
		}
	}
	if words.count("und") != 0 || words.count("haus") != 2 || words.count("waren") != 3 {
		t.Errorf("und %d, haus %d, waren %d", words.count("und"), words.count("haus"), words.count("waren"))
	}
}

func TestComplete(t *testing.T) {
	x, _ := newTest(t,
		art("a1", "Müller und die Münchner Straße", outlet("Der Spiegel", "2020-01-01"), names(0, putin)),
		art("a2", "Müller, Mull und Muff", outlet("Spielplatz", "2020-01-02"), names(0, putin, trump)),
		art("a3", "Müller über Covid-19", outlet("taz", "2020-01-03"), names(0, usa), comment("Eva", "2020-01-03", "Müller? Muffig!")),
	)
	for _, tt := range []struct{ query, want string }{
		{"mue", "Müller 4, Münchner 1"},
		{"Mü", "Müller 4, Münchner 1"},
		{"mul", "Müller 4, Mull 1"},
		{"Straße muf", "Muff 1, muffig 1"},
		{"strass", "Straße 1"},
		{"cov", "Covid-19 1"},
		{"un", ""}, // nobody looks for "und"
		{"xy", ""},
		{"m", ""},
		{"outlet:spi", "Der Spiegel 1, Spielplatz 1"},
		{"akteur:pu", "Wladimir Putin 2"},
		{"akteur:do", "Donald Trump 1"},
		{"autor:ev", ""},
		{"jahr:20", ""},
		{"", ""},
	} {
		list, err := x.Complete(t.Context(), tt.query, 10)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, c := range list {
			got = append(got, fmt.Sprintf("%s %d", c.Text, c.Documents))
		}
		if strings.Join(got, ", ") != tt.want {
			t.Errorf("%s: %v, want %s", tt.query, got, tt.want)
		}
	}
	if list, err := x.Complete(t.Context(), "Straße titel:muf", 1); err != nil || len(list) != 1 || list[0].Query != "Straße titel:Muff" {
		t.Errorf("completed: %v, %v", list, err)
	}
	if list, err := x.Complete(t.Context(), "mu", 1); err != nil || len(list) != 1 || list[0].Query != "Müller" {
		t.Errorf("one completion: %v, %v", list, err)
	}
	if _, err := x.Complete(t.Context(), "\xff", 1); err == nil {
		t.Error("a query that is no text is completed")
	}
}

// FuzzComplete looks for queries that cannot be completed, or whose completion
// is no query.
func FuzzComplete(f *testing.F) {
	for _, s := range []string{"mue", "akteur:pu", `"die str`, "-mu", "mu\u0308", "outlet:de", "x:y", "=haus-"} {
		f.Add(s)
	}
	x, _ := newTest(f, art("a1", "Müller und die Straße", outlet("Der Spiegel", "2020-01-01"), names(0, putin)))
	f.Fuzz(func(t *testing.T, query string) {
		list, err := x.Complete(t.Context(), query, 5)
		if err != nil {
			return
		}
		for _, c := range list {
			u, ok, err := search.Unfinish(query)
			if err != nil || !ok || !strings.HasPrefix(c.Query, u.Before) || c.Text == "" || c.Documents == 0 {
				t.Fatalf("%q is completed to %+v", query, c)
			}
		}
	})
}
