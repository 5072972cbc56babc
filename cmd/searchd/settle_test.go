package main

import (
	"slices"
	"testing"

	"presseschau/actors"
	"presseschau/archive"
	"presseschau/corpus"
)

// TestRenamed decides the surname Berg of an article of March 2015, near which
// the archive names Anna Berg in full.
func TestRenamed(t *testing.T) {
	var people actors.Namesakes
	people.Add("person:anna-berg", "Anna Berg", "2015-02", 20)
	bare := corpus.Actor{ID: "person:berg", Name: "Berg", Type: corpus.Person}
	other := corpus.Actor{ID: "person:berg-2", Name: "Berg", Type: corpus.Person}
	town := corpus.Actor{ID: "org:berg", Name: "Berg", Type: corpus.Org}
	anna := corpus.Actor{ID: "person:anna-berg", Name: "Anna Berg", Type: corpus.Person}
	for _, tc := range []struct {
		name     string
		date     corpus.Date
		before   string // whom the surname meant
		mentions []corpus.Actor
		want     []corpus.Actor // nil: the article is to be recognised anew
	}{
		{"an open surname", "2015-03-04", "", []corpus.Actor{bare, town, bare}, []corpus.Actor{anna, town, anna}},
		{"as it was decided before", "2015-03-04", anna.ID, []corpus.Actor{anna}, []corpus.Actor{anna}},
		{"nobody is named near it", "2019-03-04", "", []corpus.Actor{bare}, []corpus.Actor{bare}},
		{"two persons of the name", "2015-03-04", "", []corpus.Actor{bare, other}, nil},
		{"no person of the name", "2015-03-04", "", []corpus.Actor{town}, nil},
		{"meant another person before", "2015-03-04", "person:otto-berg", []corpus.Actor{bare}, nil},
		{"is borne out no longer", "2019-03-04", anna.ID, []corpus.Actor{anna}, nil},
	} {
		record := &archive.Record{Article: &corpus.Article{ID: "a", Published: tc.date}}
		for _, a := range tc.mentions {
			record.Mentions = append(record.Mentions, corpus.Mention{Actor: a})
		}
		before := slices.Clone(record.Mentions)
		open := []archive.OpenSurname{{Surname: archive.Surname{Name: "Berg", Person: tc.before}, ID: "a", Published: tc.date}}
		named, ok := renamed(record, open, &people)
		var got []corpus.Actor
		for _, m := range named.Mentions {
			got = append(got, m.Actor)
		}
		if ok != (tc.want != nil) || !slices.Equal(got, tc.want) {
			t.Errorf("%s: %v, %t; want %v", tc.name, got, ok, tc.want)
		}
		if !slices.Equal(record.Mentions, before) {
			t.Errorf("%s: the stored mentions became %v", tc.name, record.Mentions)
		}
	}
}
