package index

import (
	"testing"
	"unicode/utf8"
)

// FuzzNearForms compares with the table of all distances.
func FuzzNearForms(f *testing.F) {
	for _, pair := range [][2]string{
		{"minister", "minsiter"}, {"minister", "mnistr"}, {"minister", "mnsitre"}, {"haus", "hasu"}, {"haus", "husa"},
		{"erdoğan", "erdogan"}, {"erdoğan", "erdgan"}, {"горбачёв", "горбачев"}, {"a", ""}, {"abcdef", "badcfe"}, {"abcdef", "cdef"},
		{"abc", "acdb"}, {"abcdefg", "ghabcdefg"}, {"aaaaaa", "aaaaaaaaa"},
	} {
		f.Add(pair[0], pair[1])
	}
	f.Fuzz(func(t *testing.T, word, form string) {
		n := utf8.RuneCountInString(word)
		if !utf8.ValidString(word) || !utf8.ValidString(form) || n == 0 || n > maxEdited {
			return
		}
		for _, r := range form {
			if r <= markTail {
				return
			}
		}
		x := newNearForms(word)
		x.Push('x') // of another form
		x.Truncate(0)
		got := true
		for i := 0; got && i < len(form); i++ {
			got = x.Push(form[i])
		}
		got = got && x.Push(markExact)
		if distance := edits([]rune(word), []rune(form)); got != (distance <= x.most) {
			t.Errorf("%q and %q: accepted %v, %d edits apart of %d", word, form, got, distance, x.most)
		}
		x.Truncate(0)
		for i := range form {
			x.Push(form[i])
		}
		if x.Push(markLemma) {
			t.Errorf("%q: a lemma alone is accepted", form)
		}
	})
}
