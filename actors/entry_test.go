package actors

import (
	"slices"
	"strings"
	"testing"
)

func TestReadEntries(t *testing.T) {
	for _, row := range [...]struct{ line, want string }{
		{"person:a-b\tperson\tA B", ""},
		{"person:a-b\tperson\tA B\tC|?D\tDE\tChef\tnote", ""},
		{"# comment", ""},
		{"", ""},
		{"person:a-b\tplace\tA B", `line 1: type "place" instead of person, org or state`},
		{"org:a-b\tperson\tA B", `line 1: id "org:a-b" does not begin with "person:"`},
		{"org:\torg\tA B", `line 1: id "org:" does not begin with "org:"`},
		{"org:a\torg\t", "line 1: org:a has no name"},
		{"org:a\torg\tA\t\t\t\t\tx", "line 1: 8 columns instead of at most 7"},
	} {
		_, err := readEntries(strings.NewReader(row.line), "")
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != row.want {
			t.Errorf("%q: %q, want %q", row.line, got, row.want)
		}
	}
}

func TestExtra(t *testing.T) {
	for _, row := range [...]struct{ extra, text, want string }{
		{"", "Die Kreisgruppe Nord und die NATO tagten.", "NATO"},
		{"org:kgn\torg\tKreisgruppe Nord", "Die Kreisgruppe Nord und die NATO tagten.", "Kreisgruppe Nord; NATO"},
		{"org:nato\torg\t-", "Die NATO tagte.", ""},
		{"org:nato\torg\tNordatlantikpakt\tBündnispartei", "Die Bündnispartei und die NATO tagten.", "Nordatlantikpakt"},
		{"org:nato\torg\t= org:europaeische-union", "Die NATO und die EU tagten.", "Europäische Union"},
		{"org:none\torg\t-", "", "error"},
		{"org:nato\torg\t= org:nato", "", "error"},
		{"org:nato\torg\t= org:unknown", "", "error"},
		{"org:nato\tnone\tNATO", "", "error"},
	} {
		r, err := New(Options{Extra: strings.NewReader(row.extra)})
		got := "error"
		if err == nil {
			got = names(t, r, row.text)
		}
		if got != row.want {
			t.Errorf("%q: %s, want %s", row.extra, got, row.want)
		}
	}
}

// TestKnowledgeBase is the lint of the embedded tables.
func TestKnowledgeBase(t *testing.T) {
	entries, err := readEmbedded()
	if err != nil {
		t.Fatal(err)
	}
	b, err := compile(entries)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.id != string(e.kind)+":"+slug(e.name) {
			t.Errorf("%s: the id does not follow from the name %s", e.id, e.name)
		}
		if e.kind == State && len(e.country) != 0 && len(e.country) != 2 {
			t.Errorf("%s: country %q has no two letters", e.id, e.country)
		}
		if e.country != "" && b.state[e.country] == 0 && e.country != home {
			t.Errorf("%s: no state has the code %q", e.id, e.country)
		}
		for _, a := range e.aliases {
			if n, text := cutNeed(a); n == needContext && text != "" && len(e.context) == 0 && (e.country == "" || e.country == home) {
				t.Errorf("%s: alias %q needs a context, and there is none", e.id, a)
			}
		}
	}
}

// TestAliasesHaveOneOwner finds names that mean two actors without need.
func TestAliasesHaveOneOwner(t *testing.T) {
	r := newRecognizer(t)
	for _, ends := range r.base.ends {
		var owners []string
		for _, a := range ends {
			if a.need == needNothing && a.actor != nobody {
				owners = append(owners, r.base.entries[a.actor].id)
			}
		}
		if len(owners) > 1 {
			slices.Sort(owners)
			t.Errorf("an alias belongs to %v", owners)
		}
	}
}

// TestNounsNeedMarks finds aliases of one word that are common nouns and have
// no mark.
func TestNounsNeedMarks(t *testing.T) {
	r := newRecognizer(t)
	for id, w := range r.base.numbers.words {
		if id >= len(r.base.start) || r.base.start[id] == 0 || r.base.attrs[id]&isNoun == 0 {
			continue
		}
		for _, a := range r.base.ends[r.base.start[id]] {
			if a.need == needNothing && a.actor != nobody {
				t.Errorf("%q means %s without a mark", w, r.base.entries[a.actor].id)
			}
		}
	}
}
