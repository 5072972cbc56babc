package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"presseschau/archive"
)

// dated is a line of JSON with an article.
func dated(id, date, text string) string {
	line, _ := json.Marshal(map[string]string{"id": id, "date": date, "title": "Meldung " + id, "body": text})
	return string(line) + "\n"
}

// namedIn gives the ids of the actors of each article that has the word Meldung.
func namedIn(t *testing.T, data string) string {
	t.Helper()
	var answer struct {
		Hits []struct {
			Title  string
			Actors []struct{ ID string }
		}
	}
	if err := json.Unmarshal([]byte(finished(t, exitOK, "search", "--data", data, "--json", "titel:Meldung")), &answer); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, hit := range answer.Hits {
		var ids []string
		for _, a := range hit.Actors {
			ids = append(ids, a.ID)
		}
		slices.Sort(ids)
		all = append(all, strings.TrimPrefix(hit.Title, "Meldung ")+": "+strings.Join(ids, " "))
	}
	slices.Sort(all)
	return strings.Join(all, "; ")
}

// TestSurnamesAcrossTheArchive changes who bears a surname in an archive.
func TestSurnamesAcrossTheArchive(t *testing.T) {
	corpus, data := t.TempDir(), t.TempDir()
	in := func(name string) string { return filepath.Join(corpus, name) }
	named := func(from, to int, who string) (text string) {
		for i := from; i < to; i++ {
			text += dated(fmt.Sprint(i), "2020-04-01", who+" kam. Das Wetter war schön.")
		}
		return text
	}
	bare := dated("a", "2020-05-01", "Minister Wexling kam.") + dated("b", "2017-05-01", "Minister Wexling kam.")
	const torben, fenja = "1: person:torben-wexling; 2: person:torben-wexling", "3: person:fenja-wexling"
	for _, step := range []struct {
		name string
		do   func()
		want string
	}{
		{"a surname alone", func() { writeFile(t, in("bare.jsonl"), bare) }, "a: person:wexling; b: person:wexling"},
		{"a bearer", func() { writeFile(t, in("full.jsonl"), named(1, 3, "Torben Wexling")) },
			torben + "; a: person:torben-wexling; b: person:wexling"},
		{"another bearer", func() { writeFile(t, in("more.jsonl"), named(3, 4, "Fenja Wexling")) },
			torben + "; " + fenja + "; a: person:wexling; b: person:wexling"},
		{"the other gone", func() { remove(t, in("more.jsonl")) }, torben + "; a: person:torben-wexling; b: person:wexling"},
		{"both gone", func() { remove(t, in("full.jsonl")) }, "a: person:wexling; b: person:wexling"},
	} {
		step.do()
		report := finished(t, exitOK, "index", "--corpus", corpus, "--data", data)
		if step.name == "a bearer" {
			out := finished(t, exitOK, "actors", "--explain", "--article", "a", "--data", data)
			if want := "person:torben-wexling (Torben Wexling), whom 2 of 2 articles"; !strings.Contains(out, want) {
				t.Errorf("the explanation lacks %q:\n%s", want, out)
			}
		}
		if got := namedIn(t, data); got != step.want {
			t.Errorf("%s:\n got %s\nwant %s\n%s", step.name, got, step.want, report)
		}
	}
}

// TestTableOfActors changes the user's table over an archive whose sources are
// gone.
func TestTableOfActors(t *testing.T) {
	corpus, data := t.TempDir(), t.TempDir()
	path, table := filepath.Join(corpus, "a.jsonl"), filepath.Join(t.TempDir(), "actors.tsv")
	writeFile(t, path, dated("1", "2020-04-01", "Die Kreisgruppe Nord und die NATO tagten.")+
		dated("2", "2020-04-01", "Die Nordfront tagte in Wexlingen."))
	finished(t, exitOK, "index", "--corpus", corpus, "--data", data)
	remove(t, path)
	out := finished(t, exitOK, "actors", "--explain", "--article", "1", "--data", data)
	if want := "org  NATO  org:nato, orgs.tsv:"; !strings.Contains(out, want) || !strings.Contains(out, "NATO  body 29-33: name in the knowledge base") {
		t.Errorf("the explanation lacks %q:\n%s", want, out)
	}
	for _, step := range []struct{ name, table, want string }{
		{"added", "org:kgn\torg\tKreisgruppe Nord\tNordfront\n", "1: org:kgn org:nato; 2: org:kgn"},
		{"merged", "org:kgn\torg\tKreisgruppe Nord\norg:nato\torg\t= org:kgn\n", "1: org:kgn; 2: "},
		{"blocked", "org:nato\torg\t-\n", "1: ; 2: "},
	} {
		writeFile(t, table, step.table)
		report := finished(t, exitOK, "index", "--data", data, "--actors", table)
		if got := namedIn(t, data); got != step.want {
			t.Errorf("%s:\n got %s\nwant %s\n%s", step.name, got, step.want, report)
		}
	}
}

// TestOlderRecognizer has the actors of an archive found by another version of
// the program, or by this one up to an interruption.
func TestOlderRecognizer(t *testing.T) {
	corpus, data := t.TempDir(), t.TempDir()
	path := filepath.Join(corpus, "a.jsonl")
	writeFile(t, path, dated("1", "2020-04-01", "Die NATO tagte.")+dated("2", "2020-04-01", "Die NATO tagte wieder."))
	finished(t, exitOK, "index", "--corpus", corpus, "--data", data)
	remove(t, path)
	recognizer, err := openActors("")
	if err != nil {
		t.Fatal(err)
	}
	own := recognizer.Version()
	for _, step := range []struct {
		name, version, interrupted string // interrupted behind the first article
		want                       string
	}{
		{"an older one", "0-old", "", "1: org:nato; 2: org:nato"},
		{"this one", own, "", "1: ; 2: "},
		{"an older one, then this one in part", "0-old", own, "1: ; 2: org:nato"},
		{"an older one, then another in part", "0-old", "0-older", "1: org:nato; 2: org:nato"},
	} {
		forgetActors(t, data, step.version, step.interrupted)
		report := finished(t, exitOK, "index", "--data", data)
		if got := namedIn(t, data); got != step.want {
			t.Errorf("%s:\n got %s\nwant %s\n%s", step.name, got, step.want, report)
		}
	}
}

// forgetActors takes all mentions out of an archive, as if a version of the
// recognizer had found none, and another one had been interrupted behind the
// first article.
func forgetActors(t *testing.T, data, version, interrupted string) {
	t.Helper()
	arch, err := archive.Open(t.Context(), filepath.Join(data, archiveName))
	if err != nil {
		t.Fatal(err)
	}
	defer arch.Close()
	changes, err := arch.Changes(t.Context(), 0, tagBatch)
	if err != nil {
		t.Fatal(err)
	}
	var bare []archive.Record
	for _, c := range changes {
		if c.Record != nil {
			bare = append(bare, archive.Record{Article: c.Record.Article})
		}
	}
	if _, err := arch.Put(t.Context(), bare); err != nil {
		t.Fatal(err)
	}
	changes, err = arch.Changes(t.Context(), 0, tagBatch)
	if err != nil {
		t.Fatal(err)
	}
	state := tagState{Version: version, All: true}
	if interrupted != "" {
		state = tagState{Version: interrupted, After: changes[0].Seq}
	}
	if err := (&ingest{lib: &library{arch: arch}}).setTagState(t.Context(), state); err != nil {
		t.Fatal(err)
	}
}
