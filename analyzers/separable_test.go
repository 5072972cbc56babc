package analyzers

import (
	"strings"
	"testing"
)

// TestSeparable shows which verbs are found with their particle; - for none.
// It looks at parts that begin otherwise than their word.
func TestSeparable(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Der Minister trat am Montag zurück.", "trat=zuruecktreten"},
		{"Das teilte die Polizei am Abend mit.", "teilte=mitteilen"},
		{"Die Regierung lehnte den Vorschlag ab, die Opposition stimmte zu.", "lehnte=ablehnen stimmte=zustimmen"},
		{"Tritt der Minister zurück?", "Tritt=zuruecktreten"},
		{"Die Firma gab den Namen bekannt und schwieg.", "gab=bekanntgeben"},
		{"Die Polizei nahm drei Männer fest", "nahm=festnehmen"},
		{"Er trat zurück", "trat=zuruecktreten"},
		{"Er trat vor die Presse.", "-"},
		{"Er sprach vor und nach der Wahl.", "-"},
		{"Sie redet mit, er nicht.", "redet=mitreden"},
		{"Sie trat. Zurück!", "-"},
		{"Sie trat, als sie kam, auf.", "-"}, // the verb is beyond a comma
		{"Das Haus brannte ab (vor Jahren).", "brannte=abbrennen"},
		{"mit", "-"},
	}
	a := newAnalyzer(t)
	var s Stream
	for _, tt := range tests {
		a.Analyze(&s, tt.text)
		checkTokens(t, a, tt.text, s.Tokens)
		var got []string
		for _, tok := range s.Tokens {
			word := tt.text[tok.Start:tok.End]
			if tok.Kind == Part && strings.HasSuffix(string(tok.Term), "n") && !strings.HasPrefix(string(tok.Term), strings.ToLower(word[:1])) {
				got = append(got, word+"="+string(tok.Term))
			}
		}
		if len(got) == 0 {
			got = []string{"-"}
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
}
