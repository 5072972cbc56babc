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
	for _, table := range [...]string{"", one} {
		if first, second := version(table), version(table); first != second {
			t.Errorf("the same recognizer has the versions %s and %s", first, second)
		}
	}
	if version("") != newRecognizer(t).Version() {
		t.Error("an empty table is another version than none")
	}
	if version(one) == version("") || version(one) == version(other) {
		t.Error("two tables have one version")
	}
}
