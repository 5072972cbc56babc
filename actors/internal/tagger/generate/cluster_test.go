package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"presseschau/actors/internal/tagger"
)

// TestCluster divides words of three kinds that stand in different contexts.
func TestCluster(t *testing.T) {
	c := newCorpus()
	for i := range 60 {
		c.add(strings.Fields(fmt.Sprintf("der Mann%d ruft laut Name%d heute", i%3, i%4)))
		c.add(strings.Fields(fmt.Sprintf("die Frau%d singt leise Name%d gern", i%3, i%4)))
	}
	rank, order := c.rank()
	counts := make([]int, len(order))
	for i, id := range order {
		counts[i] = c.counts[id]
	}
	of := cluster(c.neighbours(rank, len(order), 20), counts, 7, 20)
	class := func(w string) int32 { return of[rank[c.ids[w]]] }
	for _, row := range [...]struct{ a, b string }{{"Mann0", "Mann1"}, {"Mann1", "Mann2"}, {"Frau0", "Frau1"}, {"Name0", "Name3"}} {
		if class(row.a) != class(row.b) {
			t.Errorf("%s and %s are in classes %d and %d", row.a, row.b, class(row.a), class(row.b))
		}
	}
	if class("Mann0") == class("Name0") {
		t.Error("Mann0 and Name0 are in one class")
	}
}

// parse reads a sentence of words with labels behind a slash.
func parse(s string) *example {
	x := &example{}
	for _, w := range strings.Fields(s) {
		word, label, _ := strings.Cut(w, "/")
		x.words, x.labels = append(x.words, word), append(x.labels, labelOf(label))
	}
	repair(x.labels)
	return x
}

func TestAgrees(t *testing.T) {
	l := newLists()
	l.add("Ilka Krelling", tagger.Human)
	l.add("Hafenbund", tagger.Body)
	l.add("Ost-Samarien", tagger.Country)
	for _, row := range [...]struct {
		sentence, labels string
		want             bool
	}{
		{"Da kam Ilka/PERSON Krelling/PERSON an", "0 0 1 2 0", true},
		{"Da kam Ilka Krelling an", "0 0 1 2 0", true},
		{"Da kam Ilka/LOCATION Krelling/LOCATION an", "0 0 5 6 0", false},
		{"Da kam Ilka Krelling/PERSON an", "0 0 0 1 0", false},
		{"Die Ilka/ORGANIZATION Krelling/ORGANIZATION GmbH/ORGANIZATION", "0 3 4 4", true},
		{"Der Hafenbund tagt", "0 0 0", true},
		{"Der Hafenbund/LOCATION tagt", "0 5 0", false},
		{"In Ost-Samarien/LOCATION regnet es", "0 5 0 0", true},
	} {
		x := parse(row.sentence)
		got := l.agrees(x)
		labels := strings.Trim(fmt.Sprint(x.labels), "[]")
		if got != row.want || labels != row.labels {
			t.Errorf("%s: %v with %s, want %v with %s", row.sentence, got, labels, row.want, row.labels)
		}
	}
}

func TestJoinHyphens(t *testing.T) {
	for _, row := range [...]struct{ sentence, words, labels string }{
		{"die US/LOC - Regierung", "die US-Regierung", "0 0"},
		{"Karl/B-PER - Heinz/I-PER Krelling/I-PER", "Karl-Heinz Krelling", "0 1"},
		{"Baden/LOC -/LOC Baden/LOC", "Baden-Baden", "5"},
		{"ja - und", "ja-und", "0"},
	} {
		x := parse(row.sentence)
		joinHyphens(x)
		if words, labels := strings.Join(x.words, " "), strings.Trim(fmt.Sprint(x.labels), "[]"); words != row.words || labels != row.labels {
			t.Errorf("%s: %s with %s, want %s with %s", row.sentence, words, labels, row.words, row.labels)
		}
	}
}

func TestTally(t *testing.T) {
	var got tally
	got.add(parse("Ilka/PER Krelling/PER in/O Genf/LOC").labels, parse("Ilka/PER Krelling/O in/O Genf/LOC").labels)
	if c := got[0]; c.found != 1 || c.wrong != 1 || c.missed != 1 || got.f1(tagger.Place) != 1 || got.f1(tagger.Person) != 0 {
		t.Errorf("%+v", got)
	}
}

// TestTraining trains on a few sentences and finds their names again.
func TestTraining(t *testing.T) {
	var list []*example
	for range 20 {
		for _, s := range [...]string{
			"Die Ministerin Ilka/PER Krelling/PER reist nach Genf/LOC .", "Der Hafenbund/ORG tagt in Basel/LOC .", "Das Wetter bleibt gut .",
		} {
			x := parse(s)
			x.weight = 1
			list = append(list, x)
		}
	}
	l := newLists()
	l.add("Ilka", tagger.FirstName)
	model, err := fit(&corpora{train: list, test: list}, l.pack(), &strings.Builder{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := measure(model, list)
	if err != nil {
		t.Fatal(err)
	}
	if got.f1(0) != 1 {
		t.Errorf("on what it was trained on: %s", got)
	}
	again, err := fit(&corpora{train: slices.Clone(list), test: list}, l.pack(), &strings.Builder{})
	if err != nil || string(again) != string(model) {
		t.Error("the same sentences make another model")
	}
}
