package main

import (
	"bufio"
	"context"
	"fmt"
	"strings"

	"presseschau/analyzers"
)

func splitCommand() command {
	return command{
		name:    "split",
		summary: "splits compounds, a word a line",
		help: `Reads a word a line and prints "WORD<TAB>Teil+teil": the parts of a compound,
whose concatenation is the word; linking letters stay with the part before them. A
word that is no compound is printed whole.

  echo Bundestagswahl | searchd split`,
		bare: true,
		run:  runSplit,
	}
}

func runSplit(ctx context.Context, std stdio, _ *options) error {
	analyzer, err := analyzers.New()
	if err != nil {
		return fmt.Errorf("load the analyzer: %w", err)
	}
	out := bufio.NewWriter(std.out)
	for l := range readLines(std.in) {
		if l.err != nil {
			return fmt.Errorf("standard input:%d: %w", l.number, l.err)
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		word := strings.TrimSpace(string(l.text))
		fmt.Fprintf(out, "%s\t%s\n", word, strings.Join(analyzer.Split(word), "+"))
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write the answer: %w", err)
	}
	return nil
}
