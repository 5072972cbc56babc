package corpus

import "testing"

func TestDateNearTitle(t *testing.T) {
	const (
		title = "Ein neuer Steg für den alten Hafen\n"
		text  = "\nDer Rat der Stadt hat am Abend beschlossen, den alten Steg am Hafen abzureißen und durch einen neuen aus Eiche zu ersetzen.\n\n" +
			"Die Arbeiten sollen im Herbst beginnen und rund zwei Jahre dauern, sagte die Leiterin des Bauamts nach der Sitzung im Rathaus.\n"
	)
	p := testParser(t)
	for _, c := range []struct {
		page string
		want Date
	}{
		{"Donnerstag, 16. Februar 2012\n14. Februar 2012\nPolitik\n" + title + text, "2012-02-14"},
		{"Donnerstag, 16. Februar 2012\n" + title + text, "2012-02-16"},
		{title + text + "© dpa-AFX | Abb.: Muster | 07.11.2023 08:03", "2023-11-07T08:03"},
		{title + text + "Nachrichten vom 19.10.2019 | © Muster GmbH | Ein neuer Steg", "2019-10-19"},
		{title + text + "SUGGESTED CITATION Muster, Ada: Ein neuer Steg, 2020/4/09, https://blog.example/steg/", "2020-04-09"},
		{title + text + "COPYRIGHT 2023 Muster e. V.", "2023"},
		{title + "\n(21. November 2022) " + text[1:], "2022-11-21"},
		{title + "\nAusstellungsbeginn: 3. November 2023\n" + text, ""},
	} {
		if got := p.parse(c.page, "").Published; got != c.want {
			t.Errorf("published %q, want %q of %.70q…", got, c.want, c.page)
		}
	}
}
