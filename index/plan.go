package index

// plan is a query compiled for a generation: the tree of its operators over
// leaves that can be looked up in each segment.
type plan struct {
	root   op
	leaves []*leaf
}

// op is a node of the compiled tree.
type op interface{}

type (
	opAll  struct{}
	opLeaf struct{ index int }
	opNot  struct{ of op }
	opAnd  struct{ of []op }
	opOr   struct{ of []op }
	// opAtLeast matches what at least need of its nodes match.
	opAtLeast struct {
		of   []op
		need int
	}
)

// form is the way in which a leaf is looked up.
type form uint8

const (
	formWords     form = iota // any of its terms
	formPhrase                // its slots in sequence, or near each other
	formPrefix                // all terms that begin with it
	formFuzzy                 // all terms within an edit distance
	formKeywords              // any of its terms, in a keyword field
	formKeyPrefix             // all terms that begin with it, in a keyword field
	formDateRange             // by the day column
)

// side restricts a leaf to one kind of documents.
type side uint8

const (
	bothSides side = iota
	articleSide
	commentSide
)

// leaf is a condition on a document's terms.
type leaf struct {
	index  int
	form   form
	side   side
	field  string
	prop   property // of a keyword leaf
	wanted bool     // not below a NOT
	scored bool     // wanted and of text: contributes to rank and marks

	key   string       // formWords, formKeywords: what its documents and weights depend on
	shown string       // of a scored leaf: what it stands for in an explanation
	boost float32      // of the score
	joint bool         // formWords: the compound that two words of the query form
	terms []leafTerm   // formWords, formKeywords
	hints []leafTerm   // formWords: parts of the word, which count where something else matched
	slots [][]leafTerm // formPhrase: alternatives at each place
	slop  int          // formPhrase: words in between, in any order; 0: in sequence
	near  *leaf        // formWords: the parts of a compound near each other, a weaker match
	text  string       // formPrefix, formFuzzy: folded; formKeyPrefix: beginning of the term
	lo    int32        // formDateRange
	hi    int32
}

// leafTerm is a term with its part in ranking.
type leafTerm struct {
	term   string
	weight float32 // in the term frequency of the word
	exact  bool    // counts for the bonus of the exact form
}

// Weights of the ways in which a word is there, the lemma being 1.
const (
	partWeight    = 0.6 // as a part of a compound
	hintWeight    = 0.3 // by a part of it alone, where not all words must be there
	variantWeight = 0.5 // upper bound for other spellings
	nearWeight    = 0.3 // as the parts of the compound near each other
	exactBonus    = 0.3 // for the very form asked for, besides the lemma
)

// jointBoost is what the compound of two words of the query counts for: it has
// both, and side by side.
const jointBoost = 2

// nearSlop is the number of words between the parts of a compound that was
// asked for as one word.
const nearSlop = 5
