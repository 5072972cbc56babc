package archive

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"presseschau/corpus"
)

func TestOverview(t *testing.T) {
	a, ctx, r := open(t), t.Context(), rand.New(rand.NewPCG(1, 1))
	empty := must[Overview](t)(a.Overview(ctx))
	if len(empty.Sources) > 0 || empty.Groups > 0 {
		t.Errorf("an empty archive has %+v", empty)
	}
	var records []Record
	for i := range 6 {
		record := dispatch(r, fmt.Sprintf("id%d", i), 1)
		record.Article.Source, record.Article.Language = fmt.Sprintf("/x/%d.txt", i/3), "de"
		records = append(records, record)
	}
	records[0].Article.Published, records[0].Article.PublishedFrom = "2015", corpus.FromURL
	records[1].Article.Outlet = ""
	records[2].Article.Comments = []corpus.Comment{{N: 1}, {N: 2}}
	records[5].Article.Language = "en"
	records[5].Article.Body = nil
	must[[]Change](t)(a.Put(ctx, records, Source{Path: "/x/0.txt"}, Source{Path: "/x/1.txt"}))
	got := must[Overview](t)(a.Overview(ctx))
	want := Overview{
		Sources: []SourceCount{
			{Path: "/x/0.txt", Articles: 2, Comments: 2, WithoutDate: 2, WithoutOutlet: 1},
			{Path: "/x/0.txt", DateFrom: corpus.FromURL, Articles: 1},
			{Path: "/x/1.txt", Articles: 3, WithoutDate: 3},
		},
		Languages: map[string]int{"de": 5, "en": 1}, Groups: 1, Grouped: 5,
		Largest: []GroupCount{{ID: "id0", Title: records[0].Article.Title, Articles: 5}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("Overview is\n%+v\nwant\n%+v", got, want)
	}
}
