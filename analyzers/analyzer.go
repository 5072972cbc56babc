package analyzers

import (
	_ "embed"
	"fmt"
	"hash/fnv"

	"presseschau/analyzers/internal/compound"
	"presseschau/analyzers/internal/lexicon"
)

//go:embed german.lex
var german []byte

// Analyzer analyses German. It is safe for concurrent use; each goroutine
// needs a Stream of its own.
type Analyzer struct {
	lexicon  *lexicon.Lexicon
	splitter *compound.Splitter
	version  string
}

// algorithm counts the changes of terms that the embedded data do not show.
const algorithm = "1"

// New reads the embedded lexicon.
func New() (*Analyzer, error) {
	lex, err := lexicon.Decode(german)
	if err != nil {
		return nil, fmt.Errorf("load German lexicon: %w", err)
	}
	sum := fnv.New64a()
	sum.Write(german)
	return &Analyzer{lexicon: lex, splitter: &compound.Splitter{Lexicon: lex}, version: fmt.Sprintf("%s-%016x", algorithm, sum.Sum64())}, nil
}

// Version changes whenever terms may: an index of another version must be
// built anew.
func (a *Analyzer) Version() string { return a.version }

// Analyze fills s.Tokens with the terms of text. Each word is a position with
// one Exact and one Lemma term, and any number of Parts. Text that is not
// valid UTF-8 is read as if it had blanks there.
func (a *Analyzer) Analyze(s *Stream, text string) {
	s.Tokens = s.Tokens[:0]
	s.words.trim()
	sc := scanner{text: text}
	position := 0
	for {
		sp, ok := sc.next()
		if !ok {
			return
		}
		w := a.look(s, text[sp.start:sp.end], sp)
		if w.count == 0 {
			continue // nothing of it is left after folding
		}
		position++
		s.emit(w, sp.start, position)
	}
}

// emit appends the terms of a word that starts at the given byte.
func (s *Stream) emit(w *cachedWord, start, position int) {
	c := &s.words
	for _, t := range c.terms[w.first : w.first+uint32(w.count)] {
		s.Tokens = append(s.Tokens, Token{
			Term:  c.arena[t.at : t.at+t.len : t.at+t.len],
			Start: start + int(t.start), End: start + int(t.end),
			Position: position, Kind: t.kind,
		})
	}
}

// look gives the word's terms from the stream's memory or analyses it.
func (a *Analyzer) look(s *Stream, word string, sp span) *cachedWord {
	var set setting
	if sp.opening {
		set |= inOpening
	}
	if sp.elliptic {
		set |= inEllipsis
	}
	if w, _ := s.words.find(word, set); w.count > 0 {
		return w
	}
	w := s.words.begin(word, set)
	a.word(s, w, word, sp)
	return w
}
