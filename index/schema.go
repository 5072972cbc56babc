package index

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"

	"presseschau/index/internal/segment"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
)

// format changes with every change of fields, terms or weights below, so that
// an index of an older form is rebuilt instead of being misread.
const format = 6

// The fields of a Bleve document. A document is an article or one comment.
const (
	fieldText    = "text"    // title, lead and body of an article; title and text of a comment
	fieldTitle   = "title"   // title alone
	fieldCaption = "caption" // captions of pictures
	fieldKey     = "key"     // properties, each term a property and its value
)

// The numbers of the fields in the schema.
const (
	textNumber = iota
	titleNumber
	captionNumber
	keyNumber
	textFields = keyNumber // fields that have words
)

// numberOf gives the number of a text field.
func numberOf(field string) int {
	switch field {
	case fieldTitle:
		return titleNumber
	case fieldCaption:
		return captionNumber
	}
	return textNumber
}

// schema is the fields of a segment.
func schema() segment.Schema {
	return segment.Schema{{Name: fieldText, Positions: true}, {Name: fieldTitle, Positions: true},
		{Name: fieldCaption, Positions: true}, {Name: fieldKey}}
}

// scorch asks for the format of segments in a table that must be filled before
// main runs.
func init() { scorch.RegisterSegmentPlugin(segment.NewPlugin(schema(), byPlace), false) }

// property is the first byte of a term of fieldKey. One field for all of them
// is built three times faster than ten of one term each.
type property byte

const (
	propKind   property = 'k' // kindArticle or kindComment
	propOutlet property = 'o' // facet
	propActor  property = 'a' // facet, "id\tname"
	propAgency property = 'g' // facet
	propYear   property = 'y' // facet
	propTongue property = 'l' // facet, language
	propDay    property = 'd' // ISO 8601 day, month or year
	propMinute property = 'm' // minute of the day, so that newest sorts within a day
	propGroup  property = 'v' // label of a group of versions, of articles that are in one
	propAuthor property = 'w' // a folded word of a writer's name
)

// of is the term of a value.
func (p property) of(value string) string { return string(byte(p)) + value }

const (
	kindArticle = "a"
	kindComment = "c"
)

// missing is the keyword of a property that the source does not give. It is
// what search.None selects.
const missing = "\x00"

// Weights of a field's words in the term frequencies and the length of text
// (BM25F with weights applied before saturation: Robertson, Zaragoza, Taylor,
// "Simple BM25 extension to multiple weighted fields", CIKM 2004).
const (
	titleWeight = 3
	leadWeight  = 2
	bodyWeight  = 1
)

// gap is the distance of positions between two blocks, wider than any
// proximity, so that no phrase spans them.
const gap = 100

// generationName names the generation that this program builds: a hash of
// everything that decides what terms an index holds.
func generationName(analyzer string) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%d|%d|%d|%d|%d|%s", format, segment.Version, titleWeight, leadWeight, gap, analyzer))
	return "gen-" + hex.EncodeToString(sum[:6])
}

// staticMapping keeps Bleve from indexing anything by itself: documents come
// with their fields already analysed.
func staticMapping() mapping.IndexMapping {
	m := bleve.NewIndexMapping()
	m.DefaultMapping = bleve.NewDocumentStaticMapping()
	m.StoreDynamic, m.IndexDynamic, m.DocValuesDynamic = false, false, false
	return m
}

// lockTimeout bounds how long opening waits for another process that has the
// index open.
const lockTimeout = time.Second

// storeConfig is scorch's configuration.
func storeConfig() map[string]any {
	return map[string]any{
		"bolt_timeout":        lockTimeout.String(),
		"numSnapshotsToKeep":  1,
		"forceSegmentType":    segment.Type,
		"forceSegmentVersion": segment.Version,
	}
}
