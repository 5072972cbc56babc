package index

import (
	"presseschau/analyzers"
)

// A term of a text field is a marker byte and a form. A word whose exact form
// is its own lemma, as most are, needs one posting instead of two:
//
//	x haus     exact form and lemma
//	e haeuser  exact form of a word with another lemma
//	l haus     lemma of a word with another exact form
//	p haus     lemma of a part of a compound
//	t haeuser  last part of a hyphenated word as it stands
//
// So the exact form F is at x F and e F, the lemma F at x F and l F. A phrase
// takes the last part of a hyphenated word for a word: "Präsident Putin" is in
// "US-Präsident Putin", while "das Haus" is not in "das Rathaus".
const (
	markBoth  = 'x'
	markExact = 'e'
	markLemma = 'l'
	markPart  = 'p'
	markTail  = 't'
)

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
func marked(mark byte, form string) string { return string(mark) + form }

// isTail tells whether a part is the last one of a hyphenated word and its term
// is the form that stands there.
func (a *analysis) isTail(text string, part *analyzers.Token, wordEnd int) bool {
	return part.End == wordEnd && part.Start > 0 && text[part.Start-1] == '-' &&
		a.german.Fold(text[part.Start:part.End]) == string(part.Term)
}
