package actors

import "presseschau/actors/internal/tagger"

// article is the working state of one Find: tokens, hits, and the actors found
// so far. It is reused.
type article struct {
	base     *base
	sections []Section
	toks     []token
	hits     []hit
	lone     []hit   // surnames behind a title or role, without a first name
	cover    []int32 // by token: 1 + the hit that covers it, 0 if none
	found    []foundActor
	known    map[int32]int32    // actor of the knowledge base → found
	byName   map[string]int32   // names of found actors that the knowledge base lacks
	surnames map[string][]int32 // surname → persons named in full, in the order of the text
	starts   starts             // of surnames
	seen     map[wordID]bool    // context words that stand in the article and the scope at work
	scopes   []scope            // the article, then its comments
	scope    scope              // at work
	others   map[inScope]bool   // actors whose noun means something else
	trail    []change           // what the comment at work has defined
	bound    []binding          // offices that the text gives to persons

	tagger      *tagger.Tagger
	sentence    []tagger.Token // the one that is tagged
	unexplained []int          // tokens of its line that may be names, from it on
	places      []int32        // where those of the sentence begin
	single      []hit          // persons of one word that it is sure of

	date        string // ISO 8601, as exact as it is known, or ""
	articleHits int    // of the article itself; the comments' follow
}

// hit is a stretch of tokens that names an actor, or may.
type hit struct {
	first, last int32  // tokens, both inclusive
	node        nodeID // in the trie, 0 if the knowledge base has no part in it
	actor       int32  // index in found; undecided or dropped
	source      Source
	rule        Rule
	length      int32 // bytes to be cut off the end: a genitive ending
}

// States of hit.actor that are no index.
const (
	undecided int32 = -1
	dropped   int32 = -2
	blocked   int32 = -3 // a phrase that is no actor
)

// foundActor is an actor of the article.
type foundActor struct {
	known   int32 // in the knowledge base, or -1
	kind    Type
	name    string
	id      string
	first   string // a person's first name, for telling namesakes apart
	full    bool   // named in full, not by surname or acronym alone
	at      int32  // token of the first full mention
	role    wordID // word right before the first full mention
	partyOf wordID // first word in the parenthesis behind it
}

func newArticle(b *base) *article {
	return &article{base: b, known: make(map[int32]int32), byName: make(map[string]int32),
		surnames: make(map[string][]int32), seen: make(map[wordID]bool), others: make(map[inScope]bool), tagger: tagger.New(b.names)}
}

// reset makes the state ready for the next document and lets go of the last.
func (a *article) reset(doc []Section) {
	a.sections, a.date, a.articleHits, a.bound = doc, "", 0, a.bound[:0]
	a.toks, a.hits, a.lone, a.scopes, a.trail = a.toks[:0], a.hits[:0], a.lone[:0], a.scopes[:0], a.trail[:0]
	clear(a.found)
	a.found = a.found[:0]
	clear(a.known)
	clear(a.byName)
	clear(a.surnames)
	clear(a.starts[:])
	clear(a.seen)
	clear(a.others)
}

// tokenize fills the tokens of all sections, the article's before the
// comments', and looks their words up. Sign-offs are left out.
func (a *article) tokenize() {
	a.scopes = append(a.scopes, scope{})
	for i, s := range a.sections {
		if s.Comment == 0 {
			a.tokenizeArticle(s.Text[:signOff(s.Text)], i)
		}
	}
	a.scopes[0].end = len(a.toks)
	for i, s := range a.sections {
		if s.Comment == 0 {
			continue
		}
		if a.scopes[len(a.scopes)-1].comment != s.Comment {
			a.scopes = append(a.scopes, scope{comment: s.Comment, begin: len(a.toks)})
		}
		a.toks = appendTokens(a.toks, s.Text, i)
		a.scopes[len(a.scopes)-1].end = len(a.toks)
	}
	a.lookUp()
	if cap(a.cover) < len(a.toks) {
		a.cover = make([]int32, len(a.toks))
	}
	a.cover = a.cover[:len(a.toks)]
	clear(a.cover)
}

// tokenizeArticle fills the tokens of a section of the article, without its
// furniture.
func (a *article) tokenizeArticle(text string, section int) {
	first := len(a.toks)
	a.toks = appendTokens(a.toks, text, section)
	kept, i := a.toks[:first], first
	for _, f := range furniture(text) {
		for ; i < len(a.toks) && int(a.toks[i].start) < f.start; i++ {
			kept = append(kept, a.toks[i])
		}
		for i < len(a.toks) && int(a.toks[i].start) < f.end {
			i++
		}
		if i < len(a.toks) {
			a.toks[i].sep = sepBreak
		}
	}
	a.toks = append(kept, a.toks[i:]...)
}

// text is the token as it stands.
func (a *article) text(i int) string {
	t := a.toks[i]
	return a.sections[t.section].Text[t.start:t.end]
}

// span is the text of the tokens first to last.
func (a *article) span(first, last int) string {
	return a.sections[a.toks[first].section].Text[a.toks[first].start:a.toks[last].end]
}

// attr gives the properties of the token at i, none if there is no such token.
func (a *article) attr(i int) attr {
	if i < 0 || i >= len(a.toks) {
		return 0
	}
	return a.base.of(a.toks[i].word)
}

// unlisted tells whether the token at i exists and no word list has it. That it
// is part of an alias says nothing.
func (a *article) unlisted(i int) bool {
	return i >= 0 && i < len(a.toks) && a.attr(i)&^isContext == 0
}

// sep is the separator before the token at i; a break beyond the last one.
func (a *article) sep(i int) separator {
	if i < 0 || i >= len(a.toks) {
		return sepBreak
	}
	return a.toks[i].sep
}

// capital tells whether the token at i exists and begins in upper case.
func (a *article) capital(i int) bool {
	return i >= 0 && i < len(a.toks) && a.toks[i].shape.capital()
}

// hitAt is the hit that covers token i, or nil.
func (a *article) hitAt(i int) *hit {
	if i < 0 || i >= len(a.toks) || a.cover[i] == 0 {
		return nil
	}
	return &a.hits[a.cover[i]-1]
}

// isKind tells whether a hit is there and names an actor of a type.
func (a *article) isKind(h *hit, kind Type) bool {
	return h != nil && h.actor >= 0 && a.found[h.actor].kind == kind
}

// addHit records a hit and takes its tokens, dropping the hits that it covers.
func (a *article) addHit(h hit) *hit {
	for i := h.first; i <= h.last; i++ {
		if old := a.hitAt(int(i)); old != nil {
			for j := old.first; j <= old.last; j++ {
				a.cover[j] = 0
			}
			old.actor = dropped
		}
	}
	a.hits = append(a.hits, h)
	for i := h.first; i <= h.last; i++ {
		a.cover[i] = int32(len(a.hits))
	}
	return &a.hits[len(a.hits)-1]
}

// findKnown gives the found actor for one of the knowledge base.
func (a *article) findKnown(actor int32) int32 {
	if i, ok := a.known[actor]; ok {
		return i
	}
	e := &a.base.entries[actor]
	i := int32(len(a.found))
	a.found = append(a.found, foundActor{known: actor, kind: e.kind, name: e.name, id: e.id, role: unknown, partyOf: unknown})
	a.known[actor] = i
	return i
}

// findNew gives the found actor for a name that the knowledge base lacks.
func (a *article) findNew(kind Type, name string) int32 {
	key := string(kind) + ":" + slug(name)
	if actor, ok := a.base.ids[key]; ok {
		return a.findKnown(actor)
	}
	if i, ok := a.byName[key]; ok {
		return i
	}
	i := int32(len(a.found))
	a.found = append(a.found, foundActor{known: -1, kind: kind, name: name, id: key, role: unknown, partyOf: unknown})
	a.byName[key] = i
	return i
}

// isNounForm tells whether a word is a form of a common noun.
func (a *article) isNounForm(word string) bool { return a.base.names.Common(word) }

// starts are how words begin, of which most words are told by a bit: they need
// not be looked up.
type starts [4]uint64

// bit is where the first two bytes of a word that has them are noted.
func (s *starts) bit(w string) (word *uint64, mask uint64) {
	h := uint(w[0])*7 + uint(w[1])
	return &s[h/64%4], 1 << (h % 64)
}

func (s *starts) add(w string) {
	if len(w) > 1 {
		word, mask := s.bit(w)
		*word |= mask
	}
}

// may tells whether a word of two bytes and more that begins with w may have been
// added.
func (s *starts) may(w string) bool {
	if len(w) < 2 {
		return true
	}
	word, mask := s.bit(w)
	return *word&mask != 0
}
