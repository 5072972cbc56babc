package analyzers

import (
	"bytes"

	"presseschau/analyzers/internal/compound"
	"presseschau/analyzers/internal/lexicon"
)

// component appends the lemma of a component to dst and notes its parts: in
// turn the lexicon, the compound's head and the form's end are asked.
func (a *Analyzer) component(ws *workspace, dst []byte, c *component, sp span) []byte {
	form := ws.letters.key[c.from:c.to]
	if c.clitic && len(form) > 2 {
		form = form[:len(form)-1]
	}
	switch {
	case c.plural:
		return append(dst, form[:len(form)-1]...)
	case c.acronym:
		return append(dst, form...)
	case c.digits:
		return a.numbered(ws, dst, form, c.upper)
	case c.gender > c.from:
		return a.gendered(ws, dst, c, sp)
	}
	if e := a.lexicon.Find(form); e != nil {
		if c.upper && !sp.opening && e.Flags&lexicon.Finite != 0 {
			c.source = FromEnding
			return a.unknown(dst, form, true) // Sparte is no form of sparen
		}
		return a.known(ws, dst, form, e, c, sp)
	}
	// Fuehrer is Führer, but only where the lexicon says so.
	spelling, respelled := respell(ws.spelling[:0], form)
	ws.spelling = spelling
	if respelled {
		if e := a.lexicon.Find(spelling); e != nil {
			return a.known(ws, dst, spelling, e, c, sp)
		}
	}
	if !c.upper || sp.opening {
		if out, ok := a.derived(dst, form, 0); ok {
			c.source = FromBase
			return out
		}
	}
	if out, ok := a.compounded(ws, dst, form, c); ok {
		return out
	}
	if respelled {
		if out, ok := a.compounded(ws, dst, spelling, c); ok {
			return out
		}
	}
	if sp.elliptic {
		if out, ok := a.modifierLemma(dst, form); ok {
			return out
		}
	}
	c.source = FromEnding
	return a.unknown(dst, form, c.upper)
}

// known appends the lemma of a form that the lexicon has.
func (a *Analyzer) known(ws *workspace, dst, form []byte, e *lexicon.Entry, c *component, sp span) []byte {
	c.source = FromLexicon
	rule, weak := readings(e, c.upper, sp.opening)
	if weak != lexicon.None {
		ws.trial = a.apply(ws.trial[:0], form, weak)
		ws.add(c.start, c.end, ws.trial)
	}
	if e.Flags&(lexicon.Simple|lexicon.Opaque) == 0 {
		a.open(ws, form, e, c)
	}
	return a.apply(dst, form, rule)
}

// compounded appends the lemma of a form by the head of the compound that it
// is; false if it is none.
func (a *Analyzer) compounded(ws *workspace, dst, form []byte, c *component) ([]byte, bool) {
	at := a.open(ws, form, nil, c)
	if at == 0 {
		return dst, false
	}
	c.source = FromHead
	start := len(dst) + at
	dst = append(dst, form[:at]...)
	head := form[at:]
	e := a.lexicon.Find(head)
	if e == nil {
		out, _ := a.headLemma(ws, dst, head, c.upper)
		return out, true
	}
	rule, weak := readings(e, c.upper, false)
	if weak != lexicon.None {
		ws.trial = append(ws.trial[:0], form[:at]...)
		ws.trial = a.lexicon.Rules[weak].Apply(ws.trial, head)
		ws.add(c.start, c.end, ws.trial)
	}
	return unmarked(a.apply(dst, head, rule), start), true
}

// unmarked takes the mark off the lemma that begins at a byte of dst: a word
// that is made with another has no homographs of its own.
func unmarked(dst []byte, at int) []byte {
	if i := bytes.IndexByte(dst[at:], lexicon.Mark); i > 0 {
		return dst[:at+i]
	}
	return dst
}

// headLemma appends the lemma of a compound's head, which may be a compound
// that the lexicon has only as such; false if it is no word.
func (a *Analyzer) headLemma(ws *workspace, dst, form []byte, upper bool) ([]byte, bool) {
	if e := a.lexicon.Find(form); e != nil {
		rule, _ := readings(e, upper, false)
		return a.apply(dst, form, rule), true
	}
	if a.lexicon.Parts.Find(form) == 0 {
		return dst, false
	}
	cuts, _ := a.splitter.Split(&ws.table, compound.Word{Form: form})
	if len(cuts) == 0 {
		return append(dst, form...), true
	}
	at := cuts[len(cuts)-1]
	dst = append(dst, form[:at]...)
	if e := a.lexicon.Find(form[at:]); e != nil {
		rule, _ := readings(e, upper, false)
		return a.apply(dst, form[at:], rule), true
	}
	return append(dst, form[at:]...), true
}

// modifierLemma appends the lemma of what stands before a compound's head,
// with its linking element.
func (a *Analyzer) modifierLemma(dst, form []byte) ([]byte, bool) {
	v := a.lexicon.Parts.Find(form)
	if v == 0 {
		return dst, false
	}
	seg := &a.lexicon.Segments[v-1]
	if seg.Modifier == lexicon.Never {
		return dst, false
	}
	return a.apply(dst, form, seg.Lemma), true
}

// readings chooses the rule of the likelier reading, and that of its related
// word, by the form's case.
func readings(e *lexicon.Entry, upper, opening bool) (rule, weak int) {
	if e.Upper == lexicon.None || e.Lower != lexicon.None && (!upper || opening && e.Flags&lexicon.LowerFirst != 0) {
		return e.Lower, e.LowerWeak
	}
	return e.Upper, e.UpperWeak
}

func (a *Analyzer) apply(dst, form []byte, rule int) []byte {
	if rule == lexicon.None {
		return append(dst, form...)
	}
	return a.lexicon.Rules[rule].Apply(dst, form)
}

func isName(e *lexicon.Entry) bool { return e.Flags&lexicon.Name != 0 }
