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
		{"abc", "acdb"}, {"abcdefg", "ghabcdefg"}, {"aaaaaa", "aaaaaaaaa"}, {"abcabc", "abcabcbc"}, {"lkw-maut", "lkwmaut"},
	} {
		f.Add(pair[0], pair[1])
	}
	f.Fuzz(func(t *testing.T, word, form string) {
		n := utf8.RuneCountInString(word)
		if !utf8.ValidString(word) || !utf8.ValidString(form) || n == 0 || n > maxEdited {
			return
		}
		x, distance := newNearForms(word), edits([]rune(word), []rune(form))
		if got := x.accepts([]byte(form)); got != (distance <= x.most) {
			t.Errorf("%q and %q: accepted %v, %d edits apart of %d", word, form, got, distance, x.most)
		}
		shapes := []shape{noForm, shapeOf([]byte(form))}
		if found := x.likely(shapes, 7); distance <= x.most && (len(found) == 0 || found[len(found)-1] != 8) {
			t.Errorf("%q and %q: the shapes %x and %x are not alike", word, form, x.shape, shapes[1])
		}
	})
}
