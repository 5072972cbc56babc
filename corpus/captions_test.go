package corpus

import (
	"strings"
	"testing"
)

// TestCaptionsWithoutCredit finds captions beside others that have a credit.
func TestCaptionsWithoutCredit(t *testing.T) {
	const head = "Der Gemeinderat streitet über den Kreisel\n\n18. März 2017\n\nSeit drei Jahren wird geplant, gebaut wird noch lange nicht.\n\n"
	const text = "Der Kreisel an der Hauptstraße soll kommen, aber niemand weiß, wann. Das hat die Verwaltung am Montag im Ausschuss eingeräumt.\n\n" +
		"Die Kosten sind inzwischen auf 1,2 Millionen Euro gestiegen. Der Kämmerer warnt vor weiteren Schäden, wenn nichts geschieht.\n"
	for name, c := range map[string]struct{ in, want string }{
		"behind a credit":  {"Der Kreisel im Modell.\nFoto: dpa\nBagger und Bauleiter beim Frühstück.\n\n" + text, "Der Kreisel im Modell.|Bagger und Bauleiter beim Frühstück."},
		"between captions": {"Der Kreisel im Modell. Foto: dpa\nBagger und Bauleiter beim Frühstück.\nDer Kämmerer am Montag. Foto: dpa\n\n" + text, "Der Kreisel im Modell.|Bagger und Bauleiter beim Frühstück.|Der Kämmerer am Montag."},
		"in a gallery":     {"• 1/2 Der Kreisel im Modell von oben. (Bild: Ada Muster)\n• 2/2 Der Kämmerer am Montag. (Bild: Ada Muster)\n\n" + text, "Der Kreisel im Modell von oben.|Der Kämmerer am Montag."},
		"before a button":  {text[:strings.Index(text, "\n")] + "\n\nBagger und Bauleiter beim Frühstück Zoom\n\n" + text, "Bagger und Bauleiter beim Frühstück"},
		"glued credit":     {text[:strings.Index(text, "\n")] + "\n\nStreitet gern im Ausschuss: Bauleiter Paul BeispielStadtverwaltung/Petra Muster\n\n" + text, "Streitet gern im Ausschuss: Bauleiter Paul Beispiel"},
		"with a comma":     {"Der Kreisel im Modell, © Stadt AG\n\n" + text, "Der Kreisel im Modell"},
		"asks the reader":  {"Sie möchten Ihr Auto verkaufen?\nFoto: dpa\n\n" + text, ""},
		"licence in text":  {text[:strings.Index(text, "\n")] + "\n\nFür diesen Fall müsste die Kennung noch vor die Versionsnummer: CC BY AT 2.0\n\n" + text, ""},
		"behind its label": {text[:strings.Index(text, "\n")] + "\n\nFoto: Blick von oben auf den Kreisel, wie er im Modell aussieht\n\n" + text, "Blick von oben auf den Kreisel, wie er im Modell aussieht"},
		"with its name":    {"Petra Muster\nDer Kreisel im Modell von oben gesehen. Petra Muster\n\n" + text, "Der Kreisel im Modell von oben gesehen."},
		"house beside":     {text[:strings.Index(text, "\n")] + "\n\nPetra Muster/bilder.stadt.de\nDer Kreisel im Modell von oben.\n\n" + text, "Der Kreisel im Modell von oben."},
		"set apart":        {"Der Kreisel im Modell. Foto: dpa\n\nEs wird nicht gebaut, sagt einer.\n\n" + text, "Der Kreisel im Modell."},
	} {
		var got []string
		for _, b := range testParser(t).parse(head+c.in, "").Body {
			if b.Kind == Caption {
				got = append(got, b.Text)
			}
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: got %q, want %q", name, s, c.want)
		}
	}
}
