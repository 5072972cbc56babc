package index

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/mapping"
)

// format changes with every change of fields, terms or weights below, so that
// an index of an older form is rebuilt instead of being misread.
const format = 3

// The fields of a Bleve document. A document is an article or one comment.
const (
	fieldText    = "text"    // title, lead and body of an article; title and text of a comment
	fieldTitle   = "title"   // title alone
	fieldLead    = "lead"    // has no terms: names the origin of a location in text
	fieldBody    = "body"    // likewise
	fieldCaption = "caption" // captions of pictures
	fieldKey     = "key"     // properties, each term a property and its value
)

// property is the first byte of a term of fieldKey. One field for all of them
// is built three times faster than ten of one term each.
type property byte

const (
	propKind    property = 'k' // kindArticle or kindComment
	propArticle property = 'i' // id of the article, of both kinds of documents
	propOutlet  property = 'o' // facet
	propActor   property = 'a' // facet, "id\tname"
	propAgency  property = 'g' // facet
	propYear    property = 'y' // facet
	propDay     property = 'd' // ISO 8601 day, month or year
	propMinute  property = 'm' // minute of the day, so that newest sorts within a day
	propLength  property = 'n' // weighted length of text, rounded to lengthBits
	propAuthor  property = 'w' // a folded word of a writer's name
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
	sum := sha256.Sum256(fmt.Appendf(nil, "%d|%d|%d|%d|%s", format, titleWeight, leadWeight, gap, analyzer))
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
		"bolt_timeout":       lockTimeout.String(),
		"numSnapshotsToKeep": 1,
	}
}
