package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Labels of a date.
const (
	labelPublished = "published"
	labelUpdated   = "updated"
	labelStand     = "stand"
	labelPlain     = "plain" // a word that may stand before any date
)

// dateLabel tells what a word before a date says of it.
func dateLabel(s string) string {
	s = lower(strings.Trim(s, " :."))
	if mayDay(s[strings.LastIndexByte(s, ' ')+1:]) { // "Aktualisiert am Montag": the last words may be a weekday and "am"
		for _, day := range dayWords() {
			if s == day {
				return labelPlain
			}
			if before, ok := strings.CutSuffix(s, day); ok && strings.HasSuffix(before, " ") {
				s = strings.TrimSpace(before)
			}
		}
	}
	s = strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(s, " am"), " vom"))
	s = strings.Trim(s, " :.")
	switch s {
	case "aktualisiert", "zuletzt aktualisiert", "letzte aktualisierung", "aktualisierung", "akt", "update", "updated", "letztes update",
		"geändert", "zuletzt geändert", "letzte änderung", "überarbeitet", "zuletzt bearbeitet", "bearbeitet", "artikel aktualisiert", "aktualisierte fassung":
		return labelUpdated
	case "stand":
		return labelStand
	case "veröffentlicht", "erstveröffentlicht", "erstellt", "erschienen", "datum", "publiziert", "online", "online seit", "veröffentlichung", "erscheinungsdatum",
		"artikel", "artikel vom", "artikel veröffentlicht", "meldung", "bericht", "nachricht", "gesendet", "sendung", "published", "posted", "erstmals veröffentlicht", "erstpublikation", "ausgabe", "print-ausgabe", "printausgabe", "first published", "veröffentlicht von", "beitrag", "posted on", "pressemitteilung", "übersetzung veröffentlicht":
		return labelPublished
	case "uhr", "min", "um", "seit", "stand der dinge", "heute", "gestern", "von", "in", "zuletzt", "by", "autor", "autorin", "kategorie", "kategorien":
		return labelPlain
	}
	return ""
}

// withoutWeekday takes the day from "Di, 10:19 Uhr".
func withoutWeekday(s string) string {
	if day, rest, ok := strings.Cut(s, ","); ok && dateLabel(day) == labelPlain {
		return strings.TrimSpace(rest)
	}
	return s
}

// dayWords are the words that may stand between a label and its date, in the order
// in which they are taken away.
func dayWords() []string {
	return []string{"montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag",
		"mo", "di", "mi", "do", "fr", "sa", "so", "am", "um", "vom", "den", "der"}
}

// mayDay keeps most labels from being compared with all of them.
func mayDay(word string) bool {
	return len(word) <= len("den") || strings.HasSuffix(word, "tag") || word == "mittwoch" || word == "sonnabend"
}

// isClock tells "12:08 Uhr" and "12:08".
func isClock(s string) bool {
	s = strings.TrimSpace(strings.TrimSuffix(lower(s), "uhr"))
	hour, minute, ok := strings.Cut(strings.ReplaceAll(s, ".", ":"), ":")
	return ok && len(hour) <= 2 && len(minute) == 2 && !strings.ContainsFunc(hour+minute, func(r rune) bool { return !unicode.IsDigit(r) })
}

// isPlaceName tells one or two capitalised words: "Berlin", "New York".
func isPlaceName(s string) bool {
	const most = 2 // words
	n := 0
	for w := range strings.FieldsSeq(s) {
		r, _ := utf8.DecodeRuneInString(w)
		if n++; n > most || !unicode.IsUpper(r) || strings.ContainsFunc(w, unicode.IsDigit) {
			return false
		}
	}
	return n > 0
}
