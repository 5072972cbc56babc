package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxNameWords is the number of words in the longest name of a reader that
// shares its line.
const maxNameWords = 4

// longName is authorName for a line of its own in a forum, where a name may
// have more words: "der mit dem Router tanzt". Elsewhere that is a title above
// its date.
func longName(s string) string {
	const most = 6 // words
	if letters := strings.ReplaceAll(s, " ", ""); 2*utf8.RuneCountInString(letters) == utf8.RuneCountInString(s)+1 && utf8.RuneCountInString(letters) > maxNameWords {
		if authorName(letters) != "" && !strings.ContainsFunc(s, unicode.IsDigit) {
			return s // "p r a t e r s t e r n"
		}
	}
	for _, label := range []string{"Kommentar von ", "Antwort von "} {
		if name, ok := strings.CutPrefix(s, label); ok {
			return authorName(name)
		}
	}
	if words := strings.Fields(s); len(words) > maxNameWords && len(words) <= most && !sentenceEnd(s) {
		if authorName(strings.Join(words[:maxNameWords], " ")) != "" && authorName(words[len(words)-1]) != "" && utf8.RuneCountInString(s) <= maxAuthor {
			return s
		}
	}
	return authorName(s)
}

// authorName takes the name of a reader from what stands beside a date:
// "Max schrieb am", "Kommentar von Max,", "#3 Max –"; "" if it is no name.
func authorName(s string) string {
	whole := strings.Trim(s, " :|,")
	s = strings.Trim(s, " :|,•·–—-[]")
	if "-"+s+"-" == whole { // a name
		return whole
	}
	if strings.Count(s, "(") != strings.Count(s, ")") {
		s = strings.Trim(s, "() ")
	}
	if strings.HasPrefix(s, "#") || strings.HasPrefix(s, "Nr. ") {
		s = strings.TrimLeft(strings.TrimPrefix(s, "Nr. "), "#0123456789. ")
		s = strings.Trim(s, " :|,•·–—-()[]")
	}
	s = strings.TrimSuffix(strings.TrimSuffix(s, " (nicht überprüft)"), " (not verified)")
	if label, name, ok := strings.Cut(s, " von "); ok && strings.ContainsAny(label, "0123456789") && strings.Count(label, " ") == 1 {
		s = name // "Kommentar #3 von anna"
	}
	if name, posts, ok := strings.Cut(s, " ("); ok && (strings.Contains(posts, "Beiträge") || counts(strings.TrimSuffix(posts, ")"))) {
		s = name // "anna (12 Beiträge seit 03.05.2011)"
	}
	if at := strings.LastIndex(s, " ["); at > 0 && strings.Trim(s[at:], "[]0123456789 ") == "" {
		s = s[:at] // "anna [12]"
	}
	s = strings.Replace(s, "von: ", "von ", 1)
	for changed := true; changed; {
		changed = false
		for _, tail := range []string{
			" schrieb", " schreibt", " sagt", " Sagt", " sagte", " meint", " kommentierte", " kommentiert", " antwortete",
			" am", " um", " vom", " den", " hat geschrieben", " says", " Uhr",
		} {
			if after, ok := strings.CutSuffix(s, tail); ok {
				s, changed = strings.TrimRight(after, " :|,•·–—-("), true
			}
		}
		for _, lead := range []string{
			"Antworten ", "Gast: ", "Kommentar von ", "Beitrag von ", "Von ", "von ", "Geschrieben von ", "Verfasst von ",
			"Autor: ", "Am ", "am ", "Name: ", "Benutzer ", "Antwort von ", "Leserkommentar von ",
		} {
			if after, ok := strings.CutPrefix(s, lead); ok {
				s, changed = strings.TrimLeft(after, " :|,•·–—-"), true
			}
		}
	}
	switch s {
	case "am", "um", "vom", "Am", "Um", "Uhr", "von", "Datum", "Stand", "Aktualisiert", "Veröffentlicht", "zuletzt", "Gestern", "Heute":
		return ""
	}
	if name, account, ok := strings.Cut(s, " ("); ok && strings.HasSuffix(account, ")") && (isPersonName(name) && (account != strings.ToUpper(account) || strings.Contains(account, ".")) || isAccount(strings.TrimSuffix(account, ")"))) {
		s = name // "Ada Freifrau von Muster (amuster)"
	}
	if strings.HasSuffix(s, " seit") {
		return ""
	}
	long := utf8.RuneCountInString(s) > maxAuthor || len(strings.Fields(s)) > maxNameWords
	if long || !strings.ContainsFunc(s, unicode.IsLetter) || dateLabel(s) != "" || strings.ContainsAny(s, ":;?!„“\"") {
		return ""
	}
	return s
}

// isAccount tells the name of an account: small letters and digits.
func isAccount(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool {
		return !unicode.IsLower(r) && !unicode.IsDigit(r) && r != '_' && r != '.' && r != '-'
	}) && strings.ContainsFunc(s, unicode.IsLower)
}
