package actors

import (
	"slices"
	"strings"
	"testing"
)

func TestAliases(t *testing.T) {
	table := "person:p\tperson\tPia Probst\t-|?Pia P.|!Probstin|Piá Probst\n" +
		"org:r\torg\tRotes Amt\tRot~ Amt|^Rote|\"Amt\n" +
		"org:r\torg\tRotes Amt\tAmt für Rot\n"
	r, err := New(Options{Extra: strings.NewReader(table)})
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string][]string{
		"person:p":      {"Pia P.", "Probstin", "Piá Probst"},
		"org:r":         {"Rote", "Amt", "Amt für Rot"},
		"org:niemand":   nil,
		"org:bundesrat": {"Länderkammer"},
	} {
		if got := r.Aliases(id); !slices.Equal(got, want) {
			t.Errorf("aliases of %s are %q, want %q", id, got, want)
		}
	}
}
