package tagger

import (
	"math/bits"
	"slices"
)

// Span is a name in a text: text[Start:End], of First to Last of the tokens
// that were tagged.
type Span struct {
	Start, End int
	Kind       Kind
	Sure       float32 // the smallest probability of the label among its tokens
	Listed     bool    // the first word is a first name of the lists
}

// Tagger finds names with a model. It holds working room and serves one
// goroutine.
type Tagger struct {
	model    *Model
	edge     *remembered // what stands outside of a sentence
	words    []word
	seen     []*remembered // by word
	distance []uint8       // of each token from one that is asked for, at most far
	features []uint64
	rows     []int // of the features
	scores   []Scores
	path     Path
	spans    []Span
}

// Names tells whether a word is in upper case and no common noun, so that it
// may be a name.
func (t *Tagger) Names(w string) bool { return t.model.caseOf(w, Hash(w)) == named }

// New gives a tagger of a model.
func New(m *Model) *Tagger {
	t := &Tagger{model: m}
	t.edge = t.look("", outside())
	return t
}

// Tag gives the names of persons, organisations and places in a sentence that
// Next has divided, in its order. The slice is valid until the next call.
func (t *Tagger) Tag(text string, toks []Token) []Span {
	t.distance = append(t.distance[:0], make([]uint8, len(toks))...)
	return t.tag(text, toks)
}

// TagNear is Tag for names that have a token which begins at one of places,
// which ascend. It looks at these tokens and at what is near them alone.
func (t *Tagger) TagNear(text string, toks []Token, places []int32) []Span {
	t.distance = t.distance[:0]
	last := uint8(far)
	for _, tok := range toks {
		for len(places) > 0 && places[0] < tok.Start {
			places = places[1:]
		}
		if last = min(last+1, far); len(places) > 0 && places[0] == tok.Start {
			last = 0
		}
		t.distance = append(t.distance, last)
	}
	last = far
	for i := len(toks) - 1; i >= 0; i-- {
		if last = min(last+1, far); t.distance[i] < last {
			last = t.distance[i]
		}
		t.distance[i] = last
	}
	return t.tag(text, toks)
}

// Distances from a token that is asked for, in tokens. Features look at two
// neighbours on either side.
const (
	scored = 3 // what is farther off is in no name
	read   = scored + pad
	far    = read + 1
)

func (t *Tagger) tag(text string, toks []Token) []Span {
	t.spans = t.spans[:0]
	if len(toks) == 0 {
		return nil
	}
	t.read(text, toks)
	for i := 0; i < len(toks); i++ {
		if t.distance[i] > scored {
			continue
		}
		from := i
		for i < len(toks) && t.distance[i] <= scored {
			i++
		}
		t.decode(text, toks, from, i)
	}
	return t.spans
}

// decode finds the names among the tokens from to before to. Those before and
// behind them are in no name.
func (t *Tagger) decode(text string, toks []Token, from, to int) {
	t.scores = t.scores[:0]
	for i := from; i < to; i++ {
		t.scores = append(t.scores, t.score(text, i+pad))
	}
	if to < len(toks) {
		t.scores = append(t.scores, Scores{0, never, never, never, never, never, never, never})
	}
	t.path.Viterbi(t.scores, &t.model.transitions)
	if !slices.ContainsFunc(t.path.Labels, func(l Label) bool { return l != 0 }) {
		return
	}
	t.path.Marginals(t.scores, &t.model.exp)
	t.gather(toks[from:to], t.words[from+pad:])
}

// read looks the tokens of a sentence up.
func (t *Tagger) read(text string, toks []Token) {
	t.words, t.seen = begin(t.words), append(t.seen[:0], t.edge, t.edge)
	for i, tok := range toks {
		if t.distance[i] > read {
			w := t.edge.word
			w.start, w.end = tok.Start, tok.End
			t.words, t.seen = append(t.words, w), append(t.seen, t.edge)
			continue
		}
		s := text[tok.Start:tok.End]
		known := t.remember(s)
		w := known.word
		w.start, w.end = tok.Start, tok.End
		t.words, t.seen = append(t.words, w), append(t.seen, known)
	}
	t.words, t.seen = end(t.words), append(t.seen, t.edge, t.edge)
	t.model.lists.phrases(t.words)
}

// never is the score of a label that is not considered.
const never = -50

// score gives the scores of the labels for words[i]. A word without a capital
// in its neighbourhood is in no name, unless it speaks for one itself.
func (t *Tagger) score(text string, i int) Scores {
	if t.words[i-1].noun == small && t.words[i].noun == small && t.words[i+1].noun == small &&
		!t.seen[i].speaks {
		return Scores{0, never, never, never, never, never, never, never}
	}
	sum := t.seen[i].alone
	t.features = jointFeatures(text, t.words, i, t.features[:0])
	t.add(t.features, &sum)
	for place, j := range beside(i) {
		sum.add(&t.seen[j].beside[place])
	}
	var s Scores
	for b, v := range sum.weights() {
		s[b+1] = v
	}
	return s
}

// add adds the weights of features. First it finds the rows of all of them, then
// it reads these, both without a branch, so that what is far off is waited for
// once and not for each feature.
func (t *Tagger) add(features []uint64, to *sums) {
	t.rows = t.rows[:0]
	for _, f := range features {
		t.rows = append(t.rows, t.model.weights.row(f))
	}
	for _, row := range t.rows {
		there := ^(row >> (bits.UintSize - 1)) // all bits, or none
		t.model.decoder.add(t.model.weights.payload(row&there)&uint64(there), to)
	}
}

// gather turns the labels of tokens into spans.
func (t *Tagger) gather(toks []Token, words []word) {
	for i := 0; i < len(toks); i++ {
		l := t.path.Labels[i]
		if l == 0 || l.Kind() == Other {
			continue
		}
		s := Span{Start: int(toks[i].Start), Kind: l.Kind(), Sure: t.path.Marginal[i][l],
			Listed: words[i].classes&FirstName != 0}
		for i+1 < len(toks) && t.path.Labels[i+1] == Inside(s.Kind) {
			i++
			s.Sure = min(s.Sure, t.path.Marginal[i][Inside(s.Kind)])
		}
		s.End = int(toks[i].End)
		t.spans = append(t.spans, s)
	}
}
