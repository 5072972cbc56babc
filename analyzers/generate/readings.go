package main

import (
	"slices"
	"strings"

	"presseschau/analyzers/internal/lexicon"
)

// choice is what the lexicon will say of a form.
type choice struct {
	upper, lower         string // lemmas, "" for none
	upperWeak, lowerWeak string // related words
	flags                int

	nominal bool     // the upper reading is no more than an infinitive
	class   category // of the lower reading
}

// chooser decides between the readings of forms.
type chooser struct {
	words dictionary
	freqs frequencies
}

// Scores of readings, in hundredths of log10 of frequency.
const (
	functionBonus    = 400  // closed classes win
	adverbBonus      = 100  //
	nominalPenalty   = 150  // the infinitive as a noun: das Arbeiten
	dativePenalty    = 60   // Zeugen is rather of Zeuge than the dative of Zeug
	namePenalty      = 50   //
	participleMalus  = 1000 // only if there is no verb
	particleMalus    = 2000 // only if there is nothing else
	moodMalus        = 100  // führen is rarely of fahren
	presentMalus     = 1200 // dringend, bedeutend: words of their own
	adjectival       = -530 // so frequent, a present participle is one
	baseBonus        = 50   // Laden is rather not of Lade
	openingAdvantage = 100  // a verb must be that much likelier than a noun
	openingFrequency = -520 // a rarer verb hardly begins a sentence
)

func (c *chooser) choose(form string) choice {
	upper, lower := c.best(form, true), c.best(form, false)
	if upper != nil && lower != nil && lower.mood && c.freqs.of(lower.lemma) < c.freqs.of(upper.lemma) {
		lower = nil // mail is no request to send one
	}
	var ch choice
	if upper != nil {
		ch.upper, ch.upperWeak = upper.lemma, c.masculineOf(upper)
		if upper.declined {
			ch.upperWeak = c.adjectiveOf(form)
		}
		ch.nominal = c.isOnlyInfinitive(upper)
		if upper.category == name {
			ch.flags |= lexicon.Name
		}
	}
	if lower != nil {
		ch.lower, ch.lowerWeak, ch.class = c.pronoun(form, lower), c.verbOf(lower), lower.category
		switch lower.category {
		case function, adverb:
			ch.flags |= lexicon.Closed
		case verb, participle:
			ch.flags |= lexicon.Verb
		case adjective:
			ch.flags |= lexicon.Adjective
		}
	}
	c.nominalise(form, &ch, upper)
	if ch.upper == "" && lower != nil && lower.isFinite() && c.freqs.of(form) < openingFrequency {
		ch.flags |= lexicon.Finite
	}
	if upper != nil && lower != nil && c.lowerFirst(upper, lower) {
		ch.flags |= lexicon.LowerFirst
	}
	return ch
}

func (c *chooser) best(form string, upper bool) *reading {
	var best *reading
	top := 0
	for i := range c.words[form] {
		r := &c.words[form][i]
		if (r.category == noun || r.category == name) != upper {
			continue
		}
		if score := c.score(form, r); best == nil || score > top {
			best, top = r, score
		}
	}
	return best
}

func (c *chooser) score(form string, r *reading) int {
	score := c.freqs.of(r.lemma)
	switch r.category {
	case noun:
		if r.lemma == form && c.isInfinitive(form) {
			score -= nominalPenalty
		}
		if !r.base && !r.plural && strings.HasSuffix(form, "n") {
			score -= dativePenalty
		}
	case name:
		score -= namePenalty
	case function:
		score += functionBonus
	case adverb:
		score += adverbBonus
	case participle:
		score -= participleMalus
	case particle:
		score -= particleMalus
	case verb:
		if r.present && (c.isAdjective(form) || c.freqs.of(form) > adjectival) {
			score -= presentMalus
		}
	}
	if r.mood {
		score -= moodMalus
	} else if r.base && r.lemma == form {
		score += baseBonus
	}
	return score
}

// lowerFirst says whether a form that begins a sentence is rather no noun.
func (c *chooser) lowerFirst(upper, lower *reading) bool {
	if lower.category == function || lower.category == adverb {
		return true
	}
	return c.freqs.of(lower.lemma) > c.freqs.of(upper.lemma)+openingAdvantage
}

func (c *chooser) isInfinitive(form string) bool {
	for _, r := range c.words[form] {
		if r.category == verb && r.lemma == form {
			return true
		}
	}
	return false
}

// isAdjective says whether the dictionary has a form as an adjective's base.
func (c *chooser) isAdjective(form string) bool {
	return slices.ContainsFunc(c.words[form], func(r reading) bool { return r.category == adjective && r.lemma == form })
}

// isOnlyInfinitive says whether a noun is no more than an infinitive: it has no
// plural, as Unternehmen has, and the table of nouns lacks it.
func (c *chooser) isOnlyInfinitive(r *reading) bool {
	return r.nominal && c.isInfinitive(r.lemma) &&
		!slices.ContainsFunc(c.words[r.lemma], func(o reading) bool { return o.plural && o.lemma == r.lemma })
}

// masculineOf gives the noun that a feminine in -in is made from.
func (c *chooser) masculineOf(r *reading) string {
	base, ok := strings.CutSuffix(r.lemma, "in")
	if !ok || r.category != noun || r.genders != feminine {
		return ""
	}
	for _, lemma := range []string{base, base + "e", unumlaut(base), unumlaut(base) + "e"} {
		for _, m := range c.words[lemma] {
			if m.category == noun && m.genders&masculine != 0 && m.lemma == lemma {
				return lemma
			}
		}
	}
	return ""
}

// verbOf gives the verb that a declined participle belongs to.
func (c *chooser) verbOf(r *reading) string {
	if r.category != participle && r.category != adjective {
		return ""
	}
	for _, v := range c.words[r.lemma] {
		if v.category == verb && v.second && r.category == participle {
			return v.lemma
		}
	}
	if base, ok := strings.CutSuffix(r.lemma, "d"); ok && c.isInfinitive(base) {
		return base
	}
	return ""
}

// pronoun gives a function word's lemma; the dictionary has all personal
// pronouns under "ich" and all possessive ones under "mein", which says too
// little.
func (c *chooser) pronoun(form string, r *reading) string {
	if r.category != function || !slices.Contains([]string{"ich", "mein", "sein"}, r.lemma) {
		return r.lemma
	}
	switch form {
	case "mich", "mir":
		return "ich"
	case "dich", "dir":
		return "du"
	case "ihm", "ihn":
		return "er"
	case "uns":
		return "wir"
	}
	switch {
	case strings.HasPrefix(form, "seine"):
		return "seine" // sein is mostly the verb
	case strings.HasPrefix(form, "eur"):
		return "euer"
	}
	for _, lemma := range []string{"mein", "dein", "ihr", "unser"} {
		if strings.HasPrefix(form, lemma) {
			return lemma
		}
	}
	return form
}

// unumlaut takes the dots off the last umlaut.
func unumlaut(word string) string {
	for _, pair := range [][2]string{{"ä", "a"}, {"ö", "o"}, {"ü", "u"}} {
		if i := strings.LastIndex(word, pair[0]); i >= 0 {
			return word[:i] + pair[1] + word[i+len(pair[0]):]
		}
	}
	return word
}
