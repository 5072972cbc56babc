package archive

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"presseschau/corpus"
)

// TestTagIsPut stores other mentions by Tag in one archive, and by Put in
// another: both are the same then, and go on alike.
func TestTagIsPut(t *testing.T) {
	ctx := t.Context()
	tagged, put := open(t), open(t)
	random := rand.New(rand.NewPCG(3, 4))
	var records []Record
	for i := range 60 {
		records = append(records, dispatch(random, fmt.Sprint(i), 12))
		records[i].Article.Comments = []corpus.Comment{{N: 1, Text: "Nun ja."}}
	}
	source := Source{Path: "a.jsonl"}
	for _, a := range []*Archive{tagged, put} {
		must[[]Change](t)(a.Put(ctx, records, source))
	}
	var some []Record
	for i := 0; i < 60; i += 3 {
		r := must[*Record](t)(tagged.Record(ctx, fmt.Sprint(i)))
		who := corpus.Actor{ID: fmt.Sprintf("person:%d", i%4), Name: fmt.Sprintf("Ruth %d", i%4), Type: corpus.Person}
		r.Mentions = []corpus.Mention{{Actor: who, Field: corpus.TitleField, End: 4}, {Actor: who, Comment: 1, Field: corpus.BodyField, End: 3}}
		r.Surnames = []Surname{{Name: "Muster", Person: who.ID}}
		some = append(some, *r)
	}
	gone := Record{Article: &corpus.Article{ID: "gone"}}
	got := must[[]Change](t)(tagged.Tag(ctx, append(slices.Clone(some), gone)))
	want := must[[]Change](t)(put.Put(ctx, some))
	if got, want := brief(got), brief(want); len(some) != 20 || got != want {
		t.Errorf("changes are %s; want %s", got, want)
	}
	if again := must[[]Change](t)(tagged.Tag(ctx, some)); len(again) != 0 {
		t.Errorf("the same mentions made %d changes", len(again))
	}
	more := []Record{dispatch(random, "60", 12), dispatch(random, "61", 12)}
	for _, step := range []func(*Archive) error{
		func(*Archive) error { return nil },
		func(a *Archive) error { _, err := a.Put(ctx, more, source); return err },
		func(a *Archive) error { _, err := a.Delete(ctx, []string{"0", "1"}); return err },
	} {
		for _, a := range []*Archive{tagged, put} {
			if err := step(a); err != nil {
				t.Fatal(err)
			}
			if err := a.Check(ctx); err != nil {
				t.Error(err)
			}
		}
		if got, want := holds(t, tagged), holds(t, put); !reflect.DeepEqual(got, want) {
			t.Errorf("the archive has\n%v\nwant\n%v", got, want)
		}
	}
}

// holds is what an archive holds, but for the numbers of changes and groups.
func holds(t *testing.T, a *Archive) (all []any) {
	t.Helper()
	m := mirror{}
	m.follow(must[[]Change](t)(a.Changes(t.Context(), 0, 1000)))
	all = append(all, m.partition())
	for _, r := range m {
		r.Group = 0
	}
	heads := must[[]Head](t)(a.Heads(t.Context(), []Ref{{ID: "3"}, {ID: "4"}, {ID: "60"}}))
	return append(all, m, heads, must[[]OpenSurname](t)(a.OpenSurnames(t.Context())), must[[]string](t)(a.SourceIDs(t.Context(), "a.jsonl")))
}
