package corpus

import (
	"slices"
	"testing"
)

func TestWritersNearby(t *testing.T) {
	const (
		title = "Ein neuer Steg für den alten Hafen\n"
		text  = "\nDer Rat der Stadt hat am Abend beschlossen, den alten Steg am Hafen abzureißen und durch einen neuen aus Eiche zu ersetzen.\n\n" +
			"Die Arbeiten sollen im Herbst beginnen und rund zwei Jahre dauern, sagte die Leiterin des Bauamts nach der Sitzung im Rathaus.\n"
	)
	p := testParser(t)
	for _, c := range []struct {
		page string
		want []string
	}{
		{title + "• Von\n• Petra Muster\n" + text, []string{"Petra Muster"}},
		{title + text + "\nEin Beitrag von:\n• Petra Muster\n", []string{"Petra Muster"}},
		{title + text + "\nAutor*in\nPetra Muster\nPetra ist seit 2023 hier.\n", []string{"Petra Muster"}},
		{title + text + "\nAlle Artikel von Petra Muster\n", []string{"Petra Muster"}},
		{title + "von Petra Muster am , 14:14 Uhr\n" + text, []string{"Petra Muster"}},
		{title + "Von Petra.Muster am Samstag, 19. Oktober 2019 um 11:14 Uhr\n" + text, []string{"Petra.Muster"}},
		{title + "Dienstag, 01. Februar 2022 12:10\nAutor:\nse\n" + text, []string{"se"}},
		{title + "Petra M. Muster, London, Paul Beispiel\n" + text, []string{"Petra M. Muster", "Paul Beispiel"}},
		{title + "Von Petra Muster, Neu Ebersee\n\nIn Neu Ebersee wird am Hafen seit dem Frühjahr gestritten, ob der Steg aus Eiche oder aus Lärche sein soll.\n" + text, []string{"Petra Muster"}},
		{title + text + "\n28. November 2022\n- Petra Muster\n", []string{"Petra Muster"}},
		{title + "VON PETRA VON MUSTER\n" + text, []string{"Petra von Muster"}},
		{title + text + "\nmjm.\n", []string{"mjm"}},
		{title + text + "\nPetra Muster\nPetra Muster ist Redakteurin für Häfen.\n", []string{"Petra Muster"}},
		// Who is none:
		{title + "03.03.2014 Gesponserte Inhalte\n" + text, nil},
		{title + text + "\nAlle Artikel von Petra Muster\nAlle Artikel von Paul Beispiel\n", nil},
	} {
		if got := p.parse(c.page, "").Authors; !slices.Equal(got, c.want) {
			t.Errorf("authors %q, want %q of …%q", got, c.want, c.page[len(title):min(len(c.page), len(title)+60)])
		}
	}
	for page, want := range map[string]string{
		title + "\nEbersee (KNA/iz). " + text[1:]:                      "kna",
		title + "\nEbersee (epdÖ) – " + text[1:]:                       "epdö",
		title + text[:len(text)-1] + " (Petra Muster mit dpa)\n":       "dpa",
		title + text + "\n(dr/spot)\n":                                 "spot",
		title + text + "\nQuelle: kathpress\n":                         "kathpress",
		title + text + "\nSRF 1, Regionaljournal, 12.03 Uhr; sda/bers": "sda",
	} {
		if got := p.parse(page, "").Agencies; !slices.Equal(got, []string{want}) {
			t.Errorf("agencies %q, want %s", got, want)
		}
	}
}
