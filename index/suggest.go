package index

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"
	"unicode"

	"presseschau/analyzers"
	"presseschau/search"
)

// Limits of a suggestion.
const (
	fewHits   = 20   // a word that stands in more documents is right
	fewOf     = 5000 // or in more than one of so many, for a large archive has more misspellings
	knownHits = 5    // likewise a word of the lexicon, unless the query finds nothing
	fewFaults = 2    // documents that may all have the same mistake: then one looks farther
	muchMore  = 5    // times as many hits must a suggestion have as a query whose words are all there
	doubt     = 1    // of a word that is there, but in few documents, in the logarithm of their number
	maxFaults = 3    // words that are corrected at once
	maxTries  = 5    // queries that are counted in search of one with hits
	alike     = 6    // tenths of a wrong letter by which what looks right is corrected
)

// suggest gives a query that has more hits where the one at hand has words that
// stand nowhere, or next to nowhere; "" if there is none. What is not misspelt
// stays as it was written.
func (q *run) suggest(ctx context.Context, tree search.Node) (string, error) {
	if q.req.Page > 1 || q.req.Cursor != "" {
		return "", nil
	}
	words := q.gen.lexis.peek()
	few := max(fewHits, (q.view.stats.articles+q.view.stats.comments)/fewOf)
	if words == nil && q.total <= few { // else it is not worth waiting for
		var err error
		if words, err = q.gen.vocabulary(ctx, q.view); err != nil {
			return "", err
		}
	}
	if words == nil {
		return "", nil
	}
	s := &speller{run: q, words: words, few: few, more: q.total + 1}
	if err := s.findFaults(ctx, tree); err != nil {
		return "", err
	}
	return s.best(ctx, tree)
}

// best prints the likeliest proposal that has enough hits. Beside other words
// that is the one which finds most with them: Lothar Wieler, not Lothar Wähler.
func (s *speller) best(ctx context.Context, tree search.Node) (string, error) {
	_, alone := tree.(search.Word)
	best, out := math.Inf(-1), ""
	for _, p := range s.proposals(tree) {
		better, err := s.mended(ctx, tree, p)
		if err != nil {
			return "", err
		}
		n, err := s.totalOf(ctx, better, s.req.Scope)
		if err != nil {
			return "", err
		}
		if n < max(s.more, p.more) {
			continue
		}
		if x := likelihood(n, p.cost); x > best {
			best, out = x, p.print(s.req.Query, better)
		}
		if alone {
			break
		}
	}
	return out, nil
}

// speller corrects a query.
type speller struct {
	*run
	words  *wordList
	faults []fault
	few    int // documents of a word that may be wrong
	more   int // hits that a suggestion must have
}

// fault is a word of a query that stands next to nowhere, with what may be
// meant instead, likeliest first.
type fault struct {
	leaf int // number in the order of search.Rewrite
	word int // of a phrase, from 0
	text string
	near []correction
}

// findFaults looks for the words that are to blame.
func (s *speller) findFaults(ctx context.Context, tree search.Node) error {
	var leaves []search.Node
	search.Rewrite(tree, func(leaf search.Node) search.Node {
		leaves = append(leaves, leaf)
		return leaf
	})
	for i, leaf := range leaves {
		for k, text := range wordsOf(leaf) {
			if len(s.faults) == maxFaults {
				return nil
			}
			near, err := s.meant(ctx, leaf, text)
			if err != nil {
				return err
			}
			if len(near) > 0 {
				s.faults = append(s.faults, fault{leaf: i, word: k, text: text, near: near})
			}
		}
	}
	return nil
}

// meant gives what may be meant by a word of a leaf, nothing if it is right.
func (s *speller) meant(ctx context.Context, leaf search.Node, text string) ([]correction, error) {
	german := s.gen.analysis.german
	read := german.QueryWord(text)
	if !misspellable(text) || len(read) != 1 || s.words.count(read[0].Exact) > s.few && !fieldOf(leaf).IsName() {
		return nil, nil
	}
	there, err := s.there(ctx, leaf, &read[0])
	if err != nil {
		return nil, err
	}
	known := german.Known(text)
	if there > s.few || there > 0 && s.total > s.few || known && there > knownHits && s.total > 0 {
		return nil, nil
	}
	list := s.words.nearest(german, read[0].Exact, there > fewFaults)
	if !known {
		list = append(list, s.words.apart(read[0].Exact)...)
	}
	list = slices.DeleteFunc(list, func(x correction) bool {
		return (known || s.total > s.few) && x.cost > alike || there > 0 && x.score <= likelihood(there, 0)-doubt
	})
	if len(list) == 0 && !known && there == 0 && s.total <= s.few {
		list = s.words.inParts(german, read[0].Exact)
	}
	if there > 0 && len(list) > 0 {
		s.more = max(s.more, muchMore*s.total)
	}
	slices.SortStableFunc(list, func(a, b correction) int { return cmp.Compare(b.score, a.score) })
	return list[:min(len(list), maxNear)], nil
}

// there counts the documents in which a word stands as such in any of its
// forms, and not only as a part of compounds; of a facet or name those that it
// selects.
func (s *speller) there(ctx context.Context, leaf search.Node, read *analyzers.QueryPosition) (int, error) {
	if fieldOf(leaf).IsName() {
		whole := run{index: s.index, gen: s.gen, view: s.view, req: &search.Request{Match: search.MatchAll}}
		return whole.totalOf(ctx, leaf, search.InAll)
	}
	terms := append(exactTerms(read.Exact),
		leafTerm{term: marked(markBoth, read.Lemma)}, leafTerm{term: marked(markLemma, read.Lemma)})
	n := 0
	for _, p := range s.view.segments {
		lists, err := p.lists(fieldText, terms)
		if err != nil {
			return 0, err
		}
		n += int(unionOf(lists).AndCardinality(p.live))
	}
	return n, nil
}

// fieldOf gives the field of a leaf that has words.
func fieldOf(leaf search.Node) search.Field {
	switch n := leaf.(type) {
	case search.Word:
		return n.Field
	case search.Exact:
		return n.Field
	case search.Phrase:
		return n.Field
	}
	return search.AnyField
}

// wordsOf gives the words of a leaf that may be misspelt.
func wordsOf(leaf search.Node) []string {
	switch n := leaf.(type) {
	case search.Word:
		return []string{n.Text}
	case search.Exact:
		return []string{n.Text}
	case search.Phrase:
		words := strings.Fields(n.Text)
		for i, w := range words {
			words[i] = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) })
		}
		return words
	}
	return nil
}

// misspellable tells whether a text is letters with hyphens, and not a number,
// an address or an abbreviation with dots.
func misspellable(text string) bool {
	return isQueryWord(text) && !strings.ContainsFunc(text, unicode.IsDigit)
}
