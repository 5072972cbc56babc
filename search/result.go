package search

import "presseschau/corpus"

// Result is the answer to a Request.
type Result struct {
	Query      QueryInfo
	Total      int // articles that match, or comments; exact
	Pageable   int // hits on all pages, exact: Total, less what Request.Group folds
	Hits       []Hit
	Facets     []FacetResult // in the order asked for
	Drops      []Drop        // when Total is 0: what fewer conditions would find
	NextCursor string        // "" on the last page
	Index      IndexInfo
}

// QueryInfo says how the query was understood.
type QueryInfo struct {
	Text       string
	Parsed     string // the syntax tree, printed
	Relaxed    Match  // MatchMost if nothing had all words, else ""
	Suggestion string // a better query, or ""
	Warnings   []string
}

// IndexInfo says what was searched.
type IndexInfo struct {
	Generation string
	Articles   int
	Comments   int
}

// Hit is an article; in InComments it is a comment (Comments has just that
// one) with the head of its article.
type Hit struct {
	ID        string // of the article
	Score     float64
	Title     string
	Kicker    string
	Outlet    string
	Section   string
	Date      corpus.Date // of the article
	Authors   []string
	Agencies  []string
	Language  string         // of the article, as BCP 47 has it; "" if unknown
	Actors    []corpus.Actor // most important first
	TitleMark Snippet        // headline with marks
	Body      []Snippet      // best passages of lead and body
	Comments  CommentHits
	Versions  *Versions // of the article, itself among them; nil if there is no other
	// Explanation says how Score came about; nil if that was not asked for, or
	// if the order is not by relevance.
	Explanation *Explanation
}

// Versions are articles that are alike: agency copies, updates, reprints.
type Versions struct {
	Total    int       // in the archive
	Matching int       // hits that this one stands for, itself among them; 0 if Request.Group is not set
	Outlets  []string  // that carried one, the earliest first; at most 100
	List     []Version // the earliest first, those without a date last; perhaps not all
}

// Version is one of the articles that are alike.
type Version struct {
	ID     string
	Title  string
	Outlet string
	Date   corpus.Date
	First  bool // no other one with a date is certain to be earlier
}

// Explanation says how a value came about: as the description says, of the
// values of the details.
type Explanation struct {
	Value       float64
	Description string // in English
	Details     []Explanation
}

// CommentHits are the comments of an article that match.
type CommentHits struct {
	Total    int // comments of the article in the archive
	Matching int
	Hits     []CommentHit // the best few
}

// CommentHit is a comment that matches.
type CommentHit struct {
	N      int
	Author string
	Date   corpus.Date
	Title  string
	// TitleMark is the title with marks.
	TitleMark Snippet
	Text      Snippet
}

// Snippet is a passage with the places to be marked.
type Snippet struct {
	Text  string // plain
	Marks []Mark // ascending, not overlapping
	Head  bool   // the passage begins where the text does
	Tail  bool   // the passage ends where the text does
}

// Mark is a stretch of bytes [Start, End) to be marked.
type Mark struct{ Start, End int }

// FacetResult counts the hits by the values of a facet. The counts ignore the
// facet's own filter.
type FacetResult struct {
	Facet    Facet
	Values   []FacetValue // by falling count, years ascending; selected ones are always there
	Distinct int          // values with a hit
	Missing  int          // hits for which the property is unknown
	Other    int          // hits counted under values that are not listed
}

// FacetValue is a value of a facet with its hits.
type FacetValue struct {
	Value    string
	Label    string
	Type     corpus.ActorType // of an actor, else ""
	Count    int
	Selected bool
	Excluded bool
}

// Drop is a filter or condition without which there would be hits.
type Drop struct {
	Facet Facet  // "" if it is not a facet's
	Value string // of the facet; or "query", "date", "scope"
	Label string
	Total int // hits without it
}

// Document is an article with the places that a query marks in it.
type Document struct {
	Article *corpus.Article
	Actors  []corpus.Actor // most important first
	Marks   DocumentMarks
	// Versions of the article, itself among them; nil if there is no other.
	Versions *Versions
	// Mentions are the places at which actors are named.
	Mentions []corpus.Mention
}

// DocumentMarks are the marks in the texts of a document.
type DocumentMarks struct {
	Headline []Mark         // in Article.Headline
	Lead     []Mark         // in Article.Lead
	Body     []Mark         // in Article.BodyText
	Captions []Mark         // in Article.CaptionText
	Titles   map[int][]Mark // in Comment.Title, by Comment.N
	Comments map[int][]Mark // in Comment.Text, by Comment.N
}
