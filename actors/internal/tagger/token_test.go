package tagger

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// sentences writes the tokens of a text, a blank between two, a bar between
// sentences.
func sentences(text string) string {
	var parts []string
	var toks []Token
	for at := 0; at < len(text); {
		toks, at = Next(text, at, toks)
		var words []string
		for _, t := range toks {
			words = append(words, text[t.Start:t.End])
		}
		parts = append(parts, strings.Join(words, " "))
	}
	return strings.Join(parts, " | ")
}

func TestNext(t *testing.T) {
	for _, row := range [...]struct{ text, want string }{
		{"", ""},
		{"Sie kam. Er ging!", "Sie kam . | Er ging !"},
		{"Am 31. Januar 2010. Danach nicht.", "Am 31. Januar 2010 . | Danach nicht ."},
		{"Dr. Krelling und Prof. Baumgarten", "Dr. Krelling und Prof. Baumgarten"},
		{"z.B. J. F. Krelling", "z.B. J. F. Krelling"},
		{"sog. Experten", "sog. Experten"},
		{"US-Präsident, O'Neill und H&M", "US-Präsident , O'Neill und H&M"},
		{"Außen- und Innenminister", "Außen- und Innenminister"},
		{"CDU/CSU", "CDU / CSU"},
		{"3:0 und 1.000,50 Euro", "3:0 und 1.000,50 Euro"},
		{"„Nein.“ Dann ging sie.", "„ Nein . “ | Dann ging sie ."},
		{"„Wirklich?“, fragte er.", "„ Wirklich ? “ , fragte er ."},
		{"Ein Titel\nEin Satz.", "Ein Titel | Ein Satz ."},
		{"\n\n \n", ""},
		{"(Krelling)", "( Krelling )"},
	} {
		if got := sentences(row.text); got != row.want {
			t.Errorf("%q: %q, want %q", row.text, got, row.want)
		}
	}
}

func TestNextEndsLongSentences(t *testing.T) {
	toks, at := Next(strings.Repeat("und ", 1000), 0, nil)
	if len(toks) != MaxTokens || at != 4*MaxTokens-1 {
		t.Errorf("%d tokens up to byte %d, want %d", len(toks), at, MaxTokens)
	}
}

func FuzzTag(f *testing.F) {
	for _, s := range [...]string{
		"Der Sprecher Orhan Krelling sagte am Montag in Genf: „Nein.“", "Dr. \xff\xfe-Müller", "A. B. C. - '’ ... 1:2,3",
		"Krelling-\nBaumgarten & Co. KG", "\u00ad\u0308", "(((((", strings.Repeat("Ä", 300),
	} {
		f.Add(s)
	}
	m, err := Embedded()
	if err != nil {
		f.Fatal(err)
	}
	tags := New(m)
	f.Fuzz(func(t *testing.T, text string) {
		var toks []Token
		end := 0
		for at := 0; at < len(text); {
			from := at
			if toks, at = Next(text, at, toks); at <= from {
				t.Fatalf("no progress at byte %d", from)
			}
			for _, tok := range toks {
				if int(tok.Start) < end || tok.End <= tok.Start || int(tok.End) > at || int(tok.Start) < from {
					t.Fatalf("token %v in bytes %d to %d, behind %d", tok, from, at, end)
				}
				end = int(tok.End)
			}
			checkSpans(t, text, toks, tags.Tag(text, toks))
		}
	})
}

// checkSpans checks that spans are in order and begin and end with tokens.
func checkSpans(t *testing.T, text string, toks []Token, spans []Span) {
	t.Helper()
	starts, ends := make(map[int]bool), make(map[int]bool)
	for _, tok := range toks {
		starts[int(tok.Start)], ends[int(tok.End)] = true, true
	}
	last := 0
	for _, s := range spans {
		if s.Start < last || !starts[s.Start] || !ends[s.End] || s.End <= s.Start {
			t.Fatalf("%+v is no span of tokens", s)
		}
		if s.Kind != Person && s.Kind != Organisation && s.Kind != Place || !(s.Sure > 0 && s.Sure <= 1.001) {
			t.Fatalf("%+v has no kind or probability", s)
		}
		if utf8.ValidString(text) && !utf8.ValidString(text[s.Start:s.End]) {
			t.Fatalf("%q is not on runes", text[s.Start:s.End])
		}
		last = s.End
	}
}
