package search

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"
)

func word(s string) Node           { return Word{Text: s} }
func title(s string) Node          { return Word{TitleField, s} }
func phrase(s string) Node         { return Phrase{Text: s} }
func and(nodes ...Node) Node       { return And{nodes} }
func or(nodes ...Node) Node        { return Or{nodes} }
func not(n Node) Node              { return Not{n} }
func years(from, to string) Node   { return Range{YearField, from, to} }
func days(from, to string) Node    { return Range{DateField, from, to} }
func words(list string) (n []Node) { return wordsIn(AnyField, list) }

func wordsIn(f Field, list string) (nodes []Node) {
	for _, w := range strings.Fields(list) {
		nodes = append(nodes, Word{f, w})
	}
	return nodes
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		query string
		want  Node
	}{
		// Words.
		{"", All{}},
		{" \t\n ", All{}},
		{"Merkel", word("Merkel")},
		{"Merkel Putin", and(word("Merkel"), word("Putin"))},
		{"US-Präsident", word("US-Präsident")},
		{"Ab- und Zuwanderung", And{words("Ab und Zuwanderung")}},
		{"5.000 12:30 taz.de AT&T", And{words("5.000 12:30 taz.de AT&T")}},
		{"hab's hab’s", And{words("hab's hab’s")}},
		{"Politiker:innen Bürger*innen jede*r", And{words("Politiker:innen Bürger*innen jede*r")}},
		{"Ge\u00adheim\u200bdienst", word("Geheimdienst")},
		{"Mu\u0308ller", word("Mu\u0308ller")},

		// What a journalist pastes.
		{`Trump – "wir" & Co. (USA)?`, and(word("Trump"), phrase("wir"), word("Co"), word("USA"))},
		{"Merkel: Wir schaffen das", And{words("Merkel Wir schaffen das")}},
		{"Kommentar: Was nun?", And{words("Kommentar Was nun")}},
		{"https://www.dw.com/de/a-123", word("https://www.dw.com/de/a-123")},
		{"... ?! – — * ~ = - & | / \\ [] {} ' ’", All{}},
		{"Ja! Nein? [Update] #Aufschrei @bild *", And{words("Ja Nein Update Aufschrei bild")}},
		{"und oder nicht", And{words("und oder nicht")}},
		{"Die ‘68er", And{words("Die 68er")}},
		{"Politik › Ausland » Europa", and(word("Politik"), word("Ausland"), word("Europa"))},
		{`15"-Notebook`, And{words("15 Notebook")}},
		{"()", All{}},
		{"foo() (–)", word("foo")},
		{"Bild: (dpa)", And{words("Bild dpa")}},

		// Operators.
		{"a OR b", or(word("a"), word("b"))},
		{"a ODER b", or(word("a"), word("b"))},
		{"a AND b", and(word("a"), word("b"))},
		{"a UND b c", and(word("a"), word("b"), word("c"))},
		{"a b OR c d", or(And{words("a b")}, And{words("c d")})},
		{"a (b OR c)", and(word("a"), or(word("b"), word("c")))},
		{"a OR (b OR (c OR d))", Or{words("a b c d")}},
		{"((a) (b (c)))", And{words("a b c")}},
		{"NOT a", not(word("a"))},
		{"NICHT a", not(word("a"))},
		{"-a", not(word("a"))},
		{"a -b -c", and(word("a"), not(word("b")), not(word("c")))},
		{`a -"b c" -(d e)`, and(word("a"), not(phrase("b c")), not(And{words("d e")}))},
		{"NOT NOT a", word("a")},
		{"NOT -a", word("a")},
		{"-(-a)", word("a")},
		{"a - b", And{words("a b")}},
		{"--a", word("a")},
		{"-()", All{}},
		{"a OR -b", or(word("a"), not(word("b")))},
		{"a AND NOT b", and(word("a"), not(word("b")))},
		{`"Trump"-Anhänger`, and(phrase("Trump"), word("Anhänger"))},
		{"(a)-b", And{words("a b")}},
		{`\UND \titel:x`, And{words("UND titel:x")}},
		{"-UND titel:UND", and(not(word("UND")), title("UND"))},
		{"UND, x", And{words("UND x")}},

		// Phrases.
		{`"a b"`, phrase("a b")},
		{`„a b“`, phrase("a b")},
		{`„a b”`, phrase("a b")},
		{`„a b"`, phrase("a b")},
		{`"a b“`, phrase("a b")},
		{`“a b”`, phrase("a b")},
		{`«a b»`, phrase("a b")},
		{`»a b«`, phrase("a b")},
		{`»a b»`, phrase("a b")},
		{`‚a b‘`, phrase("a b")},
		{`‘a b’`, phrase("a b")},
		{`‹a b›`, phrase("a b")},
		{`‚Merkel’s Plan‘`, phrase("Merkel’s Plan")},
		{`„a" „b“`, and(phrase("a"), phrase("b"))},
		{`"a“ "b“`, and(phrase("a"), phrase("b"))},
		{`"die „Zeit“ meint"`, phrase("die Zeit meint")},
		{`„er sagte "ja" dort“`, phrase("er sagte ja dort")},
		{`"  a   b "`, phrase("a b")},
		{`"a b"~5`, Phrase{Text: "a b", Slop: 5}},
		{`"a b"~0`, phrase("a b")},
		{`"ja, nein!"`, phrase("ja, nein!")},
		{`"UND"`, phrase("UND")},

		// Forms.
		{"=Häuser", Exact{Text: "Häuser"}},
		{"-=Häuser", not(Exact{Text: "Häuser"})},
		{"=UND", Exact{Text: "UND"}},
		{"a = b", And{words("a b")}},
		{"präs*", Prefix{Text: "präs"}},
		{"präs*, ", Prefix{Text: "präs"}},
		{"US-Präs*", Prefix{Text: "US-Präs"}},
		{"Mueller~", Fuzzy{Text: "Mueller"}},
		{"-Mueller~", not(Fuzzy{Text: "Mueller"})},

		// Fields.
		{"titel:a", title("a")},
		{"title:a TITEL:b Titel:c", And{wordsIn(TitleField, "a b c")}},
		{"text:a", Word{TextField, "a"}},
		{"kommentar:a", Word{CommentField, "a"}},
		{"comment:a", Word{CommentField, "a"}},
		{"bild:a", Word{CaptionField, "a"}},
		{"caption:a", Word{CaptionField, "a"}},
		{"autor:a", Word{AuthorField, "a"}},
		{"author:a", Word{AuthorField, "a"}},
		{"quelle:a", Word{OutletField, "a"}},
		{`outlet:"Deutsche Welle"`, Phrase{Field: OutletField, Text: "Deutsche Welle"}},
		{"akteur:Putin", Word{ActorField, "Putin"}},
		{"actor:Putin", Word{ActorField, "Putin"}},
		{"titel:(a OR b)", Or{wordsIn(TitleField, "a b")}},
		{"titel:(a text:b)", and(title("a"), Word{TextField, "b"})},
		{"titel:(a jahr:2015)", and(title("a"), years("2015", "2015"))},
		{"-titel:a", not(title("a"))},
		{"titel:-a", not(title("a"))},
		{"titel:-(a b)", not(And{wordsIn(TitleField, "a b")})},
		{"titel:=a", Exact{TitleField, "a"}},
		{"titel:präs*", Prefix{TitleField, "präs"}},
		{"titel:Mueller~", Fuzzy{TitleField, "Mueller"}},
		{`titel:"a b"~3`, Phrase{TitleField, "a b", 3}},
		{"titel:‚a b‘", Phrase{TitleField, "a b", 0}},
		{"titel:text:a", title("text:a")},
		{"=titel:a", Exact{Text: "titel:a"}},

		// Dates.
		{"jahr:2015", years("2015", "2015")},
		{"year:2015", years("2015", "2015")},
		{"jahr:2015..2017", years("2015", "2017")},
		{"jahr:2015...2017", years("2015", "2017")},
		{"jahr:2015…2017", years("2015", "2017")},
		{"jahr:2015-2017", years("2015", "2017")},
		{"jahr:2015–2017", years("2015", "2017")},
		{"jahr:2015..", years("2015", "")},
		{"jahr:..2015", years("", "2015")},
		{"jahr:2015..2015", years("2015", "2015")},
		{"jahr:2015, x", and(years("2015", "2015"), word("x"))},
		{`jahr:"2015"`, years("2015", "2015")},
		{"jahr:(2012 OR 2015..)", or(years("2012", "2012"), years("2015", ""))},
		{"-jahr:2015", not(years("2015", "2015"))},
		{"datum:2015-09..2016-02", days("2015-09", "2016-02")},
		{"date:2015-09-20", days("2015-09-20", "2015-09-20")},
		{"datum:20.09.2015", days("2015-09-20", "2015-09-20")},
		{"datum:1.9.2015..3.9.2015", days("2015-09-01", "2015-09-03")},
		{"datum:9.2015", days("2015-09", "2015-09")},
		{"datum:2015-09..2015", days("2015-09", "2015")},
		{"datum:2016-02-29", days("2016-02-29", "2016-02-29")},
	} {
		got, err := Parse(c.query)
		if err != nil || !reflect.DeepEqual(got, c.want) {
			t.Errorf("Parse(%q) = %#v, %v; want %#v", c.query, got, err, c.want)
			continue
		}
		if again, err := Parse(got.String()); err != nil || !reflect.DeepEqual(again, got) {
			t.Errorf("Parse(%q), printed from %q, = %#v, %v; want %#v", got, c.query, again, err, got)
		}
	}
}

func TestPrint(t *testing.T) {
	for _, c := range []struct{ query, want string }{
		{"", ""},
		{"a UND b", "a b"},
		{"a b ODER c", "a AND b OR c"},
		{"a (b ODER c)", "a (b OR c)"},
		{"NICHT (a b)", "-(a b)"},
		{"NICHT (a ODER b c)", "-(a OR b AND c)"},
		{"titel:(a ODER „b c“)", `title:a OR title:"b c"`},
		{"datum:1.9.2015..", "date:2015-09-01.."},
		{"jahr:2015 =Häuser präs* Mueller~ „a b“~5", `year:2015 =Häuser präs* Mueller~ "a b"~5`},
		{`\UND`, `\UND`},
	} {
		got, err := Parse(c.query)
		if err != nil || got.String() != c.want {
			t.Errorf("Parse(%q) prints %q, %v; want %q", c.query, got, err, c.want)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for _, c := range []struct {
		query      string
		code       Code
		pos, len   int
		suggestion string
	}{
		{`a "b c`, UnclosedPhrase, 2, 1, `a "b c"`},
		{`a „b c`, UnclosedPhrase, 2, 3, `a „b c“`},
		{`a »b c`, UnclosedPhrase, 2, 2, `a »b c«`},
		{`‚a b`, UnclosedPhrase, 0, 3, `‚a b‘`},
		{`"`, UnclosedPhrase, 0, 1, ``},
		{"(", UnclosedParen, 0, 1, ""},
		{"-((", UnclosedParen, 2, 1, ""},
		{"(a b", UnclosedParen, 0, 1, "(a b)"},
		{"a (b (c", UnclosedParen, 5, 1, "a (b (c))"},
		{`(a "b`, UnclosedPhrase, 3, 1, `(a "b")`},
		{"a) b", UnexpectedParen, 1, 1, "a b"},
		{"a OR", MissingOperand, 2, 2, "a"},
		{"OR a", MissingOperand, 0, 2, "a"},
		{"a UND", MissingOperand, 2, 3, "a"},
		{"UND a", MissingOperand, 0, 3, "a"},
		{"a OR OR b", MissingOperand, 5, 2, "a OR b"},
		{"a AND OR b", MissingOperand, 2, 3, "a OR b"},
		{"a OR ()", MissingOperand, 2, 2, "a ()"},
		{"a AND () b", MissingOperand, 2, 3, "a () b"},
		{"NICHT", MissingOperand, 0, 5, ""},
		{"a NOT ()", MissingOperand, 2, 3, "a ()"},
		{"(a OR) b", MissingOperand, 3, 2, "(a ) b"},
		{`a ""`, EmptyPhrase, 2, 2, "a"},
		{`a „–“`, EmptyPhrase, 2, 9, "a"},
		{"a pr*", ShortPrefix, 2, 3, "a pr"},
		{"OR*", ShortPrefix, 0, 3, `\OR`},
		{"a~ b~ c~", ShortFuzzy, 0, 2, "a b c"},
		{"autor:Müller~", UnsupportedForm, 6, 8, "autor:Müller"},
		{"aaa* bbb* ccc~ ddd* eee*", TooManyPatterns, 20, 4, "aaa* bbb* ccc~ ddd* eee"},
		{"*wort", LeadingWildcard, 0, 5, "wort"},
		{"*wort*", LeadingWildcard, 0, 6, "wort*"},
		{"*a*e*", LeadingWildcard, 0, 5, "ae"},
		{"w*rt", InnerWildcard, 0, 4, "wrt"},
		{"Präs*ent", InnerWildcard, 0, 9, "Präs*"},
		{`"a b"~x`, BadSlop, 5, 2, `"a b"`},
		{`"a b"~`, BadSlop, 5, 1, `"a b"`},
		{`"a b"~99`, BadSlop, 5, 3, `"a b"~50`},
		{`"a b"~99999999999999999999`, BadSlop, 5, 21, `"a b"`},
		{"jahr:abc", BadRange, 5, 3, "abc"},
		{"-jahr:abc x", BadRange, 6, 3, "-abc x"},
		{"jahr:(2015 OR abc)", BadRange, 14, 3, "jahr:(2015 )"},
		{"jahr:2017..2015", BadRange, 5, 10, "jahr:2015..2017"},
		{"jahr:15", BadRange, 5, 2, "jahr:2015"},
		{"jahr:98..03", BadRange, 5, 6, "jahr:1998..2003"},
		{"jahr:2015-09", BadRange, 5, 7, "2015-09"},
		{"datum:2015-02-30", BadRange, 6, 10, "2015-02-30"},
		{"datum:31.11.2015", BadRange, 6, 10, "31.11.2015"},
		{"jahr:0000", BadRange, 5, 4, "0000"},
		{"titel: Merkel", MissingValue, 0, 6, "titel:Merkel"},
		{"Merkel titel:", MissingValue, 7, 6, "Merkel"},
		{"titel:() a", MissingValue, 0, 8, "a"},
		{"titel:? a", MissingValue, 0, 6, "a"},
		{"(a titel:)", MissingValue, 3, 6, "(a )"},
		{"jahr:2015~", UnsupportedForm, 5, 5, "jahr:2015"},
		{"jahr:201*", UnsupportedForm, 5, 4, "201"},
		{"=präs*", UnsupportedForm, 0, 7, "präs*"},
		{"Mueller~2", FuzzyDistance, 0, 9, "Mueller~"},
		{"a\x00b", InvalidText, 1, 1, "a b"},
		{"a\xffb", InvalidText, 1, 1, "a b"},
		{strings.Repeat("x ", 33), TooManyTerms, 64, 2, strings.TrimSpace(strings.Repeat("x ", 32))},
		{`"` + strings.Repeat("x ", 33) + `"`, TooManyTerms, 0, 68, ""},
		{strings.Repeat("(", 21) + "a" + strings.Repeat(")", 21), TooDeep, 20, 1, ""},
		{strings.Repeat("ä", 1001), TooLong, 2000, 2, ""},
		{"titel:(" + strings.Repeat(strings.Repeat("x", 32)+" ", 30) + ")", TooLong, 0, 998, ""},
	} {
		_, err := Parse(c.query)
		var got *SyntaxError
		if !errors.As(err, &got) {
			t.Errorf("Parse(%.80q): %v; want %s", c.query, err, c.code)
			continue
		}
		if got.Code != c.code || got.Pos != c.pos || got.Len != c.len || got.Suggestion != c.suggestion || got.Expected == "" {
			t.Errorf("Parse(%.80q) = %+v; want %s at %d+%d, suggestion %q", c.query, *got, c.code, c.pos, c.len, c.suggestion)
		}
	}
}

func TestParseAtItsLimits(t *testing.T) {
	for _, query := range []string{
		strings.Repeat("x ", 32),
		strings.Repeat("(", 20) + "a" + strings.Repeat(")", 20),
		strings.Repeat("ä", 1000),
	} {
		if _, err := Parse(query); err != nil {
			t.Errorf("Parse(%.80q): %v", query, err)
		}
	}
}

func TestParseHostileQueries(t *testing.T) {
	for _, query := range []string{
		strings.Repeat("(", 5000),
		strings.Repeat("wort ", 10000),
		strings.Repeat("NOT ", 10000),
		strings.Repeat("a OR ", 10000),
		strings.Repeat("-", 1<<20),
		strings.Repeat(`"`, 1<<20),
		strings.Repeat("(", 1000),
		strings.Repeat("OR ", 333),
		strings.Repeat("titel:", 160),
		strings.Repeat("a) ", 333),
	} {
		done := make(chan error, 1)
		go func() { _, err := Parse(query); done <- err }()
		select {
		case <-done:
		case <-time.After(10 * time.Second):
			t.Fatalf("Parse(%.20q…) does not come to an end", query)
		}
	}
}
