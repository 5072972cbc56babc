package archive

import (
	"errors"
	"time"

	"presseschau/corpus"
)

// Errors that can be asked for.
var (
	ErrNotFound = errors.New("no such article in the archive")
	ErrReadOnly = errors.New("the archive is open for reading only")
)

// Record is an article with the places at which actors are named in it.
type Record struct {
	Article *corpus.Article
	// Mentions come back ordered by comment, field (title, lead, body) and
	// start, whatever order they were put in.
	Mentions []corpus.Mention
	// Group is the label of the group of versions that the article is one of,
	// 0 if it is the only one. The archive finds it; Put does not heed it.
	Group int64
	// Surnames are those that the article and its comments leave open, for Put
	// only; OpenSurnames gives them back.
	Surnames []Surname
	// Source is the path of the source file that holds the article, for Put
	// only; "" is the path that Article.Source begins with, among those put.
	Source string
}

// Change is the latest thing that happened to an article.
type Change struct {
	Seq    int64   // ascending over the archive's life, never reused
	ID     string  // of the article
	Record *Record // nil: the article was deleted
	Old    bool    // an earlier version may have been handed out before
}

// Ref asks for the head of an article and for some of its comments.
type Ref struct {
	ID       string
	Comments []int // corpus.Comment.N of those wanted
}

// Head is what a list of hits shows of an article.
type Head struct {
	ID           string
	URL          string
	Kicker       string
	Title        string
	Lead         string
	Body         string // corpus.Article.BodyText
	Outlet       string
	Section      string
	Published    corpus.Date
	Authors      []string
	Agencies     []string
	Language     string         // as BCP 47 has it, "" if unknown
	Actors       []corpus.Actor // of the article itself, by falling weight, at most MaxHeadActors
	CommentCount int
	Comments     []corpus.Comment // those asked for, by N; unknown ones are left out
}

// MaxHeadActors is the number of actors that a Head names.
const MaxHeadActors = 10

// Source is how far a source file has been read.
type Source struct {
	Path     string
	Size     int64     // bytes of the file when it was read
	ModTime  time.Time // of the file when it was read
	Done     int       // documents stored so far
	Complete bool      // read to its end
}

// Counts says how much an archive holds.
type Counts struct {
	Articles      int
	Comments      int
	Actors        int // ever named
	WithoutDate   int // articles
	WithoutOutlet int // articles
	Sources       int
}
