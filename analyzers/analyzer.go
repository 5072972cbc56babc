package analyzers

import (
	"crypto/sha256"
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"presseschau/analyzers/internal/compound"
	"presseschau/analyzers/internal/lexicon"
)

//go:embed german.lex
var german []byte

// Analyzer analyses German. It is safe for concurrent use; each goroutine
// needs a Stream of its own.
type Analyzer struct {
	lexicon    *lexicon.Lexicon
	splitter   *compound.Splitter
	confusions *confusions
	version    string
	streams    sync.Pool // of *Stream, for the words of queries
}

// algorithm counts the changes of terms that the embedded data do not show.
const algorithm = "7"

// New reads the embedded lexicon.
func New() (*Analyzer, error) {
	lex, err := lexicon.Decode(german)
	if err != nil {
		return nil, fmt.Errorf("load German lexicon: %w", err)
	}
	table, err := readConfusions(confusionTable)
	if err != nil {
		return nil, fmt.Errorf("read table of confusions: %w", err)
	}
	sum := sha256.Sum256(german)
	return &Analyzer{lexicon: lex, splitter: &compound.Splitter{Lexicon: lex}, confusions: table,
		version: fmt.Sprintf("%s-%x", algorithm, sum[:8])}, nil
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
		words := s.readAhead(&sc)
		if len(words) == 0 {
			return
		}
		for i := range words {
			w := &words[i]
			if position == 0 && len(strings.TrimSpace(text[w.end:])) == 0 {
				w.opening = false // a single word is no sentence
				w.setting, w.hash = s.words.key(text, w.span)
			}
			record := a.look(s, text[w.start:w.end], w)
			if record == nil {
				continue
			}
			position++
			s.emit(record, w.start, position)
			if w.class == classWord && !w.elliptic && position > 1 {
				a.reunite(s, text, w.start, w.end)
			}
		}
	}
}

// look gives the word's record from the stream's memory or analyses it; nil if
// nothing of it is left after folding.
func (a *Analyzer) look(s *Stream, word string, w *nextWord) []byte {
	record := s.words.find(word, w.setting, w.hash)
	if record == nil && a.word(&s.work, word, w.span) {
		record = s.words.young.put(word, w.hash, w.setting, s.work.terms, s.work.texts)
	}
	return record
}
