package analyzers

import "slices"

// QueryTerm is another term that a word of a query may stand for.
type QueryTerm struct {
	Term   string
	Kind   Kind    // Exact or Lemma
	Weight float64 // between 0 and 1, the word's own terms having 1
}

// QueryPosition is what a word of a query means at one position.
type QueryPosition struct {
	Exact    string      // the folded form
	Lemma    string      // of the whole word, folded
	Variants []QueryTerm // other spellings and readings, of less weight
	Parts    []string    // lemmas of the word's parts, nil for a simple word
}

// Weights of the variants of a word.
const (
	spellingWeight = 0.5 // Müller → muller, Muller → mueller
	readingWeight  = 0.5 // waren → ware
	relatedWeight  = 0.3 // Politikerin → politiker, gestohlene → stehlen
)

// maxSpellings is how many other spellings a word has.
const maxSpellings = 4

// QueryWord gives the terms to look for when a query has this word. Most
// words are one position; "und/oder" is two, and a mark alone is none.
//
// A document has the word if it has at one position the Exact term as Exact
// or Part, or the Lemma term as Lemma or Part, or a Variant. All Parts
// together, at any positions near each other, are a weaker match.
func (a *Analyzer) QueryWord(word string) []QueryPosition {
	s, ok := a.streams.Get().(*Stream)
	if !ok {
		s = new(Stream)
	}
	defer a.streams.Put(s)
	a.Analyze(s, word)
	var out []QueryPosition
	for i := 0; i < len(s.Tokens); {
		end := i + 1
		for end < len(s.Tokens) && s.Tokens[end].Position == s.Tokens[i].Position {
			end++
		}
		whole := s.Tokens[i]
		q := QueryPosition{Exact: string(whole.Term), Lemma: string(s.Tokens[i+1].Term)}
		q.addParts(s.Tokens[i+2:end], whole)
		a.addReadings(&q, word[whole.Start:whole.End])
		a.addSpellings(&q, word[whole.Start:whole.End])
		out = append(out, q)
		i = end
	}
	return out
}

// addParts takes the longest parts; those of the whole word's length are
// related words.
func (q *QueryPosition) addParts(parts []Token, whole Token) {
	for i, p := range parts {
		if p.Start == whole.Start && p.End == whole.End {
			q.addVariant(QueryTerm{string(p.Term), Lemma, relatedWeight})
			continue
		}
		covered := slices.ContainsFunc(parts, func(o Token) bool {
			return o.Start <= p.Start && p.End <= o.End && o.End-o.Start > p.End-p.Start &&
				o.End-o.Start < whole.End-whole.Start
		})
		again := slices.ContainsFunc(parts[:i], func(o Token) bool { return o.Start == p.Start && o.End == p.End })
		if !covered && !again {
			q.Parts = append(q.Parts, string(p.Term))
		}
	}
}

// addReadings adds the other reading of an ambiguous word: whoever types a
// query does not always mind its capitals.
func (a *Analyzer) addReadings(q *QueryPosition, word string) {
	var l letters
	l.read(word)
	if len(l.components) != 1 {
		return
	}
	e := a.lexicon.Find(l.key)
	if e == nil {
		return
	}
	for _, rule := range []int{e.Upper, e.Lower} {
		if rule < 0 {
			continue
		}
		lemma := string(appendFoldKey(nil, a.apply(nil, l.key, rule)))
		q.addVariant(QueryTerm{lemma, Lemma, readingWeight})
	}
	if e.LowerWeak >= 0 { // gestohlen, the form of stehlen, for gestohlene
		base := string(appendFoldKey(nil, unmarked(a.apply(nil, l.key, e.Lower), 0)))
		q.addVariant(QueryTerm{base, Exact, relatedWeight})
	}
}

// addSpellings adds spellings without or with umlauts. One that is an
// ordinary word of its own is none: schön never means schon.
func (a *Analyzer) addSpellings(q *QueryPosition, word string) {
	var l letters
	l.read(word)
	if len(l.components) == 0 {
		return
	}
	key, changed := respell(nil, l.key)
	for i := 0; i < len(key); i++ { // ä, ö and ü are two bytes, of which the first is the same
		if vowel := bareVowel(key[i:]); vowel != 0 {
			changed = true
			key = append(append(slices.Clone(key[:i]), vowel), key[i+2:]...)
		}
	}
	if changed {
		a.addSpelling(q, key)
		return
	}
	e := a.lexicon.Find(l.key)
	ordinary := e != nil && (e.Lower >= 0 || !isName(e))
	if ordinary || len(q.Parts) > 0 || !l.components[0].upper {
		return // only a name may lack its dots
	}
	for i, c := range l.key {
		next := byte(0)
		if i+1 < len(l.key) {
			next = l.key[i+1]
		}
		if !isUmlautBase(c) || isVowel(next) || i > 0 && isVowel(l.key[i-1]) {
			continue
		}
		if len(q.Variants) < maxSpellings {
			spelling := append(slices.Clone(l.key[:i+1]), 'e')
			q.addSpelling(append(spelling, l.key[i+1:]...))
		}
	}
}

// addSpelling adds a spelling unless it is an ordinary word.
func (a *Analyzer) addSpelling(q *QueryPosition, key []byte) {
	if e := a.lexicon.Find(key); e == nil || e.Lower < 0 && isName(e) {
		q.addSpelling(key)
	}
}

func (q *QueryPosition) addSpelling(key []byte) {
	q.addVariant(QueryTerm{string(appendFoldKey(nil, key)), Exact, spellingWeight})
}

// addVariant adds a term unless the position has it already.
func (q *QueryPosition) addVariant(v QueryTerm) {
	if v.Kind == Exact && v.Term == q.Exact || v.Kind == Lemma && v.Term == q.Lemma {
		return
	}
	if !slices.ContainsFunc(q.Variants, func(o QueryTerm) bool { return o.Term == v.Term && o.Kind == v.Kind }) {
		q.Variants = append(q.Variants, v)
	}
}

// bareVowel gives the vowel under the dots that key begins with, or 0.
func bareVowel(key []byte) byte {
	if len(key) < 2 || key[0] != "ä"[0] {
		return 0
	}
	switch key[1] {
	case "ä"[1]:
		return 'a'
	case "ö"[1]:
		return 'o'
	case "ü"[1]:
		return 'u'
	}
	return 0
}
