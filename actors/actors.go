package actors

import (
	"bytes"
	"fmt"
	"io"
	"sync"
)

// Type tells persons, organisations and states apart.
type Type string

// The types of an Actor.
const (
	Person Type = "person"
	Org    Type = "org"
	State  Type = "state"
)

// Role says what part of an article or comment a Section is. A name in a title
// tells more about an article than one in a comment.
type Role uint8

// The roles of a Section.
const (
	Title Role = iota
	Lead
	Body
	CommentTitle
	CommentText
)

// Section is a stretch of text of an article or of one of its comments.
type Section struct {
	Role    Role
	Comment int    // 0 for the article, else the number of the comment
	Text    string // UTF-8
}

// Source says how a mention was recognised.
type Source uint8

// The sources of a Mention, from the most to the least certain.
const (
	Known    Source = iota // an alias of the knowledge base
	Resolved               // a surname or acronym that the article itself explains
	Pattern                // a name by its form and neighbours
)

// Mention is a place at which an actor is named: Text is
// sections[Section].Text[Start:End]. Of a compound it is the actor's part
// alone, "US" in "US-Präsident".
type Mention struct {
	Section    int // index in the sections given to Find
	Start, End int // bytes
	Text       string
	Source     Source
	Rule       Rule
	Passing    bool // part of a compound, or a state in which somebody lives: says little of the article
}

// Actor is a person, organisation or state with all of its mentions in an
// article, in the order of the text.
type Actor struct {
	ID       string // "person:wladimir-putin", "org:cia", "state:russland"
	Name     string // canonical German name
	Type     Type
	Weight   float64 // importance in the article, above 0; see weigh
	Open     bool    // Name is a surname, and nothing in the article tells whose
	Mentions []Mention
}

// Options change what New builds. The zero value is the embedded knowledge base.
type Options struct {
	// Extra is a knowledge base of the user's in the form of the embedded
	// files, UTF-8 with tabs: a line with a known id replaces name and adds
	// aliases; "= id" in the column name merges the line's actor into another;
	// "-" there blocks it. May be nil.
	Extra io.Reader
}

// Recognizer finds actors in text. It is safe for concurrent use.
type Recognizer struct {
	base    *base
	version string
	pool    sync.Pool // of *article
}

// New compiles the knowledge base. It fails only on a line of opts.Extra that
// cannot be understood, with the number of the line.
func New(opts Options) (*Recognizer, error) {
	entries, err := readEmbedded()
	if err != nil {
		return nil, fmt.Errorf("read the embedded knowledge base: %w", err)
	}
	var table []byte
	if opts.Extra != nil {
		if table, err = io.ReadAll(opts.Extra); err != nil {
			return nil, fmt.Errorf("read the additional actors: %w", err)
		}
		extra, err := readEntries(bytes.NewReader(table), extraName)
		if err != nil {
			return nil, fmt.Errorf("read the additional actors: %w", err)
		}
		if entries, err = merge(entries, extra); err != nil {
			return nil, fmt.Errorf("add the additional actors: %w", err)
		}
	}
	b, err := compile(entries)
	if err != nil {
		return nil, fmt.Errorf("compile the knowledge base: %w", err)
	}
	r := &Recognizer{base: b}
	if r.version, err = versionOf(b, table); err != nil {
		return nil, fmt.Errorf("compare with other versions: %w", err)
	}
	r.pool.New = func() any { return newArticle(b) }
	return r, nil
}

// Find names the actors of one article with all of its comments, the most
// important first. Names in a comment are understood by what the article and the
// comment itself name; a comment says nothing about the article's names, nor
// about another comment's. The date is that of the article, ISO 8601 as exact as
// it is known, "" if it is not: it tells who the Bundeskanzlerin is where the
// article does not.
func (r *Recognizer) Find(doc []Section, date string) []Actor {
	a, ok := r.pool.Get().(*article)
	if !ok {
		a = newArticle(r.base)
	}
	defer r.pool.Put(a)
	a.reset(doc)
	a.date = date
	a.tokenize()
	for _, s := range a.scopes {
		a.enter(s)
		a.match()
		a.findPersons()
		a.findOrganisations()
		a.settle()
		a.findSpeakers()
		a.findUnlisted()
		a.resolveSurnames()
		a.settleSingles()
		a.resolveOffices()
		a.leave()
	}
	found := a.weigh()
	a.reset(nil)
	return found
}
