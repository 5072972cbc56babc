package analyzers

import (
	"bytes"
	"cmp"
	"slices"

	"presseschau/analyzers/internal/compound"
)

// workspace holds the buffers that the analysis of a word needs.
type workspace struct {
	letters  letters
	table    compound.Table
	folded   []byte // the folded form
	lemma    []byte // of the whole word, as the lexicon writes it
	trial    []byte // a lemma that is looked at
	term     []byte // folded lemma
	spelling []byte // the word with umlauts for ae, oe, ue
	parts    []part // of the word
	arena    []byte // their lemmas
	terms    []term // of the word, in their order
	texts    []byte // of the terms
}

// part is a lemma on its way to a term of kind Part.
type part struct {
	start, end int // bytes in the word
	from, to   int // of the lemma in the arena
	order      int // among parts of the same stretch
}

// term is a term of the word at hand.
type term struct {
	start, end int // bytes in the word
	from, to   int // of its text in workspace.texts
	kind       Kind
}

// word finds the terms of a word of the text; false if it has none.
func (a *Analyzer) word(ws *workspace, word string, sp span) bool {
	ws.folded = appendFold(ws.folded[:0], word)
	if len(ws.folded) == 0 {
		return false
	}
	ws.lemma, ws.parts, ws.arena = ws.lemma[:0], ws.parts[:0], ws.arena[:0]
	ws.terms, ws.texts = ws.terms[:0], ws.texts[:0]
	ws.letters.components = ws.letters.components[:0]
	if sp.class == classWord {
		ws.letters.read(word)
	}
	if len(ws.letters.components) > 0 {
		a.components(ws, sp)
	} else {
		a.special(ws, word, sp)
	}
	ws.emit(ws.folded, 0, len(word), Exact)
	ws.term = appendFoldKey(ws.term[:0], ws.lemma)
	if len(ws.term) == 0 {
		ws.term = append(ws.term, ws.folded...)
	}
	ws.emit(ws.term, 0, len(word), Lemma)
	if len(ws.parts) > 1 {
		slices.SortFunc(ws.parts, func(x, y part) int {
			return cmp.Or(cmp.Compare(x.start, y.start), cmp.Compare(x.end, y.end), cmp.Compare(x.order, y.order))
		})
	}
	for _, p := range ws.parts {
		ws.term = appendFoldKey(ws.term[:0], ws.arena[p.from:p.to])
		ws.emit(ws.term, p.start, p.end, Part)
	}
	return true
}

// emit adds a term, unless the word has it already for the same stretch or, as
// a Part of the whole word, as its lemma.
func (ws *workspace) emit(text []byte, start, end int, kind Kind) {
	if len(text) == 0 {
		return
	}
	for _, t := range ws.terms {
		same := t.kind == kind && t.start == start || kind == Part && t.kind == Lemma
		if same && bytes.Equal(ws.texts[t.from:t.to], text) {
			return
		}
	}
	from := len(ws.texts)
	ws.texts = append(ws.texts, text...)
	ws.terms = append(ws.terms, term{start, end, from, len(ws.texts), kind})
}

// components analyses the hyphenated parts of a word. The whole word's lemma
// is that of the last one behind the forms of the others, as in a compound.
func (a *Analyzer) components(ws *workspace, sp span) {
	l := &ws.letters
	last := len(l.components) - 1
	for i := range l.components {
		c := &l.components[i]
		if i < last {
			a.modifier(ws, c, sp)
			continue
		}
		ws.lemma = append(ws.lemma, l.key[:c.from]...)
		ws.lemma = a.component(ws, ws.lemma, c, sp)
		if last > 0 {
			ws.add(c.start, c.end, ws.lemma[c.from:])
			ws.parts[len(ws.parts)-1].order = -1       // before related words
			ws.add(c.start, c.end, l.key[c.from:c.to]) // the form: a phrase may begin with it
			ws.lemma = unmarked(ws.lemma, c.from)      // as of the word without hyphens
		}
	}
}

// modifier adds a component before a hyphen as a part.
func (a *Analyzer) modifier(ws *workspace, c *component, sp span) {
	form := ws.letters.key[c.from:c.to]
	if !c.acronym && !c.digits && c.gender == 0 && a.lexicon.Find(form) == nil {
		if lemma, ok := a.modifierLemma(ws.trial[:0], form); ok {
			ws.trial = lemma
			ws.add(c.start, c.end, lemma)
			return
		}
	}
	ws.trial = a.component(ws, ws.trial[:0], c, sp)
	ws.add(c.start, c.end, ws.trial)
}

// add notes a part of the word.
func (ws *workspace) add(start, end int, lemma []byte) {
	from := len(ws.arena)
	ws.arena = append(ws.arena, lemma...)
	ws.parts = append(ws.parts, part{start, end, from, len(ws.arena), len(ws.parts)})
}

// special analyses what is no word: numbers, addresses, abbreviations.
func (a *Analyzer) special(ws *workspace, word string, sp span) {
	ws.lemma = append(ws.lemma, ws.folded...)
	if sp.class == classLink {
		return
	}
	// A year or number within a date, a season or a section is looked for alone.
	for i := 0; i < len(word); {
		if !isDigit(word[i]) {
			i++
			continue
		}
		end := i
		for end < len(word) && isDigit(word[end]) {
			end++
		}
		whole := i == 0 && end == len(word)
		if !whole && (end-i == 4 || sp.class == classNumber && word[0] >= 0x80) {
			ws.trial = append(ws.trial[:0], word[i:end]...)
			ws.add(i, end, ws.trial)
		}
		i = end
	}
}
