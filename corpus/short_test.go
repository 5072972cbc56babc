package corpus

import (
	"slices"
	"strings"
	"testing"
)

// TestEnglishArticle reads an English article, whose words are those of furniture on
// German pages.
func TestEnglishArticle(t *testing.T) {
	const head = "Bremen to rebuild its old harbour bridge\n\nBy Max Muster\n\nMarch 12, 2020\n\n"
	text := []string{
		"The city council of Bremen voted on Monday to rebuild the old harbour bridge, which has been closed since the flood.",
		"Mayor Anna Muster told reporters that the work would begin in the spring and take about two years to complete.",
		"The bridge was built in 1932 and is one of the last of its kind in the north of Germany, according to experts.",
		"Residents have complained for months about the long detour, which adds nearly half an hour to their daily trips.",
		`"We are happy that a decision has been made, but we would like to see it happen faster," said one shop owner.`,
		"The costs are estimated at 40 million euros, of which the federal government is expected to pay about a half.",
		"Opposition members criticised the plan and said that you cannot spend your way out of a crisis of this kind.",
	}
	page := head
	for _, paragraph := range text {
		page += paragraph + "\n\n"
	}
	for name, in := range map[string]string{
		"alone":        page,
		"German menu":  "Startseite\nPolitik\nWirtschaft\nSport\nAnmelden\nAbo\n\n" + page + "Mehr zum Thema\nFähre nimmt Betrieb auf\n\nImpressum\nDatenschutz\nKontakt\n",
		"English menu": "Home\nPolitics\nBusiness\nSign in\nSubscribe to our newsletter\n\n" + page + "Read more\nFerry takes up service\n\nYou can unsubscribe at any time.\nImprint\nPrivacy policy\n",
	} {
		a := testParser(t).parse(in, "")
		var got []string
		if a.Lead != "" {
			got = append(got, a.Lead)
		}
		for _, b := range a.Body {
			got = append(got, b.Text)
		}
		if !slices.Equal(got, text) {
			t.Errorf("%s: got %q", name, got)
		}
	}
}

// TestShortReport reads a report of one paragraph, and lists without bullets.
func TestShortReport(t *testing.T) {
	const (
		head  = "Ein neuer Steg für den alten Hafen\n\n12.03.2020, 15:30 Uhr\n\n"
		first = "Der Rat der Stadt hat beschlossen, den alten Steg am Hafen durch einen neuen aus Eiche zu ersetzen. Er soll im Herbst fertig sein, teilte das Bauamt mit."
		text  = "Die Arbeiten sollen im Herbst beginnen und rund zwei Jahre dauern, sagte die Leiterin des Bauamts nach der Sitzung im Rathaus."
		dates = "Montag, 12. März, 10 Uhr, Rathaus\n\nDienstag, 13. März, 10 Uhr, Rathaus\n\nMittwoch, 14. März, 10 Uhr, Rathaus"
		goods = "500 g Mehl\n\n250 g Butter\n\n3 Eier\n\nSalz"
	)
	for name, c := range map[string]struct{ in, want string }{
		"one paragraph": {head + first, first},
		"dates":         {head + text + "\n\n" + text[:30] + " " + text + "\n\nDie Termine:\n\n" + dates + "\n\n" + first, dates},
		"ingredients":   {head + text + "\n\n" + text[:30] + " " + text + "\n\nZutaten:\n\n" + goods + "\n\n" + first, goods},
	} {
		if got := testParser(t).parse(c.in, "").BodyText(); !strings.Contains(got, c.want) {
			t.Errorf("%s: got %q", name, got)
		}
	}
}
