package index

import (
	"fmt"
	"slices"
	"testing"

	"presseschau/archive"
	"presseschau/search"
)

func language(tag string) func(*archive.Record) {
	return func(r *archive.Record) { r.Article.Language = tag }
}

func agencies(names ...string) func(*archive.Record) {
	return func(r *archive.Record) { r.Article.Agencies = names }
}

// What is not German is found by its words as they stand, and by no lemma.
func TestOtherLanguagesAreNotAnalysed(t *testing.T) {
	x, _ := newTest(t,
		art("de", "Häuser", language("de"), body("Das war ein Rat der Häuser in den Geheimdienstinformationen."), agencies("dpa", "rtre")),
		art("en", "Houses", language("en-GB"), body("The war had its houses; Müller and the rat, Geheimdienstinformationen."), agencies("rtr", "reuters"), comment("Jo", "", "Too many wars.")),
		art("it", "Le case", language("it"), body("La guerra delle case."), agencies("ansa")),
		art("none", "Haus"))
	for _, c := range []struct {
		query string
		want  []string
	}{
		{"war", []string{"de", "en"}},
		{"sein", []string{"de"}},
		{"houses", []string{"en"}},
		{"HOUSES", []string{"en"}},
		{"house", nil},
		{"hous*", []string{"en"}},
		{"=houses", []string{"en"}},
		{`"war had its houses"`, []string{"en"}},
		{"mueller", []string{"en"}},
		{"rat", []string{"de", "en"}},
		{"Räte", []string{"de"}},
		{"wars", []string{"en"}},
		{"case", []string{"it"}},
		{"Geheimdienst", []string{"de"}},
		{"Geheimdienstinformationen", []string{"de", "en"}},
		{"Haus", []string{"de", "none"}},
		{"sprache:englisch", []string{"en"}},
		{"language:en", []string{"en"}},
		{"sprache:andere", []string{"it"}},
		{"sprache:deutsch Haus", []string{"de"}},
		{"agentur:reuters", []string{"de", "en"}},
		{"agentur:rtr", []string{"de", "en"}},
		{"agentur:Reu*", []string{"de", "en"}},
		{"agency:ANSA", []string{"it"}},
		{"-agentur:dpa war", []string{"en"}},
	} {
		found := find(t, x, search.Request{Query: c.query, Size: 20})
		if got := sorted(ids(found, search.InAll)); !slices.Equal(got, c.want) {
			t.Errorf("%s finds %q; want %q", c.query, got, c.want)
		}
		for _, h := range found.Hits {
			if c.query == "houses" && (len(h.TitleMark.Marks) != 1 || h.Score == 0) {
				t.Errorf("%s: marks %v, score %v", c.query, h.TitleMark.Marks, h.Score)
			}
		}
	}
}

func TestAgenciesAndLanguagesAreFacets(t *testing.T) {
	x, _ := newTest(t, art("a", "Haus", language("de"), agencies("dpa", "rtre", "rtr")), art("b", "Haus", language("fr-CH"), agencies("reuters")), art("c", "Haus"))
	r := search.Request{Facets: []search.Facet{search.AgencyFacet, search.LanguageFacet},
		Filters: []search.Filter{{Facet: search.AgencyFacet, Include: []string{"RTR"}}, {Facet: search.LanguageFacet, Exclude: []string{"fr"}}}}
	found := find(t, x, r)
	var got []string
	for _, f := range found.Facets {
		for _, v := range f.Values {
			got = append(got, fmt.Sprint(v.Value, " ", v.Count, " ", v.Selected, v.Excluded))
		}
		got = append(got, fmt.Sprint("missing ", f.Missing))
	}
	want := []string{"Reuters 1 true false", "dpa 1 false false", "missing 1", "de 1 false false", "fr 1 false true", "missing 0"}
	if !slices.Equal(got, want) || found.Total != 1 || !slices.Equal(found.Hits[0].Agencies, []string{"dpa", "Reuters"}) || found.Hits[0].Language != "de" {
		t.Errorf("%d hits of %v, facets %q; want %q", found.Total, found.Hits[0].Agencies, got, want)
	}
}
