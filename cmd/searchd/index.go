package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"presseschau/corpus"
)

func indexCommand() command {
	return command{
		name:    "index",
		args:    "--corpus PATH… [--data DIR]",
		summary: "reads and indexes an archive, then ends with a report",
		help: `Reads files and folders: raw text of saved pages, HTML, web archives (WARC, WET), JSON
lines, tables, feeds, and zip and tar archives of these, packed or not. Stores the
articles with their comments and actors, and indexes them. What is already stored and
has not changed is not read again; what is gone from a folder is removed. A document
that cannot be read is reported and skipped. The path - is standard input: what comes
from there is added, and stays; if that is no article at all, the exit code is 1.
Without --corpus, what is stored is brought up to date with the program and the table
of actors.

  searchd index --corpus ~/zeitungen --data ~/presseschau
  searchd index --corpus a.jsonl.gz --corpus b/ --pseudonymise
  export-articles | searchd index --corpus - --data ~/presseschau
  searchd index --data ~/presseschau --actors meine.tsv    names actors by another table
  searchd index --data ~/presseschau                       names actors as a newer program does

'searchd serve --data DIR' then serves it.`,
		flags: []string{"corpus", "data", "actors", "outlets", "forums", "columns", "pseudonymise"},
		run:   runIndex,
	}
}

func runIndex(ctx context.Context, std stdio, opts *options) error {
	opts.corpus = append(opts.corpus, opts.args...)
	if len(opts.corpus) == 0 && hasArchive(opts.dataDir()) != nil {
		return usageError{"needs --corpus PATH"}
	}
	if err := errors.Join(existing(withoutInput(opts.corpus)), opts.checkTables()); err != nil {
		return err
	}
	lib, err := openLibrary(ctx, opts.dataDir(), opts.actors, newLog(std.err))
	if err != nil {
		return err
	}
	return errors.Join(indexLibrary(ctx, std, opts, lib), lib.Close())
}

func indexLibrary(ctx context.Context, std stdio, opts *options, lib *library) error {
	prog := &progress{}
	in, err := newIngest(lib, opts, prog)
	if err != nil {
		return err
	}
	if slices.Contains(opts.corpus, corpus.Input) { // else it is somebody else's to read
		in.reading.Input = interruptible(ctx, std.in)
	}
	stop := showBar(std.err, prog)
	rep, err := in.run(ctx)
	stop()
	rep.print(std.out)
	if errors.Is(err, context.Canceled) {
		fmt.Fprintln(std.err, "searchd index: interrupted; what was read is kept, the next start goes on from there")
		return errReported
	}
	return err
}

// barStep is how often the progress bar moves.
const barStep = 200 * time.Millisecond

// showBar draws a progress bar of source bytes until the returned function is
// called. It draws on a terminal only.
func showBar(w io.Writer, prog *progress) (stop func()) {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return func() {}
	}
	bar := progressbar.NewOptions64(-1, progressbar.OptionSetWriter(w), progressbar.OptionShowBytes(true),
		progressbar.OptionSetPredictTime(true), progressbar.OptionClearOnFinish())
	quit, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		ticker := time.NewTicker(barStep)
		defer ticker.Stop()
		for {
			select {
			case <-ticker.C:
				bar.ChangeMax64(max(prog.total.Load(), 1))
				bar.Describe(fmt.Sprintf("%d articles, %d comments", prog.articles.Load(), prog.comments.Load()))
				_ = bar.Set64(prog.done.Load()) // a terminal that is gone stops nothing
			case <-quit:
				_ = bar.Finish()
				return
			}
		}
	}()
	return func() { close(quit); <-done }
}
