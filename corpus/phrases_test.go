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
		inner, p, ends := newPhrases(), newPhrases(), newPhrases()
		for range random.IntN(8) {
			ph := phrase{text: text(7), effect: effectDrop}
			table = append(table, ph)
			inner.addInside(ph)
			p.add(ph)
			ends.addEnd(ph)
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
		for _, c := range []struct {
			got *phrase
			has func(string, string) bool
		}{{first(inner.inside(s)), strings.Contains}, {p.prefix(s), strings.HasPrefix}, {ends.suffix(s), strings.HasSuffix}} {
			got := ""
			if c.got != nil {
				got = c.got.text
			}
			if got != want(c.has) {
				t.Fatalf("%q in %q of %v, want %q", got, s, table, want(c.has))
			}
		}
	}
}

func first(p *phrase, _ cues) *phrase { return p }
