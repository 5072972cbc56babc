package archive

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"presseschau/corpus"
)

// putVersions stores versions of one story, with ids that sort as they are stored.
func putVersions(t *testing.T, dates []string) *Archive {
	t.Helper()
	a, r := open(t), rand.New(rand.NewPCG(1, 1))
	var records []Record
	for i, d := range dates {
		record := dispatch(r, fmt.Sprintf("id%04d", i), 1)
		record.Article.Outlet = []string{"", "Nordblatt", "Südblatt", "Ostblatt", "Westblatt"}[r.IntN(5)]
		record.Article.Published = corpus.Date(strings.TrimPrefix(d, "-"))
		records = append(records, record)
	}
	must[[]Change](t)(a.Put(t.Context(), records))
	return a
}

func TestEarliestVersion(t *testing.T) {
	for _, c := range []struct{ dates, want string }{
		{"2015-09-20 2015-09-19 2016-01-01", "2015-09-19!"},
		{"2015-09-20T08:00 2015-09-20T07:59", "2015-09-20T07:59!"},
		{"2015-09-20 2015-09-20T07:59 2015-09-21", "2015-09-20! 2015-09-20T07:59!"},
		{"2015-09-20 - 2015-09-20", "2015-09-20! 2015-09-20!"},
		{"2015 2015-09 2015-10", "2015! 2015-09!"},
		{"2015-09 2015 2014", "2014!"},
		{"2020-07-01T12:00 2020-07-01T10:30:00Z", "2020-07-01T12:00!"},
		{"2020-07-01T13:00+02:00 2020-07-01T10:30:00Z 2020-07-02", "2020-07-01T10:30:00Z!"},
		{"- -", ""},
	} {
		g, ok, err := putVersions(t, strings.Fields(c.dates)).GroupOf(t.Context(), "id0000")
		if err != nil || !ok {
			t.Fatalf("%s: %v, %v", c.dates, ok, err)
		}
		var first []string
		for _, v := range g.Versions {
			if v.First {
				first = append(first, string(v.Published)+"!")
			}
		}
		if got := strings.Join(first, " "); got != c.want {
			t.Errorf("%s: the earliest are %q; want %q", c.dates, got, c.want)
		}
	}
}

// What a large group lists are the versions that come first if all are sorted,
// whatever the zones of their dates.
func TestEarliestOfMany(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	forms := []string{"", "2015", "2015-10", "2015-10-%02[1]d", "2015-10-%02[1]dT%02[2]d:30", "2015-10-%02[1]dT%02[2]d:30Z",
		"2015-10-%02[1]dT%02[2]d:30:15-11:00", "2015-10-%02[1]dT%02[2]d:30+14:00"}
	var dates []string
	for range 400 {
		form := forms[r.IntN(len(forms))]
		if r.IntN(10) > 0 { // few are so coarse that they come first
			form = forms[4+r.IntN(4)]
		}
		if !strings.Contains(form, "%") {
			dates = append(dates, form)
			continue
		}
		dates = append(dates, fmt.Sprintf(form, 23+r.IntN(4), r.IntN(24)))
	}
	a := putVersions(t, dates)
	g, _, err := a.GroupOf(t.Context(), "id0000")
	if err != nil {
		t.Fatal(err)
	}
	want := make([]int, len(dates))
	for i := range want {
		want[i] = i
	}
	slices.SortStableFunc(want, func(a, b int) int {
		x, y := corpus.Date(dates[a]).German(), corpus.Date(dates[b]).German()
		if (x == "") != (y == "") {
			return cmp.Compare(y, x)
		}
		return cmp.Compare(x, y)
	})
	if g.Total != len(dates) || len(g.Versions) != MaxVersions {
		t.Fatalf("%d of %d versions", len(g.Versions), g.Total)
	}
	var outlets []string
	for _, i := range want {
		if o := must[*Record](t)(a.Record(t.Context(), fmt.Sprintf("id%04d", i))).Article.Outlet; o != "" && !slices.Contains(outlets, o) {
			outlets = append(outlets, o)
		}
	}
	if !slices.Equal(g.Outlets, outlets) {
		t.Errorf("outlets %q; want %q", g.Outlets, outlets)
	}
	for i, v := range g.Versions {
		if id := fmt.Sprintf("id%04d", want[i]); v.ID != id {
			t.Errorf("version %d is %s of %q; want %s of %q", i, v.ID, v.Published, id, dates[want[i]])
		}
	}
}
