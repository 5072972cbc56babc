package web

import (
	"fmt"
	"strings"

	"presseschau/corpus"
)

// person, org and state make actors of invented or well-known names.
func actor(t corpus.ActorType, name string) corpus.Actor {
	slug := strings.NewReplacer(" ", "-", "ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss").Replace(strings.ToLower(name))
	return corpus.Actor{ID: string(t) + ":" + slug, Name: name, Type: t}
}

// sampleArchive is an archive of invented articles: one with everything that a
// page can show, one of which little is known, one that tries to break out of
// the page, and many short ones over the years.
func sampleArchive() *archive {
	x := &archive{docs: []*entry{fullArticle(), bareArticle(), hostileArticle()}}
	outlets := []string{"Rheinischer Bote", "Deutsche Welle", "Hafenblatt", "Der Spiegel", "Bergische Rundschau", "tagesschau"}
	topics := []struct{ title, text string }{
		{"Streit um die Gasleitung geht weiter", "Die Verhandlungen über die Gasleitung im Grenzgebiet werden vertagt. Beide Seiten sprechen von einem offenen Gespräch."},
		{"Bahn kündigt neuen Fahrplan an", "Vom Dezember an sollen die Züge zwischen den großen Städten im Halbstundentakt fahren. Fahrgastverbände bleiben skeptisch."},
		{"Bundestag berät über den Haushalt", "In erster Lesung streiten die Fraktionen über die Ausgaben für Schulen und Straßen. Der Haushalt soll im Herbst beschlossen werden."},
		{"Geheimdienst-Gespräche in Genf", "Vertreter mehrerer Geheimdienste haben sich zu vertraulichen Gesprächen getroffen. Über den Inhalt wurde Stillschweigen vereinbart."},
		{"Gericht entscheidet über Datenschutz", "Das Urteil zum Datenschutz wird weit über die Landesgrenzen hinaus beachtet. Verbraucherschützer zeigen sich zufrieden."},
	}
	people := []string{"Annika Vollmer", "Jörg Petersen", "Selma Aydın", "Karl-Heinz Brügge", "Maria Lindqvist", "Tomasz Nowak",
		"Henriette Faß", "Ulf Sørensen", "Priya Raman", "Emil Čapek", "Ruth Abendroth", "Léa Fontaine"}
	for i := range 60 {
		t := topics[i%len(topics)]
		a := &corpus.Article{
			ID: fmt.Sprintf("beispiel-%02d", i), Source: fmt.Sprintf("archiv/beispiel.jsonl#%d", i+1), Outlet: outlets[i*i%len(outlets)],
			Section: "Politik", Title: fmt.Sprintf("%s (%d)", t.title, i+1), Lead: t.text,
			Published:     corpus.Date(fmt.Sprintf("%d-%02d-%02d", 2008+i*7%17, i%12+1, i%27+1)),
			PublishedFrom: corpus.FromMetadata, Language: "de",
			Body: []corpus.Block{{Kind: corpus.Paragraph, Text: t.text + " Das sagte " + people[i%len(people)] + " am Mittwoch."}},
		}
		if i%9 == 0 {
			a.Agencies = []string{"dpa"}
		}
		x.docs = append(x.docs, &entry{a, []corpus.Actor{actor(corpus.Person, people[i%len(people)]), actor(corpus.Org, "Bundestag")}})
	}
	return x
}

func fullArticle() *entry {
	total := 91
	a := &corpus.Article{
		ID: "https://hafenblatt.example/politik/a-17?teil=1", Source: "archiv/hafenblatt/017.txt",
		URL: "https://hafenblatt.example/politik/a-17?teil=1", Outlet: "Hafenblatt", Section: "Politik",
		Kicker: "Vertrauliche Gespräche", Title: "Geheimdienstinformationen sollen häufiger ausgetauscht werden",
		Lead:      "Drei Regierungen wollen ihre Geheimdienste enger zusammenarbeiten lassen. Im Parlament wächst der Widerstand.",
		Published: "2015-09-04", PublishedFrom: corpus.FromComments, Updated: "2015-09-05T07:09",
		Authors: []string{"Jana Kofler", "mhe"}, Agencies: []string{"dpa", "afp"}, Language: "de", CommentsTotal: &total,
		Body: []corpus.Block{
			{Kind: corpus.Caption, Text: "Das Tagungshaus am Hafen, in dem die Geheimdienste verhandelten", Credit: "Bildagentur Nord/K. Ahrens"},
			{Kind: corpus.Paragraph, Text: "Die Gespräche begannen am Freitag hinter verschlossenen Türen. Annika Vollmer, die für die Regierung verhandelt, sprach danach von einem „guten Anfang“. Die Geheimdienste selbst äußerten sich nicht."},
			{Kind: corpus.Paragraph, Text: "Nach Angaben aus Verhandlungskreisen geht es um Reisebewegungen, Geldflüsse und um die Frage, wer die Aufsicht führt. Jörg Petersen vom Innenausschuss verlangte, den Bundestag früher zu unterrichten."},
			{Kind: corpus.Heading, Text: "Worüber noch gestritten wird"},
			{Kind: corpus.ListItem, Text: "wie lange Informationen gespeichert werden"},
			{Kind: corpus.ListItem, Text: "wer über Anfragen der Geheimdienste entscheidet"},
			{Kind: corpus.ListItem, Text: "ob Gerichte vorher zustimmen müssen"},
			{Kind: corpus.Paragraph, Text: "Bis zum Jahresende soll ein Entwurf vorliegen. Ob er eine Mehrheit findet, ist offen: In zwei der drei Länder wird vorher gewählt, und die Opposition hat Klagen angekündigt."},
		},
		Comments: []corpus.Comment{
			{N: 1, ID: "a", Author: "kuestenkind", Date: "2015-09-04", Title: "Schon wieder", Text: "Und wer kontrolliert die Geheimdienste? Das frage ich mich seit Jahren."},
			{N: 2, ID: "b", Parent: "a", Author: "r.brandt", Date: "2015-09-04", Text: "Der Ausschuss, wer sonst.\nNur bekommt er zu wenig zu sehen."},
			{N: 3, ID: "c", Parent: "b", Author: "", Date: "2015-09-05", Text: "Eben. Ohne Akten keine Kontrolle."},
			{N: 4, ID: "d", Author: "Nordlicht", Date: "", Title: "Zum Tagungshaus", Text: "Das ist seit Jalta eine gute Sitte: Erst verhandeln, dann reden."},
		},
		Warnings: []string{"no date found, taken from the earliest comment"},
	}
	return &entry{a, []corpus.Actor{actor(corpus.Person, "Annika Vollmer"), actor(corpus.Person, "Jörg Petersen"),
		actor(corpus.Org, "Bundestag"), actor(corpus.State, "Schweiz")}}
}

func bareArticle() *entry {
	return &entry{article: &corpus.Article{ID: "ohne-alles", Source: "archiv/lose/x.txt",
		Body: []corpus.Block{{Kind: corpus.Paragraph, Text: "Ein Text, von dem weder Titel noch Herkunft bekannt sind."}}}}
}

func hostileArticle() *entry {
	const evil = `<script>alert("1")</script> & <img src=x onerror=alert(2)> Sonderzeichen`
	return &entry{
		article: &corpus.Article{
			ID: "böse/../id?x=1&y=%2F#<b>", Source: evil, URL: "javascript:alert(3)", Outlet: "Bote <b>fett</b>",
			Section: evil, Kicker: evil, Title: evil, Lead: evil, Published: "2012", PublishedFrom: corpus.FromCopyright,
			Authors: []string{evil}, Agencies: []string{"<i>dpa</i>"},
			Body:     []corpus.Block{{Kind: corpus.Paragraph, Text: evil}, {Kind: corpus.Caption, Text: evil, Credit: evil}},
			Comments: []corpus.Comment{{N: 1, Author: evil, Date: "2012", Title: evil, Text: evil}},
			Warnings: []string{evil},
		},
		actors: []corpus.Actor{{ID: `person:"><script>`, Name: `<script>"`, Type: corpus.Person}},
	}
}
