package actors

import (
	"slices"
	"strings"
	"testing"
)

// names finds the actors of one text as a body, sorted by name.
func names(t *testing.T, r *Recognizer, text string) string {
	t.Helper()
	var out []string
	for _, a := range r.Find([]Section{{Role: Body, Text: text}}) {
		out = append(out, a.Name)
	}
	slices.Sort(out)
	return strings.Join(out, "; ")
}

func newRecognizer(tb testing.TB) *Recognizer {
	tb.Helper()
	r, err := New(Options{})
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

func TestFind(t *testing.T) {
	r := newRecognizer(t)
	for _, row := range [...]struct{ text, want string }{
		{"Putins Kritik am Sprecher des Kremls.", "Kreml; Wladimir Putin"},
		{"Er sprach im Weißen Haus, das Weiße Haus schwieg.", "Weißes Haus"},
		{"Der US-Präsident rief an.", "USA"},
		{"Der FSB-Chef und ein AfD-Politiker reisten ab.", "AfD; FSB"},
		{"Die EU-Kommission prüft das.", "Europäische Kommission"},
	} {
		if got := names(t, r, row.text); got != row.want {
			t.Errorf("%s\n got %s\nwant %s", row.text, got, row.want)
		}
	}
}
