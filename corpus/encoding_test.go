package corpus

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"
)

func TestCleanLine(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""}, {"   ", ""},
		{"Straße in Köln – „Ja“, sagt sie …", "Straße in Köln – „Ja“, sagt sie …"},
		{"  zwei   Blanke\t ", "zwei Blanke"},
		{"a\u00a0b\u202fc\u3000d", "a b c d"},
		{"Ge\u00adheim\u00addienst", "Geheimdienst"},
		{"a\u200bb\ufeffc\u2060d", "abcd"},
		{"Mu\u0308ller", "Müller"},
		{"u\u200b\u0308", "ü"},
		{"a\x00b\x07c\u0085d", "abc d"},
		{"a\xffb", "a\ufffdb"},
		{"eine\nZeile", "eine Zeile"},
		{"ÿ\u0301", "ÿ\u0301"},
	} {
		if got := cleanLine(c.in); got != c.want {
			t.Errorf("cleanLine(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestCleanText(t *testing.T) {
	if got, want := cleanText("eins \r\n\r\n zwei\u2028drei\n"), "eins\nzwei\ndrei"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// bytes16 is s in UTF-16 with its mark.
func bytes16(s string, big bool) string {
	var sb strings.Builder
	for _, u := range append([]uint16{0xFEFF}, utf16.Encode([]rune(s))...) {
		if big {
			sb.Write([]byte{byte(u >> 8), byte(u)})
		} else {
			sb.Write([]byte{byte(u), byte(u >> 8)})
		}
	}
	return sb.String()
}

// TestPageEncodings reads one page in many encodings.
func TestPageEncodings(t *testing.T) {
	page := "Größere Mühe für die Länder\n\n18. März 2017\n\nDer Vorspann fasst die Sache zusammen, und das in einem einzigen Satz.\n\n" +
		"Der erste Absatz erzählt „alles“ noch einmal und ist lang genug, damit er kein Zwischentitel sein kann – auch für Prüfer."
	windows := strings.NewReplacer("ö", "\xf6", "ü", "\xfc", "ß", "\xdf", "ä", "\xe4", "Ä", "\xc4", "„", "\x84", "“", "\x93", "–", "\x96").Replace(page)
	decomposed := strings.NewReplacer("ö", "o\u0308", "ü", "u\u0308", "ä", "a\u0308").Replace(page)
	for name, content := range map[string]string{
		"UTF-8": page, "UTF-8 with mark": bom8 + page, "UTF-16 LE": bytes16(page, false), "UTF-16 BE": bytes16(page, true),
		"Windows-1252": windows, "decomposed": decomposed, "CRLF": strings.ReplaceAll(page, "\n", "\r\n"), "CR": strings.ReplaceAll(page, "\n", "\r"),
		"no-break blanks": strings.ReplaceAll(page, " ", "\u00a0"), "gzip": zipped(t, page),
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "a.txt")
			if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
				t.Fatal(err)
			}
			a := readOne(t, path)
			lead, body, _ := strings.Cut(page[strings.Index(page, "Der Vorspann"):], "\n\n")
			if a.Title != "Größere Mühe für die Länder" || a.Published != "2017-03-18" || a.Lead != lead || a.BodyText() != body {
				t.Errorf("title %q, date %q, lead %q, body %q", a.Title, a.Published, a.Lead, a.BodyText())
			}
		})
	}
}

func TestLinesEncodings(t *testing.T) {
	line := `{"id":"1","title":"Größe"}`
	for name, content := range map[string]string{
		"UTF-8 with mark": bom8 + line, "UTF-16": bytes16(line+"\n"+line, false), "Windows-1252": strings.NewReplacer("ö", "\xf6", "ß", "\xdf").Replace(line),
	} {
		articles, problems := readText(t, "a.jsonl", content)
		if len(problems) > 0 || len(articles) == 0 || articles[0].Title != "Größe" {
			t.Errorf("%s: %d articles, problems %q", name, len(articles), problems)
		}
	}
}
