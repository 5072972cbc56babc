package corpus

import (
	"strings"
	"testing"
)

// TestFurnitureInBrackets reads a row whose phrase ends in a sign.
func TestFurnitureInBrackets(t *testing.T) {
	f, err := newFurniture("drop\t=\tgeschäftsbedingungen (agb)\ndrop\t=\t(c) redaktion\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"geschäftsbedingungen (agb)", "(c) redaktion"} {
		if got := f.known(text); got != effectDrop {
			t.Errorf("%s: got %q, want %q", text, got, effectDrop)
		}
	}
}

// TestPageForms reads what small pages say, in the forms of newspapers.
func TestPageForms(t *testing.T) {
	const text = "Der Rat hat in der Nacht zum Dienstag lange über den Hafen, die Brücke und die Bahn gestritten, und er hat am Ende doch noch zugestimmt.\n\n"
	for _, c := range []struct {
		name, page string
		want       func(a *Article) string
		out        string
	}{
		{"the date beside the author is surer than the day on which the page was saved",
			"Montag, 16. Februar 2015\n\nDer Rat stimmt für den neuen Hafen\n\n14.02.2015, von Ada Muster, Brinkum\n\n" + text + text,
			func(a *Article) string { return string(a.Published) + " " + strings.Join(a.Authors, "|") }, "2015-02-14 Ada Muster"},
		{"a byline in a list below the text",
			"Der Rat stimmt für den neuen Hafen\n\n" + text + text + text + "• Von Ada Muster\n• Datum 24.6.2011 - 14:31 Uhr\n• Drucken Druckversion\n",
			authorsOf, "Ada Muster"},
		{"a section behind a name",
			"Der Rat stimmt für den neuen Hafen\n30. Oktober 2023 Ada Muster Kultur\n" + text + text,
			func(a *Article) string { return authorsOf(a) + " " + a.Section }, "Ada Muster Kultur"},
	} {
		if got := c.want(testParser(t).parse(c.page, "")); got != c.out {
			t.Errorf("%s: got %q, want %q", c.name, got, c.out)
		}
	}
}

func authorsOf(a *Article) string { return strings.Join(a.Authors, "|") }
