package corpus

import "testing"

func TestNormalURL(t *testing.T) {
	const want = "example.org/a/b?id=7"
	for _, in := range []string{
		"http://example.org/a/b?id=7", "https://www.Example.org/a/b/?id=7", "https://example.org:443/a/b?id=7#kommentare",
		"https://example.org/a/b?utm_source=x&id=7&fbclid=1", " https://example.org/a/b?wt_mc=9&id=7 ",
	} {
		if got := normalURL(in); got != want {
			t.Errorf("normalURL(%q) = %q, want %q", in, got, want)
		}
	}
	for _, in := range []string{"", "kein Link", "/nur/pfad", "http://[::1"} {
		if got := normalURL(in); got != "" {
			t.Errorf("normalURL(%q) = %q, want nothing", in, got)
		}
	}
}

func TestStableID(t *testing.T) {
	body := []Block{{Kind: Paragraph, Text: "Text"}}
	a := stableID(&Article{URL: "https://example.org/a?utm_medium=x", Title: "Alt"})
	b := stableID(&Article{URL: "http://www.example.org/a", Title: "Neu", Body: body})
	if a != b {
		t.Errorf("one address, two IDs: %s, %s", a, b)
	}
	c := stableID(&Article{Title: "Titel", Body: body})
	d := stableID(&Article{Title: "Titel", Body: body, Source: "anderswo", Comments: []Comment{{N: 1, Text: "neu"}}})
	e := stableID(&Article{Title: "Titel", Lead: "Text"})
	if c != d || c == e || c == a {
		t.Errorf("IDs of the content: %s, %s, %s", c, d, e)
	}
}

func TestPseudonym(t *testing.T) {
	a, b := pseudonym([]byte("k1"), "nick"), pseudonym([]byte("k2"), "nick")
	if a == b || a != pseudonym([]byte("k1"), "nick") || len(a) != len("Leser-3f9a1c") || pseudonym([]byte("k1"), "") != "" {
		t.Errorf("got %q and %q", a, b)
	}
}
