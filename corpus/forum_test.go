package corpus

import (
	"fmt"
	"strings"
	"testing"
)

// TestForumStyles reads two comments in the styles of many forums.
func TestForumStyles(t *testing.T) {
	const article = "Der Gemeinderat streitet über den Kreisel\n\n18. März 2017\n\nSeit drei Jahren wird geplant, gebaut wird noch lange nicht.\n\n" +
		"Der Kreisel an der Hauptstraße soll kommen, aber niemand weiß, wann. Das hat die Verwaltung am Montag im Ausschuss eingeräumt.\n\n" +
		"Die Kosten sind inzwischen auf 1,2 Millionen Euro gestiegen. Der Kämmerer warnt vor weiteren Schäden, wenn nichts geschieht.\n\n"
	const want = "[anna 2017-03-18  Endlich wird gebaut, das wurde auch Zeit.] [Bert K. 2017-03-19  Ich glaube das erst, wenn ich es sehe.]"
	const undated = "[anna   Endlich wird gebaut, das wurde auch Zeit.] [Bert K.   Ich glaube das erst, wenn ich es sehe.]"
	const one, two = "Endlich wird gebaut, das wurde auch Zeit.", "Ich glaube das erst, wenn ich es sehe."
	for name, c := range map[string]struct{ forum, want string }{
		"one line":        {"2 Kommentare\nanna 18.03.2017, 14:03\n" + one + "\nBert K. 19.03.2017, 08:12\n" + two, want},
		"two lines":       {"Kommentare (2)\nanna\n18.03.2017, 19:12 Uhr\n" + one + "\nBert K.\n19.03.2017, 08:12 Uhr\n" + two, want},
		"spaced":          {"Kommentare\n\nanna\n18. März 2017, 19:12\n\n" + one + "\n\nAntworten\n\nBert K.\n19. März 2017, 08:12\n\n" + two + "\n\nAntworten", want},
		"schrieb":         {"Leserkommentare\nanna schrieb am 18.03.2017 um 14:03 Uhr:\n" + one + "\nBert K. schrieb am 19.03.2017 um 08:12 Uhr:\n" + two, want},
		"sagt":            {"2 Kommentare zu „Der Gemeinderat streitet“\nanna sagt:\n18. März 2017 um 14:33 Uhr\n" + one + "\nAntworten\nBert K. sagt:\n19. März 2017 um 9:33 Uhr\n" + two + "\nAntworten", want},
		"von behind":      {"Kommentare\n18.03.2017 14:33 von anna\n" + one + "\n19.03.2017 14:33 von Bert K.\n" + two, want},
		"von above":       {"2 Kommentare\nvon anna\n18.03.2017, 18:15 Uhr\n" + one + "\nvon Bert K.\n19.03.2017, 18:15 Uhr\n" + two, want},
		"Kommentar von":   {"Diskussion\nKommentar von anna am 18.03.2017 um 12:12 Uhr\n" + one + "\nKommentar von Bert K. am 19.03.2017 um 12:12 Uhr\n" + two, want},
		"in brackets":     {"Kommentare\nanna (18.03.2017, 14:33 Uhr)\n" + one + "\nBert K. (19.03.2017, 14:33 Uhr)\n" + two, want},
		"bar":             {"Kommentare\nanna | 18.03.2017 - 14:33\n" + one + "\nBert K. | 19.03.2017 - 14:33\n" + two, want},
		"numbers":         {"Kommentare\n#1 anna, 18.03.2017 14:33\n" + one + "\n#2 Bert K., 19.03.2017 14:33\n" + two, want},
		"number and time": {"Kommentare\nanna\n#1 — 18. März 2017, 14:33 Uhr\n" + one + "\nReagieren\nBert K.\n#2 — 19. März 2017, 14:33 Uhr\n" + two + "\nReagieren", want},
		"relative":        {"Kommentare\nanna\nvor 5 Jahren\n" + one + "\nAntworten\nMelden\nBert K.\nvor 5 Jahren\n" + two + "\nAntworten\nMelden", undated},
		"relative number": {"Kommentare\nAvatar\nanna\n#1 — vor 5 Jahren\n3\n" + one + "\nAntworten\nAvatar\nBert K.\n#1.1 — vor 5 Jahren\n7\n" + two + "\nAntworten", undated},
		"points":          {"Postings\nanna\n24\n18. März 2017, 14:31:08\n" + one + "\nantworten melden + 3 - 1\nBert K.\n310\n19. März 2017, 14:31:08\n" + two + "\nantworten melden", want},
		"foot":            {"2 Kommentare\nanna 18.03.2017\n" + one + "\nBert K. 19.03.2017\n" + two + "\n\nMehr zum Thema\nNoch ein Kreisel\n© Altdorfer Bote 2017", want},
		"no heading":      {"(dpa)\n\nanna schrieb am 18.03.2017:\n" + one + "\nBert K. schrieb am 19.03.2017:\n" + two, want},
		"long name":       {"Postings\nanna\n18. März 2017, 14:31\n" + one + "\nantworten melden\nder mit dem Bagger tanzt\n19. März 2017, 14:31\n" + two + "\nantworten melden", strings.Replace(want, "[Bert K.", "[der mit dem Bagger tanzt", 1)},
		"run together":    {"Kommentare\nanna\n18.03.2017, 14:31\n" + one + "\nAntwortenMeldenEmpfehlen 24\nBert K.\n19.03.2017, 14:31\n" + two + "\nAntwortenMeldenEmpfehlen 3", want},
		"no dates":        {"Kommentare (2)\nanna\n" + one + "\nBert K.\n" + two + "\n\nMehr zum Thema\nNoch ein Kreisel", undated},
		"no dates spaced": {"2 Kommentare\n\nanna\n\n" + one + "\n\nBert K.\n\n" + two + "\n\nImpressum", undated},
		"only buttons":    {"Kommentare\nanna\n" + one + "\nAntworten\nMelden\nBert K.\n" + two + "\nAntworten\nMelden", undated},
		"no date schrieb": {"Kommentare\nanna schrieb:\n" + one + "\nBert K. schrieb:\n" + two, undated},
		"publisher":       {"Kommentare (2)\nanna schreibt:\n" + one + "\nBert K. schreibt:\n" + two + "\nAltdorfer Bote Verlag GmbH & Co. KG", undated},
		"quotation":       {"Kommentare\nanna 18.03.2017\n" + one + "\nBert K. 19.03.2017\nanna schrieb:\n" + two, strings.Replace(want, "Ich glaube", "anna schrieb:\nIch glaube", 1)},
		"answers":         {"Kommentare\nanna, 18.03.2017\n" + one + "\nAntwort auf Kommentar #1\nBert K., 19.03.2017\n" + two, want},
	} {
		t.Run(name, func(t *testing.T) {
			a := testParser(t).parse(article+c.forum+"\n", "")
			var got []string
			for _, c := range a.Comments {
				got = append(got, fmt.Sprintf("[%s %s %s %s]", c.Author, c.Date.Day(), c.Title, c.Text))
			}
			if s := strings.Join(got, " "); s != c.want {
				t.Errorf("got  %s\nwant %s", s, c.want)
			}
			if len(a.Body) != 2 {
				t.Errorf("body: %q", a.Body)
			}
		})
	}
}

// TestNoForum has pages in which something only looks like undated comments.
func TestNoForum(t *testing.T) {
	const article = "Der Gemeinderat streitet über den Kreisel\n\n18. März 2017\n\nSeit drei Jahren wird geplant, gebaut wird noch lange nicht.\n\n" +
		"Der Kreisel an der Hauptstraße soll kommen, aber niemand weiß, wann. Das hat die Verwaltung am Montag im Ausschuss eingeräumt.\n\n"
	for name, text := range map[string]string{
		"teasers":         "Kommentare\nDer Kreisel\nEin Versuch über das Runde in der Stadt.\nDer Bagger\nEin Versuch über das Schwere in der Stadt.\n",
		"wrong number":    "Kommentare (12)\nDer Kreisel\nEin Versuch über das Runde in der Stadt.\nDer Bagger\nEin Versuch über das Schwere in der Stadt.\n",
		"quoted speech":   "Der Bürgermeister sagte:\n\n„Wir bauen den Kreisel, und wenn es noch zehn Jahre dauert.“\n\nDie Opposition sagte:\n\n„Wir bauen ihn nicht, und wenn es noch so lange dauert.“\n",
		"number on top":   "",
		"closed and more": "2 Kommentare\nDie Kommentarfunktion ist geschlossen\nDer Kreisel\nEin Versuch über das Runde in der Stadt.\n",
	} {
		t.Run(name, func(t *testing.T) {
			page := article + text
			if text == "" {
				page = "2 Kommentare\nAnna Muster\nDas ist der Vorspann eines Artikels über den Kreisel.\nBert Klein\nDas ist der erste Absatz.\n\n" + article
			}
			if a := testParser(t).parse(page, ""); len(a.Comments) > 0 {
				t.Errorf("comments: %+v", a.Comments)
			}
		})
	}
}

// TestBylineIsNoReader reads an article whose title looks like the heading of a
// forum, and one with the copyright of its outlet between two forums.
func TestBylineIsNoReader(t *testing.T) {
	p := testParser(t)
	const text = "Der Hafen von Altenwied bekommt einen neuen Steg, der den Fischern den Weg zu ihren Booten um die Hälfte verkürzt.\n\n" +
		"Die Stadt zahlt dafür zwei Millionen Euro, das Land gibt noch einmal so viel dazu, wie der Bürgermeister im Rathaus sagte.\n\n"
	a := p.parse("Kommentare zum Steg sorgen für Ärger\nVon Ada Muster\n12.03.2020\n"+text, "")
	if len(a.Comments) != 0 || len(a.Authors) != 1 || a.Authors[0] != "Ada Muster" || len(a.Body) == 0 {
		t.Errorf("%d comments, authors %q, %d paragraphs; want none, Ada Muster, some", len(a.Comments), a.Authors, len(a.Body))
	}
	forum := "Kommentare (2)\nanna\n18.03.2017, 14:02 Uhr\nDas ist zu teuer.\nAntworten\nBert K.\n18.03.2017, 15:02 Uhr\nDas dauert zu lange.\nAntworten\n\n"
	a = p.parse("Neuer Steg für den Hafen\n\n12.03.2017\n\n"+text+forum+"© SPIEGEL ONLINE 2017\n\n"+forum, "")
	if a.Outlet != "Der Spiegel" || len(a.Comments) != 4 {
		t.Errorf("outlet %q, %d comments; want Der Spiegel, 4", a.Outlet, len(a.Comments))
	}
}
