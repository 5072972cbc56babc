package actors

import (
	"testing"
	"unicode/utf8"
)

func FuzzFind(f *testing.F) {
	for _, s := range [...]string{
		"Angela Merkels Besuch bei Joe Biden (78) in den USA", "Karl-Theodor zu Guttenberg, der frühere Minister, sagte Sibylle von Ärmel",
		"Institut für Weltwirtschaft (IfW)", "1. FC Köln – Bayern München 2:1", "Müller-Meier\xff-\xc3 Straße", "(SPD", "Dr. Dr. h.c.",
		"O’Neill und Gioìa D’Annunzio", "der Kremlchef, die Kanzlerin Merkel und der Papst Franziskus", "Die Linke/Grüne-Fraktion der CDU/CSU", "Landesamtes für Umwelt, Wald und Wild",
		"Palm sah „Irina Palm“ in St. Leon Rot und Sankt Pauli.",
	} {
		f.Add(s, s)
	}
	r := newRecognizer(f)
	f.Fuzz(func(t *testing.T, title, body string) {
		doc := []Section{{Role: Title, Text: title}, {Role: Body, Text: body}, {Role: CommentText, Comment: 1, Text: title}}
		ids := make(map[string]bool)
		for _, a := range r.Find(doc, "2015-09-04") {
			if ids[a.ID] || a.Name == "" || a.Weight <= 0 || len(a.Mentions) == 0 {
				t.Errorf("actor %+v is twice there, or empty", a)
			}
			ids[a.ID] = true
			checkMentions(t, doc, a)
		}
	})
}

// checkMentions checks that the mentions of an actor are in order, do not
// overlap, and lie on the runes that they say.
func checkMentions(t *testing.T, doc []Section, a Actor) {
	t.Helper()
	section, end := 0, 0
	for _, m := range a.Mentions {
		if m.Section < section || m.Section >= len(doc) {
			t.Fatalf("%s: section %d after %d", a.ID, m.Section, section)
		}
		if m.Section > section {
			section, end = m.Section, 0
		}
		text := doc[m.Section].Text
		if m.Start < end || m.End <= m.Start || m.End > len(text) {
			t.Fatalf("%s: bytes %d to %d of %d, the last ended at %d", a.ID, m.Start, m.End, len(text), end)
		}
		if m.Text != text[m.Start:m.End] {
			t.Fatalf("%s: %q is not %q", a.ID, m.Text, text[m.Start:m.End])
		}
		if !utf8.RuneStart(text[m.Start]) || m.End < len(text) && utf8.ValidString(text) && !utf8.RuneStart(text[m.End]) {
			t.Fatalf("%s: %q is not on runes", a.ID, m.Text)
		}
		end = m.End
	}
}
