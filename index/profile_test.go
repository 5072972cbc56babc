package index

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"presseschau/archive"
	"presseschau/corpus"
	"presseschau/search"
)

// named makes articles that name actors.
func named(prefix string, n int, actors ...corpus.Actor) []*archive.Record {
	out := make([]*archive.Record, n)
	for i := range out {
		out[i] = art(fmt.Sprintf("%s%d", prefix, i), "Text", names(0, actors...))
	}
	return out
}

func TestProfile(t *testing.T) {
	bundestag := corpus.Actor{ID: "org:bundestag", Name: "Bundestag", Type: corpus.Org}
	x, m := newTest(t, slices.Concat(
		named("a", 6, putin, trump), named("b", 2, putin, bundestag), named("c", 20, bundestag), named("d", 10), named("e", 1, putin, usa))...)
	if err := x.Apply(t.Context(), m.put(art("z", "Text", comment("", "", "ein Kommentar"), names(1, putin, usa)))); err != nil {
		t.Fatal(err)
	}
	p, err := x.Actor(t.Context(), putin.ID, 5)
	if err != nil {
		t.Fatal(err)
	}
	if p.Actor != putin || p.Articles != 9 || p.Comments != 1 {
		t.Errorf("profile is %+v", p)
	}
	// Bundestag is with Putin less often than chance has it, the USA only once.
	if len(p.Companions) != 1 || p.Companions[0].Actor != trump || p.Companions[0].Articles != 6 {
		t.Errorf("companions are %+v", p.Companions)
	}
	if p, err := x.Actor(t.Context(), putin.ID, 0); err != nil || len(p.Companions) != 0 {
		t.Errorf("none asked for: %+v, %v", p, err)
	}
	if _, err := x.Actor(t.Context(), "person:nemo", 5); !errors.Is(err, search.ErrNoActor) {
		t.Errorf("an unknown actor: %v", err)
	}
	if err := x.Apply(t.Context(), slices.Concat(m.remove("e0"), m.remove("z"))); err != nil {
		t.Fatal(err)
	}
	if _, err := x.Actor(t.Context(), usa.ID, 5); !errors.Is(err, search.ErrNoActor) {
		t.Errorf("an actor that nothing names any more: %v", err)
	}
}

// TestAssociation has the example of Dunning's paper and the edges.
func TestAssociation(t *testing.T) {
	for _, tt := range []struct {
		together, a, b, n int
		want              float64
	}{
		{110, 2552, 221, 31777, 270.72}, // "the swiss" of table 1: 110, 2442, 111, 29114
		{1, 1, 1, 2, 2 * math.Log(2) * 2},
		{5, 10, 50, 100, 0},
		{3, 10, 50, 100, 0},
		{4, 4, 4, 4, 0},
	} {
		if got := association(tt.together, tt.a, tt.b, tt.n); math.Abs(got-tt.want) > .01 {
			t.Errorf("association(%d, %d, %d, %d) = %.2f, want %.2f", tt.together, tt.a, tt.b, tt.n, got, tt.want)
		}
	}
}

func TestActorByNameAliasAndID(t *testing.T) {
	m := newMemory()
	afd := corpus.Actor{ID: "org:afd", Name: "AfD", Type: corpus.Org}
	land := corpus.Actor{ID: "state:deutschland", Name: "Deutschland", Type: corpus.State}
	m.put(art("p", "Text", names(0, putin)), art("t", "Text", names(0, trump)), art("a", "Text", names(0, afd)), art("d", "Text", names(0, land)))
	a, err := german()
	if err != nil {
		t.Fatal(err)
	}
	x, err := Open(t.Context(), t.TempDir(), m, Options{Analyzer: a, Aliases: func(id string) []string {
		return map[string][]string{afd.ID: {"Alternative für Deutschland"}, putin.ID: {"Wladimir Wladimirowitsch", "Kremlchef"}}[id]
	}})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	if err := x.CatchUp(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	for _, tt := range [][2]string{
		{"akteur:Putin", "p"},
		{"akteur:kremlchef", "p"},
		{"akteur:Kreml*", "p"},
		{`akteur:"Wladimir Wladimirowitsch"`, "p"},
		{"akteur:Wladimirowitsch", ""},
		{"akteur:person:wladimir-putin", "p"},
		{`akteur:"person:donald-trump"`, "t"},
		{`akteur:"Alternative fuer Deutschland"`, "a"},
		{"akteur:Alternative*", "a"},
		{"akteur:Deutschland", "d"},
		{"akteur:state:deutschland", "d"},
		{"akteur:org:deutschland", ""},
		{"-akteur:Kremlchef -akteur:org:afd -akteur:Deutschland", "t"},
	} {
		got := strings.Join(sorted(ids(find(t, x, search.Request{Query: tt[0]}), search.InAll)), " ")
		if got != tt[1] {
			t.Errorf("%s finds %q, want %q", tt[0], got, tt[1])
		}
	}
	facet := find(t, x, search.Request{ActorFind: "alternative für", Facets: []search.Facet{search.ActorFacet}}).Facets[0]
	if len(facet.Values) != 1 || facet.Values[0].Value != afd.ID {
		t.Errorf("the facet lists %+v", facet.Values)
	}
	if p, err := x.Actor(t.Context(), afd.ID, 5); err != nil || !slices.Equal(p.Aliases, []string{"Alternative für Deutschland"}) {
		t.Errorf("profile %+v, %v", p, err)
	}
}
