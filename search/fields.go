package search

import "strings"

// fieldNamed finds a field by its German or English name, in any case.
func fieldNamed(name string) (Field, bool) {
	switch strings.ToLower(name) {
	case "titel", "title":
		return TitleField, true
	case "text":
		return TextField, true
	case "kommentar", "comment":
		return CommentField, true
	case "bild", "caption":
		return CaptionField, true
	case "autor", "author":
		return AuthorField, true
	case "outlet", "quelle":
		return OutletField, true
	case "akteur", "actor":
		return ActorField, true
	case "agentur", "agency":
		return AgencyField, true
	case "sprache", "language":
		return LanguageField, true
	case "jahr", "year":
		return YearField, true
	case "datum", "date":
		return DateField, true
	}
	return AnyField, false
}

// IsName tells whether the values of the field are names, which are found by
// their words and not by other forms of these.
func (f Field) IsName() bool {
	switch f {
	case OutletField, ActorField, AuthorField, AgencyField, LanguageField:
		return true
	}
	return false
}

// LanguageValue is the value of LanguageFacet for a language's name or tag: "en"
// for "Englisch", "en-GB" and "english". What is none of the four comes back in
// lower case.
func LanguageValue(name string) string {
	name = strings.ToLower(strings.TrimSpace(name))
	tag, _, _ := strings.Cut(name, "-")
	switch tag {
	case "de", "deutsch", "german":
		return "de"
	case "en", "englisch", "english":
		return "en"
	case "fr", "französisch", "franzoesisch", "french":
		return "fr"
	case "other", "andere":
		return "other"
	}
	return name
}

// takesDates tells whether the values of the field are dates.
func (f Field) takesDates() bool { return f == YearField || f == DateField }

// operatorNamed finds an operator. Only capitals are operators: "und" is a
// word like any other.
func operatorNamed(word string) (kind, bool) {
	switch word {
	case "AND", "UND":
		return andToken, true
	case "OR", "ODER":
		return orToken, true
	case "NOT", "NICHT":
		return notToken, true
	}
	return endToken, false
}
