package charset

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

func TestHTML(t *testing.T) {
	const text = `<meta charset="iso-8859-1"><p>Größe „schön“ €`
	windows, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	latin9, err := charmap.ISO8859_15.NewEncoder().String("<p>Größe €")
	if err != nil {
		t.Fatal(err)
	}
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ name, data, contentType, want string }{
		{"content over meta", text, "", text},
		{"content over header", text, "text/html; charset=iso-8859-1", text},
		{"mark", "\xEF\xBB\xBF" + text, "", text},
		{"meta", windows, "", text},
		{"meta under a type without charset", windows, "text/html", text},
		{"header", latin9, "text/html; charset=ISO-8859-15", "<p>Größe €"},
		{"meta in the content", `<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-15">` + latin9, "", `<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-15"><p>Größe €`},
		{"nothing said", "<p>Gr\xf6\xdfe", "", "<p>Größe"},
		{"wrong header", "<p>Gr\xf6\xdfe", "text/html; charset=utf-8", "<p>Größe"},
		{"broken header", "<p>Gr\xf6\xdfe", ";;;", "<p>Größe"},
		{"UTF-16", wide, "", text},
	} {
		got, err := HTML([]byte(tt.data), tt.contentType)
		if err != nil || strings.TrimPrefix(string(got), "\uFEFF") != tt.want {
			t.Errorf("%s: got %q, %v", tt.name, got, err)
		}
	}
}
