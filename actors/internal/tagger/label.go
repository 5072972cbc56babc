package tagger

// Kind is what a name names.
type Kind uint8

// The kinds of a Span. Other are works, products, events, laws: tagged so that
// they are not taken for the rest, and not handed out.
const (
	None Kind = iota
	Person
	Organisation
	Place
	Other
)

// Kinds is the number of kinds of names.
const Kinds = 4

// Label says of a token that it begins a name of a kind, or goes on with one.
// 0 is a token outside of names.
type Label uint8

// Labels is the number of labels: two for each kind, but one for Other, whose
// bounds do not matter.
const Labels = 2 * Kinds

// Begin is the label of the first token of a name of a kind.
func Begin(k Kind) Label { return Label(2*k - 1) }

// Inside is the label of a further token of a name of a kind.
func Inside(k Kind) Label { return min(Label(2*k), Labels-1) }

// Kind is the kind of name that a label speaks of.
func (l Label) Kind() Kind { return Kind((l + 1) / 2) }

// Begins tells whether a name begins at the label's token.
func (l Label) Begins() bool { return l%2 == 1 }

// MayFollow tells whether a token of label l may stand behind one of label
// before: a name goes on only where one is.
func (l Label) MayFollow(before Label) bool {
	return l == 0 || l.Begins() || before.Kind() == l.Kind()
}
