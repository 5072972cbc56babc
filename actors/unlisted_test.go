package actors

import "testing"

// TestUnlisted has names that no list knows and no rule finds, and things that
// look like names.
func TestUnlisted(t *testing.T) {
	r := newRecognizer(t)
	for _, row := range [...]struct{ text, want string }{
		{"Auch Zdenka Moravkova klagt über die Kosten.", "Zdenka Moravkova"},
		{"Nach der Pause kam Tymoteusz Puchalewski ins Spiel. Puchalewski traf sofort.", "Tymoteusz Puchalewski"},
		{"Der Vorsitzende des European Harbour Congress lehnte ab.", "European Harbour Congress"},
		{"Gegen Ebola und SARS gibt es Impfungen, im ÖPNV eine Pflicht.", ""},
		{"Im Regen standen Rosen, Tulpen und Narzissen an der Alten Allee.", ""},
		{"Sie gewann die Krelling Open und den Baumgarten Cup.", ""},
		{"Das Buch „Lautlose Krelling“ handelt davon.", ""},
	} {
		if got := names(t, r, row.text); got != row.want {
			t.Errorf("%s: %q, want %q", row.text, got, row.want)
		}
	}
}

// TestTaggedSaysSo looks for the rule of what the tagger alone has found.
func TestTaggedSaysSo(t *testing.T) {
	r := newRecognizer(t)
	found := r.Find([]Section{{Role: Body, Text: "Nach der Pause kam Tymoteuszko Puchalewski ins Spiel."}}, "")
	if len(found) != 1 || found[0].Mentions[0].Rule != Tagged {
		t.Errorf("found %+v, want one person by the rule Tagged", found)
	}
}
