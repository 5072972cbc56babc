package archive

import (
	"fmt"
	"slices"
	"testing"

	"presseschau/corpus"
)

func TestSurnames(t *testing.T) {
	a, ctx := open(t), t.Context()
	frei := corpus.Actor{ID: "person:rulvan-frei", Name: "Rulvan Frei", Type: corpus.Person}
	article := func(id, date string, comment, length int, open ...Surname) Record {
		r := short(id, "Frei spricht")
		r.Article.Published = corpus.Date(date)
		r.Mentions = []corpus.Mention{{Actor: frei, Comment: comment, Field: corpus.TitleField, End: length}}
		r.Surnames = open
		return r
	}
	must[[]Change](t)(a.Put(ctx, []Record{
		article("a", "2020-03-11", 0, 11), article("b", "2020-03-12", 0, 12), article("c", "2020", 0, 11), article("d", "", 0, 4),
		article("e", "2020-03", 1, 11), article("f", "2020-04-01", 0, 4, Surname{"Frei", frei.ID}, Surname{"Wexling", ""}),
	}))
	brief := func() (list []string) {
		for _, o := range must[[]OpenSurname](t)(a.OpenSurnames(ctx)) {
			list = append(list, fmt.Sprintf("%s %s %s=%s", o.ID, o.Published, o.Name, o.Person))
		}
		return list
	}
	if got, want := brief(), []string{"f 2020-04-01 Frei=person:rulvan-frei", "f 2020-04-01 Wexling="}; !slices.Equal(got, want) {
		t.Errorf("open are %q; want %q", got, want)
	}
	var got []string
	for _, b := range must[[]Bearer](t)(a.Bearers(ctx, func(p corpus.Actor) int { return len(p.Name) })) {
		got = append(got, fmt.Sprintf("%s %s %d", b.Actor.Name, b.Month, b.Articles))
	}
	slices.Sort(got)
	if want := []string{"Rulvan Frei 2020 1", "Rulvan Frei 2020-03 2"}; !slices.Equal(got, want) {
		t.Errorf("bearers are %q; want %q", got, want)
	}
	if got := must[[]Bearer](t)(a.Bearers(ctx, func(corpus.Actor) int { return 0 })); len(got) != 0 {
		t.Errorf("nobody was asked for, got %v", got)
	}
	must[[]Change](t)(a.Put(ctx, []Record{article("f", "2020-04-01", 0, 11)}))
	if got := brief(); len(got) != 0 {
		t.Errorf("a version that leaves nothing open has %q", got)
	}
	if err := a.Check(ctx); err != nil {
		t.Error(err)
	}
}
