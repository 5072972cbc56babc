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
	case "jahr", "year":
		return YearField, true
	case "datum", "date":
		return DateField, true
	}
	return AnyField, false
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
