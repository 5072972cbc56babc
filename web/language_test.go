package web

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"

	"presseschau/corpus"
	"presseschau/search"
)

func TestDates(t *testing.T) {
	ls := newServerValue(t).languages
	for _, tt := range [][3]string{
		{"", "ohne Datum", "no date"},
		{"2017", "2017", "2017"},
		{"2017-12", "Dezember 2017", "December 2017"},
		{"2017-12-18", "18. Dezember 2017", "18 December 2017"},
		{"2017-03-01", "1. März 2017", "1 March 2017"},
		{"2017-12-18T09:05", "18. Dezember 2017, 09:05 Uhr", "18 December 2017, 09:05"},
		{"2017-12-18T09:05:31+02:00", "18. Dezember 2017, 09:05 Uhr", "18 December 2017, 09:05"},
		{"2017-99", "2017-99", "2017-99"},
	} {
		if got := ls.byTag[german].date(corpus.Date(tt[0])); got != tt[1] {
			t.Errorf("%s in German is %q, want %q", tt[0], got, tt[1])
		}
		if got := ls.byTag[english].date(corpus.Date(tt[0])); got != tt[2] {
			t.Errorf("%s in English is %q, want %q", tt[0], got, tt[2])
		}
	}
}

func TestNumbers(t *testing.T) {
	ls := newServerValue(t).languages
	for _, tt := range []struct {
		n      int
		de, en string
	}{{0, "0", "0"}, {999, "999", "999"}, {1234, "1.234", "1,234"}, {1234567, "1.234.567", "1,234,567"}, {-1234, "-1.234", "-1,234"}, {-123, "-123", "-123"}} {
		if de, en := ls.byTag[german].number(tt.n), ls.byTag[english].number(tt.n); de != tt.de || en != tt.en {
			t.Errorf("%d is %q and %q, want %q and %q", tt.n, de, en, tt.de, tt.en)
		}
	}
}

func TestChooseLanguage(t *testing.T) {
	ls := newServerValue(t).languages
	for _, tt := range [][3]string{
		{"", "", "de"},
		{"en", "de", "en"},
		{"fr", "en", "en"},
		{"", "en-GB,en;q=0.9,de;q=0.8", "en"},
		{"", "de-AT, en;q=0.9", "de"},
		{"", "fr, en;q=0.5, de;q=0.7", "de"},
		{"", "fr-FR", "de"},
		{"", "en;q=0", "de"},
		{"", "EN", "en"},
		{"", ";;q=,x", "de"},
	} {
		if got := ls.choose(tt[0], tt[1]).tag; got != tt[2] {
			t.Errorf("asked %q, browser %q: %s, want %s", tt[0], tt[1], got, tt[2])
		}
	}
}

// TestTexts compares the two languages, and the texts with their uses.
func TestTexts(t *testing.T) {
	ls := newServerValue(t).languages
	verb := regexp.MustCompile(`%[a-z]`)
	for key, de := range ls.byTag[german].texts {
		en := ls.byTag[english].texts[key]
		if d, e := verb.FindAllString(de, -1), verb.FindAllString(en, -1); key != "date.day" && strings.Join(d, "") != strings.Join(e, "") {
			t.Errorf("%s sets in %v in German and %v in English", key, d, e)
		}
	}
	use := regexp.MustCompile(`(?:\bt |text\(|count\(|count )"([a-z][a-z0-9.-]*)"`)
	used := map[string]bool{}
	err := fs.WalkDir(os.DirFS("."), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && d.Name() == "testdata" {
			return fs.SkipDir
		}
		if d.IsDir() || strings.HasSuffix(path, "_test.go") || !strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, ".html") {
			return nil
		}
		b, err := os.ReadFile(path)
		for _, m := range use.FindAllStringSubmatch(string(b), -1) {
			used[m[1]] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(used) < 50 {
		t.Fatalf("found only %d uses of texts", len(used))
	}
	de := ls.byTag[german]
	for key := range used {
		if !de.has(key) && !(de.has(key+".one") && de.has(key+".other")) && !strings.HasSuffix(key, ".") {
			t.Errorf("no text %q", key)
		}
	}
}

// TestTextsOfKinds covers the keys that are put together.
func TestTextsOfKinds(t *testing.T) {
	de := newServerValue(t).languages.byTag[german]
	var keys []string
	for _, c := range []search.Code{search.UnclosedPhrase, search.UnclosedParen, search.UnexpectedParen, search.MissingOperand,
		search.NoWord, search.EmptyPhrase, search.ShortPrefix, search.ShortFuzzy, search.LongFuzzy, search.FuzzyDistance, search.TooManyPatterns,
		search.LeadingWildcard, search.InnerWildcard, search.BadSlop, search.BadRange,
		search.MissingValue, search.UnsupportedForm, search.TooLong, search.TooManyTerms, search.TooDeep, search.InvalidText} {
		keys = append(keys, "syntax."+string(c))
	}
	for _, err := range []error{&search.SyntaxError{}, &search.ParamError{}, search.ErrNotFound, search.ErrStaleCursor, search.ErrBusy,
		search.ErrTimeout, os.ErrInvalid, noSuchPath(nil, nil)} {
		keys = append(keys, "error."+classify(err).kind)
	}
	for _, o := range []corpus.Origin{corpus.FromMetadata, corpus.FromDateline, corpus.FromURL, corpus.FromComments, corpus.FromCopyright} {
		keys = append(keys, "origin."+string(o))
	}
	for _, f := range []search.Fault{search.NoDate, search.NoYear, search.Backwards} {
		keys = append(keys, "error.bad-parameter."+string(f))
	}
	for _, f := range filterFacets() {
		keys = append(keys, "facet."+string(f))
	}
	for _, key := range keys {
		if !de.has(key) {
			t.Errorf("no text %q", key)
		}
	}
}
