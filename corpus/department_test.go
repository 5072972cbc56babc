package corpus

import "testing"

func TestSectionAroundTitle(t *testing.T) {
	const (
		title = "Ein neuer Steg für den alten Hafen\n"
		text  = "\nDer Rat der Stadt hat am Abend beschlossen, den alten Steg am Hafen abzureißen und durch einen neuen aus Eiche zu ersetzen.\n\n" +
			"Die Arbeiten sollen im Herbst beginnen und rund zwei Jahre dauern, sagte die Leiterin des Bauamts nach der Sitzung im Rathaus.\n"
		menu = "• Start\n• Natur & Garten\n• Hafenleben\n• Wetter\n• Abo\n• Kontakt\n• Impressum\n• Suche\n"
	)
	p := testParser(t)
	for _, c := range []struct{ page, want string }{
		{menu + "\nNatur & Garten\n\n" + title + text, "Natur & Garten"},
		{"in Sport\n\n" + title + text, "Sport"},
		{"RTL>hafenleben>\n\n" + title + text, "hafenleben"},
		{"Home\nNachrichten\nHafenleben\n• Ein neuer Steg für den alten Hafen\n\n" + title + text, "Hafenleben"},
		{"Start Hafenleben Ein neuer Steg für den alten Hafen\n\n" + title + text, "Hafenleben"},
		{"Sie sind hier:\n2. Hafenleben\n3. Ein neuer Steg für den alten Hafen\n\n" + title + text, "Hafenleben"},
		{"derStandard.at\n› Inland\n› Wien\n\n" + title + text, "Inland"},
		{"Home > Müritz\n\n" + title + text, "Müritz"},
		{menu + "\n24. April 2020 | Hafenleben\n" + title + text, "Hafenleben"},
		{title + "vor 5 Stunden in Aktuelles, keine Lesermeinung\n" + text, "Aktuelles"},
		{title + "Von Ada Muster\nMi, 18. Oktober 2023 um 12:50 Uhr\nHafenleben | 3\n" + text, "Hafenleben"},
		{title + "Hafenleben Von\n" + text, "Hafenleben"},
		// What is none:
		{"Streit um den Steg\n\n" + title + text, ""},
		{"Nachrichten | Videos | Bilder | Dossiers | Wetter | Shopping\n\n" + title + text, ""},
		{"24. April 2020 | Hafenburg\n" + title + text, ""},
	} {
		if got := p.parse(c.page, "").Section; got != c.want {
			t.Errorf("section %q, want %q of %.60q…", got, c.want, c.page)
		}
	}
}
