package analyzers

import (
	"bytes"

	"presseschau/analyzers/internal/lexicon"
)

// Limits of derivation.
const (
	maxPrefixes = 3 // of a verb: wieder+her+aus
	minVerbForm = 3 // bytes of what stands behind them
)

// derived appends the lemma of a verb, adjective or participle that the
// lexicon does not have, but whose base it has: aufschärfst is auf and
// schärfst, seltsamster of seltsam. False if it is none.
func (a *Analyzer) derived(dst, form []byte, depth int) ([]byte, bool) {
	if e := a.lexicon.Find(form); e != nil {
		if e.Flags&(lexicon.Verb|lexicon.Adjective) == 0 {
			return dst, false
		}
		return a.apply(dst, form, e.Lower), true
	}
	if out, ok := a.compared(dst, form); ok {
		return out, true
	}
	return a.prefixed(dst, form, depth)
}

// prefixed appends the lemma of a form by the verb behind its prefix, the
// longest that leaves one.
func (a *Analyzer) prefixed(dst, form []byte, depth int) ([]byte, bool) {
	if depth == maxPrefixes {
		return dst, false
	}
	var buf [8]int
	ends := a.prefixEnds(buf[:0], form)
	for i := len(ends) - 1; i >= 0; i-- {
		prefix, rest := form[:ends[i]], form[ends[i]:]
		if len(rest) < minVerbForm {
			continue
		}
		if infinitive, ok := bytes.CutPrefix(rest, []byte("zu")); ok && a.isInfinitive(infinitive) {
			rest = infinitive
		}
		start := len(dst)
		out, ok := a.derived(append(dst, prefix...), rest, depth+1)
		if ok {
			return unmarked(out, start), true
		}
		dst = out[:start]
	}
	return dst, false
}

// prefixEnds appends the ends of the prefixes of verbs that a form begins with,
// the shortest first.
func (a *Analyzer) prefixEnds(ends []int, form []byte) []int {
	node := lexicon.Node(0)
	for i, c := range form {
		next, ok := a.lexicon.Prefixes.Step(node, c)
		if !ok {
			break
		}
		if node = next; a.lexicon.Prefixes.Value(node) > 0 {
			ends = append(ends, i+1)
		}
	}
	return ends
}

// isInfinitive says whether the lexicon has a form as the infinitive of a verb.
func (a *Analyzer) isInfinitive(form []byte) bool {
	e := a.lexicon.Find(form)
	return e != nil && e.Flags&lexicon.Verb != 0 && a.lexicon.Rules[e.Lower].Cut == 0 && form[len(form)-1] == 'n'
}

// compared appends the lemma of a declined form, comparative or superlative of
// an adjective or participle that the lexicon has in its base form.
func (a *Analyzer) compared(dst, form []byte) ([]byte, bool) {
	for _, ending := range []string{"", "e", "em", "en", "er", "es"} {
		stem, ok := bytes.CutSuffix(form, []byte(ending))
		if !ok {
			continue
		}
		for _, degree := range []string{"", "er", "est", "st"} {
			base, ok := bytes.CutSuffix(stem, []byte(degree))
			if !ok || len(base) == len(form) || len(base) < minVerbForm {
				continue
			}
			if out, ok := a.base(dst, base); ok {
				return out, true
			}
		}
	}
	return dst, false
}

// base appends the lemma of an adjective or participle without an ending,
// which may have lost the e of its last syllable: seltn.
func (a *Analyzer) base(dst, form []byte) ([]byte, bool) {
	if out, ok := a.positive(dst, form); ok {
		return out, true
	}
	last := form[len(form)-1]
	if last != 'n' && last != 'r' && last != 'l' || isVowel(form[len(form)-2]) {
		return dst, false
	}
	start := len(dst)
	dst = append(append(dst, form[:len(form)-1]...), 'e', last)
	full := dst[start:]
	e := a.lexicon.Find(full)
	switch {
	case e == nil || e.Lower == lexicon.None:
		return dst[:start], false
	case e.Flags&lexicon.Adjective != 0 && a.lexicon.Rules[e.Lower].Cut == 0:
		return a.apply(dst[:start], full, e.Lower), true
	case e.Flags&lexicon.Verb != 0 && last == 'n' && !a.isInfinitive(full):
		return dst, true
	}
	return dst[:start], false
}

// positive appends the lemma of an adjective or participle in its base form.
func (a *Analyzer) positive(dst, form []byte) ([]byte, bool) {
	e := a.lexicon.Find(form)
	switch {
	case e == nil || e.Flags&(lexicon.Verb|lexicon.Adjective) == 0:
		return dst, false
	case e.Flags&lexicon.Verb != 0 && !isParticiple(form):
		return dst, false
	}
	if e.Flags&lexicon.Adjective != 0 {
		return a.apply(dst, form, e.Lower), true
	}
	return append(dst, form...), true // a participle stays as it is
}

// isParticiple says whether a form of a verb may be its participle.
func isParticiple(form []byte) bool {
	for _, ending := range []string{"t", "en", "nd"} {
		if bytes.HasSuffix(form, []byte(ending)) {
			return true
		}
	}
	return false
}
