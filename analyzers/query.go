package analyzers

// QueryTerm is another term that a word of a query may stand for.
type QueryTerm struct {
	Term   string
	Kind   Kind
	Weight float64 // between 0 and 1, the word's own terms having 1
}

// QueryPosition is what a word of a query means at one position.
type QueryPosition struct {
	Exact    string      // the folded form
	Lemma    string      // of the whole word, folded
	Variants []QueryTerm // spellings of less weight: Müller → muller
	Parts    []string    // lemmas of the word's parts, nil for a simple word
}

// QueryWord gives the terms to look for when a query has this word. Most
// words are one position; "und/oder" is two, and a mark alone is none.
//
// A document has the word if it has, at one position, the Exact term of any
// kind but Lemma, or the Lemma term of any kind but Exact, or a Variant. All
// Parts together, at any positions near each other, are a weaker match.
func (a *Analyzer) QueryWord(word string) []QueryPosition {
	var s Stream
	a.Analyze(&s, word)
	var out []QueryPosition
	for _, t := range s.Tokens {
		switch t.Kind {
		case Exact:
			out = append(out, QueryPosition{Exact: string(t.Term)})
		case Lemma:
			out[len(out)-1].Lemma = string(t.Term)
		case Part:
			last := &out[len(out)-1]
			last.Parts = append(last.Parts, string(t.Term))
		}
	}
	return out
}
