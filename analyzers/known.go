package analyzers

import "presseschau/analyzers/internal/lexicon"

// Known tells whether the lexicon has a word as it is written, in some form of
// it. A hyphenated word is known if all of its parts are.
func (a *Analyzer) Known(word string) bool {
	var l letters
	l.read(word)
	for _, c := range l.components {
		if a.entry(l.key[c.from:c.to]) == nil {
			return false
		}
	}
	return len(l.components) > 0
}

// Functional tells whether a word is a function word: an article, a
// preposition, a pronoun. Nobody looks for it alone.
func (a *Analyzer) Functional(word string) bool {
	var l letters
	l.read(word)
	if len(l.components) != 1 {
		return false
	}
	e := a.entry(l.key)
	return e != nil && e.Flags&lexicon.Closed != 0
}

// Uncapitalised tells whether the lexicon has a word with a small letter only:
// it is no noun and no name.
func (a *Analyzer) Uncapitalised(word string) bool {
	var l letters
	l.read(word)
	if len(l.components) != 1 {
		return false
	}
	e := a.entry(l.key)
	return e != nil && e.Upper == lexicon.None
}

// entry finds a form, with ae for ä too.
func (a *Analyzer) entry(form []byte) *lexicon.Entry {
	if e := a.lexicon.Find(form); e != nil {
		return e
	}
	if spelling, changed := respell(nil, form); changed {
		return a.lexicon.Find(spelling)
	}
	return nil
}
