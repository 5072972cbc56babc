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
		"answers":         {"Kommentare\nanna, 18.03.2017\n" + one + "\nAntwort auf Kommentar #1\nBert K., 19.03.2017\n" + two, want},
	} {
		t.Run(name, func(t *testing.T) {
			a := testParser(t).parse(article + c.forum + "\n")
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
