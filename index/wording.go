package index

import (
	"unicode/utf8"

	"presseschau/corpus"
	"presseschau/search"
)

// textField gives the Bleve field and side of a field of the language.
func textField(f search.Field) (string, side) {
	switch f {
	case search.TitleField:
		return fieldTitle, bothSides
	case search.TextField:
		return fieldText, articleSide
	case search.CommentField:
		return fieldText, commentSide
	case search.CaptionField:
		return fieldCaption, articleSide
	}
	return fieldText, bothSides
}

// word compiles a word in any of its forms. A hyphenated or slashed word that
// the analyzer reads as several positions needs all of them.
func (c *compiler) word(f search.Field, text string) op {
	if keyword, ok := c.keyword(f, text, false); ok {
		return keyword
	}
	field, side := textField(f)
	var ops []op
	for _, p := range c.analysis.german.QueryWord(text) {
		l := &leaf{form: formWords, field: field, side: side, shown: p.Exact, terms: wordTerms(p.Exact, p.Lemma)}
		for _, v := range p.Variants {
			l.terms = append(l.terms, variantTerms(v.Term, float32(v.Weight))...)
		}
		if len(p.Parts) > 1 && !c.negated {
			l.near = nearLeaf(field, side, p.Parts)
			if c.loose {
				l.hints = hintTerms(p.Parts)
			}
		}
		ops = append(ops, c.add(l))
	}
	if len(ops) == 0 {
		return opAll{} // a mark that is no word asks for nothing
	}
	return join(ops)
}

// wordTerms are the terms at which a word is found: its lemma, its exact form
// in case the text has it with another lemma, and both as parts of compounds.
func wordTerms(exact, lemma string) []leafTerm {
	same := exact == lemma
	terms := []leafTerm{
		{term: marked(markBoth, lemma), weight: 1, exact: same},
		{term: marked(markLemma, lemma), weight: 1},
		{term: marked(markPart, lemma), weight: partWeight},
	}
	if same {
		return append(terms, leafTerm{term: marked(markExact, exact), weight: 1, exact: true})
	}
	return append(terms,
		leafTerm{term: marked(markBoth, exact), weight: 1, exact: true},
		leafTerm{term: marked(markExact, exact), weight: 0, exact: true}, // its lemma counts already
		leafTerm{term: marked(markPart, exact), weight: partWeight})
}

// hintTerms are the terms at which parts of a word are found.
func hintTerms(parts []string) []leafTerm {
	var terms []leafTerm
	for _, p := range parts {
		terms = append(terms,
			leafTerm{term: marked(markBoth, p), weight: hintWeight},
			leafTerm{term: marked(markLemma, p), weight: hintWeight},
			leafTerm{term: marked(markPart, p), weight: hintWeight * partWeight})
	}
	return terms
}

func variantTerms(form string, weight float32) []leafTerm {
	weight = min(weight, variantWeight)
	return []leafTerm{
		{term: marked(markBoth, form), weight: weight},
		{term: marked(markExact, form), weight: weight},
		{term: marked(markLemma, form), weight: weight},
		{term: marked(markPart, form), weight: weight * partWeight},
	}
}

// nearLeaf finds the parts of a compound that stand as words of their own near
// each other: "Gespräche der Geheimdienste" for Geheimdienstgespräche.
func nearLeaf(field string, s side, parts []string) *leaf {
	l := &leaf{form: formPhrase, field: field, side: s, slop: nearSlop}
	for _, p := range parts {
		l.slots = append(l.slots, []leafTerm{
			{term: marked(markBoth, p)}, {term: marked(markLemma, p)}, {term: marked(markPart, p)}})
	}
	return l
}

func (c *compiler) exact(f search.Field, text string) op {
	if keyword, ok := c.keyword(f, text, false); ok {
		return keyword
	}
	field, side := textField(f)
	var ops []op
	for _, p := range c.analysis.german.QueryWord(text) {
		ops = append(ops, c.add(&leaf{form: formWords, field: field, side: side, shown: "=" + p.Exact, terms: exactTerms(p.Exact)}))
	}
	if len(ops) == 0 {
		return opAll{}
	}
	return join(ops)
}

// exactTerms are the terms at which an exact form is found.
func exactTerms(form string) []leafTerm {
	return []leafTerm{
		{term: marked(markBoth, form), weight: 1, exact: true},
		{term: marked(markExact, form), weight: 1, exact: true},
	}
}

func (c *compiler) phrase(n search.Phrase) op {
	if keyword, ok := c.keyword(n.Field, n.Text, false); ok {
		return keyword
	}
	field, side := textField(n.Field)
	l := &leaf{form: formPhrase, field: field, side: side, shown: n.String(), slop: n.Slop}
	found := c.analysis.german.QueryWord(n.Text)
	for _, p := range found {
		l.slots = append(l.slots, append(exactTerms(p.Exact), leafTerm{term: marked(markTail, p.Exact)}))
	}
	switch len(l.slots) {
	case 0:
		return opAll{}
	case 1:
		l.form, l.terms, l.slots = formWords, exactTerms(found[0].Exact), nil
	}
	return c.add(l)
}

func (c *compiler) pattern(f search.Field, text string, how form) op {
	if keyword, ok := c.keyword(f, text, how == formPrefix); ok {
		return keyword
	}
	field, side := textField(f)
	folded := c.analysis.german.Fold(text)
	shown := folded + "*"
	if utf8.RuneCountInString(folded) < search.MinPrefix { // by folding: signs that are no letters
		return c.add(&leaf{form: formWords, field: field, side: side, shown: shown})
	}
	if how == formFuzzy {
		shown = folded + "~"
		if utf8.RuneCountInString(folded) > maxEdited { // by folding
			return c.exact(f, text)
		}
	}
	return c.add(&leaf{form: how, field: field, side: side, shown: shown, text: folded})
}

// keyword compiles the fields that are facets or names: all of the words must
// be in the value's label, the last one may be a beginning. An actor is also
// found by its id or by an alias.
func (c *compiler) keyword(f search.Field, text string, prefix bool) (op, bool) {
	if !f.IsName() {
		return nil, false
	}
	if f == search.AuthorField {
		return c.author(c.folded(text), prefix), true
	}
	facet := search.Facet(f) // they have the same names
	switch facet {
	case search.AgencyFacet:
		if !prefix {
			text = corpus.AgencyName(text)
		}
	case search.LanguageFacet:
		text = search.LanguageValue(text)
	}
	vals, prop := c.facets.of(facet)
	l := &leaf{form: formKeywords, field: fieldKey, prop: prop}
	terms := vals.byWords(c.folded(text), prefix)
	if v := vals.byKey(text); v != nil && !prefix {
		terms = v.terms
	}
	for _, t := range terms {
		l.terms = append(l.terms, leafTerm{term: l.prop.of(t)})
	}
	return c.add(l), true
}

func (c *compiler) folded(text string) []string {
	var out []string
	for _, w := range words(text) {
		out = append(out, c.analysis.german.Fold(w))
	}
	return out
}

// author needs every word of a name.
func (c *compiler) author(folded []string, prefix bool) op {
	var ops []op
	for i, w := range folded {
		l := &leaf{form: formKeywords, field: fieldKey, prop: propAuthor, terms: []leafTerm{{term: propAuthor.of(w)}}}
		if prefix && i == len(folded)-1 {
			l.form, l.text = formKeyPrefix, propAuthor.of(w)
		}
		ops = append(ops, c.add(l))
	}
	if len(ops) == 0 {
		return opAll{}
	}
	return join(ops)
}
