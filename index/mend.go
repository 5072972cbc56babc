package index

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"presseschau/search"
)

// proposal is a way to correct a query.
type proposal struct {
	fixes []fix
	score float64 // of its least likely fix
	cost  int     // of all of them, tenths of a wrong letter
	more  int     // hits that it must have
}

// fix is what stands for words of a leaf.
type fix struct {
	leaf, word int
	text       string   // as it was typed; both words if they are joined
	forms      []string // as the vocabulary has them
	parts      bool     // the forms are the parts of one word
	written    []string // as texts have them
	joins      bool     // takes the next leaf's word in
}

// proposals are ways to correct the query in the order of their likelihood:
// all faults by what is likeliest, or one of them by what is next to it, or two
// neighbours joined.
func (s *speller) proposals(tree search.Node) []proposal {
	out := s.joined(tree)
	if len(s.faults) > 0 {
		out = append(out, s.proposal(0, 0))
	}
	for choice := 1; choice < maxNear; choice++ {
		for i := range s.faults {
			if choice < len(s.faults[i].near) {
				out = append(out, s.proposal(i, choice))
			}
		}
	}
	slices.SortStableFunc(out, func(a, b proposal) int { return cmp.Compare(b.score, a.score) })
	return out[:min(len(out), maxTries)]
}

// proposal corrects all faults by the first choice, but one of them by another.
func (s *speller) proposal(one, choice int) proposal {
	var p proposal
	for i, f := range s.faults {
		n := f.near[0]
		if i == one {
			n = f.near[choice]
		}
		if i == 0 || n.score < p.score {
			p.score = n.score
		}
		p.cost += n.cost
		p.fixes = append(p.fixes, fix{leaf: f.leaf, word: f.word, text: f.text, forms: n.forms, parts: n.parts})
	}
	return p
}

// blankCost is what a blank too many or too few costs, in tenths of a wrong
// letter.
const blankCost = 8

// joined are neighbours that are one word: "Impf stoff".
func (s *speller) joined(tree search.Node) []proposal {
	and, ok := tree.(search.And)
	if !ok {
		return nil
	}
	var out []proposal
	leaf := -1
	var before *search.Word
	for _, n := range and.Nodes {
		search.Rewrite(n, func(l search.Node) search.Node { leaf++; return l })
		word, ok := n.(search.Word)
		if !ok {
			before = nil
			continue
		}
		if before != nil && before.Field == word.Field {
			form := s.gen.analysis.german.Fold(before.Text + word.Text)
			if n := s.words.count(form); n > 0 {
				f := fix{leaf: leaf - 1, text: before.Text + " " + word.Text, forms: []string{form}, joins: true}
				out = append(out, proposal{fixes: []fix{f}, score: likelihood(n, blankCost), cost: blankCost, more: muchMore * s.total})
			}
		}
		before = &word
	}
	return out
}

// mended is the tree with a proposal's words as texts write them.
func (s *speller) mended(ctx context.Context, tree search.Node, p proposal) (search.Node, error) {
	var forms []string
	for _, f := range p.fixes {
		forms = append(forms, f.forms...)
	}
	written, err := s.written(ctx, s.words, forms)
	if err != nil {
		return nil, err
	}
	for i := range p.fixes {
		f := &p.fixes[i]
		f.written = make([]string, len(f.forms))
		for k, form := range f.forms {
			f.written[k] = cmp.Or(written[form], form)
		}
		if f.parts {
			f.written = []string{f.written[0] + strings.ToLower(strings.Join(f.written[1:], ""))}
		}
		f.written[0] = capitalised(f.written[0], f.text)
	}
	leaf := -1
	return search.Rewrite(tree, func(n search.Node) search.Node {
		leaf++
		for _, f := range p.fixes {
			switch {
			case f.leaf == leaf:
				n = f.mend(n)
			case f.joins && f.leaf+1 == leaf:
				return nil
			}
		}
		return n
	}), nil
}

// capitalised gives a word the capital that was typed: Kurtz is no kurz.
func capitalised(word, typed string) string {
	first, _ := utf8.DecodeRuneInString(typed)
	r, n := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(first) {
		return word
	}
	return string(unicode.ToUpper(r)) + word[n:]
}

// mend gives what stands for a leaf.
func (f *fix) mend(n search.Node) search.Node {
	switch n := n.(type) {
	case search.Phrase:
		words := strings.Fields(n.Text)
		words[f.word] = strings.Replace(words[f.word], f.text, strings.Join(f.written, " "), 1)
		n.Text = strings.Join(words, " ")
		return n
	case search.Exact:
		return all(f.written, func(w string) search.Node { return search.Exact{Field: n.Field, Text: w} })
	case search.Word:
		return all(f.written, func(w string) search.Node { return search.Word{Field: n.Field, Text: w} })
	}
	return n
}

func all(words []string, node func(string) search.Node) search.Node {
	if len(words) == 1 {
		return node(words[0])
	}
	var and search.And
	for _, w := range words {
		and.Nodes = append(and.Nodes, node(w))
	}
	return and
}

// print gives the corrected query, as it was typed but for the words that are
// corrected if that means the same, else as the tree prints it.
func (p proposal) print(query string, better search.Node) string {
	typed := query
	for _, f := range p.fixes {
		if strings.Count(typed, f.text) != 1 {
			return better.String()
		}
		typed = strings.Replace(typed, f.text, strings.Join(f.written, " "), 1)
	}
	if n, err := search.Parse(typed); err == nil && n.String() == better.String() {
		return typed
	}
	return better.String()
}
