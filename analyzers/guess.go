package analyzers

import (
	"bytes"
	"unicode/utf8"
)

// numbered appends the lemma of a form with digits: 91jährige.
func (a *Analyzer) numbered(ws *workspace, dst, form []byte, upper bool) []byte {
	at := 0
	for at < len(form) && !isASCIILetter(form[at]) && form[at] < utf8.RuneSelf { // digits and the marks between them
		at++
	}
	dst = append(dst, form[:at]...)
	out, ok := a.headLemma(ws, dst, form[at:], upper)
	if !ok {
		return append(dst, form[at:]...)
	}
	return out
}

// gendered appends the lemma of Politiker:innen, which is that of Politiker,
// and notes Politikerin as a part. Behind "innen" a compound may go on.
func (a *Analyzer) gendered(ws *workspace, dst []byte, c *component, sp span) []byte {
	base, rest := ws.letters.key[c.from:c.gender], ws.letters.key[c.gender:c.to]
	end := c.end
	masculine := component{from: c.from, to: c.gender, start: c.start, end: end, upper: c.upper}
	ws.trial = append(append(ws.trial[:0], base...), "in"...)
	ws.add(c.start, end, ws.trial)
	if rest, ok := bytes.CutPrefix(rest, []byte("innen")); ok && len(rest) > 0 {
		ws.add(c.start, end, base)
		dst = append(append(dst, base...), "innen"...)
		out, ok := a.headLemma(ws, dst, rest, true)
		if !ok {
			return append(dst, rest...)
		}
		return out
	}
	if e := a.lexicon.Find(ws.trial); e != nil && e.UpperWeak >= 0 {
		return a.apply(dst, ws.trial, e.UpperWeak)
	}
	for _, ending := range []string{"", "e", "er"} {
		ws.term = append(append(ws.term[:0], base...), ending...)
		if e := a.lexicon.Find(ws.term); e != nil && e.Upper >= 0 {
			rule, _ := readings(e, true, false)
			return a.apply(dst, ws.term, rule)
		}
	}
	return a.component(ws, dst, &masculine, sp)
}

// respell writes ä for ae, ö for oe and ü for ue, unless another vowel or a q
// stands before (neue, Quelle); false if there is nothing to change. The
// length stays the same.
func respell(dst, form []byte) ([]byte, bool) {
	changed := false
	start := len(dst)
	dst = append(dst, form...)
	for i := start; i+1 < len(dst); i++ {
		if dst[i+1] != 'e' || !isUmlautBase(dst[i]) || i > start && isVowel(dst[i-1]) {
			continue
		}
		changed = true
		switch dst[i] {
		case 'a':
			copy(dst[i:], "ä")
		case 'o':
			copy(dst[i:], "ö")
		case 'u':
			copy(dst[i:], "ü")
		}
	}
	return dst, changed
}

func isVowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'q':
		return true
	}
	return false
}

// unknown appends the lemma of a form that the lexicon does not have, by its
// ending; a word in capitals may be a name and loses no more than a genitive.
func (a *Analyzer) unknown(dst, form []byte, upper bool) []byte {
	if len(form) < minGuessed {
		return append(dst, form...)
	}
	if !upper && form[len(form)-1] == 't' {
		if at := a.participleMark(form); at >= 0 {
			dst = append(dst, form[:at]...) // gepuzzelt is of puzzeln
			form = form[at+len("ge"):]
		}
	}
	return a.apply(dst, form, a.lexicon.Guess(form, upper))
}

// minGuessed is how many bytes a form has whose ending tells anything.
const minGuessed = 5

// participleMark gives the place of the ge- of a participle, at the beginning
// or behind a prefix, or -1.
func (a *Analyzer) participleMark(form []byte) int {
	var buf [8]int
	for _, at := range a.prefixEnds(append(buf[:0], 0), form) {
		if rest := form[at:]; len(rest) >= len("ge")+minGuessed && bytes.HasPrefix(rest, []byte("ge")) {
			return at
		}
	}
	return -1
}
