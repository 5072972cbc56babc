package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"presseschau/examples"
)

// Names below the user's folder for caches.
const (
	sampleData   = "presseschau/sample"
	sampleCorpus = "corpus" // in the data folder of the sample
)

// useSample points the options at the sample archive, whose files are kept in
// its data folder in the user's folder for caches.
func useSample(opts *options) error {
	caches, err := os.UserCacheDir()
	if err != nil {
		return fmt.Errorf("find a place for the sample archive, name one with --data: %w", err)
	}
	opts.data = filepath.Join(caches, filepath.FromSlash(sampleData))
	corpus := filepath.Join(opts.data, sampleCorpus)
	files, err := examples.Archive()
	if err == nil {
		err = unpack(files, corpus)
	}
	if err != nil {
		return fmt.Errorf("unpack the sample archive: %w", err)
	}
	opts.corpus, opts.sample = []string{corpus}, true
	return nil
}

// unpack makes a folder hold exactly the files of fsys. A file that is right
// already is not touched, so that it need not be read again.
func unpack(fsys fs.FS, dir string) error {
	wanted := map[string]bool{}
	err := fs.WalkDir(fsys, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(fsys, path)
		if err != nil {
			return err
		}
		target := filepath.Join(dir, filepath.FromSlash(path))
		wanted[target] = true
		return writeIfDifferent(target, content)
	})
	if err != nil {
		return err
	}
	return removeOthers(dir, wanted)
}

func writeIfDifferent(path string, content []byte) error {
	old, err := os.ReadFile(path)
	if err == nil && bytes.Equal(old, content) {
		return nil
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, content, 0o644)
}

// removeOthers removes the files of a folder that are not wanted.
func removeOthers(dir string, wanted map[string]bool) error {
	return filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || wanted[path] {
			return err
		}
		return os.Remove(path)
	})
}
