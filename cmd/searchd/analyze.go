package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"sync"
	"text/tabwriter"

	"presseschau/analyzers"
)

func analyzeCommand() command {
	return command{
		name:    "analyze",
		args:    "[--jsonl] [TEXT]",
		summary: "shows what the analyzer makes of a text",
		help: `Prints the terms of a text with their places in it, so that one sees why a word
found something. Without TEXT it reads standard input.

  searchd analyze 'Putins Geheimdienstinformationen'
  searchd analyze --jsonl < texts.jsonl

With --jsonl each line {"id","text"} becomes a line {"id","tokens":[{"term",
"start","end","position","kind"}]}. Places count in bytes. The kind of a token is
exact (the form, folded), lemma (of the whole word) or part (lemma of a part of a
compound).`,
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
	return printTokens(std.out, analyzer, text)
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
			tokens[i] = tokenJSON{string(t.Term), t.Start, t.End, t.Position, kindName(t.Kind)}
		}
		return jsonLine(struct {
			ID     json.RawMessage `json:"id"`
			Tokens []tokenJSON     `json:"tokens"`
		}{doc.ID, tokens})
	}
}

// kindName is a kind as the commands print it.
func kindName(k analyzers.Kind) string {
	switch k {
	case analyzers.Exact:
		return "exact"
	case analyzers.Lemma:
		return "lemma"
	}
	return "part"
}

// jsonLine is a value as JSON with a line end, without escapes for HTML.
func jsonLine(v any) ([]byte, error) {
	var sb strings.Builder
	enc := json.NewEncoder(&sb)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return []byte(sb.String()), err
}

// printTokens prints a table with a row for each word.
func printTokens(w io.Writer, analyzer *analyzers.Analyzer, text string) error {
	var stream analyzers.Stream
	analyzer.Analyze(&stream, text)
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(tw, "position\tbytes\tword\texact\tlemma\tparts")
	for i := 0; i < len(stream.Tokens); {
		var word wordRow
		for position := stream.Tokens[i].Position; i < len(stream.Tokens) && stream.Tokens[i].Position == position; i++ {
			word.add(stream.Tokens[i])
		}
		fmt.Fprintf(tw, "%d\t%d-%d\t%s\t%s\t%s\t%s\n", word.position, word.start, word.end,
			text[word.start:word.end], word.exact, word.lemma, strings.Join(word.parts, " "))
	}
	return tw.Flush()
}

// wordRow gathers the tokens of one position.
type wordRow struct {
	position, start, end int
	exact, lemma         string
	parts                []string
}

func (r *wordRow) add(t analyzers.Token) {
	switch t.Kind {
	case analyzers.Exact:
		r.position, r.start, r.end, r.exact = t.Position, t.Start, t.End, string(t.Term)
	case analyzers.Lemma:
		r.lemma = string(t.Term)
	case analyzers.Part:
		r.parts = append(r.parts, string(t.Term))
	}
}
