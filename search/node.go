package search

// Node is a part of a query's syntax tree. The tree that Parse returns is
// normalised: And and Or have at least two children and none of their own
// kind, a Not is never a child of a Not.
type Node interface {
	node()
	// String prints the node in the query language.
	String() string
}

// Field says where a term is searched.
type Field string

// The fields of the query language. Their German names are titel, text,
// kommentar, bild, autor, outlet, akteur, agentur, sprache, jahr and datum.
const (
	AnyField      Field = ""        // title, lead, body and comments, as the request's scope allows
	TitleField    Field = "title"   // kicker and title, a comment's heading
	TextField     Field = "text"    // title, lead and body of articles
	CommentField  Field = "comment" // heading and text of comments
	CaptionField  Field = "caption" // captions of pictures, searched by this field alone
	AuthorField   Field = "author"  // writers of articles and comments
	OutletField   Field = "outlet"
	ActorField    Field = "actor"
	AgencyField   Field = "agency"
	LanguageField Field = "language"
	YearField     Field = "year"
	DateField     Field = "date"
)

// And matches what all of its nodes match.
type And struct{ Nodes []Node }

// Or matches what any of its nodes matches.
type Or struct{ Nodes []Node }

// Not matches what its node does not.
type Not struct{ Node Node }

// All matches every document. It is the tree of an empty query.
type All struct{}

// Word is a word to be found in any of its inflected forms, and as a part of
// compounds.
type Word struct {
	Field Field
	Text  string
}

// Exact is a word to be found in this very form: =Häuser.
type Exact struct {
	Field Field
	Text  string
}

// Phrase is a sequence of word forms. With Slop > 0 the words may stand in any
// order within a stretch that holds at most Slop other words.
type Phrase struct {
	Field Field
	Text  string // as written between the quotation marks
	Slop  int    // 0: exactly as written
}

// Prefix is the beginning of a word form: präs*.
type Prefix struct {
	Field Field
	Text  string // without the star, at least MinPrefix letters
}

// Fuzzy is a word form that may differ by a letter or two: Mueller~.
type Fuzzy struct {
	Field Field
	Text  string // at least MinFuzzy letters
}

// Range is a range of dates: jahr:2015..2017, datum:2015-09..2016-02. From and
// To are ISO 8601 prefixes (year, month or day), both inclusive; an empty one
// is open. A single date has From equal to To.
type Range struct {
	Field Field // YearField or DateField
	From  string
	To    string
}

func (And) node()    {}
func (Or) node()     {}
func (Not) node()    {}
func (All) node()    {}
func (Word) node()   {}
func (Exact) node()  {}
func (Phrase) node() {}
func (Prefix) node() {}
func (Fuzzy) node()  {}
func (Range) node()  {}
