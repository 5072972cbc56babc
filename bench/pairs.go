package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"presseschau/corpus"
)

// Compounds that are taken apart, by the number of documents that have them,
// and the nouns that they are taken apart into.
const (
	compoundFrom = 3
	compoundTo   = 25
	partFrom     = 8 // documents that have a part as a word of its own
	partLetters  = 4
	maxPairs     = 600
)

// maxArticles bounds the articles in which compounds are looked for.
const maxArticles = 20_000

// writeArticles copies the articles of an archive as they are, without their
// comments: made articles would not be about what their compounds say.
func writeArticles(ctx context.Context, paths []string, path string) error {
	return writeLines(path, func(add func(any) error) error {
		n := 0
		for article, err := range corpus.Read(ctx, paths, corpus.Options{}) {
			var problem *corpus.Problem
			if errors.As(err, &problem) || err == nil && len(article.Body) == 0 {
				continue
			}
			if err != nil {
				return fmt.Errorf("read the archive: %w", err)
			}
			article.Comments, article.CommentsTotal = nil, nil
			if err := add(article); err != nil {
				return err
			}
			if n++; n == maxArticles {
				return nil
			}
		}
		return nil
	})
}

// linking elements stand between the parts of a compound.
func linking() []string { return []string{"", "s", "es", "n", "en"} }

// readPairs takes compounds of a corpus apart: "Impfstoff Hersteller" is to
// find the documents with Impfstoffhersteller. No analyzer is asked, so that
// none is favoured: a noun is a compound if it is two other nouns of the
// corpus, in one way only, with or without a linking element between them.
func readPairs(path string) ([]judgement, error) {
	documents := map[string][]string{} // by noun
	err := eachLineOf(path, func(a *article) error {
		seen := map[string]bool{}
		for _, w := range wordsOf(a.Title + "\n" + a.Text) {
			if isNoun(w) && !seen[w] {
				seen[w] = true
				documents[w] = append(documents[w], a.ID)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	var judged []judgement
	for _, w := range slices.Sorted(maps.Keys(documents)) {
		if n := len(documents[w]); n < compoundFrom || n > compoundTo {
			continue
		}
		modifier, head, ok := takenApart(w, documents)
		if !ok {
			continue
		}
		j := judgement{query: query{Kind: "any", Words: []string{modifier, head}}, relevant: map[string]bool{}, half: halfOf(w)}
		for _, id := range documents[w] {
			j.relevant[id] = true
		}
		judged = append(judged, j)
	}
	random := rand.New(rand.NewPCG(3, 4))
	random.Shuffle(len(judged), func(i, j int) { judged[i], judged[j] = judged[j], judged[i] })
	return judged[:min(len(judged), maxPairs)], nil
}

// isNoun is true of what begins with one capital.
func isNoun(w string) bool {
	first, n := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(first) && utf8.RuneCountInString(w) >= partLetters && strings.ToLower(w[n:]) == w[n:]
}

func takenApart(w string, documents map[string][]string) (modifier, head string, ok bool) {
	for i := range w {
		if utf8.RuneCountInString(w[:i]) < partLetters || utf8.RuneCountInString(w[i:]) < partLetters {
			continue
		}
		second := capitalised(w[i:])
		if len(documents[second]) < partFrom {
			continue
		}
		for _, link := range linking() {
			first, found := strings.CutSuffix(w[:i], link)
			if !found || utf8.RuneCountInString(first) < partLetters || len(documents[first]) < partFrom {
				continue
			}
			if ok {
				return "", "", false
			}
			modifier, head, ok = first, second, true
		}
	}
	return modifier, head, ok
}

func capitalised(w string) string {
	first, n := utf8.DecodeRuneInString(w)
	return string(unicode.ToUpper(first)) + w[n:]
}
