package actors

import "testing"

func TestNamesakes(t *testing.T) {
	var n Namesakes
	for _, b := range [...]struct {
		id, name, date string
		articles       int
	}{
		{"person:rulvan-frei", "Rulvan Frei", "2020-03", 8},
		{"person:fenja-frei", "Fenja Frei", "2020-05", 2},
		{"person:fenja-frei", "Fenja Frei", "2015", 9},
		{"person:fenja-frei", "Fenja Frei", "", 9},
		{"person:ada-von-dovilek", "Ada von Dovilek", "2020-03", 1},
		{"person:papst-leo", "Leo", "2020-03", 9},
	} {
		n.Add(b.id, b.name, b.date, b.articles)
	}
	for _, row := range [...]struct{ surname, date, want string }{
		{"Frei", "2020-04-11", "person:rulvan-frei"},
		{"Frei", "2020-09", "person:rulvan-frei"},
		{"Frei", "2020-10", "person:fenja-frei"}, // March is too long ago
		{"Frei", "2015-02", "person:fenja-frei"},
		{"Frei", "2015-01", "person:fenja-frei"},
		{"Frei", "2017", ""},
		{"Frei", "", ""}, // 20 of 28
		{"von Dovilek", "2020-03", ""},
		{"Leo", "2020-03", ""},
		{"Krelling", "2020-03", ""},
	} {
		got, ok := n.Who(row.surname, row.date)
		if got.ID != row.want || ok != (row.want != "") {
			t.Errorf("%s of %q is %q, %t; want %q", row.surname, row.date, got.ID, ok, row.want)
		}
	}
}
