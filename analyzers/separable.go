package analyzers

import (
	"slices"
	"strings"
	"unicode/utf8"

	"presseschau/analyzers/internal/lexicon"
)

// Limits of the search for a separated verb.
const (
	maxClause   = 25 // words between a verb and its particle
	maxParticle = 16 // bytes
)

// reunite looks whether the word just read, at [start, end) of the text, is
// the particle of a verb that stands before it in the clause, as in "trat am
// Montag zurück", and gives that verb the lemma of both as a part: zurücktreten.
// A particle is the last word of its clause, the verb is the first that makes
// a verb of the lexicon with it.
func (a *Analyzer) reunite(s *Stream, text string, start, end int) {
	if end-start > maxParticle || !endsClause(text[end:], end-start) {
		return
	}
	ws := &s.work
	ws.spelling = append(ws.spelling[:0], text[start:end]...)
	if a.lexicon.Prefixes.Find(ws.spelling) == 0 {
		return
	}
	next := start // of the word behind the one looked at
	verb := -1    // the first token of its word
	var lemma []byte
	for i, words := len(s.Tokens)-1, 0; i >= 0 && words < maxClause; i-- {
		t := &s.Tokens[i]
		if t.Kind != Exact || t.End > start {
			continue
		}
		if isClauseBreak(text[t.End:next]) {
			break
		}
		next = t.Start
		words++
		if out, ok := a.together(ws, text[t.Start:t.End], text[start:end]); ok {
			verb, lemma = i, out
		}
	}
	if verb >= 0 {
		s.addPart(verb, lemma)
	}
}

// together gives the folded infinitive of a finite verb and a particle, if the
// lexicon has it.
func (a *Analyzer) together(ws *workspace, verb, particle string) ([]byte, bool) {
	ws.letters.read(verb)
	e := a.lexicon.Find(ws.letters.key)
	if e == nil || e.Flags&lexicon.Verb == 0 {
		return nil, false
	}
	ws.trial = append(ws.trial[:0], particle...)
	ws.trial = unmarked(a.apply(ws.trial, ws.letters.key, e.Lower), 0)
	if !a.isInfinitive(ws.trial) {
		return nil, false
	}
	ws.term = a.apply(ws.term[:0], ws.trial, a.lexicon.Find(ws.trial).Lower)
	return appendFoldKey(nil, ws.term), true
}

// addPart adds a part of the length of the word that begins at a token.
func (s *Stream) addPart(at int, lemma []byte) {
	word := s.Tokens[at]
	end := at + 1
	for end < len(s.Tokens) && s.Tokens[end].Position == word.Position {
		end++
	}
	word.Term, word.Kind, word.Note = lemma, Part, nil
	s.Tokens = slices.Insert(s.Tokens, end, word)
}

// endsClause says whether a clause ends between a particle of the given length
// and the rest of the text. Before "und" short ones may be prepositions: "vor
// und nach der Wahl".
func endsClause(rest string, length int) bool {
	if len(rest) > 1 && rest[0] == ' ' && isASCIILetter(rest[1]) {
		return length > maxPreposition && (strings.HasPrefix(rest, " und ") || strings.HasPrefix(rest, " oder "))
	}
	r, n := utf8.DecodeRuneInString(strings.TrimLeft(rest, " \u00a0"))
	return n == 0 || r == '\n' || r == '\r' || strings.ContainsRune(clauseBreaks, r)
}

// maxPreposition is how many bytes a particle has that may be a preposition.
const maxPreposition = 5

// clauseBreaks are the marks that end a clause.
const clauseBreaks = ".,;:!?)(–—…"

// isClauseBreak says whether what stands between two words ends a clause.
func isClauseBreak(gap string) bool { return strings.ContainsAny(gap, clauseBreaks+"\n") }
