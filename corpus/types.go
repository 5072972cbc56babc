package corpus

import "strings"

// Article is one article of the archive with the comments of its readers. An
// empty string means that the source does not say; nothing is guessed.
type Article struct {
	ID            string    // stable: given by the source, else from the URL, else from the content
	Source        string    // "path" or "path#line", where it was read
	URL           string    //
	Outlet        string    // canonical name, "Deutsche Welle"
	Section       string    // "Politik"
	Kicker        string    // the line above the title (Dachzeile)
	Title         string    //
	Lead          string    // the paragraph that sums up (Vorspann)
	Published     Date      //
	PublishedFrom Origin    // how Published was found
	Updated       Date      //
	Authors       []string  // names or initials, in the order of the source
	Agencies      []string  // as the source writes them, in lower case: "dpa", "afp"
	Language      string    // BCP 47, "de"
	Body          []Block   // in reading order
	Comments      []Comment // in the order of the source
	CommentsTotal *int      // what the page says of their number, shown or not; nil: does not say
	Warnings      []string  // what a reader of the report should know, in English
}

// BlockKind tells the parts of a body apart.
type BlockKind string

// The kinds of a Block.
const (
	Paragraph BlockKind = "paragraph"
	Heading   BlockKind = "heading"
	ListItem  BlockKind = "listitem"
	Caption   BlockKind = "caption"
)

// Block is a paragraph, subheading, list item or picture caption of a body.
type Block struct {
	Kind   BlockKind
	Text   string
	Credit string // of a caption's picture: "picture alliance/dpa"
}

// Comment is a reader's comment below an article.
type Comment struct {
	N      int    // number within the article, from 1
	ID     string // the source's own, may be empty
	Author string //
	Date   Date   //
	Title  string //
	Text   string //
	Parent string // ID of the comment that it answers, may be empty
}

// Origin says where the date of an article was found.
type Origin string

// The origins of a date, from the most to the least certain.
const (
	FromMetadata  Origin = "metadata"
	FromDateline  Origin = "dateline"
	FromURL       Origin = "url"
	FromComments  Origin = "comments"  // the earliest comment
	FromCopyright Origin = "copyright" // year only
)

// ActorType tells persons, organisations and states apart.
type ActorType string

// The types of an Actor.
const (
	Person ActorType = "person"
	Org    ActorType = "org"
	State  ActorType = "state"
)

// Actor is a person, organisation or state under its canonical German name.
type Actor struct {
	ID   string // "person:wladimir-putin"
	Name string // "Wladimir Putin"
	Type ActorType
}

// Field names a text of an article or comment in which an actor is mentioned.
type Field string

// The fields of a Mention.
const (
	TitleField Field = "title" // Article.Headline, or Comment.Title
	LeadField  Field = "lead"  //
	BodyField  Field = "body"  // Article.BodyText, or Comment.Text
)

// Weight is what a mention in the field counts for when the actors of an
// article are ordered.
func (f Field) Weight() int {
	const inTitle, inLead, inBody = 4, 2, 1
	switch f {
	case TitleField:
		return inTitle
	case LeadField:
		return inLead
	}
	return inBody
}

// Mention is a place at which an actor is named.
type Mention struct {
	Actor   Actor
	Comment int   // 0: in the article itself, else Comment.N
	Field   Field // the text that Start and End count in
	Start   int   // byte offset of the first byte
	End     int   // byte offset behind the last byte
	Passing bool  // says little of what the text is about: part of a compound, or where somebody lives
}

// Weight is what the mention counts for when the actors of an article are
// ordered.
func (m *Mention) Weight() int {
	const inPassing = 4 // a fraction
	if m.Passing {
		return m.Field.Weight()
	}
	return inPassing * m.Field.Weight()
}

// BlockGap separates the blocks of a body in BodyText.
const BlockGap = "\n\n"

// Headline is kicker and title as one text, the title field of search.
func (a *Article) Headline() string {
	if a.Kicker == "" {
		return a.Title
	}
	return a.Kicker + BlockGap + a.Title
}

// BodyText is the searchable body: all blocks but captions, joined by
// BlockGap. Offsets of mentions and highlights count in it.
func (a *Article) BodyText() string {
	return a.join(func(b Block) bool { return b.Kind != Caption })
}

// CaptionText is the text of all captions, joined by BlockGap.
func (a *Article) CaptionText() string {
	return a.join(func(b Block) bool { return b.Kind == Caption })
}

func (a *Article) join(want func(Block) bool) string {
	size := 0
	for _, b := range a.Body {
		if want(b) {
			size += len(b.Text) + len(BlockGap)
		}
	}
	var sb strings.Builder
	sb.Grow(size)
	for _, b := range a.Body {
		if !want(b) {
			continue
		}
		if sb.Len() > 0 {
			sb.WriteString(BlockGap)
		}
		sb.WriteString(b.Text)
	}
	return sb.String()
}
