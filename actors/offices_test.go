package actors

import (
	"fmt"
	"strings"
	"testing"
)

// described finds the actors of a text of a date, each with its mentions.
func described(r *Recognizer, date string, sections ...Section) string {
	var out []string
	for _, a := range r.Find(sections, date) {
		if a.Type == Person {
			for _, m := range a.Mentions {
				out = append(out, a.Name+": "+m.Text)
			}
		}
	}
	return strings.Join(out, "; ")
}

func TestOffices(t *testing.T) {
	r := newRecognizer(t)
	for _, row := range [...]struct{ date, text, want string }{
		// By date alone
		{"2015-09-04", "Der Kremlchef schwieg.", "Wladimir Putin: Kremlchef"},
		{"2010-09-04", "Der Kremlchef schwieg.", "Dmitri Medwedew: Kremlchef"},
		{"2008", "Der Kremlchef schwieg.", ""},
		{"2008-04", "Der Kremlchef schwieg.", "Wladimir Putin: Kremlchef"},
		{"", "Der Kremlchef schwieg.", ""},
		{"2015", "Die Bundeskanzlerin ist beim französischen Präsidenten.", "Angela Merkel: Bundeskanzlerin; François Hollande: französischen Präsidenten"},
		{"2015", "Der Bundeskanzler reist.", ""},
		{"2023-01-10T12:00", "Am Tag des Bundeskanzlers traf der US-Präsident Vertreter.", "Joe Biden: US-Präsident; Olaf Scholz: Bundeskanzlers"},
		{"2019-01-01", "Der Präsident der USA kam.", "Donald Trump: Präsident der USA"},
		{"2012-01-01", "Der NATO-Generalsekretär warnt den Papst.", "Anders Fogh Rasmussen: NATO-Generalsekretär; Papst Benedikt XVI.: Papst"},
		{"2005-04-10", "Der Papst ist tot.", ""},
		{"1970", "Der US-Präsident kam.", ""},
		// Two countries have a Bundeskanzler
		{"2018-05-01", "In Österreich sprach der Bundeskanzler.", "Sebastian Kurz: Bundeskanzler"},
		{"2022-05-01", "In Österreich sprach der Bundeskanzler.", ""},
		{"2022-05-01", "Die Schweiz und ihr Bundespräsident.", ""},
		{"2022-05-01", "Der österreichische Bundeskanzler sprach.", "Karl Nehammer: österreichische Bundeskanzler"},
		// By the article
		{"", "Wladimir Putin kam. Der russische Präsident schwieg.", "Wladimir Putin: Wladimir Putin; Wladimir Putin: russische Präsident"},
		{"", "Wladimir Putin und Dmitri Medwedew kamen. Der russische Präsident schwieg.",
			"Dmitri Medwedew: Dmitri Medwedew; Wladimir Putin: Wladimir Putin"},
		{"2010-01-01", "Putin und Medwedew kamen. Der russische Präsident schwieg.",
			"Dmitri Medwedew: Medwedew; Dmitri Medwedew: russische Präsident; Wladimir Putin: Putin"},
		{"2015-01-01", "Angela Merkel kam. Die Kanzlerin schwieg.", "Angela Merkel: Angela Merkel; Angela Merkel: Kanzlerin"},
		{"2015-01-01", "Die Kanzlerin schwieg.", ""},
		{"2022-01-01", "Präsident Trump kam. Der US-Präsident schwieg.", "Donald Trump: Trump"},
		{"2022-01-01", "US-Präsident John F. Kennedy kam. Der US-Präsident schwieg.", "John F. Kennedy: John F. Kennedy; John F. Kennedy: US-Präsident"},
		{"", "US-Präsident Trump kam. Joe Biden kam. Der US-Präsident schwieg.", "Donald Trump: Trump; Donald Trump: US-Präsident; Joe Biden: Joe Biden"},
		{"", "Gäste der Bundeskanzlerin Michael Müller und Markus Söder. Die Bundeskanzlerin bat um Ruhe.",
			"Markus Söder: Markus Söder; Michael Müller: Michael Müller"},
		// Somebody else, or nobody
		{"2015", "Der frühere US-Präsident, der Ex-Kremlchef, der damalige Bundesaußenminister", ""},
		{"2015", "Er wird US-Präsident, sie kam als Bundeskanzlerin, er wurde zum NATO-Chef, ein Papst, der 44. Präsident der USA.", ""},
		{"2015", "Das Amt der Bundeskanzlerin, der sächsische CDU-Chef, Minister, Bundespräsident und Papst.", ""},
		{"2015", "US-Präsident droht dem heutigen NATO-Chef", "Barack Obama: US-Präsident; Jens Stoltenberg: NATO-Chef"},
		{"2015", "Da reist Russlands Präsident.", "Wladimir Putin: Russlands Präsident"},
		{"2015", "die Gattinnen der US-Präsidenten", ""},
		{"2015", "der US-Präsident-Darsteller, zur Bundeskanzlerin", ""},
	} {
		if got := described(r, row.date, Section{Role: Body, Text: row.text}); got != row.want {
			t.Errorf("%s %s: %q, want %q", row.date, row.text, got, row.want)
		}
	}
}

// TestOfficesOfComments: a comment understands an office by its article and by
// itself, and tells no other comment.
func TestOfficesOfComments(t *testing.T) {
	r := newRecognizer(t)
	got := described(r, "", Section{Role: Body, Text: "Wladimir Putin kam."},
		Section{Role: CommentText, Comment: 1, Text: "Der Kremlchef lügt."},
		Section{Role: CommentText, Comment: 2, Text: "US-Präsident Obama kam. Der US-Präsident auch."},
		Section{Role: CommentText, Comment: 3, Text: "Und der US-Präsident?"})
	want := "Wladimir Putin: Wladimir Putin; Wladimir Putin: Kremlchef; Barack Obama: Obama; Barack Obama: US-Präsident"
	if got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestOfficeTables: every holder is known, and at one time there is one.
func TestOfficeTables(t *testing.T) {
	r := newRecognizer(t)
	if err := eachRow("terms", 4, func(cols []string) error {
		if _, ok := r.base.ids[cols[1]]; !ok {
			return fmt.Errorf("nobody has the id %s", cols[1])
		}
		return nil
	}); err != nil {
		t.Error(err)
	}
	for _, o := range r.base.offices {
		for i, x := range o.terms {
			if x.from >= x.until {
				t.Errorf("%s holds an office from %s until %s", r.base.entries[x.actor].id, x.from, x.until)
			}
			if i > 0 && o.terms[i-1].until > x.from {
				t.Errorf("%s begins before the one before ends", r.base.entries[x.actor].id)
			}
		}
	}
}
