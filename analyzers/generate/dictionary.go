package main

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// category is a part of speech, as far as lemmas depend on it.
type category uint8

const (
	noun category = iota
	name
	verb
	adjective
	participle // declined like an adjective
	function   // pronouns, articles, prepositions, conjunctions, particles
	adverb
	particle // separable parts of verbs, interjections
)

// gender is a set of grammatical genders.
type gender uint8

const (
	masculine gender = 1 << iota
	feminine
	neuter
)

// reading is one meaning of a form.
type reading struct {
	lemma    string // lower case, ss for ß
	category category
	genders  gender
	declined bool // a noun declined like an adjective: Angestellte
	second   bool // the past participle of the lemma
	base     bool // nominative singular, infinitive
	plural   bool // nominative plural
	nominal  bool // a noun without a plural, and not in the table of nouns
	mood     bool // only as an imperative, subjunctive, or with an ending left out: ich heiß
	present  bool // the present participle of the lemma
	agent    bool // made from a verb by completeAgents
	added    bool // made by completeContracted
	extra    bool // only in the table of nouns
	person   bool // a first name or surname
}

// isFinite says whether a form is that of a verb with a person.
func (r *reading) isFinite() bool {
	return r.category == verb && !r.base && !r.second && !r.present
}

// dictionary maps forms in lower case, ss for ß, to their readings.
type dictionary map[string][]reading

// readDictionary reads a morfologik dictionary: form, coded lemma and tag
// between underscores.
func readDictionary(data []byte) (dictionary, error) {
	a, err := parseAutomaton(data)
	if err != nil {
		return nil, err
	}
	words := make(dictionary, 600_000)
	err = a.each(func(entry []byte) error {
		form, lemma, tag, err := decodeEntry(entry)
		if err != nil {
			return err
		}
		words.add(form, lemma, tag)
		return nil
	})
	return words, err
}

// decodeEntry undoes the coding of the lemma: a letter says how many bytes to
// cut from the form's end, then follows what to add.
func decodeEntry(entry []byte) (form, lemma, tag string, err error) {
	fields := bytes.SplitN(entry, []byte("_"), 3)
	if len(fields) != 3 || len(fields[1]) == 0 {
		return "", "", "", fmt.Errorf("dictionary entry %q has no lemma or tag", entry)
	}
	cut := int(fields[1][0] - 'A')
	if cut > len(fields[0]) {
		cut = len(fields[0])
	}
	form = string(fields[0])
	return form, form[:len(form)-cut] + string(fields[1][1:]), string(fields[2]), nil
}

// add takes an entry in, unless it is not a plain word.
func (d dictionary) add(form, lemma, tag string) {
	if !plain(form) || !plain(lemma) || strings.Contains(tag, "--") {
		return
	}
	r, ok := parseTag(tag)
	if !ok {
		return
	}
	first, _ := utf8.DecodeRuneInString(form)
	if (r.category == noun || r.category == name) != unicode.IsUpper(first) && r.category != function {
		return
	}
	r.lemma = key(lemma)
	k := key(form)
	if strings.HasPrefix(tag, "VER:1:SIN:PRÄ") && !strings.HasSuffix(k, "e") {
		r.mood = true
	}
	d.merge(k, r)
}

// merge adds a reading to a form, or what it says to an equal one.
func (d dictionary) merge(form string, r reading) {
	for i, old := range d[form] {
		if old.lemma == r.lemma && old.category == r.category && old.declined == r.declined {
			d[form][i].genders |= r.genders
			d[form][i].base = old.base || r.base
			d[form][i].plural = old.plural || r.plural
			d[form][i].second = old.second || r.second
			d[form][i].nominal = old.nominal && r.nominal
			d[form][i].mood = old.mood && r.mood
			d[form][i].person = old.person && r.person
			d[form][i].present = old.present || r.present
			return
		}
	}
	d[form] = append(d[form], r)
}

// parseTag reads a tag like "SUB:NOM:SIN:FEM"; ok is false for words that are
// of no use.
func parseTag(tag string) (r reading, ok bool) {
	f := strings.Split(tag, ":")
	switch f[0] {
	case "SUB":
		r.category = noun
		r.base = strings.HasPrefix(tag, "SUB:NOM:SIN")
		r.plural = strings.HasPrefix(tag, "SUB:NOM:PLU")
		r.declined = strings.HasSuffix(tag, ":ADJ")
		r.nominal = !r.plural
	case "EIG":
		r.category = name
		r.base = strings.HasPrefix(tag, "EIG:NOM:SIN")
		r.person = strings.HasSuffix(tag, ":NAC") || strings.HasSuffix(tag, ":VOR")
	case "VER":
		r.category = verb
		r.base = strings.Contains(tag, "INF")
		r.second = strings.Contains(tag, "PA2")
		r.mood = strings.Contains(tag, "KJ") || strings.Contains(tag, "IMP")
		r.present = strings.Contains(tag, "PA1")
	case "ADJ":
		r.category = adjective
	case "PA1", "PA2":
		r.category = participle
	case "ADV":
		r.category = adverb
	case "PRO", "ART", "PRP", "KON", "NEG", "ZAL":
		r.category = function
	case "ZUS", "INJ":
		r.category = particle
	default:
		return r, false
	}
	for _, field := range f[1:] {
		switch field {
		case "MAS":
			r.genders |= masculine
		case "FEM":
			r.genders |= feminine
		case "NEU":
			r.genders |= neuter
		}
	}
	return r, true
}

// key gives a form as the lexicon is keyed.
func key(form string) string {
	return strings.ReplaceAll(strings.ToLower(form), "ß", "ss")
}

// plain says whether a word has only letters that German words have.
func plain(word string) bool {
	for _, r := range word {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			continue
		}
		if !strings.ContainsRune("äöüßÄÖÜéèêàáâçñîïôûóíëúÉ", r) {
			return false
		}
	}
	return word != ""
}
