package index

import (
	"presseschau/search"
)

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
	formKeysAll               // all of its terms, in a keyword field
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

	terms []leafTerm   // formWords, formKeywords, formKeysAll
	slots [][]leafTerm // formPhrase: alternatives at each place
	slop  int          // formPhrase: words in between, in any order; 0: in sequence
	near  *leaf        // formWords: the parts of a compound near each other, a weaker match
	text  string       // formPrefix, formFuzzy: folded
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
	partWeight    = 0.2 // as a part of a compound
	variantWeight = 0.5 // upper bound for other spellings
	nearWeight    = 0.3 // as the parts of the compound near each other
	exactBonus    = 0.3 // for the very form asked for, besides the lemma
)

// nearSlop is the number of words between the parts of a compound that was
// asked for as one word.
const nearSlop = 5

// compiler turns a syntax tree into a plan.
type compiler struct {
	analysis *analysis
	facets   *facetValues
	plan     plan
	negated  bool
}

// compile makes the plan of a tree. Match applies to the words of its top.
func compile(n search.Node, match search.Match, a *analysis, f *facetValues) *plan {
	c := &compiler{analysis: a, facets: f}
	c.plan.root = c.top(n, match)
	return &c.plan
}

// top compiles the tree's root, at which words are joined as match says.
func (c *compiler) top(n search.Node, match search.Match) op {
	and, ok := n.(search.And)
	if !ok || match == search.MatchAll {
		return c.node(n)
	}
	var wanted, others []op
	for _, child := range and.Nodes {
		compiled := c.node(child)
		if _, not := child.(search.Not); not {
			others = append(others, compiled)
		} else {
			wanted = append(wanted, compiled)
		}
	}
	need := 1
	if match == search.MatchMost {
		need = len(wanted)/2 + 1
	}
	return join(append(others, opAtLeast{of: wanted, need: min(need, len(wanted))}))
}

func join(ops []op) op {
	if len(ops) == 1 {
		return ops[0]
	}
	return opAnd{of: ops}
}

func (c *compiler) node(n search.Node) op {
	switch n := n.(type) {
	case search.And:
		return opAnd{of: c.nodes(n.Nodes)}
	case search.Or:
		return opOr{of: c.nodes(n.Nodes)}
	case search.Not:
		c.negated = !c.negated
		inner := c.node(n.Node)
		c.negated = !c.negated
		return opNot{of: inner}
	case search.Word:
		return c.word(n.Field, n.Text)
	case search.Exact:
		return c.exact(n.Field, n.Text)
	case search.Phrase:
		return c.phrase(n)
	case search.Prefix:
		return c.pattern(n.Field, n.Text, formPrefix)
	case search.Fuzzy:
		return c.pattern(n.Field, n.Text, formFuzzy)
	case search.Range:
		lo, hi := dayRange(n.From, n.To)
		return c.add(&leaf{form: formDateRange, lo: lo, hi: hi})
	}
	return opAll{}
}

func (c *compiler) nodes(nodes []search.Node) []op {
	out := make([]op, len(nodes))
	for i, n := range nodes {
		out[i] = c.node(n)
	}
	return out
}

// add numbers a leaf. Leaves of text count for rank unless they are negated.
func (c *compiler) add(l *leaf) op {
	l.index = len(c.plan.leaves)
	l.wanted = !c.negated
	l.scored = l.wanted && l.form <= formFuzzy
	c.plan.leaves = append(c.plan.leaves, l)
	return opLeaf{index: l.index}
}

// textField gives the Bleve field and side of a field of the language.
func textField(f search.Field) (string, side) {
	switch f {
	case search.TitleField:
		return fieldTitle, bothSides
	case search.TextField:
		return fieldText, articleSide
	case search.CommentField:
		return fieldText, commentSide
	case search.CaptionField:
		return fieldCaption, articleSide
	}
	return fieldText, bothSides
}

// word compiles a word in any of its forms. A hyphenated or slashed word that
// the analyzer reads as several positions needs all of them.
func (c *compiler) word(f search.Field, text string) op {
	if keyword, ok := c.keyword(f, text, false); ok {
		return keyword
	}
	field, side := textField(f)
	var ops []op
	for _, p := range c.analysis.german.QueryWord(text) {
		l := &leaf{form: formWords, field: field, side: side, terms: wordTerms(p.Exact, p.Lemma)}
		for _, v := range p.Variants {
			l.terms = append(l.terms, variantTerms(v.Term, float32(v.Weight))...)
		}
		if len(p.Parts) > 1 {
			l.near = nearLeaf(field, side, p.Parts)
		}
		ops = append(ops, c.add(l))
	}
	if len(ops) == 0 {
		return opAll{} // a mark that is no word asks for nothing
	}
	return join(ops)
}

// wordTerms are the terms at which a word is found: its lemma, its exact form
// in case the text has it with another lemma, and both as parts of compounds.
func wordTerms(exact, lemma string) []leafTerm {
	same := exact == lemma
	terms := []leafTerm{
		{term: marked(markBoth, lemma), weight: 1, exact: same},
		{term: marked(markLemma, lemma), weight: 1},
		{term: marked(markPart, lemma), weight: partWeight},
	}
	if same {
		return append(terms, leafTerm{term: marked(markExact, exact), weight: 1, exact: true})
	}
	return append(terms,
		leafTerm{term: marked(markBoth, exact), weight: 1, exact: true},
		leafTerm{term: marked(markExact, exact), weight: 0, exact: true}, // its lemma counts already
		leafTerm{term: marked(markPart, exact), weight: partWeight})
}

func variantTerms(form string, weight float32) []leafTerm {
	weight = min(weight, variantWeight)
	return []leafTerm{
		{term: marked(markBoth, form), weight: weight},
		{term: marked(markExact, form), weight: weight},
		{term: marked(markLemma, form), weight: weight},
		{term: marked(markPart, form), weight: weight * partWeight},
	}
}

// nearLeaf finds the parts of a compound that stand as words of their own near
// each other: "Gespräche der Geheimdienste" for Geheimdienstgespräche.
func nearLeaf(field string, s side, parts []string) *leaf {
	l := &leaf{form: formPhrase, field: field, side: s, slop: nearSlop}
	for _, p := range parts {
		l.slots = append(l.slots, []leafTerm{
			{term: marked(markBoth, p)}, {term: marked(markLemma, p)}, {term: marked(markPart, p)}})
	}
	return l
}

func (c *compiler) exact(f search.Field, text string) op {
	if keyword, ok := c.keyword(f, text, false); ok {
		return keyword
	}
	field, side := textField(f)
	var ops []op
	for _, p := range c.analysis.german.QueryWord(text) {
		ops = append(ops, c.add(&leaf{form: formWords, field: field, side: side, terms: exactTerms(p.Exact)}))
	}
	if len(ops) == 0 {
		return opAll{}
	}
	return join(ops)
}

// exactTerms are the terms at which an exact form is found.
func exactTerms(form string) []leafTerm {
	return []leafTerm{
		{term: marked(markBoth, form), weight: 1, exact: true},
		{term: marked(markExact, form), weight: 1, exact: true},
	}
}

func (c *compiler) phrase(n search.Phrase) op {
	if keyword, ok := c.keyword(n.Field, n.Text, false); ok {
		return keyword
	}
	field, side := textField(n.Field)
	l := &leaf{form: formPhrase, field: field, side: side, slop: n.Slop}
	for _, p := range c.analysis.german.QueryWord(n.Text) {
		l.slots = append(l.slots, exactTerms(p.Exact))
	}
	switch len(l.slots) {
	case 0:
		return opAll{}
	case 1:
		l.form, l.terms, l.slots = formWords, l.slots[0], nil
	}
	return c.add(l)
}

func (c *compiler) pattern(f search.Field, text string, how form) op {
	if keyword, ok := c.keyword(f, text, how == formPrefix); ok {
		return keyword
	}
	field, side := textField(f)
	return c.add(&leaf{form: how, field: field, side: side, text: c.analysis.german.Fold(text)})
}

// keyword compiles the fields that are facets or names: all of the words must
// be in the value's label.
func (c *compiler) keyword(f search.Field, text string, prefix bool) (op, bool) {
	var folded []string
	for _, w := range words(text) {
		folded = append(folded, c.analysis.german.Fold(w))
	}
	l := &leaf{form: formKeywords, field: fieldKey}
	var vals *values
	switch f {
	case search.AuthorField:
		l.form, l.prop = formKeysAll, propAuthor
	case search.OutletField:
		vals, l.prop = c.facets.outlet, propOutlet
	case search.ActorField:
		vals, l.prop = c.facets.actor, propActor
	default:
		return nil, false
	}
	found := folded
	if vals != nil {
		found = vals.byWords(folded, prefix)
	}
	for _, t := range found {
		l.terms = append(l.terms, leafTerm{term: l.prop.of(t)})
	}
	return c.add(l), true
}
