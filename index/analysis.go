package index

import (
	"sync"

	"presseschau/analyzers"

	api "github.com/blevesearch/bleve_index_api"
)

// analysis turns passages into the frequencies that a segment is built from.
// It is safe for concurrent use.
type analysis struct {
	german  *analyzers.Analyzer
	scratch sync.Pool // of *scratch
}

func newAnalysis(german *analyzers.Analyzer) *analysis {
	return &analysis{german: german, scratch: sync.Pool{New: func() any {
		return &scratch{ids: make(map[string]int32)}
	}}}
}

// maxTerms bounds the terms that a worker remembers, some 30 MB.
const maxTerms = 200_000

// scratch is a worker's memory between documents. Terms keep their numbers from
// document to document, so that each is looked up once and allocated once.
type scratch struct {
	stream analyzers.Stream
	ids    map[string]int32 // number of a term
	terms  []term           // by number
	doc    int32            // number of the document at hand
	used   []int32          // numbers of its terms
	occ    []occurrence
	buf    []byte
}

// term is what a worker knows of a term.
type term struct {
	name  string
	bytes []byte // of name; shared by all documents, never written to
	doc   int32  // the document that the rest is about
	slot  int32  // place in used
	freq  int32  // weighted
	count int32  // locations
}

// occurrence is a term at a place.
type occurrence struct {
	slot, passage   int32
	start, end, pos int32
}

// frequencies analyses the passages of one field. The length is the number of
// positions, weighted as the frequencies are.
func (a *analysis) frequencies(parts []passage) (api.TokenFrequencies, int) {
	s := a.scratch.Get().(*scratch)
	defer a.scratch.Put(s)
	s.begin()
	length, pos := 0, 0
	for i := range parts {
		a.german.Analyze(&s.stream, parts[i].text)
		words := s.collect(a, int32(i), &parts[i], pos)
		length += words * parts[i].weight
		pos += words + gap
	}
	return s.frequencies(parts), length
}

func (s *scratch) begin() {
	if len(s.terms) > maxTerms {
		clear(s.ids)
		s.terms = s.terms[:0]
	}
	s.doc++
	s.used, s.occ = s.used[:0], s.occ[:0]
}

// collect notes the terms of a passage and returns the number of its positions.
func (s *scratch) collect(a *analysis, index int32, p *passage, pos int) (words int) {
	tokens := s.stream.Tokens
	for len(tokens) > 0 {
		n := 1
		for n < len(tokens) && tokens[n].Position == tokens[0].Position {
			n++
		}
		words = tokens[0].Position
		wordEnd := tokens[0].End
		appendTerms(tokens[:n], func(mark byte, t *analyzers.Token) {
			s.note(mark, t, index, p, pos)
			if mark == markPart && a.isTail(p.text, t, wordEnd) {
				s.note(markTail, t, index, p, pos)
			}
		})
		tokens = tokens[n:]
	}
	return words
}

// note adds an occurrence of a term.
func (s *scratch) note(mark byte, t *analyzers.Token, index int32, p *passage, pos int) {
	x := s.term(mark, t.Term)
	x.freq += int32(p.weight)
	x.count++
	s.occ = append(s.occ, occurrence{slot: x.slot, passage: index,
		start: int32(p.base + t.Start), end: int32(p.base + t.End), pos: int32(pos + t.Position)})
}

// term finds what is known of a term. The pointer is good until the next call.
func (s *scratch) term(mark byte, form []byte) *term {
	s.buf = append(append(s.buf[:0], form...), mark)
	id, ok := s.ids[string(s.buf)]
	if !ok {
		id = int32(len(s.terms))
		name := string(s.buf)
		s.ids[name] = id
		s.terms = append(s.terms, term{name: name, bytes: []byte(name)})
	}
	x := &s.terms[id]
	if x.doc != s.doc {
		x.doc, x.slot, x.freq, x.count = s.doc, int32(len(s.used)), 0, 0
		s.used = append(s.used, id)
	}
	return x
}

// frequencies lays the collected terms out in the form that scorch takes, in
// three allocations and a map.
func (s *scratch) frequencies(parts []passage) api.TokenFrequencies {
	out := make(api.TokenFrequencies, len(s.used))
	freqs := make([]api.TokenFreq, len(s.used))
	locs := make([]api.TokenLocation, len(s.occ))
	refs := make([]*api.TokenLocation, len(s.occ))
	next := 0
	for slot, id := range s.used {
		x := &s.terms[id]
		n := int(x.count)
		freqs[slot].Term = x.bytes
		freqs[slot].SetFrequency(int(x.freq))
		freqs[slot].Locations = refs[next : next : next+n]
		out[x.name] = &freqs[slot]
		next += n
	}
	for i, o := range s.occ {
		locs[i] = api.TokenLocation{Field: parts[o.passage].origin,
			Start: int(o.start), End: int(o.end), Position: int(o.pos)}
		tf := &freqs[o.slot]
		tf.Locations = append(tf.Locations, &locs[i])
	}
	return out
}
