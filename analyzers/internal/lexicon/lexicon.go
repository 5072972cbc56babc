package lexicon

import (
	"encoding/binary"
	"fmt"
)

// Rule makes a lemma from a form: it takes two bytes out ("ge" or "zu"), cuts
// the end and adds another.
type Rule struct {
	Infix int    // where the two bytes begin, plus 1; 0: none
	Cut   int    // bytes of the end
	Add   string // the new end
}

// Apply appends the lemma of form to dst. A rule that does not fit leaves the
// form as it is.
func (r *Rule) Apply(dst, form []byte) []byte {
	keep := len(form) - r.Cut
	if r.Infix > 0 {
		at := r.Infix - 1
		if at+2 > keep {
			return append(dst, form...)
		}
		dst = append(dst, form[:at]...)
		return append(append(dst, form[at+2:keep]...), r.Add...)
	}
	if keep < 0 {
		return append(dst, form...)
	}
	return append(append(dst, form[:keep]...), r.Add...)
}

// Flags of an Entry.
const (
	LowerFirst = 1 << iota // first in a sentence, the Lower reading is the likelier
	Simple                 // no compound
	Name                   // the Upper reading is a name
	Closed                 // the Lower reading is a function word
	Opaque                 // a compound that is not about its parts
	Verb                   // the Lower reading is of a verb or its participle
	Adjective              // the Lower reading is of an adjective
	Finite                 // only a finite verb, too rare to begin a sentence: with a capital, another word
)

// Mark stands before what tells a lemma from another of the same spelling:
// unternehmen/v.
const Mark = '/'

// None stands for a missing rule.
const None = -1

// Entry says what a form means. Rules are numbers in Lexicon.Rules, or None.
type Entry struct {
	Upper     int // as a noun or name
	Lower     int // as any other word
	UpperWeak int // to a related word: Politikerin → Politiker
	LowerWeak int // to a related word: gestohlene → stehlen
	Flags     int
}

// Never is the cost of what does not occur.
const Never = 255

// Segment says how well a string serves as a part of compounds. Costs are
// negative natural logarithms of probabilities, in eighths, or Never.
type Segment struct {
	Modifier uint8
	Head     uint8
	Strong   bool // as a head, it tells a compound behind an unknown word too
	Lemma    int  // rule from the modifier to its lemma, or None
}

// Lexicon is the lexicon of German.
type Lexicon struct {
	Forms    *Trie // lower case, ss for ß → index in Entries plus 1
	Entries  []Entry
	Parts    *Trie // lower case, ss for ß → index in Segments plus 1
	Nouns    *Trie // endings of nouns, read backwards → index in Rules plus 1
	Others   *Trie // likewise of verbs and adjectives
	Prefixes *Trie // of verbs → 1
	Segments []Segment
	Rules    []Rule
}

// Decode reads an encoded lexicon.
func Decode(data []byte) (*Lexicon, error) {
	l := &Lexicon{}
	r := reader{data: data}
	l.Rules = make([]Rule, min(r.uint(), len(data)))
	for i := range l.Rules {
		l.Rules[i] = Rule{Infix: r.uint(), Cut: r.uint(), Add: string(r.bytes(r.uint()))}
	}
	l.Entries = make([]Entry, min(r.uint(), len(data)))
	for i := range l.Entries {
		l.Entries[i] = Entry{l.rule(&r), l.rule(&r), l.rule(&r), l.rule(&r), r.uint()}
	}
	l.Segments = make([]Segment, min(r.uint(), len(data)))
	for i := range l.Segments {
		l.Segments[i] = Segment{r.byte(), r.byte(), r.byte() != 0, l.rule(&r)}
	}
	if r.failed {
		return nil, errCut
	}
	for _, part := range []struct {
		name  string
		trie  **Trie
		limit int
	}{
		{"forms", &l.Forms, len(l.Entries)}, {"parts", &l.Parts, len(l.Segments)},
		{"endings of nouns", &l.Nouns, len(l.Rules)}, {"endings", &l.Others, len(l.Rules)},
		{"prefixes", &l.Prefixes, 1},
	} {
		var err error
		if *part.trie, err = decodeTrie(&r, part.limit); err != nil {
			return nil, fmt.Errorf("%s: %w", part.name, err)
		}
	}
	return l, nil
}

// rule reads the number of a rule, shifted by one so that 0 is None.
func (l *Lexicon) rule(r *reader) int {
	n := r.uint() - 1
	if n >= len(l.Rules) {
		r.failed = true
		return None
	}
	return n
}

// Encode writes a lexicon whose tries are still with their builders, in the
// order of the lexicon's members.
func (l *Lexicon) Encode(tries ...*Builder) ([]byte, error) {
	var dst []byte
	number := func(n int) { dst = binary.AppendUvarint(dst, uint64(n)) }
	number(len(l.Rules))
	for _, r := range l.Rules {
		number(r.Infix)
		number(r.Cut)
		number(len(r.Add))
		dst = append(dst, r.Add...)
	}
	number(len(l.Entries))
	for _, e := range l.Entries {
		for _, n := range []int{e.Upper + 1, e.Lower + 1, e.UpperWeak + 1, e.LowerWeak + 1, e.Flags} {
			number(n)
		}
	}
	number(len(l.Segments))
	for _, s := range l.Segments {
		strong := byte(0)
		if s.Strong {
			strong = 1
		}
		dst = append(dst, s.Modifier, s.Head, strong)
		number(s.Lemma + 1)
	}
	var err error
	for _, b := range tries {
		if dst, err = b.Encode(dst); err != nil {
			return nil, err
		}
	}
	return dst, nil
}

// Find gives the entry of a form in lower case with ss for ß, or nil.
func (l *Lexicon) Find(form []byte) *Entry {
	if v := l.Forms.Find(form); v > 0 {
		return &l.Entries[v-1]
	}
	return nil
}

// Guess gives the rule for a form that the lexicon does not have, by the
// longest ending that says anything, or None.
func (l *Lexicon) Guess(form []byte, noun bool) int {
	t := l.Others
	if noun {
		t = l.Nouns
	}
	rule, n := None, Node(0)
	for i := len(form) - 1; i >= 0; i-- {
		next, ok := t.Step(n, form[i])
		if !ok {
			break
		}
		n = next
		if v := t.Value(n); v > 0 {
			rule = int(v) - 1
		}
	}
	return rule
}
