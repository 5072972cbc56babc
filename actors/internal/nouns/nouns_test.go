package nouns

import (
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

func TestListed(t *testing.T) {
	if len(text) >= 1<<placeBits {
		t.Fatalf("the list has %d bytes, more than a slot can tell", len(text))
	}
	list := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	known := make(map[string]bool, len(list))
	for _, w := range list {
		known[w] = true
	}
	for _, w := range list {
		for _, asked := range [...]string{w, w + "s", w[:len(w)-1], w[1:]} {
			if listed(asked) != known[asked] {
				t.Errorf("listed(%q) = %v", asked, !known[asked])
			}
		}
	}
}

func BenchmarkIs(b *testing.B) {
	for b.Loop() {
		Is("Hantzschmeierling")
	}
}
