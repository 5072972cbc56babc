package actors

// scope is the tokens that are worked at one time: the article's, or those of
// one comment. Comments are understood by the article and by themselves alone.
type scope struct {
	comment    int // 0 for the article
	begin, end int // tokens; end is behind the last
	hits       int // where the scope's hits begin
}

// inScope is an actor of the knowledge base in the article or in a comment.
type inScope struct {
	actor   int32
	comment int
}

// change is a definition of a comment's, to be taken back behind it: a surname
// or acronym, an actor that is named in full, or a word of the context.
type change struct {
	surname string
	old     []int32 // what the surname meant before
	full    int32   // 1 + index in found, 0 if the change is another
	word    wordID  // unknown if the change is another
}

// enter begins the work on a scope.
func (a *article) enter(s scope) {
	s.hits = len(a.hits)
	a.scope, a.lone, a.single = s, a.lone[:0], a.single[:0]
	for i := s.begin; i < s.end; i++ {
		if w := a.toks[i].word; a.base.of(w)&isContext != 0 && !a.seen[w] {
			a.seen[w] = true
			a.note(change{word: w})
		}
	}
}

// leave takes back what a comment has defined. What the article defines stays.
func (a *article) leave() {
	if a.scope.comment == 0 {
		a.articleHits = len(a.hits)
	}
	for i := len(a.trail) - 1; i >= 0; i-- {
		switch c := a.trail[i]; {
		case c.full > 0:
			a.found[c.full-1].full = false
		case c.word != unknown:
			delete(a.seen, c.word)
		default:
			a.surnames[c.surname] = c.old
		}
	}
	a.trail = a.trail[:0]
}

// note keeps a change of a comment's.
func (a *article) note(c change) {
	if a.scope.comment != 0 {
		a.trail = append(a.trail, c)
	}
}

// setSurname lets a surname or acronym mean actors for the rest of the article
// or, in a comment, of the comment.
func (a *article) setSurname(s string, found []int32) {
	a.note(change{surname: s, old: a.surnames[s], word: unknown})
	a.surnames[s] = found
	a.starts.add(s)
}

// evidence calls visit with the tokens in which a single name may be looked
// for, the article's and those of the comment at work, until it gives false.
func (a *article) evidence(visit func(i int) bool) {
	n := 0
	for _, s := range [...]scope{a.scopes[0], a.scope} {
		for i := s.begin; i < s.end && n < maxScan; i++ {
			if n++; !visit(i) {
				return
			}
		}
		if a.scope.comment == 0 {
			return
		}
	}
}
