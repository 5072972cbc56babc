package corpus

import "testing"

// TestFurnitureInBrackets reads a row whose phrase ends in a sign.
func TestFurnitureInBrackets(t *testing.T) {
	f, err := newFurniture("drop\t=\tgeschäftsbedingungen (agb)\ndrop\t=\t(c) redaktion\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"geschäftsbedingungen (agb)", "(c) redaktion"} {
		if got := f.known(text); got != effectDrop {
			t.Errorf("%s: got %q, want %q", text, got, effectDrop)
		}
	}
}
