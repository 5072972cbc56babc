package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// addNouns takes the nouns and names in that the dictionary lacks, from the
// table of german-nouns: a line for each noun, with its kinds, genders and the
// forms of each case. Nouns declined like adjectives are left to the
// dictionary, which has their adjectives. It gives the lemmas that are new.
func (d dictionary) addNouns(data []byte) (added map[string]bool, err error) {
	r := csv.NewReader(bytes.NewReader(data))
	header, err := r.Read()
	if err != nil {
		return nil, fmt.Errorf("read header: %w", err)
	}
	kinds := slices.Index(header, "pos")
	if header[0] != "lemma" || kinds < 0 {
		return nil, errors.New("no table of nouns")
	}
	added = map[string]bool{}
	for {
		record, err := r.Read()
		if err == io.EOF {
			return added, nil
		}
		if err != nil {
			return nil, err
		}
		kind, person := nounKind(record[kinds])
		r := reading{lemma: key(record[0]), category: kind, person: person, extra: true}
		if d.takeNoun(header, record, r, added[r.lemma]) {
			added[r.lemma] = true
		}
	}
}

// nounKind gives the category of a noun from its kinds in the table, function
// for what is no word or not declined like a noun, and whether it names people.
func nounKind(kinds string) (kind category, person bool) {
	kind = noun
	for _, k := range strings.Split(kinds, ",") {
		switch k {
		case "Substantiv":
		case "Vorname", "Nachname":
			kind, person = name, true
		case "Toponym", "Eigenname", "Straßenname":
			kind = name
		default:
			return function, false
		}
	}
	return kind, person
}

// takeNoun takes in the forms of a noun, unless the dictionary has it; again
// says that the noun comes from this table, which may have it twice.
func (d dictionary) takeNoun(header, record []string, base reading, again bool) bool {
	lemma := record[0]
	first, size := utf8.DecodeRuneInString(lemma)
	if base.category == function || !plain(lemma) || !unicode.IsUpper(first) || lemma[size:] != strings.ToLower(lemma[size:]) || letters(lemma) < 2 {
		return false
	}
	// Linker is of Linke, and Waren is not first a town.
	known := slices.ContainsFunc(d[base.lemma], func(r reading) bool {
		return r.category == noun || r.category == base.category
	})
	if known && !again {
		return false
	}
	base.genders = nounGender(header, record)
	singular := base
	singular.base = true
	d.merge(base.lemma, singular)
	for i, column := range header {
		form := record[i]
		if !isCase(column) || !plain(form) {
			continue
		}
		r := base
		r.base = strings.HasPrefix(column, "nominativ singular")
		r.plural = strings.HasPrefix(column, "nominativ plural")
		d.merge(key(form), r)
	}
	return true
}

// nounGender gives the genders of a noun. A genitive in -s tells that it is
// not feminine where the table says so.
func nounGender(header, record []string) gender {
	var g gender
	strong := false
	for i, column := range header {
		if strings.HasPrefix(column, "genus") {
			g |= map[string]gender{"m": masculine, "f": feminine, "n": neuter}[record[i]]
		}
		strong = strong || strings.HasPrefix(column, "genitiv singular") && strings.HasSuffix(record[i], "s") && record[i] != record[0]
	}
	if strong && g == feminine {
		return masculine | neuter
	}
	return g
}

// isCase says whether a column of the table of nouns has forms.
func isCase(column string) bool {
	for _, c := range []string{"nominativ", "genitiv", "dativ", "akkusativ"} {
		if strings.HasPrefix(column, c) {
			return true
		}
	}
	return false
}
