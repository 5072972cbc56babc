package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"regexp"
	"strings"

	"presseschau/corpus"
)

// source is an article of the archive, cut into sentences.
type source struct {
	outlet, date, title string
	sentences           []string
}

// Bounds of what is taken from the archive.
const (
	minSentence  = 30  // bytes; shorter ones are mostly captions and menus
	maxSentence  = 600 // bytes
	minSentences = 3   // of an article
	maxSentences = 80  // of an article
	paragraph    = 4   // sentences of a paragraph that is made
	strangers    = 3   // articles whose sentences are mixed into one
)

// sentenceEnd is a full stop before a capital; that some are abbreviations does
// no harm here.
var sentenceEnd = regexp.MustCompile(`[.!?]["“”«»]? +(["„“«»]?[A-ZÄÖÜ])`)

// readSources reads the articles of an archive that have a title and a text.
func readSources(ctx context.Context, paths []string) ([]source, error) {
	var sources []source
	for article, err := range corpus.Read(ctx, paths, corpus.Options{}) {
		var problem *corpus.Problem
		if errors.As(err, &problem) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("read the archive: %w", err)
		}
		s := source{outlet: article.Outlet, date: string(article.Published), title: article.Title}
		for _, block := range article.Body {
			s.sentences = append(s.sentences, sentences(block.Text)...)
		}
		s.sentences = s.sentences[:min(len(s.sentences), maxSentences)]
		if s.title != "" && len(s.sentences) >= minSentences {
			sources = append(sources, s)
		}
	}
	if len(sources) <= strangers {
		return nil, fmt.Errorf("the archive has %d articles with a title and a text; more than %d are needed", len(sources), strangers)
	}
	return sources, nil
}

func sentences(text string) []string {
	var list []string
	start := 0
	add := func(end int) {
		if s := strings.TrimSpace(text[start:end]); len(s) >= minSentence && len(s) <= maxSentence {
			list = append(list, s)
		}
		start = end
	}
	for _, at := range sentenceEnd.FindAllStringSubmatchIndex(text, -1) {
		add(at[2])
	}
	add(len(text))
	return list
}

// recombined is the i-th made article. It depends on the sources and on i
// alone, so that a smaller corpus is the beginning of a larger one. An article
// keeps its outlet and length, has half of its sentences from one source, and
// the others from a few more; its date is that of any source.
func recombined(sources []source, i int) map[string]string {
	random := rand.New(rand.NewPCG(uint64(i), 20))
	drawn := func() *source { return &sources[random.IntN(len(sources))] }
	theme := &sources[i%len(sources)]
	others := make([]*source, strangers)
	for n := range others {
		others[n] = drawn()
	}
	var body strings.Builder
	for n := range theme.sentences {
		from := theme
		if random.IntN(2) == 0 {
			from = others[random.IntN(strangers)]
		}
		switch {
		case n > 0 && n%paragraph == 0:
			body.WriteString("\n\n")
		case n > 0:
			body.WriteByte(' ')
		}
		body.WriteString(from.sentences[random.IntN(len(from.sentences))])
	}
	title := theme.title
	if i >= len(sources) {
		title = drawn().title
	}
	return map[string]string{"id": fmt.Sprintf("made-%07d", i), "outlet": theme.outlet,
		"date": drawn().date, "title": title, "body": body.String()}
}

// writeRecombined writes n made articles as JSON lines.
func writeRecombined(sources []source, n int, path string) error {
	return writeLines(path, func(add func(any) error) error {
		for i := range n {
			if err := add(recombined(sources, i)); err != nil {
				return err
			}
		}
		return nil
	})
}

// writeLines writes values as JSON lines.
func writeLines(path string, fill func(add func(any) error) error) (err error) {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	buffered := bufio.NewWriterSize(f, 1<<20)
	encoder := json.NewEncoder(buffered)
	encoder.SetEscapeHTML(false)
	if err := fill(encoder.Encode); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return buffered.Flush()
}

// eachLine reads JSON lines.
func eachLine[T any](r io.Reader, visit func(*T) error) error {
	decoder := json.NewDecoder(bufio.NewReaderSize(r, 1<<20))
	for {
		var value T
		switch err := decoder.Decode(&value); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		if err := visit(&value); err != nil {
			return err
		}
	}
}

// eachLineOf reads the JSON lines of a file.
func eachLineOf[T any](path string, visit func(*T) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := eachLine(f, visit); err != nil {
		return fmt.Errorf("read %s: %w", path, err)
	}
	return nil
}
