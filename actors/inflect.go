package actors

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxForms bounds the inflected forms of one alias.
const maxForms = 96

// inflect gives the forms in which an alias stands in text: with a genitive,
// with the endings of its adjectives, in capitals. The alias itself comes first.
func inflect(alias string, kind Type) []string {
	words := strings.Fields(alias)
	forms := []string{""}
	for i, w := range words {
		forms = extend(forms, wordForms(words, i, w, kind))
	}
	if plain := foldLatin(alias); plain != alias {
		forms = append(forms, plain, genitive(plain))
	}
	if up := strings.ToUpper(alias); up != alias && shouts(alias) {
		forms = append(forms, up)
	}
	slices.Sort(forms[1:])
	return slices.Compact(forms)
}

// extend appends every variant of a word to every form so far.
func extend(forms, variants []string) []string {
	if len(forms)*len(variants) > maxForms {
		variants = variants[:1]
	}
	out := make([]string, 0, len(forms)*len(variants))
	for _, v := range variants {
		for _, f := range forms {
			if f != "" {
				f += " "
			}
			out = append(out, f+v)
		}
	}
	return out
}

// wordForms gives the forms of the word at i, itself first.
func wordForms(words []string, i int, w string, kind Type) []string {
	last := i == len(words)-1
	if kind == Person {
		if last {
			return []string{w, genitive(w)}
		}
		return []string{w}
	}
	if stem, ok := adjectiveStem(w, last); ok {
		return adjectiveForms(w, stem)
	}
	_, body := bodyEnding(w)
	head := last || startsLower(words[i+1]) || kind == Org && i == 0 && body // des Handelsverbandes Hessen
	if !head || !startsUpper(w) {
		return []string{w}
	}
	forms := []string{w, genitive(w)}
	if kind == Org && endsInConsonant(w) {
		forms = append(forms, w+"es")
	}
	return forms
}

// genitive appends -s, which a word that ends in a hissing sound does not take.
func genitive(w string) string {
	r, _ := utf8.DecodeLastRuneInString(w)
	if strings.ContainsRune("sxzßSXZ", r) || unicode.IsDigit(r) {
		return w
	}
	return w + "s"
}

// adjectiveStem cuts the ending off an adjective of a name. A word that ends
// in ~ is one for certain: "Weiß~"; others are known by their suffix.
func adjectiveStem(w string, last bool) (string, bool) {
	if stem, ok := strings.CutSuffix(w, "~"); ok {
		return stem, true
	}
	if last {
		return "", false
	}
	for _, ending := range [...]string{"er", "es", "en", "em", "e"} {
		stem, ok := strings.CutSuffix(w, ending)
		if !ok {
			continue
		}
		low := strings.ToLower(stem)
		for _, suffix := range [...]string{"isch", "lich", "deutsch", "vereint", "vereinigt", "national",
			"international", "zentral", "sozial", "liberal", "oberst", "föderal", "regional"} {
			if strings.HasSuffix(low, suffix) {
				return stem, true
			}
		}
		switch low {
		case "weiß", "rot", "grün", "frei", "jung", "neu", "hoh", "groß", "alt", "arabisch", "link", "gesetzlich":
			return stem, true
		}
	}
	return "", false
}

func adjectiveForms(w, stem string) []string {
	first := w
	if strings.HasSuffix(w, "~") {
		first = stem + "e"
	}
	forms := []string{first}
	for _, ending := range [...]string{"e", "er", "es", "en", "em"} {
		if f := stem + ending; f != first {
			forms = append(forms, f)
		}
	}
	return forms
}

// shouts tells whether an alias may also stand in capitals: all of its words
// but the small ones have four letters or more.
func shouts(alias string) bool {
	return utf8.RuneCountInString(alias) >= 4
}

func startsUpper(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

func startsLower(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLower(r)
}

func endsInConsonant(w string) bool {
	r, _ := utf8.DecodeLastRuneInString(w)
	return unicode.IsLower(r) && !strings.ContainsRune("aeiouyäöü", r)
}

// foldLatin takes the marks off Latin letters other than the German umlauts:
// "Erdoğan" becomes "Erdogan".
func foldLatin(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0xC0 || strings.ContainsRune("äöüßÄÖÜ", r) {
			return r
		}
		return plainLetter(r)
	}, s)
}

// plainLetter is the letter under the marks of r, or r.
func plainLetter(r rune) rune {
	const plain = "aáàâãåāăą cçćčĉċ dďđð eéèêëēĕėęě gğĝģġ hĥħ iíìîïīĭįı jĵ kķ lłľļĺ nñńňņ oóòôõøōŏő " +
		"rřŕŗ sśšşŝș tťţțŧ uúùûūŭůűų wŵ yýÿŷ zźžż"
	low := unicode.ToLower(r)
	base := rune(0)
	for i, c := range plain {
		if i == 0 || plain[i-1] == ' ' {
			base = c
		}
		if c == low && c != ' ' {
			if low != r {
				return unicode.ToUpper(base)
			}
			return base
		}
	}
	return r
}

// slug makes the second part of an id of a name: lower case, ASCII letters and
// digits, hyphens between words.
func slug(name string) string {
	var sb strings.Builder
	for _, r := range strings.ToLower(name) {
		switch r {
		case 'ä':
			sb.WriteString("ae")
			continue
		case 'ö':
			sb.WriteString("oe")
			continue
		case 'ü':
			sb.WriteString("ue")
			continue
		case 'ß':
			sb.WriteString("ss")
			continue
		}
		if r >= utf8.RuneSelf {
			r = plainLetter(r)
		}
		if 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || r > unicode.MaxLatin1 && unicode.IsLetter(r) {
			sb.WriteRune(r)
		} else if s := sb.String(); s != "" && s[len(s)-1] != '-' {
			sb.WriteByte('-')
		}
	}
	return strings.TrimRight(sb.String(), "-")
}
