package actors

import (
	"bufio"
	"errors"
	"fmt"
	"strings"
)

// home is the country whose offices are meant where nothing else is said, and
// whose mention tells nothing, in an archive of German news.
const home = "de"

// office is one that names its holder: der Kremlchef.
type office struct {
	country string // ISO 3166-1 alpha-2 code in lower case, "" for none
	terms   []term
}

// term is a time in which an actor of the knowledge base held an office.
type term struct {
	actor       int32
	from, until string // ISO 8601 days: the first one, and the first one no more
}

// phrase is a form by which texts name an office. Its first word is the one that
// it is found by.
type phrase struct {
	words   []wordID
	links   []link  // before each word but the first
	offices []int32 // that it may mean
	need    need    // needContext: the text must name the holder too
}

// holder is the actor that held the office on all of the days that a date
// stands for, nobody if that was not one alone.
func (o *office) holder(date string) int32 {
	const day = len("2017-12-18")
	date = date[:min(len(date), day)]
	for _, t := range o.terms {
		// What a date leaves open sorts behind all of its days.
		if t.from <= date && date+"~" < t.until {
			return t.actor
		}
	}
	return nobody
}

// addOffices compiles the tables of offices and of those who held them.
func (b *base) addOffices() error {
	number := make(map[string]int32)
	err := eachRow("offices", 3, func(cols []string) error {
		o := int32(len(b.offices))
		number[cols[0]] = o
		b.offices = append(b.offices, office{country: strings.ToLower(cols[1])})
		for _, p := range list(cols[2]) {
			need, text := cutNeed(p)
			b.addPhrase(o, need, text)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return eachRow("terms", 4, func(cols []string) error {
		o, ok := number[cols[0]]
		if !ok {
			return fmt.Errorf("there is no office %s", cols[0])
		}
		// A user's table may have blocked or merged the holder.
		if actor, ok := b.ids[cols[1]]; ok {
			b.offices[o].terms = append(b.offices[o].terms, term{actor, cols[2], cols[3]})
		}
		return nil
	})
}

// eachRow visits the rows of an embedded table.
func eachRow(name string, columns int, visit func(cols []string) error) (err error) {
	f, err := kbFiles.Open("kb/" + name + ".tsv")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	in := bufio.NewScanner(f)
	for n := 1; in.Scan(); n++ {
		if in.Text() == "" || in.Text()[0] == '#' {
			continue
		}
		cols := strings.Split(in.Text(), "\t")
		if len(cols) != columns {
			return fmt.Errorf("%s: line %d: %d columns instead of %d", name, n, len(cols), columns)
		}
		if err := visit(cols); err != nil {
			return fmt.Errorf("%s: line %d: %w", name, n, err)
		}
	}
	return in.Err()
}

// addPhrase adds all forms of a phrase.
func (b *base) addPhrase(o int32, n need, text string) {
	var toks []token
	for _, form := range phraseForms(text) {
		toks = appendTokens(toks[:0], form, 0)
		p := phrase{need: n, offices: []int32{o}}
		for i, t := range toks {
			p.words = append(p.words, b.intern(form[t.start:t.end]))
			if i > 0 {
				p.links = append(p.links, t.sep.link())
			}
		}
		first := int(p.words[0])
		for first >= len(b.phrases) {
			b.phrases = append(b.phrases, nil)
		}
		b.phrases[first] = addForm(b.phrases[first], p)
	}
}

// addForm adds an office to a phrase of the same words, or a new one.
func addForm(have []phrase, p phrase) []phrase {
	for i := range have {
		if sameWords(have[i], p) {
			have[i].offices = append(have[i].offices, p.offices...)
			return have
		}
	}
	return append(have, p)
}

func sameWords(a, b phrase) bool {
	if len(a.words) != len(b.words) {
		return false
	}
	for i := range a.words {
		if a.words[i] != b.words[i] {
			return false
		}
	}
	return true
}

// phraseForms gives the forms in which a phrase stands in text: the endings of
// its adjectives, the cases of its noun, which is the last word, or the first
// before one in lower case.
func phraseForms(text string) []string {
	forms := []string{""}
	words := strings.Fields(text)
	noun := len(words) - 1
	for i := range words[:noun] {
		if startsLower(words[i+1]) {
			noun = i
			break
		}
	}
	for i, w := range words {
		variants := []string{w}
		if stem, ok := strings.CutSuffix(w, "~"); ok {
			variants = adjectiveForms(w, stem)
		} else if i == noun {
			variants = nounForms(w)
		}
		forms = extend(forms, variants)
	}
	return forms
}

// nounForms are the cases of a noun of office.
func nounForms(w string) []string {
	switch low := strings.ToLower(w); {
	case strings.HasSuffix(low, "präsident"):
		return []string{w, w + "en"}
	case strings.HasSuffix(low, "papst"):
		return []string{w, w + "s", w + "es"}
	case strings.HasSuffix(low, "in"):
		return []string{w}
	}
	return []string{w, genitive(w)}
}
