package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
)

// settings are the options of a comparison.
type settings struct {
	corpus    []string
	documents int
	work      string
	searchd   string
	lucene    string
	engines   []string
	rounds    int
	warmUps   int
	judged    string
	pairs     bool
	reuse     bool
	out       string
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// run compares engines, or is one of them: "build ENGINE DOCUMENTS FOLDER",
// "serve ENGINE FOLDER QUERIES".
func run(ctx context.Context, args []string, out, progress io.Writer) error {
	if len(args) == 4 {
		switch args[0] {
		case "build":
			return build(ctx, args[1], args[2], args[3])
		case "serve":
			return serve(ctx, args[1], args[2], args[3], os.Stdin, out)
		}
	}
	s, err := parse(args)
	if err != nil {
		return err
	}
	return compare(ctx, s, out, progress)
}

func parse(args []string) (*settings, error) {
	s := &settings{}
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	paths := flags.String("corpus", "", "files and folders of an archive, separated as in PATH")
	engines := flags.String("engines", "presseschau,lucene,bleve,sqlite", "which to compare, the first with all others")
	flags.IntVar(&s.documents, "documents", 20_000, "documents to make of the archive's sentences; 0: compare the ranking alone")
	flags.StringVar(&s.work, "work", "", "folder for corpora and indexes; a temporary one if not named")
	flags.StringVar(&s.searchd, "searchd", "./searchd", "the built program")
	flags.StringVar(&s.lucene, "lucene", "bench/lucene/target", "the built Maven project")
	flags.IntVar(&s.rounds, "rounds", 5, "timed rounds of each mode; 0 builds only")
	flags.IntVar(&s.warmUps, "warmups", 10, "rounds of each mode before those, untimed")
	flags.StringVar(&s.judged, "judged", "", "folder of judged queries: NAME-docs.jsonl.gz, NAME-queries.tsv, NAME-qrels.tsv")
	flags.BoolVar(&s.pairs, "pairs", false, "compare the ranking for compounds taken apart, too")
	flags.BoolVar(&s.reuse, "reuse", false, "take the corpora and indexes that are in the work folder already")
	flags.StringVar(&s.out, "out", "", "file for the results as JSON")
	if err := flags.Parse(args); err != nil {
		return nil, err
	}
	if *paths == "" || s.documents < 0 || s.rounds < 0 {
		return nil, errors.New("name an archive with -corpus; numbers are not negative")
	}
	s.corpus = filepath.SplitList(*paths)
	s.engines = strings.Split(*engines, ",")
	return s, nil
}
