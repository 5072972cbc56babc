package analyzers

import (
	"bytes"
	"slices"

	"presseschau/analyzers/internal/compound"
	"presseschau/analyzers/internal/lexicon"
)

// open notes the parts of a compound: its segments, neighbours of them that
// are a word together, and the segments of segments. It gives where the head
// begins, 0 for no compound.
func (a *Analyzer) open(ws *workspace, form []byte, e *lexicon.Entry, c *component) int {
	var buf [maxSegments + 1]int
	bounds := a.bounds(ws, &buf, compound.Word{Form: form, Entry: e, Case: c.letterCase()})
	n := len(bounds) - 1
	if n == 1 {
		return 0
	}
	for i := range n {
		for j := i + 1; j <= n; j++ {
			if i > 0 || j < n {
				a.segment(ws, form, bounds[i], bounds[j], c)
			}
		}
	}
	if unknown := form[:bounds[1]]; a.lexicon.Parts.Find(unknown) == 0 {
		start, end := ws.letters.offsets(c.from, c.from+bounds[1], c)
		ws.add(start, end, unknown)
	}
	for i := range n {
		a.reopen(ws, form, bounds[i:], c)
	}
	return bounds[n-1]
}

// reopen notes the parts of the segment between the first two bounds, if it is
// itself a compound, and the words that its parts make with the next segment:
// Bundesverfassungs|gericht has Verfassungsgericht.
func (a *Analyzer) reopen(ws *workspace, form []byte, outer []int, c *component) {
	from, to := outer[0], outer[1]
	inner := form[from:to]
	if a.isOpaque(ws, inner) {
		return
	}
	stem := a.unlinked(ws, inner)
	var buf [maxSegments + 1]int
	bounds := a.bounds(ws, &buf, compound.Word{Form: stem, Entry: a.lexicon.Find(stem)})
	if len(bounds) == 2 {
		return
	}
	bounds[len(bounds)-1] = len(inner)
	for i, end := range bounds[1:] {
		a.segment(ws, form, from+bounds[i], from+end, c)
		if i > 0 && len(outer) > 2 {
			a.segment(ws, form, from+bounds[i], outer[2], c)
		}
	}
}

// unlinked gives a segment without its linking element, if it has one: no word
// ends in Versicherungs, the head of Rentenversicherungs.
func (a *Analyzer) unlinked(ws *workspace, segment []byte) []byte {
	if a.lexicon.Find(segment) != nil {
		return segment
	}
	lemma, ok := a.modifierLemma(ws.trial[:0], segment)
	ws.trial = lemma
	if ok && bytes.HasPrefix(segment, lemma) {
		return segment[:len(lemma)]
	}
	return segment
}

// maxSegments is how many segments of a compound become parts.
const maxSegments = 8

// bounds gives the bounds of a form's segments, its own ends included, in buf.
// Segments that are an opaque compound together count as one, so that
// Haushaltssperre has neither Haus nor Halt.
func (a *Analyzer) bounds(ws *workspace, buf *[maxSegments + 1]int, w compound.Word) []int {
	form := w.Form
	cuts, _ := a.splitter.Split(&ws.table, w)
	n := 1 + copy(buf[1:maxSegments], cuts)
	buf[n] = len(form)
	bounds := buf[:n+1]
	for i := 0; i < len(bounds)-2; i++ {
		for j := len(bounds) - 1; j > i+1; j-- {
			if whole := i == 0 && j == len(bounds)-1; !whole && a.isOpaque(ws, form[bounds[i]:bounds[j]]) {
				bounds = slices.Delete(bounds, i+1, j)
				break
			}
		}
	}
	return bounds
}

// isOpaque says whether a segment, maybe with a linking element, is a compound
// that is not about its parts.
func (a *Analyzer) isOpaque(ws *workspace, form []byte) bool {
	if e := a.lexicon.Find(form); e != nil && e.Flags&lexicon.Opaque != 0 {
		return true
	}
	lemma, ok := a.modifierLemma(ws.trial[:0], form)
	ws.trial = lemma
	if !ok {
		return false
	}
	e := a.lexicon.Find(lemma)
	return e != nil && e.Flags&lexicon.Opaque != 0
}

// segment notes a stretch of a compound as a part if it is a word.
func (a *Analyzer) segment(ws *workspace, form []byte, from, to int, c *component) {
	ok := false
	if to < len(form) {
		ws.trial, ok = a.modifierLemma(ws.trial[:0], form[from:to])
	}
	if !ok {
		ws.trial, ok = a.headLemma(ws, ws.trial[:0], form[from:to], c.upper)
	}
	if ok {
		start, end := ws.letters.offsets(c.from+from, c.from+to, c)
		ws.add(start, end, ws.trial)
	}
}
