package index

import (
	"presseschau/index/internal/segment"

	api "github.com/blevesearch/bleve_index_api"
)

// text is a field whose words are terms with positions.
type text struct {
	field int // number in the schema
	parts []passage
}

// passage is a stretch of a text field that has an origin and a weight.
type passage struct {
	origin origin
	text   string
	base   int // byte offset of text in the origin's whole text
	weight int
}

// origin is the text of a document that a passage belongs to.
type origin uint8

const (
	fromTitle origin = iota
	fromLead
	fromBody
	fromCaption
	origins // number of them
)

// document is an article or a comment as scorch takes it. It brings itself into
// a segment; Bleve's analysis is not used.
type document struct {
	id    string
	place int // in the batch
	an    *analysis
	texts []text
	keys  []string
	plain bool // not German: its words are searched as they stand
	size  int  // of the texts, in bytes
}

// Build puts the document into a segment: its words, their places, its keys.
func (d *document) Build(b *segment.Builder) { d.an.build(b, d) }

// The rest is what scorch asks of a document. Fields are not told, or Bleve
// would analyse them.

func (d *document) ID() string                               { return d.id }
func (d *document) Size() int                                { return d.size }
func (d *document) VisitFields(api.FieldVisitor)             {}
func (d *document) VisitComposite(api.CompositeFieldVisitor) {}
func (d *document) HasComposite() bool                       { return false }
func (d *document) NumPlainTextBytes() uint64                { return uint64(d.size) }
func (d *document) StoredFieldsBytes() uint64                { return 0 }
func (d *document) Indexed() bool                            { return true }
func (d *document) AddIDField()                              {}

// byPlace orders the documents of a batch as they were in the archive, so that
// the comments of an article follow it.
func byPlace(a, b api.Document) int {
	x, ok := a.(*document)
	y, also := b.(*document)
	if !ok || !also {
		return 0
	}
	return x.place - y.place
}
