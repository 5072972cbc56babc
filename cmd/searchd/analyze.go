package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"sync"

	"presseschau/analyzers"
)

func analyzeCommand() command {
	return command{
		name:    "analyze",
		args:    "[--jsonl] [TEXT]",
		summary: "shows what the analyzer makes of a text",
		help: `Prints, word by word, what the analyzer makes of a text, so that one sees why
something was found or was not. Without TEXT it reads standard input.

  searchd analyze 'Putins Geheimdienstinformationen'
  searchd analyze --jsonl < texts.jsonl

For each word:

  token     what it was taken for and where it stands; a word that may begin a
            sentence has a capital that tells nothing
  look up   the form that was looked up, of each side of a hyphen, and whence its
            lemma is: the lexicon, the head of the compound, the word that it is
            derived from, or the ending
  compound  the segments of a compound
  reading   what the lexicon says of the form, or of the compound's head
  exact     the term for the form, folded; "=Häuser" looks for it alone
  lemma     the term for the word in all its forms
  part      a term for a part of a compound with its place, or for a related word

A word is found by another if they share a lemma, or one's lemma is the other's
part.

With --jsonl each line {"id","text"} becomes a line {"id","tokens":[{"term",
"start","end","position","kind"}]}. Places count in bytes. The kind of a token is
exact, lemma or part.`,
		flags: []string{"jsonl"},
		run:   runAnalyze,
	}
}

func runAnalyze(ctx context.Context, std stdio, opts *options) error {
	analyzer, err := analyzers.New()
	if err != nil {
		return fmt.Errorf("load the analyzer: %w", err)
	}
	if opts.jsonl && len(opts.args) > 0 {
		return usageError{"--jsonl reads standard input and takes no TEXT"}
	}
	if opts.jsonl {
		return eachLine(ctx, std, analyzeLine(analyzer))
	}
	text, err := argsOrInput(std, opts)
	if err != nil {
		return err
	}
	return printExplanations(std.out, analyzer, text)
}

// argsOrInput is the text behind the flags, else all of standard input.
func argsOrInput(std stdio, opts *options) (string, error) {
	if len(opts.args) > 0 {
		return strings.Join(opts.args, " "), nil
	}
	text, err := io.ReadAll(std.in)
	if err != nil {
		return "", fmt.Errorf("read standard input: %w", err)
	}
	return string(text), nil
}

// tokenJSON is a token as --jsonl prints it.
type tokenJSON struct {
	Term     string `json:"term"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Position int    `json:"position"`
	Kind     string `json:"kind"`
}

// analyzeLine turns {"id","text"} into {"id","tokens"}.
func analyzeLine(analyzer *analyzers.Analyzer) func([]byte) ([]byte, error) {
	streams := sync.Pool{New: func() any { return new(analyzers.Stream) }}
	return func(in []byte) ([]byte, error) {
		var doc struct {
			ID   json.RawMessage `json:"id"`
			Text string          `json:"text"`
		}
		if err := json.Unmarshal(in, &doc); err != nil {
			return nil, err
		}
		stream := streams.Get().(*analyzers.Stream)
		defer streams.Put(stream)
		analyzer.Analyze(stream, doc.Text)
		tokens := make([]tokenJSON, len(stream.Tokens))
		for i, t := range stream.Tokens {
			tokens[i] = tokenJSON{string(t.Term), t.Start, t.End, t.Position, t.Kind.String()}
		}
		return jsonLine(struct {
			ID     json.RawMessage `json:"id"`
			Tokens []tokenJSON     `json:"tokens"`
		}{doc.ID, tokens})
	}
}

// jsonLine is a value as JSON with a line end, without escapes for HTML.
func jsonLine(v any) ([]byte, error) {
	var sb strings.Builder
	enc := json.NewEncoder(&sb)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return []byte(sb.String()), err
}
