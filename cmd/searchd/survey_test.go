package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"presseschau/web"
)

// TestSurvey imports a corpus of every kind of trouble and reads the report.
func TestSurvey(t *testing.T) {
	corpus, data := t.TempDir(), t.TempDir()
	in := func(name string) string { return filepath.Join(corpus, name) }
	body := strings.Repeat("Der Rat der Stadt hat am Montag beschlossen, dass die alte Brücke nicht abgerissen wird. ", 4)
	for i := range 3 {
		writeFile(t, in(fmt.Sprintf("pages/%d.txt", i)), fmt.Sprintf("Startseite\nBrücke %d bleibt\n\n%s Das war Nummer %d.\n\nArtikel drucken\n", i, body, i))
	}
	writeFile(t, in("a.jsonl"), `{"id":"x","outlet":"taz","date":"2015","title":"Eins","body":"Text","comments":[{"author":"Jo","text":"gut"}]}
{"id":"y","title":"Zwei","body":"`+strings.Repeat("The council of the town has decided that the bridge will not be torn down. ", 3)+`"}
{"id":7}
`)
	writeFile(t, in("empty.txt"), "")
	finished(t, exitOK, "index", "--corpus", corpus, "--data", data)
	finished(t, exitOK, "index", "--corpus", corpus, "--data", data) // changes nothing
	var rep web.Report
	if err := json.Unmarshal([]byte(finished(t, exitOK, "report", "--data", data, "--json")), &rep); err != nil {
		t.Fatal(err)
	}
	for what, got := range map[string]string{
		"5 1 4 4": fmt.Sprint(rep.Articles, rep.Comments, rep.WithoutDate, rep.WithoutOutlet),
		in("pages") + "/ 3 3, " + in("a.jsonl") + " 1 2": fmt.Sprintf("%s %d %d, %s %d %d", rep.Sources[0].Path, rep.Sources[0].Files, rep.Sources[0].Articles, rep.Sources[1].Path, rep.Sources[1].Files, rep.Sources[1].Articles),
		"[{ 4} {metadata 1}]":                            fmt.Sprint(rep.Dates),
		"[{de 4} {en 1}]":                                fmt.Sprint(rep.Languages),
		"1 3 3":                                          fmt.Sprint(rep.Groups, rep.Grouped, rep.Largest[0].Articles),
		"2 2":                                            fmt.Sprint(rep.Skipped, len(rep.Reasons)),
		"[{Artikel drucken 3} {Startseite 3}]":           fmt.Sprint(rep.Dropped),
	} {
		if got != what {
			t.Errorf("report has %s; want %s", got, what)
		}
	}
	out := finished(t, exitOK, "report", "--data", data)
	for _, want := range []string{"5 articles, 1 comment; without date 4, without outlet 4", "versions: 3 articles in 1 group", "3  Artikel drucken", "skipped: 2"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	finished(t, exitOK, "index", "--corpus", corpus, "--data", data, "--pseudonymise")
	if out := finished(t, exitOK, "report", "--data", data); strings.Contains(out, "Artikel drucken") {
		t.Errorf("lines are kept where names are replaced:\n%s", out)
	}
}

func TestFrequentLines(t *testing.T) {
	f := newFrequent([]web.Count{{Name: "alt", Count: 5}})
	for i := range 3 * maxFrequent {
		f.add(fmt.Sprint("einmal ", i))
		if i%10 == 0 {
			f.add("oft")
		}
		if i%1000 == 0 {
			f.add(strings.Repeat("lang ", maxFurniture))
		}
	}
	most := f.most()
	if len(f.n) > maxFrequent || len(most) == 0 || most[0].Name != "oft" || most[0].Count > 3*maxFrequent/10 || most[0].Count < 3*maxFrequent/10-10 {
		t.Errorf("%d lines, most often %v", len(f.n), most[:min(3, len(most))])
	}
}
