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
		return &scratch{names: make(map[string]string), ids: make(map[string]int32)}
	}}}
}

// maxNames bounds the term strings that a worker remembers, some 20 MB.
const maxNames = 200_000

// scratch is a worker's memory between documents.
type scratch struct {
	stream analyzers.Stream
	names  map[string]string // terms seen before, so that each is allocated once
	ids    map[string]int32  // terms of this document
	terms  []string          // by id
	freq   []int32           // weighted frequency, by id
	count  []int32           // locations, by id
	occ    []occurrence
	buf    []byte
}

// occurrence is a term at a place.
type occurrence struct {
	id, passage     int32
	start, end, pos int32
}

// frequencies analyses the passages of one field. The length is the number of
// positions, weighted as the frequencies are.
func (a *analysis) frequencies(parts []passage) (api.TokenFrequencies, int) {
	s := a.scratch.Get().(*scratch)
	defer a.scratch.Put(s)
	s.reset()
	length, pos := 0, 0
	for i := range parts {
		a.german.Analyze(&s.stream, parts[i].text)
		words := s.collect(int32(i), &parts[i], pos)
		length += words * parts[i].weight
		pos += words + gap
	}
	return s.frequencies(parts), length
}

func (s *scratch) reset() {
	if len(s.names) > maxNames {
		clear(s.names)
	}
	clear(s.ids)
	s.terms, s.freq, s.count, s.occ = s.terms[:0], s.freq[:0], s.count[:0], s.occ[:0]
}

// collect notes the terms of a passage and returns the number of its positions.
func (s *scratch) collect(index int32, p *passage, pos int) (words int) {
	tokens := s.stream.Tokens
	for len(tokens) > 0 {
		n := 1
		for n < len(tokens) && tokens[n].Position == tokens[0].Position {
			n++
		}
		words = tokens[0].Position
		appendTerms(tokens[:n], func(mark byte, t *analyzers.Token) {
			id := s.id(mark, t.Term)
			s.freq[id] += int32(p.weight)
			s.count[id]++
			s.occ = append(s.occ, occurrence{id: id, passage: index,
				start: int32(p.base + t.Start), end: int32(p.base + t.End), pos: int32(pos + t.Position)})
		})
		tokens = tokens[n:]
	}
	return words
}

// id numbers the terms of a document.
func (s *scratch) id(mark byte, form []byte) int32 {
	s.buf = append(append(s.buf[:0], mark), form...)
	if id, ok := s.ids[string(s.buf)]; ok {
		return id
	}
	name, ok := s.names[string(s.buf)]
	if !ok {
		name = string(s.buf)
		s.names[name] = name
	}
	id := int32(len(s.terms))
	s.ids[name] = id
	s.terms = append(s.terms, name)
	s.freq = append(s.freq, 0)
	s.count = append(s.count, 0)
	return id
}

// frequencies lays the collected terms out in the form that scorch takes, in
// four allocations and a map.
func (s *scratch) frequencies(parts []passage) api.TokenFrequencies {
	out := make(api.TokenFrequencies, len(s.terms))
	freqs := make([]api.TokenFreq, len(s.terms))
	locs := make([]api.TokenLocation, len(s.occ))
	refs := make([]*api.TokenLocation, len(s.occ))
	next := 0
	for id, term := range s.terms {
		n := int(s.count[id])
		freqs[id].Term = []byte(term)
		freqs[id].SetFrequency(int(s.freq[id]))
		freqs[id].Locations = refs[next : next : next+n]
		out[term] = &freqs[id]
		next += n
	}
	for i, o := range s.occ {
		locs[i] = api.TokenLocation{Field: parts[o.passage].origin,
			Start: int(o.start), End: int(o.end), Position: int(o.pos)}
		tf := &freqs[o.id]
		tf.Locations = append(tf.Locations, &locs[i])
	}
	return out
}
