package corpus

import "testing"

// TestDatelines puts lines of dates, as pages write them, between title and
// text: published and updated must be found as the row says, and the line must not be text.
func TestDatelines(t *testing.T) {
	for _, tt := range []struct{ line, published, updated string }{
		{"Stand: 24.11.2020 13:45 Uhr", "2020-11-24T13:45", ""},
		{"Montag, 3. März 2014, 9.15 Uhr", "2014-03-03T09:15", ""},
		{"Montag, 03.03.2014, 09:15", "2014-03-03T09:15", ""},
		{"3. März 2014, 9:15 Uhr", "2014-03-03T09:15", ""},
		{"03.03.2014 01:04 min", "2014-03-03", ""},
		{"Mo, 3. Mär. 2014", "2014-03-03", ""},
		{"Veröffentlicht am 03.03.2014 | Lesedauer: 4 Minuten", "2014-03-03", ""},
		{"Veröffentlicht am 03.03.2014, 09:15 Uhr", "2014-03-03T09:15", ""},
		{"Erstellt: 03.03.2014, 09:15 Uhr", "2014-03-03T09:15", ""},
		{"Erstellt: 03.03.2014 Aktualisiert: 04.03.2014, 10:00 Uhr", "2014-03-03", "2014-03-04T10:00"},
		{"Aktualisiert am 04.03.2014 um 10:00", "2014-03-04", "2014-03-04T10:00"},
		{"Aktualisiert: 04.03.2014 – 10:00", "2014-03-04", "2014-03-04T10:00"},
		{"Von Anna Muster | Stand: 03.03.2014 09:15 Uhr | Lesedauer: 3 Minuten", "2014-03-03T09:15", ""},
		{"03.03.2014 - 09:15 Uhr", "2014-03-03T09:15", ""},
		{"03.03.14, 09:15 Uhr", "2014-03-03T09:15", ""},
		{"03. März 2014 um 09:15 Uhr", "2014-03-03T09:15", ""},
		{"Datum 03.03.2014", "2014-03-03", ""},
		{"03.03.201403.03.2014", "2014-03-03", ""},
		{"08.03.2016 | 15:30 Uhr 08.03.2016 um 15:30 Uhr", "2016-03-08T15:30", ""},
		{"Hafenleben klassisch - 3. März 2014", "2014-03-03", ""},
		{"vonAnna Muster 03.03.2014", "2014-03-03", ""},
		{"| 03 \\| 03 \\| 2014 |", "2014-03-03", ""},
		{"Datum: 03.03.2014, Autorin/Autor: Anna Muster", "2014-03-03", ""},
		{"Berlin, 3. März 2014", "2014-03-03", ""},
		{"Berlin - 03.03.2014, 09:15 Uhr", "2014-03-03T09:15", ""},
		{"vom 3. März 2014", "2014-03-03", ""},
		{"Samstag, 1. Februar 2020 – 18:30", "2020-02-01T18:30", ""},
		{"Samstag 01. Februar 2020", "2020-02-01", ""},
		{"Online seit heute, 9:15 Uhr", "", ""},
		{"vor 3 Stunden", "", ""},
		{"gestern, 18:05 Uhr", "", ""},
		{"Publiziert: 3. März 2014, 09.15 Uhr", "2014-03-03T09:15", ""},
		{"Publiziert 03.03.2014, 09.15 Uhr", "2014-03-03T09:15", ""},
		{"Erstpublikation: 3. März 2014", "2014-03-03", ""},
		{"3. März 2014, 9:15 Uhr Aktualisiert am 4. März 2014, 10:00 Uhr", "2014-03-03T09:15", "2014-03-04T10:00"},
		{"3.3.2014, 09:15 Uhr, aktualisiert 4.3.2014, 10:00 Uhr", "2014-03-03T09:15", "2014-03-04T10:00"},
		{"Letzte Aktualisierung: 4. März 2014, 10:00 Uhr", "2014-03-04", "2014-03-04T10:00"},
		{"Letztes Update: 04.03.2014, 10:00 Uhr", "2014-03-04", "2014-03-04T10:00"},
		{"Update: 04.03.2014, 10:00 Uhr", "2014-03-04", "2014-03-04T10:00"},
		{"03.03.2014 09:15 (Akt. 04.03.2014 10:00)", "2014-03-03T09:15", "2014-03-04T10:00"},
		{"3 Mär 2014 09:15 Uhr", "2014-03-03T09:15", ""},
		{"03.03.2014 • 09:15 Uhr", "2014-03-03T09:15", ""},
		{"5. Oktober 2020, 10:12", "2020-10-05T10:12", ""},
		{"5. Jänner 2018 um 17:30", "2018-01-05T17:30", ""},
		{"Artikel vom 03.03.2014", "2014-03-03", ""},
		{"Artikel veröffentlicht: Montag, 03.03.2014 09:15 Uhr", "2014-03-03T09:15", ""},
		{"Artikel aktualisiert: Dienstag, 04.03.2014 10:00 Uhr", "2014-03-04", "2014-03-04T10:00"},
		{"Ausgabe vom 3. März 2014", "2014-03-03", ""},
		{"Zuletzt aktualisiert 4. März 2014 - 10:00", "2014-03-04", "2014-03-04T10:00"},
		{"03.03.2014, 09:15 Uhr | dpa", "2014-03-03T09:15", ""},
		{"dpa 03.03.2014 09:15 Uhr", "2014-03-03T09:15", ""},
		{"Politik 03.03.2014 - 09:15", "2014-03-03T09:15", ""},
		{"Autor: Anna Muster, 03.03.2014", "2014-03-03", ""},
		{"Anna Muster 03.03.2014 - 09:15 Uhr", "2014-03-03T09:15", ""},
		{"Anna Muster, Redakteurin 3. März 2014", "2014-03-03", ""},
		{"Gepostet am 3. März 2014 von Anna Muster", "2014-03-03", ""},
		{"Geändert am 04.03.2014", "2014-03-04", "2014-03-04"},
		{"2014-03-03 09:15", "2014-03-03T09:15", ""},
		{"2014-03-03T09:15:00+01:00", "2014-03-03T09:15:00+01:00", ""},
		{"Mo 03.03.2014 | 09:15", "2014-03-03T09:15", ""},
		{"Lesezeit: 4 Min. 03.03.2014", "2014-03-03", ""},
		{"03.03.2014 Lesezeit 4 Minuten", "2014-03-03", ""},
		{"Von: Anna Muster Veröffentlicht: 03.03.2014 - 09:15 Uhr", "2014-03-03T09:15", ""},
		{"Stand 24. November 2020, 13.45 Uhr", "2020-11-24T13:45", ""},
		{"24.11.2020 | Stand 25.11.2020, 13:45 Uhr", "2020-11-24", "2020-11-25T13:45"},
		{"Erscheinungsdatum: 03.03.2014", "2014-03-03", ""},
		{"Montag, 3. März 2014 9:15", "2014-03-03T09:15", ""},
	} {
		const text = "Der Gemeinderat hat am Montag nach langer Debatte beschlossen, die alte Brücke über den Fluss zu erneuern, und dafür Geld in den Haushalt eingestellt.\n\n"
		a := testParser(t).parse("Brücke wird erneuert\n\n"+tt.line+"\n\n"+text+text+"Die Arbeiten sollen im kommenden Frühjahr beginnen und zwei Jahre dauern, teilte die Verwaltung am Abend mit.\n", "")
		kept := false
		for _, b := range a.Body {
			kept = kept || b.Text == tt.line
		}
		day := func(d, full Date) Date { // the exactness of the row
			if len(full) == dayLen {
				return Date(d.Day())
			}
			return d
		}
		if day(a.Published, Date(tt.published)) != Date(tt.published) || a.Updated != Date(tt.updated) || kept {
			t.Errorf("%s: published %q, updated %q, in the text: %t, lead %q", tt.line, a.Published, a.Updated, kept, a.Lead)
		}
	}
}
