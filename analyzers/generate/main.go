// Command generate compiles the German lexicon that package analyzers embeds.
//
// It fetches its sources, pinned by version and checksum, with Maven and pip
// (so both must be installed; the analyzer itself needs neither), and writes
// german.lex. Run it with "go generate" in the folder of package analyzers.
package main

import (
	"context"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
)

func main() {
	out := flag.String("o", "german.lex", "file to write")
	dir := flag.String("sources", "", "folder that already holds the sources, or where to keep them")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *out, *dir); err != nil {
		slog.Error("generate", "error", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, out, dir string) error {
	src, err := fetch(ctx, dir)
	if err != nil {
		return fmt.Errorf("fetch sources: %w", err)
	}
	freqs, err := readFrequencies(src.german)
	if err != nil {
		return fmt.Errorf("read German frequencies: %w", err)
	}
	english, err := readFrequencies(src.english)
	if err != nil {
		return fmt.Errorf("read English frequencies: %w", err)
	}
	words, err := readDictionary(src.dictionary)
	if err != nil {
		return fmt.Errorf("read dictionary: %w", err)
	}
	completeDeclined(words)
	added, err := words.addNouns(src.nouns)
	if err != nil {
		return fmt.Errorf("read nouns: %w", err)
	}
	slog.Info("read", "nouns added", len(added), "forms", len(words), "frequencies", len(freqs))
	data, err := compile(words, freqs, english)
	if err != nil {
		return fmt.Errorf("compile lexicon: %w", err)
	}
	slog.Info("write", "file", out, "bytes", len(data))
	if err := os.WriteFile(out, data, 0o644); err != nil {
		return fmt.Errorf("write lexicon: %w", err)
	}
	return nil
}
