package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"presseschau/analyzers"
	"presseschau/archive"
	"presseschau/index"
)

func checkCommand() command {
	return command{
		name:    "check",
		args:    "--data DIR",
		summary: "verifies archive and index",
		help: `Verifies the articles and the index of a data folder without changing them, and
says what is wrong. The exit code is 1 if anything is. A damaged index is rebuilt
from the archive at the next start; a damaged archive is rebuilt from its sources
when its file is removed.

  searchd check --data ~/presseschau`,
		flags: []string{"data"},
		run:   runCheck,
	}
}

func runCheck(ctx context.Context, std stdio, opts *options) error {
	dir := opts.dataDir()
	if err := hasArchive(dir); err != nil {
		return err
	}
	lock, err := lockData(dir)
	if err != nil {
		return err
	}
	defer lock.Close()
	failed := false
	for _, part := range []struct {
		name  string
		check func() (string, error)
	}{
		{"archive", func() (string, error) { return checkArchive(ctx, filepath.Join(dir, archiveName)) }},
		{"index", func() (string, error) { return checkIndex(filepath.Join(dir, indexName)) }},
	} {
		state, err := part.check()
		if err != nil {
			failed = true
			state = err.Error()
		}
		fmt.Fprintf(std.out, "%s: %s\n", part.name, state)
	}
	if failed {
		return errReported
	}
	return nil
}

// checkArchive verifies the archive and says what it holds.
func checkArchive(ctx context.Context, path string) (state string, err error) {
	arch, err := archive.OpenReadOnly(ctx, path)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, arch.Close()) }()
	if err := arch.Check(ctx); err != nil {
		return "", err
	}
	n, err := arch.Counts(ctx)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("in order, %d articles (%d without an outlet, %d without a date) and %d comments from %d files, naming %d actors",
		n.Articles, n.WithoutOutlet, n.WithoutDate, n.Comments, n.Sources, n.Actors), nil
}

// checkIndex verifies the checksums of the index.
func checkIndex(dir string) (string, error) {
	analyzer, err := analyzers.New()
	if err != nil {
		return "", fmt.Errorf("load the analyzer: %w", err)
	}
	if err := index.Check(dir, analyzer); err != nil {
		return "", err
	}
	return "in order", nil
}
