package index

import (
	api "github.com/blevesearch/bleve_index_api"
)

// keyword is a field of terms without frequencies, norms or positions. Its
// postings are both the filter of a value and the source of a column.
type keyword struct {
	name  string
	terms []string
	freqs api.TokenFrequencies
}

// Analyze makes the terms' entries.
func (k *keyword) Analyze() {
	k.freqs = make(api.TokenFrequencies, len(k.terms))
	for _, t := range k.terms {
		k.freqs[t] = &api.TokenFreq{Term: []byte(t)}
	}
}

func (k *keyword) Name() string                                   { return k.name }
func (k *keyword) Value() []byte                                  { return nil }
func (k *keyword) ArrayPositions() []uint64                       { return nil }
func (k *keyword) EncodedFieldType() byte                         { return 't' }
func (k *keyword) AnalyzedLength() int                            { return len(k.terms) }
func (k *keyword) AnalyzedTokenFrequencies() api.TokenFrequencies { return k.freqs }
func (k *keyword) NumPlainTextBytes() uint64                      { return 0 }
func (k *keyword) Options() api.FieldIndexingOptions {
	return api.IndexField | api.SkipFreqNorm
}

// identity is the document's id, the one stored field.
type identity struct {
	keyword
	id string
}

func newIdentity(id string) *identity {
	return &identity{keyword: keyword{name: "_id", terms: []string{id}}, id: id}
}

func (i *identity) Value() []byte { return []byte(i.id) }
func (i *identity) Options() api.FieldIndexingOptions {
	return api.IndexField | api.StoreField | api.SkipFreqNorm
}

// text is an analysed field with frequencies, its length and positions.
type text struct {
	name  string
	parts []passage
	an    *analysis

	freqs  api.TokenFrequencies
	length int
}

// passage is a stretch of a text field that has an origin and a weight.
type passage struct {
	origin string // fieldTitle, fieldLead, fieldBody
	text   string
	base   int // byte offset of text in the origin's whole text
	weight int
}

// Analyze runs the German analyzer. Scorch calls it from its workers.
func (t *text) Analyze() { t.freqs, t.length = t.an.frequencies(t.parts) }

func (t *text) Name() string                                   { return t.name }
func (t *text) Value() []byte                                  { return nil }
func (t *text) ArrayPositions() []uint64                       { return nil }
func (t *text) EncodedFieldType() byte                         { return 't' }
func (t *text) AnalyzedLength() int                            { return t.length }
func (t *text) AnalyzedTokenFrequencies() api.TokenFrequencies { return t.freqs }
func (t *text) Options() api.FieldIndexingOptions {
	return api.IndexField | api.IncludeTermVectors
}

func (t *text) NumPlainTextBytes() uint64 {
	n := 0
	for _, p := range t.parts {
		n += len(p.text)
	}
	return uint64(n)
}

// document is an article or a comment as scorch takes it.
type document struct {
	id     string
	fields []api.Field
	size   int
}

func (d *document) ID() string                               { return d.id }
func (d *document) Size() int                                { return d.size }
func (d *document) VisitComposite(api.CompositeFieldVisitor) {}
func (d *document) HasComposite() bool                       { return false }
func (d *document) NumPlainTextBytes() uint64                { return uint64(d.size) }
func (d *document) StoredFieldsBytes() uint64                { return 0 }
func (d *document) Indexed() bool                            { return true }
func (d *document) AddIDField()                              { d.fields = append(d.fields, newIdentity(d.id)) }

func (d *document) VisitFields(visit api.FieldVisitor) {
	for _, f := range d.fields {
		visit(f)
	}
}
