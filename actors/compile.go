package actors

import (
	"fmt"
	"strings"

	"presseschau/actors/internal/tagger"
)

// base is the compiled knowledge base. It does not change once compiled.
type base struct {
	lexicon
	entries []entry
	start   []nodeID         // by first word; 0: no alias begins with it
	edges   map[edge]nodeID  // the trie of aliases over words
	ends    [][]alias        // by node: the aliases that end there
	context [][]wordID       // by actor: words that speak for it
	state   map[string]int32 // the actor of a country's code
	parts   map[string]int32 // one-word organisations that form compounds
	ids     map[string]int32 // actors by id
	names   *tagger.Model    // of names that are in no list
	offices []office
	phrases [][]phrase // of offices, by first word
}

type nodeID = int32

// edge leads from a node of the trie to another.
type edge struct {
	from nodeID
	word wordID
	link link
}

// alias is a name that one actor of the knowledge base goes by.
type alias struct {
	actor   int32
	need    need
	surname bool // of a person, without first name
}

// need says what must be there for an alias to count.
type need uint8

const (
	needNothing need = iota
	needContext      // "?": the actor's role, country or full name in the article
	needRole         // "!": a role of the actor's right before, or its full name in the article
	needQuotes       // "\"": quotation marks, capitals, or a word that speaks of media beside it
	needNoun         // "^": an adjective used as a noun, no noun behind it
)

// compile builds the tables of a knowledge base.
func compile(entries []entry) (*base, error) {
	b := &base{entries: entries, edges: make(map[edge]nodeID, 1<<16), ends: make([][]alias, 1, 1<<16),
		context: make([][]wordID, len(entries)), state: make(map[string]int32),
		parts: make(map[string]int32), ids: make(map[string]int32, len(entries))}
	if err := b.lexicon.load(); err != nil {
		return nil, err
	}
	if err := b.addStops(); err != nil {
		return nil, err
	}
	for i, e := range entries {
		actor := int32(i)
		if e.blocked {
			continue
		}
		if _, twice := b.ids[e.id]; twice {
			return nil, fmt.Errorf("the id %s is there twice", e.id)
		}
		b.ids[e.id] = actor
		if e.kind == State && e.country != "" {
			b.state[e.country] = actor
		}
		b.addEntry(actor, e)
		for _, w := range e.context {
			b.addContext(actor, w)
		}
	}
	for _, e := range entries {
		if e.blocked {
			b.block(e)
		}
	}
	names, err := tagger.Embedded()
	if err != nil {
		return nil, fmt.Errorf("load the tagger: %w", err)
	}
	b.names = names
	if err := b.addOffices(); err != nil {
		return nil, fmt.Errorf("read the offices: %w", err)
	}
	return b, nil
}

// nobody is the actor of phrases that only look like names.
const nobody int32 = -1

// addStops adds the phrases that are no actors.
func (b *base) addStops() error {
	text, err := wordFiles.ReadFile("words/stops.txt")
	if err != nil {
		return fmt.Errorf("read phrases that are no actors: %w", err)
	}
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			b.add(nobody, Org, line, alias{actor: nobody})
		}
	}
	return nil
}

// block makes the names of an actor phrases that are none, so that no rule finds
// them again. What is another actor's name as well stays that one's.
func (b *base) block(e entry) {
	for _, name := range append([]string{e.name}, e.aliases...) {
		if written(name) == name {
			b.add(nobody, e.kind, name, alias{actor: nobody})
		}
	}
}

// addContext makes a word, in its forms, speak for an actor.
func (b *base) addContext(actor int32, w string) {
	for _, form := range [...]string{w, genitive(w), w + "in"} {
		id := b.intern(form)
		b.attrs[id] |= isContext
		b.context[actor] = append(b.context[actor], id)
	}
}

// addEntry adds the name and the aliases of an actor.
func (b *base) addEntry(actor int32, e entry) {
	nameNeed, surname := needNothing, needNothing
	skipSurname := e.kind != Person
	for _, a := range e.aliases {
		switch a {
		case "-":
			skipSurname = true
		case "?":
			surname = needContext
		case "!":
			surname = needRole
		case "=?":
			nameNeed = needContext
		case "=\"":
			nameNeed = needQuotes
		case "=^":
			nameNeed = needNoun
		default:
			n, text := cutNeed(a)
			b.add(actor, e.kind, text, alias{actor: actor, need: n, surname: e.kind == Person && (!strings.Contains(text, " ") || text == surnameOf(e.name))})
		}
	}
	b.add(actor, e.kind, e.name, alias{actor: actor, need: nameNeed})
	if given, _, ok := strings.Cut(e.name, " "); ok && e.kind == Person {
		if id := b.intern(given); b.attrs[id]&^isContext == 0 {
			b.attrs[id] |= isDoubtful
		}
	}
	surname = b.raise(e.name, surname)
	if last := surnameOf(e.name); !skipSurname && last != "" {
		b.add(actor, e.kind, last, alias{actor: actor, need: surname, surname: true})
	}
}

// raise makes sure that a surname which is also a noun or a first name needs
// a role, and a frequent one needs context.
func (b *base) raise(name string, n need) need {
	at := b.of(b.lookup(surnameOf(name)))
	switch {
	case at&(isFirst|isNoun|isRole|isTitle|isPlace) != 0:
		return needRole
	case n == needNothing && at&isFrequent != 0:
		return needContext
	}
	return n
}

// cutNeed takes the mark off an alias.
func cutNeed(a string) (need, string) {
	switch a[0] {
	case '?':
		return needContext, a[1:]
	case '!':
		return needRole, a[1:]
	case '"':
		return needQuotes, a[1:]
	case '^':
		return needNoun, a[1:]
	}
	return needNothing, a
}

// add puts all forms of an alias into the trie.
func (b *base) add(actor int32, kind Type, text string, a alias) {
	if kind == Org && actor != nobody && a.need != needContext && !strings.ContainsAny(text, " -") && len(text) >= minCompound {
		b.parts[text] = actor
	}
	forms := inflect(text, kind)
	if a.need == needNoun {
		forms = adjectiveForms(text, strings.TrimSuffix(strings.TrimSuffix(text, "n"), "e"))
	}
	var toks []token
	for _, form := range forms {
		toks = appendTokens(toks[:0], form, 0)
		b.insert(toks, form, a)
		if startsLower(form) && kind == Person {
			cap := strings.ToUpper(form[:1]) + form[1:]
			b.insert(toks, cap, a)
		}
	}
}

// insert puts one form into the trie.
func (b *base) insert(toks []token, form string, a alias) {
	node := nodeID(0)
	for i, t := range toks {
		w := b.intern(form[t.start:t.end])
		if i == 0 {
			for int(w) >= len(b.start) {
				b.start = append(b.start, 0)
			}
			if b.start[w] == 0 {
				b.start[w] = b.newNode()
			}
			node = b.start[w]
			continue
		}
		e := edge{node, w, t.sep.link()}
		next, ok := b.edges[e]
		if !ok {
			next = b.newNode()
			b.edges[e] = next
		}
		node = next
	}
	for _, have := range b.ends[node] {
		if have.actor == a.actor || a.actor == nobody {
			return
		}
	}
	b.ends[node] = append(b.ends[node], a)
}

func (b *base) newNode() nodeID {
	b.ends = append(b.ends, nil)
	return nodeID(len(b.ends) - 1)
}

// surnameOf is the part of a person's name behind the first names, with its
// particles: "von der Leyen", "Le Pen". It is empty for a name of one word and
// for a ruler's name.
func surnameOf(name string) string {
	words := strings.Fields(name)
	if len(words) > 2 && isGeneration(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	if len(words) < 2 || strings.Trim(words[len(words)-1], "IVX.") == "" {
		return ""
	}
	for i, w := range words[:len(words)-1] {
		if i > 0 && (startsLower(w) || isBigParticle(w)) {
			return strings.Join(words[i:], " ")
		}
	}
	return words[len(words)-1]
}

// isBigParticle tells particles of surnames that are written in upper case.
func isBigParticle(w string) bool {
	switch w {
	case "Al", "Ben", "Da", "De", "Del", "Di", "El", "La", "Le", "Van":
		return true
	}
	return false
}

// isGeneration tells the additions that tell father from son.
func isGeneration(w string) bool {
	switch w {
	case "Jr.", "Jr", "jr", "jr.", "junior", "Sr.", "Sr", "senior":
		return true
	}
	return false
}
