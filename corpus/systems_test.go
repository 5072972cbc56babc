package corpus

import (
	"fmt"
	"strings"
	"testing"
)

// TestForumSystems reads comments as the systems of many outlets print them: what
// stands beside names, dates, titles and texts is the system's own.
func TestForumSystems(t *testing.T) {
	const article = "Der Gemeinderat streitet über den Kreisel\n\n12. März 2017\n\nSeit drei Jahren wird geplant, gebaut wird noch lange nicht.\n\n" +
		"Der Kreisel an der Hauptstraße soll kommen, aber niemand weiß, wann. Das hat die Verwaltung am Montag im Ausschuss eingeräumt.\n\n" +
		"Die Kosten sind inzwischen auf 1,2 Millionen Euro gestiegen. Der Kämmerer warnt vor weiteren Schäden, wenn nichts geschieht.\n\n"
	const (
		one     = "Endlich wird gebaut, das wurde auch Zeit."
		two     = "Ich glaube das erst, wenn ich es sehe."
		three   = "Wer soll das bezahlen? Mein Vorschlag: alle."
		dated   = "[anna 2017-03-18  " + one + "] [Bert K. 2017-03-19  " + two + "] [der_dritte 2017-03-19  " + three + "]"
		undated = "[anna   " + one + "] [Bert K.   " + two + "] [der_dritte   " + three + "]"
		titled  = "[anna 2017-03-18 Na endlich " + one + "] [Bert K. 2017-03-19 Abwarten " + two + "] [der_dritte 2017-03-19 Und wer zahlt? " + three + "]"
	)
	for name, c := range map[string]struct{ forum, want string }{
		"Zeit, recommended": {"Leserkommentare\n\n  1. Bitte melden Sie sich an, um zu kommentieren.\n\nanna\n18. März 2017 um 11:58 Uhr\n1. Na endlich\n" + one + "\nReaktionen auf diesen Kommentar anzeigen\n14 Leserempfehlungen\n\n" +
			"Bert K.\n19. März 2017 um 12:10 Uhr\n2. Abwarten\n" + two + "\nEine Leserempfehlung\n\nder_dritte\n19. März 2017 um 13:10 Uhr\n3. Und wer zahlt?\n" + three + "\nReaktionen auf diesen Kommentar anzeigen\n\nBitte melden Sie sich an, um zu kommentieren\n\nMehr zum Thema\n", titled},
		"FAZ, title above": {"Lesermeinungen zu diesem Artikel (45)\n\nAlle Lesermeinungen lesen\n\nNa endlich\nanna (anna) - 18.03.2017 19:22 Uhr\n" + one + "\n\nAbwarten\nBert K. (bertk) - 19.03.2017 17:05 Uhr\n" + two + "\n\nUnd wer zahlt?\nder_dritte (d3) - 19.03.2017 14:48 Uhr\n" + three +
			"\n\nDie Redaktion dieser Seite übernimmt keine Verantwortung für den Inhalt der Lesermeinungen.\n\nJüngste Beiträge\n\n20.03.2017 Kreisel Ein Urteil aus Karlsruhe\n20.03.2017 Bagger Ein Unfall\n", titled},
		"taz, initials": {"13 Kommentare / Diskussion\nA\nanna\n" + one + "\nzum Beitrag\nBK\nBert K.\n" + two + "\nzum Beitrag\nD\nder_dritte\n" + three + "\nzum Beitrag\nmeistkommentiert\n1 Der Kreisel\nEin Versuch über das Runde\n", undated},
		"Tichy":         {"Kommentare ( 31 )\n\n31 Kommentare\nneuste\nälteste beste Bewertung\n\nanna\n5 Jahre her\n" + one + "\n24\nAntworten\n\nBert K.\nAntworten an  anna\n5 Jahre her\n" + two + "\n9\nAntworten\n\nder_dritte\n4 Jahre her\n" + three + "\n6\nAntworten\n\nWeitere Kommentare laden\n\nAnzeige\n\nSPENDEN\n", undated},
		"Cicero, no heading": {"Mehr zum Thema\nKreisel - Noch ein Kreisel\n\nanna | Sa., 18. März 2017 - 08:52 Permanenter Link\nNa endlich\n" + one + "\n\nBert K. | So., 19. März 2017 - 10:14 Permanenter Link\nAbwarten\n" + two + "\n\nder_dritte | So., 19. März 2017 - 11:14\nAntwort auf Abwarten, von Bert K.\n" + three + "\n\nDer Bote – Newsletter\nKontakt  Impressum  Datenschutz\n",
			strings.Replace(titled, "Und wer zahlt?", "", 1)},
		"Drupal":     {"Kommentare (4)\n\nVerfasst von anna am 18. März 2017 - 18:32.\n" + one + "\n\nVerfasst von Bert K. am 19. März 2017 - 7:05.\n" + two + "\n\nVerfasst von der_dritte am 19. März 2017 - 12:44.\n" + three + "\n\nNeuen Kommentar schreiben\n\nKommentar-Richtlinien\n", dated},
		"Drupal 8":   {"Kommentare\n\nanna Sa., 18.03.2017 - 18:32\n" + one + "\nAntworten\n\nBert K. So., 19.03.2017 - 07:05\n" + two + "\nAntworten\n\nder_dritte So., 19.03.2017 - 09:05\n" + three + "\nAntworten\n\nNeuen Kommentar hinzufügen\nIhr Name\n", dated},
		"eingesandt": {"Leserbriefe\n\nEingesandt durch anna am 18. März 2017, 18:32 (Link)\n" + one + "\n\nEingesandt durch Bert K. am 19. März 2017, 7:05 (Link)\n" + two + "\n\nEingesandt durch der_dritte am 19. März 2017, 12:44 (Link)\n" + three + "\n\nImpressum\n", dated},
		"thumbs":     {"Kommentare (2)\n\nanna\n18. März 2017, 15:40\n" + one + "\n👍 7  👎 3\nAntworten\n\nBert K.\n19. März 2017, 16:58\n" + two + "\n👍 12  👎 0\nAntworten\n\nder_dritte\n19. März 2017, 16:58\n" + three + "\n👍 0  👎 0\nAntworten\n\nMehr zum Thema\n", dated},
		"Standard, blank lines": {"Kommentar posten\n18 Postings\n\nanna\n18.03.2017, 18:40\n\nna endlich\n\n" + one + "\n\nantworten\npermalink\nmelden\n\nBert K.\n19.03.2017, 19:02\n\n" + two + "\n\nantworten\npermalink\nmelden\n\nder_dritte\n19.03.2017, 20:15\n\nich zahle\n\nund wer noch?\n\nantworten\npermalink\nmelden\n\nweitere 13 Postings laden\n",
			"[anna 2017-03-18 na endlich " + one + "] [Bert K. 2017-03-19  " + two + "] [der_dritte 2017-03-19 ich zahle und wer noch?]"},
		"Tagesspiegel": {"KOMMENTARE\n\n6 Kommentare\n\nvon   anna\n18.03.2017 07:12 Uhr\nNa endlich\n" + one + "\n\nvon   Bert K.\n19.03.2017 08:30 Uhr\nAntwort auf anna vom 18.03.2017 07:12 Uhr\n" + two + "\n\nvon   der_dritte\n19.03.2017 09:45 Uhr\nWer zahlt\nund zwar pünktlich, das soll man mir sagen.\n\nKommentar schreiben\nBitte loggen Sie sich ein\n",
			"[anna 2017-03-18 Na endlich " + one + "] [Bert K. 2017-03-19  " + two + "] [der_dritte 2017-03-19 Wer zahlt und zwar pünktlich, das soll man mir sagen.]"},
		"Focus": {"Kommentare (3)\nBei den Lesern beliebt\n\n18.03.17, 14:02 | anna  | 2 Antworten\nNa endlich\n" + one + "\nAntwort schreiben\n\n19.03.17, 15:11 | Bert K.\n" + two + "\n\n19.03.17, 14:35 | der_dritte\nUnd wer zahlt?\n" + three + "\nAntwort schreiben\n\nAlle Kommentare anzeigen\n\nKommentar schreiben\nVielen Dank! Ihr Kommentar wurde abgeschickt.\n",
			strings.Replace(titled, "Abwarten", "", 1)},
		"Disqus":          {"3 Kommentare\nLogin\nRecommend\nSort by Best\nJoin the discussion…\nLOG IN WITH\nOR SIGN UP WITH DISQUS\n\nanna • vor 2 Jahren\n" + one + "\n3 △ ▽ • Antworten • Teilen ›\n\nBert K. > anna • vor 2 Jahren\n" + two + "\n△ ▽ • Antworten • Teilen ›\n\nder_dritte • vor 2 Jahren\n" + three + "\n1 △ ▽ • Antworten • Teilen ›\n\nAbonnieren\nPrivacy\n", undated},
		"Disqus, lines":   {"Kommentare\n3 Kommentare\nNach Bewertung sortieren\n\nanna\n• vor 2 Jahren\n" + one + "\n\n3\nAntworten\nTeilen ›\n\nBert K.\nanna\n• vor 2 Jahren\n" + two + "\n\nAntworten\nTeilen ›\n\nder_dritte\n• vor 2 Jahren\n" + three + "\n\n1\nAntworten\nTeilen ›\n\nPowered by Disqus\n", undated},
		"Disqus, English": {"3 Comments\n\nanna • 2 years ago\n" + one + "\n3 • Reply • Share ›\n\nBert K. • 2 years ago\n" + two + "\n• Reply • Share ›\n\nder_dritte • a year ago\n" + three + "\n• Reply • Share ›\n", undated},
		"Facebook":        {"3 Kommentare\nSortieren nach\nTop\n\nAnna Acker\n" + one + "\nGefällt mir · Antworten · 3 · 18. März 2017 14:33\n\nBert Klein\n" + two + "\nGefällt mir · Antworten · 19. März 2017 14:40\n\nCarl Dritter\n" + three + "\nGefällt mir · Antworten · 1 · 19. März 2017 15:40\n\nFacebook-Plug-in für Kommentare\n", strings.NewReplacer("anna", "Anna Acker", "Bert K.", "Bert Klein", "der_dritte", "Carl Dritter").Replace(dated)},
		"Facebook, jobs":  {"Kommentare\n\nAnna Acker · Arbeitet bei Stadtwerke Altdorf\n" + one + "\nGefällt mir · Antworten · 1 J.\n\nBert Klein · Berlin\n" + two + "\nGefällt mir · Antworten · 3 · 1 J.\n\nCarl Dritter · Hochschule Bremen\n" + three + "\nGefällt mir · Antworten · 2 J.\n\nFacebook Comments Plugin\n", strings.NewReplacer("anna", "Anna Acker", "Bert K.", "Bert Klein", "der_dritte", "Carl Dritter").Replace(undated)},
		"WordPress":       {"3 Gedanken zu „Der Gemeinderat streitet über den Kreisel“\n\nanna sagt:\n18. März 2017 um 14:33 Uhr\n" + one + "\n\nAntworten\n\nBert K. sagt:\n19. März 2017 um 9:33 Uhr\n" + two + "\n\nAntworten\n\nder_dritte sagt:\n19. März 2017 um 9:43 Uhr\n" + three + "\n\nAntworten\n\nSchreibe einen Kommentar Antwort abbrechen\nDeine E-Mail-Adresse wird nicht veröffentlicht.\n", dated},
		"WordPress, says": {"3 Comments\n\nanna says:\n18. März 2017 at 14:33\n" + one + "\nReply\n\nBert K. says:\n19. März 2017 at 9:33\n" + two + "\nReply\n\nder_dritte says:\n19. März 2017 at 9:43\n" + three + "\nReply\n\nLeave a Reply\n", dated},
		"vBulletin":       {"Kommentare\n\n#1\n18.03.2017, 13:22\nanna\nBenutzer\nRegistriert seit: 12.03.2010\nBeiträge: 1.234\n" + one + "\nZitieren\n\n#2\n19.03.2017, 13:25\nBert K.\nErfahrener Benutzer\nRegistriert seit: 01.11.2012\nBeiträge: 77\n" + two + "\nZitieren\n\n#3\n19.03.2017, 14:22\nder_dritte\nBenutzer\nRegistriert seit: 30.06.2016\nBeiträge: 3\n" + three + "\nZitieren\n", dated},
		"Spiegel":         {"insgesamt 91 Beiträge\nSeite 1 von 10\n\n1. Na endlich\nanna 18.03.2017, 14:02 Uhr\n" + one + "\n\n2. Abwarten\nBert K. 19.03.2017, 14:12 Uhr\n" + two + "\n\n3. Und wer zahlt?\nder_dritte 19.03.2017, 14:22 Uhr\n" + three + "\n\nDiskutieren Sie mit!\n© SPIEGEL ONLINE 2017\n", titled},
		"Spiegel, below":  {"insgesamt 91 Beiträge\n\nanna 18.03.2017, 14:02 Uhr\n1. Na endlich\n" + one + "\nantworten\n\nBert K. 19.03.2017, 14:12 Uhr\n2. Abwarten\n" + two + "\nantworten\n\nder_dritte 19.03.2017, 14:22 Uhr\n3. Und wer zahlt?\n" + three + "\nantworten\n\nSeite 1 von 10\n", titled},
		"heise":           {"Kommentare lesen (3 Beiträge)\n\nForum zum Thema\n\nNa endlich\nanna\n18.03.2017 14:02\n" + one + "\nBewerten + -\n\nAbwarten\nBert K.\n19.03.2017 14:12\n" + two + "\nBewerten + -\n\nUnd wer zahlt?\nder_dritte\n19.03.2017 14:22\n" + three + "\nBewerten + -\n\nImpressum\n", titled},
		"Tages-Anzeiger":  {"3 Kommentare\n\nanna, Altdorf\n18.03.2017, 13:22 Uhr\n" + one + "\nMelden\n12 Empfehlen\n\nBert K., Zürich\n19.03.2017, 13:30 Uhr\n" + two + "\nMelden\n3 Empfehlen\n\nder_dritte, Bern\n19.03.2017, 14:22 Uhr\n" + three + "\nMelden\n0 Empfehlen\n\nDie Redaktion behält sich vor, Kommentare nicht zu publizieren.\n", strings.NewReplacer("anna", "anna, Altdorf", "Bert K.", "Bert K., Zürich", "der_dritte", "der_dritte, Bern").Replace(dated)},
		"Coral":           {"Kommentare (3)\nSortieren nach Neueste\n\nanna\n2 Jahre zuvor\n" + one + "\nRespektieren 3\nAntworten\nTeilen\nMelden\n\nBert K.\nAntwort an anna\n2 Jahre zuvor\n" + two + "\nRespektieren\nAntworten\nTeilen\nMelden\n\nder_dritte\n1 Jahr zuvor\n" + three + "\nRespektieren 1\nAntworten\nTeilen\nMelden\n", undated},
		"Viafoura":        {"3 Kommentare\n\nA\nanna\n18 März, 2017\n" + one + "\nAntworten\n2\n0\n\nB\nBert K.\n19 März, 2017\n" + two + "\nAntworten\n12\n4\n\nD\nder_dritte\n19 März, 2017\n" + three + "\nAntworten\n0\n0\n\nNutzungsbedingungen\n", dated},
		"watson":          {"3 Kommentare\nDein Kommentar\nHier gehts zu den Kommentarregeln.\nDie beliebtesten Kommentare\nanna\n18.03.2017 13:22\nregistriert März 2015\n" + one + "\n12 3\nMelden\nBert K.\n19.03.2017 13:32\nregistriert Juni 2014\n" + two + "\n2 44\nMelden\nder_dritte\n19.03.2017 14:22\nregistriert Januar 2016\n" + three + "\n0 0\nMelden\nZum Kommentar\n", dated},
		"RT":              {"3 Kommentare\n\nanna\n18 März 2017, 13:22 Uhr\n" + one + "\nLike\n2\nAntworten\n\nBert K.\n19 März 2017, 14:02 Uhr\n" + two + "\nLike\nAntworten\n\nder_dritte\n19 März 2017, 14:22 Uhr\n" + three + "\nLike\nAntworten\n\nDurch die Sperrung von RT zielt die EU darauf ab, eine kritische Quelle zum Schweigen zu bringen.\n", dated},
		"Welt":            {"Leserkommentare 3 Kommentare\nLeserkommentare sind ausgeschaltet.\n\nA\nanna\nvor 742 Tagen\n" + one + "\nAntworten\n6\n\nBK\nBert K.\nvor 742 Tagen\n" + two + "\nAntworten\n\nD\nder_dritte\nvor 741 Tagen\n" + three + "\nAntworten\n1\n\n© Axel Springer SE\n", undated},
		"removed":         {"3 Kommentare\n\nanna\n18.03.2017, 13:22\n" + one + "\n\nBert K.\n19.03.2017, 13:25\nDieser Kommentar wurde entfernt.\n\nder_dritte\n19.03.2017, 14:22\n" + three + "\n\nMehr zum Thema\n", strings.Replace(dated, two, "Dieser Kommentar wurde entfernt.", 1)},
		"points between":  {"Kommentare (3)\nKommentieren\n\nanna\n1\n8\nLesenswert?\n18.03.2017 um 08:12 Uhr\nNa endlich\n" + one + "\nAntworten\n\nBert K.\n3\n2\nLesenswert?\n19.03.2017 um 08:47 Uhr\nAbwarten\n" + two + "\nAntworten\n\nder_dritte\n0\n0\nLesenswert?\n19.03.2017 um 12:05 Uhr\nUnd wer zahlt?\n" + three + "\nAntworten\n\nKommentar schreiben\n", titled},
		"time below":      {"Leserkommentare\n3 Kommentare\n\n18.03.2017,\n15:04 Uhr\nanna sagt:\n" + one + "\nMissbrauch melden\n\n19.03.2017,\n15:31 Uhr\nBert K. sagt:\n" + two + "\nMissbrauch melden\n\n19.03.2017,\n15:58 Uhr\nder_dritte sagt:\n" + three + "\nMissbrauch melden\n\nKommentare  1  2  3  »\n", dated},
		"no name":         {"Leserkommentare\n18.03.2017 13:12 | anna\n" + one + "\n19.03.2017 09:05 |\n" + two + "\n19.03.2017 23:30 | der_dritte\n" + three + "\n", strings.Replace(dated, "Bert K.", "", 1)},
		"answered names":  {"3 Kommentare\nNach Besten sortieren\n\nanna • vor 2 Monaten\n\n" + one + "\n\n12  • Antworten • Teilen ›\n\nBert K.  anna • vor 2 Monaten\n\n" + two + "\n\n5  • Antworten • Teilen ›\n\nder_dritte Mod  Bert K. • vor 2 Monaten\n\n" + three + "\n\n3  • Antworten • Teilen ›\n", undated},
		"titles apart":    {"3 Kommentare\n\n  1. anna\n     18.03.2017 um 16:51 Uhr\n     Na endlich\n\n" + one + "\n\n     Antworten  |  Als bedenklich melden\n\n  2. Bert K.\n     19.03.2017 um 17:04 Uhr\n     @1\n\n" + two + "\n\n     Antworten  |  Als bedenklich melden\n\n  3. der_dritte\n     19.03.2017 um 18:15 Uhr\n     [entfernt]\n\n" + three + "\n\n     Antworten  |  Als bedenklich melden\n\n1 2 3 nächste › letzte »\n", strings.NewReplacer("Abwarten", "@1", "Und wer zahlt?", "[entfernt]").Replace(titled)},
		"hidden":          {"Kommentare (3)\n\nAvatar\nanna 18.03.2017 | 09:41\n\n" + one + "\n\nBert K. 19.03.2017 | 10:22\n\nDieser Kommentar wurde versteckt\n\nAvatar\nder_dritte 19.03.2017 | 12:12\n\n+1\n\nSchreiben Sie einen Kommentar\nSie müssen angemeldet sein, um kommentieren zu können.\n", "[anna 2017-03-18  " + one + "] [Bert K. 2017-03-19  Dieser Kommentar wurde versteckt] [der_dritte 2017-03-19  +1]"},
		"byline first":    {"Kommentare (3)\nVon Redakteurin Ada Muster\n12.03.2017, 11:02\n\nDer Kreisel an der Hauptstraße soll kommen, aber niemand weiß, wann. Das hat die Verwaltung eingeräumt, am Montag im Ausschuss war das Thema.\n\nLeserkommentare (3)\n\n18.03.2017 | anna\n" + one + "\n\n19.03.2017 | Bert K.\n" + two + "\n\n19.03.2017 | der_dritte\n" + three + "\n", dated},
	} {
		t.Run(name, func(t *testing.T) {
			a := testParser(t).parse(article+c.forum, "")
			var got []string
			for _, c := range a.Comments {
				got = append(got, fmt.Sprintf("[%s %s %s %s]", c.Author, c.Date.Day(), c.Title, c.Text))
			}
			if s := strings.Join(got, " "); s != strings.ReplaceAll(c.want, "  [", " [") {
				t.Errorf("\ngot  %s\nwant %s", s, c.want)
			}
		})
	}
}
