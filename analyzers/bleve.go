package analyzers

import (
	"fmt"
	"sync"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"
)

// Name is the name under which Bleve knows the analyzer.
const Name = "german_news"

// Register makes Bleve's registry know the analyzer under Name. Call it once
// per program, before the first index mapping is used.
func Register(a *Analyzer) error {
	build := func(map[string]any, *registry.Cache) (analysis.Analyzer, error) {
		return NewBleve(a), nil
	}
	if err := registry.RegisterAnalyzer(Name, build); err != nil {
		return fmt.Errorf("register analyzer %s: %w", Name, err)
	}
	return nil
}

// bleveAnalyzer gives the terms of all kinds in Bleve's form.
type bleveAnalyzer struct {
	analyzer *Analyzer
	streams  sync.Pool
}

// NewBleve adapts an Analyzer to Bleve. A term of kind Exact has no mark, a
// Lemma begins with [LemmaMark], a Part with [PartMark], so that one field
// holds them apart.
func NewBleve(a *Analyzer) analysis.Analyzer {
	return &bleveAnalyzer{analyzer: a, streams: sync.Pool{New: func() any { return new(Stream) }}}
}

// The first byte of terms that are not Exact; no folded form begins with it.
const (
	LemmaMark = '\x01'
	PartMark  = '\x02'
)

// Analyze gives the tokens of input; they do not share memory with it.
func (b *bleveAnalyzer) Analyze(input []byte) analysis.TokenStream {
	s := b.streams.Get().(*Stream)
	defer b.streams.Put(s)
	b.analyzer.Analyze(s, string(input))
	size := 0
	for i := range s.Tokens {
		size += len(s.Tokens[i].Term) + 1
	}
	terms := make([]byte, 0, size)
	tokens := make([]analysis.Token, len(s.Tokens))
	stream := make(analysis.TokenStream, len(s.Tokens))
	for i := range s.Tokens {
		t := &s.Tokens[i]
		begin := len(terms)
		terms = appendMarked(terms, t)
		tokens[i] = analysis.Token{
			Term: terms[begin:len(terms):len(terms)], Start: t.Start, End: t.End,
			Position: t.Position, Type: analysis.AlphaNumeric,
		}
		stream[i] = &tokens[i]
	}
	return stream
}

func appendMarked(dst []byte, t *Token) []byte {
	switch t.Kind {
	case Lemma:
		dst = append(dst, LemmaMark)
	case Part:
		dst = append(dst, PartMark)
	}
	return append(dst, t.Term...)
}
