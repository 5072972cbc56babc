package nouns

import (
	"slices"
	"strings"
	"testing"
)

func TestIs(t *testing.T) {
	for _, row := range [...]struct {
		word string
		want bool
	}{
		{"Haus", true}, {"Häuser", true}, {"Spielraum", true}, {"Anlagen", true}, {"Kurzarbeit", true},
		{"Impfstoffhersteller", true}, {"Vertrauen", true}, {"Zeitungen", true},
		{"Kretschmann", false}, {"Merkel", false}, {"Habeck", false}, {"Hantzsch", false}, {"Sirakov", false},
		{"Steinmeier", false}, {"Lauterbach", false}, {"", false}, {"X", false},
	} {
		if got := Is(row.word); got != row.want {
			t.Errorf("Is(%q) = %v, want %v", row.word, got, row.want)
		}
	}
}

func TestListIsSorted(t *testing.T) {
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	if !slices.IsSorted(lines) {
		t.Error("the list is not sorted, the search needs it to be")
	}
	for _, w := range [...]string{lines[0], lines[len(lines)/2], lines[len(lines)-1]} {
		if !listed(w) {
			t.Errorf("%q is in the list and not found", w)
		}
	}
}

func BenchmarkIs(b *testing.B) {
	for b.Loop() {
		Is("Hantzschmeierling")
	}
}
