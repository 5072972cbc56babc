package main

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// query is a question to all engines. Kind says how its words are meant.
type query struct {
	Kind  string   `json:"kind"`
	Words []string `json:"words"`
	Year  string   `json:"year,omitempty"`
}

func (q query) text() string { return strings.Join(q.Words, " ") }

// kinds of queries that are timed, and perKind of each, 200 in all.
func kinds() []string {
	return []string{"single", "rare", "and", "or", "phrase", "prefix", "fuzzy", "year"}
}

const perKind = 25

// Sampled documents, and the shares of them that have a word of a band.
const (
	sampled      = 20_000
	frequentFrom = 0.02
	frequentTo   = 0.15 // beyond it are function words, which some engines leave out
	mediumFrom   = 0.002
	rareFrom     = 3  // documents
	rareTo       = 10 // documents
	minLetters   = 4
	typoLetters  = 6 // of a word in which one is left out for a fuzzy query
	prefixLength = 5
)

// vocabulary has the nouns and names of a corpus by how many documents have
// them, each band in alphabetical order.
type vocabulary struct {
	documents              int
	frequent, medium, rare []string
	share                  map[string]float64
	texts                  []string // for phrases and words that stand together
	years                  []string
}

// usage of a word in the documents sampled, by its lower case.
type usage struct{ documents, capital, small, last int }

// readVocabulary samples a file of exported articles.
func readVocabulary(path string) (*vocabulary, error) {
	v := &vocabulary{share: map[string]float64{}}
	uses, years := map[string]*usage{}, map[string]int{}
	err := eachLineOf(path, func(a *article) error {
		if v.documents == sampled {
			return nil
		}
		v.documents++
		years[a.Year]++
		if v.documents%10 == 0 {
			v.texts = append(v.texts, a.Text)
		}
		for _, w := range wordsOf(a.Text) {
			lower := strings.ToLower(w)
			u := uses[lower]
			if u == nil {
				u = &usage{}
				uses[lower] = u
			}
			if w == lower {
				u.small++
			} else {
				u.capital++
			}
			if u.last != v.documents {
				u.last = v.documents
				u.documents++
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	v.years = slices.SortedFunc(maps.Keys(years), func(a, b string) int { return years[b] - years[a] })
	v.sort(uses)
	return v, v.check()
}

func (v *vocabulary) sort(uses map[string]*usage) {
	for _, w := range slices.Sorted(maps.Keys(uses)) {
		u := uses[w]
		share := float64(u.documents) / float64(v.documents)
		v.share[w] = share
		if u.capital < 9*u.small || utf8.RuneCountInString(w) < minLetters {
			continue // no noun, nor a name
		}
		switch {
		case u.documents >= rareFrom && u.documents <= rareTo:
			v.rare = append(v.rare, w)
		case share >= frequentFrom && share <= frequentTo:
			v.frequent = append(v.frequent, w)
		case share >= mediumFrom && share < frequentFrom:
			v.medium = append(v.medium, w)
		}
	}
}

func (v *vocabulary) check() error {
	if len(v.frequent) < perKind || len(v.medium) < perKind || len(v.rare) < perKind {
		return fmt.Errorf("the corpus has too few words to draw queries from: %d frequent, %d less so, %d rare",
			len(v.frequent), len(v.medium), len(v.rare))
	}
	return nil
}

func wordsOf(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
}

// draw makes the queries: the same ones for the same corpus.
func (v *vocabulary) draw() []query {
	random := rand.New(rand.NewPCG(1, 2))
	of := func(band []string) string { return band[random.IntN(len(band))] }
	var list []query
	for _, kind := range kinds() {
		for range perKind {
			q := query{Kind: kind}
			switch kind {
			case "single":
				q.Words = []string{of(v.frequent)}
			case "rare":
				q.Words = []string{of(v.rare)}
			case "and":
				q.Words = v.together(random)
			case "or":
				q.Words = []string{of(v.frequent), of(v.medium), of(v.rare)}
			case "phrase":
				q.Words = v.neighbours(random)
			case "prefix":
				q.Words = []string{string([]rune(of(v.medium) + "     ")[:prefixLength])}
				q.Words[0] = strings.TrimSpace(q.Words[0])
			case "fuzzy":
				q.Words = []string{v.misspelt(random)}
			case "year":
				q.Words, q.Year = []string{of(v.frequent)}, v.years[random.IntN(min(5, len(v.years)))]
			}
			list = append(list, q)
		}
	}
	return list
}

// together are two words of one document, one frequent and one less so, or two
// frequent ones.
func (v *vocabulary) together(random *rand.Rand) []string {
	for {
		words := wordsOf(v.texts[random.IntN(len(v.texts))])
		a, b := strings.ToLower(words[random.IntN(len(words))]), strings.ToLower(words[random.IntN(len(words))])
		_, frequent := slices.BinarySearch(v.frequent, a)
		_, also := slices.BinarySearch(v.frequent, b)
		_, medium := slices.BinarySearch(v.medium, b)
		if a != b && frequent && (also || medium) {
			return []string{a, b}
		}
	}
}

// neighbours are two words that stand side by side, neither of them a function
// word, the second one a noun or a name.
func (v *vocabulary) neighbours(random *rand.Rand) []string {
	for {
		fields := strings.Fields(v.texts[random.IntN(len(v.texts))])
		i := random.IntN(max(1, len(fields)-1))
		pair := fields[i:min(i+2, len(fields))]
		if len(pair) == 2 && v.telling(pair[0]) && v.telling(pair[1]) && unicode.IsUpper([]rune(pair[1])[0]) {
			return slices.Clone(pair)
		}
	}
}

func (v *vocabulary) telling(w string) bool {
	share := v.share[strings.ToLower(w)]
	letters := strings.IndexFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
	return letters && utf8.RuneCountInString(w) >= minLetters && share > mediumFrom/2 && share < frequentTo/2
}

// misspelt is a word with a letter left out.
func (v *vocabulary) misspelt(random *rand.Rand) string {
	for {
		letters := []rune(v.medium[random.IntN(len(v.medium))])
		if len(letters) < typoLetters {
			continue
		}
		at := 2 + random.IntN(len(letters)-3)
		return string(slices.Delete(letters, at, at+1))
	}
}
