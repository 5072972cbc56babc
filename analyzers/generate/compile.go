package main

import (
	"cmp"
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"strings"

	"presseschau/analyzers/internal/lexicon"
)

// complete adds to the dictionary what it lacks.
func complete(words dictionary, freqs frequencies) {
	completeInhabitants(words)
	completeAdjectives(words, freqs)
	freeIndependent(words)
	unifySpellings(words)
	completeOldSpelling(words)
	completeParticiples(words)
	completeContracted(words)
	completeSuperlatives(words)
	completeAgents(words, freqs)
}

// compile gives the encoded lexicon.
func compile(words dictionary, freqs, english frequencies) ([]byte, error) {
	complete(words, freqs)
	forms := slices.Sorted(maps.Keys(words))
	c := &chooser{words, freqs}
	choices := make(map[string]choice, len(forms))
	for _, form := range forms {
		choices[form] = c.choose(form)
	}
	t := &tables{rules: map[lexicon.Rule]int{}, entries: map[lexicon.Entry]int{}}
	b, err := t.build(forms, choices)
	if err != nil {
		return nil, err
	}
	lex := &lexicon.Lexicon{Rules: t.ruleList, Entries: t.entryList}
	if lex.Forms, err = b.Trie(); err != nil {
		return nil, err
	}
	particles := verbParticles(words)
	l := &learner{words: words, freqs: freqs, english: english, lexicon: lex, particles: particles, closed: simpleWords(),
		inventory: newInventory(words, freqs, particles)}
	if err := l.learn(); err != nil {
		return nil, fmt.Errorf("learn segments: %w", err)
	}
	for form, ch := range choices {
		if lemma := cmp.Or(ch.upper, ch.lower); l.simple[lemma] || l.base(lemma) == nil {
			ch.flags |= lexicon.Simple
			choices[form] = ch
		}
	}
	if err := addOpaque(choices); err != nil {
		return nil, err
	}
	l.names(choices)
	l.prune(choices)
	markHomographs(choices)
	if b, err = t.build(slices.Sorted(maps.Keys(choices)), choices); err != nil {
		return nil, err
	}
	data, err := l.encode(t, b, forms, choices)
	if err != nil {
		return nil, fmt.Errorf("encode: %w", err)
	}
	slog.Info("compiled", "forms", len(words), "simple", len(l.simple), "rules", len(lex.Rules),
		"entries", len(lex.Entries), "segments", len(lex.Segments))
	return data, nil
}

// encode writes the lexicon with the segments learned and the endings of forms.
func (l *learner) encode(t *tables, b *lexicon.Builder, forms []string, choices map[string]choice) ([]byte, error) {
	parts, err := l.finish(t)
	if err != nil {
		return nil, err
	}
	nouns, err := t.endings(forms, nounAgreement, func(form string) (string, bool) {
		return unmarked(choices[form].upper), choices[form].flags&lexicon.Name == 0
	})
	if err != nil {
		return nil, err
	}
	others, err := t.endings(forms, otherAgreement, func(form string) (string, bool) {
		return unmarked(choices[form].lower), choices[form].flags&lexicon.Closed == 0
	})
	if err != nil {
		return nil, err
	}
	prefixes, err := encodePrefixes()
	if err != nil {
		return nil, err
	}
	l.lexicon.Rules, l.lexicon.Entries = t.ruleList, t.entryList
	return l.lexicon.Encode(b, parts, nouns, others, prefixes)
}

// build makes the trie of forms.
func (t *tables) build(forms []string, choices map[string]choice) (*lexicon.Builder, error) {
	b := lexicon.NewBuilder()
	for _, form := range forms {
		ch := choices[form]
		n := t.entry(lexicon.Entry{
			Upper: t.rule(form, ch.upper), Lower: t.rule(form, ch.lower),
			UpperWeak: t.rule(form, ch.upperWeak), LowerWeak: t.rule(form, ch.lowerWeak),
			Flags: ch.flags,
		})
		if err := b.Add(form, uint32(n+1)); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// tables number the rules and entries of the lexicon.
type tables struct {
	rules     map[lexicon.Rule]int
	ruleList  []lexicon.Rule
	entries   map[lexicon.Entry]int
	entryList []lexicon.Entry
}

func (t *tables) entry(e lexicon.Entry) int {
	n, ok := t.entries[e]
	if !ok {
		n = len(t.entryList)
		t.entries[e] = n
		t.entryList = append(t.entryList, e)
	}
	return n
}

// rule gives the number of the rule from form to lemma, None for no lemma.
func (t *tables) rule(form, lemma string) int {
	if lemma == "" {
		return lexicon.None
	}
	r := makeRule(form, lemma)
	n, ok := t.rules[r]
	if !ok {
		n = len(t.ruleList)
		t.rules[r] = n
		t.ruleList = append(t.ruleList, r)
	}
	return n
}

// makeRule finds the rule that changes least: plain, or with a "ge" or "zu"
// taken out.
func makeRule(form, lemma string) lexicon.Rule {
	best := endRule(form, lemma)
	for i := range len(form) - 2 {
		infix := form[i : i+2]
		if infix != "ge" && infix != "zu" || i > 0 && !strings.HasPrefix(lemma, form[:i]) {
			continue
		}
		r := endRule(form[:i]+form[i+2:], lemma)
		if r.Cut <= len(form)-i-2 && r.Cut+len(r.Add)+2 < best.Cut+len(best.Add) {
			r.Infix = i + 1
			best = r
		}
	}
	return best
}

func endRule(form, lemma string) lexicon.Rule {
	n := 0
	for n < len(form) && n < len(lemma) && form[n] == lemma[n] {
		n++
	}
	return lexicon.Rule{Cut: len(form) - n, Add: lemma[n:]}
}
