package index

import (
	"presseschau/analyzers"
)

// A term of a text field is a form and a mark. A word whose exact form is its
// own lemma, as most are, needs one posting instead of two:
//
//	haus    both   exact form and lemma
//	haeuser exact  exact form of a word with another lemma
//	haus    lemma  lemma of a word with another exact form
//	haus    part   lemma of a part of a compound
//	haeuser tail   last part of a hyphenated word as it stands
//
// So the exact form F is at F both and F exact, the lemma F at F both and F
// lemma. A phrase takes the last part of a hyphenated word for a word:
// "Präsident Putin" is in "US-Präsident Putin", while "das Haus" is not in "das
// Rathaus". The mark comes last, so that all of a prefix lie side by side.
const (
	markBoth  = 1 // control characters are in no form
	markExact = 2
	markLemma = 3
	markPart  = 4
	markTail  = 5
)

// isForm tells whether a term is a form that stands in a text, or a part of
// one, and not only a lemma.
func isForm(mark byte) bool { return mark == markBoth || mark == markExact || mark == markPart }

// isPart tells whether a term is a part of a compound.
func isPart(term string) bool { return term[len(term)-1] == markPart }

// appendTerms calls add with the marker and the token of every term that the
// tokens of one position make. Tokens are ordered exact, lemma, parts.
func appendTerms(tokens []analyzers.Token, add func(mark byte, t *analyzers.Token)) {
	exact := -1
	both := false
	for i := range tokens {
		switch t := &tokens[i]; t.Kind {
		case analyzers.Exact:
			exact = i
		case analyzers.Lemma:
			if exact >= 0 && string(tokens[exact].Term) == string(t.Term) {
				both = true
			} else {
				add(markLemma, t)
			}
		case analyzers.Part:
			add(markPart, t)
		}
	}
	if exact < 0 {
		return
	}
	if both {
		add(markBoth, &tokens[exact])
	} else {
		add(markExact, &tokens[exact])
	}
}

// marked is a term of the dictionary.
func marked(mark byte, form string) string { return form + string(rune(mark)) }

// isTail tells whether a part is the last one of a hyphenated word and its term
// is the form that stands there.
func (a *analysis) isTail(text string, part *analyzers.Token, wordEnd int) bool {
	return part.End == wordEnd && part.Start > 0 && text[part.Start-1] == '-' &&
		a.german.Fold(text[part.Start:part.End]) == string(part.Term)
}
