package actors

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestComments(t *testing.T) {
	r := newRecognizer(t)
	doc := []Section{
		{Role: Title, Text: "Krelling tritt zurück"},
		{Role: Body, Text: "Torben Krelling (SPD) geht. Die Union lobt ihn, auch die CDU."},
		{Role: CommentText, Comment: 1, Text: "Krelling war gut. Die Union nicht."},
		{Role: CommentTitle, Comment: 2, Text: "Frau Merkel"},
	}
	want := map[string][]int{
		"person:torben-krelling": {0, 1, 2}, "org:spd": {1}, "org:cdu-csu": {1, 2}, "org:cdu": {1}, "person:angela-merkel": {3},
	}
	found := r.Find(doc, "")
	for _, a := range found {
		var sections []int
		for _, m := range a.Mentions {
			sections = append(sections, m.Section)
		}
		if !slices.Equal(sections, want[a.ID]) {
			t.Errorf("%s is in sections %v, want %v", a.ID, sections, want[a.ID])
		}
	}
	if len(found) != len(want) {
		t.Errorf("found %s, want %d actors", join(found), len(want))
	}
	if found[0].ID != "person:torben-krelling" || !slices.IsSortedFunc(found, func(x, y Actor) int {
		if x.Weight > y.Weight {
			return -1
		}
		return 0
	}) {
		t.Errorf("the order is not that of the weights: %s first", found[0].ID)
	}
}

// A comment says nothing about the names of the article and of other comments.
func TestCommentsStandAlone(t *testing.T) {
	r := newRecognizer(t)
	for _, row := range [...]struct{ article, first, second, want string }{
		{"Krelling tritt auf.", "Torben Krelling war da. Krelling sang.", "Krelling fehlte.", "1 Torben Krelling; 1 Krelling"},
		{"Das Haus steht.", "Herr Dovilek, Sie irren.", "@Dovilek: nein", ""},
		{"Das Haus steht.", "Minister Dovilek irrt.", "Dovilek?", "1 Dovilek"},
		{"Der IVP tagt.", "Das Institut für Verfassungsfragen und Politik (IVP) rät. Das IVP warnt.", "Das IVP?", "1 Institut für Verfassungsfragen und Politik; 1 IVP; 1 IVP"},
		{"Minister Dovilek kam.", "Herr Dovilek irrt.", "Dovilek!", "0 Dovilek; 1 Dovilek; 2 Dovilek"},
		{"Die Ampel steht.", "SPD und FDP, die Ampel!", "Die Ampel steht.", "1 SPD; 1 FDP; 1 Ampel"},
	} {
		doc := []Section{{Role: Body, Text: row.article}, {Role: CommentText, Comment: 1, Text: row.first}, {Role: CommentText, Comment: 2, Text: row.second}}
		var got []string
		for _, a := range r.Find(doc, "") {
			for _, m := range a.Mentions {
				got = append(got, strconv.Itoa(doc[m.Section].Comment)+" "+m.Text)
			}
		}
		want := strings.Split(row.want, "; ")
		if row.want == "" {
			want = nil
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s | %s | %s\n got %q\nwant %q", row.article, row.first, row.second, got, want)
		}
	}
}
