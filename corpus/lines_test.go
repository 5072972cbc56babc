package corpus

import (
	"slices"
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

// FuzzLook compares one look at a line with cleaning it and writing it in lower
// case.
func FuzzLook(f *testing.F) {
	for _, s := range []string{"ÄÖÜ ẞß Éclair × „GROSS“ – § 5 …", "a  b", "a\tb", "→ Mehr ›", "\u00A0x", "İ Ω", "e\u0301", "\u00AD", "\xc3", "🙂 ✂"} {
		f.Add(s)
	}
	k := newLooker()
	table := newPhrases()
	for n, text := range []string{"xt", "gro", "über", "„mehr", "a b", "5 …"} {
		table.addInside(phrase{text: text, effect: effectDrop, cues: 1 << n, whole: n == 0})
	}
	f.Fuzz(func(t *testing.T, s string) {
		from, to := trimmed(s)
		s = s[from:to]
		small := make([]byte, len(s))
		signs, words, clean, hits := k.look(s, small, table, nil)
		if !clean {
			return
		}
		if got := cleanLine(s); got != s || got != slowClean(s) {
			t.Errorf("%q is not clean: %q", s, got)
		}
		if string(small) != strings.ToLower(s) {
			t.Errorf("%q in lower case is %q", s, small)
		}
		found, cues := table.found(small, hits)
		if want, all := table.inside(string(small)); found != want || cues != all {
			t.Errorf("%q: got the phrase %v and the cues %b, want %v and %b", s, found, cues, want, all)
		}
		if all, n := k.lookAgain(s); all != signs || n != words {
			t.Errorf("%q: signs %b, words %d, looking again %b, %d", s, signs, words, all, n)
		}
	})
}

// FuzzTidy compares the quick way to clean a line with the other.
func FuzzTidy(f *testing.F) {
	for _, s := range []string{" a\u00A0\u2009b ", "Sil\u00ADbe", "\u200Bx\ty\v", "a \u00AD b", "→ ✂ ›"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, ok := tidy(s); ok && got != slowClean(s) {
			t.Errorf("%q: got %q, want %q", s, got, slowClean(s))
		}
	})
}

// FuzzTerms compares with the function of the library.
func FuzzTerms(f *testing.F) {
	f.Add("„Straße“ 5a–b, café\xc3 №7 ٣x")
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := slices.Collect(terms(s)), strings.FieldsFunc(s, isNoWordRune); !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	})
}
