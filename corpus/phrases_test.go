package corpus

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestPhrases compares with looking for each phrase in turn.
func TestPhrases(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	text := func(most int) string {
		var sb strings.Builder
		for range 1 + random.IntN(most) {
			sb.WriteByte("abä "[random.IntN(4)])
		}
		return sb.String()
	}
	for range 2000 {
		var table []phrase
		var p phrases
		for range random.IntN(8) {
			ph := phrase{text: text(7)}
			table = append(table, ph)
			p.add(ph)
		}
		s := text(30)
		want := func(has func(string, string) bool) string {
			for _, ph := range table {
				if has(s, ph.text) {
					return ph.text
				}
			}
			return ""
		}
		if got, _ := p.inside(s); got.text != want(strings.Contains) {
			t.Fatalf("%q in %q of %q, want %q", got.text, s, table, want(strings.Contains))
		}
		if got, _ := p.prefix(s); got.text != want(strings.HasPrefix) {
			t.Fatalf("%q begins %q of %q, want %q", got.text, s, table, want(strings.HasPrefix))
		}
	}
}
