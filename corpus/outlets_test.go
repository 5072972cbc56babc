package corpus

import (
	"strings"
	"testing"
)

func TestOutlets(t *testing.T) {
	o, err := NewOutlets()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ in, want string }{
		{"derstandard.at", "Der Standard"}, {"tagesschau.de", "tagesschau"}, {"www.sueddeutsche.de", "Süddeutsche Zeitung"},
		{"SPIEGEL ONLINE", "Der Spiegel"}, {"amp.dw.com", "Deutsche Welle"}, {"The Huffington Post", "HuffPost Deutschland"},
		{"faz.net", "Frankfurter Allgemeine Zeitung"}, {"unbekannt.example", "unbekannt.example"}, {"Mein Blatt", "Mein Blatt"}, {"", ""},
	} {
		if got := o.Canonical(c.in); got != c.want {
			t.Errorf("Canonical(%q) = %q, want %q", c.in, got, c.want)
		}
	}
	for _, c := range []struct{ in, want string }{
		{"https://www.zeit.de/politik/2014-03/a", "Die Zeit"}, {"https://blog.example.org/a", "blog.example.org"}, {"kein Link", ""}, {"", ""},
	} {
		if got := o.ByURL(c.in); got != c.want {
			t.Errorf("ByURL(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

// TestOutletTable checks the built-in data for what makes it ambiguous.
func TestOutletTable(t *testing.T) {
	names, owner := map[string]bool{}, map[string]string{}
	for row := range strings.Lines(outletTable) {
		if strings.HasPrefix(row, "#") {
			continue
		}
		columns := append(strings.Split(strings.TrimSuffix(row, "\n"), "\t"), "", "", "")
		name := columns[outletName]
		if names[name] {
			t.Errorf("%s stands twice", name)
		}
		names[name] = true
		for _, key := range append(values(columns[outletAliases]), values(columns[outletDomains])...) {
			key = fold(key)
			if owner[key] != "" && owner[key] != name {
				t.Errorf("%q means %s and %s", key, owner[key], name)
			}
			owner[key] = name
		}
	}
	if len(names) < 60 {
		t.Errorf("%d outlets", len(names))
	}
}

func TestOutletsExtra(t *testing.T) {
	o, err := NewOutlets(strings.NewReader("# eigene\n\nDas Blatt\tBlatt|blatt online\tblatt.example\nDer Spiegel neu\tspiegel online\n"))
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]string{"BLATT ONLINE": "Das Blatt", "www.blatt.example": "Das Blatt", "Spiegel Online": "Der Spiegel neu", "spiegel.de": "Der Spiegel"} {
		if got := o.Canonical(in); got != want {
			t.Errorf("Canonical(%q) = %q, want %q", in, got, want)
		}
	}
	if _, err := NewOutlets(strings.NewReader("\tohne Name\n")); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("row without a name: %v", err)
	}
}
