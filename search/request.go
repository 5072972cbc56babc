package search

// Limits of a request. Exceeding one is a SyntaxError or ParamError that names it.
const (
	MaxQueryRunes  = 1000  // characters of a query
	MaxTerms       = 32    // words, phrases, prefixes … of a query; a phrase counts each of its words
	MaxPatterns    = 4     // words with * or ~ of a query, each of which stands for many
	MaxDepth       = 20    // nested parentheses
	MinPrefix      = 3     // letters before the star of a prefix
	MinFuzzy       = 3     // letters before the tilde of a fuzzy word, or nearly every short word is like it
	MaxFuzzy       = 40    // letters before the tilde; the automaton grows with them
	MaxSlop        = 50    // words between those of a proximity phrase
	DefaultSize    = 20    // hits of a page
	MaxSize        = 100   // hits of a page
	MaxWindow      = 10000 // page × size; beyond it the cursor
	MaxValues      = 100   // values of all filters together
	MaxValueRunes  = 200   // characters of a filter's value
	DefaultFacet   = 10    // values of a facet in an answer
	MaxFacetValues = 1000  // values of a facet that may be asked for; of months and days those that come last
	MaxCursorLen   = 1000  // bytes of a cursor
)

// Scope says what is searched and what a hit is.
type Scope string

// The scopes.
const (
	InAll      Scope = "all"      // articles whose text or any comment matches
	InArticles Scope = "articles" // articles whose text matches
	InComments Scope = "comments" // comments, with the head of their article
)

// Match says how many words of a query must be there.
type Match string

// The ways to match.
const (
	MatchAll  Match = "all"
	MatchMost Match = "most"
	MatchAny  Match = "any"
)

// Sort is the order of hits.
type Sort string

// The orders. Hits without a date come last in both orders by date.
const (
	ByRelevance Sort = "relevance"
	ByNewest    Sort = "newest"
	ByOldest    Sort = "oldest"
)

// Facet names a property that hits are counted and filtered by.
type Facet string

// The facets. Agency and language can be filtered by and asked for, and are not
// among the three that an answer has by default.
const (
	OutletFacet   Facet = "outlet"   // value: canonical name
	YearFacet     Facet = "year"     // value: "2017"
	ActorFacet    Facet = "actor"    // value: actor id, "person:wladimir-putin"
	AgencyFacet   Facet = "agency"   // value: corpus.AgencyName, "Reuters"
	LanguageFacet Facet = "language" // value: "de", "en", "fr" or "other"

	// Month and day can be asked for, and are filtered by From and To. They count
	// the hits of the whole years, or of the whole months, that From and To are in.
	MonthFacet Facet = "month" // value: "2017-09"
	DayFacet   Facet = "day"   // value: "2017-09-20"
)

// None is the facet value of hits for which the property is unknown.
const None = "none"

// Filter narrows the hits by one facet: to those that have any of Include (if
// there are any) and none of Exclude.
type Filter struct {
	Facet   Facet
	Include []string
	Exclude []string
}

// Request is a search as it is asked. The zero value of every member but Size
// and Page is its default; use Normalize to fill those in and to check all.
type Request struct {
	Query   string
	Scope   Scope    // "": InAll
	Match   Match    // "": MatchAll
	Sort    Sort     // "": ByRelevance with a query, ByNewest without
	Filters []Filter // at most one for each facet
	From    string   // ISO 8601 day, month or year, inclusive; "": open
	To      string   // likewise
	Page    int      // from 1
	Size    int      // hits of a page, 1 to MaxSize
	Group   bool     // of the versions of an article only the best is a hit; totals and facets still count articles
	Explain bool     // hits say how their score came about
	IDsOnly bool     // hits have their id and score alone; no text is read or marked
	Cursor  string   // continues behind the last hit of an earlier answer, instead of Page

	Facets    []Facet // which to count; nil: outlet, year and actor; empty: none
	FacetSize int     // values of each facet but year, which is always whole, month and day; 0: DefaultFacet
	ByType    bool    // the actors listed are as many of each type as there are, at most half of FacetSize
	ActorFind string  // only actors whose name has a word beginning with it, or that have an alias which does, are listed
}
