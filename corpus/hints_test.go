package corpus

import "testing"

// TestHintedOutlet reads pages of which no line says by itself whose they are.
func TestHintedOutlet(t *testing.T) {
	const (
		title = "Ein neuer Steg für den alten Hafen\n\n"
		text  = "Der Rat der Stadt hat am Abend beschlossen, den alten Steg am Hafen abzureißen und durch einen neuen aus Eiche zu ersetzen.\n\n" +
			"Die Arbeiten sollen im Herbst beginnen und rund zwei Jahre dauern, sagte die Leiterin des Bauamts nach der Sitzung im Rathaus.\n\n"
	)
	p := testParser(t)
	for _, c := range []struct{ page, want string }{
		{title + text + "Der alte Steg ist morsch, wie Taucher schon im Frühjahr bei einer Prüfung im Auftrag der Stadt festgestellt haben (OMR berichtete).", "OMR"},
		{title + "(Motorsport-Total.com) - " + text, "Motorsport-Total.com"},
		{title + text + "Die Reederei teilt auf Anfrage von CORRECTIV dazu mit, man habe von den Plänen der Stadt bis zum Abend nichts gewusst.", "Correctiv"},
		{title + text + "SUGGESTED CITATION Muster, Ada: Ein neuer Steg, VerfBlog, 2020/4/09, https://verfassungsblog.de/ein-neuer-steg/.", "Verfassungsblog"},
		{title + text + "Ostsee, sagte sie der MZ, werde der Steg nie erreichen, denn dafür fehle der Stadt das Geld und dem Holz die Kraft. (mz)", "Mitteldeutsche Zeitung"},
		{"Mit Vergnügen Berlin\n\n" + title + text, "Mit Vergnügen"},
		{"Preußische Allgemeine Zeitung Zeitung für Deutschland\n\n" + title + text, "Preußische Allgemeine Zeitung"},
		{title + text + "Die Printausgabe der Tagespost vervollständigt aktuelle Nachrichten im Netz mit Hintergründen und Analysen.", "Die Tagespost"},
		{title + text + "https://www.welt.de/politik/ein-neuer-steg-fuer-den-alten-hafen.html", "Die Welt"},
		{title + text + "Impressum\nDatenschutz\nÜber GALORE\nAGB", "GALORE"},
		// Texts about outlets, and links to them:
		{title + text + "Das sagte sie der Süddeutschen Zeitung, die zuerst darüber berichtet hatte, und später auch dem Tagesspiegel in Berlin.", ""},
		{title + text + "Tagesspiegel-Redakteurin Ada Muster hat ein Buch über den Hafen geschrieben, das im Herbst in einem kleinen Verlag erscheint.", ""},
		{title + text + "In einem Gastbeitrag für Correctiv hatte der Hafenmeister schon im Winter vor dem Zustand des Stegs und seiner Pfähle gewarnt.", ""},
		{title + text + "Der Autor, früher Redakteur bei Correctiv, hat ein Buch über den Hafen geschrieben, das im Herbst in einem Verlag erscheint.", ""},
		{title + text + "• katholisch.de\n• Datenschutz\n• Impressum", ""},
		{title + text + "Tipp: Sind Sie ein Experte? Überprüfen Sie Ihr Wissen mit 15 Fragen auf silicon.de.", ""},
		{"Correctiv-Recherche: " + title + text + "Hier gibt es die Correctiv-Recherche zum Nachlesen:\n• Mitteilung Correctiv", ""},
		{title + text + "• tagesschau\n• sportschau\n• Impressum", ""},
		{title + text + "Alle Bilder öffnen\nBild 1\nDas beste Bild\nImpressum", ""},
	} {
		if got := p.parse(c.page, "").Outlet; got != c.want {
			t.Errorf("outlet %q, want %q of …%s", got, c.want, c.page[max(0, len(c.page)-80):])
		}
	}
}
