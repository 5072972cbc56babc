package analyzers

import (
	"fmt"
	"strings"
	"testing"
)

// TestExplain shows whence the lemma of each component is, what it was found
// as, and its readings, the chosen one with a star.
func TestExplain(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Häuser", "häuser lexicon häuser/haus*"},
		{"Waren", "waren lexicon waren/ware* waren/sein"},
		{"Fuehrer", "fuehrer>führer lexicon führer/fuehrer*"},
		{"Geheimdienstinformationen", "geheimdienstinformationen head geheimdienst+informationen informationen/information*"},
		{"US-Präsidenten", "us written, präsidenten lexicon präsidenten/praesident*"},
		{"Politiker:innen", "politikerinnen gender"},
		{"Flopsigkeiten", "flopsigkeiten ending"},
		{"aufschärfst", "aufschärfst base"},
		{"20.09.2015 z. B.", " | "},
		{"Geheim-\ndienst", "geheimdienst lexicon geheim+dienst geheimdienst/geheimdienst*"},
	}
	names := []string{AsWritten: "written", FromLexicon: "lexicon", FromHead: "head", FromGender: "gender", FromBase: "base", FromEnding: "ending"}
	a := newAnalyzer(t)
	for _, tt := range tests {
		var words []string
		for _, e := range a.Explain(tt.text) {
			var components []string
			for _, c := range e.Components {
				form := c.Form
				if c.Found != c.Form {
					form += ">" + c.Found
				}
				fields := []string{form, names[c.Source]}
				if len(c.Segments) > 0 {
					fields = append(fields, strings.Join(c.Segments, "+"))
				}
				for _, r := range c.Readings {
					star := ""
					if r.Chosen {
						star = "*"
					}
					fields = append(fields, fmt.Sprintf("%s/%s%s", r.Form, r.Lemma, star))
				}
				components = append(components, strings.Join(fields, " "))
			}
			words = append(words, strings.Join(components, ", "))
		}
		if got := strings.Join(words, " | "); got != tt.want {
			t.Errorf("%q: got %s, want %s", tt.text, got, tt.want)
		}
	}
}
