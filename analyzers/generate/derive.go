package main

import (
	"slices"
	"strings"
)

// rarerParts is how much rarer, in hundredths of log10, both parts of a word
// are that is no compound: Kata and Strophe.
const rarerParts = 20

// isSimple says whether a word that may be cut is no compound all the same:
// it is known to be none, or made from a verb or adjective.
func (l *learner) isSimple(form string, r *reading, cuts []int) bool {
	first, head := form[:cuts[0]], form[cuts[len(cuts)-1]:]
	switch {
	case l.closed[form], l.isVerb(form), r.person, l.isInhabitant(form):
		return true
	case r.category == name:
		return !slices.Contains(directions(), first) && !l.isLandscape(r)
	case r.category == adjective:
		// Of recht and Zeit with -ig, not of zeitig; of Ökologie, not of logisch.
		return len(cuts) == 1 && strings.HasSuffix(head, "ig") && l.words.isAdjective(first) ||
			strings.HasSuffix(form, "isch") && l.isNoun(strings.TrimSuffix(form, "sch")+"e")
	}
	return l.isRarer(form, first, head) || l.isOfVerb(form, first) || l.isPrefixed(form) || l.isDeclined(form, first)
}

// isLandscape says whether a name has an article, as towns have not: der
// Bodensee, die Seidenstraße.
func (l *learner) isLandscape(r *reading) bool {
	return r.extra && !r.person && (r.genders == masculine || r.genders == feminine)
}

// isRarer says whether both parts of a word are rarer than itself, or an
// unknown first part is.
func (l *learner) isRarer(form, first, head string) bool {
	whole := l.freqs.of(form)
	m, h := l.inventory[first], l.inventory[head]
	if m == nil || !m.modifier {
		return max(l.freqs.of(first), l.freqs.of(strings.TrimSuffix(first, "s"))) < whole
	}
	return h != nil && l.freqs.of(m.lemma) < whole-rarerParts && l.freqs.of(h.headLemma) < whole-rarerParts
}

// isOfVerb says whether a noun is made from a verb with a separable particle:
// Bereitstellung, Weggegangene.
func (l *learner) isOfVerb(form, first string) bool {
	if l.particles[first] < particleVerbs || slices.Contains(prefixes(), first) || l.isNoun(first) && !l.words.isAdjective(first) {
		return false
	}
	if stem, ok := strings.CutSuffix(form, "ung"); ok && (l.isVerb(stem+"en") || l.isVerb(stem+"n")) {
		return true
	}
	return slices.ContainsFunc(l.words[form], func(r reading) bool { return r.category == participle })
}

// isInhabitant says whether a noun is made from the name of a place:
// Brandenburger, Brandenburgerin.
func (l *learner) isInhabitant(form string) bool {
	stem, ok := strings.CutSuffix(strings.TrimSuffix(form, "in"), "er")
	isPlace := func(r reading) bool { return r.category == name && r.base && !r.person }
	return ok && (slices.ContainsFunc(l.words[stem], isPlace) || slices.ContainsFunc(l.words[stem+"e"], isPlace))
}

// isDeclined says whether a noun is made from an adjective that is no compound
// (Notwendige), or from a participle of a verb that is none (Engagierte).
func (l *learner) isDeclined(form, first string) bool {
	m := l.inventory[first]
	for _, r := range l.words[form] {
		switch {
		case r.category == adjective && r.lemma != form && (l.closed[r.lemma] || m == nil || !m.modifier):
			return true
		case r.category == participle && (strings.HasSuffix(r.lemma, "iert") || strings.HasSuffix(r.lemma, "ierend")):
			return l.isVerb(r.lemma[:strings.LastIndex(r.lemma, "ier")] + "ieren")
		}
	}
	return false
}

// isPrefixed says whether a noun is made from a verb with a prefix (Verbrauch,
// Begleiter), or from one in -ieren (Integration).
func (l *learner) isPrefixed(form string) bool {
	for _, r := range l.words[form] { // Verbleibende
		if verb := strings.TrimSuffix(r.lemma, "d"); r.category == participle && verb != r.lemma && l.isPrefixed(verb) {
			return true
		}
	}
	if stem, ok := strings.CutSuffix(form, "ation"); ok && l.isVerb(stem+"ieren") {
		return true
	}
	if !strings.HasSuffix(form, "ierung") && !slices.ContainsFunc(verbPrefixes(), func(p string) bool { return strings.HasPrefix(form, p) }) {
		return false
	}
	for _, ending := range []string{"", "e", "en", "er", "erin", "ung"} {
		stem, ok := strings.CutSuffix(form, ending)
		if ok && (l.isVerb(stem+"en") || l.isVerb(stem+"n")) {
			return true
		}
	}
	return false
}

// verbPrefixes are the prefixes and particles of verbs that are no nouns.
func verbPrefixes() []string {
	return strings.Fields(`be ge er ver zer ent emp miss ab an auf aus bei durch ein hinter mit nach über um unter vor wider
		wieder zu`)
}

// isVerb says whether a noun is the infinitive of a verb, das Entscheiden.
func (l *learner) isVerb(form string) bool {
	return slices.ContainsFunc(l.words[form], func(r reading) bool { return r.category == verb && r.base && r.lemma == form })
}

// isAdjective says whether a form is an adjective that is not declined.
func (d dictionary) isAdjective(form string) bool {
	return slices.ContainsFunc(d[form], func(r reading) bool { return r.category == adjective && r.lemma == form })
}

// isNoun says whether the dictionary has a noun.
func (l *learner) isNoun(form string) bool {
	return slices.ContainsFunc(l.words[form], func(r reading) bool { return r.category == noun && r.lemma == form && !r.extra })
}
