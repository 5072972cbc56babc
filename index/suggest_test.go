package index

import (
	"bufio"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"presseschau/archive"
	"presseschau/search"
)

// lines calls visit for the lines of a file of testdata that are no comments.
func lines(t testing.TB, name string, visit func(line string)) {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	for s.Scan() {
		if line := s.Text(); line != "" && line[0] != '#' {
			visit(line)
		}
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
}

// worded is an archive that has the words of testdata/words.txt in as many
// articles as it says.
func worded(t testing.TB) []*archive.Record {
	t.Helper()
	var texts []string
	lines(t, "words.txt", func(line string) {
		count, words, _ := strings.Cut(line, " ")
		n, err := strconv.Atoi(count)
		if err != nil {
			t.Fatal(err)
		}
		for len(texts) < n {
			texts = append(texts, "")
		}
		for i := range n {
			texts[i] += " " + words
		}
	})
	var out []*archive.Record
	for i, text := range texts {
		with := []func(*archive.Record){outlet("Blatt", "2020-05-01"), body("Es war" + text)}
		if i < 20 {
			with = append(with, comment("Leserin", "2020-05-02", "Was die Regierung macht"))
		}
		title := "Meldung"
		if i < 30 {
			title = "Was Merkel sagt"
		}
		out = append(out, art("a"+strconv.Itoa(i), title, with...))
	}
	return out
}

// TestSuggestions names the misspellings that are not corrected, and bounds how
// many of a hundred there may be. A query that finds all that is meant by itself,
// because the analyzer knows the spelling, needs no suggestion.
func TestSuggestions(t *testing.T) {
	const mayFail = 8
	x, _ := newTest(t, worded(t)...)
	wrong, all := map[string]int{}, map[string]int{}
	lines(t, "misspellings.tsv", func(line string) {
		fields := strings.Split(line, "\t")
		set, typed, meant := fields[0], fields[1], strings.TrimPrefix(fields[2], "-")
		asked := find(t, x, search.Request{Query: typed})
		all[set]++
		got := asked.Query.Suggestion
		if got == meant || got == "" && asked.Query.Relaxed == "" && asked.Total >= find(t, x, search.Request{Query: meant}).Total {
			return
		}
		wrong[set]++
		t.Logf("%s: suggested %q, meant %q", typed, got, meant)
	})
	for set, n := range all {
		t.Logf("%s: %d of %d are right", set, n-wrong[set], n)
		if wrong[set]*100 > mayFail*n {
			t.Errorf("%s: %d of %d are wrong", set, wrong[set], n)
		}
	}
}

// TestSuggestionsFind makes mistakes in words of the archive, in queries of all
// forms: what is suggested finds more than what was asked, and is a query.
func TestSuggestionsFind(t *testing.T) {
	x, _ := newTest(t, worded(t)...)
	var words []string
	lines(t, "words.txt", func(line string) {
		for _, w := range strings.Fields(line)[1:] {
			if len(w) > 4 {
				words = append(words, w)
			}
		}
	})
	random := rand.New(rand.NewPCG(1, 2))
	word := func() string { return words[random.IntN(len(words))] }
	wrong := func() string { return misspelt(random, word()) }
	forms := []func() string{
		wrong,
		func() string { return wrong() + " " + word() },
		func() string { return wrong() + " " + wrong() + " " + word() },
		func() string { return wrong() + " ODER " + wrong() },
		func() string { return `"` + word() + " " + wrong() + `"` },
		func() string { return "titel:" + wrong() },
		func() string { return "=" + wrong() },
		func() string { return wrong() + " -" + word() },
		func() string { return word() + wrong() },
		func() string { return strings.Join(strings.SplitAfterN(word(), "e", 2), " ") },
	}
	suggested := 0
	for i := range 1000 {
		r := search.Request{Query: forms[i%len(forms)]()}
		if i%3 == 0 {
			r.Scope = search.InArticles
		}
		res := find(t, x, r)
		if res.Query.Suggestion == "" {
			continue
		}
		suggested++
		asked := res.Total
		if res.Query.Relaxed != "" {
			asked = 0
		}
		r.Query = res.Query.Suggestion
		if better := find(t, x, r); better.Query.Relaxed != "" || better.Total <= asked {
			t.Errorf("%s finds %d, the suggested %s finds %d", res.Query.Text, asked, r.Query, better.Total)
		}
	}
	if suggested < 300 {
		t.Errorf("only %d of 1000 queries got a suggestion", suggested)
	}
}

// misspelt makes a mistake in a word: a letter is missing, double, swapped or
// wrong.
func misspelt(random *rand.Rand, word string) string {
	letters := []rune(word)
	i := 1 + random.IntN(len(letters)-2)
	switch random.IntN(4) {
	case 0:
		return string(slices.Delete(letters, i, i+1))
	case 1:
		return string(slices.Insert(letters, i, letters[i]))
	case 2:
		letters[i], letters[i+1] = letters[i+1], letters[i]
	case 3:
		letters[i] = 'a' + random.Int32N(26)
	}
	return string(letters)
}

func TestSuggestionForms(t *testing.T) {
	x, _ := newTest(t,
		art("a1", "Der Verfassungsschutz warnt", outlet("Der Spiegel", "2020-01-01"), names(0, putin), body("Die Straße in Köln.", "Wladimir Putin in der Straße.")),
		art("a2", "Noch einmal: die Straße", outlet("taz", "2021-01-01"), body("Natürlich! Natürlich.", "Was der Verfassungsschutz weiß.")),
	)
	for _, tt := range []struct {
		request search.Request
		want    string
	}{
		{search.Request{Query: "verfasungsschutz"}, "Verfassungsschutz"},
		{search.Request{Query: "naturlihc"}, "natürlich"},
		{search.Request{Query: "STRASE"}, "Straße"},
		{search.Request{Query: "Strase", Filters: []search.Filter{{Facet: search.OutletFacet, Include: []string{"taz"}}}}, "Straße"},
		{search.Request{Query: "Köhln", Filters: []search.Filter{{Facet: search.OutletFacet, Include: []string{"taz"}}}}, ""}, // not there
		{search.Request{Query: "Köhln", Scope: search.InComments}, ""},
		{search.Request{Query: "Köhln"}, "Köln"},
		{search.Request{Query: "akteur:Puttin"}, "akteur:Putin"},
		{search.Request{Query: "NICHT taz Strase"}, "NICHT taz Straße"},
		{search.Request{Query: "Strase Strase"}, "Straße Straße"}, // in two places, so the tree is printed
		{search.Request{Query: "Strase", Page: 2, Size: 1}, ""},
		{search.Request{Query: `"in der Strase!"`}, `"in der Straße!"`},
		{search.Request{Query: `"Puttin, Strase"~5`}, `"Putin, Straße"~5`},
		{search.Request{Query: "Strase jahr:2021 Verfasungsschutz"}, "Straße jahr:2021 Verfassungsschutz"},
	} {
		if got := find(t, x, tt.request).Query.Suggestion; got != tt.want {
			t.Errorf("%+v: suggested %q, want %q", tt.request, got, tt.want)
		}
	}
}

// TestSuggestionsFollow makes sure that no suggestion outlives its texts, though
// the vocabulary may.
func TestSuggestionsFollow(t *testing.T) {
	x, m := newTest(t, art("a1", "Die Straße"), art("a2", "Das Haus"))
	if got := find(t, x, search.Request{Query: "Strase"}).Query.Suggestion; got != "Straße" {
		t.Fatalf("suggested %q", got)
	}
	if err := x.Apply(t.Context(), m.remove("a1")); err != nil {
		t.Fatal(err)
	}
	if got := find(t, x, search.Request{Query: "Strase"}).Query.Suggestion; got != "" {
		t.Errorf("suggested %q, which no text has any more", got)
	}
	g, err := x.acquire()
	if err != nil {
		t.Fatal(err)
	}
	defer g.release()
	g.readVocabulary()
	if n := g.lexis.words.count("strasse"); n != 0 {
		t.Errorf("the vocabulary has a deleted word %d times", n)
	}
	if n := g.lexis.words.count("haus"); n != 1 {
		t.Errorf("the vocabulary has a word of one text %d times", n)
	}
}

// FuzzSuggestion asks all kinds of queries: a suggestion is a query that finds
// more, and what is suggested for it leads nowhere else.
func FuzzSuggestion(f *testing.F) {
	for _, s := range []string{"Strase", `"die Strase" -x`, "titel:Strase ODER Kölln", "=strase", "diestrase", "Stra ße", "akteur:puttin", "\\ODER Strase"} {
		f.Add(s)
	}
	x, _ := newTest(f,
		art("a1", "Die Straße in Köln", outlet("Der Spiegel", "2020-01-01"), names(0, putin), body("Der Verfassungsschutz und die Straße.")),
		art("a2", "Ein Haus an der Straße", outlet("taz", "2021-01-01"), comment("Eva", "2021-01-02", "So weit, so gut oder nicht")))
	f.Fuzz(func(t *testing.T, query string) {
		asked, err := x.Search(t.Context(), search.Request{Query: query})
		if err != nil || asked.Query.Suggestion == "" {
			return
		}
		better, err := x.Search(t.Context(), search.Request{Query: asked.Query.Suggestion})
		if err != nil {
			t.Fatalf("%q: the suggested %q fails: %v", query, asked.Query.Suggestion, err)
		}
		if asked.Query.Relaxed == "" && better.Total <= asked.Total || better.Total == 0 || better.Query.Relaxed != "" {
			t.Fatalf("%q finds %d, the suggested %q finds %d", query, asked.Total, asked.Query.Suggestion, better.Total)
		}
	})
}
