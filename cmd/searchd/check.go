package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
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
		bare:  true,
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
	arch, err := openArchive(ctx, path, archive.OpenReadOnly)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, arch.Close()) }()
	if err := arch.Check(ctx); err != nil {
		return "", fmt.Errorf("%w\n%s", err, archiveAdvice(path))
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
	if empty, err := noIndex(dir); err != nil {
		return "", err
	} else if empty {
		return "", errors.New("no index yet; the next start builds it")
	}
	analyzer, err := analyzers.New()
	if err != nil {
		return "", fmt.Errorf("load the analyzer: %w", err)
	}
	if err := index.Check(dir, analyzer); err != nil {
		return "", err
	}
	return "in order", nil
}

// noIndex tells whether the folder of the index is missing or holds nothing but
// the mark of the archive that it will belong to.
func noIndex(dir string) (bool, error) {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return false, fmt.Errorf("list the index: %w", err)
	}
	for _, e := range entries {
		if e.Name() != identityName {
			return false, nil
		}
	}
	return true, nil
}
