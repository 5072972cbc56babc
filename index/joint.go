package index

import (
	"strings"

	"presseschau/search"
)

// shortestJoint is the number of letters of a word that may be a part of a
// compound; shorter ones are mostly prepositions.
const shortestJoint = 3

// neighbours compiles nodes that stand side by side. Two words that form a
// compound of the index are both found in it, and it counts for more than they
// do apart: "Impfstoff Hersteller" asks for what Impfstoffhersteller says.
func (c *compiler) neighbours(nodes []search.Node) []op {
	ops := c.nodes(nodes)
	for i := 1; i < len(nodes); i++ {
		first, ok := nodes[i-1].(search.Word)
		second, also := nodes[i].(search.Word)
		if !ok || !also || first.Field != second.Field || first.Field.IsName() || c.negated {
			continue
		}
		if joint, ok := c.joint(first, second); ok {
			ops[i-1], ops[i] = orJoint(ops[i-1], joint), orJoint(ops[i], joint)
		}
	}
	return ops
}

// orJoint adds a compound to what stands for one of its words.
func orJoint(word, joint op) op {
	if or, ok := word.(opOr); ok && len(or.of) == 2 { // the compound with the word before
		return opOr{of: []op{or.of[0], or.of[1], joint}}
	}
	return opOr{of: []op{word, joint}}
}

// joint compiles the compound of two words.
func (c *compiler) joint(first, second search.Word) (op, bool) {
	modifier, ok := c.simple(first.Text)
	head, also := c.simple(second.Text)
	if !ok || !also {
		return nil, false
	}
	field, side := textField(first.Field)
	l := &leaf{form: formWords, field: field, side: side, shown: modifier + "+" + head, boost: jointBoost, joint: true}
	for _, m := range linked(modifier) {
		l.terms = append(l.terms,
			leafTerm{term: marked(markBoth, m+head), weight: 1},
			leafTerm{term: marked(markLemma, m+head), weight: 1})
	}
	return c.add(l), true
}

// simple gives the lemma of a word that may be a part of a compound.
func (c *compiler) simple(text string) (string, bool) {
	found := c.analysis.german.QueryWord(text)
	if len(found) != 1 || len(found[0].Lemma) < shortestJoint {
		return "", false
	}
	return found[0].Lemma, true
}

// linked gives the forms in which a word begins a compound: with the linking
// elements of German, and without a final e (Schule, Schulhaus).
func linked(word string) []string {
	forms := []string{word, word + "s", word + "n", word + "en", word + "es", word + "er"}
	if short, ok := strings.CutSuffix(word, "e"); ok {
		forms = append(forms, short)
	}
	return forms
}
