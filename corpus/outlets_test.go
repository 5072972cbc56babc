package corpus

import (
	"slices"
	"strings"
	"testing"
)

func TestOutlets(t *testing.T) {
	o, err := NewOutlets()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ in, want string }{
		{"derstandard.at", "Der Standard"}, {"tagesschau.de", "tagesschau"}, {"www.sueddeutsche.de", "Süddeutsche Zeitung"},
		{"SPIEGEL ONLINE", "Der Spiegel"}, {"amp.dw.com", "Deutsche Welle"}, {"The Huffington Post", "HuffPost Deutschland"},
		{"faz.net", "Frankfurter Allgemeine Zeitung"}, {"Horizont", "HORIZONT"}, {"unbekannt.example", "unbekannt.example"}, {"Mein Blatt", "Mein Blatt"}, {"", ""},
	} {
		if got := o.Canonical(c.in); got != c.want {
			t.Errorf("Canonical(%q) = %q, want %q", c.in, got, c.want)
		}
	}
	for _, c := range []struct{ in, want string }{
		{"https://www.zeit.de/politik/2014-03/a", "Die Zeit"}, {"https://blog.example.org/a", "blog.example.org"}, {"kein Link", ""}, {"", ""},
		{"https://altenwieder-bote.\u00adexample/2019", "altenwieder-bote.example"},
	} {
		if got := o.ByURL(c.in); got != c.want {
			t.Errorf("ByURL(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

// TestOutletTable checks the built-in data for what makes it ambiguous.
func TestOutletTable(t *testing.T) {
	names, owner := map[string]bool{}, map[string]string{}
	for row := range strings.Lines(outletTable) {
		if strings.HasPrefix(row, "#") {
			continue
		}
		columns := append(strings.Split(strings.TrimSuffix(row, "\n"), "\t"), "", "", "", "")
		name := columns[outletName]
		if names[name] {
			t.Errorf("%s stands twice", name)
		}
		names[name] = true
		for _, v := range values(columns[outletLayout]) {
			if !slices.Contains([]string{"nolead", "word", "hidden", "freemail"}, v) {
				t.Errorf("%s: layout %q", name, v)
			}
		}
		for _, key := range append(values(columns[outletAliases]), values(columns[outletDomains])...) {
			key = fold(key)
			if owner[key] != "" && owner[key] != name {
				t.Errorf("%q means %s and %s", key, owner[key], name)
			}
			owner[key] = name
		}
	}
	const least = 900
	if len(names) < least {
		t.Errorf("%d outlets", len(names))
	}
}

func TestOutletsExtra(t *testing.T) {
	o, err := NewOutlets(strings.NewReader("# eigene\n\nDas Blatt\tBlatt|blatt online\tblatt.example\nDer Spiegel neu\tspiegel online\n"))
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]string{"BLATT ONLINE": "Das Blatt", "www.blatt.example": "Das Blatt", "Spiegel Online": "Der Spiegel neu", "spiegel.de": "Der Spiegel"} {
		if got := o.Canonical(in); got != want {
			t.Errorf("Canonical(%q) = %q, want %q", in, got, want)
		}
	}
	if _, err := NewOutlets(strings.NewReader("\tohne Name\n")); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("row without a name: %v", err)
	}
}

// TestOwnOutlet reads a page whose furniture is one line.
func TestOwnOutlet(t *testing.T) {
	const article = "Ein neuer Steg für den alten Hafen\n\nDer Rat der Stadt hat am Abend beschlossen, den alten Steg am Hafen abzureißen und durch einen neuen aus Eiche zu ersetzen.\n\n" +
		"Die Arbeiten sollen im Herbst beginnen und rund zwei Jahre dauern, sagte die Leiterin des Bauamts nach der Sitzung im Rathaus.\n\n"
	p := testParser(t)
	for _, c := range []struct{ line, want string }{
		{"© 2000 – 2023 nnz-online.de", "nnz-online"},
		{"Copyright 2021 by autozeitung.de. All rights reserved.", "AUTO ZEITUNG"},
		{"Deutschlandradio © 2009-2018", "Deutschlandfunk"},
		{"Kontakt: redaktion@kinzig.news", "Kinzig.News"},
		{"Newsletter von evang.at abonnieren", "evang.at"},
		{"Unterstützen Sie Report24 via Paypal:", "Report24"},
		{"Mitglied der Tonight News-Redaktion", "Tonight News"},
		{"Vielen Dank, dein GIGA-Team", "GIGA"},
		{"red, wien.ORF.at/Agenturen", "ORF"},
		{"Permalink https://p.dw.com/p/3uXyZ", "Deutsche Welle"},
		// What names others, or no outlet at all:
		{"© 2019 Bild und Ton GmbH", ""},
		{"© BR", ""},
		{"Kontakt: ada.muster@gmx.de", ""},
		{"https://www.welt.de/politik/article1.html", ""},
		{"Weitere Informationen finden Sie auf sportschau.de", ""},
		{"Verwendete Quellen: welt.de, zeit.de", ""},
		{"(Quelle: SWR)", ""},
		{"Übersicht: Europa und die Welt", ""},
		{"Arbeitszeit ca. 20 Minuten", ""},
		{"Moderation: Ada Muster, Frankfurter Rundschau", ""},
		{"Die Sport BILD-App jetzt kostenlos für alle Geräte!", ""},
		{`VOGUE.DE: "Ein Hafen im Porträt"`, ""},
		{"Alle Spiele exklusiv auf RTL+", ""},
		{"© 2022 Vice Media Group", ""},
		{"Kontakt: ada (at) web.de", ""},
		{"• katholisch.de", ""},
		{"• job.kurier.at", ""},
	} {
		if got := p.parse(article+c.line, "").Outlet; got != c.want {
			t.Errorf("%q: outlet %q, want %q", c.line, got, c.want)
		}
	}
	for address, want := range map[string]string{"https://www.taz.de/!1/": "taz", "https://www.horizont.net/medien/a": "HORIZONT"} {
		if got := p.parse(article+"© 2019 Die Zeit", address).Outlet; got != want {
			t.Errorf("outlet %q of %s", got, address)
		}
	}
}
