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
		{"captions of a gallery, and no subheading of its number",
			"Der Rat stimmt für den neuen Hafen\n\n" + text + "Bildstrecke im Grossformat »\n\nDer Hafen am Abend.\n\nDie Brücke steht noch.\n\n1|5\n\n" + text + text,
			partsOf, "caption: Der Hafen am Abend.|caption: Die Brücke steht noch.|paragraph|paragraph|"},
		{"a subheading below the caption of a gallery",
			"Der Rat stimmt für den neuen Hafen\n\n" + text + text + "galerie\n\nDer Hafen am Abend.\n\nWer das bezahlt\n\n" + text + text,
			partsOf, "paragraph|caption: Der Hafen am Abend.|heading: Wer das bezahlt|paragraph|paragraph|"},
		{"the title of a video is no subheading",
			"Der Rat stimmt für den neuen Hafen\n" + text + text + "Video\nDer Hafen im Sturm\n" + text,
			partsOf, "paragraph|paragraph|paragraph|"},
		{"the video has a length and a source",
			"Der Rat stimmt für den neuen Hafen\n" + text + text + "Video\n01:12\nQuelle: Reuters\nDer Hafen im Sturm\n" + text,
			partsOf, "paragraph|paragraph|paragraph|"},
		{"kicker and headline of a link between paragraphs",
			"Der Rat stimmt für den neuen Hafen\n\n" + text + text + text + "Hält die Brücke?\nDrei Gründe für den Tunnel\n\n" + text + text,
			partsOf, "paragraph|paragraph|paragraph|paragraph|"},
		{"a caption above the author, who took the picture",
			"Der Rat stimmt für den neuen Hafen\n\nVon Ada Muster\n\n" + text + "Der Kran hat den Turm der Kirche am Haken.\nAda Muster\n\n" + text + text + text,
			partsOf, "caption: Der Kran hat den Turm der Kirche am Haken.|paragraph|paragraph|paragraph|"},
		{"a caption above its button",
			"Der Rat stimmt für den neuen Hafen\n\n" + text + text + "Der Hafen an einem stillen Abend Zur Großansicht\nAP\n\n" + text,
			partsOf, "paragraph|paragraph|caption: Der Hafen an einem stillen Abend|paragraph|"},
		{"a kicker glued to a title",
			"Streit um den HafenDer Rat und die lange Nacht\n\n" + text + text,
			func(a *Article) string { return a.Kicker + "|" + a.Title }, "Streit um den Hafen|Der Rat und die lange Nacht"},
		{"a brand in a title",
			"LinkedIn kauft den Hafen und die Brücke\n\n" + text + text,
			func(a *Article) string { return a.Kicker + "|" + a.Title }, "|LinkedIn kauft den Hafen und die Brücke"},
		{"sources without a colon",
			"Der Rat stimmt für den neuen Hafen\n\nNoch ist nichts gebaut, und doch streiten alle über das Geld.\n\nVon Ada Muster\nDatum 18.11.2009 - 16:22 Uhr\nQuelle ZEIT ONLINE, dpa, Reuters\n\n" + text + text,
			func(a *Article) string { return a.Outlet + " " + strings.Join(a.Agencies, "|") }, "Die Zeit dpa|reuters"},
		{"a sign-off above many comments",
			"Der Rat stimmt für den neuen Hafen\n\n" + text + text + "Er zählt weiter. Er hatte gestern 2900 Namen. (amu/sda)\n\n" + text + text,
			func(a *Article) string { return authorsOf(a) + " " + strings.Join(a.Agencies, "|") }, "amu sda"},
		{"a kicker of two parts above the headline",
			"1. Sport\n\nVolleyball | SC Muster\n\nHiobsbotschaft für den SC Muster: Angreiferin Ada Klein fällt aus\n\n21.4.2021, 16:41 Uhr\n\n" + text + text,
			func(a *Article) string { return a.Kicker + "/" + a.Title },
			"Volleyball | SC Muster/Hiobsbotschaft für den SC Muster: Angreiferin Ada Klein fällt aus"},
		{"a kicker in which breadcrumbs end",
			"Politik\nAusland\nKrise in der Ukraine\n\nKrise in der Ukraine\n\nDer Rat stimmt in der Nacht für den neuen Hafen\n\n21.4.2021, 16:41 Uhr\n\n" + text + text,
			func(a *Article) string { return a.Kicker + "/" + a.Title }, "Krise in der Ukraine/Der Rat stimmt in der Nacht für den neuen Hafen"},
		{"items behind the paragraph that announces them",
			"Der Rat stimmt für den neuen Hafen\n\n" + text + text + "Was dabei gern übersehen wird, sind alle die Dinge, die der Rat in dieser langen Nacht ebenfalls beschlossen hat, nämlich:\n\n• Brücken\n• Züge (erst 2025)\n• Dämme\n\nArtikel drucken:\n",
			partsOf, "paragraph|paragraph|paragraph|listitem: Brücken|listitem: Züge (erst 2025)|listitem: Dämme|"},
		{"the paper in front of the text",
			"Der Rat stimmt für den neuen Hafen\n\nBERLIN taz | " + text + text,
			func(a *Article) string { return a.Outlet }, "taz"},
		{"the link to another article behind the text, with its author and date",
			"Der Rat stimmt für den neuen Hafen\n\n" + text + text + text + "«Wir zählen nach»\nEin Gespräch über Brücken und über das Meer.\nAda Muster / 15.9.2018, 05:30\n\nCopyright © Muster AG\n",
			partsOf, "paragraph|paragraph|paragraph|"},
		{"paragraphs behind arrows",
			"Der Rat stimmt für den neuen Hafen\n" + text + text + "► Am Mittwoch hat der Rat wieder 26 Anträge gezählt.\n► Brücken\n" + text,
			func(a *Article) string { return a.Body[2].Text + a.Body[3].Text }, "► Am Mittwoch hat der Rat wieder 26 Anträge gezählt.Brücken"},
		{"the name of a column above the headline",
			"InfoBrief -\n\nHafen und Brücke: Das sollten alle im Rat wissen\n\nVon Ada Muster\n\n" + text + text,
			func(a *Article) string { return a.Kicker + "|" + a.Title }, "|Hafen und Brücke: Das sollten alle im Rat wissen"},
		{"the date beside the title is surer than one far above it",
			"10.02.2022, 19:05 Uhr\n" + strings.Repeat("Spielplan der Halle\n", 30) + "\nVeröffentlichung: 2. Februar 2022\n\nDer Rat stimmt für den neuen Hafen\n\n" + text + text,
			func(a *Article) string { return string(a.Published) }, "2022-02-02"},
		{"a lead that begins with its place, in the block of the head",
			"Der Rat stimmt für den neuen Hafen\nVon Ada Muster 24. November 2015 - 18:37 Uhr\nDer Hafen am Abend. Bild: APA/EPA\nBRINKUM. 17 Stunden genügten: Erstmals seit Jahren hat der Rat einen Hafen genehmigt.\n\n" + text + text + text,
			func(a *Article) string { return a.Lead }, "BRINKUM. 17 Stunden genügten: Erstmals seit Jahren hat der Rat einen Hafen genehmigt."},
	} {
		if got := c.want(testParser(t).parse(c.page, "")); got != c.out {
			t.Errorf("%s: got %q, want %q", c.name, got, c.out)
		}
	}
}

func authorsOf(a *Article) string { return strings.Join(a.Authors, "|") }

// partsOf names the blocks of the body, with the text of those that are no paragraphs.
func partsOf(a *Article) string {
	var sb strings.Builder
	for _, b := range a.Body {
		sb.WriteString(string(b.Kind))
		if b.Kind != Paragraph {
			sb.WriteString(": " + b.Text)
		}
		sb.WriteByte('|')
	}
	return sb.String()
}
