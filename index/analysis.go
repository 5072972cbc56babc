package index

import (
	"encoding/binary"
	"log/slog"
	"slices"
	"sync"

	"presseschau/analyzers"
	"presseschau/index/internal/segment"
)

// analysis turns the texts of documents into terms. It is safe for concurrent
// use.
type analysis struct {
	german  *analyzers.Analyzer
	log     *slog.Logger
	streams sync.Pool // of *stream
}

// stream is a worker's memory between documents.
type stream struct {
	analyzers.Stream
	term   []byte
	layout layoutWriter
}

func newAnalysis(german *analyzers.Analyzer, log *slog.Logger) *analysis {
	return &analysis{german: german, log: log, streams: sync.Pool{New: func() any { return new(stream) }}}
}

// build adds a document to a segment.
func (a *analysis) build(b *segment.Builder, d *document) {
	b.Document(d.id)
	for _, k := range d.keys {
		b.Add(keyNumber, []byte(k), 0, 0)
	}
	s := a.streams.Get().(*stream)
	s.layout.reset()
	for _, t := range d.texts {
		if !a.guarded(d.id, func() { a.buildText(b, s, d, &t) }) {
			b.Store([]byte{0}) // a layout without passages: nothing will be marked
			return             // with the words found so far; s is of no more use
		}
	}
	b.Store(s.layout.bytes())
	a.streams.Put(s)
}

// guarded keeps a mistake in the analysis of one text from ending the program:
// it would do so at each start, when the index catches up.
func (a *analysis) guarded(id string, analyse func()) (ok bool) {
	defer func() {
		if r := recover(); r != nil {
			a.log.Error("words of a document are missing in the index by a mistake of this program; please report it",
				"document", id, "error", r)
		}
	}()
	analyse()
	return true
}

// buildText adds the terms of a text. Its length is the number of its words,
// weighted as their frequencies are.
func (a *analysis) buildText(b *segment.Builder, s *stream, d *document, t *text) {
	length, base := 0, 0
	if t.field != titleNumber { // its words stand in text as well
		s.layout.field(len(t.parts))
	}
	for i := range t.parts {
		p := &t.parts[i]
		a.german.Analyze(&s.Stream, p.text)
		if d.plain {
			s.Tokens = asTheyStand(s.Tokens)
		}
		words := s.addWords(a, b, t.field, p, base)
		length += words * p.weight
		base += words + gap
		if t.field != titleNumber {
			s.layout.passage(p, s.Tokens, words)
		}
	}
	b.SetLength(t.field, length)
}

// asTheyStand leaves the words of a text that is not German: they have no lemma
// and no parts.
func asTheyStand(tokens []analyzers.Token) []analyzers.Token {
	return slices.DeleteFunc(tokens, func(t analyzers.Token) bool { return t.Kind != analyzers.Exact })
}

// addWords adds the terms of a passage and returns the number of its words.
func (s *stream) addWords(a *analysis, b *segment.Builder, field int, p *passage, base int) (words int) {
	tokens := s.Tokens
	for len(tokens) > 0 {
		n := 1
		for n < len(tokens) && tokens[n].Position == tokens[0].Position {
			n++
		}
		words = tokens[0].Position
		wordEnd := tokens[0].End
		appendTerms(tokens[:n], func(mark byte, t *analyzers.Token) {
			s.addTerm(b, field, mark, t, base+words, p.weight)
			if mark == markPart && a.isTail(p.text, t, wordEnd) {
				b.Add(field, append(append(s.term[:0], t.Term...), markTail), base+words, p.weight)
			}
		})
		tokens = tokens[n:]
	}
	return words
}

// addTerm adds a term. The words of running texts remember where the segment
// has theirs, so that the segment need not look for them.
func (s *stream) addTerm(b *segment.Builder, field int, mark byte, t *analyzers.Token, position, weight int) {
	stamp := b.Serial()<<markBits | uint32(mark)
	if t.Note != nil && binary.LittleEndian.Uint32(t.Note[:]) == stamp && field == textNumber {
		b.Again(segment.Term(binary.LittleEndian.Uint32(t.Note[termAt:])), position, weight)
		return
	}
	s.term = append(append(s.term[:0], t.Term...), mark)
	term := b.Add(field, s.term, position, weight)
	if t.Note != nil && field == textNumber {
		binary.LittleEndian.PutUint32(t.Note[:], stamp)
		binary.LittleEndian.PutUint32(t.Note[termAt:], uint32(term))
	}
}

// A note is the segment's serial number with the mark, 4 bytes, and the term, 4
// bytes.
const (
	markBits = 3 // 500 million segments have different numbers above them
	termAt   = 4
)
