package web

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"presseschau/corpus"
	"presseschau/search"
)

// Tags of the languages of the interface.
const (
	german  = "de"
	english = "en"
)

// language is the interface in one language.
type language struct {
	tag   string
	texts map[string]string
}

// languages are all that there are.
type languages struct{ byTag map[string]*language }

// loadLanguages reads the table of texts: key, German, English.
func loadLanguages() (*languages, error) {
	table, err := embedded.ReadFile("texts.tsv")
	if err != nil {
		return nil, err
	}
	de := &language{tag: german, texts: map[string]string{}}
	en := &language{tag: english, texts: map[string]string{}}
	for i, line := range strings.Split(strings.TrimSuffix(string(table), "\n"), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cols := strings.Split(line, "\t")
		if len(cols) != 3 || slices.Contains(cols, "") {
			return nil, fmt.Errorf("texts.tsv:%d: want a key and two texts, got %q", i+1, line)
		}
		if _, twice := de.texts[cols[0]]; twice {
			return nil, fmt.Errorf("texts.tsv:%d: %s is there twice", i+1, cols[0])
		}
		de.texts[cols[0]], en.texts[cols[0]] = cols[1], cols[2]
	}
	return &languages{byTag: map[string]*language{german: de, english: en}}, nil
}

// choose takes the language asked for, else the one that the browser likes
// best, else German.
func (l *languages) choose(asked, acceptLanguage string) *language {
	if lang, ok := l.byTag[asked]; ok {
		return lang
	}
	best, quality := german, 0.0
	for part := range strings.SplitSeq(acceptLanguage, ",") {
		tag, rest, _ := strings.Cut(strings.TrimSpace(part), ";")
		base, _, _ := strings.Cut(strings.ToLower(tag), "-")
		q := 1.0
		if s, ok := strings.CutPrefix(strings.TrimSpace(rest), "q="); ok {
			q, _ = strconv.ParseFloat(s, 64) // a malformed one counts as 0
		}
		if _, ok := l.byTag[base]; ok && q > quality {
			best, quality = base, q
		}
	}
	return l.byTag[best]
}

// text is the text of a key with its arguments set in.
func (l *language) text(key string, args ...any) string {
	format, ok := l.texts[key]
	switch {
	case !ok:
		return "[" + key + "]" // a test finds every key that is used and missing
	case len(args) == 0:
		return format
	}
	return fmt.Sprintf(format, args...)
}

// has says whether there is a text of that key.
func (l *language) has(key string) bool {
	_, ok := l.texts[key]
	return ok
}

// count is the text for a number of things, "1 Treffer" or "412 Treffer".
func (l *language) count(key string, n int) string {
	if n == 1 {
		return l.text(key + ".one")
	}
	return l.text(key+".other", l.number(n))
}

// number groups the digits: 1.234 in German, 1,234 in English.
func (l *language) number(n int) string {
	s := strconv.Itoa(n)
	first := 0
	if n < 0 {
		first = 1
	}
	for i := len(s) - 3; i > first; i -= 3 {
		s = s[:i] + l.text("number.group") + s[i:]
	}
	return s
}

// date is a date in words, as exact as it is known: "18. Dezember 2017".
func (l *language) date(d corpus.Date) string {
	const month, day, clock = len("2017-12"), len("2017-12-18"), len("2017-12-18T12:08")
	switch d.Precision() {
	case corpus.Unknown:
		return l.text("date.none")
	case corpus.Year:
		return string(d)
	}
	m, err := strconv.Atoi(string(d[month-2 : month]))
	if err != nil || m < 1 || m > 12 {
		return string(d)
	}
	out := l.text("month."+strconv.Itoa(m)) + " " + string(d[:4])
	if len(d) < day {
		return out
	}
	n, err := strconv.Atoi(string(d[day-2 : day]))
	if err != nil {
		return string(d)
	}
	out = l.text("date.day", n, out)
	if len(d) < clock {
		return out
	}
	return l.text("date.clock", out, string(d[clock-5:clock]))
}

// facetLabel names a value of a facet; what the archive does not know is
// named so.
func (l *language) facetLabel(facet search.Facet, v search.FacetValue) string {
	switch {
	case v.Value == search.None && facet == search.YearFacet:
		return l.text("date.none")
	case v.Value == search.None:
		return l.text("none." + string(facet))
	case facet == search.MonthFacet || facet == search.DayFacet:
		return l.date(corpus.Date(v.Value))
	case facet == search.LanguageFacet && isLanguage(v.Value):
		return l.text("language.of." + v.Value)
	case v.Label != "":
		return v.Label
	}
	return v.Value
}

// isLanguage tells whether a value of the facet of languages has a name in the
// interface.
func isLanguage(value string) bool {
	switch value {
	case "de", "en", "fr", "other":
		return true
	}
	return false
}
