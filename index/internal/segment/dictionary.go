package segment

import (
	"errors"
	"fmt"

	"github.com/blevesearch/vellum"
)

// Dictionary finds the postings of a field's terms.
type Dictionary struct {
	fst       *vellum.FST
	postings  []byte
	positions bool
}

func (s *Segment) dictionary(field int) (*Dictionary, error) {
	p := s.footer.fields[field]
	fst, err := vellum.Load(s.data[p.dictionary:p.lengths])
	if err != nil {
		return nil, err
	}
	return &Dictionary{fst: fst, postings: s.data[p.postings:p.dictionary], positions: s.schema[field].Positions}, nil
}

// Get gives the postings of a term, nil if there is no such term.
func (d *Dictionary) Get(term string) (*Postings, error) {
	at, ok, err := d.fst.Get([]byte(term))
	if err != nil {
		return nil, fmt.Errorf("look up %q: %w", term, err)
	}
	if !ok {
		return nil, nil
	}
	return d.at(at)
}

func (d *Dictionary) at(at uint64) (*Postings, error) {
	if at >= uint64(len(d.postings)) {
		return nil, errPostings
	}
	return decode(d.postings[at:], d.positions)
}

// Terms is the number of terms.
func (d *Dictionary) Terms() int { return d.fst.Len() }

// Walk visits the terms from start up to end, which is not included, that an
// automaton accepts, in their order; nil accepts all, and an empty end is none.
// A term is good until visit returns. It ends with the first error of visit.
func (d *Dictionary) Walk(a vellum.Automaton, start, end string, visit func(Entry) error) error {
	var to []byte
	if end != "" {
		to = []byte(end)
	}
	if a == nil {
		a = &vellum.AlwaysMatch{}
	}
	it, err := d.fst.Search(a, []byte(start), to)
	for err == nil {
		term, at := it.Current()
		if err := visit(Entry{Term: term, dict: d, at: at}); err != nil {
			return err
		}
		err = it.Next()
	}
	if !errors.Is(err, vellum.ErrIteratorDone) {
		return fmt.Errorf("walk through terms: %w", err)
	}
	return nil
}

// Entry is a term of a dictionary.
type Entry struct {
	Term []byte
	dict *Dictionary
	at   uint64
}

// Postings reads the postings of the term.
func (e *Entry) Postings() (*Postings, error) { return e.dict.at(e.at) }

// AppendDocs adds the documents with the term, ascending, without the rest of
// its postings.
func (e *Entry) AppendDocs(to []uint32) ([]uint32, error) {
	if e.at >= uint64(len(e.dict.postings)) {
		return to, errPostings
	}
	return appendDocs(to, e.dict.postings[e.at:], e.dict.positions)
}

// Documents is the number of documents with the term.
func (e *Entry) Documents() int {
	if e.at >= uint64(len(e.dict.postings)) {
		return 0
	}
	n, _, err := number(e.dict.postings[e.at:])
	if err != nil {
		return 0
	}
	return int(n)
}
