package actors

import "strings"

// addPerson records the name in tokens first to last, whose surname begins at
// start, and by which rule it was found.
func (a *article) addPerson(first, start, last int, rule Rule) {
	full := a.span(first, last)
	surname := a.span(start, last)
	cut := a.genitiveOf(start, last)
	full, surname = full[:len(full)-cut], surname[:len(surname)-cut]
	given := ""
	if start > first {
		given = a.text(first)
	}
	if actor, ok := a.knownPerson(first, start); ok {
		i := a.findKnown(actor)
		a.addHit(hit{first: int32(first), last: int32(last), actor: i, source: Known, rule: rule, length: int32(cut)})
		a.markFull(i, first, last)
		return
	}
	if given == "" {
		// Who this is may be said later in the article.
		a.lone = append(a.lone, hit{first: int32(first), last: int32(last), actor: undecided, source: Pattern, rule: rule, length: int32(cut)})
		a.addHit(a.lone[len(a.lone)-1])
		return
	}
	i := a.findNew(Person, full)
	a.addHit(hit{first: int32(first), last: int32(last), actor: i, source: Pattern, rule: rule, length: int32(cut)})
	a.markFull(i, first, last)
	a.found[i].first = given
	a.addSurname(generationless(surname), i)
}

// settleLone decides the surnames that stand behind a title or role without a
// first name: a person named in full anywhere, else one known by surname alone.
func (a *article) settleLone() {
	for _, h := range a.lone {
		text := a.span(int(h.first), int(h.last))
		surname := text[:len(text)-int(h.length)]
		if base, ok := strings.CutSuffix(surname, "s"); ok && a.surnames[surname] == nil && a.surnames[base] != nil {
			surname, h.length = base, h.length+1
		}
		if p := a.surnames[surname]; p != nil && a.found[p[0]].kind == Person {
			h.actor, h.source, h.rule = a.choose(int(h.first), p), Resolved, FullName
			a.addHit(h)
			continue
		}
		if a.scope.comment != 0 && a.attr(int(h.first)-1)&isTitle != 0 {
			h.actor = blocked // most often another reader: "Herr Krelling, Sie irren"
			a.addHit(h)
			continue
		}
		h.actor = a.findNew(Person, surname)
		a.addHit(h)
		a.markFull(h.actor, int(h.first), int(h.last))
		a.found[h.actor].first = ""
		a.addSurname(surname, h.actor)
	}
	a.lone = a.lone[:0]
}

// generationless takes "Jr." and the like off a surname.
func generationless(surname string) string {
	if rest, last, ok := cutLast(surname); ok && isGeneration(last) {
		return rest
	}
	return surname
}

func cutLast(s string) (rest, last string, ok bool) {
	i := strings.LastIndexByte(s, ' ')
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+1:], true
}

// knownPerson finds the person of the knowledge base whose surname is at start
// and one of whose first names is among the tokens before it.
func (a *article) knownPerson(first, start int) (int32, bool) {
	h := a.hitAt(start)
	if h == nil || h.node == 0 || start == first {
		return 0, false
	}
	for _, al := range a.base.ends[h.node] {
		if !al.surname {
			continue
		}
		name := a.base.entries[al.actor].name
		given, _, _ := strings.Cut(name, " ")
		for i := first; i < start; i++ {
			if a.text(i) == given && a.toks[i].shape != single {
				return al.actor, true
			}
		}
	}
	return 0, false
}

// minBase is the length of the shortest surname that a genitive s is cut off
// from, in bytes.
const minBase = 4

// genitiveOf gives the length of the genitive ending of a surname: an s is one
// if the name is there without it, or if a noun follows.
func (a *article) genitiveOf(start, last int) int {
	surname := a.span(start, last)
	base, ok := strings.CutSuffix(surname, "s")
	if !ok || strings.HasSuffix(base, "s") || len(base) < minBase {
		return 0
	}
	if a.surnames[base] != nil {
		return 1
	}
	if a.surnames[surname] != nil {
		return 0
	}
	if a.sep(last+1) == sepSpace && a.capital(last+1) && a.attr(last+1)&isFirst == 0 {
		return 1
	}
	if w := a.toks[last].word; w != unknown {
		return 0
	}
	word := strings.TrimSuffix(a.text(last), "s")
	cut := 0
	a.evidence(func(i int) bool {
		if a.toks[i].shape == title && a.text(i) == word {
			cut = 1
		}
		return cut == 0
	})
	return cut
}
