package analyzers

// Kind tells what a term says about its word.
type Kind uint8

// The kinds of terms, in their order within a position.
const (
	Exact Kind = iota // the folded form
	Lemma             // the dictionary form of the whole word
	Part              // the lemma of a part of the word
)

// String gives the kind as commands and documents spell it.
func (k Kind) String() string {
	switch k {
	case Exact:
		return "exact"
	case Lemma:
		return "lemma"
	default:
		return "part"
	}
}

// Token is a term at a place in the text.
type Token struct {
	Term     []byte // valid until the stream's next use
	Start    int    // byte offset of the first byte
	End      int    // byte offset behind the last byte
	Position int    // of the word, from 1; all terms of a word share it
	Kind     Kind
	Note     *Note // valid as Term is; nil for a term that is not remembered
}

// Note is room for what a caller knows of a term. It is zero at first and kept
// for as long as the stream remembers the word that the term belongs to.
type Note [8]byte

// Stream holds the tokens of one text. It is reused from text to text and
// remembers the words it has seen, which saves most of the work. The zero
// value is ready; a Stream must not be used by two goroutines at once.
type Stream struct {
	Tokens []Token // ordered by position; within one Exact, Lemma, Parts by offset

	words wordCache
	ahead [readAhead]nextWord
	work  workspace
}
