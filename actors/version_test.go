package actors

import (
	"strings"
	"testing"
)

func TestVersion(t *testing.T) {
	version := func(table string) string {
		r, err := New(Options{Extra: strings.NewReader(table)})
		if err != nil {
			t.Fatal(err)
		}
		return r.Version()
	}
	const one, other = "org:kgn\torg\tKreisgruppe Nord\n", "org:kgs\torg\tKreisgruppe Süd\n"
	if plain := newRecognizer(t).Version(); plain != version("") || version(one) != version(one) {
		t.Error("the same recognizer has two versions")
	}
	if version(one) == version("") || version(one) == version(other) {
		t.Error("two tables have one version")
	}
}
