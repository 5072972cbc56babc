package corpus

import (
	"strings"
	"testing"
)

// testParser is a parser with the built-in tables.
func testParser(t testing.TB) *pageParser {
	t.Helper()
	outlets, err := NewOutlets()
	if err != nil {
		t.Fatal(err)
	}
	p, err := newPageParser(outlets)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestSignoff(t *testing.T) {
	p := testParser(t)
	for _, c := range []struct{ in, authors, agencies string }{
		{"kle/sam (afp, dpa, rtre)", "kle sam", "afp dpa rtre"},
		{"feb/dpa", "feb", "dpa"},
		{"(dpa)", "", "dpa"},
		{"dpa/AFP/mar", "mar", "dpa afp"},
		{"als/Reuters/dpa/AFP", "als", "reuters dpa afp"},
		{"Quelle: ntv.de, mau/dpa", "mau", "dpa"},
		{"Quelle: n-tv.de , hvo/dpa/rtr", "hvo", "dpa rtr"},
		{"(red, APA, 12.5.2016)", "", "apa"},
		{"(Ada Beispiel, APA/DER STANDARD, Printausgabe, 12.5.2016)", "Ada Beispiel", "apa"},
		{"(Florian Beispiel)", "Florian Beispiel", ""},
		{"(mit Material der dpa) / (anw)", "anw", "dpa"},
		{"cgn/fab (afpe, dpa)", "cgn fab", "afpe dpa"},
		{"(anw)", "anw", ""},
		{"Mit Informationen von dpa und AFP", "", "dpa afp"},
		{"Mit Informationen von dpa, Reuters und AFP", "", "dpa reuters afp"},
		{"Quelle: F.A.Z./dpa", "", "dpa"},
		{"SZ/lemo", "lemo", ""},
		{"(Florian Muster aus Berlin, red, APA, 22.7.2021)", "Florian Muster", "apa"},
		{"und/dpa", "", ""},
		{"EU/usa", "", ""},
		{"karte", "", ""},
		{"Quelle: Statistisches Bundesamt", "", ""},
		{"Sieben Festnahmen", "", ""},
		{"USA/Russland", "", ""},
	} {
		var authors, agencies string
		if s := p.signoff(c.in); s != nil {
			authors, agencies = strings.Join(s.authors, " "), strings.Join(s.agencies, " ")
		}
		if authors != c.authors || agencies != c.agencies {
			t.Errorf("signoff(%q) = %q, %q, want %q, %q", c.in, authors, agencies, c.authors, c.agencies)
		}
	}
}

func TestByline(t *testing.T) {
	p := testParser(t)
	for _, c := range []struct{ in, names, agencies string }{
		{"Von Max Muster", "Max Muster", ""},
		{"Von unserem Korrespondenten Max Muster, Berlin", "Max Muster", ""},
		{"Von unserer Redakteurin Anna Muster", "Anna Muster", ""},
		{"Von unserem Redaktionsmitglied Max Muster", "Max Muster", ""},
		{"Von unseren Kindern Lesen und Schreiben", "", ""},
		{"Von Max Muster, Berlin", "Max Muster", ""},
		{"Von Anna Muster, Jan Klein und Max Groß, Brüssel", "Anna Muster|Jan Klein|Max Groß", ""},
		{"Ein Kommentar von Ursula von der Aue", "Ursula von der Aue", ""},
		{"Von Katrin Lohse, ARD-Studio Wien", "Katrin Lohse", ""},
		{"Von Katrin Lohse und Bruno Weide", "Katrin Lohse|Bruno Weide", ""},
		{"Ein Blog-Beitrag von Community-Mitglied Katrin Lohse", "Katrin Lohse", ""},
		{"Aus Kiew berichtet Max Muster", "Max Muster", ""},
		{"VON MAX MUSTER", "Max Muster", ""},
		{"Autorin: Pia Brandl", "Pia Brandl", ""},
		{"FOCUS-Online-Redakteurin Tina Sommer", "Tina Sommer", ""},
		{"Von Max Muster und dpa", "Max Muster", "dpa"},
		{"Von dpa", "", "dpa"},
		{"Von Anfang an war alles klar", "", ""},
		{"Von Kriegen und Krisen", "", ""},
		{"Von der Leyen verteidigt Drohnen", "", ""},
	} {
		names, agencies, _ := p.byline(c.in)
		if got := strings.Join(names, "|"); got != c.names || strings.Join(agencies, "|") != c.agencies {
			t.Errorf("byline(%q) = %q, %q, want %q, %q", c.in, got, agencies, c.names, c.agencies)
		}
	}
}

func TestMetaLine(t *testing.T) {
	p := testParser(t)
	for _, c := range []struct {
		in                 string
		published, updated Date
		authors            string
	}{
		{"25/12/2015 12:08 CET | Aktualisiert 26/12/2015 07:09 CET", "2015-12-25T12:08", "2015-12-26T07:09", ""},
		{"Von Ada Muster | Oct 24, 2023 | Zuletzt geändert: Nov 7, 2023, 8:54 PM GMT+1", "2023-10-24", "2023-11-07T20:54", "Ada Muster"},
		{"Oct 24, 2023, 12:05 AM", "2023-10-24T00:05", "", ""},
		{"Veröffentlicht am 02.08.2017 | Lesedauer: 4 Minuten", "2017-08-02", "", ""},
		{"Erstellt: 09.02.2021, 14:12 Uhr", "2021-02-09T14:12", "", ""},
		{"Aktualisiert: 10.02.2021, 08:30 Uhr", "", "2021-02-10T08:30", ""},
		{"-Aktualisiert am 12.05.2016-14:05", "", "2016-05-12T14:05", ""},
		{"23. April 2012 Rolf Asmus", "2012-04-23", "", "Rolf Asmus"},
		{"Von Alexander Rein | 12. März 2015", "2015-03-12", "", "Alexander Rein"},
		{"26.03.2018, 15:42 Uhr | dpa, t-online.de", "2018-03-26T15:42", "", ""},
		{"12.06.2015, von FRIEDEMANN ACHTERBERG, BERLIN", "2015-06-12", "", "Friedemann Achterberg"},
		{"Berlin, 12.3.2015", "2015-03-12", "", ""},
		{"Nr. 48/2020 vom 24.11.2020", "2020-11-24", "", ""},
		{"DIE ZEIT Nr. 48/2020, 19. November 2020", "2020-11-19", "", ""},
		{"18.03.2023, 13.00 Uhr • aus DER SPIEGEL 12/2023", "2023-03-18T13:00", "", ""},
		{"Ein Kommentar von Ada Muster vom 24.11.2020", "2020-11-24", "", "Ada Muster"},
		{"Text: Ada Muster; Fotos: Udo Lang", "", "", "Ada Muster"},
		{"Von Ada Muster (Text) und Udo Lang (Fotos)", "", "", "Ada Muster|Udo Lang"},
		{"Interview geführt von Ada Muster", "", "", "Ada Muster"},
		{"Die Fragen stellten Ada Muster und Udo Lang.", "", "", "Ada Muster|Udo Lang"},
		{"Kommentar: Anna Muster", "", "", "Anna Muster"},
		{"Analyse: Grüne Welle", "", "", ""},
		{"Mit Udo Lang sprach Anna Muster", "", "", "Anna Muster"},
		{"Aus Rom Anna Muster", "", "", "Anna Muster"},
		{"Die Wahl ist am 24.11.2020", "", "", ""},
		{"Am 11. September 2001 stürzten die Türme ein", "", "", ""},
	} {
		m, _ := p.metaLine(p.lineOf(c.in))
		if m.published != c.published || m.updated != c.updated || strings.Join(m.authors, "|") != c.authors {
			t.Errorf("metaLine(%q) = %q, %q, %q", c.in, m.published, m.updated, m.authors)
		}
	}
}

func TestSplitCredit(t *testing.T) {
	p := testParser(t)
	for _, c := range []struct{ in, caption, credit string }{
		{"Die Kathedrale in Sankt PetersburgBild: picture alliance/Agentur-online", "Die Kathedrale in Sankt Petersburg", "picture alliance/Agentur-online"},
		{"Der Minister in Kiew (Foto: dpa)", "Der Minister in Kiew", "dpa"},
		{"(Foto: picture alliance / dpa)", "", "picture alliance / dpa"},
		{"Der Funkmast. CC BY-SA 2.0 via flickr/nick", "Der Funkmast.", "CC BY-SA 2.0 via flickr/nick"},
		{"Am Abend. © Rainer Holz/DPA", "Am Abend.", "Rainer Holz/DPA"},
		{"Das Werk liegt still. | AFP", "Das Werk liegt still.", "AFP"},
		{"Der See. Quelle: Ove Arscholl", "Der See.", "Ove Arscholl"},
		{"foto: apa/hans punz", "", "apa/hans punz"},
		{"(c) APA/AFP/PAVEL ZUBEK", "", "APA/AFP/PAVEL ZUBEK"},
		{"Im Tunnel (Bild: Karl Bösch / Keystone)", "Im Tunnel", "Karl Bösch / Keystone"},
		{"Kevin Beispiel / Reuters", "", "Kevin Beispiel / Reuters"},
		{"Ein anderes Bild: Die Partei verliert überall.", "", ""},
		{"Er nannte seine Quelle: einen Mann aus dem Dorf, der alles gesehen hat", "", ""},
		{"Das meldete die Agentur (dpa) am Abend.", "", ""},
	} {
		caption, credit, _ := p.splitCredit(c.in)
		if caption != c.caption || credit != c.credit {
			t.Errorf("splitCredit(%q) = %q, %q", c.in, caption, credit)
		}
	}
}

func TestCommentHeads(t *testing.T) {
	p := testParser(t)
	for _, c := range []struct {
		in, author string
		date       Date
	}{
		{"nick 20.09.2015", "nick", "2015-09-20"},
		{"nick 20.09.2015, 14:03", "nick", "2015-09-20T14:03"},
		{"Karl Weber schrieb am 12. März 2015 um 14:22:", "Karl Weber", "2015-03-12T14:22"},
		{"Kommentar von nick, 21.07.2014, 18:15 Uhr", "nick", "2014-07-21T18:15"},
		{"Ernst Hübner (EHuebner) - 12.05.2016 15:11", "Ernst Hübner", "2016-05-12T15:11"},
		{"Mittwoch, 07.10.2015 | 13:05 | Monika Tal | 1 Antwort", "Monika Tal", "2015-10-07T13:05"},
		{"nick\nvor 3 Stunden", "nick", ""},
		{"nick\n12. Mai 2016, 14:31:08", "nick", "2016-05-12T14:31"},
		{"Wie schon am 20.09.2015 gesagt wurde, geht das nicht.", "", ""},
		{"20.09.2015", "", ""},
	} {
		pg := &page{p: p, lines: p.splitLines(c.in, p.room())}
		head, _ := pg.headAt(0)
		if head.author != c.author || head.date != c.date {
			t.Errorf("headAt(%q) = %q, %q", c.in, head.author, head.date)
		}
	}
}

func TestTotals(t *testing.T) {
	p := testParser(t)
	for _, c := range []struct {
		in   string
		want bool
	}{
		{"insgesamt 91 Beiträge", true}, {"12 Kommentare", true}, {"Kommentare (12)", true}, {"Kommentare: 12", true},
		{"Kommentare lesen (54 Beiträge)", true}, {"Forum: 388 Postings", true}, {"Lesermeinungen (9)", true}, {"1 Kommentar", true},
		{"Alle 12 Kommentare anzeigen", true}, {"12 Beiträge zur Rentenkasse fehlen noch immer ganz", false}, {"Seite 12", false},
	} {
		if got := p.total.MatchString(c.in); got != c.want {
			t.Errorf("total %q: %v", c.in, got)
		}
	}
}

func TestTotalInRow(t *testing.T) {
	p := testParser(t)
	for row, want := range map[string]int{
		"Drucken · Versenden · Leserkommentare: 2":                                         2,
		"Version zum Drucken | Per E-Mail versenden | Beitrag kommentieren (312 Beiträge)": 312,
		"| 3 Kommentare":                3,
		"Kommentare (0) Zur Startseite": 0,
		"12 Kommentare zu diesem Text hat die Redaktion bisher gelöscht.": -1,
		"Drucken | Versenden | Teil 3":                                    -1,
	} {
		if got := p.totalBeside(row); got != want {
			t.Errorf("%q: %d comments, want %d", row, got, want)
		}
	}
}

func TestOwnAddress(t *testing.T) {
	p := testParser(t)
	for _, c := range []struct{ in, want string }{
		{"Permalink https://p.dw.com/p/3uXyZ", "https://p.dw.com/p/3uXyZ"},
		{"URL: http://blatt.example/a", "http://blatt.example/a"},
		{"https://heise.de/-3100999", "https://heise.de/-3100999"},
		{"https://t.co/abc", ""},
		{"Quelle: https://www.bundestag.de/x", ""},
	} {
		if got := p.ownAddress(c.in); got != c.want {
			t.Errorf("ownAddress(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

// TestWordings tells texts by their words, folded.
func TestWordings(t *testing.T) {
	for _, c := range []struct {
		name string
		tell func(folded string) bool
		in   string
		want bool
	}{
		{"forumHeading", forumHeading, "34 leserkommentare", true},
		{"forumHeading", forumHeading, "die beliebtesten kommentare", true},
		{"forumHeading", forumHeading, "leser:innen-meinungen zum artikel", true},
		{"forumHeading", forumHeading, "kommentarforum", true},
		{"forumHeading", forumHeading, "34kommentare", false},
		{"forumHeading", forumHeading, "eine hitzige diskussion", false},
		{"forumHeading", forumHeading, "kommentare und briefe an die redaktion der letzten woche", false},
		{"offersLetter", offersLetter, "melden sie sich für den newsletter an", true},
		{"offersLetter", offersLetter, "newsletter kostenlos bestellen", true},
		{"offersLetter", offersLetter, "unser täglicher kultur-newsletter", true},
		{"offersLetter", offersLetter, "der newsletter des ministers", false},
		{"claimsRights", claimsRights, "2019 muster medien", true},
		{"claimsRights", claimsRights, "muster-gmbh", true},
		{"claimsRights", claimsRights, "muster ag", true},
		{"claimsRights", claimsRights, "ada muster/agentur", false},
		{"claimsRights", claimsRights, "ada muster 12019", false},
	} {
		if got := c.tell(c.in); got != c.want {
			t.Errorf("%s(%q) is %v", c.name, c.in, got)
		}
	}
}
