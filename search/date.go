package search

import (
	"strconv"
	"strings"
	"time"
)

// The forms that a wrong date is answered with.
const (
	yearForm = "a year such as 2015, or years such as 2015..2017"
	dateForm = "a date such as 2015-09-20, 2015-09 or 20.09.2015, or dates such as 2015-09..2016-02"
)

// Lengths of ISO 8601 dates.
const (
	yearLen = len("2015")
	dayLen  = len("2015-09-20")
)

// dateTerm reads the value of a field of dates.
func dateTerm(t token, field Field) (Node, *mistake) {
	text := trimRange(t.text)
	plain := strings.Trim(text, "=*~")
	if t.near || plain != text {
		return nil, wrong(UnsupportedForm, t.pos, t.end, expectedDate(field)).fix(t.pos, t.end, plain)
	}
	from, to := splitRange(text)
	r, ok := readRange(field, from, to)
	if ok {
		return r, nil
	}
	m := wrong(BadRange, t.pos, t.end, expectedDate(field))
	if r, ok := readRange(field, to, from); ok {
		return nil, m.fix(t.pos, t.end, r.From+".."+r.To)
	}
	if r, ok := readRange(field, century(from), century(to)); ok {
		return nil, m.fix(t.pos, t.end, strings.TrimPrefix(r.String(), label(field)))
	}
	m.value = true // search for the text instead
	if t.kind == phraseToken {
		return nil, m.fix(t.pos, t.end, `"`+t.text+`"`)
	}
	_, words, _ := trimPunctuation(visible(t.text))
	return nil, m.fix(t.pos, t.end, bare(strings.ReplaceAll(words, "*", " ")))
}

func expectedDate(field Field) string {
	if field == YearField {
		return yearForm
	}
	return dateForm
}

// trimRange removes the punctuation of a sentence around a range, and writes
// its dots as two.
func trimRange(s string) string {
	s = strings.ReplaceAll(visible(s), "…", "..")
	s = strings.ReplaceAll(s, "...", "..")
	s = strings.Trim(s, " ,;:!?")
	if strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "..") {
		s = s[:len(s)-1]
	}
	return s
}

// splitRange splits 2015..2017, 2015–2017 and 2015-2017. A single date is both
// ends.
func splitRange(s string) (from, to string) {
	for _, gap := range []string{"..", "–", "—"} {
		if from, to, ok := strings.Cut(s, gap); ok {
			return strings.TrimSpace(from), strings.TrimSpace(to)
		}
	}
	if from, to, ok := strings.Cut(s, "-"); ok && isDigits(from, yearLen) && isDigits(to, yearLen) {
		return from, to
	}
	return s, s
}

// readRange checks both ends. An empty one is open; not both can be.
func readRange(field Field, from, to string) (Range, bool) {
	r := Range{Field: field}
	var first, last bool
	r.From, first = isoDate(from)
	r.To, last = isoDate(to)
	ok := (first || from == "") && (last || to == "") && (first || last)
	if field == YearField && (len(r.From) > yearLen || len(r.To) > yearLen) {
		return r, false
	}
	return r, ok && inOrder(r.From, r.To)
}

// inOrder tells whether a range of ISO 8601 dates holds a day. 2015-09 to 2015
// does: the last months of the year.
func inOrder(from, to string) bool {
	n := min(len(from), len(to))
	return from[:n] <= to[:n]
}

// isoDate reads a year, month or day, in ISO 8601 or as 20.9.2015 and 9.2015.
func isoDate(s string) (string, bool) {
	parts := strings.Split(s, "-")
	if len(parts) == 1 && strings.Contains(s, ".") {
		parts = strings.Split(s, ".")
		for i, j := 0, len(parts)-1; i < j; i, j = i+1, j-1 {
			parts[i], parts[j] = parts[j], parts[i]
		}
	}
	if len(parts) > 3 || !isDigits(parts[0], yearLen) || parts[0] == "0000" {
		return "", false
	}
	for i, p := range parts[1:] {
		if !isDigits(p, 1) && !isDigits(p, 2) {
			return "", false
		}
		parts[i+1] = "0"[:2-len(p)] + p
	}
	iso := strings.Join(parts, "-")
	_, err := time.Parse("2006-01-02"[:len(iso)], iso)
	return iso, err == nil
}

// century completes a year of two digits.
func century(s string) string {
	if !isDigits(s, 2) {
		return s
	}
	if n, _ := strconv.Atoi(s); n < 50 {
		return "20" + s
	}
	return "19" + s
}

func isDigits(s string, n int) bool {
	return len(s) == n && strings.Trim(s, "0123456789") == ""
}
