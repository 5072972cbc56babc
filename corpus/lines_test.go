package corpus

import (
	"strings"
	"testing"
)

func FuzzLower(f *testing.F) {
	for _, s := range []string{"ÄÖÜ ẞß Éclair × „GROSS“ – § 5 …", "İstanbul", "ĄĆ", "\xc3", "K"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		if got := lower(s); got != strings.ToLower(s) {
			t.Errorf("%q: got %q, want %q", s, got, strings.ToLower(s))
		}
	})
}
