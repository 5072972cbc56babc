package corpus

import "testing"

func TestWithoutTags(t *testing.T) {
	for _, row := range [][2]string{
		{"Zur Lage", "Zur Lage"},
		{"<b>Büchersommer, Teil 2:</b><br></br> Reisen", "Büchersommer, Teil 2:   Reisen"},
		{"<strong><i>Fundstück</i></strong><br><br>am Weg", "Fundstück  am Weg"},
		{`Ein <a href="https://bote.example/1">Brief</a>`, "Ein Brief"},
		{"Kinder <12 Jahre", "Kinder <12 Jahre"},
		{"a < b und b > a", "a < b und b > a"},
		{"<Zensiert> und <br", "<Zensiert> und <br"},
		{"<BR/>Neu", " Neu"},
	} {
		if got := withoutTags(row[0]); got != row[1] {
			t.Errorf("%q: %q, want %q", row[0], got, row[1])
		}
	}
}
