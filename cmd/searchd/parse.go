package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"

	"presseschau/corpus"
)

func parseCommand() command {
	return command{
		name:    "parse",
		args:    "PATH…",
		summary: "prints documents as they are read, a JSON object a line",
		help: `Reads files, folders and archives and prints what it makes of them: an article a line, with
its date, outlet, authors, body and comments. The output is input again. What cannot
be read is named on standard error and left out. The path - is standard input.

  searchd parse seite.txt
  searchd parse ~/zeitungen > zeitungen.jsonl
  tar cz zeitungen | searchd parse -`,
		flags: []string{"outlets", "forums", "columns"},
		run:   runParse,
	}
}

func runParse(ctx context.Context, std stdio, opts *options) error {
	if len(opts.args) == 0 {
		return usageError{"needs a PATH"}
	}
	if err := existing(withoutInput(opts.args)); err != nil {
		return err
	}
	outlets, err := openOutlets(opts.outlets)
	if err != nil {
		return err
	}
	forums, err := openForums(opts.forums)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(std.out, 1<<16)
	for article, err := range corpus.Read(ctx, opts.args, corpus.Options{Outlets: outlets, Forums: forums, Columns: opts.columns, Input: interruptible(ctx, std.in)}) {
		var problem *corpus.Problem
		switch {
		case errors.As(err, &problem):
			fmt.Fprintln(std.err, problem)
			continue
		case err != nil:
			return errors.Join(err, out.Flush())
		}
		line, err := article.MarshalJSON()
		if err != nil {
			return fmt.Errorf("print %s: %w", article.Source, err)
		}
		if _, err := out.Write(append(line, '\n')); err != nil {
			return fmt.Errorf("print %s: %w", article.Source, err)
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("print the documents: %w", err)
	}
	return nil
}
