package analyzers

import (
	"strings"

	"presseschau/analyzers/internal/compound"
	"presseschau/analyzers/internal/lexicon"
)

// Source says where the lemma of a word, or of one of its components, is from.
type Source uint8

// The sources of lemmas.
const (
	AsWritten   Source = iota // nothing is known of the word, or it is an acronym, a number, an address
	FromLexicon               // the lexicon has the form
	FromHead                  // the lexicon has the head of the compound
	FromGender                // Politiker:innen is of Politiker
	FromBase                  // the lexicon has what it is derived from: schärfen for aufschärfen
	FromEnding                // a rule for its ending
)

// Explanation says how a word of a text came to its terms.
type Explanation struct {
	Word       string // as written
	Start, End int    // bytes in the text
	Position   int
	Class      string      // what the tokenizer takes it for: word, number, address, abbreviation
	Opening    bool        // it may be the first of its sentence, where capitals tell less
	Elliptic   bool        // its head comes later: Wirtschafts- und Finanzpolitik
	Components []Component // between its hyphens, mostly one; none if it is no word
	Tokens     []Token     // its terms; they stay valid
}

// Component says how a stretch of a word without hyphens was looked up.
type Component struct {
	Form     string // as the lexicon is keyed: lower case, ss for ß
	Found    string // the form that was found instead, Führer for Fuehrer, or the same
	Source   Source // of its lemma
	Readings []Reading
	Segments []string // of the compound that it is, else nil
}

// Reading is what the lexicon says of a form, or of the head of a compound.
type Reading struct {
	Form   string
	Noun   bool // or a name; else any other word
	Lemma  string
	Chosen bool // by the capital, or where the capital tells nothing, because it is the likelier
}

// Explain says of each word of a text how it came to its terms. It is meant to
// be read by people, and slow.
func (a *Analyzer) Explain(text string) []Explanation {
	var s Stream
	a.Analyze(&s, text)
	var out []Explanation
	sc := scanner{text: text}
	for sp, ok := sc.next(); ok; sp, ok = sc.next() {
		tokens := s.Tokens
		n := 0
		for n < len(tokens) && tokens[n].Position == tokens[0].Position {
			n++
		}
		if n == 0 || tokens[0].Start != sp.start { // nothing of it is left
			continue
		}
		if len(out) == 0 && strings.TrimSpace(text[sp.end:]) == "" {
			sp.opening = false
		}
		e := a.explain(text[sp.start:sp.end], sp)
		e.Tokens, e.Position = tokens[:n:n], tokens[0].Position
		out = append(out, e)
		s.Tokens = tokens[n:]
	}
	return out
}

// explain analyses a word again and reads from the workspace what happened.
func (a *Analyzer) explain(word string, sp span) Explanation {
	e := Explanation{
		Word: word, Start: sp.start, End: sp.end, Class: sp.class.String(),
		Opening: sp.opening && !isLowerASCII(word[0]), Elliptic: sp.elliptic,
	}
	sp.opening = e.Opening
	var ws workspace
	if !a.word(&ws, word, sp) {
		return e
	}
	for i := range ws.letters.components {
		e.Components = append(e.Components, a.explainComponent(&ws, &ws.letters.components[i], sp))
	}
	return e
}

func (a *Analyzer) explainComponent(ws *workspace, c *component, sp span) Component {
	form := ws.letters.key[c.from:c.to]
	if c.clitic && len(form) > 2 {
		form = form[:len(form)-1]
	}
	out := Component{Form: string(form), Found: string(form), Source: c.source}
	switch {
	case c.acronym || c.digits:
		return out
	case c.gender > 0:
		out.Source = FromGender
		return out
	}
	entry := a.lexicon.Find(form)
	if spelling, ok := respell(nil, form); ok && entry == nil && (c.source == FromLexicon || c.source == FromHead && !a.isCompound(form, c)) {
		form, out.Found = spelling, string(spelling)
		entry = a.lexicon.Find(form)
	}
	cuts, _ := a.splitter.Split(&ws.table, compound.Word{Form: form, Entry: entry, Case: c.letterCase()})
	if len(cuts) > 0 {
		out.Segments = segments(form, cuts)
	}
	switch {
	case c.source == FromLexicon:
		out.Readings = a.readingsOf(form, entry, c.upper, sp.opening)
	case c.source == FromHead && len(cuts) > 0:
		head := form[cuts[len(cuts)-1]:]
		out.Readings = a.readingsOf(head, a.lexicon.Find(head), c.upper, false)
	}
	return out
}

func (a *Analyzer) isCompound(form []byte, c *component) bool {
	var t compound.Table
	cuts, _ := a.splitter.Split(&t, compound.Word{Form: form, Case: c.letterCase()})
	return len(cuts) > 0
}

func segments(form []byte, cuts []int) (out []string) {
	from := 0
	for _, at := range append(cuts[:len(cuts):len(cuts)], len(form)) {
		out = append(out, string(form[from:at]))
		from = at
	}
	return out
}

// readingsOf gives the readings of a form of the lexicon; e may be nil.
func (a *Analyzer) readingsOf(form []byte, e *lexicon.Entry, upper, opening bool) (out []Reading) {
	if e == nil {
		return nil
	}
	chosen, _ := readings(e, upper, opening)
	noun := e.Upper != lexicon.None && (chosen == e.Upper && (upper || e.Lower == lexicon.None))
	add := func(rule int, isNoun bool) {
		if rule != lexicon.None {
			lemma := string(appendFoldKey(nil, a.apply(nil, form, rule)))
			out = append(out, Reading{string(form), isNoun, lemma, isNoun == noun})
		}
	}
	add(e.Upper, true)
	add(e.Lower, false)
	return out
}

// String gives the class as Explanation names it.
func (c class) String() string {
	switch c {
	case classNumber:
		return "number"
	case classLink:
		return "address"
	case classAbbrev:
		return "abbreviation"
	}
	return "word"
}
